"""Headings that a series lacks: 项目二 between 项目一 and 项目三, where a converter left it without markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.headings import HEADING_EM, unclosed
from reader.label.levels.numbering import Numbering, numberings
from reader.model.draft import Draft, Label, Mark
from reader.text.patterns import STYLE_ORDER

LEAST = 3  # headings that are counted by a word, before one more is looked for


def lacking(draft: Draft) -> Iterator[Mark]:
    """Label the short line that alone counts on between two headings that a word counts, and leaves one out."""
    heads = sorted(draft.grouped("heading"), key=lambda group: group[0])
    numbers = numberings([draft.joined(group) for group in heads])
    by_word: dict[str, list[tuple[int, Numbering]]] = {}
    for group, number in zip(heads, numbers, strict=True):
        if number and number.style.partition("/")[0] not in STYLE_ORDER:
            by_word.setdefault(number.style, []).append((group[0], number))
    for counted in by_word.values():
        for (first, above), (last, below) in pairwise(counted):
            if len(counted) >= LEAST and below.value == above.value + 2:
                yield from _between(draft, first, last, above)


def _between(draft: Draft, first: int, last: int, above: Numbering) -> Iterator[Mark]:
    """Label the line between two pieces that has the next number."""
    found = [i for i in range(first + 1, last) if not draft.role(i) and _counts(draft, [first, i, last], above)]
    if len(found) == 1:
        i = found[0]
        yield Mark(i, Label("heading", "lacking in its series", 0.7, i, (), 0, draft.dress(first)))


def _counts(draft: Draft, pieces: Sequence[int], above: Numbering) -> bool:
    piece = draft.pieces[pieces[1]]
    if piece.width > HEADING_EM or not unclosed(piece.text):
        return False
    number = numberings([draft.pieces[i].text.lstrip("# ") for i in pieces])[1]
    return number is not None and number.style == above.style and number.value == above.value + 1
