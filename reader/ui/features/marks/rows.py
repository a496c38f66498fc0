"""The marks of a scope as rows, and the articles that carry a star."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.model.document import Node, Span
from reader.model.marks import Bookmark, IssueCard
from reader.ui.features.marks.listing import MarkRow
from reader.ui.session.outline import Outline
from reader.ui.session.shelf import MarksShelf, Shelved


def rows_in(shelf: MarksShelf, scope: str, node: Node | None) -> tuple[MarkRow, ...]:
    """Return the marks of the article, of the issue in front, or of all issues; orphans belong to their issue."""
    if scope == "all":
        return tuple(_all_rows(shelf))
    shelved = shelf.current()
    if shelved is None:
        return ()
    rows = _rows_of(shelved, shelf.cards().get(shelved.key))
    if scope == "issue" or node is None:
        return tuple(rows)
    spans = sorted(node.spans())
    return tuple(row for row in rows if row.is_orphan or _is_in(spans, row.start))


class Stars:
    """Find the entries that hold a bookmark; where entries stand is worked out once for an outline."""

    def __init__(self) -> None:
        self._outline: Outline | None = None
        self._there: list[tuple[int, int, int]] = []

    def of(self, shelved: Shelved | None) -> frozenset[int]:
        """Return the numbers of the entries of an issue that hold a bookmark."""
        marks = shelved.placed.marks if shelved else ()
        starts = [place.spans[0].start for mark, place in marks if isinstance(mark, Bookmark)]
        if shelved is None or not starts:
            return frozenset()
        if self._outline is not shelved.opened.outline:
            self._outline = shelved.opened.outline
            self._there = _spans_of_entries(self._outline)
        return frozenset(index for start in starts if (index := self._entry_at(start)) >= 0)

    def _entry_at(self, offset: int) -> int:
        at = bisect_right(self._there, (offset, float("inf"), 0)) - 1
        return self._there[at][2] if at >= 0 and offset < self._there[at][1] else -1


def _spans_of_entries(outline: Outline) -> list[tuple[int, int, int]]:
    """List where entries stand: start, end, number; sorted."""
    return sorted(
        (span.start, span.end, index) for index in outline.readable for span in outline.entries[index].node.spans()
    )


def _all_rows(shelf: MarksShelf) -> Iterator[MarkRow]:
    cards = shelf.cards()
    for mark in shelf.all_marks():
        key = mark.locator.issue
        shelved = shelf.of_key(key)
        if shelved is None:
            start = mark.locator.pieces[0].start if mark.locator.pieces else 0
            yield MarkRow(mark, _name(cards.get(key)), start)
    for key in dict.fromkeys(card for card in cards):
        shelved = shelf.of_key(key)
        if shelved:
            yield from _rows_of(shelved, cards.get(key))


def _rows_of(shelved: Shelved, card: IssueCard | None) -> Iterator[MarkRow]:
    name = _name(card)
    for mark, place in shelved.placed.marks:
        yield MarkRow(mark, name, place.spans[0].start, is_changed=place.changed)
    for mark in shelved.placed.orphans:
        yield MarkRow(mark, name, is_orphan=True)


def _name(card: IssueCard | None) -> str:
    if card is None:
        return ""
    return " ".join(part for part in (card.title or card.name, card.number) if part)


def _is_in(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, (offset, float("inf"))) - 1
    return at >= 0 and offset < spans[at].end
