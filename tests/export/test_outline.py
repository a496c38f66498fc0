"""The outline and the log for a terminal."""

from __future__ import annotations

from reader.export.outline import log_lines, outline_lines, summary_line
from tests.export.issues import EMPTY, ISSUE


def test_the_outline_is_indented_by_level() -> None:
    assert list(outline_lines(ISSUE)) == [
        "News  No. 2",
        "",
        "Water",
        "  Dams  (苏明)  … 7",
        "        · Walls",
        "      1 paragraph, 1 table, 1 contact, 2 footnotes",
    ]


def test_a_file_without_nodes_says_that_nothing_is_readable() -> None:
    assert list(outline_lines(EMPTY)) == ["(nothing readable)"]


def test_the_summary_tells_how_much_is_shown_left_out_and_uncertain() -> None:
    assert summary_line(ISSUE) == "100 characters (utf-8), 1 articles; 90.0 % shown, 10.0 % left out, 1 uncertain"
    assert "0.0 % shown, 100.0 % left out" in summary_line(EMPTY)


def test_the_log_counts_lines_from_one() -> None:
    assert [line.split(maxsplit=3) for line in log_lines(ISSUE)] == [
        ["1", "heading", "0.90", "numbered"],
        ["10", "paragraph", "1.00", "room below; indent"],
    ]
