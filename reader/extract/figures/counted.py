"""What is counted in a table whose head names no measure word: the one that the text itself uses for the thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.model.mentions import Figure

ANY = "个"  # the measure word of what has none of its own
OF_COUNTS = re.compile(r"(?:数量|数目|个数|总数|名额|数|量)$")
BARE = re.compile(r"[0-9,，]+")


def with_own_measure_words(figures: Sequence[Figure]) -> list[Figure]:
    """Give the bare counts of tables the measure word with which the text counts what their head names.

    船舶名额 20 is 20 艘 where the text speaks of 40 艘 船舶.
    """
    bare = [figure for figure in figures if _is_bare(figure)]
    if not bare:
        return list(figures)
    told = [(figure.label, figure.unit) for figure in figures if figure.kind == "count" and _tells(figure)]
    words = {noun: _word_for(noun, told) for noun in {_noun(figure) for figure in bare}}
    return [
        replace(figure, unit=word) if _is_bare(figure) and (word := words[_noun(figure)]) else figure
        for figure in figures
    ]


def _is_bare(figure: Figure) -> bool:
    return figure.kind == "count" and figure.unit == ANY and BARE.fullmatch(figure.surface) is not None


def _tells(figure: Figure) -> bool:
    return figure.unit != ANY and bool(figure.unit) and figure.surface.endswith(figure.unit)


def _noun(figure: Figure) -> str:
    """Return what the head of a column counts: 船舶 of 船舶名额."""
    return OF_COUNTS.sub("", figure.label.rpartition("·")[2])


def _word_for(noun: str, told: Sequence[tuple[str, str]]) -> str:
    """Return the measure word that is used most with a noun; nothing where the text does not count it."""
    used = Counter(unit for label, unit in told if len(noun) > 1 and label.endswith(noun))
    return used.most_common(1)[0][0] if used else ""
