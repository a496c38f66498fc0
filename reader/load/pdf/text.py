"""From the placed lines of all pages to the source text, its lines and how they are set."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.load.pdf.dress import LineDress, Wardrobe
from reader.load.pdf.hyphens import line_end_hyphens
from reader.load.pdf.layout import Placed
from reader.load.pdf.leads import with_leads
from reader.load.pdf.letterhead import with_letterhead
from reader.load.pdf.parts import PdfPage, turned
from reader.model.document import Box, Line, Look, Styled

PAGE_END = "\n\f"
MARGIN = 2.5  # points by which a line may pass the edge of its column
PILE = 4  # lines of a column, at least, that show how wide it is
PILE_SHARE = 0.02  # of all lines, the same
OFTEN = 0.3  # of the lines at the place where most begin or end: those further out are exceptions
AGREE = 3.0  # points within which the edges of columns are the same
WIDER = 0.28  # em of white beyond the usual between two lines that is seen
MUCH_WIDER = 1.3

Edges = tuple[float, float]  # left and right of a column
Written = tuple[str, tuple[Line, ...], tuple[Styled, ...]]


def written(pages: Sequence[PdfPage], placed: Sequence[Sequence[Placed]]) -> Written:
    """Return the source text, its lines and the styles in it."""
    edges = _leaf_edges(placed)
    columns = _columns(placed, edges)
    leading = _leading(placed)
    size = _body_size(placed)
    parts: list[str] = []
    lines: list[Line] = []
    styled: list[Styled] = []
    at = 0
    for page, rows in zip(pages, placed, strict=True):
        last: Placed | None = None
        area, wardrobe = _text_area(page, rows, edges), Wardrobe(page.strokes)
        for place in rows:
            row = place.row
            if parts:
                gap = "\n" if last else PAGE_END
                parts.append(gap)
                at += len(gap)
            look = _look(page, wardrobe, place, _column(place, edges[page.number, place.leaf], columns, area))
            blanks = _blanks(last, place, leading, size) if last else 0
            first = last is None and bool(lines)
            lines.append(Line(at, at + len(row.text), blanks, first, look, place.hint))
            styled += (style._replace(start=at + style.start, end=at + style.end) for style in row.styled)
            parts.append(row.text)
            at += len(row.text)
            last = place
    text = "".join(parts)
    styled += _hyphens(text, lines)
    told = with_letterhead(text, with_leads(text, lines, styled))
    return text, tuple(told), tuple(sorted(styled))


def _hyphens(text: str, lines: Sequence[Line]) -> Iterator[Styled]:
    """Yield the hyphens that only a line's end made."""
    shown = [line for line in lines if line.hint is None]
    for at in line_end_hyphens([text[line.start : line.end] for line in shown]):
        yield Styled(shown[at].end - 1, shown[at].end, "hyphen")


def _look(page: PdfPage, wardrobe: Wardrobe, place: Placed, column: Edges) -> Look:
    """Return how a line is set, its boxes on the page as it is seen."""
    row = place.row
    around = Box(column[0], min(place.column.top, row.box.top), column[1], max(place.column.bottom, row.box.bottom))
    box, column_box = (turned(b, page.turns, page.width, page.height) for b in (row.box, around))
    dress = LineDress() if place.hint else wardrobe.dress(row.box, row.size)
    set_as = (row.size, row.face.bold, row.face.name, page.turns, place.inside, row.colour)
    return Look(page.number, box, column_box, *set_as, *dress)


def _leaf_edges(placed: Sequence[Sequence[Placed]]) -> dict[tuple[int, int], Edges]:
    """Measure each column of each page by its lines."""
    found: dict[tuple[int, int], Edges] = {}
    for number, rows in enumerate(placed):
        leaves: dict[int, list[Placed]] = {}
        for place in rows:
            leaves.setdefault(place.leaf, []).append(place)
        found |= {(number, leaf): _edges(lines) for leaf, lines in leaves.items()}
    return found


def _text_area(page: PdfPage, rows: Sequence[Placed], edges: Mapping[tuple[int, int], Edges]) -> Edges:
    """Return the left and right edge of a page's text: its margins are as wide on both sides, or narrower."""
    own = [edges[page.number, place.leaf] for place in rows if place.hint is None]
    if not own:
        return 0.0, page.width
    left, right = min(left for left, _ in own), max(right for _, right in own)
    return left, max(right, page.width - left)


