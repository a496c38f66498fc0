"""Numbers with a unit: money, percents, multiples, measures, durations, counts; ranges and shared units among them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reader.extract.figures.coins import with_smaller_coins
from reader.extract.figures.numerals import DIGITS, Numeral, read_number
from reader.extract.figures.senses import read_unit_in
from reader.extract.figures.spot import FigureLine, FoundFigure, clause_before
from reader.extract.figures.units import ReadUnit, read_unit

TO = re.compile(r" ?(?:--?|~|至|到) ?(?=[-+]?[0-9]|[一二两三四五六七八九十零负])")
CHANGED = "(?:增长?加?|提高|提升|上升|上涨|升|涨|扩大|下降|降低?|减少?|缩短|压缩|压减|回落|跌)(?:至|到|为)"
AND = re.compile(rf" ?(?:[、，,]|和|及|与|或|以及|、及|{CHANGED}了?) ?(?=[0-9一二两三四五六七八九十])")
TIMES = re.compile(r" ?[×xX*] ?(?=[0-9])")
ENDS = re.compile(r"[，。；,;！!）)]|以上|以下|左右|$")
SUM = re.compile(
    r"投资|经费|资金|预算|金额|资助|补贴|补助|奖励|费用|产值|营收|收入|融资|贷款|造价|售价|出资|经费支持|捐"
)
TOLERANCE = re.compile(r" ?± ?(?=[0-9])")
TIMES_TEN = re.compile(r" ?\)? ?[×xX*·] ?(?=10[\^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])")
CLOSED = re.compile(r" ?\)")
EXCHANGED = re.compile(r"(?P<coin>人民币|新?台币|港[元币]|澳门[元币]|新加坡元|新元|[加澳]元)[兑对][^，。；]{1,18}$")
DASHES = "—–―─"
LEADS = "为达至到约是在于(（"
CHAIN = 6  # numbers that may share the unit behind the last
MINUS = re.compile(r"(?:零下|负|[-±])[ ]?$")
SIGN = re.compile(r"(?:[≥≤<>~≈]|大于等于|小于等于|>=|<=)[ ]?$")
SIGNS = {">=": "≥", "<=": "≤", "≈": "~", "大于等于": "≥", "小于等于": "≤"}
SIGNED = re.compile(r"(?P<below>-|零下|负)|\+|零上")
TAILED = frozenset({"米", "公尺", "度"})  # 一米八 and 三十七度五: what stands behind them are decimals
TAIL = re.compile(r"(?:(?P<arabic>[0-9]{1,2})|(?P<han>[一二三四五六七八九]))(?=[，。、；！？）)的]|以上|左右|$)")
UNIT_HALF = re.compile(r"半(?=[^导径数])|半$")
MORE_UNIT = re.compile(r"多(?![少种个样元])")
MAY_BE_NEGATIVE = frozenset({"℃", "℉", "dB", "dBm", "%", "pp", "V", "mV", "kV", "m", "dBi", "dBc", "K", "deg", "‰"})


class Member(NamedTuple):
    """A number and the unit that stands directly behind it, if any."""

    number: Numeral
    unit: ReadUnit | None

    @property
    def end(self) -> int:
        return self.unit.end if self.unit else self.number.end


def read_quantity(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read the number at `at` with its unit, a range, or a row of numbers that share the last one's unit."""
    first = _member(line, at)
    if first is None:
        return []
    found = _range(line, first) or _sides(line, first) or _tolerance(line, first)
    if found:
        return [found]
    if first.unit is not None:
        return _single(line, first)
    return _chain(line, first) or _bare_sum(line, first.number)


def _member(line: FigureLine, at: int) -> Member | None:
    number = read_number(line.text, at, line.lexicon)
    if number is None:
        return None
    found = read_unit_in(line, number, line.lexicon)
    if found is None:
        return Member(number, None)
    unit, more = found
    return Member(number._replace(low=number.low + more), unit)


def _single(line: FigureLine, member: Member) -> list[FoundFigure]:
    number, unit = member
    if unit is None:
        return []
    low, end, more = number.low, unit.end, number.more
    half = UNIT_HALF.match(line.text, end)
    if (
        half
        and unit.kind in ("duration", "multiple", "measure")
        and not unit.composite
        and number.low == int(number.low)
    ):
        low, end = low + Decimal("0.5"), half.end()
    elif unit.kind in ("duration", "multiple", "money", "percent") and (m := MORE_UNIT.match(line.text, end)):
        more, end = True, m.end()
    if unit.kind == "money" and not unit.composite:
        low, end = with_smaller_coins(line, low, end, unit)
    elif unit.word in TAILED and not half:
        low, end = _with_tail(line, low, end)
    return [_found(line, number, unit, low, number.high, end, more)]


