"""The red head of an official paper: who issues it, what it is called, and its number below.

Large red type at the very top is no headline where a number of the kind 某发〔2031〕8号 follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.model.document import Hint, Line, Look
from reader.text.patterns import PAPER_NUMBER

LARGE = 1.2  # times the size of the line with the number
LINES = 6  # of a head, its number among them
LEAST = 2  # red lines; a single one reads like a letterhead by its words
RED, OTHER = 150, 100  # of 255: at least in red, at most in green and blue
NUMBER = re.compile(rf"^\s*+(?P<number>(?:[\u3400-\u9fff]{{1,12}}\s*+)?{PAPER_NUMBER})(?P<rest>.*)$")
ISSUED = re.compile(r"^(?P<publisher>\S{4,30})(?P<rest>\s+\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*$")


def with_letterhead(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those of a red letterhead and the number below it told as such."""
    shown = [at for at, line in enumerate(lines[: 2 * LINES]) if line.hint is None and line.look is not None]
    head: list[int] = []
    for at in shown[:LINES]:
        line = lines[at]
        m = NUMBER.match(text[line.start : line.end])
        if m and len(head) >= LEAST and all(_size(lines[k]) >= LARGE * _size(line) for k in head):
            out = list(lines)
            for k in head:
                out[k] = lines[k]._replace(hint=Hint("masthead", data="masthead"))
            issued = ISSUED.match(_text(text, lines, at + 1))
            if issued:
                out[at + 1 : at + 2] = _parted(lines[at + 1], issued, "publisher", "date")
            out[at : at + 1] = _parted(line, m, "number", "masthead")
            return out
        if line.look is None or not is_red(line.look):
            break
        head.append(at)
    return list(lines)


def _size(line: Line) -> float:
    return line.look.size if line.look else 0.0


def is_red(look: Look) -> bool:
    """Tell whether a line is printed in red."""
    red, green, blue = (look.colour >> shift & 255 for shift in (16, 8, 0))
    return red >= RED and max(green, blue) <= OTHER


def _text(text: str, lines: Sequence[Line], at: int) -> str:
    return text[lines[at].start : lines[at].end] if at < len(lines) and lines[at].hint is None else ""


def _parted(line: Line, m: re.Match[str], first: str, rest: str) -> Iterator[Line]:
    """Yield the two parts of a line as parts of the masthead, each with what it tells."""
    end = line.start + m.end(first)
    behind = m.group("rest")
    yield line._replace(end=end, hint=Hint("masthead", data=first))
    if behind.strip():
        start = end + len(behind) - len(behind.lstrip())
        yield line._replace(start=start, blanks=0, hint=Hint("masthead", data=rest))
