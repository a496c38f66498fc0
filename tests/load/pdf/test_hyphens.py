"""A hyphen at a line's end is left out where it only divides a word; the file's own words decide."""

from __future__ import annotations

import pytest

from reader.load.pdf.hyphens import line_end_hyphens

ENGLISH = "the calibration of all instruments was documented before any measurement began, and"


@pytest.mark.parametrize(
    ("above", "below", "divided"),
    [
        ("the new docu-", "mentation was published", True),
        ("a report on cali-", "bration in the field", True),  # the whole word stands in the text
        ("a two-", "year programme", False),
        ("the well-", "known method", False),
        ("all instruments-", "based methods", False),  # the first part is a word of the text
        ("see https://example.org/new-", "report for more", False),
        ("the first of Janu-", "Ary", False),
        ("pages 12-", "14 of the report", False),
    ],
)
def test_hyphens_of_divided_words_are_told(above: str, below: str, divided: bool) -> None:
    assert list(line_end_hyphens([ENGLISH, above, below, ENGLISH])) == ([1] if divided else [])


def test_words_in_a_chinese_text_are_not_taken_for_divided() -> None:
    han = "研究团队公布了海上观测网的年度报告，其中的术语沿用国际惯例。"
    assert list(line_end_hyphens([han, "术语采用 docu-", "mentation 一词", han])) == []


def test_a_text_in_english_beside_a_chinese_one_divides_its_words() -> None:
    han = "研究团队公布了海上观测网的年度报告，其中的术语沿用国际惯例，图表与往年相同。"
    above, below = "The two harbours exchanged gifts: a docu-", "mented log and a bottle of sea water."
    assert list(line_end_hyphens([han, han, above, below, han, han])) == [2]
