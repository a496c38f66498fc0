"""The sheet that a Markdown file is written on: rows that lie in its own text, and what is markup around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.document import Dropped, Hint, Line, Styled
from reader.model.kinds import LineRole

LINE_END = re.compile(r"\r\n?|\n")  # as CommonMark knows them: the lines that a parser counts
VISIBLE = re.compile(r"\S+(?:[^\S\n\r]+\S+)*")
WRAPPED = "wrapped"  # data of a line that goes on with the line above, where only the source is broken
BROKEN = "broken"  # the same where a line ends for its reader too
WIDE_SPACES = "\u3000\xa0"  # an indent that is printed; other spaces are markup


@dataclass(slots=True)
class Row:
    """A line, or a part of one, that stands for itself."""

    start: int
    end: int
    role: LineRole = "paragraph"
    level: int = 0
    group: int = 0
    data: str = ""
    marker: str = ""  # of a list item
    quote: bool = False
    down: int = 1  # rows that a cell takes
    across: int = 1
    dress: str = ""  # of a heading


class Lines:
    """The lines of a text as a Markdown parser counts them."""

    def __init__(self, text: str) -> None:
        ends = [m.span() for m in LINE_END.finditer(text)]
        self.text = text
        self.starts = [0, *(end for _, end in ends)]
        self.ends = [*(start for start, _ in ends), len(text)]

    def __len__(self) -> int:
        return len(self.starts)

    def shown(self, number: int) -> str:
        """Return the characters of a line."""
        return self.text[self.starts[number] : self.ends[number]]

    def at(self, offset: int) -> int:
        """Return the number of the line in which an offset lies."""
        return bisect_right(self.starts, offset) - 1

    def is_blank(self, number: int) -> bool:
        """Tell whether a line shows nothing."""
        return not self.shown(number).strip()


class Sheet:
    """Rows and what is left out around them, in the order in which they are found."""

    def __init__(self, lines: Lines) -> None:
        self.lines, self.text = lines, lines.text
        self.rows: list[Row] = []
        self.left_out: list[Dropped] = []
        self.styled: list[Styled] = []  # over more than one block
        self._groups = 0

    def group(self) -> int:
        """Return a number for a thing of its own."""
        self._groups += 1
        return self._groups

    def add(self, row: Row) -> None:
        """Add a row, its printed indent included and its outer spaces left away."""
        begin = self.lines.starts[self.lines.at(row.start)]
        while row.start < row.end and self.text[row.start].isspace():
            row.start += 1
        if row.start == row.end:
            return
        while row.start > begin and self.text[row.start - 1] in WIDE_SPACES:
            row.start -= 1
        self.rows.append(row)

    def leave_out(self, start: int, end: int, reason: str) -> None:
        """Leave out what is seen of a range, but for the rows in it."""
        for m in VISIBLE.finditer(self.text, start, end):
            self.left_out.append(Dropped(m.start(), m.end(), reason))

    def printed(self) -> Iterator[Line]:
        """Yield the rows as lines, in the order of the text, with the blank lines and page ends above them."""
        last = -1
        for row in sorted(self.rows, key=lambda row: row.start):
            number = self.lines.at(row.start)
            blanks, above = 0, number - 1
            while above > last and self.lines.is_blank(above):
                blanks += 1
                above -= 1
            begin = self.lines.starts[max(above, 0)]
            parted = number != last and "\f" in self.text[begin : row.start]
            told = (row.marker, row.quote, row.down, row.across, row.dress)
            hint = Hint(row.role, row.level, row.group, row.data, *told)
            yield Line(row.start, row.end, blanks if number != last else 0, parted, hint=hint)
            last = self.lines.at(row.end)
