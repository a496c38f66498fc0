"""The words that stand behind numbers, read once from the tables in `resources/patterns`.

A table is text: `unit = names` a line, in sections; `word : may not follow` tells what a word is no unit before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from reader.app.paths import resource
from reader.model.kinds import FigureKind

ONE = Decimal(1)
# Prefixes of the SI: symbol in ASCII, printed symbols, words.
PREFIXES = (
    ("Y", "Y", "尧"),
    ("Z", "Z", "泽"),
    ("E", "E", "艾"),
    ("P", "P", "拍"),
    ("T", "T", "太"),
    ("G", "G", "吉"),
    ("M", "M", "兆"),
    ("k", "k", "千"),
    ("h", "", "百"),
    ("d", "", "分"),
    ("c", "", "厘"),
    ("m", "m", "毫"),
    ("u", "μ u", "微"),
    ("n", "n", "纳 奈"),
    ("p", "p", "皮"),
    ("f", "f", "飞"),
    ("a", "a", "阿"),
)
WORDS_OF_PREFIX = {"h": ("百帕",), "d": ("分米", "分升", "分贝"), "c": ("厘米", "厘泊", "厘升", "厘克")}
RELATIVE: tuple[tuple[FigureKind, str, tuple[str, ...]], ...] = (
    ("percent", "%", ("%", "wt%", "vol%", "at%", "mol%", "wt.%", "vol.%", "at.%", "％")),
    ("percent", "‰", ("‰",)),
    ("percent", "pp", ("个百分点", "百分点", "个百分比")),
    ("percent", "bp", ("个基点", "基点")),
    ("multiple", "×", ("倍",)),
)
LONG_SPANS = (("个世纪", "a", 100), ("个季度", "mo", 3), ("个半年", "mo", 6))
GIGA = ("千兆", "G")  # 千兆赫 is a gigahertz


class UnitWord(NamedTuple):
    """What a name behind a number stands for."""

    kind: FigureKind
    unit: str
    factor: Decimal = ONE  # of the unit: a 美分 is a hundredth
    alone: bool = True  # false: it is a unit only inside a composite


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by their spelling; `longest` finds the one that stands at a place of a text."""

    words: dict[str, UnitWord]
    not_before: dict[str, frozenset[str]]
    lengths: dict[str, tuple[int, ...]]  # of the names that begin with a character, longest first
    signs: dict[str, str]  # what stands before an amount of money: its currency
    followers: frozenset[str]  # the characters that names begin with
    sign_ends: frozenset[str]  # the characters that signs of money end in

    def longest(self, text: str, at: int) -> tuple[UnitWord, int] | None:
        """Return the longest name that stands at `at` and where it ends."""
        for length in self.lengths.get(text[at : at + 1], ()):
            name = text[at : at + length]
            word = self.words.get(name) if len(name) == length else None
            if word is not None and self._is_whole(text, at + length, name):
                return word, at + length
        return None

    def _is_whole(self, text: str, end: int, name: str) -> bool:
        """Tell whether a name does not go on as another word."""
        after = text[end : end + 1]
        if not after:
            return True
        if name[-1].isascii() and name[-1].isalpha() and after.isascii() and after.isalpha():
            return False
        return after not in self.not_before.get(name, ())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon; the first call reads the tables (some milliseconds)."""
    words: dict[str, UnitWord] = {}
    not_before: dict[str, frozenset[str]] = {}
    for name, followers in _measure_words():
        words[name] = UnitWord("count", name)
        not_before[name] = followers
    for name, word in _units(not_before):
        words[name] = word
    signs = _currencies(words, not_before)
    words |= {name: UnitWord(kind, unit) for kind, unit, names in RELATIVE for name in names}
    words |= {name: UnitWord("duration", unit, Decimal(factor)) for name, unit, factor in LONG_SPANS}
    lengths: dict[str, set[int]] = {}
    for name in words:
        lengths.setdefault(name[0], set()).add(len(name))
    ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    ends = frozenset(sign[-1] for sign in signs)
    return Lexicon(words, not_before, ordered, signs, frozenset(ordered), ends)


def _sections(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield section, left and right side of each line of a table."""
    section = ""
    for line in resource(f"patterns/{name}.txt").read_text("utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line.startswith("["):
            section = line.strip("[]")
        elif line:
            left, _, right = line.partition(" : " if " : " in line else " = ")
            yield section, left.strip(), right.strip()


def _measure_words() -> Iterator[tuple[str, frozenset[str]]]:
    for _, name, followers in _sections("measure_words"):
        yield name, frozenset(followers.split())


def _units(not_before: dict[str, frozenset[str]]) -> Iterator[tuple[str, UnitWord]]:
    for section, unit, names in _sections("units"):
        if section == "not before":
            not_before[unit] = frozenset(names.split())
            continue
        kind: FigureKind = "duration" if section == "time" else "measure"
        prefixed, alone = "*" in unit, "^" not in unit
        symbol = unit.lstrip("*^")
        if prefixed:
            yield from _prefixed(symbol, names.split(), kind, alone)
        for name in names.split():
            if alone or name not in UNITS_ALONE:
                yield name, UnitWord(kind, symbol, ONE, alone)


UNITS_ALONE = frozenset({"m", "g", "t"})  # letters that two units share: the one that stands alone has them


def _prefixed(symbol: str, names: list[str], kind: FigureKind, alone: bool) -> Iterator[tuple[str, UnitWord]]:
    """Yield the names of a unit with every prefix: km, 千米, μm."""
    for (sign, symbols, words), name in product(PREFIXES, names):
        word = UnitWord(kind, sign + symbol, ONE, True)
        if name.isascii() or name == "Ω":
            for printed in symbols.split():
                yield printed + name, word
        else:
            for printed in words.split():
                if sign not in WORDS_OF_PREFIX or printed + name in WORDS_OF_PREFIX[sign]:
                    yield printed + name, word
            if sign == "G":
                yield GIGA[0] + name, word


def _currencies(words: dict[str, UnitWord], not_before: dict[str, frozenset[str]]) -> dict[str, str]:
    """Add the names of currencies to `words` and return the signs that stand before an amount."""
    signs: dict[str, str] = {}
    for section, left, right in _sections("currencies"):
        if section == "not before":
            not_before[left] = frozenset(right.split())
        elif section == "signs":
            signs |= dict.fromkeys(right.split(), left)
        else:
            code, _, factor = left.partition(" ")
            words |= dict.fromkeys(right.split(), UnitWord("money", code, Decimal(factor or 1)))
    return signs
