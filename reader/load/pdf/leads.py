"""Items whose headline opens their first line: heavy words that end in a mark, and the text goes on behind them.

One such opening is emphasis; several, each at the beginning of a paragraph, are the headlines of a digest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model.document import Hint, Line, Styled
from reader.text.patterns import ends_sentence, numbered

LEAST = 3  # openings of one kind in a file
INDENT = 1.2  # em; a paragraph's first line is indented by more
SHARE = 0.3  # of the paragraphs between the first and the last, at least, that open so
REST = 4  # characters of text behind a headline on its line
BRACKETED = re.compile(r"^【[^【】]{4,40}】$")
HEADLINE = re.compile(r"^[^，,。；;：:●•■◆⚫▪【\s][^，,。；;：:]{2,24}[。？！?!]$")
LEVEL = 9  # below all headings that stand for themselves


class Lead(NamedTuple):
    """A headline that opens a line."""

    line: int
    end: int  # offset in the source behind its last mark
    kind: str


def with_leads(text: str, lines: Sequence[Line], styled: Sequence[Styled]) -> list[Line]:
    """Return the lines, those that a headline opens cut behind it."""
    strong = {row.start: row.end for row in styled if row.style == "strong"}
    found = list(_leads(text, lines, strong))
    counts = Counter(lead.kind for lead in found)
    kept = {
        lead.line: lead for lead in found if counts[lead.kind] >= LEAST and _are_many(text, lines, found, lead.kind)
    }
    out: list[Line] = []
    for at, line in enumerate(lines):
        out += _cut(text, line, kept[at].end, at) if at in kept else [line]
    return out


def _leads(text: str, lines: Sequence[Line], strong: dict[int, int]) -> Iterator[Lead]:
    """Yield what could be a headline at the beginning of a line."""
    last: Line | None = None
    for at, line in enumerate(lines):
        if line.hint is not None:
            continue
        end = strong.get(line.start, line.start)
        words = text[line.start : end].strip()
        rest = text[end : line.end].strip()
        kind = "bracket" if BRACKETED.match(words) else "mark" if HEADLINE.match(words) else ""
        if kind and len(rest) >= REST and not numbered(words) and _opens(text, last, line):
            yield Lead(at, line.start + len(text[line.start : end].rstrip()), kind)
        last = line


def _opens(text: str, last: Line | None, line: Line) -> bool:
    """Tell whether a line could begin a paragraph."""
    look = line.look
    if last is None or line.blanks or look is None or look.box.left - look.column.left >= INDENT * look.size:
        return True
    above = last.look
    other = above is None or above.bold != look.bold or abs(above.size - look.size) > 0.2
    return other or ends_sentence(text[last.start : last.end].rstrip())


def _are_many(text: str, lines: Sequence[Line], found: Sequence[Lead], kind: str) -> bool:
    """Tell whether enough of the paragraphs between the first and the last headline of a kind open with one."""
    own = [lead.line for lead in found if lead.kind == kind]
    closed = sum(
        line.hint is None and ends_sentence(text[line.start : line.end].rstrip()) for line in lines[own[0] : own[-1]]
    )
    return len(own) >= SHARE * closed


def _cut(text: str, line: Line, end: int, group: int) -> Iterator[Line]:
    """Yield the parts of a line: the headline, the mark that ends it, the text behind it."""
    mark = end - 1 if text[end - 1] == "。" else end
    rest = end + len(text[end : line.end]) - len(text[end : line.end].lstrip())
    look = line.look
    if look is not None:
        share = (end - line.start) / (line.end - line.start)
        look = look._replace(
            box=look.box._replace(right=look.box.left + share * (look.box.right - look.box.left)), bold=True
        )
    yield line._replace(end=mark, look=look, hint=Hint("heading", LEVEL, group, "entry", dress="bold lead"))
    if mark < end:
        yield Line(mark, end, 0, False, look, Hint("furniture", data="punctuation"))
    yield line._replace(start=rest, blanks=0, page_break=False)
