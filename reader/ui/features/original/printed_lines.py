"""Where source characters stand on the pages of a file, and which of them stands at a place. Pure functions.

PrintedLines are points from the top left corner of the page as it is seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.model.document import Box, Place, Span

REACH = 36.0  # points from a line within which a click means it
UP_AGAIN = 8  # heights of a line: the next cell of a table begins no higher, the next column of a page does
NEAR = 1.6  # heights of a line between two lines of one paragraph, at most


class PrintedPart(NamedTuple):
    """A part of a page."""

    page: int
    box: Box


class PrintedLines:
    """The printed lines of one issue, to be looked up by character and by place."""

    def __init__(self, text: str = "", printed: Sequence[Place] = ()) -> None:
        self._text = text
        self._printed = tuple(printed)
        self._starts = [line.start for line in printed]
        self._by_page: dict[int, list[Place]] = {}
        for line in printed:
            self._by_page.setdefault(line.page, []).append(line)

    def of(self, spans: Iterable[Span]) -> tuple[PrintedPart, ...]:
        """Return the parts of pages that the characters of some spans take: more than one where a column ends."""
        return tuple(_joined(place for span in spans for place in self._lines_of(span)))

    def at(self, offset: int) -> PrintedPart | None:
        """Return the line that holds a character, or the last one before it."""
        at = bisect_right(self._starts, offset) - 1
        if not self._printed:
            return None
        line = self._printed[max(at, 0)]
        return PrintedPart(line.page, line.box)

    def offset_at(self, page: int, x: float, y: float) -> int | None:
        """Return the source offset of the character at a point of a page, or of the nearest one close by."""
        near = [(_distance(line.box, x, y), line) for line in self._by_page.get(page, ())]
        if not near:
            return None
        distance, line = min(near, key=lambda row: row[0])
        return self._offset_in(line, x) if distance <= REACH else None

    def reading_offset(self, page: int, y: float, beside: Box | None = None) -> int:
        """Return the offset of the line at a height of a page, or of the next below; else of the last one before.

        Of several columns it is the one of `beside`, else the first.
        """
        lines = [line for line in self._by_page.get(page, ()) if line.box.bottom > y]
        same = [line for line in lines if beside and _overlap(line.box.left, line.box.right, beside.left, beside.right)]
        if lines:
            return min(same or lines, key=lambda line: (max(line.box.top - y, 0.0), line.start)).start
        before = [line.start for line in self._printed if line.page <= page]
        return max(before, default=0)

    def _lines_of(self, span: Span) -> Iterator[PrintedPart]:
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        for line in self._printed[at:]:
            if line.start >= span.end:
                return
            if line.end > span.start:
                yield PrintedPart(line.page, self._part(line, span))

    def _part(self, line: Place, span: Span) -> Box:
        """Return the part of a line that some of its characters take; a line set sideways is one piece."""
        box = line.box
        if span.start <= line.start and span.end >= line.end or box.bottom - box.top > box.right - box.left:
            return box
        whole = _ems(self._text[line.start : line.end]) or 1.0
        left = _ems(self._text[line.start : max(span.start, line.start)]) / whole
        right = _ems(self._text[line.start : min(span.end, line.end)]) / whole
        wide = box.right - box.left
        return box._replace(left=box.left + left * wide, right=box.left + right * wide)

    def _offset_in(self, line: Place, x: float) -> int:
        """Return the character of a line at a distance from the page's left edge."""
        box = line.box
        text = self._text[line.start : line.end]
        if box.bottom - box.top > box.right - box.left or not text:
            return line.start
        wanted = (x - box.left) / (box.right - box.left) * _ems(text)
        passed = 0.0
        for at, char in enumerate(text):
            passed += _ems(char)
            if passed > wanted:
                return line.start + at
        return line.end - 1


def hull(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box around some."""
    found = list(boxes)
    if not found:
        return None
    lefts, tops, rights, bottoms = zip(*found, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _joined(places: Iterable[PrintedPart]) -> Iterator[PrintedPart]:
    """Put the lines of one column together, and the cells of one table."""
    last: PrintedPart | None = None
    height = 0.0
    for place in places:
        if last and last.page == place.page and _belongs(last.box, place.box, height):
            last = PrintedPart(last.page, hull((last.box, place.box)) or place.box)
        else:
            if last:
                yield last
            last = place
        height = place.box.bottom - place.box.top
    if last:
        yield last


def _belongs(above: Box, box: Box, height: float) -> bool:
    """Tell whether a line goes on with what stands above it or beside it; `height` is that of the line before."""
    height = max(height, box.bottom - box.top)
    if _overlap(above.top, above.bottom, box.top, box.bottom):
        return box.top >= above.bottom - UP_AGAIN * height
    is_below = above.bottom - height / 2 <= box.top <= above.bottom + NEAR * height
    return is_below and _overlap(above.left, above.right, box.left, box.right)


def _overlap(start: float, end: float, other_start: float, other_end: float) -> bool:
    """Tell whether two stretches share half of the shorter one."""
    shared = min(end, other_end) - max(start, other_start)
    return shared >= 0.5 * min(end - start, other_end - other_start)


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.left - x, 0.0, x - box.right)
    down = max(box.top - y, 0.0, y - box.bottom)
    return max(across, down)


def _ems(text: str) -> float:
    """Estimate the width of a text: a Han character is twice as wide as a Latin one."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))
