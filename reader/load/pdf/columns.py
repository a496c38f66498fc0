"""Reading order: cut a page at its gutters and at what stands across them, until each part is one column.

The order of the file counts as evidence, and is believed nowhere alone: most programs set one column after the
other, some set a page line by line, and one that lets frames be moved about keeps them as they were made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.load.pdf.parts import Fragment, hull
from reader.model.document import Box

GUTTER = 0.7  # em; columns stand at least so far apart
NARROW, BROAD = 5.0, 9.0  # em; a column is hardly ever narrower, and usually broader
LEADING = 2.0  # times the size; the lines of one headline are no further apart
LEVEL = 0.25  # em by which the baselines of one line may differ
REACHES = 1.6  # em from its column's edge at which a line still fills it
UNLIKE = 1.6  # times: a title and what is printed small beside it
BELIEVED = 2.0  # log odds from which on two parts side by side are columns
RULED = 0.85  # of the width of a part, that a line runs across to cut it
STOREY = 0.9  # em of white from side to side above headlines
BESIDE_SHARE = 0.15  # of the fragments, that stand beside the one before in the file where it goes line by line
FOREIGN, NATIVE = 0.1, 0.5  # of the letters, that are Han characters in a translation, and in the text
LETTERS = 20  # of a side, from which on its script can be told
HEADLINE = 1.15  # times the size of the text
DEEPEST = 12  # cuts in each other
GUTTERS_TRIED = 6  # of one part of a page


class Unit(NamedTuple):
    """What stays together while a page is cut: a fragment, or all that stands in a frame or a table."""

    box: Box
    fragment: Fragment | None = None
    inside: int = -1  # number of the frame or table

    @property
    def order(self) -> int:
        return self.fragment.order if self.fragment else -1


class Gutter(NamedTuple):
    """White between columns, from `left` to `right`."""

    left: float
    right: float


def arranged(units: Sequence[Unit], em: float, rules: Sequence[Box] = (), depth: int = 0) -> Iterator[list[Unit]]:
    """Yield the columns of a part of a page in reading order, each as its units; `rules` are drawn across the page."""
    for place in _storeys(units, rules, em) if depth < DEEPEST else ():
        yield from arranged([unit for unit in units if _centre(unit) < place], em, rules, depth + 1)
        yield from arranged([unit for unit in units if _centre(unit) >= place], em, rules, depth + 1)
        return
    if len(units) > 1 and depth < DEEPEST:
        for gutter in _gutters(units, em):
            bands = list(_bands(units, gutter))
            if any(_are_columns(band, gutter, em) for band in bands):
                yield from _cut(bands, gutter, em, rules, depth)
                return
    yield from _apart(sorted(units, key=lambda unit: (unit.box.top + unit.box.bottom, unit.box.left)))


def _storeys(units: Sequence[Unit], rules: Sequence[Box], em: float) -> Iterator[float]:
    """Yield where a part is cut from side to side: at a line drawn across, or above headlines.

    Columns can have white and headlines side by side by chance: then the file does not set all above before all below.
    """
    if len(units) < 4:
        return
    area = hull(unit.box for unit in units)
    wide = area.right - area.left
    for rule in rules:
        covered = min(rule.right, area.right) - max(rule.left, area.left)
        if covered < RULED * wide or not area.top < rule.top < area.bottom:
            continue
        if not any(unit.box.top < rule.top - 1 and unit.box.bottom > rule.bottom + 1 for unit in units):
            above = sum(_centre(unit) < rule.top for unit in units)
            if 0 < above < len(units):
                yield rule.top
    bottom = -1.0
    ordered = sorted(units, key=lambda unit: unit.box.top)
    lines = _lines_above(ordered, em)
    if lines and _stands_above(ordered[:lines], ordered[lines:], em):
        yield (ordered[lines - 1].box.bottom + ordered[lines].box.top) / 2
    for at, unit in enumerate(ordered):
        white = at and unit.box.top - bottom >= STOREY * em
        storey = white and (_are_headlines(ordered[at:], em) or _is_lone_headline(ordered, at, em))
        if storey and max(u.order for u in ordered[:at]) < min(u.order for u in ordered[at:] if u.fragment):
            yield (unit.box.top + bottom) / 2
        bottom = max(bottom, unit.box.bottom)


def _are_headlines(below: Sequence[Unit], em: float) -> bool:
    """Tell whether the topmost things of a part are headlines side by side, each over a column of its own."""
    top = below[0].box.top
    first = [unit for unit in below if unit.box.top <= top + 1.5 * em]
    if len(first) < 2 or not all(_is_headline(unit, em) for unit in first):
        return False
    boxes = sorted((unit.box for unit in first), key=lambda box: box.left)
    return all(b.left - a.right >= GUTTER * em for a, b in pairwise(boxes)) and all(
        box.right - box.left >= NARROW * em for box in boxes
    )


def _is_lone_headline(ordered: Sequence[Unit], at: int, em: float) -> bool:
    """Tell whether a headline with nothing beside it parts two stories in columns, in a file that goes by columns."""
    head, below = ordered[at], ordered[at + 1 :]
    if not _is_headline(head, em) or not below or below[0].box.top <= head.box.bottom - LEVEL * em:
        return False
    columns = _has_columns(ordered[:at], em) and _has_columns(below, em)
    return columns and not _goes_by_lines(ordered, em)


def _lines_above(ordered: Sequence[Unit], em: float) -> int:
    """Count the lines of the headline that a part begins with; none where something stands beside them."""
    for lines, (above, below) in enumerate(pairwise(ordered), start=1):
        if not _is_headline(above, em) or below.box.top < above.box.bottom - LEVEL * em:
            return 0
        high = below.box.bottom - below.box.top
        alike = _is_headline(below, em) and abs(high - above.box.bottom + above.box.top) < 1
        if not alike or below.box.bottom - above.box.bottom > LEADING * high:
            return lines
    return 0


def _stands_above(head: Sequence[Unit], below: Sequence[Unit], em: float) -> bool:
    """Tell whether a headline is that of all columns below it, wherever it stands above them."""
    first = max(unit.order for unit in head) < min((unit.order for unit in below if unit.fragment), default=0)
    return first and head[0].box.left > min(unit.box.left for unit in below) + em and _has_columns(below, em)


def _has_columns(units: Sequence[Unit], em: float) -> bool:
    return any(_are_columns(band, gutter, em) for gutter in _gutters(units, em) for band in _bands(units, gutter))


def _goes_by_lines(units: Sequence[Unit], em: float) -> bool:
    """Tell whether the file sets what stands side by side one after the other: its order tells of no columns."""
    ordered = sorted((unit.fragment for unit in units if unit.fragment), key=lambda fragment: fragment.order)
    beside = sum(abs(a.base - b.base) <= LEVEL * em and b.left - a.right >= GUTTER * em for a, b in pairwise(ordered))
    return beside > BESIDE_SHARE * len(ordered)


def _is_headline(unit: Unit, em: float) -> bool:
    return unit.fragment is not None and (unit.fragment.size >= HEADLINE * em or unit.fragment.face.bold)


def _apart(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the lines of one column, and what stands in frames between them for itself."""
    run: list[Unit] = []
    for unit in units:
        if unit.fragment is None:
            if run:
                yield run
            yield [unit]
            run = []
        else:
            run.append(unit)
    if run:
        yield run


