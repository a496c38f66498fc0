"""The splitter, jieba, on a dictionary that lies in a file."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from io import BytesIO
from math import log
from types import ModuleType
from typing import IO, Any

from reader.words.dictionary import Dictionary
from reader.words.guessing import Likeliest

TABLES = "jieba.posseg.prob_emit", "jieba.posseg.char_state_tab"  # 50 MiB, which are not needed


def tokenizer(dictionary: Dictionary) -> Any:
    """Return a `jieba.Tokenizer` that reads a dictionary of ours; it splits into known words alone."""
    logging.getLogger("jieba").setLevel(logging.CRITICAL)  # it wants to tell of its own dictionary
    import jieba

    jieba.setLogLevel(logging.CRITICAL)

    class Tokenizer(jieba.Tokenizer):  # type: ignore[misc]
        def get_dict_file(self) -> IO[bytes]:
            return BytesIO()  # whoever asks for it would read the whole dictionary once more

        def get_DAG(self, sentence: str) -> Graph:  # noqa: N802
            return Graph(sentence, dictionary)

        def calc(self, sentence: str, DAG: Graph, route: dict[int, tuple[float, int]]) -> None:  # noqa: N803
            route.update(DAG.route())

    made = Tokenizer()
    made.FREQ, made.total, made.initialized = dictionary, dictionary.total, True
    return made


def tagger(dictionary: Dictionary, words: Any) -> Any:
    """Return a `jieba.posseg.POSTokenizer` on a tokenizer; it tells parts of speech, and guesses unknown words."""
    guesses = dictionary.guesses
    for name, table in zip(TABLES, (guesses.emissions, guesses), strict=True):
        stand_in = ModuleType(name)
        stand_in.__spec__ = ModuleSpec(name, None)
        stand_in.P = table  # type: ignore[attr-defined]
        sys.modules.setdefault(name, stand_in)
    with _no_dictionary():
        import jieba.posseg
    jieba.posseg.viterbi = Likeliest(jieba.posseg.trans_P)

    class Tagger(jieba.posseg.POSTokenizer):  # type: ignore[misc]
        def load_word_tag(self, file: Any) -> None:
            file.close()

    made = Tagger(words)
    made.word_tag_tab = Tags(dictionary)
    return made


@contextmanager
def _no_dictionary() -> Iterator[None]:
    """Let the splitter that jieba makes for itself when it is imported find an empty file: 40 MiB that nobody uses."""
    import jieba

    own, jieba.dt.dictionary = jieba.dt.dictionary, os.devnull
    try:
        yield
    finally:
        jieba.dt.dictionary = own


class Tags:
    """The parts of speech of a dictionary, as the splitter asks for them."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.get = dictionary.tag

    def update(self, others: Mapping[str, str]) -> None:
        """Take the tags of words that were added meanwhile; none are."""
        assert not others


class Graph(dict[int, list[int]]):
    """The words that begin at each character of a sentence, and how likely each is."""

    def __init__(self, sentence: str, dictionary: Dictionary) -> None:
        super().__init__()
        self._known: list[list[tuple[float, int]]] = []  # odds and last character of each
        self._total = log(dictionary.total)
        beginning, longest = dictionary.beginning, dictionary.longest
        for at in range(len(sentence)):
            found = [(odds, at + length - 1) for odds, length in beginning(sentence[at : at + longest])] or [(0.0, at)]
            self._known.append(found)
            self[at] = [end for _odds, end in found]

    def route(self) -> dict[int, tuple[float, int]]:
        """Return for each character the odds of the best way from there to the end, and the end of its first word."""
        count, total = len(self), self._total
        best: dict[int, tuple[float, int]] = {count: (0.0, 0)}
        for at in range(count - 1, -1, -1):
            best[at] = max([(odds - total + best[end + 1][0], end) for odds, end in self._known[at]])
        return best
