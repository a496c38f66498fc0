"""Rows and cells of a table from its labelled lines, in the order in which they were printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.compose.heads import head_rows
from reader.compose.inline import join_runs
from reader.compose.styled import Reading
from reader.model.document import Dropped, Merged, Text

ROW_NUMBER = re.compile(r"^\d{1,2}$")
GAPS = re.compile(r"[ \u3000]+")
BARS = "|│┃║"
PIPE = re.compile(rf"(?<!\\)[{BARS}]")


class CellSlices(NamedTuple):
    """A cell's slices of the source, one a line, and how many rows and columns it takes."""

    slices: tuple[tuple[int, int], ...]
    down: int = 1
    across: int = 1
    lines: bool = False  # its lines keep their breaks


class Grid(NamedTuple):
    """The rows of a table, how many of them are its head, the rulings left out, and cells that take several places."""

    rows: tuple[tuple[Text, ...], ...]
    header_rows: int
    dropped: list[Dropped]
    merged: tuple[Merged, ...] = ()


def grid(
    reading: Reading, lines: Sequence[tuple[int, int]], shape: str, spaced: bool, names: Sequence[str] = ()
) -> Grid:
    """Read the lines `[start, end)` of a table of the given shape (pipes, tabs, numbered rows).

    Of other tables the cells are known: `lines` are their slices, and `names` tell what each begins: a row, a row of
    the head, a cell or nothing, and in which column, over how many rows and columns, where that is told. A `break` is
    a line of its own in the cell above. Of numbered rows the lines that begin one are named.
    """
    dropped: list[Dropped] = []
    text = reading.text
    if shape == "pipes":
        rows = [_piped(text, s, e, dropped) for s, e in lines]
    elif shape == "tabs":
        rows = _tabbed(text, lines)
    elif shape == "numbered rows":
        rows = _numbered(text, lines, names)
    else:
        rows = _named(lines, names)
    width = max((len(row) + row[-1].across - 1 for row in rows if row), default=0)
    done = tuple(
        tuple(_text(reading, cell, spaced, dropped) for cell in [*row, *[CellSlices(())] * (width - len(row))])
        for row in rows
    )
    heads = sum(name.startswith("head") for name in names)
    merged = tuple(
        Merged(number, column, min(cell.down, len(rows) - number), cell.across)
        for number, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell.across > 1 or min(cell.down, len(rows) - number) > 1
    )
    if shape == "pipes":
        heads = heads or 1  # the signs of Markdown have no table without
    return Grid(done, head_rows([[cell.plain for cell in row] for row in done], heads), dropped, merged)


def _text(reading: Reading, cell: CellSlices, spaced: bool, dropped: list[Dropped]) -> Text:
    parts = []
    for found in reading.slices(cell.slices):
        parts.append(found.runs)
        dropped.extend(found.dropped)
    return Text(join_runs(parts, spaced, "\n" if cell.lines else None))


def _trimmed(text: str, s: int, e: int) -> tuple[int, int]:
    while s < e and text[s].isspace():
        s += 1
    while e > s and text[e - 1].isspace():
        e -= 1
    return s, e


def _split(text: str, start: int, end: int, gap: re.Pattern[str]) -> list[CellSlices]:
    cells, cursor = [], start
    for m in [*gap.finditer(text, start, end), None]:
        s, e = _trimmed(text, cursor, m.start() if m else end)
        cells.append(CellSlices(((s, e),) if e > s else ()))
        cursor = m.end() if m else end
    return cells


def _piped(text: str, start: int, end: int, dropped: list[Dropped]) -> list[CellSlices]:
    for m in PIPE.finditer(text, start, end):
        dropped.append(Dropped(m.start(), m.end(), "markup:|"))
    cells = _split(text, start, end, PIPE)
    if text[start] in BARS:
        cells = cells[1:]
    if len(cells) > 1 and text[end - 1] in BARS:
        cells = cells[:-1]
    return cells


TAB = re.compile(r"\t")


def _tabbed(text: str, lines: Sequence[tuple[int, int]]) -> list[list[CellSlices]]:
    """Split rows at tabs, an empty first cell included; lines without a tab go on with the last cell."""
    rows: list[list[CellSlices]] = []
    for start, end in lines:
        begin = start
        while begin and text[begin - 1] == "\t":
            begin -= 1
        if rows and "\t" not in text[begin:end]:
            rows[-1][-1] = CellSlices((*rows[-1][-1].slices, (start, end)))
        else:
            rows.append(_split(text, begin, end, TAB))
    return rows


def _named(slices: Sequence[tuple[int, int]], names: Sequence[str]) -> list[list[CellSlices]]:
    rows: list[list[CellSlices]] = []
    for cell, name in zip(slices, names, strict=True):
        begins, *place = name.split(" ")
        if begins in ("row", "head") or not rows:
            rows.append([])
        elif begins != "cell":
            above = rows[-1][-1]
            rows[-1][-1] = above._replace(slices=(*above.slices, cell), lines=above.lines or begins == "break")
            continue
        column, down, across = (int(part) for part in (place + [str(len(rows[-1])), "1", "1"][len(place) :]))
        rows[-1] += [CellSlices(())] * (column - len(rows[-1]))  # cells that hold nothing stand before this one
        rows[-1].append(CellSlices((cell,), down, across))
    return rows


def _numbered(text: str, lines: Sequence[tuple[int, int]], names: Sequence[str]) -> list[list[CellSlices]]:
    """Begin a row at each line named so; the lines above the first are the head."""
    lone = any(ROW_NUMBER.match(text[s:e]) for s, e in lines)
    rows: list[list[CellSlices]] = [[]]
    for (s, e), name in zip(lines, names, strict=True):
        if name == "row":
            rows.append([])
        rows[-1] += [CellSlices(((s, e),))] if lone else [cell for cell in _split(text, s, e, GAPS) if cell.slices]
    usual = Counter(len(row) for row in rows[1:]).most_common(1)[0][0] if len(rows) > 1 else 0
    return [_fitted(row, usual, text, head=k == 0) for k, row in enumerate(rows) if row]


def _fitted(row: list[CellSlices], usual: int, text: str, head: bool) -> list[CellSlices]:
    """Merge the wrapped lines of cells until a row has the usual number of them."""
    row = list(row)
    while (k := _left_open(row, text)) is not None:
        row[k : k + 2] = [CellSlices((*row[k].slices, *row[k + 1].slices))]
    while len(row) > usual and (k := _wrapped(row, text)) is not None:
        row[k : k + 2] = [CellSlices((*row[k].slices, *row[k + 1].slices))]
    if head and len(row) == usual - 1:
        row.insert(0, CellSlices(()))
    return row


def _left_open(row: list[CellSlices], text: str) -> int | None:
    """Find a cell whose bracket the next one closes."""
    for k in range(len(row) - 1):
        cell = "".join(text[s:e] for s, e in row[k].slices)
        if cell.count("（") > cell.count("）") or cell.count("(") > cell.count(")"):
            return k
    return None


def _wrapped(row: list[CellSlices], text: str) -> int | None:
    """Find a cell that the next one completes: a lone character at the head, else the last of the row."""
    head = "".join(text[s:e] for s, e in row[0].slices)
    if len(head) == 1 and not head.isdigit():
        return 0
    return len(row) - 2 if len(row) > 1 else None