def _with_tail(line: FigureLine, low: Decimal, end: int) -> tuple[Decimal, int]:
    """Add the decimals that stand behind the unit."""
    m = TAIL.match(line.text, end)
    if m is None or low != int(low):
        return low, end
    digits = m["arabic"] or str(DIGITS[m["han"]])
    return low + Decimal(f"0.{digits}"), m.end()


def _range(line: FigureLine, first: Member) -> FoundFigure | None:
    """Read two numbers with 至, 到, - or ~ between them and one unit."""
    if first.number.high is not None:
        return None
    to = TO.match(line.text, first.end)
    if to is None:
        return None
    start = to.end()
    signed = SIGNED.match(line.text, start)
    second = _member(line, signed.end() if signed else start)
    if second is None or second.unit is None or second.number.high is not None:
        return None
    a, b, unit = first.number, second.number, second.unit
    if first.unit is not None and (first.unit.name, first.unit.factor) != (unit.name, unit.factor):
        return None
    low = a.low
    if first.unit is None and b.scale and not a.scale and a.low < b.bare:
        low *= b.scale
    high = -b.low if signed and signed["below"] else b.low
    found = _found(line, a, unit, low, high, unit.end, b.more)
    is_range = isinstance(found.low, Decimal) and isinstance(found.high, Decimal) and found.low < found.high
    return found if is_range else None


def _sides(line: FigureLine, first: Member) -> FoundFigure | None:
    """Read the sides of a thing, 4 mm × 6 mm or 120×60×40 cm, as one figure from the shortest to the longest."""
    members = [first]
    while len(members) < 3 and (m := TIMES.match(line.text, members[-1].end)):
        member = _member(line, m.end())
        if member is None:
            break
        members.append(member)
    unit = members[-1].unit
    if len(members) < 2 or unit is None or unit.kind != "measure":
        return None
    if any(member.unit is not None and member.unit.name != unit.name for member in members):
        return None
    sides = [member.number.low for member in members]
    longest = max(sides) if max(sides) > min(sides) else None
    return _found(line, first.number, unit, min(sides), longest, unit.end, more=False)


def _tolerance(line: FigureLine, first: Member) -> FoundFigure | None:
    """Read 85±5℃, (25±2)℃ and (3.2±0.1)×10⁵ Pa as a range, from the least to the most."""
    m = TOLERANCE.match(line.text, first.end)
    second = _member(line, m.end()) if m and first.number.high is None else None
    if second is None:
        return None
    unit, end, power = second.unit, second.end, Decimal(1)
    bracketed = line.text[first.number.start - 1 : first.number.start] in ("(", "-") and "(" in _ahead(line, first)
    if unit is None and bracketed:
        scaled = TIMES_TEN.match(line.text, end)
        closed = CLOSED.match(line.text, end)
        behind = _scaled_unit(line, scaled.end()) if scaled else _unit_at(line, closed.end()) if closed else None
        unit, power, end = behind or (None, power, end)
    if unit is None or first.unit is not None and first.unit.name != unit.name:
        return None
    width = second.number.low * power * unit.factor
    number = first.number._replace(low=first.number.low * power)
    middle = _found(line, number, unit, number.low, None, unit.end, more=False)
    if not width or not isinstance(middle.low, Decimal):
        return None
    start = middle.start - 1 if bracketed and line.text[middle.start - 1 : middle.start] == "(" else middle.start
    return middle._replace(start=start, low=middle.low - width, high=middle.low + width)


def _ahead(line: FigureLine, member: Member) -> str:
    """Return the two characters before a number."""
    return line.text[max(0, member.number.start - 2) : member.number.start]


def _scaled_unit(line: FigureLine, at: int) -> tuple[ReadUnit, Decimal, int] | None:
    """Read the power of ten and the unit that multiply what stands in brackets."""
    member = _member(line, at)
    return (member.unit, member.number.low, member.end) if member and member.unit else None


def _unit_at(line: FigureLine, at: int) -> tuple[ReadUnit, Decimal, int] | None:
    unit = read_unit(line.text, at, line.lexicon)
    return (unit, Decimal(1), unit.end) if unit else None


