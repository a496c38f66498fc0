"""Rows below headings for Qt: the shape that the lists of cards share, a thin model over immutable sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from reader.ui.kit.index import Index

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SECTION_ROLE = ROW_ROLE + 1
OWN_ROLE = SECTION_ROLE + 1  # the first that is free for what only one list tells
TOP = 0  # internal id of a section; that of a row is the number of its section, from 1


class SectionModel(QAbstractItemModel):
    """Order sections, each with a `key` and `rows`; a list tells what is said of them by its `data`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Any, ...] = ()

    def replace(self, sections: tuple[Any, ...]) -> None:
        """Show other sections."""
        self.beginResetModel()
        self._sections = sections
        self.endResetModel()

    def sections(self) -> tuple[Any, ...]:
        """Return what is shown."""
        return self._sections

    def first(self) -> QModelIndex:
        """Return the index of the first row of the first section; invalid when there is none."""
        return self.index(0, 0, self.index(0, 0))

    def find(self, is_wanted: Callable[[Any], bool]) -> QModelIndex:
        """Return the index of the first row that is wanted; invalid when none is."""
        for number, section in enumerate(self._sections):
            for at, row in enumerate(section.rows):
                if is_wanted(row):
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
