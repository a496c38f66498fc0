"""Smaller coins behind a sum: 4元6角, 十块五毛, 327美元50美分."""

from __future__ import annotations

from decimal import Decimal

from reader.extract.figures.numerals import read_number
from reader.extract.figures.spot import FigureLine
from reader.extract.figures.units import ReadUnit

TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
OF_THE_YUAN = {**dict.fromkeys(("角钱", "毛钱", "角", "毛"), TENTH), **dict.fromkeys(("分钱", "分"), HUNDREDTH)}
COIN_LENGTH = 2


def with_smaller_coins(line: FigureLine, low: Decimal, end: int, unit: ReadUnit) -> tuple[Decimal, int]:
    """Return the value of a sum, in its unit, with the coins that stand behind it, and where they end."""
    if unit.factor not in (1, TENTH):
        return low, end
    value, smallest = low * unit.factor, unit.factor
    for _ in range(2):
        start = end + (line.text[end : end + 1] in ("又", "零"))
        number = read_number(line.text, start, line.lexicon)
        if number is None or number.low >= 100 or number.scale:
            break
        coin, factor = _coin(line, number.end, unit)
        if not coin and not (unit.word[:1] == "块" and number.low < 10) or not factor < smallest:
            break
        value, end, smallest = value + number.low * factor, number.end + len(coin), factor
    return value / unit.factor, end


def _coin(line: FigureLine, at: int, unit: ReadUnit) -> tuple[str, Decimal]:
    """Read the name of a coin of the unit's currency; a tenth without a name stands behind 块."""
    for length in range(COIN_LENGTH, 0, -1):
        name = line.text[at : at + length]
        if unit.name == "CNY" and name in OF_THE_YUAN:
            return name, OF_THE_YUAN[name]
        word = line.lexicon.words.get(name)
        if word is not None and word.kind == "money" and word.unit == unit.name and word.factor < 1:
            return name, word.factor
    return "", TENTH
