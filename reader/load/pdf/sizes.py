"""Sizes that were measured rather than set: character recognition gives each line a size a little of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.load.pdf.layout import Placed

SIZES_SET = 12  # different sizes that a typeset file may have
SHARE_SET = 0.4  # of the characters that one size has in a typeset file
ALIKE = 0.13  # of a size, within which measured ones are the same


def settled(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Return the lines with the sizes that were meant, where they vary from line to line; else as they are."""
    counts: Counter[float] = Counter()
    for rows in pages:
        for place in rows:
            counts[round(place.row.size, 1)] += len(place.row.text)
    if len(counts) <= SIZES_SET or max(counts.values()) >= SHARE_SET * counts.total():
        return [list(rows) for rows in pages]
    meant = _meant(counts)
    return [
        [place._replace(row=place.row._replace(size=meant[round(place.row.size, 1)])) for place in rows]
        for rows in pages
    ]


def _meant(counts: Counter[float]) -> dict[float, float]:
    """Return what each measured size was meant to be: that of which most characters are near to it."""
    meant: dict[float, float] = {}
    left = Counter(counts)
    while left:
        weight = {
            size: sum(count for other, count in left.items() if abs(other - size) <= ALIKE / 2 * size) for size in left
        }
        centre = max(weight, key=lambda size: (weight[size], size))
        for size in [size for size in left if abs(size - centre) <= ALIKE * centre]:
            meant[size] = centre
            del left[size]
    return meant
