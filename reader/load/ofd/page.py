"""What is drawn on a page of an OFD file: signs with their places, lines and areas, pictures, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import atan2, hypot, pi
from typing import NamedTuple

from reader.load.html.tree import Tree
from reader.load.ofd.package import PackedPage, area_of, child, children, numbers, words_in
from reader.load.pdf.fragments import Link, is_wide
from reader.load.pdf.glyphs import SKEW, SMALLEST, GlyphSetting, RawGlyph, by_direction
from reader.load.pdf.ink import CLEAR, UNSEEN
from reader.load.pdf.letters import letters
from reader.load.pdf.parts import ASCENT, DESCENT, PdfPage, Typeface
from reader.load.pdf.read import page_of
from reader.load.pdf.strokes import DEPTH, OBJECTS, WHOLE, FoundStrokes, Matrix, Pen, Point, moved, sort_figure, times
from reader.load.pdf.view import View
from reader.model.document import Box

POINTS = 72 / 25.4  # in a millimetre
USUAL_AREA = (0.0, 0.0, 210.0, 297.0)
LATIN_WIDTH = 0.55  # em of a letter that no next one shows the width of
OBJECT_TAGS = ("textobject", "pathobject", "imageobject", "compositeobject")
STEPS = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3}  # points behind a letter of a path; A has numbers of its own
SIGNS_MOST = 500_000  # of one page
SEAL = "印章"
TOLD_APART = ("Watermark", "Stamp")  # annotations that lie over the page's own text


class PlacedPicture(NamedTuple):
    """A picture where it is drawn, the page as it is seen, in points from its top left corner."""

    page: int
    box: Box
    name: str  # of its part; empty for a seal, whose picture lies in its signature


class OfdPage(NamedTuple):
    """A page: what all formats with pages have, and its pictures."""

    page: PdfPage
    pictures: tuple[PlacedPicture, ...]


@dataclass(slots=True)
class _Canvas:
    """Where what is drawn on a page is collected."""

    page: PackedPage
    view: View
    signs: list[tuple[RawGlyph, str]] = field(default_factory=list)
    strokes: FoundStrokes = field(default_factory=FoundStrokes)
    pictures: list[tuple[Box, str]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    over: bool = False  # what is drawn now lies over the page

    def box(self, points: Sequence[Point]) -> Box:
        xs, ys = zip(*points, strict=True)
        return self.view.box((min(xs), max(xs)), (min(ys), max(ys)))


def read_page(
    packed: PackedPage, number: int, over: Sequence[tuple[Tree, int]], seals: Sequence[list[float]]
) -> OfdPage:
    """Read one page, its templates below it; `over` are annotations on it, `seals` the boundaries of seals."""
    tree = packed.document.package.tree(packed.name)
    root = child(tree, 0, "page")
    left, top, width, height = area_of(tree, child(tree, root, "area")) or packed.document.area or USUAL_AREA
    base = (POINTS, 0.0, 0.0, -POINTS, -left * POINTS, (top + height) * POINTS)
    canvas = _Canvas(packed, View(0, 0.0, 0.0, width * POINTS, height * POINTS))
    for at in children(tree, root, "pageres"):
        packed.document.use(packed.document.package.place(words_in(tree, at), packed.name))
    for at in children(tree, root, "template"):
        name = packed.document.templates.get(tree[at].attributes.get("TemplateID", ""))
        if name:
            below = packed.document.package.tree(name)
            _draw(canvas, below, child(below, child(below, 0, "page"), "content"), base, 0)
    _draw(canvas, tree, child(tree, root, "content"), base, 0)
    canvas.over = True
    for lying, at in over:
        _annotation(canvas, lying, at, base)
    for seal in seals:
        canvas.pictures.append((canvas.box(_corners(seal, base)), ""))
    turned = by_direction(canvas.signs, lambda turns: canvas.view._replace(quarter=turns % 4))
    pictures = tuple(PlacedPicture(number, box, name) for box, name in canvas.pictures)
    return OfdPage(page_of(number, turned, canvas.strokes.told(), canvas.links), pictures)


def _draw(canvas: _Canvas, tree: Tree, start: int, outer: Matrix, depth: int) -> None:
    """Draw the objects in an element, in their order."""
    at, colour, drawn = start + 1, "", 0
    while start and at < tree[start].end:
        node = tree[at]
        if node.tag in ("layer", "pageblock"):
            colour = canvas.page.document.resources.colours.get(node.attributes.get("DrawParam", ""), "")
        if node.tag not in OBJECT_TAGS:
            at += 1
            continue
        drawn += 1
        matrix, boundary = _matrix(tree, at, outer)
        if node.tag == "textobject" and len(canvas.signs) < SIGNS_MOST:
            _text(canvas, tree, at, matrix, colour)
        elif node.tag == "pathobject" and drawn <= OBJECTS:
            _path(canvas, tree, at, matrix, colour)
        elif node.tag == "imageobject":
            name = canvas.page.document.resources.media.get(node.attributes.get("ResourceID", ""), "")
            box = canvas.box([moved(matrix, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)])
            canvas.strokes.pictures.append(box)
            if name:
                canvas.pictures.append((box, name))
        elif node.tag == "compositeobject" and depth < DEPTH:
            found = canvas.page.document.resources.drawings.get(node.attributes.get("ResourceID", ""))
            if found is not None:
                _draw(canvas, *found, matrix, depth + 1)
        _links(canvas, tree, at, _corners(boundary, outer))
        at = node.end


def _matrix(tree: Tree, at: int, outer: Matrix) -> tuple[Matrix, list[float]]:
    """Return how an object's own places become the file's, and its boundary."""
    told = tree[at].attributes
    boundary = [*numbers(told.get("Boundary", "")), 0.0, 0.0, 0.0, 0.0][:4]
    own = numbers(told.get("CTM", ""))
    a, b, c, d, e, f = own if len(own) == 6 else WHOLE
    return times(times((a, b, c, d, e, f), (1.0, 0.0, 0.0, 1.0, boundary[0], boundary[1])), outer), boundary


def _corners(boundary: Sequence[float], outer: Matrix) -> list[Point]:
    left, top, width, height = boundary
    return [moved(outer, x, y) for x in (left, left + width) for y in (top, top + height)]


def _links(canvas: _Canvas, tree: Tree, at: int, corners: Sequence[Point]) -> None:
    """Take in the addresses that an object leads to."""
    for inner in children(tree, child(tree, at, "actions"), "action") if child(tree, at, "actions") else ():
        if address := tree[child(tree, inner, "uri")].attributes.get("URI", ""):
            canvas.links.append((canvas.box(corners), address))


def _annotation(canvas: _Canvas, tree: Tree, at: int, base: Matrix) -> None:
    """Draw what lies over a page: a stamp, a watermark; a link leads somewhere and shows nothing."""
    look = child(tree, at, "appearance")
    boundary = [*numbers(tree[look].attributes.get("Boundary", "")), 0.0, 0.0, 0.0, 0.0][:4] if look else [0.0] * 4
    if tree[at].attributes.get("Type") == "Link":
        _links(canvas, tree, at, _corners(boundary, base))
    if look:
        _draw(canvas, tree, look, times((1.0, 0.0, 0.0, 1.0, boundary[0], boundary[1]), base), 0)


def _text(canvas: _Canvas, tree: Tree, at: int, matrix: Matrix, colour: str) -> None:
    """Take in the signs of a text object."""
    told = tree[at].attributes
    size = (numbers(told.get("Size", "")) or [0.0])[0]
    setting = _setting(canvas, tree, at, matrix, size, colour)
    across = (numbers(told.get("HScale", "")) or [1.0])[0] or 1.0
    x = y = 0.0
    for code in children(tree, at, "textcode"):
        node = tree[code]
        x = (numbers(node.attributes.get("X", "")) or [x])[0]
        y = (numbers(node.attributes.get("Y", "")) or [y])[0]
        text = words_in(tree, code)
        rights, downs = (_deltas(node.attributes.get(name, ""), len(text)) for name in ("DeltaX", "DeltaY"))
        left, base = x, y
        for k, sign in enumerate(text):
            natural = size * across * (1.0 if is_wide(sign) else LATIN_WIDTH)
            step = rights[k] if k < len(rights) else 0.0 if k < len(downs) else natural
            width = step if 0 < step < natural or 0 < step < size and not is_wide(sign) else natural
            if shown := letters(ord(sign)):
                canvas.signs.append((_sign(sign, left, base, width, size, matrix, setting), shown))
            left, base = left + step, base + (downs[k] if k < len(downs) else 0.0)


def _sign(
    sign: str, left: float, base: float, width: float, size: float, matrix: Matrix, setting: GlyphSetting
) -> RawGlyph:
    corners = [moved(matrix, x, y) for x in (left, left + width) for y in (base - ASCENT * size, base + DESCENT * size)]
    xs, ys = zip(*corners, strict=True)
    return RawGlyph(ord(sign), min(xs), min(ys), max(xs), max(ys), *moved(matrix, left, base), setting, 0)


def _setting(canvas: _Canvas, tree: Tree, at: int, matrix: Matrix, size: float, colour: str) -> GlyphSetting:
    """Tell how a text object is set; what lies askew, or over the page, is no text of it."""
    told = tree[at].attributes
    a, b, c, d, _e, _f = matrix
    turned = (numbers(told.get("CharDirection", "")) or [0.0])[0] / 90
    quarters = atan2(b, a) / (pi / 2) - turned
    turns = round(quarters) % 4 if abs(quarters - round(quarters)) * pi / 2 <= SKEW and not canvas.over else 4
    face = canvas.page.document.resources.faces.get(told.get("Font", ""), Typeface("", False))
    heavy = (numbers(told.get("Weight", "")) or [0.0])[0] >= 600
    seen = told.get("Visible", "true") != "false"
    shade = _colour(canvas, tree, at, colour) if seen else UNSEEN
    return GlyphSetting(
        max(SMALLEST, round(size * hypot(c, d), 2)), face._replace(bold=face.bold or heavy), turns, shade
    )


def _colour(canvas: _Canvas, tree: Tree, at: int, usual: str) -> int:
    """Return what an object is filled with as 0xRRGGBB; UNSEEN where it lets everything through."""
    told, inner = tree[at].attributes, child(tree, at, "fillcolor")
    own = tree[inner].attributes if inner else {}
    if any(0 <= (numbers(place.get("Alpha", "")) or [255.0])[0] <= CLEAR for place in (told, own)):
        return UNSEEN
    named = canvas.page.document.resources.colours.get(told.get("DrawParam", ""), "")
    parts = [min(255, max(0, round(part))) for part in numbers(own.get("Value", "") or named or usual)]
    if len(parts) == 1:
        parts *= 3
    if len(parts) == 4:  # cyan, magenta, yellow, black
        parts = [255 - min(255, part + parts[3]) for part in parts[:3]]
    return parts[0] << 16 | parts[1] << 8 | parts[2] if len(parts) == 3 else 0


def _deltas(text: str, most: int) -> list[float]:
    """Read how far each sign is from the one before it: numbers, and `g n d` for n times the same."""
    out: list[float] = []
    for repeated, part in enumerate(text.split("g")):
        found = numbers(part)
        if repeated and len(found) >= 2:
            out += [found[1]] * max(0, min(round(found[0]), most - len(out)))
            found = found[2:]
        out += found[: max(0, most - len(out))]
    return out


def _path(canvas: _Canvas, tree: Tree, at: int, matrix: Matrix, colour: str) -> None:
    """Sort the figures of a path object."""
    told = tree[at].attributes
    fills, strokes = told.get("Fill", "false") == "true", told.get("Stroke", "true") != "false"
    if not (fills or strokes) or told.get("Visible") == "false":
        return
    pen = Pen(fills, strokes, _colour(canvas, tree, at, colour) if fills else UNSEEN)
    for points, closed in _figures(words_in(tree, child(tree, at, "abbreviateddata"))):
        sort_figure([moved(matrix, x, y) for x, y in points], closed, pen, canvas.view, canvas.strokes)


def _figures(data: str) -> Iterator[tuple[list[Point], bool]]:
    """Yield the figures of a path as their points, and whether each is closed."""
    points: list[Point] = []
    closed = False
    for letter, found in _steps(data):
        if letter in "SM":
            if len(points) > 1:
                yield points, closed
            points, closed = [], False
        elif letter == "C":
            closed = True
        count = STEPS.get(letter, 1)
        pairs = found[-2:] if letter == "A" else found[: 2 * count]
        points += zip(pairs[::2], pairs[1::2], strict=False)
    if len(points) > 1:
        yield points, closed


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield the letters of a path, each with the numbers behind it."""
    letter, begin = "", 0
    for at, sign in enumerate(data):
        if sign in "SMLQBAC":
            if letter:
                yield letter, numbers(data[begin:at])
            letter, begin = sign, at + 1
    if letter:
        yield letter, numbers(data[begin:])
