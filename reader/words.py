"""Words: the one door to the splitter of Chinese text, opened on first use (0.7 s), with the domain's own terms."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from reader.paths import resource

TERM_TAG = "nz"
_OPENING = Lock()  # two threads that need words at once wait for one dictionary instead of loading two


class Word(NamedTuple):
    """A word and its part of speech: n noun, nz term, vn verbal noun, nr person, ns place, eng Latin, …"""

    text: str
    tag: str


def split(text: str) -> list[Word]:
    """Split a text into words with their parts of speech."""
    with _OPENING:
        tagger = _tagger()
    return [Word(pair.word, pair.flag) for pair in tagger.cut(text)]


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[Word, ...]:
    """Split a short text into the words of the dictionary with their usual parts of speech; what it lacks is tagged x.

    This guesses neither new words nor what a word is in its sentence, and takes a fifth of the time.
    """
    with _OPENING:
        tagger = _tagger()
    return tuple(Word(word, tagger.word_tag_tab.get(word, "x")) for word in tagger.tokenizer.cut(text, HMM=False))


def open_dictionary() -> None:
    """Open the dictionary, for a thread that may take its time."""
    with _OPENING:
        _tagger()


def is_open() -> bool:
    """Tell whether the dictionary is there already, so that splitting takes no longer than a moment."""
    return _tagger.cache_info().currsize > 0


def rarity(word: str) -> float:
    """Tell how rare a word is in Chinese text at large: the logarithm of the inverse document frequency."""
    with _OPENING:
        known, usual = _frequencies()
    return known.get(word, usual)


def is_common(word: str) -> bool:
    """Tell whether a word says nothing about what an article is about."""
    return word in _listed("common")


def is_term(word: str) -> bool:
    """Tell whether a word is a term of the domain."""
    return word in _listed("terms")


@cache
def _tagger() -> Any:
    import logging

    # It wants to tell of its dictionary.
    logging.getLogger("jieba").setLevel(logging.CRITICAL)
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.CRITICAL)

    class Tagger(jieba.posseg.POSTokenizer):  # type: ignore[misc]
        def load_word_tag(self, file: Any) -> None:
            file.close()  # it would read the dictionary once more

    tokenizer = jieba.Tokenizer()
    tags = _fill(tokenizer)
    for term in _listed("terms"):
        tokenizer.add_word(term, tag=TERM_TAG)
    tagger = Tagger(tokenizer)
    tagger.word_tag_tab = tags
    return tagger


def _fill(tokenizer: Any) -> dict[str, str]:
    """Give a tokenizer its dictionary, and return the part of speech of each word.

    Its own way reads the file three times, and keeps what it read in the temporary folder of the machine, where anybody
    may have laid something else for it to load.
    """
    with tokenizer.get_dict_file() as file:
        rows = [line.split(" ") for line in file.read().decode("utf-8").splitlines()]
    counts = {word: int(count) for word, count, _tag in rows}
    beginnings = dict.fromkeys((word[:length] for word in counts for length in range(1, len(word))), 0)
    tokenizer.FREQ = beginnings | counts
    tokenizer.total = sum(int(count) for _word, count, _tag in rows)  # a word may stand there twice
    tokenizer.initialized = True
    return {word: tag for word, _count, tag in rows}


@cache
def _frequencies() -> tuple[dict[str, float], float]:
    """Read the document frequencies that ship with the splitter; a word that is not listed counts as the median."""
    import jieba

    known = {}
    lines = (Path(jieba.__file__).parent / "analyse" / "idf.txt").read_text("utf-8").splitlines()
    for line in lines:
        word, _, value = line.strip().rpartition(" ")
        known[word] = float(value)
    values = sorted(known.values())
    return known, values[len(values) // 2] if values else math.log(10_000)


@cache
def _listed(name: str) -> frozenset[str]:
    text = resource(f"words/{name}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
