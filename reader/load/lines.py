"""Cut a decoded text into its printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.load.loaded import Progress
from reader.model.document import Line

LINE_ENDS = "\n\r\v\x85\u2028\u2029"
"""The mandatory breaks of UAX #14 but for the form feed, which is a page boundary here.

NEL (U+0085) counts in every text: none of the Chinese encodings and none of the code pages that we try has it
as a single byte (Windows-1252 has an ellipsis there), so where decoding gives one, it was written as one.
"""

BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"  # so far what str.isspace() counts
    "\u200b\ufeff"  # a zero-width space, a byte order mark in mid-text
)
"""The characters that alone make no visible line."""

_LINE = re.compile(rf"([^{LINE_ENDS}]*+)([{LINE_ENDS}]*+)")  # a line, its end and the ends of empty lines below
_TOLD_EVERY = 1 << 14  # matches; about 20 ms of work


def split_lines(text: str, progress: Progress | None = None) -> tuple[Line, ...]:
    """Return every line of `text` that holds something visible, in one linear pass.

    A line keeps its raw spaces and loses its line end. A form feed is part of no line: it ends one, and the
    next visible one begins a page. `progress` is told the second half of the load.
    """
    lines: list[Line] = []
    start = blanks = 0
    page_break = False
    for number, match in enumerate(_LINE.finditer(text)):
        line, line_ends = match.groups()
        end = start + len(line)
        ended = len(line_ends) - line_ends.count("\r\n")
        if not line or line.isspace() or not line.strip(BLANK):
            blanks += ended
            page_break = page_break or "\f" in line
        else:
            if "\f" in line:
                lines.extend(_split_pages(text, start, end, blanks, page_break))
            else:
                lines.append(Line(start, end, blanks, page_break))
            blanks = ended - 1
            page_break = lines[-1].end < end  # a form feed ended it
        start = end + len(line_ends)
        if progress is not None and number % _TOLD_EVERY == 0 and text:
            progress("load", 0.5 + start / len(text) / 2)
    return tuple(lines)


def _split_pages(text: str, start: int, end: int, blanks: int, page_break: bool) -> Iterator[Line]:
    """Yield the visible pieces of a line that form feeds cut."""
    for piece in text[start:end].split("\f"):
        if piece.strip(BLANK):
            yield Line(start, start + len(piece), blanks, page_break)
            blanks = 0
        page_break = True
        start += len(piece) + 1
