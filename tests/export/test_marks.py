"""Marks leave as Markdown to read and as CSV to sort."""

from __future__ import annotations

import csv
import io

import pytest

from reader.export.marks import issue_name, marks_csv, marks_markdown
from reader.model.marks import Anchor, Bookmark, Highlight, IssueCard, Locator

CARD = IssueCard("k", "水利通讯", "2025年第3期", "2025年3月", "a.txt")
OTHER = IssueCard("m", "", "", "", "日报.md")


def _at(start: int, quote: str, issue: str = "k") -> Locator:
    return Locator(issue, (Anchor(start, start + len(quote), quote),))


FIRST = Highlight(
    "1", _at(40, "总投资三十亿元"), "green", True, "查去年的数。\n\n# 重要", "大坝开工", "3", 1_700_000_000_000_000
)
LATER = Highlight("2", _at(90, "清理*河道*"), article="清淤过半")
PLACE = Bookmark("3", _at(10, "水库大坝"), "从这里读起", article="大坝开工")


def test_markdown_has_a_heading_for_issue_and_article_and_quotes_in_the_order_of_the_text() -> None:
    text = marks_markdown([LATER, FIRST, PLACE], [CARD]).decode("utf-8")
    assert text.splitlines() == [
        "# 《水利通讯》2025年第3期",
        "",
        "## 大坝开工",
        "",
        "- **从这里读起** (书签)",
        "",
        "> 总投资三十亿元",
        ">",
        "> *绿, 下划线, 第 3 页*",
        "",
        "查去年的数。  ",
        "",
        "\\# 重要  ",
        "",
        "## 清淤过半",
        "",
        "> 清理\\*河道\\*",
        ">",
        "> *黄*",
    ]


def test_issues_come_in_the_order_of_their_cards_and_are_named_by_their_file_without_a_title() -> None:
    marks = [Highlight("4", _at(0, "甲", "m")), FIRST, Highlight("5", _at(0, "乙", "unknown"))]
    text = marks_markdown(marks, [CARD, OTHER], "en").decode("utf-8")
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# 《水利通讯》2025年第3期",
        "# 日报.md",
        "# ",
    ]
    assert "> *green, underlined, page 3*".lower() in text.lower()


@pytest.mark.parametrize("line", ["# a", "1. a", "- a", "+ a", "> a", "=== ", "2) a", "*a* [b](c) <d>"])
def test_no_note_becomes_markup(line: str) -> None:
    note = Highlight("1", _at(0, "甲"), note=line)
    shown = marks_markdown([note], [CARD]).decode("utf-8").splitlines()[-1].rstrip()
    assert shown != line.rstrip()
    assert shown.replace("\\", "") == line.rstrip()


def test_csv_opens_in_a_spreadsheet_with_one_row_for_each_mark() -> None:
    data = marks_csv([FIRST, PLACE], [CARD])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["类别"] for row in rows] == ["书签", "划线"]
    assert rows[1]["备注"] == "查去年的数。\n\n# 重要"
    assert (rows[1]["刊名"], rows[1]["期号"], rows[1]["颜色"], rows[1]["下划线"]) == (
        "水利通讯",
        "2025年第3期",
        "绿",
        "是",
    )
    assert rows[1]["建立"].startswith("2023-11-1")


def test_no_note_is_run_as_a_formula() -> None:
    data = marks_csv([Highlight("1", _at(0, "甲"), note='=HYPERLINK("x")')], [CARD])
    assert "'=HYPERLINK" in data.decode("utf-8")


def test_an_issue_is_cited_with_its_title_and_number() -> None:
    assert issue_name(CARD) == "《水利通讯》2025年第3期"
    assert issue_name(IssueCard("k", "《简报》")) == "《简报》"
