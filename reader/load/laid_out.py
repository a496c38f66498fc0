"""Put the lines of a text that shows columns side by side in reading order: one column after the other.

`pdftotext -layout` and its kin write a page down as it is laid out. A line of such a text holds what stands at one
height of the page; here it becomes a line for each column, and what lies across the columns ends those above it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, islice, pairwise

from reader.load.gutters import (
    RIGHT_LEAST,
    SENTENCE_ENDS,
    Region,
    Row,
    Segment,
    is_number,
    parted,
    regions_of,
    row_of,
    starts_of,
)
from reader.load.spaced_tables import SpacedTable, tables_of
from reader.model.document import Hint, Line

GAP = re.compile(r"(?:\S {3,}+|\n {10,}+)(?=\S)")
GAPS_LEAST = 2  # in the lines of a file, and deep at their beginnings; with fewer nothing stands side by side
WIDTHS = (1.0, 1.25, 1.35, 1.45, 1.5, 1.55, 1.6, 1.75, 2.0)  # cells that tools give a wide character
WIDTH_BETTER = 1.3  # times as many rows must begin at common places to believe another width than the plain one
WIDTH_ROWS = 1000  # rows that tell the width
BLANKS_MOST = 3
NUMBER_APART = 2  # empty rows above the number of a page
SLIP = 0.1  # of a line, by which rows of the two columns stand apart at least
CLOSING = "，。、；：？！）》〉」』】”’)"
OPENING = "（《〈「『【“‘("
STOPS = "。！？"
SPACES = " \t\u3000"
MEET = 1.5  # cells by which a line that was cut goes on before or behind its end
GUTTERS_KNOWN = 3  # of other pages that are tried on each
COLUMNS_DEEP = 4  # times that a page is parted in two


class Column:
    """The lines of one column so far, and where the last one stands, in lines from the top."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.edges: list[float] = []  # cells at which they begin
        self.place = -1.0
        self.blanks = 0  # empty rows since then

    def add(self, segments: tuple[Segment, ...], edge: float, place: float, text: str) -> None:
        """Add a line; space above it is told by empty rows, or by its standing lower than it could.

        The lines of a headline stand further apart too, so that the latter tells only where a sentence ends above.
        """
        blanks = self.blanks
        if not blanks and self.rows and place > self.place + 1.0 + SLIP / 2:
            blanks = int(text[self.rows[-1].segments[-1].end - 1] in SENTENCE_ENDS)
        self.rows.append(Row(segments, min(blanks, BLANKS_MOST)))
        self.edges.append(edge)
        self.place, self.blanks = place, 0


