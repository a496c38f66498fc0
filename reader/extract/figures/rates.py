"""What a measure is told for: 年产10万吨 is 10万吨 a year, 亩产450公斤 is 450公斤 a mu."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.extract.figures.spot import FigureLine, FoundFigure, clause_before

REACH = 20  # characters before the number
FILLER = r"[^0-9，。；：、]"
MADE = "产|捕集|处理|加工|开采|生产|炼|冶炼"
SPENT = f"均|{MADE}|添加|供水|供气|发电|用水|用电|耗|摄入|服用|排|灌|输送|抽|取水"
# What goes on for years: 每年可减排61万吨 is 61万吨 a year.
YEARLY = "省|节|减|排|耗|产|供|发|增|吸收|固|处理|回收|消|替代|捕|输送|运"
RATES = re.compile(
    rf"""
      (?P<a>
        (?<![0-9一二三四五六七八九十近每今去明当全多往历上半后前昨])年(?:设计|可|预计)?(?:{MADE}){FILLER}{{0,10}}
        | 每年[ ]?
      | (?:每年|年均|一年)(?:可以?|能|预计|约|将|就|共|至少){{0,2}}{FILLER}{{0,4}}(?:{YEARLY}){FILLER}{{0,10}}
      )$
    | (?P<d>(?<![0-9一二三四五六七八九十今昨明近当节周生末元本])日(?:{SPENT}){FILLER}{{0,10}} | 每[日天][ ]?)$
    | (?P<mo>(?<![0-9一二三四五六七八九十上本当每])月(?:产|均产|处理){FILLER}{{0,8}} | 每月[ ]?)$
    | (?P<mu>(?<![单千万])亩(?:均)?产{FILLER}{{0,8}} | 每亩[ ]?)$
    | (?P<m3>单方水{FILLER}{{0,10}})$
    | (?P<h>时产{FILLER}{{0,6}} | 每小时[ ]?)$
    | (?P<min>每分钟[ ]?)$
    | (?P<s>每秒钟?[ ]?)$
    """,
    re.X,
)
SO_MUCH = re.compile(
    rf"^[，,](?:折合|相当于|约合|可?减少?碳|减排|节约|节省|增收|创收){FILLER}{{0,6}}$"
)  # the same again
UNIT_OF = {"mu": "亩"}
RATED = re.compile(
    r"^(?:k?g|t|kt|Mt|m[23]?|km|cm|mm|[mu]?L|k?Wh|MWh|GWh|TWh|kW|MW|GW|亩|ha|斤|bbl|MJ|GJ|J|[kMGT]?bit|[kMGT]?B|Nm3|tce|TEU)$"
)
LENGTHS = frozenset({"m", "km", "cm", "mm", "bit", "kbit", "Mbit", "Gbit"})
WITH_SIGN = frozenset({"s", "h", "min"})  # 每秒2.4米 is a speed: its first words belong to the figure
GAP = re.compile(
    rf"^(?:左右|以上)?{FILLER}{{0,4}}(?:提高|增加|增长|上升|提升|升|扩大|扩|压减|减少|降低|下降|下调|降|减|缩减)?(?:到|至|为){FILLER}{{0,3}}$"
)


def rated(line: FigureLine, found: list[FoundFigure]) -> list[FoundFigure]:
    """Give the measures of a line the rate that the words before them tell."""
    first = [_rated(line, figure) for figure in found]
    for k, (before, after) in enumerate(pairwise(first)):
        rate = before.unit.rpartition("/")[2] if before.unit != found[k].unit else ""
        gap = line.text[before.end : after.start]
        if rate and after.unit == found[k + 1].unit and _goes_on(before, after, rate, gap):
            first[k + 1] = after._replace(unit=f"{after.unit}/{rate}")
    return first


def _goes_on(before: FoundFigure, after: FoundFigure, rate: str, gap: str) -> bool:
    """Tell whether a figure shares the rate of the one before it: 由每日3吨增至5吨, 每年节油96吨，折合74万元."""
    if GAP.match(gap):
        return before.unit == f"{after.unit}/{rate}"
    return (
        rate == "a" and SO_MUCH.match(gap) is not None and after.kind in ("money", "measure") and "/" not in after.unit
    )


def _rated(line: FigureLine, figure: FoundFigure) -> FoundFigure:
    if figure.kind != "measure" or not RATED.match(figure.unit):
        return figure
    before = clause_before(line.text, figure.start, REACH)
    m = RATES.search(before)
    if m is None or m.lastgroup is None or figure.unit in LENGTHS and m.lastgroup not in WITH_SIGN:
        return figure
    per = UNIT_OF.get(m.lastgroup, m.lastgroup)
    unit = SPEED.get((figure.unit, per), f"{figure.unit}/{per}")
    if m.lastgroup in WITH_SIGN and m.group().startswith("每"):
        return figure._replace(start=figure.start - len(m.group()), unit=unit)
    return figure._replace(unit=unit)


SPEED = {(f"{prefix}bit", "s"): f"{prefix}b/s" for prefix in ("", "k", "M", "G", "T")}
