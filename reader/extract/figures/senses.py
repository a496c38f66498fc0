"""Units whose meaning the words around decide: 度 of power, heat or angle, 节 of speed or of a train, 五元环."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reader.extract.figures.lexicon import Lexicon
from reader.extract.figures.numerals import Numeral
from reader.extract.figures.spot import FigureLine, clause_before
from reader.extract.figures.units import AFTER_SHORT, ReadUnit, read_unit

NEAR = 10  # characters that are looked at before the number
ELECTRIC = re.compile(r"电")
WARM = re.compile(r"[温热寒冷烧]|零[下上]|摄氏|华氏|气候|℃")
TURNED = re.compile(r"[角倾旋弯转偏仰俯纬经]|视场|方位|坡度")
FLOWS = re.compile(r" ?方(?=天然气|水|土|木|混凝土|砂|气|石|污水|[，。、；）)/]|$)")
OIL = re.compile(r"油")
SPEED = re.compile(r"速")
SALE = re.compile(r"[价花卖买收付费售赚票贵钱]")
NAME_BEFORE = re.compile(r"[A-Za-z] $")  # Intel 18A
NO_SPAN = re.compile(r"公元前年|第.{1,3}个年(?:规划|计划)")  # before and behind the numeral
MINUTES = re.compile(r" ?°(?P<minutes>[0-9]{1,2})[′'](?:(?P<seconds>[0-9]{1,2}(?:\.[0-9]{1,3})?)[″\"])?")
CLOCK = re.compile(r"(?:[0-9]|[上下中]午|晚上?|凌晨)[ ]?[时点:]$")
FULL_MARKS = re.compile(r"满分(?:为|是)?$")
DAYS = re.compile(
    r"(?:超过|少于|低于|多于|为期|[公期]示期?|期限|历时|至少|最多|不足|满|后|共|≤|≥|<|>)[^，。；、]{0,4}$"
)
WITHIN = re.compile(r" ?日(?:以内|之内|内)")
DAY = re.compile(r" ?日(?![常均益程本前光照出落后语元报期])")
DEGREE = re.compile(r" ?度(?![C假过量日身重数])")
TRIAL = re.compile(r"[ab]?[ ]?(?:临床|试验|研究)")
MOLAR = re.compile(r" ?M(?![A-Za-z0-9])(?P<solute> [A-Z][A-Za-z]?[A-Za-z0-9()]{0,12})?")
DISSOLVED = re.compile(r"浓度|溶液|缓冲|电解|酸|碱|mol|摩尔|盐")
# 4K, 8K: of pictures, unless it is cold
SCREENS = frozenset(map(Decimal, (1, 2, 4, 5, 6, 8, 10, 12, 16)))
COLD = re.compile(r"[温热冷]|开尔文|超导|℃")
HALF_ONE = re.compile(r" ?个半(?P<span>月|小时|钟头|星期|世纪)")
COINS = re.compile(r" ?块(?=[0-9一二两三四五六七八九零毛，。；！？]|$)")
SPAN = {"月": "mo", "小时": "h", "钟头": "h", "星期": "wk", "世纪": "a"}
MANY_OF_ONE_SIGN = frozenset("百千万亿")
COUNTED_MUCH = frozenset("人户家亩吨件名台辆座只头艘架部篇场种所个株套项米元")  # behind 近百, 超千, 逾万
BEHIND_HAN = AFTER_SHORT | frozenset("长宽高深厚远多重每一钱吗呢了就才半")
BEHIND_COIN = AFTER_SHORT | frozenset("0123456789一二两三四五六七八九")
NUMERALS = frozenset("一二两三四五六七八九")
NOT_IN_HAN = frozenset("分点角度起对部行位里")  # 十分, 三点, 三角, 一度: with a numeral in Han mostly other words
PLAIN = frozenset("吨亩")  # single signs that mean nothing else
IDIOM = re.compile(r"一(?:天(?:天|比)|年(?:一度|四季|到头)|周岁|日|秒不)")


def sense(line: FigureLine, number: Numeral, unit: ReadUnit) -> ReadUnit | None:
    """Return the unit as the words around it mean it; None where it is none."""
    text = line.text
    before = text[max(0, number.start - NEAR) : number.start]
    word = unit.word[:1]
    if len(unit.word) == 1 and word.isascii() and text[number.end] != " " and NAME_BEFORE.search(before):
        return None
    if not number.arabic and not _stands_in_han(line, number, unit):
        return None
    if unit.word == "K" and _is_of_a_screen(line, number, unit):
        return None
    if word == "期" and TRIAL.match(text, unit.end):
        return None
    if word == "节" and unit.kind == "count" and SPEED.search(before):
        return replace(unit, kind="measure", name="kn")
    if word == "桶":
        oil = OIL.search(before) or text.startswith("油", unit.end) or text.startswith("原油", unit.end)
        return replace(unit, kind="measure", name=unit.name.replace("桶", "bbl")) if oil or unit.composite else unit
    if unit.kind == "money" and unit.name.endswith("/桶"):
        return replace(unit, name=unit.name.replace("桶", "bbl"))
    if word == "分" and unit.kind == "count" and not unit.composite:
        return None if CLOCK.search(before) or FULL_MARKS.search(before) else unit
    if word == "年" and NO_SPAN.search(before + "年" + text[unit.end : unit.end + 2]):
        return None
    if word == "点" and unit.kind == "count":
        return None
    if word in "角毛" and unit.kind == "money" and unit.word in ("角", "毛"):
        return unit if not text[unit.end : unit.end + 1] or text[unit.end] in BEHIND_COIN else None
    return unit


def _is_of_a_screen(line: FigureLine, number: Numeral, unit: ReadUnit) -> bool:
    """Tell whether 4K says how fine a picture is: a small whole number, no space, and nothing of temperature near."""
    text = line.text
    if number.low not in SCREENS or number.scale or text[number.end : number.end + 1] == " ":
        return False
    return not COLD.search(clause_before(text, number.start, NEAR) + text[unit.end : unit.end + 2])


def _stands_in_han(line: FigureLine, number: Numeral, unit: ReadUnit) -> bool:
    """Tell whether a numeral in Han before this unit is a quantity: 三公里, 十五吨, but not 五元环, 三点, 两个."""
    if line.text[number.start : number.start + 1] in MANY_OF_ONE_SIGN:
        return not number.more and _is_much(number, unit)
    if unit.kind == "count":
        return number.signs >= 2 and number.low >= 10 and unit.word not in NOT_IN_HAN
    if unit.word in NOT_IN_HAN and number.signs < 2:
        return False
    if unit.kind in ("measure", "money") and len(unit.word) == 1 and number.signs == 1 and not number.more:
        after = line.text[unit.end : unit.end + 1]
        goes_on = after in NUMERALS and (
            unit.kind == "measure" or line.text[unit.end + 1 : unit.end + 2] in ("角", "毛")
        )
        return not after or after in BEHIND_HAN or goes_on or unit.word in PLAIN and after not in "位级产"
    return not IDIOM.match(line.text, number.start)


def _is_much(number: Numeral, unit: ReadUnit) -> bool:
    """Tell whether 近百亿元 and 超万人 compare with a sum or with what is counted, not with years or parts of words."""
    if number.scale is None and number.low < 100 or unit.kind not in ("money", "count", "measure") or unit.composite:
        return False
    return unit.kind == "money" or unit.word in COUNTED_MUCH or len(unit.word) > 1


def special(line: FigureLine, number: Numeral) -> tuple[ReadUnit, Decimal] | None:
    """Read a unit that stands in no table because only its context makes it one, and what it adds to the number."""
    text, at = line.text, number.end
    before = text[max(0, number.start - NEAR - 2) : number.start]
    if m := HALF_ONE.match(text, at):
        factor = Decimal(100 if m["span"] == "世纪" else 1)
        return ReadUnit("duration", SPAN[m["span"]], factor, m.end(), "个半"), Decimal("0.5")
    if m := MINUTES.match(text, at):
        part = Decimal(m["minutes"]) / 60 + Decimal(m["seconds"] or 0) / 3600
        return ReadUnit("measure", "deg", Decimal(1), m.end(), "°"), part.quantize(Decimal("0.000001"))
    unit = None
    if m := DEGREE.match(text, at):
        name = _degree(text, number, before, m.end())
        unit = ReadUnit("measure", name, Decimal(1), m.end(), "度") if name else None
    elif (m := MOLAR.match(text, at)) and (m["solute"] or DISSOLVED.search(before)):
        unit = ReadUnit("measure", "M", Decimal(1), m.start() + m.group().index("M") + 1, "M")
    elif (m := FLOWS.match(text, at)) and (number.scale or text[m.end() : m.end() + 1] not in "，。、；）)"):
        unit = ReadUnit("measure", "m3", Decimal(1), m.end(), "方")
    elif (m := WITHIN.match(text, at)) or (m := DAY.match(text, at)) and DAYS.search(before):
        unit = ReadUnit("duration", "d", Decimal(1), m.start() + m.group().index("日") + 1, "日")
    elif (m := COINS.match(text, at)) and _is_money(line, number, before, m.end()):
        unit = ReadUnit("money", "CNY", Decimal(1), m.end(), "块")
    return (unit, Decimal(0)) if unit else None


def _is_money(line: FigureLine, number: Numeral, before: str, end: int) -> bool:
    """Tell whether 块 is the yuan of the spoken language: 一百块, 三块五, 卖5块."""
    after = line.text[end : end + 2]
    return not number.arabic or SALE.search(before) is not None or after.endswith("毛")


def _degree(text: str, number: Numeral, before: str, end: int) -> str:
    """Tell which 度 this is: of power, of temperature or of an angle; empty where it is none."""
    if before.endswith(("华氏", "华氏温度")):
        return "℉"
    if text.startswith("电", end) or ELECTRIC.search(before) or number.scale and number.arabic:
        return "kWh"
    if WARM.search(before):
        return "℃"
    is_angle = TURNED.search(before) or "角" in text[end : end + 3] or number.arabic
    return "deg" if is_angle else ""


def read_unit_in(line: FigureLine, number: Numeral, lexicon: Lexicon) -> tuple[ReadUnit, Decimal] | None:
    """Read the unit behind a number as it is meant there, and what it adds to the number."""
    found = special(line, number)
    if found:
        return found
    unit = read_unit(line.text, number.end, lexicon)
    meant = sense(line, number, unit) if unit else None
    return (meant, Decimal(0)) if meant else None
