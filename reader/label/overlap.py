"""How much of a title's wording a text repeats: a headline and its own first paragraph share words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.model.draft import Draft

PAIR = re.compile(r"(?=(\w\w))")


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring characters, white space left out."""
    return set(PAIR.findall("".join(text.split())))


def overlap(wanted: set[str], text: str) -> float:
    """Return the share of `wanted` pairs that a text repeats."""
    return len(wanted & pairs(text)) / len(wanted) if wanted else 0.0


def text_of(draft: Draft, indexes: Iterable[int]) -> str:
    """Return the running text among some pieces."""
    return "".join(draft.pieces[i].text for i in indexes if not draft.role(i))
