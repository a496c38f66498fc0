"""The list of marks for Qt: a thin model over immutable sections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from reader.model.marks import Highlight
from reader.ui.features.marks.listing import MarkRow, kind_of
from reader.ui.features.marks.words import colour_names, kind_names
from reader.ui.kit.command_texts import translate
from reader.ui.kit.index import Index
from reader.ui.kit.section_model import ROW_ROLE, SECTION_ROLE, TOP, SectionModel


class MarksModel(SectionModel):
    """Show sections of marks."""

    def index_of(self, mark: str) -> QModelIndex:
        """Return the index of a mark by its id; invalid when it is not shown."""
        return self.find(lambda row: row.mark.id == mark)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, a section, or what is said of it."""
        if not index.isValid():
            return None
        if index.internalId() == TOP:
            section = self._sections[index.row()]
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{section.title}, {len(section.rows)}"
            return {SECTION_ROLE: section, int(Qt.ItemDataRole.DisplayRole): section.title}.get(role)
        row = self._sections[index.internalId() - 1].rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


def title_of(row: MarkRow) -> str:
    """Return the words that a card shows first."""
    mark = row.mark
    return mark.locator.quote if isinstance(mark, Highlight) else mark.name or mark.locator.quote


def detail_of(row: MarkRow) -> str:
    """Return the words below: a note, what a lost bookmark stood on, and whether the text is another now."""
    mark = row.mark
    changed = translate("Mark", "The text has changed since.") if row.is_changed else ""
    words = mark.note if isinstance(mark, Highlight) else mark.locator.quote if row.is_orphan else ""
    return "\n".join(part for part in (words, changed) if part)


def spoken(row: MarkRow) -> str:
    """Say all of a card: its kind, its colour, its words and where it stands."""
    mark = row.mark
    colour = colour_names()[mark.colour] if isinstance(mark, Highlight) else ""
    parts = (kind_names()[kind_of(mark)], colour, title_of(row), detail_of(row), mark.article)
    return ", ".join(part for part in parts if part)
