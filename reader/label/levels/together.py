"""What groups of headings say of those above them: below a heading that divides a text, none opens an article.

So a group is not weighed alone: what it costs to take all that stand below it for parts of one text speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, log1p
from statistics import fmean

from reader.label.levels.groups import Grouped, GroupPlace
from reader.label.levels.tree import Depth


def told_together(tree: Grouped, scores: Mapping[GroupPlace, float]) -> dict[GroupPlace, float]:
    """Return how much the groups below each say against its headings dividing a text, in log odds."""
    divided: dict[GroupPlace, float] = {}  # how likely it is that a group and all below it divide
    best: dict[GroupPlace, float] = {}  # how likely the best reading is
    against = {}
    for place in sorted(scores, key=lambda place: place.above, reverse=True):
        below = list(_kinds_below(tree, place))
        divided[place] = _likely(scores[place]) + _total(divided, below)
        opened = _likely(-scores[place]) + _total(best, below)
        best[place] = max(divided[place], opened)
        against[place] = _total(best, below) - _total(divided, below)
    return against


def _kinds_below(tree: Grouped, place: GroupPlace) -> Iterator[list[GroupPlace]]:
    """Yield the groups right below the headings of a group, those set alike together: they tell one thing.

    A lone heading, which may be none, says nothing about several.
    """
    kinds: dict[Depth, list[GroupPlace]] = {}
    for at in tree.members[place]:
        for below in tree.places_below(at):
            kinds.setdefault(below.depth, []).append(below)
    several = len(tree.members[place]) > 1
    yield from (alike for alike in kinds.values() if not several or sum(len(tree.members[k]) for k in alike) > 1)


def _total(likely: Mapping[GroupPlace, float], kinds: list[list[GroupPlace]]) -> float:
    return sum(fmean(likely[place] for place in places) for places in kinds)


def _likely(score: float) -> float:
    """Return the logarithm of how likely it is that headings of this score divide a text."""
    return -log1p(exp(-score)) if score > 0 else score - log1p(exp(score))
