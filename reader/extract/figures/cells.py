"""Cells of tables: bare numbers, ranges and tolerances, in the unit that their heads tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from reader.extract.figures.heads import TableColumn, heads_of
from reader.extract.figures.numerals import read_number
from reader.extract.figures.spot import FigureLine, FoundFigure
from reader.extract.located import LocatedText, joined

SIGN = re.compile(r"^ ?(?P<sign>[≥≤<>~≈]|不少于|不超过|约)? ?(?P<minus>[-+↑↓]|负)? ?")
RANGE = re.compile(r" ?(?:-{1,2}|~|至|到) ?(?P<minus>-)?")
TOLERANCE = re.compile(r" ?± ?")
SIGNS = {"不少于": "≥", "不超过": "≤", "约": "~", "≈": "~"}
TOUCHING = frozenset("≥≤<>~≈")
REST = re.compile(r"^ ?(?:左右|以上|以下|以内|起)?\*?$")
BEHIND = {"左右": "~", "以上": "≥", "以下": "<", "以内": "≤", "起": "≥"}
BELOW = frozenset("-↓负")


def rejoined(pieces: Sequence[LocatedText]) -> list[LocatedText]:
    """Join the cells of a row that has more than heads: the last cell was split at its spaces (41 | g)."""
    out: list[LocatedText] = []
    width = 0
    for _, group in groupby(pieces, key=lambda piece: (id(piece.block), piece.row) if piece.row >= 0 else None):
        cells = list(group)
        if cells[0].row == 0:
            heads, wide = heads_of(cells)
            width = len(heads) if wide else 0
        if cells[0].row > 0 and 0 < width < len(cells):
            cells = [*cells[: width - 1], joined(cells[width - 1 :])]
        out += cells
    return out


def read_cell(line: FigureLine, column: TableColumn) -> list[FoundFigure]:
    """Read a cell that holds a bare number, a range or a tolerance, in the unit of its column."""
    unit, text = column.unit, line.text
    sign = SIGN.match(text)
    start = sign.end() if sign else 0
    number = read_number(text, start, line.lexicon) if unit else None
    if unit is None or number is None or not number.arabic or sign is None:
        return []
    if unit.kind == "count" and unit.factor == 1 and number.low != int(number.low):
        return []
    low = -number.low if sign["minus"] in BELOW and sign["minus"] else number.low
    low, high, end = _spread(line, low, number.end)
    rest = REST.match(text[end:])
    if rest is None:
        return []
    told = sign["sign"] or ""
    comparator = SIGNS.get(told, told) or BEHIND.get(rest.group().strip(" *"), "=")
    begin = sign.start("sign") if told in TOUCHING and told else sign.start("minus") if sign["minus"] else start
    high = high * unit.factor if high is not None else None
    return [FoundFigure(begin, end, unit.kind, low * unit.factor, high, unit.name, comparator)]


def _spread(line: FigureLine, low: Decimal, end: int) -> tuple[Decimal, Decimal | None, int]:
    """Return the least and the most of a cell, 3—5 or 860±15, and where it ends."""
    width = TOLERANCE.match(line.text, end)
    second = read_number(line.text, width.end(), line.lexicon) if width else None
    if second:
        return low - second.low, low + second.low, second.end
    to = RANGE.match(line.text, end)
    second = read_number(line.text, to.end(), line.lexicon) if to else None
    high = (-second.low if to and to["minus"] else second.low) if second else None
    return (low, high, second.end) if second and high is not None and high > low else (low, None, end)
