"""Footnotes stand with the article that calls them, wherever the page printed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.model.document import Footnote, Node
from reader.text.patterns import mark_value


def notes_with_their_calls(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Move each footnote to the nearest node above it that calls its number; without a call it stays.

    From the last note to the first, each takes the last call of its number that is still free, so that
    numbers may begin anew in every article.
    """
    walked = [below for node in nodes for below in node.walk()]
    calls: dict[int, list[int]] = defaultdict(list)
    for at, node in enumerate(walked):
        for number in {mark_value(ref.marker) for block in node.blocks for ref in block.refs}:
            calls[number].append(at)
    notes: dict[int, list[Footnote]] = defaultdict(list)
    for at in range(len(walked) - 1, -1, -1):
        for note in reversed(walked[at].footnotes):
            notes[_caller(calls[mark_value(note.marker)], at)].insert(0, note)
    order = iter(range(len(walked)))
    return tuple(_with_notes(node, notes, order) for node in nodes)


def _caller(places: list[int], printed: int) -> int:
    """Take the last of `places` that is not below the node in which a note was printed; that node without any."""
    for k in range(len(places) - 1, -1, -1):
        if places[k] <= printed:
            return places.pop(k)
    return printed


def _with_notes(node: Node, notes: dict[int, list[Footnote]], order: Iterator[int]) -> Node:
    own = tuple(notes[next(order)])
    children = tuple(_with_notes(child, notes, order) for child in node.children)
    return replace(node, footnotes=own, children=children)
