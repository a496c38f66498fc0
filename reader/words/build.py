"""Write the dictionary that the splitter reads, out of the files that jieba ships: `python -m reader.words.build`.

Run it when the terms of `resources/words` change, or with another jieba; a test says when that was forgotten.
"""

from __future__ import annotations

import logging
import math
import sys
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from reader.app.paths import resource
from reader.words import listed
from reader.words.dictionary import packed

TERM_TAG = "nz"
Table = tuple[str, Sequence[float]]  # type of the numbers, numbers


def main() -> int:
    """Write both files."""
    trie, columns = built()
    folder = resource("words")
    (folder / "dictionary.trie").write_bytes(trie)
    (folder / "dictionary.columns").write_bytes(columns)
    return 0


def built() -> tuple[bytes, bytes]:
    """Return the bytes of both files."""
    import marisa_trie

    counts, total, tags = _words()
    rarities = _rarities()
    trie = marisa_trie.Trie([*counts, *rarities])
    words = [trie.restore_key(number) for number in range(len(trie))]
    kinds = ["", *sorted(set(tags.values()))]
    usual = sorted(rarities.values())[len(rarities) // 2] if rarities else math.log(10_000)
    states, guesses = _guesses()
    facts = {
        "total": total,
        "longest": max(map(len, counts)),
        "usual rarity": usual,
        "tags": kinds,
        "states": states,
    }
    columns: dict[str, Table] = {
        **_shared("count", "counts", "I", (counts.get(word, 0) for word in words)),
        "tag": ("B", [kinds.index(tags.get(word, "")) for word in words]),
        **_shared("rarity", "rarities", "d", (rarities.get(word, 0.0) for word in words)),
        **guesses,
    }
    return trie.tobytes(), packed(facts, columns)


def _words() -> tuple[dict[str, int], int, dict[str, str]]:
    """Return how often each word was counted, how many words were, and the part of speech of each."""
    import jieba

    logging.getLogger("jieba").setLevel(logging.CRITICAL)
    splitter = jieba.Tokenizer()
    with splitter.get_dict_file() as file:
        rows = [line.split(" ") for line in file.read().decode("utf-8").splitlines()]
    counts = {word: int(count) for word, count, _tag in rows}
    beginnings = dict.fromkeys((word[:length] for word in counts for length in range(1, len(word))), 0)
    splitter.FREQ = beginnings | counts
    splitter.total = sum(int(count) for _word, count, _tag in rows)  # a word may stand there twice
    splitter.initialized = True
    tags = {word: tag for word, _count, tag in rows}
    for term in sorted(listed("terms")):
        splitter.add_word(term, tag=TERM_TAG)
        tags[term] = TERM_TAG
    return {word: count for word, count in splitter.FREQ.items() if count}, splitter.total, tags


def _rarities() -> dict[str, float]:
    """Read the document frequencies that ship with the splitter."""
    import jieba

    lines = (Path(jieba.__file__).parent / "analyse" / "idf.txt").read_text("utf-8").splitlines()
    return {word: float(value) for word, _, value in (line.strip().rpartition(" ") for line in lines)}


def _guesses() -> tuple[list[tuple[str, str]], dict[str, Table]]:
    """Return the states of the model that guesses unknown words, and its tables by sign."""
    from jieba.posseg.char_state_tab import P as states_of  # noqa: N811
    from jieba.posseg.prob_emit import P as emissions  # noqa: N811

    states = sorted(emissions)
    number = {state: at for at, state in enumerate(states)}
    emitting: dict[str, list[tuple[int, float]]] = {sign: [] for sign in states_of}
    for state in states:
        for sign, odds in emissions[state].items():
            emitting.setdefault(sign, []).append((number[state], odds))
    signs = sorted(emitting)
    told: list[list[int]] = [[number[state] for state in states_of.get(sign, ())] for sign in signs]
    emits = [pair for sign in signs for pair in emitting[sign]]
    return states, {
        "sign": ("I", [ord(sign) for sign in signs]),
        "state at": ("I", _starts(told)),
        "state": ("B", [state for row in told for state in row]),
        "emits at": ("I", _starts([emitting[sign] for sign in signs])),
        "emits": ("B", [state for state, _odds in emits]),
        **_shared("with", "odds", "d", (odds for _state, odds in emits)),
    }


def _starts(rows: Sequence[Sequence[Any]]) -> list[int]:
    return [0, *accumulate(map(len, rows))]


def _shared(place: str, name: str, kind: str, numbers: Iterable[float]) -> dict[str, Table]:
    """Return a column of places in another one that holds each different number once; place 0 holds nothing."""
    places: dict[float, int] = {_none(kind): 0}
    column = [places.setdefault(number, len(places)) for number in numbers]
    return {place: ("H", column), name: (kind, list(places))}


def _none(kind: str) -> float:
    """Return the number that stands for none in a column of a type."""
    return 0.0 if kind == "d" else 0


if __name__ == "__main__":
    sys.exit(main())
