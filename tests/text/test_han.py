"""Characters are read alike however they are written, and each stays in its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.han import simplified, usual


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("本報記者 林小明", "本报记者 林小明"),
        ("關於徵集節水產品的公告", "关于徵集节水产品的公告"),
        ("⽬ 录", "目 录"),  # a radical, as PDF writers put it
        ("2031年⽉刊", "2031年月刊"),
        ("乾隆年間的著作", "乾隆年间的著作"),  # what simplified writing has as well, stays
        ("３．５ ①（“”）", "３．５ ①（“”）"),  # widths and signs are no matter of writing
    ],
)
def test_traditional_characters_and_radicals_are_read_as_simplified_ones(printed: str, read: str) -> None:
    assert simplified(printed) == read


def test_a_long_text_in_traditional_writing_is_read_like_its_sentences() -> None:
    sentence = (
        "聯絡電話、傳真與網址請見縣政府網頁，報名費用於繳納後開立收據。"
        "國際學術會議廳開會，歡迎關心農業、漁業與環境變遷之師生報名參觀。"
    )
    assert simplified(sentence * 300) == simplified(sentence) * 300


@given(st.text())
def test_each_character_stays_in_its_place(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


def test_a_text_that_need_not_change_is_handed_back() -> None:
    text = "本报记者 林小明"
    assert simplified(text) is text


@pytest.mark.parametrize(
    ("written", "read"),
    [("⼀⽉⽇", "一月日"), ("⺠⻓", "民长"), ("\uf9ca\U0002f800", "流丽"), ("⺮⺅頭", "⺮⺅頭"), ("abc", "abc")],
)
def test_radicals_and_doubles_are_written_as_characters(written: str, read: str) -> None:
    assert usual(written) == read
