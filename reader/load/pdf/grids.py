"""Tables that are drawn with lines: which lines make a grid, and which cells it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.load.pdf.parts import Fragment, hull
from reader.model.document import Box

NEAR = 3.0  # points within which two lines meet, and lines on one line are the same
CELL_LEAST = 6.0  # points; a narrower or lower cell is a double line
CELLS_MOST = 4000  # of one grid; more is squared paper
COVERED = 0.6  # of the side of a cell that a line must run along to close it
PROSE = 260  # characters; cells so long in most rows are columns of text in a box, not a table


class GridCell(NamedTuple):
    """A cell: the rows and columns of the grid it spans, half-open, and its box."""

    row: int
    column: int
    box: Box
    rows: int = 1
    columns: int = 1


class TableGrid(NamedTuple):
    """A table: its cells row by row."""

    box: Box
    cells: tuple[GridCell, ...]
    columns: tuple[float, ...]  # places of the vertical lines


def grids_of(across: Sequence[Box], down: Sequence[Box]) -> Iterator[TableGrid]:
    """Yield the grids that horizontal and vertical lines make.

    They have two rows and two columns at least, or three cells in a row, which can be a table's end overleaf.
    """
    flat = _merged([(b.left, b.right, (b.top + b.bottom) / 2) for b in across])
    high = _merged([(b.top, b.bottom, (b.left + b.right) / 2) for b in down])
    for group_flat, group_high in _connected(flat, high):
        grid = _grid(group_flat, group_high)
        if grid is not None:
            yield grid


Stretch = tuple[float, float, float]  # from, to, where


def _merged(lines: Iterable[Stretch]) -> list[Stretch]:
    """Join lines that lie on one another or go on in each other."""
    beside: list[list[Stretch]] = []
    for line in sorted(lines, key=lambda line: line[2]):
        if beside and line[2] - beside[-1][0][2] <= NEAR:
            beside[-1].append(line)
        else:
            beside.append([line])
    out: list[Stretch] = []
    for group in beside:
        whole: list[Stretch] = []
        for begin, end, at in sorted(group):
            if whole and begin <= whole[-1][1] + NEAR:
                whole[-1] = (whole[-1][0], max(whole[-1][1], end), whole[-1][2])
            else:
                whole.append((begin, end, at))
        out += whole
    return out


def _connected(flat: Sequence[Stretch], high: Sequence[Stretch]) -> Iterator[tuple[list[Stretch], list[Stretch]]]:
    """Yield the lines that meet, directly or over others."""
    parent = list(range(len(flat) + len(high)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for i, (left, right, y) in enumerate(flat):
        for j, (top, bottom, x) in enumerate(high):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR:
                parent[root(i)] = root(len(flat) + j)
    groups: dict[int, tuple[list[Stretch], list[Stretch]]] = {}
    for i, line in enumerate(flat):
        groups.setdefault(root(i), ([], []))[0].append(line)
    for j, line in enumerate(high):
        groups.setdefault(root(len(flat) + j), ([], []))[1].append(line)
    return iter([group for group in groups.values() if len(group[0]) >= 2 and group[1]])


def _grid(flat: Sequence[Stretch], high: Sequence[Stretch]) -> TableGrid | None:
    """Make the grid of lines that meet; None where they enclose too few cells."""
    left, right = min(line[0] for line in flat), max(line[1] for line in flat)
    xs = _places([x for _, _, x in high] + [left, right])
    ys = _places([y for _, _, y in flat])
    rows, columns = len(ys) - 1, len(xs) - 1
    if columns < 2 or rows * columns < 3 or rows * columns > CELLS_MOST:
        return None
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(rows):
        for c in range(columns):
            if c and not _closed(high, xs[c], ys[r], ys[r + 1]) and owner[r, c - 1][0] == r:
                owner[r, c] = owner[r, c - 1]
            elif r and not _closed(flat, ys[r], xs[c], xs[c + 1]):
                owner[r, c] = owner[r - 1, c]
            else:
                owner[r, c] = (r, c)
    spans: dict[tuple[int, int], list[Box]] = {}
    for (r, c), first in owner.items():
        spans.setdefault(first, []).append(Box(xs[c], ys[r], xs[c + 1], ys[r + 1]))
    cells = tuple(
        GridCell(r, c, hull(boxes), len({box.top for box in boxes}), len({box.left for box in boxes}))
        for (r, c), boxes in sorted(spans.items())
    )
    if len(cells) < 3 or len({cell.column for cell in cells}) < 2:
        return None
    return TableGrid(Box(xs[0], ys[0], xs[-1], ys[-1]), cells, tuple(xs))


def _places(values: Iterable[float]) -> list[float]:
    """Return where lines lie, those of a double line as one."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > CELL_LEAST:
            out.append(value)
    return out


def _closed(lines: Sequence[Stretch], at: float, begin: float, end: float) -> bool:
    """Tell whether a line runs at a place from `begin` to `end`."""
    covered = sum(
        max(0.0, min(stop, end) - max(start, begin)) for start, stop, where in lines if abs(where - at) <= CELL_LEAST
    )
    return covered >= COVERED * (end - begin)


def filled(grid: TableGrid, fragments: Sequence[Fragment]) -> list[tuple[GridCell, list[Fragment]]] | None:
    """Share the fragments out among the cells of a grid; None where it holds columns of text or next to nothing."""
    found: list[tuple[GridCell, list[Fragment]]] = [(cell, []) for cell in grid.cells]
    for fragment in fragments:
        x = (fragment.left + min(fragment.right, fragment.left + fragment.size)) / 2
        y = (fragment.top + fragment.bottom) / 2
        for cell, inside in found:
            if cell.box.left <= x <= cell.box.right and cell.box.top <= y <= cell.box.bottom:
                inside.append(fragment)
                break
    used = [sum(len(fragment.text) for fragment in inside) for _, inside in found]
    texts = [length for length in used if length]
    if len(texts) < 3 or sum(length > PROSE for length in texts) >= 0.5 * len(texts):
        return None
    return found
