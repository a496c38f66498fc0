"""Every visible character stands in exactly one line; what lies between lines is blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.load.lines import BLANK, split_lines
from reader.model.document import Line
from reader.model.errors import Cancelled

CASES = [  # text, then (line, blanks above, begins a page) for each
    ("", []),
    (" \n\u3000\n\t", []),
    ("一", [("一", 0, False)]),
    ("一\n二\n", [("一", 0, False), ("二", 0, False)]),
    ("一\r\n二\r三\v四\x85五\u2028六\u2029七", [(char, 0, False) for char in "一二三四五六七"]),
    ("\n\n一\r\n\r\n\r\n二", [("一", 2, False), ("二", 2, False)]),
    ("  一 \n\u3000\u3000二\u3000", [("  一 ", 0, False), ("\u3000\u3000二\u3000", 0, False)]),
    ("一\n \t\u3000\xa0\u200b\ufeff\n二", [("一", 0, False), ("二", 1, False)]),
    ("一\n\f二", [("一", 0, False), ("二", 0, True)]),
    ("一\f\n二\n三", [("一", 0, False), ("二", 0, True), ("三", 0, False)]),
    ("一\n\n\f\n二", [("一", 0, False), ("二", 2, True)]),
    ("一\f 二\n三", [("一", 0, False), (" 二", 0, True), ("三", 0, False)]),
    ("\n \f \f 一\n二", [(" 一", 1, True), ("二", 0, False)]),
    ("一\f", [("一", 0, False)]),
    ("\0\n一", [("\0", 0, False), ("一", 0, False)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_lines(text: str, expected: list[tuple[str, int, bool]]) -> None:
    lines = split_lines(text)
    assert [(text[line.start : line.end], line.blanks, line.page_break) for line in lines] == expected


TEXTS = st.text(st.sampled_from("一a0。 \u3000\t\n\r\v\f\x85\u2028\u2029\u200b\ufeff\0\x1c\x1f")) | st.text()


def _gaps(text: str, lines: tuple[Line, ...]) -> list[str]:
    starts = [0, *(line.end for line in lines)]
    ends = [*(line.start for line in lines), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


@given(TEXTS)
def test_lines_and_gaps_tile_any_text(text: str) -> None:
    lines = split_lines(text)
    gaps = _gaps(text, lines)
    pieces = [text[line.start : line.end] for line in lines]
    woven = "".join(gap + piece for gap, piece in zip(gaps, [*pieces, ""], strict=True))
    assert woven == text
    assert all(not gap.strip(BLANK) for gap in gaps)
    assert all(piece.strip(BLANK) for piece in pieces)


@given(TEXTS)
def test_no_line_crosses_a_line_end_or_a_page(text: str) -> None:
    assert all(not set(text[line.start : line.end]) & set("\n\r\v\f\x85\u2028\u2029") for line in split_lines(text))


@given(TEXTS)
def test_a_page_begins_exactly_where_the_gap_above_holds_a_form_feed(text: str) -> None:
    lines = split_lines(text)
    assert [line.page_break for line in lines] == ["\f" in gap for gap in _gaps(text, lines)[:-1]]


@given(st.lists(st.sampled_from(["一", "二三", "", "", " "])), st.sampled_from(["\n", "\r\n", "\r"]))
def test_blank_lines_are_counted_whatever_the_line_end(rows: list[str], line_end: str) -> None:
    shown = split_lines(line_end.join(rows))
    visible = [number for number, row in enumerate(rows) if row.strip()]
    assert [line.blanks for line in shown] == [
        here - above - 1 for above, here in zip([-1, *visible], visible, strict=False)
    ]


def test_what_the_progress_raises_stops_the_work() -> None:
    told: list[float] = []

    def stop(stage: str, fraction: float) -> None:
        told.append(fraction)
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        split_lines("一\n" * 100_000, stop)
    assert len(told) == 2
    assert told[0] < told[1] < 1
