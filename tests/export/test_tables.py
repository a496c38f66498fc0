"""Rows on the clipboard: a spreadsheet takes them, and runs none of them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.export.columns import figure_rows
from reader.export.tables import rows_as_tsv, safe_cell
from reader.model.shown import title_of
from reader.pipeline import extract_mentions, open_issue


def test_rows_are_lines_and_cells_are_apart_by_tabs() -> None:
    assert rows_as_tsv([("回收率", 98.5, "%"), ("能耗", 10500, None)]) == "回收率\t98.5\t%\n能耗\t10500\t"


def test_a_break_inside_a_cell_does_not_break_the_row() -> None:
    assert rows_as_tsv([("一行\n又一行\t尾", "b")]) == "一行 又一行 尾\tb"


def test_a_text_that_looks_like_a_formula_is_shown_and_not_run() -> None:
    assert [safe_cell(text) for text in ("=1+1", "@SUM(A1)", "+cmd|x", "-2+3", "\t=1")] == [
        "'=1+1",
        "'@SUM(A1)",
        "'+cmd|x",
        "'-2+3",
        "'\t=1",
    ]


def test_numbers_keep_their_sign() -> None:
    assert [safe_cell(cell) for cell in ("-40", "+3.5", "-5%", -40, 2.5)] == ["-40", "+3.5", "-5%", "-40", "2.5"]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1))
def test_whatever_the_cells_hold_the_table_keeps_its_shape(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(rows_as_tsv(rows)), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [len(row) for row in read] == [2] * len(rows)


def test_raised_and_lowered_characters_are_told_by_themselves_in_tables(tmp_path: Path) -> None:
    page = tmp_path / "水.html"
    page.write_text(
        "<html><body><h1>CO<sub>2</sub>监测</h1><p>每年减少排放2.5×10<sup>15</sup>吨。</p>"
        "<table border=1><tr><th>项目<th>面积</tr><tr><td>甲<td>3×10<sup>4</sup>平方米</tr></table></body></html>",
        encoding="utf-8",
    )
    issue = open_issue(page)
    rows = figure_rows(issue, extract_mentions(issue), "zh")
    assert [(row[2], row[8]) for row in rows] == [
        ("2.5×10¹⁵吨", "每年减少排放2.5×10¹⁵吨。"),
        ("3×10⁴平方米", "甲 | 3×10⁴平方米"),
    ]
    assert title_of(next(iter(issue.walk()))) == "CO₂监测"
