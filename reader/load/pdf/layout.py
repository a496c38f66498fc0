"""One page in reading order: what is at its head, its columns with frames and tables in their places, its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.load.pdf.cells import Filled, parted_rows
from reader.load.pdf.columns import Unit, arranged, usual_size
from reader.load.pdf.grids import TableGrid, filled, grids_of
from reader.load.pdf.open_grids import open_grids, whole_rules
from reader.load.pdf.parts import Fragment, PdfPage, cut, holds, hull
from reader.load.pdf.rows import LineOfType, row_of, rows_of, with_pages
from reader.load.pdf.white_grids import white_grids
from reader.model.document import Box, Hint

SAME = 3.0  # points by which two frames may differ that are drawn as one
WHOLE = 0.9  # of a page's fragments: what holds them all is the page's border or ground
FRAMES_MOST = 200  # of one page; a drawing has more
NEAR_CHART = 20.0  # points; the names of axes stand so far from a chart
BAR = 2.4  # of the size of the only line in a frame: a lower one is a bar behind a heading


class CellPlace(NamedTuple):
    """Where in a table of its page a line stands."""

    table: int
    row: int
    column: int
    begins: bool  # the first line of its cell
    head: bool  # of the table
    down: int = 1  # rows that its cell takes
    across: int = 1  # columns


class Placed(NamedTuple):
    """A printed line in its place: the column around it, and how the columns of the page count."""

    row: LineOfType
    column: Box
    leaf: int  # lines of one column of one page share it
    inside: int = -1  # number of the frame
    hint: Hint | None = None
    cell: CellPlace | None = None


class FilledTable(NamedTuple):
    """A table of a page and what is in its cells."""

    grid: TableGrid
    cells: list[Filled]  # empty ones too


class BoxedUnits(NamedTuple):
    """A frame of a page and what stands in it."""

    box: Box
    units: list[Unit]


def laid_out(page: PdfPage, edges: Mapping[int, str]) -> Iterator[Placed]:
    """Yield the lines of a page in reading order; `edges` are the fragments that are no text, with the reasons."""
    text = [fragment for fragment in page.fragments if fragment.order not in edges]
    rest = [fragment for fragment in page.fragments if fragment.order in edges]
    head = [fragment for fragment in rest if fragment.base < page.height / 2]
    foot = [fragment for fragment in rest if fragment.base >= page.height / 2]
    leaves = iter(range(1_000_000))
    yield from _furniture(head, edges, page, next(leaves))
    inner = _Inner(page, text)
    for units in arranged(inner.units, usual_size(text), inner.rules):
        yield from inner.placed(units, -1, leaves)
    yield from _furniture(foot, edges, page, next(leaves))
    yield from _left_out(page, leaves)


def _left_out(page: PdfPage, leaves: Iterator[int]) -> Iterator[Placed]:
    """Yield what is no text, each piece with the reason."""
    inside = [fragment for chart in page.charts for fragment in chart.fragments]
    askew = [(_is_in_chart(page, fragment), fragment) for fragment in page.aside]
    pieces = [("chart", fragment) for fragment in inside]
    pieces += [("chart" if charted else "set-askew", fragment) for charted, fragment in askew]
    pieces += [("invisible", fragment) for fragment in page.unseen]
    for reason, fragment in pieces:
        row = row_of([fragment])
        yield Placed(row, row.box, next(leaves), hint=Hint("furniture", data=reason))


def _is_in_chart(page: PdfPage, fragment: Fragment) -> bool:
    return any(holds(chart.box, fragment.box, NEAR_CHART) for chart in page.charts)


def _furniture(fragments: Sequence[Fragment], edges: Mapping[int, str], page: PdfPage, leaf: int) -> Iterator[Placed]:
    """Yield the lines at an edge of the page; a number on one line with a name stands for itself."""
    for row in rows_of(fragments):
        reasons = {edges[f.order] for f in fragments if abs(f.base - row.base) < row.size}
        reason = "page-number" if reasons == {"page-number"} else "running-header"
        yield Placed(row, Box(0.0, 0.0, page.width, page.height), leaf, hint=Hint("furniture", data=reason))


class _Inner:
    """The text of one page: tables and frames taken out, each as one unit."""

    def __init__(self, page: PdfPage, text: Sequence[Fragment]) -> None:
        self.tables: dict[int, FilledTable] = {}
        self.frames: dict[int, BoxedUnits] = {}
        free = self._cut_out(grids_of(page.strokes.across, page.strokes.down), list(text))
        closed = [table.grid.box for table in self.tables.values()]
        across = [rule for rule in page.strokes.across if not any(holds(box, rule, SAME) for box in closed)]
        free = self._cut_out(open_grids(across, free), free)
        free = self._cut_out(white_grids(free, whole_rules(across), page.strokes.grounds), free)
        units = [Unit(fragment.box, fragment) for fragment in with_pages(free)]
        units += [Unit(table.grid.box, None, number) for number, table in self.tables.items()]
        self.units = self._framed(units, page, len(text))
        grounds = [frame.box for frame in self.frames.values()] + [table.grid.box for table in self.tables.values()]
        self.rules = [rule for rule in page.strokes.across if not any(holds(box, rule, SAME) for box in grounds)]

    def _cut_out(self, grids: Iterable[TableGrid], free: list[Fragment]) -> list[Fragment]:
        """Put what stands in grids into tables; return the rest."""
        for grid in grids:
            inside = [fragment for fragment in free if holds(grid.box, fragment.box, slack=4.0)]
            parts = [part for fragment in inside for part in cut(fragment, grid.columns)]
            cells = filled(grid, parts)
            if cells is None:
                continue
            parted = parted_rows(grid, cells)
            if parted is not grid:
                grid, cells = parted, filled(parted, parts) or cells
            placed = {fragment.order for _, fragments in cells for fragment in fragments}
            self.tables[len(self.tables)] = FilledTable(grid, cells)
            free = [fragment for fragment in free if fragment.order not in placed]
        return free

    def _framed(self, units: list[Unit], page: PdfPage, total: int) -> list[Unit]:
        """Put what stands in frames into units of their own, inner frames first."""
        grids = [table.grid.box for table in self.tables.values()]
        boxes: list[Box] = []
        frames = page.strokes.frames if len(page.strokes.frames) <= FRAMES_MOST else ()
        for box in sorted(frames, key=lambda b: (b.right - b.left) * (b.bottom - b.top)):
            same = any(all(abs(a - b) <= SAME for a, b in zip(box, known, strict=True)) for known in boxes)
            if not same and not any(holds(grid, box, SAME) for grid in grids):
                boxes.append(box)
        number = 1000
        for box in boxes:
            inside = [unit for unit in units if holds(box, unit.box)]
            fragments = [unit.fragment for unit in inside if unit.fragment]
            if not inside or len(fragments) > WHOLE * total and len(inside) > 1 and len(inside) == len(units):
                continue
            if len(inside) == 1 and (not fragments or box.bottom - box.top < BAR * fragments[0].size):
                units = [unit._replace(box=box) if unit in inside and fragments else unit for unit in units]
                continue
            if _cuts(box, units, inside):
                continue
            number += 1
            self.frames[number] = BoxedUnits(box, inside)
            kept = [unit for unit in units if unit not in inside]
            units = [*kept, Unit(box, None, number)]
        return units

    def placed(self, units: Sequence[Unit], frame: int, leaves: Iterator[int]) -> Iterator[Placed]:
        """Yield the lines of one column, of a frame or of a table."""
        only = units[0] if len(units) == 1 else None
        if only is not None and only.inside in self.frames:
            inner = self.frames[only.inside].units
            em = usual_size([unit.fragment for unit in inner if unit.fragment])
            parts = list(arranged(inner, em))
            for part in parts:
                for place in self.placed(part, only.inside, leaves):
                    yield place if len(parts) > 1 else place._replace(column=_within(only.box, place.column))
        elif only is not None and only.inside in self.tables:
            yield from _cells(self.tables[only.inside], only.inside, frame, next(leaves))
        else:
            leaf = next(leaves)
            rows = list(rows_of(unit.fragment for unit in units if unit.fragment))
            column = hull(row.box for row in rows)
            for row in rows:
                yield Placed(row, column, leaf, frame)


def _within(frame: Box, text: Box) -> Box:
    """Return the column inside a frame: as far from its right side as from its left one."""
    right = frame.right - max(0.0, text.left - frame.left)
    return text._replace(right=max(text.right, right))


def _cuts(box: Box, units: Sequence[Unit], inside: Sequence[Unit]) -> bool:
    """Tell whether a frame's edge runs through text: then it is a drawing or a mark behind words."""
    return any(
        unit not in inside
        and unit.fragment is not None
        and box.top < unit.fragment.base - 0.3 * unit.fragment.size < box.bottom
        and unit.box.left < box.right - 2
        and unit.box.right > box.left + 2
        for unit in units
    )


def _cells(table: FilledTable, number: int, frame: int, leaf: int) -> Iterator[Placed]:
    """Yield the lines of a table cell by cell, each with what it begins."""
    numbering: dict[int, int] = {}
    top = [cell for cell in table.grid.cells if cell.row == 0]
    over = any(1 < cell.columns < len(table.grid.columns) - 1 for cell in top)  # whose names stand in the next row
    head = max(2 if over else 1, *(cell.rows for cell in top))
    for cell, fragments in table.cells:
        shown = numbering.setdefault(cell.row, len(numbering))
        for k, line in enumerate(rows_of(fragments)):
            place = CellPlace(number, shown, cell.column, k == 0, cell.row < head, cell.rows, cell.columns)
            yield Placed(line, table.grid.box, leaf, frame, cell=place)
