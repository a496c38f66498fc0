"""A list of cards below headings that fold, worked by keys as well as by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar
from reader.ui.kit.section_model import ROW_ROLE, SectionModel

COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONG_LIST = 600  # rows from which on all are equally high, so that a list never has to be measured


class SectionTree(QTreeView):
    """Show the rows of a model; tell which was chosen, and let headings fold."""

    chosen = Signal(object)  # the row to show in the text
    left = Signal()  # the user wants to go back to the text
    typed = Signal(str)  # a character that is meant for the filter
    menu_wanted = Signal(QPoint)  # a context menu, at a global point

    def __init__(self, model: SectionModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        model.setParent(self)
        self._model = model
        self._met: set[str] = set()  # keys of the sections that were listed once
        self._folded: set[str] = set()
        self.setModel(model)
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

    def refill(self, sections: tuple[Any, ...], show: Callable[[], None]) -> None:
        """Let the model show other sections; headings that the user folded stay folded."""
        for number, section in enumerate(self._model.sections()):
            (self._folded.discard if self.isExpanded(self._model.index(number, 0)) else self._folded.add)(section.key)
        self.setUniformRowHeights(sum(len(section.rows) for section in sections) > LONG_LIST)
        show()
        self._folded |= {section.key for section in sections if section.key not in self._met and self.folds(section)}
        self._met |= {section.key for section in sections}
        for number, section in enumerate(sections):
            self.setExpanded(self._model.index(number, 0), section.key not in self._folded)

    def folds(self, section: Any) -> bool:
        """Tell whether a section is folded until the user opens it."""
        del section
        return False

    def current_row(self) -> Any:
        """Return the row that the keyboard is at; None on a heading and on nothing."""
        return self.currentIndex().data(ROW_ROLE)

    def selected(self) -> list[QModelIndex]:
        """Return what is selected in the order of the rows."""
        return sorted(self.selectedIndexes(), key=lambda index: (index.internalId(), index.row()))

    def select(self, index: QModelIndex) -> None:
        """Make a row the current one and the only one selected; nothing changes when it is invalid."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def choose_first(self) -> None:
        """Choose the first row."""
        first = self._model.first()
        if first.isValid():
            self.select(first)
            self.chosen.emit(first.data(ROW_ROLE))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a plain click; with Ctrl or Shift a click only selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and index.isValid():
            self.serve_click(index)

    def serve_click(self, index: QModelIndex) -> None:
        """Do what a plain click on a row or a heading means."""
        self.choose_or_fold(index)

    def choose_or_fold(self, index: QModelIndex) -> None:
        """Choose a row; fold or unfold a heading."""
        row = index.data(ROW_ROLE)
        if row is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, leave by Escape, filter by typing; arrows move and fold as in any tree."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self.choose_or_fold(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & COMMANDING:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the mouse, or at the current row when it was called by key."""
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(20, 0))
        self.menu_wanted.emit(point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the cards anew when the width changes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self.uniformRowHeights():
            self.scheduleDelayedItemsLayout()
