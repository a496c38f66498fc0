"""The rows of the library's page: issues, files that wait to be read, and articles that were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from reader.ui.kit.index import Index

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One row: a title, what belongs to it, and of an article what it says with the words lit that were asked for."""

    path: str
    title: str
    facts: str
    node: str = ""  # of an article; empty of an issue
    quote: str = ""
    lit: tuple[tuple[int, int], ...] = ()
    is_faint: bool = False  # not read yet, or its file is missing


class ShelfModel(QAbstractListModel):
    """Hold the rows; all are replaced at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ShelfRow, ...] = ()

    def show(self, rows: Sequence[ShelfRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> ShelfRow | None:
        """Return a row; `None` where there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a row says."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return row.path
        told = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole))
        return ". ".join(filter(None, (row.title, row.facts, row.quote))) if role in told else None
