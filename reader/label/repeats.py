"""Blocks printed again: an extractor's loop repeats a contact block or a paragraph, often with a number that counts.

One copy stays and knows how often it was printed; the others are labelled duplicates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.model.draft import Aside, Draft, Label, Mark
from reader.text.patterns import numbered

REPEAT_LEAST = 10  # characters; shorter lines may well come twice


def repeats(draft: Draft) -> Iterator[Mark]:
    """Label the later copies of contact blocks of one article, and of paragraphs printed twice running."""
    heads = [i for i, label in enumerate(draft.labels) if label and label.role == "title"]
    contacts = sorted(draft.grouped("contact"), key=lambda group: group[0])
    yield from _copies(draft, contacts, heads)
    units = list(draft.units())
    for before, unit in pairwise(units):
        if unit[0] != before[-1] + 1 or draft.role(before[0]) or _same(draft, before, unit) is None:
            continue
        for i in unit:
            yield Mark(i, Label("duplicate", "paragraph printed twice running", 0.9, unit[0]))


def _copies(draft: Draft, groups: Sequence[list[int]], heads: Sequence[int]) -> Iterator[Mark]:
    first: dict[tuple[int, str], list[int]] = {}
    count: dict[tuple[int, str], int] = {}
    article = 0
    for group in groups:
        while article < len(heads) and heads[article] < group[0]:
            article += 1
        key = (article, _masked(draft, group))
        count[key] = count.get(key, 0) + 1
        if key not in first:
            first[key] = group
            continue
        for i in group:
            yield Mark(i, Label("duplicate", "contact block printed again", 0.95, group[0]))
    for key, group in first.items():
        if count[key] > 1:
            for i in group:
                label = draft.label(i)
                scope = label.data if isinstance(label.data, Aside) else Aside()
                yield Mark(i, label._replace(data=replace(scope, repeats=count[key])))


def _masked(draft: Draft, group: Sequence[int]) -> str:
    """Return the text of a block without its number and white space."""
    text = draft.joined(group)
    number = numbered(text)
    return "".join(text[number.end if number else 0 :].split())


def _same(draft: Draft, one: Sequence[int], other: Sequence[int]) -> str | None:
    text = _masked(draft, one)
    return text if len(text) >= REPEAT_LEAST and text == _masked(draft, other) else None
