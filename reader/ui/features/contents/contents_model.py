"""The contents tree for Qt: a thin model over an immutable outline."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from reader.ui.kit.index import Index
from reader.ui.session.outline import Entry, Outline

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
UNREAD_ROLE = ENTRY_ROLE + 1  # whether the article is still to be read

FEW = 8  # entries that change one by one


class ContentsModel(QAbstractItemModel):
    """Show the entries of one outline; an index carries the number of its entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline = Outline((), (), ())
        self._unread: frozenset[int] = frozenset()

    def set_outline(self, outline: Outline) -> None:
        """Show another outline."""
        self.beginResetModel()
        self._outline = outline
        self._unread = frozenset()
        self.endResetModel()

    def set_unread(self, entries: frozenset[int]) -> None:
        """Mark entries as still to be read, by their numbers.

        Where many change at once the view is to be drawn anew instead: told one by one, it would measure each again.
        """
        changed, self._unread = self._unread ^ entries, entries
        for number in changed if len(changed) <= FEW else ():
            index = self.index_of(number)
            if index.isValid():
                self.dataChanged.emit(index, index, [UNREAD_ROLE, int(Qt.ItemDataRole.AccessibleTextRole)])

    def outline(self) -> Outline:
        """Return the outline that is shown."""
        return self._outline

    def entry(self, index: Index) -> Entry | None:
        """Return the entry at an index."""
        return self._outline.entries[index.internalId()] if index.isValid() else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the index of an entry by its number; invalid when there is none."""
        if not 0 <= number < len(self._outline.entries):
            return QModelIndex()
        return self.createIndex(self._outline.entries[number].row, 0, number)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a child row."""
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Return the index of the entry above."""
        entry = self.entry(index)
        return self.index_of(entry.parent) if entry else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the children of an entry."""
        return len(self._children(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return one: the delegate draws the page number beside the title."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the entry itself or what a screen reader should say."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.title
        if role == UNREAD_ROLE:
            return entry.index in self._unread
        if role == Qt.ItemDataRole.AccessibleTextRole:
            unread = self.tr("unread") if entry.index in self._unread else ""
            return ", ".join(part for part in (entry.title, entry.page, unread) if part)
        return None

    def _children(self, parent: Index) -> tuple[int, ...]:
        if not parent.isValid():
            return self._outline.roots
        if parent.column() != 0:
            return ()
        return self._outline.entries[parent.internalId()].children
