"""The splitter's dictionary as a file that is read where it lies: a trie of its words, and columns beside it.

What the splitter makes of its own files takes 240 MiB and a second or more; this takes 4 MiB and a few milliseconds.
`resources/words/dictionary.trie` numbers the words (marisa-trie); `dictionary.columns` holds for each number how often
the word was counted, its part of speech and its rarity, and the tables by which unknown words are guessed. Numbers
stand in the byte order of all processors that Qt is built for. `reader.words.build` writes both files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from math import log
from pathlib import Path
from typing import Any

from reader.words.guessing import State

HEAD = 8  # bytes: the length of what describes the columns
PAIRS_KEPT = 20_000  # that were looked up; texts use the same ones over and over
TYPES = {"B": 1, "H": 2, "I": 4, "d": 8}  # bytes of a number


class Columns:
    """Numbers by name, read where they lie in a file: a word of its head tells type and place of each."""

    def __init__(self, data: bytes) -> None:
        length = int.from_bytes(data[:HEAD], sys.byteorder)
        self.facts: Mapping[str, Any] = json.loads(data[HEAD : HEAD + length])
        self._view = memoryview(data)[HEAD + length :]

    def __getitem__(self, name: str) -> memoryview:
        kind, start, count = self.facts["columns"][name]
        return self._view[start : start + count * TYPES[kind]].cast(kind)


def packed(facts: Mapping[str, Any], columns: Mapping[str, tuple[str, Sequence[float]]]) -> bytes:
    """Return the bytes of columns, given by name with the type of their numbers, and of facts that JSON can hold."""
    from array import array

    body, places = b"", {}
    for name, (kind, numbers) in columns.items():
        places[name] = (kind, len(body), len(numbers))
        body += array(kind, numbers).tobytes()
        body += b"\0" * (-len(body) % HEAD)
    head = json.dumps({**facts, "columns": places}, ensure_ascii=False).encode("utf-8")
    head += b" " * (-len(head) % HEAD)
    return len(head).to_bytes(HEAD, sys.byteorder) + head + body


class Dictionary:
    """The words of the splitter: how often each was counted, what it is, how rare it is in Chinese text at large."""

    def __init__(self, folder: Path) -> None:
        import marisa_trie

        self._trie = marisa_trie.Trie().frombytes((folder / "dictionary.trie").read_bytes())
        self._columns = Columns((folder / "dictionary.columns").read_bytes())
        self._counts, self._counted = self._columns["count"], self._columns["counts"]
        self._odds = [0.0, *map(log, self._counted[1:])]
        self._tags, self._tagged = self._columns["tag"], self._columns.facts["tags"]
        self._rarities, self._rare = self._columns["rarity"], self._columns["rarities"]
        self._begun = lru_cache(PAIRS_KEPT)(self._words_of_two)
        self.total: int = self._columns.facts["total"]
        self.longest: int = self._columns.facts["longest"]
        self.usual_rarity: float = self._columns.facts["usual rarity"]

    def beginning(self, text: str) -> list[tuple[float, int]]:
        """Return the logarithm of the count, and the length, of each word that a text begins with."""
        found, goes_on = self._begun(text[:2])
        return self._words_at(text) if goes_on else found

    def _words_at(self, text: str) -> list[tuple[float, int]]:
        counts, odds = self._counts, self._odds
        found = self._trie.iter_prefixes_with_ids(text)
        return [(odds[place], len(word)) for word, number in found if (place := counts[number])]

    def _words_of_two(self, signs: str) -> tuple[list[tuple[float, int]], bool]:
        """Return the words that two signs begin with, and whether a longer one begins with both."""
        longer = any(len(word) > len(signs) for word in islice(self._trie.iterkeys(signs), 2))
        return self._words_at(signs), longer and len(signs) == 2

    def get(self, word: str, default: int | None = None) -> int | None:
        """Return how often a word was counted, as the splitter asks its own dictionary."""
        number = self._trie.get(word)
        return default if number is None else self._counted[self._counts[number]]

    def tag(self, word: str, default: str) -> str:
        """Return the usual part of speech of a word."""
        number = self._trie.get(word)
        return default if number is None or not self._tags[number] else self._tagged[self._tags[number]]

    def rarity(self, word: str) -> float:
        """Return the logarithm of the inverse document frequency of a word; the median for one that is not listed."""
        number = self._trie.get(word)
        listed = self._rarities[number] if number is not None else 0
        return self._rare[listed] if listed else self.usual_rarity

    @cached_property
    def guesses(self) -> Guesses:
        """What the splitter needs to guess words that it does not know."""
        return Guesses(self._columns)


class Guesses:
    """How likely a state gives a sign, told for the signs that were asked for: the whole would take 50 MiB.

    The splitter asks `states` for a sign before it looks the sign up in `emissions`.
    """

    def __init__(self, columns: Columns) -> None:
        self._states = [(place, tag) for place, tag in columns.facts["states"]]
        self._numbers = {chr(sign): number for number, sign in enumerate(columns["sign"])}
        self._columns = {name: columns[name] for name in ("state at", "state", "emits at", "emits", "with", "odds")}
        self._known: dict[str, tuple[State, ...] | None] = {}
        self.emissions: dict[State, dict[str, float]] = {state: {} for state in self._states}

    def get(self, sign: str, default: Any) -> Any:
        """Return the states that a sign may have; the default for one that the model does not know."""
        if sign not in self._known:
            self._known[sign] = self._read(sign)
        return self._known[sign] or default

    def _read(self, sign: str) -> tuple[State, ...] | None:
        number = self._numbers.get(sign)
        if number is None:
            return None
        first, last = self._columns["emits at"][number : number + 2]
        for at in range(first, last):
            state = self._states[self._columns["emits"][at]]
            self.emissions[state][sign] = self._columns["odds"][self._columns["with"][at]]
        first, last = self._columns["state at"][number : number + 2]
        return tuple(self._states[self._columns["state"][at]] for at in range(first, last)) or None
