"""The list of one tab: cards below headings that fold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.ui.features.panel.card_delegate import CardDelegate
from reader.ui.features.panel.faces import Around
from reader.ui.features.panel.mention_model import MENTION_ROLE, MentionModel
from reader.ui.features.panel.sections import Mention, PanelSection
from reader.ui.kit.fonts import Families
from reader.ui.kit.section_tree import SectionTree
from reader.ui.kit.theme import Theme


class MentionTree(SectionTree):
    """Show the mentions of one tab; tell which was chosen."""

    removal_wanted = Signal()  # of the selected rows

    def __init__(self, tab: str, name: str, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        mentions = MentionModel(tab)
        super().__init__(mentions, name, parent)
        self.mentions = mentions
        self.cards = CardDelegate(self, families, theme)
        self.setItemDelegate(self.cards)

    def show_sections(self, sections: tuple[PanelSection, ...], around: Around) -> None:
        """List other mentions; headings that the user folded stay folded."""
        self.refill(sections, lambda: self.mentions.show(sections, around))

    def folds(self, section: PanelSection) -> bool:
        """Tell whether a section is folded until the user opens it."""
        return section.starts_folded

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

    def take_focus(self) -> None:
        """Let the keyboard move among the rows."""
        self.select_first()  # before Qt makes the first heading the current row
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select_first(self) -> None:
        """Select the first mention, or the heading under which it is folded away, unless something is selected."""
        first = self.mentions.first()
        if not self.currentIndex().isValid() and first.isValid():
            self.select(first if self.isExpanded(first.parent()) else first.parent())

    def chosen_rows(self) -> list[Mention]:
        """Return the mentions that are selected, in the order of their rows."""
        return [mention for index in self.selected() if (mention := index.data(MENTION_ROLE))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove by Delete, besides what any list does."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removal_wanted.emit()
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the selected rows as a table that a spreadsheet takes."""
        # Imported here: most sessions copy no table.
        from reader.export.tables import rows_as_tsv
        from reader.ui.features.panel.copied_rows import copied_rows

        rows = copied_rows(self.chosen_rows(), self.mentions.around())
        if rows:
            QGuiApplication.clipboard().setText(rows_as_tsv(rows))

    def serve_click(self, index: QModelIndex) -> None:
        """Choose a row unless a drag has selected more than one; fold or unfold a heading."""
        if index.data(MENTION_ROLE) is None or len(self.selected()) == 1:
            super().serve_click(index)
