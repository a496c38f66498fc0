"""From recognised lines to what all pages are made of: turned straight, each with a size and a baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, cos, hypot, sin
from statistics import median

from reader.load.ocr.kept import PageText, TextLine
from reader.load.pdf.fragments import is_wide
from reader.load.pdf.letters import letters
from reader.load.pdf.parts import ASCENT, DESCENT, Fragment, PdfPage, Strokes, Typeface

LONG = 6.0  # times as long as high: a line that tells how a page is turned
LATIN_WIDTH = 0.52  # em of a letter
BOX = 0.94  # of the height of a box that its characters fill
SPACED = 1.06  # times the height of its box that a character of a line can be wide; wider ones are set apart
FACE = Typeface("", False)


def page_of_text(number: int, page: PageText) -> PdfPage:
    """Return a page as that of a PDF would be told."""
    angle = _angle(page.lines)
    fragments = tuple(
        fragment
        for order, line in enumerate(sorted(page.lines, key=lambda line: (line.corners[1], line.corners[0])))
        if (fragment := _fragment(line, angle, order))
    )
    return PdfPage(number, page.width, page.height, 0, fragments, (), Strokes())


def _angle(lines: Sequence[TextLine]) -> float:
    """Measure by how much a page is turned, in radians: as most of its long lines are."""
    found = []
    for line in lines:
        x0, y0, x1, y1, x2, y2, _x3, _y3 = line.corners
        if hypot(x1 - x0, y1 - y0) > LONG * hypot(x2 - x1, y2 - y1):
            found.append(atan2(y1 - y0, x1 - x0))
    return median(found) if found else 0.0


def _fragment(line: TextLine, angle: float, order: int) -> Fragment | None:
    """Return a line as characters with a place; None where it shows nothing."""
    text = " ".join("".join(letters(ord(sign)) for sign in line.text).split())
    if not text:
        return None
    points = list(_turned(line.corners, -angle))
    left, right = (points[0][0] + points[3][0]) / 2, (points[1][0] + points[2][0]) / 2
    top, bottom = (points[0][1] + points[1][1]) / 2, (points[2][1] + points[3][1]) / 2
    ems = sum(1.0 if is_wide(sign) else LATIN_WIDTH for sign in text)
    high = BOX * (bottom - top)
    size = max(1.0, min((right - left) / ems, SPACED * high) if any(map(is_wide, text)) else high)
    base = (top + bottom) / 2 + (ASCENT - DESCENT) / 2 * size
    return Fragment(text, left, right, base, round(size, 1), FACE, order)


def _turned(corners: Sequence[float], angle: float) -> Iterator[tuple[float, float]]:
    """Yield points turned around the corner of the page."""
    c, s = cos(angle), sin(angle)
    for x, y in zip(corners[::2], corners[1::2], strict=True):
        yield c * x - s * y, s * x + c * y
