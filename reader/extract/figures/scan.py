"""Find the figures of one line: one pass over its numerals, at each the first reader that understands it.

There is one rule against overlaps: reading goes from left to right, the readers stand in the order of EXTRACTORS,
the first that reads a figure has it, and the search goes on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.extract.figures.dates import read_date
from reader.extract.figures.money import read_signed_money
from reader.extract.figures.numerals import HAN_SIGNS
from reader.extract.figures.phrases import (
    read_h_index,
    read_half,
    read_issue,
    read_mixed_span,
    read_multiple,
    read_percent_in_words,
    read_ph,
    read_proportion,
    read_tenths,
)
from reader.extract.figures.quantities import read_quantity
from reader.extract.figures.spot import FigureLine, FoundFigure

Reader = Callable[[FigureLine, int], list[FoundFigure]]
EXTRACTORS: tuple[tuple[str, Reader], ...] = (
    ("issue: 2023年第5期", read_issue),
    ("date, date range, deadline: 3月5日, 2023—2027年, 12月21日18:00前", read_date),
    ("money, its sign first: $3 Billion, ¥500万", read_signed_money),
    ("measure: H因子37", read_h_index),
    ("measure: pH为7.2", read_ph),
    ("duration in two units: 2分40秒", read_mixed_span),
    ("percent and ratio in words: 百分之三十, 三分之二", read_percent_in_words),
    ("ratio and discount: 四成, 八折", read_tenths),
    ("ratio of two numbers: 配比为3:7", read_proportion),
    ("multiple in words: 翻一番, 两个数量级", read_multiple),
    ("ratio and duration: 一半, 过半, 半年", read_half),
    ("money, percent, multiple, measure, duration, count, with their ranges: 30—50万元", read_quantity),
)
REFERENCE = (("money, its sign first", read_signed_money),)  # of what foreign titles hold, all else is noise

SPOT = re.compile(
    rf"""
      (?P<digits>[0-9]+(?:[.,][0-9]+)*)
    | (?P<han>[{HAN_SIGNS}]+)
    | (?P<word>翻[了近一两二三四五番]|半[数年月天小个成折]|过半|对[半折]|[Hh][ -]?(?:因子|指数)|(?<![A-Za-z])pH)
    """,
    re.X,
)
SCALED = frozenset("万亿千百十余多")  # 3亿美金 is money told before, not a sign before what follows
RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
LONGEST = 24  # digits with their commas; what is longer is no number
SIGN_LENGTH = 4  # characters of the longest sign before an amount
# What may stand behind digits that mean something, besides the names of units; all else is passed over at once.
FOLLOWERS = frozenset(
    ":：∶)增升降减提扩下上压缩回跌涨"
    "万亿千百十多余来+-±~至到、，/和及与或以年月日号期成折分半 %×xX*·^度个方块时点前QH番人"
)
BARE = frozenset("()[]{},;\n")  # between two of them digits mean nothing
LABELLED = re.compile(
    r"""
    (?:(?:(?<![\u4e00-\u9fff])|(?<=[如见附及和与由从在据对下上左右]))[图表]|公式|示例|附[件录表图]|专栏|No\.?|Fig(?:ure|\.)?|Table|编号|序号|版本|型号
      |公交|临床(?:试验)?|[A-Z0-9]座|号楼|大[厦楼])[ ]?$
    """,
    re.X | re.I,
)
NEUTRAL = re.compile(r"[几第]|数[十百千万亿]")
ADDRESS = re.compile(r"(?:地址|地点|通讯处|会址)[:：][^，。；\n]*$")
DOTTED_DATE = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]{1,2}\.[0-9]{1,2}")
AHEAD_OF_DATE = re.compile(r"(?:民国|[正冬腊]月初?)$")  # what a date begins with that is no numeral
LUNAR = frozenset("月初")  # what a numeral in Han stands behind in 正月十五, 腊月初八
GLUE = frozenset("/.+=-_&#?:'")


def figures_in(line: FigureLine) -> list[FoundFigure]:
    """List the figures of a line in order; none overlap."""
    found: list[FoundFigure] = []
    text = line.text
    readers = REFERENCE if line.zone == "reference" else EXTRACTORS
    at = 0
    while m := SPOT.search(text, at):
        start, at = m.span()
        in_digits = m.lastgroup == "digits"
        if in_digits and text[at : at + 1] in BARE and text[start - 1 : start] in BARE:
            continue
        beside = bool(found) and text[found[-1].end : start] == "/"  # 100 MW/400 MWh
        if not _is_worth_reading(line, start, at, m.lastgroup or "", beside):
            continue
        figures = _read(line, start, readers)
        if figures:
            found += figures
            at = max(at if in_digits else 0, figures[-1].end)
    return found


def _is_worth_reading(line: FigureLine, start: int, end: int, kind: str, beside: bool) -> bool:
    """Tell at a glance whether a numeral may be a figure; most are not, and reading costs.

    `beside`: a stroke parts it from the figure before.
    """
    text = line.text
    if kind == "digits":
        if not _may_begin(line, start, end):
            return False
        return beside or not _is_within_a_name(text, start) or _is_masthead_issue(line, start)
    if NEUTRAL.match(text, max(0, start - 1)) and not _is_masthead_issue(line, start):
        return False
    after = text[end : end + 1]
    return kind == "word" or _leads_on(line, after) or after == " " or text[start - 1 : start] in LUNAR


def _leads_on(line: FigureLine, sign: str) -> bool:
    """Tell whether a character behind a numeral may go on with a figure."""
    return bool(sign) and (sign in line.lexicon.followers or sign in FOLLOWERS)


def _is_masthead_issue(line: FigureLine, start: int) -> bool:
    """Tell whether a number behind 第 may be the issue's own."""
    return line.zone == "masthead" and line.text[start - 1 : start] in ("第", " ")


