"""Money whose currency stands before the amount: $3 Billion, £27.5 Million, ¥500万, 人民币5000元, HK$1,200/kg."""

from __future__ import annotations

import re
from decimal import Decimal

from reader.extract.figures.numerals import read_number
from reader.extract.figures.spot import FigureLine, FoundFigure
from reader.extract.figures.units import read_unit

AMOUNT_SCALE = re.compile(
    r" ?(?P<scale>million|billion|trillion|thousand|mln|mn|bln|bn|tn|[MBKkm](?![A-Za-z0-9]))(?![A-Za-z])", re.I
)
ENGLISH = {"thousand": 3, "k": 3, "million": 6, "mln": 6, "mn": 6, "m": 6, "billion": 9, "bln": 9, "bn": 9, "b": 9}
PER = re.compile(r"/")
RANGE = re.compile(r" ?(?:-{1,2}|~|至|到) ?")


def read_signed_money(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read money whose currency stands before it: $3 Billion, ¥500万, 人民币5000元, HK$1,200."""
    sign = _sign(line, at)
    if sign is None:
        return []
    currency, after = sign
    first = _amount(line, after)
    if first is None:
        return []
    low, scaled, end = first
    to = RANGE.match(line.text, end)
    second = None
    if to:
        again = _sign(line, to.end())
        second = _amount(line, again[1] if again else to.end())
    high = None
    if second and second[0] >= low / (1 if scaled else 10**9):
        if not scaled and second[1] and low < 10_000:
            low *= _power_of(second)
        high, end = (second[0], second[2]) if second[0] > low else (None, end)
    end, currency = _tail(line, end, currency)
    return [FoundFigure(at, end, "money", low, high, currency)]


def _power_of(amount: tuple[Decimal, int, int]) -> Decimal:
    return Decimal(10) ** amount[1]


def _sign(line: FigureLine, at: int) -> tuple[str, int] | None:
    for length in (4, 3, 2, 1):
        name = line.text[at : at + length]
        currency = line.lexicon.signs.get(name)
        if currency and len(name) == length:
            end = at + length
            if name == "人民币" and line.text[end : end + 1] in ("$", "¥"):
                end += 1
            elif name == "¥" and "日元" in line.text[end : end + 14]:
                currency = "JPY"
            return currency, end
    return None


def _amount(line: FigureLine, at: int) -> tuple[Decimal, int, int] | None:
    """Read the number of an amount: its value, the power of ten of its scale, its end."""
    at += line.text[at : at + 1] == " "
    number = read_number(line.text, at, line.lexicon)
    if number is None:
        return None
    m = AMOUNT_SCALE.match(line.text, number.end)
    if m:
        power = ENGLISH.get(m["scale"].lower(), 12)
        return number.low * Decimal(10) ** power, power, m.end()
    power = len(str(int(number.scale))) - 1 if number.scale else 0
    return number.low, power, number.end


def _tail(line: FigureLine, end: int, currency: str) -> tuple[int, str]:
    """Take the name of the currency in where it is told twice (人民币500元), and what the money is for (/kg)."""
    unit = read_unit(line.text, end, line.lexicon)
    if unit and unit.kind == "money" and unit.factor == 1:
        _, stroke, per = unit.name.partition("/")
        return unit.end, currency + stroke + per
    if PER.match(line.text, end):
        unit = read_unit("1" + line.text[end + 1 : end + 12], 1, line.lexicon)
        if unit and unit.kind in ("measure", "duration", "count"):
            return end + unit.end, f"{currency}/{unit.name}"
    return end, currency
