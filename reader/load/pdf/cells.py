"""The cells of a table that its lines do not close: white that runs down parts columns, what stands level makes a row.

A head over several columns crosses the white between them, a cell of several lines fills only some columns of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.load.pdf.grids import GridCell, TableGrid
from reader.load.pdf.parts import Fragment, cut
from reader.model.document import Box

WHITE = 0.55  # em between two columns
CROSSED = 0.25  # of the lines, that may have a cell across the white between two columns
REACHES = 0.2  # em by which such a cell stands in both
LEVEL = 0.35  # em by which the baselines of one line may differ
SAME_ROW = 0.9  # em; lines nearer to each other stand side by side, one set to the middle of the other
ROW_WHITE = 1.25  # times the least distance of lines: rows are further apart than the lines of a cell
CLOSE = 1.1  # times the least distance: set as close as the lines of a cell
ROW_STEP = 0.9  # times the usual distance of rows: nearer lines belong to one
FILLED = 0.6  # of the columns, that a row without its first cell fills
FULL = 1.2  # em of room at the end of a line that goes on in the next
HEAD_LINES = 3  # of a table, in which a head can stand over several columns
RULED_LINES = 2.2  # lines in a row, at most, where rules part the rows
WHOLE = 0.97  # of a table's width; a shorter rule stands below some of its columns
SAME = 2.0  # points
MARGIN = 3.0  # points by which a table's text may pass its lines
COLUMNS_MOST = 16
NUMERIC = re.compile(r"^\W*+\d[\d\W]*+$")
LINES_LEAST = 3  # of a cell that could be one column of several rows
MANY = 0.6  # of the lines of the longest cell, that another has at least
LEVEL_SHARE = 0.9  # of the lines, that stand level
FULL_SHARE = 0.4  # of the lines, that run to the end of their cell: more are text

Rule = tuple[float, float, float]  # left, right, height on the page
TableLine = list[Fragment]
Filled = tuple[GridCell, list[Fragment]]


class CellSpot(NamedTuple):
    """Where a fragment stands in a table: rows and columns, both ends included."""

    top: int
    bottom: int
    first: int
    last: int


def table_between(fragments: Iterable[Fragment], box: Box, rules: Sequence[Rule]) -> TableGrid | None:
    """Make a table of what stands in a box; `rules` run through it. None where it has no columns or rows."""
    parts = [part for fragment in fragments for part in cut(fragment)]
    if len(parts) < 3:
        return None
    em = median(part.size for part in parts)
    lines = lines_of(parts, em)
    xs = columns_of(lines, box.left, box.right, em)
    if not 3 <= len(xs) <= COLUMNS_MOST + 1:
        return None
    inner = [rule for rule in rules if box.top + 1 < rule[2] < box.bottom - 1]
    ys = [box.top, *_row_edges(lines, xs, inner, box, em), box.bottom]
    return TableGrid(box, tuple(_cells(parts, xs, ys, inner, em)), tuple(xs))


def parted_rows(grid: TableGrid, filled: Sequence[Filled]) -> TableGrid:
    """Return a grid with the rows that no lines part: cells side by side whose lines stand level."""
    rows: dict[int, list[Filled]] = {}
    for cell, fragments in filled:
        rows.setdefault(cell.row, []).append((cell, fragments))
    cells: list[GridCell] = []
    added = 0
    for number, row in sorted(rows.items()):
        edges = _level_edges(row, grid.columns) if all(cell.rows == 1 for cell, _ in row) else []
        for k, (top, bottom) in enumerate(pairwise([row[0][0].box.top, *edges, row[0][0].box.bottom])):
            places = [cell for cell, _ in row]
            boxes = [place.box._replace(top=top, bottom=bottom) if edges else place.box for place in places]
            cells += [place._replace(row=number + added + k, box=box) for place, box in zip(places, boxes, strict=True)]
        added += len(edges)
    return grid._replace(cells=tuple(cells)) if added else grid


def _level_edges(row: Sequence[Filled], xs: Sequence[float]) -> list[float]:
    """Return where a row of a grid is parted; nowhere where its cells are texts of some lines."""
    used = [(cell, fragments) for cell, fragments in row if fragments]
    if len(used) < 2:
        return []
    em = median(f.size for _, fragments in used for f in fragments)
    lines = [(cell, lines_of(fragments, em)) for cell, fragments in used]
    most = max(len(own) for _, own in lines)
    bases = [line[0].base for _, own in lines if len(own) == most for line in own]
    level = [sum(any(abs(line[0].base - b) <= LEVEL * em for b in bases) for line in own) for _, own in lines]
    many = [(cell, own) for cell, own in lines if len(own) >= MANY * most]
    if most < LINES_LEAST or len(many) < 2 or sum(level) < LEVEL_SHARE * sum(len(own) for _, own in lines):
        return []
    if 2 * sum(_is_text(cell, own, em) for cell, own in many) > len(many):
        return []
    return list(_starts(lines_of((f for _, fragments in used for f in fragments), em), xs, em))


def _is_text(cell: GridCell, lines: Sequence[TableLine], em: float) -> bool:
    """Tell whether most lines of a cell run to its end, as those of a text do; numbers are none."""
    full = [
        line[-1].right >= cell.box.right - FULL * em and not NUMERIC.match("".join(f.text for f in line))
        for line in lines
    ]
    return sum(full) > FULL_SHARE * len(lines)


def lines_of(fragments: Iterable[Fragment], em: float) -> list[TableLine]:
    """Put fragments on one baseline together, from the top."""
    lines: list[TableLine] = []
    for fragment in sorted(fragments, key=lambda f: (f.base, f.left)):
        if lines and fragment.base - lines[-1][0].base <= LEVEL * em:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return lines


def columns_of(lines: Sequence[TableLine], left: float, right: float, em: float) -> list[float]:
    """Return the edges of columns: the middles of the white that runs down through all lines, or nearly all."""
    edges = [left - MARGIN]
    crossing = int(CROSSED * len(lines))
    low: list[tuple[float, float, int]] = []
    begun = False
    for begin, end, covered in _coverage(lines):
        if covered <= crossing:
            low.append((begin, end, covered))
            continue
        if begun:
            edges += _gutters(low, em)
        low, begun = [], True
    return _without_heads(lines, [*edges, right + MARGIN])


def _without_heads(lines: Sequence[TableLine], edges: list[float]) -> list[float]:
    """Leave out a column that only a head stands in: it is over the two beside it, which are empty there."""
    out = list(edges)
    for c in range(len(out) - 3, 0, -1):
        there = [k for k, line in enumerate(lines) if c in _filled(line, out)]
        if not there or there[-1] >= HEAD_LINES or len(lines) <= HEAD_LINES:
            continue
        if not any(beside in _filled(lines[k], out) for k in there for beside in (c - 1, c + 1)):
            head = next(f for f in lines[there[0]] if _column(f, out) == c)
            out[c : c + 2] = [(head.left + head.right) / 2]
    return out


def _coverage(lines: Sequence[TableLine]) -> Iterator[tuple[float, float, int]]:
    """Yield from left to right how many fragments stand over each stretch."""
    events = sorted([(f.left, 1) for line in lines for f in line] + [(f.right, -1) for line in lines for f in line])
    covered = 0
    for (begin, change), (end, _) in pairwise(events):
        covered += change
        if end > begin:
            yield begin, end, covered


def _gutters(low: Sequence[tuple[float, float, int]], em: float) -> Iterator[float]:
    """Yield the middle of each gutter in a stretch that few fragments cover: where least do."""
    least = min((covered for begin, end, covered in low if end - begin >= WHITE * em), default=-1)
    for begin, end, covered in low:
        if covered == least and end - begin >= WHITE * em:
            yield (begin + end) / 2


def _row_edges(
    lines: Sequence[TableLine], xs: Sequence[float], rules: Sequence[Rule], box: Box, em: float
) -> list[float]:
    """Return where rows are parted: at the rules, and between them where a line begins a row."""
    cuts = sorted({round(rule[2], 1) for rule in rules})
    cuts = [y for k, y in enumerate(cuts) if not k or y - cuts[k - 1] > 0.5 * em]
    bands = [
        [line for line in lines if above < _middle(line) < below]
        for above, below in pairwise([box.top, *cuts, box.bottom])
    ]
    used = [band for band in bands if band]
    ruled = len(used) > 3 and len(lines) <= RULED_LINES * len(used)
    edges: list[float] = []
    for band, below in zip(bands, [*cuts, None], strict=True):
        if not ruled or len(band) > 2 * RULED_LINES:
            edges += _starts(band, xs, em)
        if below is not None and band:
            edges.append(below)
    return edges if bands[-1] else edges[:-1]


def _middle(line: TableLine) -> float:
    return line[0].base - 0.38 * line[0].size


def _starts(band: Sequence[TableLine], xs: Sequence[float], em: float) -> Iterator[float]:
    """Yield where the rows between two rules begin, but for the first."""
    told = starts_by_order(band, xs, em)
    if told is not None:
        yield from told
        return
    groups = _level_groups(band, em)
    if len(groups) < 2:
        return
    bases = [median(f.base for f in group) for group in groups]
    steps = [b - a for a, b in pairwise(bases)]
    opened = [base for base, group in zip(bases, groups, strict=True) if _opens_row(group, xs)]
    usual = median(b - a for a, b in pairwise(opened)) if len(opened) > 2 else 0.0
    least, close = ROW_WHITE * min(steps), CLOSE * min(steps)
    widest = _widest(groups, xs)
    for above, group, step in zip(groups, groups[1:], steps, strict=False):
        apart = step > least
        goes_on = step <= close < max(steps) and _goes_on(above, group, xs, widest, em)
        if apart or not goes_on and _begins(above, group, xs, widest, em, step >= ROW_STEP * usual):
            yield (max(f.base for f in above) + min(f.base - 0.76 * f.size for f in group)) / 2


def starts_by_order(band: Sequence[TableLine], xs: Sequence[float], em: float) -> list[float] | None:
    """Return where the rows begin in a file that goes from cell to cell, with all lines of one; None in others.

    Where no cell has a line below another one, the file may as well go from line to line.
    """
    parts = sorted((f for line in band for f in line), key=lambda f: (f.order, f.left))
    rows: list[list[Fragment]] = [parts[:1]]
    stacked = False
    for above, below in pairwise(parts):
        first, column = _column(above, xs), _column(below, xs)
        lower = below.base - above.base > LEVEL * em
        wide = above.right > xs[first + 1] + REACHES * em
        if column < first or lower and (column > first or wide):
            rows.append([])
        stacked |= column == first and lower
        rows[-1].append(below)
    ends = [(max(f.base for f in above), min(f.base for f in below)) for above, below in pairwise(rows)]
    if not stacked or any(below - above <= LEVEL * em for above, below in ends):
        return None
    return [(above + below - 0.76 * em) / 2 for above, below in ends]


def _widest(groups: Sequence[TableLine], xs: Sequence[float]) -> dict[int, float]:
    """Measure the longest line of each column."""
    widest: dict[int, float] = {}
    for group in groups:
        for f in group:
            column = _column(f, xs)
            widest[column] = max(widest.get(column, 0.0), f.right - f.left)
    return widest


def _goes_on(above: TableLine, group: TableLine, xs: Sequence[float], widest: Mapping[int, float], em: float) -> bool:
    """Tell whether a line set close to the one above fills only cells whose text ran to their end there."""
    columns = _filled(group, xs)
    return columns < _filled(above, xs) and all(_is_full(above, column, xs, widest, em) for column in columns)


def _level_groups(band: Sequence[TableLine], em: float) -> list[TableLine]:
    groups: list[TableLine] = []
    for line in band:
        if groups and line[0].base - groups[-1][0].base < SAME_ROW * em:
            groups[-1] = groups[-1] + line
        else:
            groups.append(list(line))
    return groups


def _begins(
    above: TableLine, group: TableLine, xs: Sequence[float], widest: Mapping[int, float], em: float, far: bool
) -> bool:
    """Tell whether a line begins a row rather than going on with the cells above it."""
    if _opens_row(group, xs):
        return True
    columns = _filled(group, xs)
    if 0 not in columns:
        return len(columns) >= FILLED * (len(xs) - 1) and far
    return not all(_is_full(above, column, xs, widest, em) for column in columns)


def _is_full(line: TableLine, column: int, xs: Sequence[float], widest: Mapping[int, float], em: float) -> bool:
    """Tell whether the text of a cell is as long as a line of its column can be."""
    own = [f for f in line if _column(f, xs) == column]
    return bool(own) and max(f.right - f.left for f in own) >= widest[column] - FULL * em


def _opens_row(line: Sequence[Fragment], xs: Sequence[float]) -> bool:
    """Tell whether a line fills the first column and half of all: the rest of a cell stands mostly alone."""
    columns = _filled(line, xs)
    return 0 in columns and 2 * len(columns) >= len(xs) - 1


def _filled(line: Iterable[Fragment], xs: Sequence[float]) -> set[int]:
    return {_column(fragment, xs) for fragment in line}


def _column(fragment: Fragment, xs: Sequence[float]) -> int:
    return next((c for c in range(len(xs) - 1) if fragment.left < xs[c + 1]), 0)


def _cells(
    parts: Sequence[Fragment], xs: Sequence[float], ys: Sequence[float], rules: Sequence[Rule], em: float
) -> Iterator[GridCell]:
    """Yield the cells row by row, those over several columns or rows as one."""
    owner: dict[tuple[int, int], CellSpot] = {}
    for spot in sorted(_wide_spots(parts, xs, ys, rules, em), key=lambda s: (s.top - s.bottom, s.first - s.last, s)):
        places = [(r, c) for r in range(spot.top, spot.bottom + 1) for c in range(spot.first, spot.last + 1)]
        if not any(place in owner for place in places):
            owner |= dict.fromkeys(places, spot)
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            spot = owner.get((r, c), CellSpot(r, r, c, c))
            if (spot.top, spot.first) == (r, c):
                box = Box(xs[c], ys[r], xs[spot.last + 1], ys[spot.bottom + 1])
                yield GridCell(r, c, box, spot.bottom - r + 1, spot.last - c + 1)


def _wide_spots(
    parts: Sequence[Fragment], xs: Sequence[float], ys: Sequence[float], rules: Sequence[Rule], em: float
) -> Iterator[CellSpot]:
    """Yield what stands over several columns or rows; a rule below a head tells how many columns it is over."""
    across = [rule for rule in rules if rule[1] - rule[0] < WHOLE * (xs[-1] - xs[0] - 2 * MARGIN)]
    rows: dict[int, list[tuple[CellSpot, Fragment]]] = {}
    for part in parts:
        spot = _spot(part, xs, ys, across, em)
        if spot is not None:
            rows.setdefault(spot.top, []).append((spot, part))
    for row in rows.values():
        row.sort(key=lambda pair: pair[1].left)
        for k, (spot, part) in enumerate(row):
            least = row[k - 1][0].last + 1 if k else 0
            most = row[k + 1][0].first - 1 if k + 1 < len(row) else len(xs) - 2
            for left, right, y in across:
                if left <= part.left and part.right <= right and abs(y - ys[spot.bottom + 1]) < SAME:
                    first, last = _nearest(xs, left), _nearest(xs, right) - 1
                    spot = spot._replace(first=max(least, min(spot.first, first)), last=min(most, max(spot.last, last)))
            if spot.bottom > spot.top or spot.last > spot.first:
                yield spot


def _spot(
    part: Fragment, xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], em: float
) -> CellSpot | None:
    """Return the rows and columns that a fragment stands in; None where it stands outside."""
    middle = part.base - 0.38 * part.size
    row = next((r for r in range(len(ys) - 1) if ys[r] <= middle <= ys[r + 1]), None)
    if row is None:
        return None
    first = next((c for c in range(len(xs) - 1) if part.left < xs[c + 1] - REACHES * em), len(xs) - 2)
    last = next((c for c in range(first, len(xs) - 1) if part.right <= xs[c + 1] + REACHES * em), len(xs) - 2)
    top, bottom = row, row
    for k in (row, row + 1):
        parted = any(abs(rule[2] - ys[k]) < SAME for rule in across)
        if parted and part.top < ys[k] - 1 < ys[k] + 1 < part.bottom:
            top, bottom = min(top, k - 1), max(bottom, k)
    return CellSpot(top, bottom, first, last)


def _nearest(xs: Sequence[float], at: float) -> int:
    return min(range(len(xs)), key=lambda k: abs(xs[k] - at))
