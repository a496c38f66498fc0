"""What is found on a page before anything is put in order: pieces of lines, strokes, frames, pictures.

All places are points from the top left corner of the page as it is read, which is the page as it is seen but for
pages whose whole text is printed sideways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.model.document import Box, Styled

ASCENT, DESCENT = 0.88, 0.12  # of the size: a Han character above and below the baseline


class Typeface(NamedTuple):
    """A typeface, without the mark of the subset that a file embeds."""

    name: str
    bold: bool


class Gap(NamedTuple):
    """White between two characters of a fragment."""

    at: int  # offset of the second
    left: float
    right: float


class Fragment(NamedTuple):
    """Characters that the file sets one after the other on one line."""

    text: str
    left: float
    right: float
    base: float  # of most characters
    size: float  # of most characters
    face: Typeface  # of most characters
    order: int  # place in the file
    styled: tuple[Styled, ...] = ()  # offsets in `text`
    gaps: tuple[Gap, ...] = ()  # wide ones
    colour: int = 0  # of most characters, 0xRRGGBB; -1 where nothing is drawn

    @property
    def top(self) -> float:
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.base + DESCENT * self.size

    @property
    def box(self) -> Box:
        return Box(self.left, self.top, self.right, self.bottom)


class Ground(NamedTuple):
    """An area of a colour other than that of paper."""

    box: Box
    colour: int  # 0xRRGGBB


class Drawing(NamedTuple):
    """A figure that is neither a line across or down nor a rectangle."""

    box: Box
    points: int


class Strokes(NamedTuple):
    """The lines and areas that are drawn on a page."""

    across: tuple[Box, ...] = ()  # thin boxes: horizontal lines
    down: tuple[Box, ...] = ()  # vertical ones
    frames: tuple[Box, ...] = ()  # rectangles with a line around or a ground of their own
    pictures: tuple[Box, ...] = ()
    grounds: tuple[Ground, ...] = ()
    drawn: tuple[Drawing, ...] = ()


class Chart(NamedTuple):
    """A chart that is drawn, and the text that belongs to it."""

    box: Box
    fragments: tuple[Fragment, ...]


class PdfPage(NamedTuple):
    """All that is found on one page."""

    number: int  # from 0
    width: float  # of the page as it is read, points
    height: float
    turns: int  # quarter turns clockwise from the page as seen to the page as read
    fragments: tuple[Fragment, ...]
    aside: tuple[Fragment, ...]  # set in another direction than the page's text: watermarks, names of axes
    strokes: Strokes
    unseen: tuple[Fragment, ...] = ()  # text that is not shown
    charts: tuple[Chart, ...] = ()
    formulas: tuple[Box, ...] = ()  # that are drawn, not set


def cut(fragment: Fragment, places: Iterable[float] | None = None) -> Iterator[Fragment]:
    """Yield the parts of a fragment between its wide gaps; of these only where one of `places` lies, if given."""
    wanted = None if places is None else tuple(places)
    start, left = 0, fragment.left
    for gap in fragment.gaps:
        if wanted is None or any(gap.left <= place <= gap.right for place in wanted):
            yield _part(fragment, start, gap.at, left, gap.left)
            start, left = gap.at, gap.right
    yield _part(fragment, start, len(fragment.text), left, fragment.right) if start else fragment


def _part(fragment: Fragment, start: int, end: int, left: float, right: float) -> Fragment:
    text = fragment.text[start:end].rstrip()
    end = start + len(text)
    styled = tuple(
        row._replace(start=max(row.start, start) - start, end=min(row.end, end) - start)
        for row in fragment.styled
        if row.start < end and row.end > start
    )
    gaps = tuple(gap._replace(at=gap.at - start) for gap in fragment.gaps if start < gap.at < end)
    return fragment._replace(text=text, left=left, right=right, styled=styled, gaps=gaps)


def hull(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around some."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def holds(outer: Box, inner: Box, slack: float = 1.0) -> bool:
    """Tell whether a box lies in another one, up to a point."""
    return (
        inner.left >= outer.left - slack
        and inner.right <= outer.right + slack
        and (inner.top + inner.bottom) / 2 >= outer.top
        and (inner.top + inner.bottom) / 2 <= outer.bottom
    )


def turned(box: Box, turns: int, width: float, height: float) -> Box:
    """Turn a box back from the page as read, `width` by `height`, to the page as seen."""
    left, top, right, bottom = box
    if turns == 1:
        return Box(top, width - right, bottom, width - left)
    if turns == 2:
        return Box(width - right, height - bottom, width - left, height - top)
    if turns == 3:
        return Box(height - bottom, left, height - top, right)
    return box
