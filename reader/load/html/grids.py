"""Which tables of a page hold data, and where each of their cells stands; the others only lay the page out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.load.html.face import Face, css_of
from reader.load.html.tree import Tree
from reader.load.html.weights import Weights

SPAN_MOST = 40  # columns or rows that one cell is believed to take
COLUMNS_MOST = 60
CELL_SHORT = 60  # characters; half of a data table's cells are shorter
CELL_PROSE = 160  # characters of running text in a cell: then it is the page's text that stands in it
FILLED = 0.5  # of the cells of a data table hold something
LABELLED = 0.8  # of the cells that should be labels, in a table of facts


class Cell(NamedTuple):
    """The place of a cell in its table."""

    table: int  # node
    row: int
    column: int
    head: bool
    down: int = 1  # rows that it takes
    across: int = 1  # columns


class Grids(NamedTuple):
    """The data tables of a page, and the cells whose value stands on the line of its label."""

    cells: Mapping[int, Cell]  # by the node of the cell
    values: frozenset[int]  # nodes of cells that go on the line of the cell before
    labels: frozenset[int]  # nodes of the cells that these go on


class _Rows(NamedTuple):
    table: int
    rows: list[list[int]]  # nodes of the cells
    heads: list[bool]  # of each row, whether it stands in <thead>


def grids_of(tree: Tree, faces: Sequence[Face], weights: Weights) -> Grids:
    """Find the data tables and place their cells."""
    cells: dict[int, Cell] = {}
    values: set[int] = set()
    labels: set[int] = set()
    for found in _tables(tree, faces):
        rows = [row for row in found.rows if any(weights.of(at).chars for at in row)]
        if _holds_data(tree, found, rows, weights) and not _holds_facts(tree, rows, weights):
            cells.update(_placed(tree, found, faces, weights))
        else:
            for label, value in _labelled(tree, rows, weights):
                labels.add(label)
                values.add(value)
    return Grids(cells, frozenset(values), frozenset(labels))


def _tables(tree: Tree, faces: Sequence[Face]) -> Iterator[_Rows]:
    """Yield the tables that are shown, each with its own rows only."""
    found: dict[int, _Rows] = {}
    table_of, row_of, in_head = [0] * len(tree), [0] * len(tree), [False] * len(tree)
    for at, node in enumerate(tree):
        if at == 0:
            continue
        above = node.parent
        table_of[at], row_of[at], in_head[at] = table_of[above], row_of[above], in_head[above]
        if node.tag == "table":
            table_of[at], row_of[at], in_head[at] = at, 0, False
            if not faces[at].hidden and not faces[at].silent:
                found[at] = _Rows(at, [], [])
        elif node.tag == "thead":
            in_head[at] = True
        elif node.tag in ("tr", "td", "th") and (table := found.get(table_of[at])):
            if node.tag == "tr" or not row_of[at]:
                row_of[at if node.tag == "tr" else above] = at
                row_of[at] = at
                table.rows.append([])
                table.heads.append(in_head[at])
            if node.tag != "tr":
                table.rows[-1].append(at)
    return iter(found.values())


def _holds_data(tree: Tree, table: _Rows, rows: list[list[int]], weights: Weights) -> bool:
    """Tell whether a table is one for its readers: regular rows of several short cells, not the page's frame."""
    whole = weights.of(table.table)
    full = [row for row in rows if sum(weights.of(at).chars > 0 for at in row) > 1]
    if len(rows) < 2 or not whole.chars or tree[table.table].attributes.get("role") == "presentation":
        return False
    if len(full) < 2 and not _is_form(tree, table, rows, weights):
        return False
    inner = [weights.of(at) for row in rows for at in row]
    if any(cell.tables and cell.chars for cell in inner) or any(cell.prose > CELL_PROSE * 3 for cell in inner):
        return False
    filled = [cell for cell in inner if cell.chars]
    width = max(map(len, rows))
    if len(filled) < FILLED * len(inner) or whole.headings > 1 or median(cell.chars for cell in filled) > CELL_SHORT:
        return False
    if whole.linked > 0.6 * whole.chars and whole.links > 3 and width < 3:
        return False
    if _is_ruled(tree, table, rows):
        return True
    even = sum(len(row) == width for row in rows)
    return width >= 2 and len(full) >= 3 and even >= 0.7 * len(rows) and whole.prose <= 0.4 * whole.chars


def _is_form(tree: Tree, table: _Rows, rows: list[list[int]], weights: Weights) -> bool:
    """Tell whether a ruled table is to be filled in: the first cell of each row names what the empty ones are for."""
    even = len({len(row) for row in rows}) == 1 and len(rows[0]) > 1 and len(rows) > 2
    return even and all(weights.of(row[0]).chars for row in rows) and _is_ruled(tree, table, rows)


