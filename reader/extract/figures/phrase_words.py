"""The words that end a noun phrase before a number, lead from it to the number, or tell how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reader.app.paths import resource


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """Words by what they do in a clause with a number; `resources/patterns/label_words.txt` lists them."""

    leads: frozenset[str]
    changes: frozenset[str]
    levels: frozenset[str]
    comparisons: frozenset[str]
    set_against: frozenset[str]
    stops: frozenset[str]
    object_verbs: frozenset[str]
    sums: frozenset[str]
    empty: frozenset[str]
    void: frozenset[str]


@lru_cache(maxsize=1)
def phrase_words() -> PhraseWords:
    """Return the words, read once."""
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in resource("patterns/label_words.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line[1 : line.index("]")].replace(" ", "_")
            section = sections.setdefault(name, set())
        elif not line.startswith("# "):
            section.update(line.split())
    return PhraseWords(**{name: frozenset(words) for name, words in sections.items()})
