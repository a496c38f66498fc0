"""Figures that are words of their own: 百分之三十, 三分之二, 四成, 翻一番, 一半, 八折, 2023年第5期, H因子37."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.extract.figures.numerals import BARE_SCALE, DIGITS, Numeral, han_value, read_number, scale_of
from reader.extract.figures.spot import FigureLine, FoundFigure
from reader.extract.figures.units import read_unit

HAN_ONE = "一二两三四五六七八九"
PARTS_OF = re.compile(r"(?P<whole>百万|千万|十亿|百|千|万|亿|[一二两三四五六七八九十百千0-9]{1,5})[ ]?分之[ ]?")
TO = re.compile(r"(?:到|至|-|~)(?:百分之)?")
DECIMALS_IN_HAN = rf"(?:[ ]?点[ ]?[零{HAN_ONE}]{{1,2}})?"
TENTH = rf"[{HAN_ONE}十]{DECIMALS_IN_HAN}|10|[0-9](?:\.[0-9]{{1,2}})?"
TENTHS = re.compile(
    rf"""
    (?P<a>{TENTH})(?:[ ]?[至到\-~]?[ ]?(?P<b>{TENTH}))?[ ]?(?P<more>多)?成(?P<half>半)?
    (?P<tail>[{HAN_ONE}](?![{HAN_ONE}十百千万亿个年月]))?
    (?![立为果功员本分品型熟长都就绩套语份形交才事名组像色])
    """,
    re.X,
)
HALF_TENTH = re.compile("半成(?![品熟年功为])")
DISCOUNT = re.compile(
    rf"(?P<a>[{HAN_ONE}]{DECIMALS_IN_HAN}|[{HAN_ONE}]{{2}}|[0-9](?:\.[0-9]{{1,2}})?|[0-9]{{2}}) ?折"
    r"(?![叠线旧射返合扣算磨腾弯断])"
)
AT_HALF_PRICE = re.compile(r"(?:对折|半折)(?![叠线射返合算断])")
DOUBLED = re.compile(
    r"翻(?:了)? ?(?P<near>近)? ?(?P<times>[一两二三四五1-5])? ?番(?!茄)|翻(?:了)?(?P<fold>[一两二三四五1-5]) ?倍"
)
MAGNITUDE = re.compile(r" ?(?:个)?数量级")
STROKED = re.compile(r"(?P<part>[1-9][0-9]?)/(?P<whole>[1-9][0-9]{0,2})(?![0-9./年月日-])")
PROPORTION = re.compile(
    r"(?P<one>[0-9]{1,4}(?:\.[0-9]{1,4})?) ?[:：∶比] ?(?P<other>[0-9]{1,4}(?:\.[0-9]{1,4})?)(?![0-9.:：∶])"
)
PROPORTIONAL = re.compile(
    r"(?:比(?:例|率|值|重)?(?![分赛])|之比|[配占]比|性别比|份额)[^，。；、0-9]{0,6}$|按(?:照)? ?$"
)
SHARED = re.compile(r"[的约近占达到过为至有超仅少及]|不足 ?$")
HALF = re.compile(r"一半|过半(?!年|个|小时|天|百)|半数|对半")
HALF_SPAN = re.compile(r"半(?:个)?(?P<span>年|月|小时|钟头|天|世纪|学期)(?![刊报级板])")
SPAN = {"年": "a", "月": "mo", "小时": "h", "钟头": "h", "天": "d", "世纪": "a", "学期": "a"}
ISSUE = re.compile(
    r"""
    (?P<year>(?:19|20)[0-9]{2})[ ]?年?[,，]?[ ]?
    (?:第?[ ]?[0-9]{1,3}[ ]?卷[,，(]?)?
    (?:第[ ]?(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})|[0-9]{1,4})[ ]?期\)?
    """,
    re.X,
)
NUMBERED = re.compile(r"第 ?(?P<number>[0-9]{1,5}|[一二三四五六七八九十百〇零]{1,6}) ?(?:期|号)")
H_INDEX = re.compile(r"[hH][ -]?(?:因子|指数)(?:[ ]?(?:为|达到?|是|已达|:|：))?[ ]?(?P<value>[0-9]{1,3})(?![0-9.%])")
PH = re.compile(
    r"""pH[ ]?值?[ ]?(?:(?:控制|保持|维持|调节?|稳定|介于|分布)?(?:为|是|达到?|约为?|在|至|到|大约|:|：|=|≈|于)){0,3}
    [ ]?(?P<sign>[<>≤≥~])?[ ]?(?P<value>1?[0-9](?:\.[0-9]{1,3})?)
    (?:[ ]?(?:-{1,2}|~|至|到)[ ]?(?P<high>1?[0-9](?:\.[0-9]{1,3})?))?(?![0-9%.]|[ ]?[万亿个项分])""",
    re.X,
)
PIECE = re.compile(
    r"(?P<hours>[0-9]{1,4}) ?个?(?:小时|时) ?(?P<minutes>[0-9]{1,2}) ?分钟?(?: ?(?P<seconds>[0-9]{1,2}) ?秒)?"
    r"|(?P<m>[0-9]{1,4}) ?分钟? ?(?P<s>[0-9]{1,2}(?:\.[0-9]{1,3})?) ?秒"
)

YEARS_AND_MONTHS = re.compile(
    r"(?P<years>[0-9]{1,2}|[一两二三四五六七八九十]{1,2}) ?年(?: ?[零又]|(?=[^个]{1,4}个月)) ?"
    r"(?P<months>[0-9]{1,2}|[一两二三四五六七八九十]{1,2}) ?个月"
)


def read_percent_in_words(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read 百分之三十, 千分之五, and 三分之二, 十亿分之一米."""
    m = PARTS_OF.match(line.text, at)
    if m is None:
        return _stroked(line, at)
    if m["whole"] == "百" and line.text[m.end() : m.end() + 1] == "百":
        return [FoundFigure(at, m.end() + 1, "percent", Decimal(100), unit="%")]
    number = read_number(line.text, m.end(), line.lexicon)
    if number is None:
        return []
    if m["whole"] == "百" and not _is_one_hundredth(line, at, number):
        return [_below_zero(line, _percent(line, at, number))]
    whole = _value(m["whole"])
    if not whole or number.low >= whole * 10:
        return []
    share = (number.low / whole).quantize(Decimal("0.000001")) if whole < 10**4 else number.low / whole
    unit = read_unit(line.text, number.end, line.lexicon)
    if unit and unit.kind == "measure" and unit.end - number.end > 0 and whole >= 1000:
        return [FoundFigure(at, unit.end, "measure", share, unit=unit.name)]
    if m["whole"] == "千":
        return [FoundFigure(at, number.end, "percent", number.low, unit="‰")]
    return [FoundFigure(at, number.end, "ratio", share, comparator=">" if number.more else "")]


