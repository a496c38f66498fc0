"""What is left out is told, also what no rule has placed."""

from __future__ import annotations

from reader.compose.dropped import dropped_of
from reader.model.document import Dropped, Field, Issue, Masthead, Source, Span

TEXT = "节水快报\n— 1 —  \n  没有人认领的一行\n"


def _issue() -> Issue:
    return Issue(Source("a.txt", "", "text", "utf-8", TEXT), Masthead(Field("节水快报", (Span(0, 4),))), (), (), (), ())


def test_what_no_rule_placed_is_told_as_such() -> None:
    assert list(dropped_of(_issue(), [Dropped(5, 10, "page-number")])) == [
        Dropped(5, 10, "page-number"),
        Dropped(15, 23, "unplaced"),
    ]


def test_what_is_shown_is_not_left_out() -> None:
    assert next(dropped_of(_issue(), [Dropped(0, 10, "page-number")])) == Dropped(4, 10, "page-number")
