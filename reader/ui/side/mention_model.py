"""What a tab lists, for Qt: a thin model of sections and the mentions below them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from reader.ui.contents_model import Index
from reader.ui.side.faces import Around, cells_of, face_of, spoken, tip_of
from reader.ui.side.sections import Mention, Section, size_of

MENTION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SECTION_ROLE = MENTION_ROLE + 1
FACE_ROLE = MENTION_ROLE + 2
SHARE_ROLE = MENTION_ROLE + 3
TOP = 0  # internal id of a section; that of a row is the number of its section, from 1


class MentionModel(QAbstractItemModel):
    """Show sections of mentions; what a row says is worked out when it is asked for."""

    def __init__(self, tab: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tab = tab
        self._sections: tuple[Section, ...] = ()
        self._around = Around()

    def show(self, sections: tuple[Section, ...], around: Around) -> None:
        """Show other mentions."""
        self.beginResetModel()
        self._sections, self._around = sections, around
        self.endResetModel()

    def sections(self) -> tuple[Section, ...]:
        """Return what is shown."""
        return self._sections

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions in the order of their rows."""
        return tuple(mention for section in self._sections for mention in section.rows)

    def is_whole(self) -> bool:
        """Tell whether rows name their article."""
        return self._around.is_whole

    def cells(self, index: Index) -> tuple[str, ...]:
        """Return a row as the cells of a spreadsheet; those of a heading are none."""
        mention = index.data(MENTION_ROLE)
        return cells_of(self.tab, mention, self._around) if mention else ()

    def index_of(self, mention: Mention) -> QModelIndex:
        """Return the index of a mention; invalid when it is not shown."""
        for number, section in enumerate(self._sections):
            for row, other in enumerate(section.rows):
                if other is mention:
                    return self.createIndex(row, 0, number + 1)
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
        """Return one: the delegate draws value and bar."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a mention, its face, its share of the largest, or what is said of it."""
        if not index.isValid():
            return None
        if index.internalId() == TOP:
            return _section_data(self._sections[index.row()], role)
        section = self._sections[index.internalId() - 1]
        mention = section.rows[index.row()]
        if role == MENTION_ROLE:
            return mention
        if role == SHARE_ROLE:
            return _share(section, mention)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(mention, self._around)
        if role in (FACE_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            face = face_of(self.tab, mention, self._around)
            return face if role == FACE_ROLE else spoken(face)
        return None


def _section_data(section: Section, role: int) -> Any:
    if role == SECTION_ROLE:
        return section
    if role == Qt.ItemDataRole.DisplayRole:
        return section.title
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{section.title}, {len(section.rows)}"
    return None


def _share(section: Section, mention: Mention) -> float | None:
    """Return a value as a share of the largest of its unit, 0 to 1."""
    if not section.largest:
        return None
    return min(max(float(size_of(mention) / section.largest), 0.0), 1.0)  # type: ignore[arg-type]
