"""An issue keeps its marks whatever becomes of its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.store import Library, article_keys, normalise
from reader.store.identity import resemblance, sketch
from tests.find.issues import issue_of as opened_issue
from tests.store.changing import rewrapped, seed_texts, unchanged, with_new_paragraphs, with_other_words
from tests.store.marks import issue_of


def _key(library: Library, text: str, sha256: str, path: Path | None = None) -> str:
    return library.recognise(issue_of(text, sha256), normalise(text), path)


@pytest.fixture
def library() -> Library:
    return Library(None)


def test_the_same_words_in_other_bytes_are_the_same_issue(library: Library, tmp_path: Path) -> None:
    text = seed_texts()[0]
    key = _key(library, text, "utf-8", tmp_path / "a.txt")
    assert _key(library, text.replace("\n", "\r\n"), "crlf", tmp_path / "moved" / "b.txt") == key
    assert _key(library, rewrapped(unchanged(text), Random(1)).text, "wrapped") == key
    [card] = library.issues()
    assert (card.key, card.title, card.number) == (key, "水利通讯", "第3期")


def test_the_same_bytes_read_in_another_encoding_are_the_same_issue(library: Library) -> None:
    text = seed_texts()[1]
    key = _key(library, text, "bytes")
    garbled = text.encode("gb18030").decode("big5", "replace")
    assert _key(library, garbled, "bytes") == key
    assert _key(library, garbled, "bytes") == key  # and at every later time
    assert _key(library, text, "bytes") == key


@pytest.mark.parametrize("seed", range(5))
def test_a_changed_copy_is_the_same_issue_and_another_bulletin_is_not(library: Library, seed: int) -> None:
    random = Random(seed)
    texts = seed_texts()
    keys = [_key(library, text, str(number)) for number, text in enumerate(texts)]
    assert len(set(keys)) == len(texts)
    changed = with_new_paragraphs(with_other_words(unchanged(texts[seed]), random), random).text
    assert _key(library, changed, "changed") == keys[seed]


def test_a_new_bulletin_in_the_old_file_is_a_new_issue(library: Library, tmp_path: Path) -> None:
    texts = seed_texts()
    path = tmp_path / "latest.txt"
    assert _key(library, texts[0], "old", path) != _key(library, texts[1], "new", path)


def test_texts_of_few_words_are_told_apart(library: Library) -> None:
    assert _key(library, "甲", "1") != _key(library, "乙", "2")
    assert resemblance(sketch(""), sketch("")) == 0


def test_articles_keep_their_names_when_others_come_and_go(tmp_path: Path) -> None:
    path = Path(__file__).resolve().parents[2] / "seeds"
    text = sorted(path.iterdir())[1].read_text("utf-8")
    issue = opened_issue(tmp_path, text, "a.txt")
    keys = article_keys(issue)
    assert len(set(keys.values())) == len(keys)
    fewer = replace(issue, nodes=issue.nodes[1:])
    assert set(article_keys(fewer).items()) <= set(keys.items())