def _is_ruled(tree: Tree, table: _Rows, rows: list[list[int]]) -> bool:
    """Tell whether a table has lines between its cells, a head or a caption."""
    node = tree[table.table]
    if node.attributes.get("border", "0").rstrip("px") not in ("0", "") or "rules" in node.attributes:
        return True
    if any(table.heads) or any(tree[at].tag == "th" for row in rows for at in row):
        return True
    cells = [css_of(tree[at]) for row in rows[:3] for at in row]
    styled = sum(any(name.startswith("border") and _is_line(css[name]) for name in css) for css in cells)
    return styled > len(cells) / 2 or any(n.tag == "caption" for n in tree[table.table + 1 : table.table + 4])


def _is_line(border: str) -> bool:
    return not border.startswith(("0", "none", "hidden")) and border not in ("collapse", "separate")


def _holds_facts(tree: Tree, rows: list[list[int]], weights: Weights) -> bool:
    """Tell whether each second cell is a label with a colon: 索引号： | … | 文号： | …"""
    filled = [[at for at in row if weights.of(at).chars] for row in rows]
    labels = [_text(tree, at) for row in filled for at in row[::2]]
    return bool(labels) and sum(text.endswith(("：", ":")) for text in labels) >= LABELLED * len(labels)


def _labelled(tree: Tree, rows: list[list[int]], weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield the cells of a layout table that are a label with a colon, each with the cell of its value."""
    for row in rows:
        for label, value in pairwise(row):
            short = 0 < weights.of(label).chars <= 12 and 0 < weights.of(value).chars <= 2 * CELL_SHORT
            if short and not weights.of(value).tables and _text(tree, label).endswith(("：", ":")):
                yield label, value


def _text(tree: Tree, at: int) -> str:
    """Return the first characters of a short node, without white space."""
    return "".join("".join(node.text for node in tree[at : min(tree[at].end, at + 40)]).split())


def _placed(tree: Tree, table: _Rows, faces: Sequence[Face], weights: Weights) -> dict[int, Cell]:
    """Place the cells of a data table: cells that reach over rows push those below aside; empty columns close."""
    heads = _head_rows(tree, table, faces, weights)
    taken: dict[int, int] = defaultdict(int)
    places: dict[int, Cell] = {}
    for number, row in enumerate(table.rows):
        column = 0
        reach: dict[int, int] = {}
        for at in row:
            while taken[column] > 0 and column < COLUMNS_MOST:
                column += 1
            down, across = _span(tree, at, "rowspan"), _span(tree, at, "colspan")
            if weights.of(at).chars:
                reached = min(down, len(table.rows) - number)
                places[at] = Cell(table.table, number, min(column, COLUMNS_MOST), number < heads, reached, across)
            for k in range(column, min(column + across, COLUMNS_MOST)):
                reach[k] = down
            column = min(column + across, COLUMNS_MOST)
        for k in list(taken):
            taken[k] = max(0, taken[k] - 1)
        for k, rows in reach.items():
            taken[k] = rows - 1
    begun = sorted({cell.row for cell in places.values()}), sorted({cell.column for cell in places.values()})
    return {at: _closed_up(cell, *begun) for at, cell in places.items()}


def _closed_up(cell: Cell, rows: Sequence[int], columns: Sequence[int]) -> Cell:
    """Place a cell anew without the rows and columns in which no cell begins."""
    top, left = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
    bottom, right = bisect_left(rows, cell.row + cell.down), bisect_left(columns, cell.column + cell.across)
    return cell._replace(row=top, column=left, down=bottom - top, across=right - left)


def _span(tree: Tree, at: int, name: str) -> int:
    value = tree[at].attributes.get(name, "1").strip()
    return max(1, min(SPAN_MOST, int(value))) if value.isdecimal() and len(value) < 6 else 1


def _head_rows(tree: Tree, table: _Rows, faces: Sequence[Face], weights: Weights) -> int:
    """Count the rows of a table's head: in <thead>, of <th> alone, else as far down as the first row reaches."""
    marked = 0
    for row, in_head in zip(table.rows, table.heads, strict=True):
        if not (in_head or row and all(tree[at].tag == "th" for at in row)):
            break
        marked += 1
    first = next((row for row in table.rows if row), [])
    deep = max((_span(tree, at, "rowspan") for at in first), default=1)
    across = any(_span(tree, at, "colspan") > 1 for at in first)
    if not marked:
        return deep if across and 1 < deep <= 3 else 0
    return marked
