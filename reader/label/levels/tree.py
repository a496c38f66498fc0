"""How headings nest: each gets a depth from its markup, its look and its numbering, and so a heading above it.

Markup comes first: the level of a heading is its number of # signs, its tag or its size. Numbers correct it where a
series counts on over several levels, as in files whose levels a program guessed, and refine it where all headings are
of one level, as converters write them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.label.levels.headings import Heading
from reader.label.levels.numbering import order_of
from reader.label.levels.words import is_structural
from reader.text.patterns import IS_HAN

CROSSING = 0.3  # of the steps of a series that lead from one level to another: then the number tells, not the level
FOREIGN = 99.0  # depth of what repeats a title in another language: below all else
FEW = 0.25  # of the headings; with more of them a file is in two languages
UNLEVELLED = 10.0  # depth of headings that neither markup nor look tells a level of: below all that they do tell
LISTED = 2.0  # what the contents list stands above all that markup tells: sections at -1, articles at 0
HALF = 0.5  # a level between two, of names above headlines
QUARTER = 0.25  # the same, of headings without a level of their own


class Depth(NamedTuple):
    """How deep a heading stands: its level, and its place among the headings of that level by numbering."""

    level: float
    series: int
    names: bool = False  # it is no headline but names those below


def depths(found: Sequence[Heading]) -> list[Depth]:
    """Say how deep each heading stands, compared with the others."""
    levels = _levels(found)
    places = _series(found, levels)
    named = (level % 1 == HALF and not h.number for h, level in zip(found, levels, strict=True))
    deep = [Depth(level, place, name) for level, place, name in zip(levels, places, named, strict=True)]
    foreign = _foreign(found)
    deep = [Depth(FOREIGN, 0) if at in foreign else depth for at, depth in enumerate(deep)]
    top = min(deep)
    below = min((depth for depth in deep if depth > top), default=top)
    return [
        below if h.dress.dress == "attachments" else top if h.attached else depth
        for h, depth in zip(found, deep, strict=True)
    ]


def _foreign(found: Sequence[Heading]) -> frozenset[int]:
    """Name the few headings without Han, among others with Han, that no markup raises: a title or authors again."""
    flat = len({h.level for h in found if h.dress.dress != "opening"}) == 1
    latin = frozenset(at for at, h in enumerate(found) if (flat or not h.level) and not IS_HAN.search(h.text))
    return latin if len(latin) < FEW * len(found) else frozenset()


def are_by_chance(found: Sequence[Heading]) -> bool:
    """Tell whether levels mean nothing: of two signed articles in no section one is set deeper, or below the other."""
    deep = depths(found)
    above = parents(deep)
    signed = [h.follows in ("byline", "dateline") and not h.number for h in found]
    free = {deep[at] for at, parent in enumerate(above) if signed[at] and (parent < 0 or signed[parent])}
    return len(free) > 1


def parents(found: Sequence[Depth]) -> list[int]:
    """Name, for each heading, the one above it by its place; -1 at the top."""
    above: list[int] = []
    stack: list[int] = []
    for at, depth in enumerate(found):
        while stack and found[stack[-1]] >= depth:
            stack.pop()
        above.append(stack[-1] if stack else -1)
        stack.append(at)
    return above


def _levels(found: Sequence[Heading]) -> list[float]:
    """Return the level of each heading, as told or as its numbers and neighbours make it."""
    if found[0].dress.dress in ("masthead", "opening"):
        return [-math.inf, *_levels(found[1:])] if len(found) > 1 else [-math.inf]
    levels = _as_listed(found, [float(h.level) if h.level else None for h in found])
    levels = _above_what_they_name(found, levels)
    for style in {h.style for h in found if h.style}:
        own = [at for at, h in enumerate(found) if h.style == style]
        if _crosses(found, levels, own):
            usual = _usual([levels[at] for at in own])
            for at in own:
                levels[at] = usual
    _in_usual_order(found, levels)
    places = _unlevelled(found, levels)
    return [places[_dress(h)] if level is None else level for h, level in zip(found, levels, strict=True)]


def _as_listed(found: Sequence[Heading], levels: Sequence[float | None]) -> list[float | None]:
    """Let contents in two steps tell the levels, also of headings that are set like most of a step but not listed."""
    if {h.listed for h in found if h.listed} != {1, 2}:
        return list(levels)
    steps = Counter((level, h.listed) for h, level in zip(found, levels, strict=True) if h.listed)
    usual = {level: step for (level, step), _ in sorted(steps.items(), key=lambda item: item[1]) if level is not None}
    out = [
        h.listed - LISTED if h.listed else usual[level] - LISTED if level in usual else level
        for h, level in zip(found, levels, strict=True)
    ]
    listed = min((level for level in usual if level), default=0.0)
    for at, (h, level) in enumerate(zip(found, levels, strict=True)):
        if not h.listed and level and (level < listed or not listed and at == 0):
            out[at] = -LISTED  # set larger than all that is listed: above it, or beside it like notices at the end
    return out


def _above_what_they_name(found: Sequence[Heading], levels: Sequence[float | None]) -> list[float | None]:
    """Lift a short heading without text over the headings after it that are set as high or higher: it names them.

    Where more than one of several such names stand no higher than what they name, levels are set by chance, as
    converters guess them from the size of letters: then names stand at one level, and all that they name at another.
    """
    out = list(levels)
    names = [at for at in range(len(found) - 1) if _names(found, at) and None not in levels[at : at + 2]]
    sunk = [at for at in names if (levels[at] or 0.0) >= (levels[at + 1] or 0.0)]
    if len(sunk) > 1 and 2 * len(sunk) > len(names) and len({levels[at] for at in sunk}) > 1:
        level = min(level for level in levels if level is not None)
        named = [level if old is not None and not h.number else None for h, old in zip(found, levels, strict=True)]
        return [level - HALF if at in names else old for at, old in enumerate(named)]
    for at in sunk:
        out[at] = (levels[at + 1] or 0.0) - HALF
    return out


def _names(found: Sequence[Heading], at: int) -> bool:
    """Tell whether a short heading without text or number stands alone above another with text: it names it."""
    h = found[at]
    lone = [h.follows for h in found[max(0, at - 1) : at + 2]].count("heading") == 1 and h.follows == "heading"
    return lone and h.short and not h.number


def _in_usual_order(found: Sequence[Heading], levels: list[float | None]) -> None:
    """Raise 一、 to the level of （一） where it is set less heavy: on pages the number tells more than the setting."""
    by_style: dict[str, list[int]] = defaultdict(list)
    for at, h in enumerate(found):
        if h.dress.dress == "number" and h.number and levels[at] is not None:
            by_style[h.style].append(at)
    highest: float | None = None
    for style in sorted(by_style, key=order_of, reverse=True):
        for at in by_style[style]:
            level = levels[at]
            levels[at] = level if highest is None or level is None else min(level, highest)
        told = [level for at in by_style[style] if (level := levels[at]) is not None]
        highest = min(told, default=highest)


def _crosses(found: Sequence[Heading], levels: Sequence[float | None], own: Sequence[int]) -> bool:
    """Tell whether a series counts on from one level to another."""
    steps = [(a, b) for a, b in pairwise(own) if found[b].value == found[a].value + 1]
    crossing = sum(levels[a] != levels[b] for a, b in steps)
    return bool(steps) and crossing >= CROSSING * len(steps)


def _usual(levels: Sequence[float | None]) -> float | None:
    told = Counter(level for level in levels if level is not None)
    return max(told, key=lambda level: (told[level], -level)) if told else None


def _dress(h: Heading) -> str:
    """Name what headings without a level are alike by: their numbering, else how they are set."""
    return h.style or h.told or h.signature


def _unlevelled(found: Sequence[Heading], levels: Sequence[float | None]) -> Mapping[str, float]:
    """Give each dress without a level one: below what stands above it, above what stands below it, else the deepest.

    Among themselves they nest in the order in which they first appear; kinds of numbering in their usual order.
    """
    dresses = list(dict.fromkeys(_dress(h) for h, level in zip(found, levels, strict=True) if level is None))
    orders = {_dress(h): h.number.order for h in found if h.number}
    counted = sorted((d for d in dresses if d in orders), key=lambda d: orders[d])
    slots = iter(counted)
    ordered = _names_first(found, levels, [next(slots) if d in orders else d for d in dresses], orders)
    bare: Counter[str] = Counter()  # headings of a dress with another right below
    below: dict[str, float] = {}
    for (a, above), (b, level) in pairwise(zip(found, levels, strict=True)):
        if above is not None or level is None or a.follows != "heading":
            continue
        bare[_dress(a)] += 1
        if not a.number and b.number is not None and b.number.value == 1 or _mostly(bare, found, _dress(a)):
            below[_dress(a)] = min(level, below.get(_dress(a), level))
    return {d: below[d] - QUARTER if d in below else UNLEVELLED + at for at, d in enumerate(ordered)}


def _names_first(
    found: Sequence[Heading], levels: Sequence[float | None], dresses: Sequence[str], counted: Collection[str]
) -> list[str]:
    """Put a dress without numbers before the one that stands right below most of its headings: it names those."""
    bare: Counter[str] = Counter()
    named: dict[str, str] = {}  # by dress, what stands below its headings
    for (a, above), (b, level) in pairwise(zip(found, levels, strict=True)):
        if above is None and level is None and a.follows == "heading" and _dress(a) != _dress(b):
            bare[_dress(a)] += 1
            named.setdefault(_dress(a), _dress(b))
    out = list(dresses)
    for dress, below in named.items():
        if dress not in counted and _mostly(bare, found, dress) and out.index(dress) > out.index(below):
            out.remove(dress)
            out.insert(out.index(below), dress)
    return out


def _mostly(bare: Mapping[str, int], found: Sequence[Heading], dress: str) -> bool:
    """Tell whether at least half of the headings of a dress, and more than one, have another right below."""
    own = sum(_dress(h) == dress for h in found)
    return bare[dress] > 1 and 2 * bare[dress] >= own


def _series(found: Sequence[Heading], levels: Sequence[float]) -> list[int]:
    """Place the headings of one level by their numbering, where it tells that they nest."""
    by_level: dict[float, list[int]] = defaultdict(list)
    for at, level in enumerate(levels):
        by_level[level].append(at)
    flat = len({level for level in levels if level < UNLEVELLED}) == 1
    places = [0] * len(found)
    for level, own in by_level.items():
        orders = sorted({(h.number.order, h.style) for at in own if (h := found[at]).number})
        styles = {style: rank + 1 for rank, (_, style) in enumerate(orders)}
        if len(styles) > 1 or styles and flat and level < UNLEVELLED and _is_headed(found, own):
            _place(found, own, styles, places)
    return places


def _is_headed(found: Sequence[Heading], own: Sequence[int]) -> bool:
    """Tell whether a heading without a number stands right above the first of each series of one level."""
    ones = [k for k, at in enumerate(own) if found[at].value == 1]
    return bool(ones) and all(k > 0 and not _is_sister(found[own[k - 1]]) for k in ones)


def _is_sister(h: Heading) -> bool:
    return bool(h.number) or is_structural(h.text)


def _place(found: Sequence[Heading], own: Sequence[int], styles: Mapping[str, int], places: list[int]) -> None:
    """Place numbered headings by style, 引言 and 结语 beside the numbered ones of the same text, others on top."""
    texts: list[list[int]] = [[]]
    for at in own:
        if not found[at].number and not is_structural(found[at].text):
            texts.append([])
        texts[-1].append(at)
    for text in texts:
        outermost = min((styles[found[at].style] for at in text if found[at].number), default=1)
        for k, at in enumerate(text):
            h = found[at]
            places[at] = styles[h.style] if h.number else outermost if k and is_structural(h.text) else 0
