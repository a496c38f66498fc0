"""What the readers of figures are given, and what they give back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from reader.extract.figures.lexicon import Lexicon
from reader.model.kinds import FigureKind


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A text in which figures are looked for, folded; offsets count its characters."""

    text: str
    raw: str  # as printed, of the same length
    lexicon: Lexicon
    home: str = "CNY"  # the currency that 元 means here
    zone: str = "paragraph"


class FoundFigure(NamedTuple):
    """A figure in a line: its range, kind and typed value."""

    start: int
    end: int
    kind: FigureKind
    low: Decimal | str
    high: Decimal | str | None = None
    unit: str = ""
    comparator: str = ""  # what the figure itself says, as 余 and ≥ do; empty leaves it to the words around
    behind: int = 0  # where the words behind it begin, if not at `end`


def clause_before(text: str, at: int, reach: int) -> str:
    """Return up to `reach` characters before `at`, back to the last end of a clause."""
    before = text[max(0, at - reach) : at]
    cut = max(before.rfind(sign) for sign in "，。；,;!?！？、\n")
    return before[cut + 1 :]