def _cut(
    bands: Sequence[list[Unit]], gutter: Gutter, em: float, rules: Sequence[Box], depth: int
) -> Iterator[list[Unit]]:
    """Arrange the bands of a part one below the other: columns left and right, else what stands across."""
    across: list[Unit] = []
    for band in bands:
        if not _are_columns(band, gutter, em):
            across += band
            continue
        if across:
            yield from arranged(across, em, rules, depth + 1)
            across = []
        left, right = _sides(band, gutter)
        yield from arranged(left, em, rules, depth + 1)
        yield from arranged(right, em, rules, depth + 1)
    if across:
        yield from arranged(across, em, rules, depth + 1)


def _sides(band: Sequence[Unit], gutter: Gutter) -> tuple[list[Unit], list[Unit]]:
    middle = (gutter.left + gutter.right) / 2
    left = [unit for unit in band if (unit.box.left + unit.box.right) / 2 <= middle]
    return left, [unit for unit in band if (unit.box.left + unit.box.right) / 2 > middle]


def _gutters(units: Sequence[Unit], em: float) -> Iterator[Gutter]:
    """Yield where white could part columns, first where least of the height has something across it."""
    area = hull(unit.box for unit in units)
    events: list[tuple[float, float]] = []
    for unit in units:
        high = unit.box.bottom - unit.box.top
        events += [(unit.box.left, high), (unit.box.right, -high)]
    events.sort()
    covered, found = 0.0, []
    for (at, change), (following, _) in pairwise(events):
        covered += change
        if following - at >= GUTTER * em and at > area.left and following < area.right:
            found.append((covered, at - following, Gutter(at, following)))
    found.sort()
    return iter([gutter for _, _, gutter in found[:GUTTERS_TRIED]])


