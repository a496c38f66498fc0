"""Read the lines, rectangles and pictures that are drawn on a page."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reader.load.pdf.ink import UNSEEN, colour_of, is_pale
from reader.load.pdf.parts import Drawing, Ground, Strokes
from reader.load.pdf.view import View
from reader.model.document import Box

THIN = 2.6  # points; a thinner area is a line
SHORTEST = 8.0  # points; a shorter line says nothing
OBJECTS = 3000  # of one page that are looked at: maps and charts have more, and no tables
POINTS = 12  # of one path: a shape with more is a drawing
SLANT = 0.6  # points; a line that rises more goes askew
POINTS_READ = 2000  # of one path; the curve of a year's days has fewer
DEPTH = 4  # of drawings in drawings
PATH, IMAGE, SHADING, FORM = 2, 3, 4, 5  # FPDF_PAGEOBJ_… of fpdf_edit.h

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_strokes(raw: Any, page: Any, view: View) -> Strokes:
    """Return what is drawn on a page; of a page full of drawings only the beginning."""
    found = FoundStrokes()
    budget = iter(range(OBJECTS))
    count, get = raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject
    _walk(raw, (get(page, i) for i in range(count)), WHOLE, view, found, budget, 0)
    return found.told()


@dataclass(frozen=True, slots=True)
class FoundStrokes:
    """What is found so far."""

    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    drawn: list[Drawing] = field(default_factory=list)

    def told(self) -> Strokes:
        """Return each thing once."""
        across, down, frames, pictures = (
            tuple(dict.fromkeys(rows)) for rows in (self.across, self.down, self.frames, self.pictures)
        )
        return Strokes(across, down, frames, pictures, tuple(dict.fromkeys(self.grounds)), tuple(self.drawn))


def _walk(
    raw: Any, objects: Iterator[Any], outer: Matrix, view: View, found: FoundStrokes, budget: Iterator[int], depth: int
) -> None:
    """Collect from some objects and from the drawings among them."""
    for item in objects:
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in (PATH, IMAGE, SHADING, FORM):
            continue
        if next(budget, -1) < 0:
            return
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item, own)
        matrix = times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        if kind == FORM and depth < DEPTH:
            count, get = raw.FPDFFormObj_CountObjects(item), raw.FPDFFormObj_GetObject
            _walk(raw, (get(item, i) for i in range(count)), matrix, view, found, budget, depth + 1)
        elif kind == IMAGE:
            corners = [moved(matrix, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
            found.pictures.append(_around(view, corners))
        elif kind == SHADING:
            found.grounds.append(Ground(_bounds(raw, item, outer, view), 0))
        elif kind == PATH:
            _path(raw, item, matrix, view, found)


def _bounds(raw: Any, item: Any, outer: Matrix, view: View) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return _around(view, [moved(outer, x.value, y.value) for x in (left, right) for y in (bottom, top)])


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that moves as one does, and then as another."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a matrix moves a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _around(view: View, points: Sequence[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return view.box((min(xs), max(xs)), (min(ys), max(ys)))


def _path(raw: Any, item: Any, matrix: Matrix, view: View, found: FoundStrokes) -> None:
    """Sort the figures of one path."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not (fill.value or stroke.value):
        return
    colour = colour_of(raw, item) if fill.value else UNSEEN
    pen = Pen(bool(fill.value), bool(stroke.value), colour)
    for points, closed in _figures(raw, item, matrix):
        sort_figure(points, closed, pen, view, found)


class Pen(NamedTuple):
    """How a figure is drawn."""

    fills: bool
    strokes: bool
    colour: int  # of what it fills


def sort_figure(points: Sequence[Point], closed: bool, pen: Pen, view: View, found: FoundStrokes) -> None:
    """Sort one figure: lines, and rectangles with or without a line around."""
    if len(points) < 2:
        return
    seen = pen.fills and not is_pale(pen.colour)
    box = _around(view, points)
    wide, high = box.right - box.left, box.bottom - box.top
    if seen and min(wide, high) > THIN and max(wide, high) >= SHORTEST:
        found.grounds.append(Ground(box, pen.colour))
    if len(points) > POINTS or not _is_upright(points):
        found.drawn.append(Drawing(box, len(points)))
        return
    if high <= THIN and wide >= SHORTEST:
        found.across.append(box)
    elif wide <= THIN and high >= SHORTEST:
        found.down.append(box)
    elif wide >= SHORTEST and high >= SHORTEST and (closed or pen.fills) and len(points) >= 4:
        if pen.strokes:
            found.across.extend((box._replace(bottom=box.top), box._replace(top=box.bottom)))
            found.down.extend((box._replace(right=box.left), box._replace(left=box.right)))
            found.frames.append(box)
        elif seen:
            found.frames.append(box)
    elif pen.strokes and not pen.fills:
        for a, b in itertools.pairwise(points):
            _line(_around(view, [a, b]), found)


def _is_upright(points: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a figure goes up, down and across only, as lines and frames do."""
    return all(min(abs(bx - ax), abs(by - ay)) <= SLANT for (ax, ay), (bx, by) in itertools.pairwise(points))


def _line(box: Box, found: FoundStrokes) -> None:
    wide, high = box.right - box.left, box.bottom - box.top
    if high <= THIN and wide >= SHORTEST:
        found.across.append(box)
    elif wide <= THIN and high >= SHORTEST:
        found.down.append(box)


def _figures(raw: Any, item: Any, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Yield the figures of a path as their points, and whether each is closed."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    closed = False
    for i in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, i)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if points:
                yield points, closed
            points, closed = [], False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(moved(matrix, x.value, y.value))
        closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
        if len(points) > POINTS_READ:
            break
    if points:
        yield points, closed
