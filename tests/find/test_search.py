"""What is typed finds what a person would say it finds: the cases of `cases.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.find import Wish, compile_search
from reader.model.errors import ReaderError


def _cases() -> Iterator[tuple[str, str, str, str]]:
    lines = Path(__file__).with_name("cases.txt").read_text("utf-8").splitlines()
    for line in lines[1:]:
        typed, switches, text, found = (part.strip() for part in line.split("|"))
        yield typed, switches, text, found


def _found(wish: Wish, text: str) -> str:
    search = compile_search(wish)
    assert search is not None
    at, shown = 0, ""
    for start, end in search.matches(text):
        shown += f"{text[at:start]}⟨{text[start:end]}⟩"
        at = end
    return shown + text[at:]


@pytest.mark.parametrize(("typed", "switches", "text", "found"), list(_cases()))
def test_it_finds(typed: str, switches: str, text: str, found: str) -> None:
    assert _found(Wish(typed, "w" in switches, "r" in switches, "c" in switches), text) == found


@pytest.mark.parametrize("typed", ["", "  ", "\u3000", "\u200b"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert compile_search(Wish(typed)) is None


def test_a_pasted_page_is_found_by_its_beginning() -> None:
    page = "".join(chr(0x4E00 + number) for number in range(3000))
    search = compile_search(Wish(page))
    assert search is not None
    assert [start for start, _ in search.matches(f"前文。{page}")] == [3]


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<x>a)(?P=y)", "a{2,1}", "(?V1)a", "[[:x:]", "(?flags)"])
def test_a_bad_pattern_is_told(pattern: str) -> None:
    with pytest.raises(ReaderError, match="no regular expression") as refusal:
        compile_search(Wish(pattern, is_pattern=True))
    assert refusal.value.code == "bad-pattern"


ENDLESS = ("a{1000000000}", "((a{99}){99}){99}", "x{99}{99}{99}", "(?:ab|c){0,9999999}", "[a-z]{50000}", "长" * 1001)


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_pattern_that_takes_long_before_its_first_match_is_refused(pattern: str) -> None:
    begun = process_time()
    with pytest.raises(ReaderError, match="takes too long") as refusal:
        compile_search(Wish(pattern, is_pattern=True))
    assert refusal.value.code == "slow-pattern"
    assert process_time() - begun < 2


@pytest.mark.parametrize(
    "pattern", [r"\d{1,4}年", r"(?:\d{3,4}-){0,2}\d{7,8}", "[{}]{2}", r"\{99\}{3}", "(?:a{99}){2}", "[]a]{3}"]
)
def test_a_pattern_that_repeats_sensibly_is_compiled(pattern: str) -> None:
    assert compile_search(Wish(pattern, is_pattern=True)) is not None


def test_a_slow_pattern_is_stopped() -> None:
    search = compile_search(Wish(r"(x+x+)+y", is_pattern=True))
    assert search is not None
    with pytest.raises(ReaderError, match="takes too long") as refusal:
        list(search.matches("x" * 5000))
    assert refusal.value.code == "slow-pattern"


@given(st.text("一亿美元ab12 （", min_size=1, max_size=6), st.text("一亿美元ab12 （", max_size=20))
def test_words_are_found_wherever_they_are_printed(words: str, around: str) -> None:
    search = compile_search(Wish(words))
    if search is not None:
        text = f"{around}。{words}。{around}"
        assert any(words.strip() in text[start:end] for start, end in search.matches(text))
