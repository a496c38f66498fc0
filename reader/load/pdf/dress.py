"""What is drawn around a printed line: a rule above or below it, a bar of colour behind it or at its left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reader.load.pdf.ink import ground_of
from reader.load.pdf.parts import Ground, Strokes
from reader.model.document import Box

STRIP = 24.0  # points; strokes are looked up by the strip of the page in which they lie
STRIPS = 400  # of a page
ABOVE, BELOW = 1.0, 0.9  # em of white between a line and a rule that belongs to it
COVERED = 0.8  # of a line's width that a rule runs along
BAR_HIGH = 3.4  # em; an area that is higher is a box of text
FLANK_WIDE, FLANK_AWAY = 0.9, 1.6  # em: of a bar at the left, and from it to the text

Shelves = Mapping[int, list[Ground]]


class LineDress(NamedTuple):
    """What is drawn around a line."""

    ground: int = -1  # colour of a bar behind it
    above: bool = False  # a rule
    below: bool = False
    flank: bool = False  # a bar at its left


class Wardrobe:
    """The strokes of a page, to be looked up by place."""

    def __init__(self, strokes: Strokes) -> None:
        self._rules = _shelved(Ground(box, 0) for box in strokes.across)
        self._grounds = _shelved([*strokes.grounds, *(Ground(box, 0) for box in strokes.down)])

    def dress(self, box: Box, size: float) -> LineDress:
        """Return what is drawn around a line of text of a size."""
        em = size or 1.0
        top, bottom, middle = box.top - ABOVE * em, box.bottom + BELOW * em, (box.top + box.bottom) / 2
        rules = [rule.box for rule in _near(self._rules, top, bottom) if _runs_along(rule.box, box)]
        bars = [
            bar for bar in _near(self._grounds, box.top, box.bottom) if bar.box.bottom - bar.box.top <= BAR_HIGH * em
        ]
        behind = ground_of(box, bars)
        return LineDress(
            behind.colour if behind else -1,
            any(top <= rule.bottom and rule.top <= middle for rule in rules),
            any(middle <= rule.bottom and rule.top <= bottom for rule in rules),
            any(_flanks(bar.box, box, em) for bar in bars),
        )


def _shelved(grounds: Iterable[Ground]) -> Shelves:
    shelves: dict[int, list[Ground]] = {}
    for ground in grounds:
        for strip in _strips(ground.box.top, ground.box.bottom):
            shelves.setdefault(strip, []).append(ground)
    return shelves


def _strips(top: float, bottom: float) -> range:
    return range(max(0, int(top // STRIP)), min(STRIPS, int(bottom // STRIP)) + 1)


def _near(shelves: Shelves, top: float, bottom: float) -> Iterator[Ground]:
    for strip in _strips(top, bottom):
        yield from shelves.get(strip, ())


def _runs_along(rule: Box, box: Box) -> bool:
    return min(rule.right, box.right) - max(rule.left, box.left) >= COVERED * (box.right - box.left)


def _flanks(bar: Box, box: Box, em: float) -> bool:
    """Tell whether a narrow bar stands right at the left of a line and is as high as it."""
    high = min(bar.bottom, box.bottom) - max(bar.top, box.top)
    near = 0 <= box.left - bar.right <= FLANK_AWAY * em
    return near and bar.right - bar.left <= FLANK_WIDE * em and high >= COVERED * (box.bottom - box.top)