def _bands(units: Sequence[Unit], gutter: Gutter) -> Iterator[list[Unit]]:
    """Cut a part at what stands across a gutter: yield bands from the top, each line across for itself."""
    middle = (gutter.left + gutter.right) / 2
    band: list[Unit] = []
    bar: list[Unit] = []
    for unit in sorted(units, key=_centre):
        across = unit.box.left < middle < unit.box.right
        if bar and (_is_level(unit, bar[-1]) or _is_next_line(unit, bar[-1], units)):
            bar.append(unit)
            continue
        if bar:
            yield bar
            bar = []
        if not across:
            band.append(unit)
            continue
        bar = [unit]
        while band and unit.fragment is not None and _is_level(band[-1], unit):
            bar.append(band.pop())
        if band:
            yield band
            band = []
    if bar:
        yield bar
    if band:
        yield band


def _is_next_line(unit: Unit, bar: Unit, units: Sequence[Unit]) -> bool:
    """Tell whether a fragment alone on its line goes on with what stands across above: the end of a headline."""
    below, above = unit.fragment, bar.fragment
    if below is None or above is None or below.size != above.size or below.face != above.face:
        return False
    if not 0 < below.base - above.base <= LEADING * below.size or abs(below.left - above.left) > below.size:
        return False
    return not any(
        other is not unit and other.box.top < below.base - 0.2 * below.size and other.box.bottom > below.top
        for other in units
        if other.box.left > below.right or other.box.right < below.left
    )


def _is_level(unit: Unit, bar: Unit) -> bool:
    """Tell whether two fragments stand on one line."""
    if unit.fragment is None or bar.fragment is None:
        return False
    return abs(unit.fragment.base - bar.fragment.base) <= LEVEL * max(unit.fragment.size, bar.fragment.size)


def _centre(unit: Unit) -> float:
    return (unit.box.top + unit.box.bottom) / 2


