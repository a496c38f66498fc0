"""The articles of an issue, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from reader.ui.session.outline import Entry, Outline

NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT = 25  # pixels
LONG = 400  # articles, from which on sections are folded


class ArticleList(QTreeWidget):
    """List sections and articles with a box to tick; a section ticks all in it."""

    changed = Signal()

    def __init__(self, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handArticles")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._outline = outline
        self._fill()
        self.itemChanged.connect(lambda _item, _column: self.changed.emit())

    def tick(self, nodes: frozenset[str] | None) -> None:
        """Tick these nodes with all below them, and no other; None ticks all."""
        self.blockSignals(True)
        for item in self._items.values():
            item.setCheckState(0, Qt.CheckState.Checked if nodes is None else Qt.CheckState.Unchecked)
        for node in nodes or ():
            if node in self._items:
                self._items[node].setCheckState(0, Qt.CheckState.Checked)
        self.blockSignals(False)
        self.viewport().update()
        first = next((item for item in self._items.values() if item.checkState(0) == Qt.CheckState.Checked), None)
        if first:
            self.setCurrentItem(first)
            self.scrollToItem(first, QAbstractItemView.ScrollHint.PositionAtCenter)

    def ticked(self) -> frozenset[str]:
        """Return the nodes that are ticked; of those below a ticked one nothing is said."""
        found: set[str] = set()
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is None:
                continue
            if item.checkState(0) == Qt.CheckState.Checked:
                found.add(str(item.data(0, NODE_ROLE)))
            else:
                waiting += [item.child(at) for at in range(item.childCount())]
        return frozenset(found)

    def _fill(self) -> None:
        self.blockSignals(True)
        for root in self._outline.roots:
            self._add(self._outline.entries[root], self)
        if len(self._outline.readable) <= LONG:
            self.expandAll()
        self.blockSignals(False)

    def _add(self, entry: Entry, parent: QTreeWidget | QTreeWidgetItem) -> None:
        item = QTreeWidgetItem(parent, [entry.title])
        item.setToolTip(0, entry.title)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setData(0, NODE_ROLE, entry.node.id)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate if entry.count else flags)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self._items[entry.node.id] = item
        for child in entry.children:
            below = self._outline.entries[child]
            if below.is_node:
                self._add(below, item)
