"""Where the lines of a source text start, so that any line is found without reading those before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_LINE = 1000  # characters laid out as one; a longer line goes on in further rows
LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """The rows of a text: its lines, the long ones cut into several."""

    starts: Sequence[int]  # offset of the first character of each row, one more for the end of the text
    numbers: Sequence[int]  # line number of each row, from 1; 0 for the continuation of a long line

    def __len__(self) -> int:
        return len(self.numbers)

    def row_of(self, offset: int) -> int:
        """Return the row that holds the character at `offset`."""
        return min(max(bisect_right(self.starts, offset) - 1, 0), len(self.numbers) - 1)


def index_lines(text: str) -> LineIndex:
    """Find the rows of a text."""
    starts: list[int] = []
    numbers: list[int] = []
    begin = 0
    ends = [match.end() for match in LINE_END.finditer(text)]
    for number, end in enumerate([*ends, len(text)], 1):
        starts.append(begin)
        numbers.append(number)
        for at in range(begin + LONGEST_LINE, end, LONGEST_LINE):
            starts.append(at)
            numbers.append(0)
        begin = end
    return LineIndex((*starts, len(text)), tuple(numbers))
