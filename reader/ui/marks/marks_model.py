"""The list of marks for Qt: a thin model over immutable sections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.marks import Highlight
from reader.ui.actions import translate
from reader.ui.marks.listing import Row, Section, kind_of
from reader.ui.marks.words import colour_names, kind_names

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SECTION_ROLE = ROW_ROLE + 1
TOP = 0  # inner id of a heading; a row has the number of its section plus one

Index = QModelIndex | QPersistentModelIndex


class MarksModel(QAbstractItemModel):
    """Show sections of marks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()

    def show(self, sections: tuple[Section, ...]) -> None:
        """Show other marks."""
        self.beginResetModel()
        self._sections = sections
        self.endResetModel()

    def sections(self) -> tuple[Section, ...]:
        """Return what is shown."""
        return self._sections

    def index_of(self, mark: str) -> QModelIndex:
        """Return the index of a mark by its id; invalid when it is not shown."""
        for number, section in enumerate(self._sections):
            for at, row in enumerate(section.rows):
                if row.mark.id == mark:
                    return self.createIndex(at, 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a section, or of a row of one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else TOP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Return the index of the section above a row."""
        if not index.isValid() or index.internalId() == TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the sections, or the rows of one."""
        if not parent.isValid():
            return len(self._sections)
        return len(self._sections[parent.row()].rows) if parent.internalId() == TOP and parent.column() == 0 else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return one: the delegate draws all of a card."""
        return 1

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


def title_of(row: Row) -> str:
    """Return the words that a card shows first."""
    mark = row.mark
    return mark.locator.quote if isinstance(mark, Highlight) else mark.name or mark.locator.quote


def detail_of(row: Row) -> str:
    """Return the words below: a note, what a lost bookmark stood on, and whether the text is another now."""
    mark = row.mark
    changed = translate("Mark", "The text has changed since.") if row.is_changed else ""
    words = mark.note if isinstance(mark, Highlight) else mark.locator.quote if row.is_orphan else ""
    return "\n".join(part for part in (words, changed) if part)


def spoken(row: Row) -> str:
    """Say all of a card: its kind, its colour, its words and where it stands."""
    mark = row.mark
    colour = colour_names()[mark.colour] if isinstance(mark, Highlight) else ""
    parts = (kind_names()[kind_of(mark)], colour, title_of(row), detail_of(row), mark.article)
    return ", ".join(part for part in parts if part)
