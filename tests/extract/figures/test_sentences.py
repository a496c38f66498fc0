"""Every sentence of `cases/` holds the figures that stand below it, and no other."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.extract.figures.sentences import Sentence, figures_in, read_sentences, told

ALL = tuple(read_sentences())


@pytest.mark.parametrize("sentence", ALL, ids=lambda s: f"{s.file}: {s.text[:30]}")
def test_a_sentence_holds_its_figures(sentence: Sentence) -> None:
    assert [told(figure) for figure in figures_in(sentence.text, sentence.title)] == sentence.figures


def test_no_sentence_stands_twice() -> None:
    assert [text for text, count in Counter(sentence.text for sentence in ALL).items() if count > 1] == []
