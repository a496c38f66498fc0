"""The list of marks: cards below headings that fold, worked by keys as well as by mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.ui.features.marks.listing import MarkRow, MarkSection, rows_text
from reader.ui.features.marks.mark_cards import MarkCards
from reader.ui.features.marks.marks_model import MarksModel
from reader.ui.kit.fonts import Families
from reader.ui.kit.section_model import ROW_ROLE
from reader.ui.kit.section_tree import ENTER, SectionTree
from reader.ui.kit.theme import Theme

DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OWN_KEYS = (*DELETE, *ENTER, Qt.Key.Key_F2)


class MarkTree(SectionTree):
    """Show marks; tell what is to be done with them."""

    delete_wanted = Signal(object)  # a tuple of Rows
    edit_wanted = Signal(object)  # the MarkRow whose note or name is to be written

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        marks = MarksModel()
        super().__init__(marks, "marksList", parent)
        self.marks = marks
        self.cards = MarkCards(self, families, theme)
        self.setItemDelegate(self.cards)

    def show_sections(self, sections: tuple[MarkSection, ...]) -> None:
        """List other marks; folded headings stay folded, and the keyboard stays where it was."""
        if sections == self.marks.sections():
            return
        current = self.current_row()
        place = (self.currentIndex().parent().row(), self.currentIndex().row())
        self.refill(sections, lambda: self.marks.replace(sections))
        if current:
            self._stay(current, place)

    def rows(self) -> tuple[MarkRow, ...]:
        """Return the selected rows, in their order."""
        return tuple(row for index in self.selected() if (row := index.data(ROW_ROLE)))

    def take_focus(self) -> None:
        """Let the keyboard move among the rows."""
        if self.current_row() is None:
            self.select(self.marks.first())
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy(self) -> None:
        """Copy the words and the notes of the selected marks."""
        if self.rows():
            QGuiApplication.clipboard().setText(rows_text(self.rows()))

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from the commands of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete by Delete, write by F2, copy; all else as in any list of cards."""
        if event.key() in DELETE:
            if self.rows():
                self.delete_wanted.emit(self.rows())
        elif event.key() == Qt.Key.Key_F2:
            if row := self.current_row():
                self.edit_wanted.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_letter = bool(event.text().strip()) and event.text().isprintable()
        return held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier) and (
            event.key() in OWN_KEYS or is_letter
        )

    def _stay(self, row: MarkRow, place: tuple[int, int]) -> None:
        """Go back to a row, or to the one that took its place."""
        index = self.marks.index_of(row.mark.id)
        if not index.isValid():
            section = self.marks.index(min(max(place[0], 0), self.marks.rowCount() - 1), 0)
            index = self.marks.index(min(place[1], self.marks.rowCount(section) - 1), 0, section)
        self.select(index)