def _columns(placed: Sequence[Sequence[Placed]], edges: Mapping[tuple[int, int], Edges]) -> list[Edges]:
    """Return the columns that many lines stand in, narrow ones first."""
    found: Counter[Edges] = Counter()
    for number, rows in enumerate(placed):
        found.update(edges[number, place.leaf] for place in rows if place.hint is None and place.inside < 0)
    piles: list[tuple[Edges, int]] = []
    for own, count in found.most_common():
        for k, (known, lines) in enumerate(piles):
            if abs(known[0] - own[0]) <= AGREE and abs(known[1] - own[1]) <= AGREE:
                piles[k] = (known, lines + count)
                break
        else:
            piles.append((own, count))
    least = max(PILE, PILE_SHARE * found.total())
    return sorted((own for own, count in piles if count >= least), key=lambda own: own[1] - own[0])


def _edges(leaf: Sequence[Placed]) -> Edges:
    """Measure a column by its lines: the outermost places where many of them begin and end."""
    lefts = Counter(round(place.row.box.left) for place in leaf)
    rights = Counter(round(place.row.box.right) for place in leaf)
    left = min(at for at in lefts if _near(lefts, at) >= OFTEN * max(_near(lefts, other) for other in lefts))
    right = max(at for at in rights if _near(rights, at) >= OFTEN * max(_near(rights, other) for other in rights))
    return float(left), float(right)


def _near(counts: Counter[int], at: int) -> int:
    """Count the lines that begin or end at a point or right beside it."""
    return counts[at - 1] + counts[at] + counts[at + 1]


def _column(place: Placed, own: Edges, columns: Sequence[Edges], area: Edges) -> Edges:
    """Return the edges of the column that a line stands in; what stands across columns has the page's text around."""
    if place.inside >= 0 or place.hint is not None:
        return place.column.left, place.column.right
    for left, right in columns:
        if left - MARGIN <= own[0] and own[1] <= right + MARGIN + 0.5 * place.row.size:
            return left, right
    return min(area[0], own[0]), max(area[1], own[1])


def _body_size(placed: Sequence[Sequence[Placed]]) -> float:
    sizes = Counter(round(place.row.size, 1) for rows in placed for place in rows for _ in place.row.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _pairs(placed: Sequence[Sequence[Placed]]) -> Iterator[tuple[Placed, Placed]]:
    """Yield the lines that stand one below the other in a column, of one size."""
    for rows in placed:
        for above, below in itertools.pairwise(rows):
            if above.leaf == below.leaf and abs(above.row.size - below.row.size) < 0.2 and below.hint is None:
                yield above, below


def _leading(placed: Sequence[Sequence[Placed]]) -> dict[float, float]:
    """Return the usual white between two lines, by their size."""
    found: dict[float, Counter[float]] = {}
    for above, below in _pairs(placed):
        white = round((below.row.base - above.row.base - below.row.size) * 2) / 2
        if -0.5 * below.row.size <= white <= 2.5 * below.row.size:
            found.setdefault(round(below.row.size, 1), Counter())[white] += 1
    return {size: _pile(counts) for size, counts in found.items()}


def _pile(counts: Counter[float]) -> float:
    """Return the value at which most are, half a point either side."""
    piles = {white: counts[white - 0.5] + counts[white] + counts[white + 0.5] for white in counts}
    return min(piles, key=lambda white: (-piles[white], -counts[white], white))


def _blanks(last: Placed, place: Placed, leading: dict[float, float], body: float) -> int:
    """Count the blank lines above a line: one where more white is seen than is usual, two where much more is."""
    if place.row.base <= last.row.base:
        return 0  # at the top of the next column
    size = place.row.size
    usual = leading.get(round(size, 1), leading.get(round(body, 1), 0.5 * body) * size / body)
    more = place.row.box.top - last.row.box.bottom - usual
    if more <= WIDER * max(body, place.row.size):
        return 0
    return 1 if more <= MUCH_WIDER * max(body, place.row.size) else 2