def _below_zero(line: FigureLine, found: FoundFigure) -> FoundFigure:
    """Take the 负 in that stands before 百分之三."""
    if line.text[found.start - 1 : found.start] != "负" or not isinstance(found.low, Decimal):
        return found
    return found._replace(start=found.start - 1, low=-found.low)


def _stroked(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read 2/3 where it is a share of something: 占总数的2/3, 不足1/4."""
    m = STROKED.match(line.text, at)
    if m is None or int(m["part"]) >= int(m["whole"]) or not SHARED.search(line.text, max(0, at - 3), at):
        return []
    share = (Decimal(m["part"]) / Decimal(m["whole"])).quantize(Decimal("0.000001"))
    return [FoundFigure(at, m.end(), "ratio", share)]


def _percent(line: FigureLine, at: int, number: Numeral) -> FoundFigure:
    """Finish 百分之三十, a range 百分之三十至五十 too."""
    to = TO.match(line.text, number.end)
    second = read_number(line.text, to.end(), line.lexicon) if to else None
    is_range = to is not None and second is not None and number.low < second.low <= 1000
    if is_range and second and not read_unit(line.text, second.end, line.lexicon):
        return FoundFigure(at, second.end, "percent", number.low, second.low, "%")
    return FoundFigure(at, number.end, "percent", number.low, number.high, "%", ">" if number.more else "")


def _is_one_hundredth(line: FigureLine, at: int, number: Numeral) -> bool:
    """Tell whether 百分之一 is a hundredth of something (原来的百分之一) and no percentage."""
    return number.low == 1 and not number.arabic and line.text[max(0, at - 1) : at] in ("的", "约", "足", "到")


def _value(printed: str) -> Decimal | None:
    if printed.isascii():
        return Decimal(printed)
    return scale_of(printed) if BARE_SCALE.fullmatch(printed) else han_value(printed)


def read_tenths(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read 四成, 三至五成, 六成五 as a share, and 八折, 八五折 as a percentage."""
    m = TENTHS.match(line.text, at)
    if m:
        low = _number_of_tenths(m["a"]) / 10
        if m["tail"]:
            low += Decimal(DIGITS[m["tail"]]) / 100
        if m["half"]:
            low += Decimal("0.05")
        high = _number_of_tenths(m["b"]) / 10 if m["b"] else None
        return [FoundFigure(at, m.end(), "ratio", low, high, comparator=">" if m["more"] else "")]
    if m := HALF_TENTH.match(line.text, at):
        return [FoundFigure(at, m.end(), "ratio", Decimal("0.05"))]
    if m := AT_HALF_PRICE.match(line.text, at):
        return [FoundFigure(at, m.end(), "percent", Decimal(50), unit="%")]
    m = DISCOUNT.match(line.text, at)
    if m is None:
        return []
    value = _number_of_tenths(m["a"])
    return [FoundFigure(at, m.end(), "percent", value * 10 if value < 10 else value, unit="%")]


def read_proportion(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read 3:7 where the words before it speak of a proportion; elsewhere it is a time or a score."""
    m = PROPORTION.match(line.text, at)
    if m is None or not PROPORTIONAL.search(line.text, max(0, at - 14), at) or not Decimal(m["other"]):
        return []
    share = (Decimal(m["one"]) / Decimal(m["other"])).quantize(Decimal("0.000001"))
    return [FoundFigure(at, m.end(), "ratio", share)]


def _number_of_tenths(printed: str) -> Decimal:
    """Read 四, 十, 8.5, 八点五, and 八五 as it stands before 折."""
    return Decimal(printed) if printed[0].isascii() else han_value(printed.replace(" ", "")) or Decimal(0)


def read_multiple(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read 翻一番 and 三个数量级."""
    m = DOUBLED.match(line.text, at)
    if m:
        times = m["times"] or m["fold"] or "一"
        count = int(times) if times.isascii() else DIGITS[times]
        value = Decimal(2) ** count if not m["fold"] else Decimal(count)
        return [FoundFigure(at, m.end(), "multiple", value, None, "×", "~" if m["near"] else "")]
    number = read_number(line.text, at, line.lexicon)
    size = MAGNITUDE.match(line.text, number.end) if number else None
    if number is None or size is None or number.low > 60:
        return []
    low, high = (power and (Decimal(10) ** power).quantize(Decimal(1)) for power in (number.low, number.high))
    return [FoundFigure(at, size.end(), "multiple", low or Decimal(1), high, "×", ">" if number.more else "")]


def read_half(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read 一半, 过半, 半数 and 半年, 半个小时."""
    m = HALF.match(line.text, at)
    if m:
        return [FoundFigure(at, m.end(), "ratio", Decimal("0.5"), comparator=">" if m.group()[0] == "过" else "")]
    m = HALF_SPAN.match(line.text, at)
    if m is None or line.text[max(0, at - 1) : at] in tuple("上下前后大小一两三四五六七八九十年月天时期倍个"):
        return []
    factor = Decimal(100) if m["span"] == "世纪" else Decimal(1)
    return [FoundFigure(at, m.end(), "duration", Decimal("0.5") * factor, unit=SPAN[m["span"]])]


def han_or_arabic(printed: str) -> Decimal:
    """Return a small number, whichever numerals it is printed in."""
    return Decimal(printed) if printed.isdecimal() else han_value(printed) or Decimal(0)


def read_issue(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read the issue of a periodical, 2023年第5期; 第5期 alone only in the masthead."""
    m = ISSUE.match(line.text, at)
    if m:
        return [FoundFigure(at, m.end(), "issue", m["year"], comparator="=")]
    m = NUMBERED.match(line.text, at - 1) if line.zone == "masthead" and at else None
    if m is None or line.text[max(0, at - 2) : at - 1] == "总":
        return []
    value = m["number"] if m["number"].isdecimal() else han_value(m["number"])
    return [FoundFigure(at - 1, m.end(), "issue", str(value), comparator="=")]


def read_h_index(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read how often someone is cited, H因子37."""
    m = H_INDEX.match(line.text, at)
    return [FoundFigure(at, m.end(), "measure", Decimal(m["value"]), unit="H因子")] if m else []


def read_ph(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read how sour something is: pH为7.2, pH值在6.5~8.5."""
    m = PH.match(line.text, at)
    if m is None:
        return []
    high = Decimal(m["high"]) if m["high"] else None
    return [FoundFigure(at, m.end(), "measure", Decimal(m["value"]), high, "pH", m["sign"] or "")]


def read_mixed_span(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read a span told in two units, 2分40秒, 1小时20分钟 or 两年零三个月, in the smaller one."""
    if m := YEARS_AND_MONTHS.match(line.text, at):
        years, months = han_or_arabic(m["years"]), han_or_arabic(m["months"])
        return [FoundFigure(at, m.end(), "duration", years * 12 + months, unit="mo")]
    m = PIECE.match(line.text, at)
    if m is None or m["hours"] and "时" in m.group() and "小时" not in m.group():
        return []
    if m["s"]:
        return [FoundFigure(at, m.end(), "duration", Decimal(m["m"]) * 60 + Decimal(m["s"]), unit="s")]
    minutes = Decimal(m["hours"]) * 60 + Decimal(m["minutes"])
    if m["seconds"]:
        return [FoundFigure(at, m.end(), "duration", minutes * 60 + Decimal(m["seconds"]), unit="s")]
    return [FoundFigure(at, m.end(), "duration", minutes, unit="min")]