def in_reading_order(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines with columns that stand side by side one after the other; most files are as they were."""
    if sum(1 for _ in islice(GAP.finditer(text), GAPS_LEAST)) < GAPS_LEAST:
        return lines
    wide = _width_of_wide(text, lines)
    rows = [row_of(text, line.start, line.end, line.blanks, wide) for line in lines]
    pages = list(_pages(lines, rows))
    gutters = Counter(gutter for page in pages for region in regions_of(page) for gutter in region.gutters)
    known = [gutter for gutter, _ in gutters.most_common(GUTTERS_KNOWN)]
    tables = count(1)
    out: list[Line] = []
    for page in pages:
        begin = len(out)
        for region in regions_of(page, known):
            out.extend(_lines(text, region, [0.0] * len(region.rows), COLUMNS_DEEP, tables))
        out[begin] = out[begin]._replace(page_break=begin > 0 and len(pages) > 1)
    return tuple(out) if known or next(tables) > 1 or any(line.goes_on for line in out) else lines


def _pages(lines: Sequence[Line], rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Part rows in pages: at form feeds, or below numbers that stand by themselves."""
    cuts = [i for i, line in enumerate(lines) if line.page_break and i]
    if not cuts:
        cuts = [i + 1 for i, row in enumerate(rows[:-1]) if row.blanks >= NUMBER_APART and is_number(row)]
    for start, end in pairwise([0, *cuts, len(rows)]):
        yield rows[start:end]


def _width_of_wide(text: str, lines: Sequence[Line]) -> float:
    """Find how many cells a wide character takes: those with which most rows begin again at common places."""
    best, most = WIDTHS[0], 0.0
    for wide in WIDTHS:
        rows = [row_of(text, line.start, line.end, line.blanks, wide) for line in lines[:WIDTH_ROWS]]
        starts = starts_of(rows)
        common = float(max((starts[x] + starts[x + 1] + starts[x + 2] for x in starts), default=0))
        if common > most * (WIDTH_BETTER if best == WIDTHS[0] else 1.0):
            best, most = wide, common
    return best


def _lines(text: str, region: Region, edges: Sequence[float], deep: int, tables: Iterator[int]) -> Iterator[Line]:
    """Yield the lines of a region, those of its left column first; `edges` are the cells at which its rows begin.

    `tables` numbers the tables of the file.
    """
    if not region.gutters or not deep:
        at = 0
        for table in tables_of(region.rows):
            yield from _rows(text, region.rows[at : table.begin], edges[at : table.begin])
            yield from _cells(table, region.rows[table.begin], next(tables))
            at = table.end
        yield from _rows(text, region.rows[at:], edges[at:])
        return
    left, right = _columns(region, edges, text)
    pitch = region.gutters[0] - min(edges)  # columns are mostly as wide as each other
    for column, known in ((left, ()), (right, (region.gutters[0] + pitch,))):
        for part, begins in _parts(column, known):
            yield from _lines(text, part, begins, deep - 1, tables)


def _cells(table: SpacedTable, first: Row, group: int) -> Iterator[Line]:
    """Make a line of each line of a table's cells, with what it begins."""
    blanks = first.blanks
    for cell in table.cells:
        for k, part in enumerate(cell.lines):
            begins = "line" if k else "cell" if cell.row else "head"
            hint = Hint("cell", group=group, data=f"{begins} {cell.row} {cell.column}", down=cell.down)
            yield Line(part.start, part.end, blanks, hint=hint)
            blanks = 0


def _parts(column: Column, known: Sequence[float]) -> Iterator[tuple[Region, Sequence[float]]]:
    """Part the rows of a column once more, with the cells at which they begin; `known` are likely gutters."""
    at = 0
    for part in regions_of(column.rows, known, edge=min(column.edges, default=0.0)):
        yield part, column.edges[at : at + len(part.rows)]
        at += len(part.rows)


def _rows(text: str, rows: Sequence[Row], edges: Sequence[float]) -> Iterator[Line]:
    """Make a line of each row; the spaces that indent it from its column's edge belong to it."""
    above: Row | None = None
    for row, edge in zip(rows, edges, strict=True):
        first, last = row.segments[0], row.segments[-1]
        goes_on = above is not None and _goes_on(above, row, edge)
        yield Line(_indented(text, first.start, first.left - edge), last.end, row.blanks, goes_on=goes_on)
        above = row


def _indented(text: str, start: int, cells: float) -> int:
    """Return where the spaces begin that indent a row by so many cells; a wide one takes more of them than one."""
    at = start - max(0, round(cells))
    while start > max(at, 0) and text[start - 1] in SPACES:
        start -= 1
    return start


def _goes_on(above: Row, below: Row, edge: float) -> bool:
    """Tell whether two rows are one printed line that was cut at its marks: one begins where the other one ends."""
    last, first = above.segments[-1], below.segments[0]
    marks = last.text[-1] in CLOSING or first.text[0] in OPENING or first.text[0] in CLOSING
    signed = last.text[-1] in STOPS and first.text[0] in "（(" and below.segments[-1].text[-1] in "）)"
    meet = last.right >= edge + RIGHT_LEAST and abs(first.left - last.right) <= MEET
    return marks and meet and not signed and not below.blanks


def _columns(region: Region, edges: Sequence[float], text: str) -> tuple[Column, Column]:
    """Part rows in two columns, and tell for each line how much space stands above it in its own column.

    Where the columns are set to different heights, a row holds a line of one of them only. A line that stands lower
    than the lines of both columns ask for has space above it.
    """
    left, right = Column(), Column()
    at = -1.0
    for row, edge, gutter in zip(region.rows, edges, region.gutters, strict=True):
        sides = [
            (column, held, begin)
            for column, held, begin in zip((left, right), parted(row, gutter), (edge, gutter), strict=True)
            if held
        ]
        left.blanks += row.blanks
        right.blanks += row.blanks if right.rows else 0
        at = max(at + SLIP + row.blanks, *(column.place + 1.0 for column, _, _ in sides))
        for column, held, begin in sides:
            column.add(held, begin, at, text)
    return left, right