def _read(line: FigureLine, start: int, readers: tuple[tuple[str, Reader], ...]) -> list[FoundFigure]:
    """Let the readers try a place in their order."""
    text = line.text
    head = AHEAD_OF_DATE.search(text, max(0, start - 3), start)
    begin = head.start() if head else start
    for _, reader in readers:
        if reader is read_signed_money:
            begin_of_sign = _sign_before(line, start)
            figures = reader(line, begin_of_sign) if begin_of_sign >= 0 else []
        elif reader is read_date:
            figures = reader(line, begin)
        else:
            figures = reader(line, start)
        if figures:
            return [] if figures[0].kind == "count" and _counts_nothing(text, start) else figures
    return []


def _counts_nothing(text: str, start: int) -> bool:
    """Tell whether a number is that of a picture (图 3 种植区) or of a storey in an address."""
    return bool(LABELLED.search(text, max(0, start - 8), start) or ADDRESS.search(text, max(0, start - 40), start))


def _sign_before(line: FigureLine, start: int) -> int:
    """Return where the sign of a currency begins that stands before a number; -1 where there is none."""
    end = start - 1 if line.text[start - 1 : start] == " " else start
    for length in range(SIGN_LENGTH, 0, -1):
        begin = end - length
        if begin >= 0 and line.text[begin:end] in line.lexicon.signs:
            before = line.text[begin - 1 : begin]
            if before.isdecimal() or before in SCALED and before:
                return -1
            return -1 if before.isascii() and before.isalpha() and line.text[begin].isalpha() else begin
    return -1


def _may_begin(line: FigureLine, start: int, end: int) -> bool:
    """Tell whether digits can be a figure: by the character behind them, or a sign of money before."""
    text = line.text
    spaced = text[end : end + 1] == " "
    after = text[end + 1 : end + 2] if spaced else text[end : end + 1]
    if _leads_on(line, after) or after in RAISED:
        return end - start <= LONGEST
    if spaced and "0" <= after <= "9":
        return text[end + 1 : end + 4].isdecimal() and end - start <= 3  # 1 200
    before = text[start - 2 : start - 1] if text[start - 1 : start] == " " else text[start - 1 : start]
    return before in line.lexicon.sign_ends or DOTTED_DATE.fullmatch(text, start, end) is not None


def _is_within_a_name(text: str, start: int) -> bool:
    """Tell whether digits go on from a letter, an address or a number: IP68, LX-4, 2022/1616, a.example/2."""
    before = text[start - 1 : start]
    if not before:
        return False
    if before.isascii() and before.isalpha() or before in "_@#":
        return _letters_are_no_sign(text, start)
    if before in GLUE and start > 1:
        ahead = text[start - 2]
        return ahead.isascii() and ahead.isalnum() and before != ":"
    return before == "第" or before == " " and text[start - 2 : start - 1] == "第"


def _letters_are_no_sign(text: str, start: int) -> bool:
    """Tell whether the letters before digits are a name, not the code of a currency."""
    word = re.search(r"[A-Za-z]{1,12}$", text[max(0, start - 12) : start])
    return word is None or word.group() not in CODES


CODES = frozenset(
    {"RMB", "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "KRW", "INR", "CHF", "AUD", "CAD", "SGD", "TWD", "RM", "Rs"}
)
