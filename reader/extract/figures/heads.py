"""What the heads of a table say of its cells: the unit of a column or a row, and what row and column measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reader.extract.figures.lexicon import Lexicon
from reader.extract.figures.money import AMOUNT_SCALE, ENGLISH
from reader.extract.figures.numerals import scale_of
from reader.extract.figures.reading import read_as
from reader.extract.figures.units import read_unit
from reader.extract.located import LocatedText
from reader.model.kinds import FigureKind

HEAD_UNIT = re.compile(
    r"""
      \((?:单位[:：]?)?(?P<in>[^()]{1,16}|[^()]*\([^()]*\)[^()]*)\)[^()]{0,6}$
    | /[ ]?(?P<per>[^/()]{1,10}|\([^()]{1,12}\))$
    | 单位[:：]\s?(?P<told>\S{1,12})$
    | (?P<share>[±+]{0,2}[%‰])$
    | (?<![0-9])[\s,，:：](?P<spaced>[^\s,，:：]{1,8})$
    """,
    re.X,
)
ABOVE = re.compile(
    r"""
      \((?:(?:计量)?单位[:：]?)?\s?(?P<in>[^()]{1,20})\)[:：。]?\s*$
    | 单位[:：]\s?(?P<told>[^\s。；()]{1,20})\)?\s*$
    """,
    re.X,
)
UNIT_COLUMN = re.compile(r"^(?:计量|计价|数量)?单位$|^units?$", re.I)
SCALED = re.compile(r"(?P<scale>[十百千]?[万亿]|[百千](?=[元美欧英人个]))?(?P<unit>.*)")
FOREIGN = re.compile(r"(?P<sign>[A-Z]{0,3}[$€£¥]|[A-Z]{3})[ ]?(?P<scale>[a-zA-Z]{1,8})?$")
NUMBERS = re.compile(r"编号|序号?|号|排名|名次|年份|年度?$|电话|手机|邮编|代码|页|日期|时间|版|No\.?|ID", re.I)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
IS_YEAR = re.compile(rf"(?:{YEAR.pattern})[ ]?年?").fullmatch
OF_COUNTS = re.compile(r"(?P<unit>[人项家户台件次篇名])?(?:(?<![参指系分函小代整倍年常因基读级负])数量?|总数|名额)$")
OF_SHARES = re.compile(
    r"(?:率|比|比例|占比|比重|份额|百分比|[同环]比(?:增[长速幅减])?|增[长速幅减]|涨[跌幅]|[升下]降|降幅|%)$"
)
OF_NO_UNIT = re.compile(r"(?:强度|系数|指数|得分|评分|分值|倍数|弹性|位次)$")
LONGEST_HEAD = 24  # characters; what is longer is a text
DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """A unit that a head tells for the numbers below or beside it."""

    kind: FigureKind
    name: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """What the head of a column says of its cells."""

    head: str = ""
    unit: ToldUnit | None = None
    row: str = ""  # what the head of the row says

    @property
    def label(self) -> str:
        """What a cell measures, by the heads of its row and its column."""
        return "·".join(part for part in (self.row, self.head) if part)


@dataclass(frozen=True, slots=True)
class UnitReader:
    """Reads units as heads print them, with what it takes to know them."""

    lexicon: Lexicon
    home: str

    def column(self, head: str) -> TableColumn:
        """Part a head into its words and its unit."""
        text = read_as(head).strip()
        m = HEAD_UNIT.search(text)
        unit = self.unit(next((told for told in m.groups() if told), "")) if m else None
        if m and m["spaced"] and unit and unit.kind not in ("money", "measure", "percent"):
            unit = None
        if m and (unit or not m["spaced"]):
            text = text[: m.start()].rstrip(" ±+") or text
        if unit is None and (counts := OF_COUNTS.search(text)):
            unit = ToldUnit("count", counts["unit"] or "个")
        may_be = not NUMBERS.search(text) or m is not None and not m["spaced"]
        return TableColumn(text, unit if may_be else None)

    def unit(self, printed: str) -> ToldUnit | None:
        """Read 亿元, 万台, %, m2·g-1, $M; nothing where it is something else."""
        printed = printed.strip().lstrip("±+").strip()
        if printed.startswith("(") and printed.endswith(")"):
            printed = printed[1:-1]
        scaled = SCALED.fullmatch(printed)
        if not printed or scaled is None:
            return None
        unit = read_unit(scaled["unit"], 0, self.lexicon)
        if unit is None or unit.end != len(scaled["unit"]):
            return self._foreign(printed)
        factor = unit.factor * (scale_of(scaled["scale"]) if scaled["scale"] else 1)
        is_home = unit.word[:1] == "元" and unit.name.startswith("CNY")
        return ToldUnit(unit.kind, self.home + unit.name[3:] if is_home else unit.name, factor)

    def _foreign(self, printed: str) -> ToldUnit | None:
        m = FOREIGN.match(printed)
        currency = self.lexicon.signs.get(m["sign"]) if m else None
        if m is None or currency is None:
            return None
        scale = AMOUNT_SCALE.fullmatch(m["scale"]) if m["scale"] else None
        if m["scale"] and scale is None:
            return None
        return ToldUnit("money", currency, Decimal(10) ** ENGLISH.get(m["scale"].lower(), 12) if scale else Decimal(1))

    def above(self, texts: Iterable[str]) -> list[ToldUnit]:
        """Read the units that the words above a table tell for all of it: 单位：亿元、%."""
        for text in texts:
            m = ABOVE.search(read_as(text).strip())
            parts = re.split(r"[、,，;；/和]", next((told for told in m.groups() if told), "")) if m else []
            whole = self.unit(next((told for told in m.groups() if told), "")) if m else None
            units = [whole] if whole else [unit for part in parts if (unit := self.unit(part))]
            if units and (whole or len(units) == len(parts)):
                return units
        return []


def columns_of(
    cells: Sequence[LocatedText], above: Sequence[str], lexicon: Lexicon, home: str
) -> dict[tuple[int, int], TableColumn]:
    """Tell for each cell of a table, by its row and column, what the heads say.

    `above` are the texts before the table, nearest first, which may tell the units for all of it. A head whose
    letters are set wide (序 号) was split as if it were two: then cells and heads are counted without the empty ones.
    """
    rows: dict[int, list[LocatedText]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    reader = UnitReader(lexicon, home)
    count = _head_rows(cells[0], rows, reader)
    if not count or 0 not in rows:
        return {}
    heads, wide = heads_of(rows[0]) if count == 1 else (_stacked(rows, count), False)
    told = {place: reader.column(text) for place, text in heads.items()}
    units = next((place for place, text in heads.items() if UNIT_COLUMN.match(text)), -1)
    whole = reader.above(above)
    found = {}
    for row, printed in rows.items():
        if row < count:
            continue
        of_row = _unit_of_row(printed, units, reader)
        at, row_head = _row_head(printed, units)
        for k, cell in enumerate(printed):
            place = k if wide else cell.column
            column = told.get(place, TableColumn())
            if k and place != units:
                column = _with_unit(column, [of_row] if of_row else whole)
            found[row, cell.column] = replace(column, row=row_head if k > at else "")
    return found


def _head_rows(first: LocatedText, rows: dict[int, list[LocatedText]], reader: UnitReader) -> int:
    """Count the rows of heads; one that holds nothing but units below them is one, too."""
    count = first.block.header_rows if first.block else 0
    while count and {count - 1, count} <= rows.keys() and _is_of_heads(rows[count - 1], rows[count], reader):
        count += 1
    return count


def _is_of_heads(above: Sequence[LocatedText], row: Sequence[LocatedText], reader: UnitReader) -> bool:
    """Tell whether a row below heads holds heads, too: units alone, or words where the row above has gaps."""
    if all(reader.unit(cell.text.strip("()（）")) for cell in row):
        return True
    gaps = {cell.column for cell in row} - {cell.column for cell in above}
    return bool(gaps) and row[0].column > 0 and not any(DIGIT.search(cell.text) for cell in row)


def _stacked(rows: dict[int, list[LocatedText]], count: int) -> dict[int, str]:
    """Join the heads of several rows; one above others reaches over the columns to its right that have none."""
    width = 1 + max(cell.column for row in range(count) for cell in rows.get(row, ()))
    heads: dict[int, list[str]] = {column: [] for column in range(width)}
    for row in range(count):
        printed = {cell.column: read_as(cell.text).strip() for cell in rows.get(row, ())}
        below = {cell.column for cell in rows.get(row + 1, ())} if row + 1 < count else set()
        text = ""
        for column in range(width):
            text = printed.get(column, text if column in below else "")
            if text and text not in heads[column]:
                heads[column].append(text)
    return {column: _joined(texts) for column, texts in heads.items() if texts}


def _joined(texts: Sequence[str]) -> str:
    """Write stacked heads as one, a unit that stands below its head in brackets."""
    *upper, last = texts
    if upper and last[:1] not in "(" and len(last) <= 4 and last[-1:] in "元%‰吨台辆个人":
        return f"{'·'.join(upper)}({last.strip('()')})"
    return "·".join(texts) if last[:1] != "(" else "·".join(upper) + last


def _unit_of_row(printed: Sequence[LocatedText], units: int, reader: UnitReader) -> ToldUnit | None:
    """Return the unit that a row tells: in its column for units, else behind its head: 收入（亿元）."""
    for cell in printed:
        if cell.column == units:
            return reader.unit(read_as(cell.text))
    if units >= 0:
        return None
    head = next((cell for cell in printed[:2] if not DIGIT.match(cell.text)), None)
    column = reader.column(head.text) if head else TableColumn()
    return column.unit if head and HEAD_UNIT.search(read_as(head.text).strip()) else None


def _with_unit(column: TableColumn, units: Sequence[ToldUnit]) -> TableColumn:
    """Give a column that tells no unit of its own one of those of the row or of the whole table."""
    has_own = column.unit is not None and (column.unit.kind != "count" or column.unit.name != "个")
    if has_own or OF_NO_UNIT.search(column.head) or NUMBERS.search(column.head) and not YEAR.search(column.head):
        return column
    shares = [unit for unit in units if unit.kind == "percent"]
    others = [unit for unit in units if unit.kind != "percent"]
    if OF_SHARES.search(column.head):
        return replace(column, unit=shares[0]) if shares else column
    told = others[:1] or shares[:1]
    return replace(column, unit=told[0]) if told else column


def _row_head(printed: Sequence[LocatedText], units: int) -> tuple[int, str]:
    """Return the first words of a row and where they stand; numbers, units and long texts are no heads."""
    for k, cell in enumerate(printed):
        text = HEAD_UNIT.sub("", read_as(cell.text).strip()).strip() if cell.column != units else ""
        if text and len(text) <= LONGEST_HEAD and (not text[0].isdecimal() or IS_YEAR(text)):
            return k, text
    return len(printed), ""


def heads_of(cells: Sequence[LocatedText]) -> tuple[dict[int, str], bool]:
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
