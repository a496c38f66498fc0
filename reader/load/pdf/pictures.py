"""The pictures of a PDF that show something: no backgrounds, no ornaments, nothing that every page repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.load.pdf.parts import PdfPage, holds, hull, turned
from reader.model.document import PICTURE_SIGN, Box, Line, PagePart, Picture
from reader.model.kinds import PictureKind

LEAST = 36.0  # points: smaller ones are ornaments
MOST_SHARE = 0.8  # of a page: a larger one is its ground or the page itself, scanned
TOUCHING = 2.0  # points between the strips that a program cut a picture into
OFTEN = 3  # pages with a picture at the same place, from which on it is part of the page's dress
GRID = 4.0  # points within which places are the same
EDGE = 1.0  # points around a formula
LINES = 5  # lines of text on a picture, from which on it is a ground


def pictures_of(pages: Sequence[PdfPage], lines: Iterable[Line]) -> tuple[Picture, ...]:
    """Return the pictures with their places, as the pages are seen, from the top of the file."""
    found: list[tuple[int, Box, PictureKind]] = []
    for page in pages:
        charts = _charts(page)
        found += [(page.number, box, "chart") for box in charts]
        found += [
            (page.number, box, "photo") for box in _whole(page) if not any(holds(c, box, TOUCHING) for c in charts)
        ]
    at_place = Counter((is_at(box)) for _, box, _kind in found)
    texts: dict[int, list[Box]] = {}
    for line in lines:
        if line.look and not (line.hint and line.hint.data == "chart"):
            texts.setdefault(line.look.page, []).append(line.look.box)
    return tuple(
        picture_on(page, box, kind)
        for page, box, kind in found
        if at_place[is_at(box)] < OFTEN and sum(holds(box, text) for text in texts.get(page, ())) < LINES
    )


def picture_on(page: int, box: Box, kind: PictureKind) -> Picture:
    """Make a picture of a part of a page; where it stands in the text is found later."""
    width = box.right - box.left
    return Picture(-1, PagePart(page, box), kind, round(width), round(box.bottom - box.top), width)


def formulas_in(pages: Sequence[PdfPage], text: str, lines: Iterable[Line]) -> Iterator[Picture]:
    """Yield the drawn formulas, each with the offset of the sign that stands for it in its line."""
    boxes = {page.number: [turned(b, page.turns, page.width, page.height) for b in page.formulas] for page in pages}
    for line in lines:
        if line.look is None or PICTURE_SIGN not in (words := text[line.start : line.end]):
            continue
        signs = [line.start + at for at, char in enumerate(words) if char == PICTURE_SIGN]
        near = sorted(box for box in boxes.get(line.look.page, ()) if _meets(box, line.look.box))
        for at, box in zip(signs, near, strict=False):
            boxes[line.look.page].remove(box)
            around = Box(box.left - EDGE, box.top - EDGE, box.right + EDGE, box.bottom + EDGE)
            yield replace(picture_on(line.look.page, around, "formula"), at=at, is_inline=True)


def _meets(box: Box, line: Box) -> bool:
    """Tell whether a drawing stands in a line."""
    across = min(box.right, line.right) - max(box.left, line.left)
    return across > 0 and min(box.bottom, line.bottom) > max(box.top, line.top)


def _whole(page: PdfPage) -> list[Box]:
    """Return the pictures of a page that are large enough, those cut into strips in one piece."""
    joined: list[Box] = []
    for box in page.strokes.pictures:
        clipped = Box(max(box.left, 0.0), max(box.top, 0.0), min(box.right, page.width), min(box.bottom, page.height))
        if clipped.left >= clipped.right or clipped.top >= clipped.bottom:
            continue
        near = [known for known in joined if _touch(known, clipped)]
        joined = [known for known in joined if known not in near] + [hull([clipped, *near])]
    area = page.width * page.height
    return [
        turned(box, page.turns, page.width, page.height)
        for box in joined
        if min(box.right - box.left, box.bottom - box.top) >= LEAST
        and (box.right - box.left) * (box.bottom - box.top) < MOST_SHARE * area
    ]


def _charts(page: PdfPage) -> list[Box]:
    return [turned(chart.box, page.turns, page.width, page.height) for chart in page.charts]


def _touch(box: Box, other: Box) -> bool:
    """Tell whether two pictures are parts of one: they meet along a whole side, or one lies on the other."""
    apart = max(box.left - other.right, other.left - box.right, box.top - other.bottom, other.top - box.bottom)
    if apart > TOUCHING:
        return False
    same_width = abs(box.left - other.left) <= TOUCHING and abs(box.right - other.right) <= TOUCHING
    same_height = abs(box.top - other.top) <= TOUCHING and abs(box.bottom - other.bottom) <= TOUCHING
    return same_width or same_height or holds(box, other, TOUCHING) or holds(other, box, TOUCHING)


def is_at(box: Box) -> tuple[int, ...]:
    """Return a place that pictures share which stand at the same one on different pages."""
    return tuple(round(edge / GRID) for edge in box)
