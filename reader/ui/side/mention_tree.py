"""The list of one tab: cards below headings that fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.ui.fonts import Families
from reader.ui.scroll_bars import keep_room_for_scroll_bar
from reader.ui.side.card_delegate import LONG_LIST, CardDelegate
from reader.ui.side.faces import Around
from reader.ui.side.mention_model import MENTION_ROLE, MentionModel
from reader.ui.side.sections import Mention, Section
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent

COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MentionTree(QTreeView):
    """Show the mentions of one tab; tell which was chosen."""

    chosen = Signal(object)  # the Mention to show in the text
    left = Signal()  # the user wants to go back to the text
    typed = Signal(str)  # a character that is meant for the filter
    menu_wanted = Signal(QPoint)  # a context menu, at a global point

    def __init__(self, tab: str, name: str, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.mentions = MentionModel(tab, self)
        self.setModel(self.mentions)
        self.cards = CardDelegate(self, families, theme)
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

    def show_sections(self, sections: tuple[Section, ...], around: Around) -> None:
        """List other mentions; headings that the user folded stay folded."""
        folded = {
            section.key
            for row, section in enumerate(self.mentions.sections())
            if not self.isExpanded(self.mentions.index(row, 0))
        }
        self.setUniformRowHeights(sum(len(section.rows) for section in sections) > LONG_LIST)
        self.mentions.show(sections, around)
        for row, section in enumerate(sections):
            self.setExpanded(self.mentions.index(row, 0), section.key not in folded)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.cards.theme = theme
        self.viewport().update()

    def point_out(self, mention: Mention | None) -> None:
        """Show the row of what is under the mouse in the text, without taking the focus."""
        index = self.mentions.index_of(mention) if mention else QModelIndex()
        self.cards.pointed = QPersistentModelIndex(index)
        if index.isValid():
            self.expand(index.parent())
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def chosen_mentions(self) -> tuple[Mention, ...]:
        """Return the selected mentions in the order of their rows."""
        return tuple(mention for index in self._selected() if (mention := index.data(MENTION_ROLE)))

    def current_mention(self) -> Mention | None:
        """Return the mention that the keyboard is at."""
        mention: Mention | None = self.currentIndex().data(MENTION_ROLE)
        return mention

    def choose_first(self) -> None:
        """Choose the first mention."""
        index = self.mentions.index(0, 0, self.mentions.index(0, 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.chosen.emit(index.data(MENTION_ROLE))

    def take_focus(self) -> None:
        """Let the keyboard move among the rows."""
        self.select_first()  # before Qt makes the first heading the current row
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select_first(self) -> None:
        """Select the first mention, unless one is selected."""
        if not self.currentIndex().isValid():
            first = self.mentions.index(0, 0, self.mentions.index(0, 0))
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def copy(self) -> None:
        """Copy the selected rows as a table that a spreadsheet takes."""
        # Imported here: most sessions copy no table.
        from reader.export.tables import rows_as_tsv

        rows = [self.mentions.cells(index) for index in self._selected() if index.data(MENTION_ROLE)]
        if rows:
            QGuiApplication.clipboard().setText(rows_as_tsv(rows))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a plain click; with Ctrl or Shift a click only selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not plain or not index.isValid():
            return
        mention = index.data(MENTION_ROLE)
        if mention is None:
            self.setExpanded(index, not self.isExpanded(index))
        elif len(self._selected()) == 1:
            self.chosen.emit(mention)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, leave by Escape, filter by typing; arrows move and fold as in any tree."""
        if event.key() in ENTER and self.currentIndex().isValid():
            mention = self.current_mention()
            if mention is None:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            else:
                self.chosen.emit(mention)
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

    def _selected(self) -> list[QModelIndex]:
        return sorted(self.selectedIndexes(), key=lambda index: (index.internalId(), index.row()))
