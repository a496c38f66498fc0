"""What a search has found so far: places as numbers, because an issue may hold hundreds of thousands of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise

from reader.find import Hit, Readable, hit_at


class FoundHits:
    """The hits of one search in reading order; a thread may still be adding to them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._texts: list[Readable] = []  # those with a hit
        self._nodes: list[str] = []  # id of the node of each text
        self._node_starts: list[int] = []  # the first hit of each node that has any
        self._text_of = array("L")  # of each hit
        self._starts = array("L")
        self._ends = array("L")

    def __len__(self) -> int:
        return len(self._ends)

    def add(self, readable: Readable, start: int, end: int) -> None:
        """Add a hit that stands after all others."""
        if not self._texts or self._texts[-1] is not readable:
            if not self._nodes or self._nodes[-1] != readable.place.node:
                self._node_starts.append(len(self))
            self._texts.append(readable)
            self._nodes.append(readable.place.node)
        self._text_of.append(len(self._texts) - 1)
        self._starts.append(start)
        self._ends.append(end)  # last: only now the hit counts, as another thread sees it

    def hit(self, number: int) -> Hit:
        """Return one hit with its place and context."""
        text = self._texts[self._text_of[number]]
        return hit_at(text, self._starts[number], self._ends[number], self._source)

    def node(self, number: int) -> str:
        """Return the id of the node that a hit stands in."""
        return self._nodes[self._text_of[number]]

    def range_of(self, node: str, count: int) -> range:
        """Return the numbers of the hits in a node, among the first `count`."""
        for first, last in self.groups(count):
            if self.node(first) == node:
                return range(first, last)
        return range(0)

    def groups(self, count: int) -> list[tuple[int, int]]:
        """Return the first and last (exclusive) hit of each node, among the first `count` hits."""
        starts = self._node_starts[: bisect_left(self._node_starts, count)]
        return list(pairwise((*starts, count))) if starts else []

    def group_starts(self, count: int) -> list[int]:
        """Return the first hit of each node, among the first `count` hits."""
        return self._node_starts[: bisect_right(self._node_starts, count - 1)]
