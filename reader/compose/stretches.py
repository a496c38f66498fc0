"""Ranges of a text in which the same styles hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from reader.model.document import Styled
from reader.model.kinds import TextStyle


class Stretch(NamedTuple):
    """A range of the source in which the same styles hold."""

    start: int
    end: int
    styles: tuple[TextStyle, ...]
    url: str


def stretches(styled: Iterable[Styled]) -> tuple[Stretch, ...]:
    """Return the ranges in which the same styles hold, in order, where styles overlap or stand in each other."""
    ranges = sorted(row for row in styled if row.end > row.start)
    cuts = sorted({at for row in ranges for at in (row.start, row.end)})
    found: list[Stretch] = []
    holding: list[Styled] = []
    coming = 0
    for start, end in pairwise(cuts):
        holding = [row for row in holding if row.end > start]
        while coming < len(ranges) and ranges[coming].start == start:
            holding.append(ranges[coming])
            coming += 1
        if holding:
            styles = tuple(dict.fromkeys(row.style for row in holding))
            found.append(Stretch(start, end, styles, next((row.url for row in reversed(holding) if row.url), "")))
    return tuple(found)