def _chain(line: FigureLine, first: Member) -> list[FoundFigure]:
    """Read numbers in a row of which the last has a unit: 20亿、9.75亿和1.5亿英镑."""
    members = [first]
    while members[-1].unit is None and len(members) < CHAIN:
        m = AND.match(line.text, members[-1].end)
        member = _member(line, m.end()) if m else None
        if member is None or m is None or "，" in m.group() and not member.number.scale:
            return []
        if _is_numbering(line, members[0], m):
            return []
        members.append(member)
    last = members[-1]
    if len(members) == 2 and (vague := _vague(line, members[0], last)):
        return [vague]
    if (
        last.unit is None
        or len(members) < 2
        or last.unit.kind == "duration"
        and "，" in line.text[first.end : last.end]
    ):
        return []
    scale = last.number.scale if not any(m.number.scale for m in members[:-1]) else None
    out = []
    for member in members[:-1]:
        low = member.number.low * (scale if scale and member.number.low < 10_000 else 1)
        out.append(
            _found(line, member.number, last.unit, low, member.number.high, member.number.end, member.number.more)
        )
    return [*out, *_single(line, last)]


def _bare_sum(line: FigureLine, number: Numeral) -> list[FoundFigure]:
    """Read a sum whose currency is left away: 总投资1300万, 获得经费支持500万."""
    text = line.text
    if number.scale is None or number.scale < 10_000 or not ENDS.match(text, number.end):
        return []
    is_spoken = "个" in text[number.start : number.end]  # 2.3个亿
    if not is_spoken and not SUM.search(clause_before(text, number.start, 12)):
        return []
    return [FoundFigure(number.start, number.end, "money", number.low, None, line.home, ">" if number.more else "")]


def _vague(line: FigureLine, first: Member, last: Member) -> FoundFigure | None:
    """Read 三、四百万元 as one vague number, 300 to 400 万."""
    a, b = first.number, last.number
    leading = b.low / b.bare if b.bare and b.scale else Decimal(1)
    digit = read_number(line.text[b.start : b.start + 1], 0, line.lexicon)
    if last.unit is None or a.arabic or b.arabic or a.signs != 1 or digit is None or digit.low - a.low != 1:
        return None
    if line.text[a.end : b.start] != "、" or b.low < 10 * leading and b.signs < 2:
        return None
    return _found(line, a, last.unit, a.low * (b.low / digit.low), b.low, last.end, b.more)


def _is_numbering(line: FigureLine, first: Member, mark: re.Match[str]) -> bool:
    """Tell whether 1、3个 is the third of a list that begins with a number."""
    begins = not line.text[: first.number.start].strip(" (")
    return begins and "、" in mark.group() and first.number.low < 100


def _found(
    line: FigureLine, number: Numeral, unit: ReadUnit, low: Decimal, high: Decimal | None, end: int, more: bool
) -> FoundFigure:
    """Make the figure, with the sign that touches the number."""
    start, text = number.start, line.text
    name = unit.name
    if unit.name[:3] == "CNY" and unit.word[:1] == "元":
        name = _home(line, start) + unit.name[3:]
    minus = MINUS.search(text, max(0, start - 3), start)
    if minus and _is_minus(line, minus, unit, number):
        start = minus.start()
        if minus.group()[0] != "±":
            low = -low
    touching = SIGN.search(text, max(0, start - 5), start)
    comparator = ""
    if touching:
        start = touching.start()
        sign = touching.group().strip()
        comparator = SIGNS.get(sign, sign)
    high = high * unit.factor if high is not None else None
    return FoundFigure(start, end, unit.kind, low * unit.factor, high, name, comparator or (">" if more else ""))


def _home(line: FigureLine, start: int) -> str:
    """Return the currency that 元 means: that of the issue, but in 新台币兑美元收报32.15元 the one exchanged."""
    m = EXCHANGED.search(clause_before(line.text, start, 24))
    coin = "人民币" if m and "人民币" in m.group() else m["coin"] if m else ""  # the one that is counted in
    word = line.lexicon.words.get(coin)
    return word.unit if word and word.kind == "money" else line.home


def _is_minus(line: FigureLine, m: re.Match[str], unit: ReadUnit, number: Numeral) -> bool:
    """Tell a minus from a dash: it touches the number, and its unit goes below zero."""
    sign = m.group()[0]
    goes_below = unit.kind in ("percent", "measure", "money")
    if sign != "-" or not goes_below:
        return sign == "±" or goes_below
    before = line.text[m.start() - 1 : m.start()] if m.start() else ""
    if before and (before.isascii() and before.isalnum() or before in ")%℃"):
        return False
    if line.raw[m.start()] in DASHES:  # a long one parts what it stands between, or leads to the value
        return unit.name in MAY_BE_NEGATIVE and before in LEADS and bool(before)
    return True
