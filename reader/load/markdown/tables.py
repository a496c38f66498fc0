"""Tables: of pipes, and the places of cells that reach over columns and rows."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from reader.load.markdown.sheet import Row, Sheet

PIPE = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:>-]++$")
BREAK = re.compile(r"<br\s*/?>", re.I)
SPAN_MOST = 100  # columns or rows that one cell is believed to take
COLUMNS_MOST = 200


@dataclass(slots=True)
class Cell:
    """A cell with the slices of the source that stand in it, one a line."""

    slices: list[tuple[int, int]] = field(default_factory=list)
    down: int = 1
    across: int = 1
    head: bool = False


def write_cells(sheet: Sheet, table: list[list[Cell]]) -> None:
    """Write the cells of a table as rows that tell their row and column."""
    group = sheet.group()
    taken: dict[int, int] = defaultdict(int)  # rows that a cell above still takes of a column
    for number, row in enumerate(table):
        column, reach = 0, {}
        for cell in row:
            while taken[column] > 0 and column < COLUMNS_MOST:
                column += 1
            for place, (start, end) in enumerate(cell.slices):
                begins = "break" if place else "head" if cell.head else "cell"
                told = f"{begins} {number} {column}"
                sheet.add(Row(start, end, "cell", 0, group, told, down=cell.down, across=cell.across))
            for k in range(column, min(column + cell.across, COLUMNS_MOST)):
                reach[k] = cell.down
            column = min(column + cell.across, COLUMNS_MOST)
        for k in list(taken):
            taken[k] = max(0, taken[k] - 1)
        for k, rows in reach.items():
            taken[k] = rows - 1


def cells_of(sheet: Sheet, reach: range) -> None:
    """Write the cells of a table of pipes; lines without a pipe below it are paragraphs."""
    table: list[list[Cell]] = []
    below: list[int] = []
    for number in reach:
        start, end = sheet.lines.starts[number], sheet.lines.ends[number]
        if RULE.match(sheet.text, start, end) and len(table) == 1:
            sheet.leave_out(start, end, "table-rule")
        elif below or table and not PIPE.search(sheet.text, start, end):
            below.append(number)
        else:
            table.append(_piped(sheet, start, end, head=not table))
    write_cells(sheet, table)
    for number in below:
        sheet.add(Row(sheet.lines.starts[number], sheet.lines.ends[number], group=sheet.group()))


def _piped(sheet: Sheet, start: int, end: int, head: bool) -> list[Cell]:
    """Split a row at its pipes; what stands outside the outer ones is no cell."""
    cells: list[Cell] = []
    cursor = start
    for m in [*PIPE.finditer(sheet.text, start, end), None]:
        stop = m.start() if m else end
        outer = not cells and cursor == start or m is None
        if not outer or sheet.text[cursor:stop].strip(" \t>"):
            cells.append(Cell(_lines_of(sheet, cursor, stop), head=head))
        if m:
            sheet.leave_out(m.start(), m.end(), "markup:|")
            cursor = m.end()
    return cells


def _lines_of(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a cell at its line breaks."""
    slices: list[tuple[int, int]] = []
    for m in [*BREAK.finditer(sheet.text, start, end), None]:
        stop = m.start() if m else end
        text = sheet.text[start:stop]
        if text.strip():
            slices.append((start + len(text) - len(text.lstrip()), start + len(text.rstrip())))
        if m:
            sheet.leave_out(m.start(), m.end(), "markup:<br>")
            start = m.end()
    return slices
