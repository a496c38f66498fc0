"""The contents tree narrowed to what a filter found."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSortFilterProxyModel

from reader.ui.kit.index import Index


class ContentsFilterModel(QSortFilterProxyModel):
    """Let through the entries of a given set, or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: frozenset[int] | None = None

    def show_only(self, entries: frozenset[int] | None) -> None:
        """Show these entries only; `None` shows all."""
        self.beginFilterChange()
        self._shown = entries
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Tell whether a row of the contents is among those to show."""
        if self._shown is None:
            return True
        model = self.sourceModel()
        return model.index(source_row, 0, source_parent).internalId() in self._shown
