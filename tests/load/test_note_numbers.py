"""The number of a page's first note stands in front of it again, where a tool met it last."""

from __future__ import annotations

from reader.load.lines import split_lines
from reader.load.note_numbers import with_numbers_first

NOTES = """\
渡船的木板换过一遍，跳板也加宽了。
Timetables of the ferry. https://ferry.example.org/timetables
2
Planks and gangways of small harbours, and how they are kept.
https://ferry.example.org/planks
{number}

—1—
\f北岸的灯塔照旧在夜里开放。
"""


def _read(text: str) -> list[str]:
    return [text[line.start : line.end] for line in with_numbers_first(text, split_lines(text))]


def test_the_number_of_the_first_note_is_put_in_front_of_it() -> None:
    text = NOTES.format(number=1)
    lines = text.replace("\f", "").split()
    assert "".join("".join(_read(text)).split()) != "".join(lines)
    assert _read(text)[1:4] == ["1", "Timetables of the ferry. https://ferry.example.org/timetables", "2"]
    assert sorted(_read(text)) == sorted(line.strip("\f") for line in text.split("\n") if line)


def test_a_number_that_does_not_count_on_stays_where_it_is() -> None:
    text = NOTES.format(number=7)
    assert _read(text) == [line.strip("\f") for line in text.split("\n") if line]
