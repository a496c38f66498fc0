"""The list of marks: cards below headings that fold, worked by keys as well as by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.ui.fonts import Families
from reader.ui.marks.listing import Row, Section, rows_text
from reader.ui.marks.mark_cards import LONG_LIST, MarkCards
from reader.ui.marks.marks_model import ROW_ROLE, MarksModel
from reader.ui.scroll_bars import keep_room_for_scroll_bar
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent

COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OWN_KEYS = (*DELETE, *ENTER, Qt.Key.Key_F2)


class MarkTree(QTreeView):
    """Show marks; tell what is to be done with them."""

    chosen = Signal(object)  # the Row to show in the text
    delete_wanted = Signal(object)  # a tuple of Rows
    edit_wanted = Signal(object)  # the Row whose note or name is to be written
    left = Signal()  # the user wants to go back to the text
    typed = Signal(str)  # a character that is meant for the filter
    menu_wanted = Signal(QPoint)  # a context menu, at a global point

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marksList")
        self.marks = MarksModel(self)
        self.setModel(self.marks)
        self.cards = MarkCards(self, families, theme)
        self.setItemDelegate(self.cards)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(20)
        keep_room_for_scroll_bar(self)

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """List other marks; folded headings stay folded, and the keyboard stays where it was."""
        if sections == self.marks.sections():
            return
        folded = {s.key for n, s in enumerate(self.marks.sections()) if not self.isExpanded(self.marks.index(n, 0))}
        current: Row | None = self.currentIndex().data(ROW_ROLE)
        place = (self.currentIndex().parent().row(), self.currentIndex().row())
        self.setUniformRowHeights(sum(len(section.rows) for section in sections) > LONG_LIST)
        self.marks.show(sections)
        for number, section in enumerate(sections):
            self.setExpanded(self.marks.index(number, 0), section.key not in folded)
        if current:
            self._stay(current, place)

    def rows(self) -> tuple[Row, ...]:
        """Return the selected rows, in their order."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: (index.internalId(), index.row()))
        return tuple(row for index in indexes if (row := index.data(ROW_ROLE)))

    def current_row(self) -> Row | None:
        """Return the row that the keyboard is at."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row

    def take_focus(self) -> None:
        """Let the keyboard move among the rows."""
        if self.current_row() is None:
            self._select(self.marks.index(0, 0, self.marks.index(0, 0)))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_first(self) -> None:
        """Choose the first mark."""
        self._select(self.marks.index(0, 0, self.marks.index(0, 0)))
        row = self.current_row()
        if row:
            self.chosen.emit(row)

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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a plain click; with Ctrl or Shift a click only selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not plain or not index.isValid():
            return
        row = index.data(ROW_ROLE)
        if row is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, delete by Delete, write by F2, leave by Escape, filter by typing."""
        row = self.current_row()
        if event.key() in ENTER and self.currentIndex().isValid():
            if row:
                self.chosen.emit(row)
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        elif event.key() in DELETE:
            if self.rows():
                self.delete_wanted.emit(self.rows())
        elif event.key() == Qt.Key.Key_F2:
            if row:
                self.edit_wanted.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & COMMANDING:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the mouse, or at the current row when it was called by key."""
        point = event.globalPos()
        if event.reason() == event.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(20, 0))
        self.menu_wanted.emit(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the cards anew when the width changes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self.uniformRowHeights():
            self.scheduleDelayedItemsLayout()

    def _is_own(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_letter = bool(event.text().strip()) and event.text().isprintable()
        return held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier) and (
            event.key() in OWN_KEYS or is_letter
        )

    def _stay(self, row: Row, place: tuple[int, int]) -> None:
        """Go back to a row, or to the one that took its place."""
        index = self.marks.index_of(row.mark.id)
        if not index.isValid():
            section = self.marks.index(min(max(place[0], 0), self.marks.rowCount() - 1), 0)
            index = self.marks.index(min(place[1], self.marks.rowCount(section) - 1), 0, section)
        self._select(index)

    def _select(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
