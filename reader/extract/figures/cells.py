"""Tables: the unit that a column's head gives to bare numbers, and what row and column say of a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Literal

from reader.extract.figures.lexicon import Lexicon
from reader.extract.figures.numerals import read_number, scale_of
from reader.extract.figures.reading import read_as
from reader.extract.figures.spot import FigureLine, FoundFigure
from reader.extract.figures.units import read_unit
from reader.extract.located import LocatedText, joined
from reader.kinds import FigureKind

HEAD_UNIT = re.compile(
    r"""
      \((?:单位[:：]?)?(?P<in>[^()]{1,16}|[^()]*\([^()]*\)[^()]*)\)[^()]{0,3}$
    | /[ ]?(?P<per>[^/()]{1,10})$
    | 单位[:：]\s?(?P<told>\S{1,12})$
    """,
    re.X,
)
ABOVE = re.compile(
    r"""
      \((?:单位[:：]?)?\s?(?P<in>[^()]{1,16})\)[:：。]?\s*$
    | 单位[:：]\s?(?P<told>[^\s，。；()]{1,12})\)?\s*$
    """,
    re.X,
)
SCALED = re.compile(r"(?P<scale>[十百千]?[万亿]|[百千](?=[元美欧英人个]))?(?P<unit>.*)")
NUMBERS = re.compile(r"编号|序号?|号|排名|名次|年份?|年度|电话|手机|邮编|代码|页|日期|时间|版|No\.?|ID", re.I)
OF_COUNTS = re.compile(r"(?P<unit>[人项家户台件次篇名])?(?:(?<![参指系分函小代整倍年常因基读级负])数量?|总数|名额)$")
SIGN = re.compile(r"^ ?(?P<sign>[≥≤<>~≈]|不少于|不超过|约)? ?")
RANGE = re.compile(r" ?(?:-{1,2}|~|至|到) ?")
SIGNS = {"不少于": "≥", "不超过": "≤", "约": "~", "≈": "~"}
LONGEST_HEAD = 14  # characters
REST = re.compile(r"^ ?(?:左右|以上|以下|以内|起)?$")
BEHIND = {"左右": "~", "以上": "≥", "以下": "<", "以内": "≤", "起": "≥"}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """What the head of a column says of its cells."""

    head: str = ""
    kind: FigureKind | Literal[""] = ""
    unit: str = ""
    factor: Decimal = Decimal(1)
    row: str = ""  # what the head of the row says

    @property
    def label(self) -> str:
        """What a cell measures, by the heads of its row and its column."""
        return "·".join(part for part in (self.row, self.head) if part)


def columns_of(
    cells: Sequence[LocatedText], above: str, lexicon: Lexicon, home: str
) -> dict[tuple[int, int], TableColumn]:
    """Tell for each cell of a table, by its row and column, what its column's head says.

    `above` is the text before the table, which may tell one unit for all of it. A head whose letters are set wide
    (序 号) was split as if it were two: then cells and heads are counted without the empty ones.
    """
    block = cells[0].block
    rows: dict[int, list[LocatedText]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    if block is None or not block.header_rows or 0 not in rows:
        return {}
    heads, wide = _heads(rows[0])
    whole = _column_of(above, ABOVE, lexicon, home)
    of_rows = {row: _column_of(printed[0].text, HEAD_UNIT, lexicon, home) for row, printed in rows.items()}
    told = {
        place: _column_of(text, HEAD_UNIT, lexicon, home)
        if not NUMBERS.search(text) or HEAD_UNIT.search(text)
        else TableColumn(text)
        for place, text in heads.items()
    }
    found = {}
    for row, printed in rows.items():
        for k, cell in enumerate(printed):
            column = told.get(k if wide else cell.column, TableColumn())
            if row >= block.header_rows:
                of_row = of_rows[row] if of_rows[row].kind not in ("", "count") else whole
                found[row, cell.column] = replace(_with_default(column, of_row, k), row=_row_head(printed[:k]))
    return found


def _row_head(before: Sequence[LocatedText]) -> str:
    """Return the first words among the cells before one; numbers and long texts are no heads."""
    words = (HEAD_UNIT.sub("", cell.text).strip() for cell in before)
    return next((text for text in words if 2 <= len(text) <= LONGEST_HEAD and not text[0].isdecimal()), "")


def rejoined(pieces: Sequence[LocatedText]) -> list[LocatedText]:
    """Join the cells of a row that has more than heads: the last cell was split at its spaces (41 | g)."""
    out: list[LocatedText] = []
    width = 0
    for _, group in groupby(pieces, key=lambda piece: (id(piece.block), piece.row) if piece.row >= 0 else None):
        cells = list(group)
        if cells[0].row == 0:
            heads, wide = _heads(cells)
            width = len(heads) if wide else 0
        if cells[0].row > 0 and 0 < width < len(cells):
            cells = [*cells[: width - 1], joined(cells[width - 1 :])]
        out += cells
    return out


def _heads(cells: Sequence[LocatedText]) -> tuple[dict[int, str], bool]:
    """Return the heads by column and whether they are counted without empty cells."""
    texts = [(cell.column, read_as(cell.text).strip()) for cell in cells]
    merged: list[str] = []
    single = False
    for _, text in texts:
        if single and len(text) == 1:
            merged[-1] += text
            single = False
        else:
            merged.append(text)
            single = len(text) == 1
    wide = len(merged) < len(texts)
    return (dict(enumerate(merged)), True) if wide else (dict(texts), False)


def _with_default(column: TableColumn, whole: TableColumn, place: int) -> TableColumn:
    is_share = column.head.endswith(("率", "比", "比例", "占比", "%"))
    if (
        column.kind
        or not whole.kind
        or not place
        or is_share
        or NUMBERS.search(column.head)
        and not YEAR.search(column.head)
    ):
        return column
    return TableColumn(column.head, whole.kind, whole.unit, whole.factor)


YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _column_of(head: str, pattern: re.Pattern[str], lexicon: Lexicon, home: str) -> TableColumn:
    folded = read_as(head).strip()
    m = pattern.search(folded)
    name = folded[: m.start()].strip() if m else folded
    printed = next((text for text in m.groups() if text), "") if m else ""
    scaled = SCALED.fullmatch(printed.strip())
    if not printed or scaled is None:
        counts = OF_COUNTS.search(name) if pattern is HEAD_UNIT else None
        return TableColumn(name, "count", counts["unit"] or "个") if counts else TableColumn(name)
    unit = read_unit(scaled["unit"], 0, lexicon)
    if unit is None or unit.end != len(scaled["unit"]):
        return TableColumn(name)
    factor = unit.factor * (scale_of(scaled["scale"]) if scaled["scale"] else 1)
    currency = home + unit.name[3:] if unit.word[:1] == "元" and unit.name.startswith("CNY") else unit.name
    return TableColumn(name, unit.kind, currency, factor)


def read_cell(line: FigureLine, column: TableColumn) -> list[FoundFigure]:
    """Read a cell that holds a bare number or a range, in the unit of its column."""
    if not column.kind:
        return []
    text = line.text
    sign = SIGN.match(text)
    start = sign.end() if sign else 0
    number = read_number(text, start, line.lexicon)
    if number is None or not number.arabic or column.kind == "count" and number.low != int(number.low):
        return []
    end, high = number.end, None
    to = RANGE.match(text, end)
    second = read_number(text, to.end(), line.lexicon) if to else None
    if second and second.low > number.low:
        end, high = second.end, second.low * column.factor
    rest = REST.match(text[end:])
    if rest is None:
        return []
    told = sign["sign"] if sign and sign["sign"] else ""
    comparator = SIGNS.get(told, told) or BEHIND.get(rest.group().strip(), "=")
    begin = sign.start("sign") if told in ("≥", "≤", "<", ">", "~", "≈") and sign else start
    return [FoundFigure(begin, end, column.kind, number.low * column.factor, high, column.unit, comparator)]
