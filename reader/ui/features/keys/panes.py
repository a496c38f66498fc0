"""The keyboard goes from pane to pane, and a ring shows where it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QWindow
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QSplitter, QTabBar, QWidget

from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

RING_PIXELS = 2


class FocusRing(QWidget):
    """A frame over the pane that the keyboard is in."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.theme = theme
        self._around: QWidget | None = None
        self.hide()

    def surround(self, pane: QWidget | None) -> None:
        """Stand around another pane, or nowhere."""
        if self._around is not pane:
            if self._around:
                self._around.removeEventFilter(self)
            self._around = pane
            if pane:
                pane.installEventFilter(self)
        self._place()

    def surrounded(self) -> QWidget | None:
        """Return the pane that the ring stands around."""
        return self._around

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pane when it moves, grows or goes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return bool(super().eventFilter(watched, event))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self.theme.accent), RING_PIXELS))
        half = RING_PIXELS / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))
        painter.end()

    def _place(self) -> None:
        pane = self._around
        if pane is None or not pane.isVisible():
            self.hide()
            return
        corner = pane.mapTo(self._window, pane.rect().topLeft())
        self.setGeometry(corner.x(), corner.y(), pane.width(), pane.height())
        self.show()
        self.raise_()


class Panes(QObject):
    """Know the panes of a window in their order, and take the keyboard from one to the next."""

    def __init__(self, panes: Sequence[QWidget], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._panes = tuple(panes)
        self._window = window
        self._handle: QWindow | None = None  # of the window, once it is shown
        self._is_mouse_last = False
        self.ring = FocusRing(theme, window)
        # A method, not a lambda: Qt lets go of it together with the window.
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def step(self, step: int) -> None:
        """Take the keyboard to the next pane that is shown, or the one before; around the ends."""
        shown = [pane for pane in _single(self._panes) if pane.isVisible()]
        here = next((at for at, pane in enumerate(shown) if _holds_focus(pane)), None)
        order = range(1, len(shown) + 1)
        for distance in order:
            at = distance - 1 if here is None else here + distance * step
            target = _target_in(shown[(at if here is not None or step > 0 else -distance) % len(shown)])
            if target:
                _focus(target)
                return

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the ring where the keyboard came by key; a click tells by itself where it went."""
        if now is None or now.window() is not self._window:
            return
        self._watch_input()
        pane = next((pane for pane in _single(self._panes) if pane is now or pane.isAncestorOf(now)), None)
        is_field = pane is None or not isinstance(
            now, QAbstractScrollArea
        )  # fields and buttons have frames of their own
        self.ring.surround(None if self._is_mouse_last or is_field else now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember what the user acted by last; what a click does on release no longer tells that it was one."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_mouse_last = True
            self.ring.surround(None)
        elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            self._is_mouse_last = False
        return bool(super().eventFilter(watched, event))

    def _watch_input(self) -> None:
        """Watch what comes to the window of the system: one event for each act, of the hundreds that follow it."""
        handle = self._window.windowHandle()
        if handle and handle is not self._handle:
            handle.installEventFilter(self)
            self._handle = handle


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Let Tab go through the parts of a window in this order, inside a part in the order its widgets were made."""
    # Not along nextInFocusChain: with it Python takes each widget for a child of the one before, and loses it with it.
    widgets = [widget for part in _single(parts) for widget in (part, *part.findChildren(QWidget))]
    stops = (widget for widget in widgets if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _single(panes: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield the panes, those of a splitter one by one from the top: they are made when they are wanted."""
    for pane in panes:
        if isinstance(pane, QSplitter):
            yield from (inner for at in range(pane.count()) if (inner := pane.widget(at)))
        else:
            yield pane


def _holds_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _target_in(pane: QWidget) -> QWidget | None:
    """Return what takes the keyboard in a pane: its text or list, else its first tab or button."""
    for kind in (QAbstractScrollArea, QTabBar, QAbstractButton):
        found = [pane] if isinstance(pane, kind) else pane.findChildren(kind)
        for widget in found:
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return widget
    return None


def _focus(widget: QWidget) -> None:
    take_focus = getattr(widget, "take_focus", None)  # lists that choose a row first
    if take_focus:
        take_focus()
    else:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
