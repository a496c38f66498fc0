"""The hits of an issue as rows: below the title of each article its hits with what stands around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from reader.find import Hit
from reader.ui.features.find.found import FoundHits
from reader.ui.kit.index import Index
from reader.ui.session.outline import Entry

NUMBER_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # of the hit; None for a heading
HIT_ROLE = NUMBER_ROLE + 1
COUNT_ROLE = NUMBER_ROLE + 2  # hits below a heading
LISTED = 5000  # hits; nobody reads more, and a list of more rows would make the window wait


class ResultsModel(QAbstractListModel):
    """Show hits grouped by article; what a row says is worked out when it is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: FoundHits | None = None
        self._entries: Mapping[str, Entry] = {}
        self._count = 0
        self._starts: list[int] = []  # the first hit of each article

    def show(self, found: FoundHits | None, count: int, entries: Mapping[str, Entry]) -> None:
        """Show the first `count` hits; more of the same search are added at the end."""
        count = min(count, LISTED) if found else 0
        if found is not self._found or count < self._count:
            self.beginResetModel()
            self._found, self._entries, self._count, self._starts = found, entries, 0, []
            self.endResetModel()
        if found is None or count == self._count:
            return
        before, known, starts = self.rowCount(), self._count, found.group_starts(count)
        self.beginInsertRows(QModelIndex(), before, count + len(starts) - 1)
        self._count, self._starts = count, starts
        self.endInsertRows()
        if known:  # the article that was the last one may have more hits now
            head = self.index(self.row_of(self._starts[bisect_right(self._starts, known - 1) - 1]) - 1)
            self.dataChanged.emit(head, head)

    def is_of(self, found: FoundHits | None) -> bool:
        """Tell whether hits of this search are shown."""
        return self._found is found

    def listed(self) -> int:
        """Return how many hits are listed."""
        return self._count

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count hits and headings."""
        return 0 if parent.isValid() else self._count + len(self._starts)

    def row_of(self, number: int) -> int:
        """Return the row of a hit."""
        return number + bisect_right(self._starts, number)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a row says."""
        if self._found is None or not index.isValid():
            return None
        group, number = self._at(index.row())
        first = self._starts[group]
        if number < first:
            last = self._starts[group + 1] if group + 1 < len(self._starts) else self._count
            title = self._entries[self._found.node(first)].title
            return {
                int(Qt.ItemDataRole.DisplayRole): title,
                int(Qt.ItemDataRole.AccessibleTextRole): f"{title}, {last - first}",
                COUNT_ROLE: last - first,
            }.get(role)
        if role == NUMBER_ROLE:
            return number
        if role in (HIT_ROLE, int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            hit = self._found.hit(number)
            return hit if role == HIT_ROLE else spoken(hit)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen; the arrow keys pass over headings."""
        is_hit = index.isValid() and index.data(NUMBER_ROLE) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_hit else Qt.ItemFlag.NoItemFlags

    def _at(self, row: int) -> tuple[int, int]:
        """Return the group of a row, and its hit; that of a heading is the one before its first."""
        low, high = 0, len(self._starts)
        while low + 1 < high:
            middle = (low + high) // 2
            low, high = (middle, high) if self._starts[middle] + middle <= row else (low, middle)
        return low, row - low - 1


def spoken(hit: Hit) -> str:
    """Return a hit with its context on one line, and that it is struck out where it is."""
    line = " ".join(f"{hit.before}{hit.match}{hit.after}".split())
    struck = QCoreApplication.translate("Find", "struck out")
    return f"{line} ({struck})" if hit.is_struck else line
