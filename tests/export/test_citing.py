"""A copied text names its source as one cites it."""

from __future__ import annotations

import pytest

from reader.export.citing import CitedPassage, cited
from reader.model.marks import IssueCard

CARD = IssueCard("k", "水利通讯", "2025年第3期", "2025年3月", "a.txt")


def test_a_text_is_followed_by_issue_article_and_page() -> None:
    passage = CitedPassage("总投资三十亿元。", CARD, "大坝开工", ("林山",), "3")
    assert cited(passage) == "总投资三十亿元。\n——《水利通讯》2025年第3期，《大坝开工》，第3页"
    assert cited(passage, "markdown") == "> 总投资三十亿元。\n>\n> ——《水利通讯》2025年第3期，《大坝开工》，第3页"
    assert cited(passage, "gbt7714") == "总投资三十亿元。\n林山. 大坝开工[J]. 水利通讯, 2025(3): 3."


def test_what_is_not_printed_is_left_out() -> None:
    assert cited(CitedPassage("甲", IssueCard("k", name="日报.md"))) == "甲\n——日报.md"
    assert cited(CitedPassage("甲", IssueCard("k", name="日报.md")), "gbt7714") == "甲\n日报.md."
    assert (
        cited(CitedPassage("甲", IssueCard("k", "简报", "第7期", "2024年5月1日")))
        == "甲\n——《简报》第7期（2024年5月1日）"
    )


def test_paragraphs_stay_apart_in_a_markdown_quote() -> None:
    assert cited(CitedPassage("甲\n\n乙", CARD), "markdown").startswith("> 甲\n>\n> 乙\n>\n> ——")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("关于《办法》的通知", "《关于〈办法〉的通知》"),
        ("《条例》", "《条例》"),
        ("《条例》与《办法》", "《〈条例〉与〈办法〉》"),
    ],
)
def test_titles_within_titles_get_single_marks(title: str, shown: str) -> None:
    assert shown in cited(CitedPassage("甲", CARD, title))


@pytest.mark.parametrize(
    ("number", "date", "issue"),
    [
        ("第12期", "2024年5月1日", "2024(12)"),
        ("2024年第12期（总第340期）", "", "2024(12)"),
        ("总第340期", "2024-05-01", "2024(340)"),
        ("第十二期", "二〇二四年五月", "2024(12)"),
        ("第二十期", "2024", "2024(20)"),
        ("第 5 期", "", "(5)"),
        ("", "2024年5月", "2024"),
        ("No. 7", "2024.5", "2024(7)"),
    ],
)
def test_year_and_number_are_read_as_printed(number: str, date: str, issue: str) -> None:
    shown = cited(CitedPassage("甲", IssueCard("k", "简报", number, date)), "gbt7714")
    assert shown == f"甲\n简报, {issue}."


def test_more_than_three_authors_are_et_al() -> None:
    shown = cited(CitedPassage("甲", CARD, "题", ("林 山", "江岸", "石桥", "田野")), "gbt7714")
    assert "\n林山, 江岸, 石桥, 等. 题[J]." in shown
