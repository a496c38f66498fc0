"""What covers the window, a card over the dimmed one: the keyboard stays in it until it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

SHADE = QColor(0, 0, 0, 72)
SHADOW = QColor(0, 0, 0, 110)
SIDE_ROOM = 24  # least pixels between the card and the edge of the window
MOVING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WindowCover(QWidget):
    """Cover a window and follow its size; keep all keys, and give the focus back when it is left."""

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setObjectName(name)
        self._window = window
        self._before: QWidget | None = None  # what had the focus

    def cover(self, first: QWidget) -> None:
        """Cover the window; the keyboard goes to `first`."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def uncover(self) -> None:
        """Uncover the window and give the keyboard back."""
        self.hide()
        if self._before and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def event(self, event: QEvent) -> bool:
        """Keep all keys: no command of the window below may answer."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return bool(super().event(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return bool(super().eventFilter(watched, event))

    def _place(self) -> None:
        self.setGeometry(self._window.rect())


def shadowed_card(parent: QWidget, name: str) -> QFrame:
    """Return a card that throws a shadow on what it lies over."""
    card = QFrame(parent)
    card.setObjectName(name)
    shadow = QGraphicsDropShadowEffect(card)
    shadow.setBlurRadius(36)
    shadow.setOffset(0, 10)
    shadow.setColor(SHADOW)
    card.setGraphicsEffect(shadow)
    return card


class Overlay(WindowCover):
    """Show a card with a field to type in over a window; give the focus back when it is left."""

    left = Signal()

    def __init__(self, window: QWidget, name: str, size: tuple[int, int], top_share: float) -> None:
        super().__init__(window, f"{name}Shade")
        self._size, self._top_share = size, top_share
        self.toggle = ""  # the key that opened it leaves it too
        self.card = shadowed_card(self, name)
        self.field = QLineEdit(self.card)
        self.field.setAcceptDrops(False)
        self.field.installEventFilter(self)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self.field)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Cover the window and take the keyboard."""
        self.cover(self.field)
        self.field.selectAll()

    def leave(self) -> None:
        """Uncover the window and give the keyboard back."""
        if self.isHidden():
            return
        self.uncover()
        self.left.emit()

    def move_in_list(self, event: QKeyEvent) -> None:
        """Move in what stands below the field."""

    def enter(self) -> None:
        """Act on what is chosen."""

    def wanted_height(self) -> int:
        """Return how high the card would like to be."""
        return self._size[1]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window; move in the list while the cursor stays in the field."""
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self._on_focus_lost(event)
        elif watched is self.field and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)  # type: ignore[arg-type]
        return bool(super().eventFilter(watched, event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave by a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), SHADE)
        painter.end()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the focus on the card."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def fit(self) -> None:
        """Give the card the height it needs now."""
        self._place()

    def _on_key(self, event: QKeyEvent) -> bool:
        from PySide6.QtGui import QKeySequence

        if event.key() == Qt.Key.Key_Escape or QKeySequence(event.keyCombination()).toString() == self.toggle:
            self.leave()
        elif event.key() in MOVING_KEYS:
            self.move_in_list(event)
        elif event.key() in ENTER:
            self.enter()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _on_focus_lost(self, event: QEvent) -> None:
        """Go away when something else took the keyboard; a menu or another window only borrows it."""
        borrowed = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and event.reason() not in borrowed:  # type: ignore[attr-defined]
            self._before = None
            self.leave()

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self._size[0], self.width() - 2 * SIDE_ROOM)
        top = round(self.height() * self._top_share)
        height = min(self.wanted_height(), self.height() - top - SIDE_ROOM)
        self.card.setGeometry(QRect((self.width() - width) // 2, top, width, height))
