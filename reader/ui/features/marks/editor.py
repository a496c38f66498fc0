"""A small leaf over the page on which a note, or the name of a bookmark, is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reader.ui.kit.theme import Theme, style_sheet

WIDTH, HEIGHT, NAME_HEIGHT = 320, 176, 116
GAP = 10
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class NoteEditor(QFrame):
    """Edit one text at a time; what is not saved is there again when the same one is opened."""

    saved = Signal(str, str)  # id of the mark, its text
    left = Signal()  # the user goes back to the page

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("noteEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._mark = ""
        self._kept = ""  # the text as it was saved last
        self._is_name = False
        self._drafts: dict[str, str] = {}
        self._title = QLabel(self)
        self._title.setObjectName("noteTitle")
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("noteText")
        self.text.setTabChangesFocus(True)
        self.text.installEventFilter(self)
        self.save = QPushButton(self)
        self.save.setObjectName("saveNote")
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self.keep)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("leaveNote")
        self.cancel.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.setStyleSheet(style_sheet(theme, (), (), "marks"))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.save.setText(self.tr("Save"))
        self.save.setToolTip("Ctrl+Enter")
        self.cancel.setText(self.tr("Close"))
        self.cancel.setToolTip(self.tr("Escape; what you wrote is kept until you come back"))
        self._show_title()

    def edit(self, mark: str, text: str, beside: QRect, *, is_name: bool = False) -> None:
        """Open the text of a mark below a place of the page, above it where there is no room."""
        if self.isVisible():
            self._keep_draft()
        self._mark, self._kept, self._is_name = mark, text, is_name
        self.text.setPlainText(self._drafts.get(mark, text))
        self.text.selectAll() if is_name else self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self._show_title()
        room = self._page.rect().adjusted(6, 6, -6, -6)
        self.resize(min(WIDTH, room.width()), NAME_HEIGHT if is_name else HEIGHT)
        x = min(max(beside.left(), room.left()), room.right() - self.width())
        y = beside.bottom() + GAP
        if y + self.height() > room.bottom():
            y = max(beside.top() - GAP - self.height(), room.top())
        self.move(x, y)
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)

    def keep(self) -> None:
        """Save the text and close."""
        self._drafts.pop(self._mark, None)
        text = self.text.toPlainText().strip()
        self._put_away()
        self.saved.emit(self._mark, " ".join(text.split()) if self._is_name else text)

    def leave(self) -> None:
        """Close without saving; what was written waits here."""
        self._keep_draft()
        self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save by Ctrl+Enter (a name by Enter), leave by Escape."""
        if watched is self.text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER and (event.modifiers() & CONTROL or (self._is_name and not _shifted(event))):
                self.keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape from the buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _put_away(self) -> None:
        """Hide, the keyboard being given back before: Qt would hand it to the page's first link, and scroll there."""
        self.left.emit()
        self.hide()

    def _keep_draft(self) -> None:
        text = self.text.toPlainText()
        if text.strip() != self._kept.strip():
            self._drafts[self._mark] = text
        else:
            self._drafts.pop(self._mark, None)

    def _show_title(self) -> None:
        title = self.tr("Name of the bookmark") if self._is_name else self.tr("Note")
        if self._mark in self._drafts:
            title = self.tr("{title} (not saved yet)").format(title=title)
        self._title.setText(title)
        self.text.setAccessibleName(title)


def _shifted(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & SHIFT)
