"""Measure the figures of a bulletin against the right answers in `answers/`.

An answer is a line of tabs: `must` or `may` (be found), kind, surface without spaces, value, high value, unit,
what bounds it. Other readings of a field stand behind `|`. The first line names the bulletin. A line of `may` whose
kind is empty is a surface that is neither missed nor a false alarm.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from reader.model.mentions import Figure, Value

ROOT = Path(__file__).resolve().parents[3]
ANSWERS = Path(__file__).resolve().parent / "answers"
SIGNS = re.compile(r"^(?:[≥≤<>＜＞～~±]|约|近|超|亚)+|(?:以上|以下|左右|前|以内|内|多|余)$")
NEUTRAL = re.compile(r"^(?:一\D{0,2}|几\D*|数\D*|多\D*)$")


@dataclass(frozen=True, slots=True)
class Answer:
    """One right answer; each field holds its readings."""

    must: bool
    kind: str
    surface: str
    values: tuple[str, ...]
    high: str
    units: tuple[str, ...]
    comparators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was right of a bulletin's figures."""

    must: int
    right: int
    alarms: tuple[str, ...]
    wrong: tuple[str, ...]
    emitted: int

    @property
    def value(self) -> float:
        """Share of what must be found that was found with its value, unit and bound."""
        return self.right / self.must

    @property
    def precision(self) -> float:
        """Share of the figures that are figures."""
        return 1 - len(self.alarms) / self.emitted


def bulletins() -> list[str]:
    """List the names of the bulletins with answers."""
    return sorted(path.stem for path in ANSWERS.glob("*.tsv"))


def read_answers(name: str) -> tuple[Path, list[Answer]]:
    """Return the path of a bulletin and its right answers."""
    head, *lines = (ANSWERS / f"{name}.tsv").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        must, kind, surface, values, high, units, bounds = line.split("\t")
        readings = (tuple(field.split("|")) for field in (values, units, bounds))
        value, unit, bound = readings
        found.append(Answer(must == "must", kind, surface, value, high, unit, bound))
    return ROOT / head.removeprefix("# "), found


def measure(answers: Sequence[Answer], figures: Sequence[Figure]) -> Outcome:
    """Match figures with answers by surface and kind, each once, and count what is right."""
    free = list(range(len(figures)))
    right, wrong = 0, []
    for answer in answers:
        near = [i for i in free if core(figures[i].surface) == core(answer.surface)]
        near = [i for i in near if figures[i].kind == answer.kind or not answer.kind] or near[:1] * (not answer.must)
        best = sorted(near, key=lambda i: not is_right(answer, figures[i]))[:1]
        free = [i for i in free if i not in best]
        if answer.must and best and is_right(answer, figures[best[0]]):
            right += 1
        elif answer.must:
            wrong.append(f"{answer.kind} {answer.surface}")
    alarms = tuple(figures[i].surface for i in free if not NEUTRAL.match(core(figures[i].surface)))
    return Outcome(sum(answer.must for answer in answers), right, alarms, tuple(wrong), len(figures))


def core(surface: str) -> str:
    """Return a surface without spaces, signs and words that bound it."""
    return SIGNS.sub("", SIGNS.sub("", "".join(surface.split()).replace("\\", "")))


def is_right(answer: Answer, figure: Figure) -> bool:
    """Tell whether value, unit and bound of a figure are one of the answer's readings."""
    return (
        any(_same(value, figure.value_low) for value in answer.values)
        and _same(answer.high, figure.value_high)
        and figure.unit in answer.units
        and figure.comparator in answer.comparators
    )


def _same(told: str, value: Value) -> bool:
    if not isinstance(value, Decimal):
        return told == (value or "")
    try:
        return abs(Decimal(told) - value) <= Decimal("1e-9") * max(1, abs(value))
    except InvalidOperation:
        return False


def corpus_sha256() -> str:
    """Hash the answers and their bulletins, so that no floor is compared across different corpora."""
    total = hashlib.sha256()
    for name in bulletins():
        total.update((ANSWERS / f"{name}.tsv").read_bytes())
        total.update(read_answers(name)[0].read_bytes())
    return total.hexdigest()
