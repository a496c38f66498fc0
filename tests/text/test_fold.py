"""What a reader takes for the same character folds into one, and lengths never change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.fold import fold, variants_of


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("３０亿美元", "30亿美元"),
        ("ＧＤＰ", "gdp"),
        ("“两山”", '"两山"'),
        ("『两山』", '"两山"'),
        ("2024—2025", "2024-2025"),
        ("（暂行）", "(暂行)"),
        ("11⽉13⽇", "11月13日"),
        ("金\u3000额", "金 额"),
        ("【快讯】", "[快讯]"),
        ("ｶﾀ", "カタ"),
        ("300 K", "300 k"),  # the sign of Kelvin
    ],
)
def test_variants_fold_into_the_same(printed: str, typed: str) -> None:
    assert fold(printed) == fold(typed)


@pytest.mark.parametrize("text", ["水¹", "水①", "m²", "½", "İ", "ß", "ﬁ", "𝟎", "。", "、"])
def test_marks_of_notes_and_what_would_grow_stay(text: str) -> None:
    assert fold(text) == text


@given(st.text(max_size=80))
def test_folding_keeps_every_offset_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    assert [fold(sign) for sign in text] == list(fold(text))


@given(st.characters())
def test_a_character_is_among_the_variants_of_what_it_folds_into(sign: str) -> None:
    assert sign in variants_of(fold(sign))