def _are_columns(band: Sequence[Unit], gutter: Gutter, em: float) -> bool:
    """Tell whether what stands left and right of a gutter is to be read one after the other.

    Otherwise it is the cells of a row, a label and what it says, a title and its page.
    """
    left, right = _sides(band, gutter)
    if not left or not right or any(unit.box.left < gutter.left < gutter.right < unit.box.right for unit in band):
        return False
    a, b = hull(unit.box for unit in left), hull(unit.box for unit in right)
    if min(a.bottom, b.bottom) <= max(a.top, b.top):
        return False  # one below the other
    if any(unit.fragment is None for unit in band) and all(_stands_alone(side) for side in (left, right)):
        return True
    lines = min(_lines(left, em), _lines(right, em))
    narrow = min(a.right - a.left, b.right - b.left) / em
    score = 1.0 if lines >= 4 else -2.5 if lines == 1 else 0.0
    score += 1.0 if narrow >= BROAD else -2.5 if narrow < NARROW else 0.0
    score += 1.0 if gutter.right - gutter.left >= 1.4 * em else 0.0
    score += 1.5 if max(_filled(left, em), _filled(right, em)) >= 0.4 else -1.0
    score += 2.5 if _largest(left) >= UNLIKE * _largest(right) or _largest(right) >= UNLIKE * _largest(left) else 0.0
    score += 3.5 if _are_two_languages(left, right) else 0.0
    score += _told_by_order(left, right)
    score += _told_by_lines(left, right, em)
    return score >= BELIEVED


def _are_two_languages(left: Sequence[Unit], right: Sequence[Unit]) -> bool:
    """Tell whether one side is set in Han characters and the other in Latin letters: a text and its translation."""
    shares = sorted(_han_share(side) for side in (left, right))
    return shares[0] <= FOREIGN < NATIVE <= shares[1]


def _han_share(side: Sequence[Unit]) -> float:
    letters = [char for unit in side if unit.fragment for char in unit.fragment.text if char.isalpha()]
    return (
        sum("\u3400" <= char <= "\u9fff" for char in letters) / len(letters) if len(letters) >= LETTERS else FOREIGN * 2
    )


def _largest(side: Sequence[Unit]) -> float:
    return max((unit.fragment.size for unit in side if unit.fragment), default=1.0)


def _stands_alone(side: Sequence[Unit]) -> bool:
    """Tell whether one side is a frame, or text of some lines."""
    return any(unit.fragment is None for unit in side) or len(side) >= 3


def _lines(side: Sequence[Unit], em: float) -> int:
    """Count the lines of a column; a frame has many."""
    bases = sorted(unit.fragment.base for unit in side if unit.fragment)
    lines = sum(b - a > LEVEL * em for a, b in pairwise(bases)) + bool(bases)
    return lines + 4 * sum(unit.fragment is None for unit in side)


def _filled(side: Sequence[Unit], em: float) -> float:
    """Return the share of lines that end at the column's right edge."""
    rights = [unit.box.right for unit in side if unit.fragment]
    if len(rights) < 3:
        return 0.0
    edge = max(rights)
    return sum(right >= edge - REACHES * em for right in rights) / len(rights)


def _told_by_order(left: Sequence[Unit], right: Sequence[Unit]) -> float:
    """Weigh how often the file changes sides: once between columns, at every line between cells."""
    sides = sorted([(u.order, 0) for u in left if u.fragment] + [(u.order, 1) for u in right if u.fragment])
    if len(sides) < 3:
        return 0.0
    changes = sum(a != b for (_, a), (_, b) in pairwise(sides))
    fewer = min(sum(side for _, side in sides), sum(1 - side for _, side in sides))
    if not fewer:
        return 0.0
    return 2.5 if changes <= 2 and fewer >= 2 else -2.0 if changes >= 1.2 * fewer else 0.5


def _told_by_lines(left: Sequence[Unit], right: Sequence[Unit], em: float) -> float:
    """Weigh whether the lines of both sides stand level: those of a table do, those of columns may."""
    ours = [unit.fragment.base for unit in left if unit.fragment]
    theirs = [unit.fragment.base for unit in right if unit.fragment]
    if min(len(ours), len(theirs)) < 2:
        return 0.0
    few, many = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    level = sum(any(abs(a - b) <= LEVEL * em for b in many) for a in few) / len(few)
    return 1.5 if level < 0.6 else -0.5


def usual_size(fragments: Sequence[Fragment]) -> float:
    """Return the size of the characters in the middle, small and large ones counted alike."""
    return median(fragment.size for fragment in fragments) if fragments else 10.0
