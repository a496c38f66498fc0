"""Words: the one door to the splitter of Chinese text, opened on first use (0.1 s), with the domain's own terms."""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from reader.app.paths import resource
from reader.words.dictionary import Dictionary
from reader.words.splitter import tagger, tokenizer

_OPENING = Lock()  # two threads that need words at once wait for one dictionary instead of loading two


class Word(NamedTuple):
    """A word and its part of speech: n noun, nz term, vn verbal noun, nr person, ns place, eng Latin, …"""

    text: str
    tag: str


def split(text: str) -> list[Word]:
    """Split a text into words with their parts of speech."""
    with _OPENING:
        tagging = _tagger()
    return [Word(pair.word, pair.flag) for pair in tagging.cut(text)]


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[Word, ...]:
    """Split a short text into the words of the dictionary with their usual parts of speech; what it lacks is tagged x.

    This guesses neither new words nor what a word is in its sentence, and takes a fifth of the time.
    """
    with _OPENING:
        dictionary, splitter = _dictionary(), _tokenizer()
    return tuple(Word(word, dictionary.tag(word, "x")) for word in splitter.cut(text, HMM=False))


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
        return _dictionary().rarity(word)


def is_common(word: str) -> bool:
    """Tell whether a word says nothing about what an article is about."""
    return word in listed("common")


def is_term(word: str) -> bool:
    """Tell whether a word is a term of the domain."""
    return word in listed("terms")


@cache
def _dictionary() -> Dictionary:
    return Dictionary(resource("words"))


@cache
def _tokenizer() -> Any:
    return tokenizer(_dictionary())


@cache
def _tagger() -> Any:
    return tagger(_dictionary(), _tokenizer())


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of a list in `resources/words`."""
    text = resource(f"words/{name}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
