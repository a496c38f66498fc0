"""A phrase is found in exactly the texts in which a plain search in their folded form finds it."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.find import Wish, compile_search
from reader.library.folding import SIGNS, canonical, gram_rows, located, phrase

SIGN = st.sampled_from("能源能源碳a1bC2 aB\n\u3000，。%.4（）“”-Ａ１")
TEXTS = st.lists(st.text(SIGN, max_size=14), min_size=1, max_size=6)


def _found(texts: list[str], wanted: str) -> list[int]:
    """Ask an index as the library's is."""
    index = sqlite3.connect(":memory:")
    index.execute(f"CREATE VIRTUAL TABLE g USING fts5(text, content='', tokenize=\"ascii tokenchars '{SIGNS}'\")")
    for at, text in enumerate(texts):
        index.execute("INSERT INTO g(rowid, text) VALUES (?, ?)", (at, gram_rows([canonical(text)])))
    rows = index.execute("SELECT rowid FROM g WHERE g MATCH ? ORDER BY rowid", (phrase(canonical(wanted)),))
    found = [row[0] for row in rows]
    index.close()
    return found


@given(TEXTS, st.data())
def test_the_index_finds_what_a_plain_search_finds(texts: list[str], data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(texts))
    first = data.draw(st.integers(0, max(0, len(source) - 1)))
    wanted = data.draw(st.one_of(st.just(source[first : first + 6]), st.text(SIGN, min_size=1, max_size=4)))
    form = canonical(wanted)
    if form:
        assert _found(texts, wanted) == [at for at, text in enumerate(texts) if form in canonical(text)]


@given(st.text(SIGN, max_size=20), st.text(SIGN, min_size=1, max_size=4))
def test_a_plain_search_in_the_form_is_what_the_find_bar_finds(text: str, wanted: str) -> None:
    search = compile_search(Wish(wanted))
    if canonical(wanted) and search:
        assert (canonical(wanted) in canonical(text)) == bool(list(search.matches(text)))


@pytest.mark.parametrize(
    ("text", "wanted", "is_found"),
    [
        ("发展氢\n能产业", "氢能", True),  # wrapped
        ("發展氫能產業", "氢能产业", True),  # traditional
        ("发展氢能产业", "產業", True),
        ("融资４．４９亿元", "4.49亿", True),
        ("OpenAI 公司", "openai", True),
        ("machine\n learning", "Machine Learning", True),
        ("now here", "nowhere", False),
        ("增长49.5%", "49.5%", True),
        ("增长49.5％，", "％", True),
        ("甲，乙", "甲乙", False),
        ("碳", "碳", True),
    ],
)
def test_what_counts_as_the_same(text: str, wanted: str, is_found: bool) -> None:
    assert bool(_found([text], wanted)) is is_found


def test_a_phrase_leads_from_no_text_into_another() -> None:
    row = gram_rows(map(canonical, ["第一段", "第二段"]))
    assert "段 \u2029 第二" in row


@given(st.text(SIGN, max_size=30))
def test_each_character_of_the_form_stands_where_it_is_said_to(text: str) -> None:
    form, offsets = located(text)
    assert form == canonical(text) and offsets == sorted(offsets)
    assert all(canonical(text[at]) == char for char, at in zip(form, offsets, strict=True) if char != " ")
