"""The sentence in which something of an issue stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.document import Issue, Node, Run

SENTENCE_END = re.compile(r"[。！？!?；;\n]+[”’」』）)]*")
LONGEST = 300  # characters


class ContextStretch(NamedTuple):
    """A range of the source and the text that is shown of it."""

    start: int
    end: int
    runs: tuple[Run, ...]
    whole: str  # what is told instead of a sentence: the row of a table, a title


class Sentences:
    """Finds the sentence around a place of the source."""

    def __init__(self, issue: Issue) -> None:
        self.stretches = sorted(
            (stretch for node in issue.walk() for stretch in _of_node(node)), key=lambda stretch: stretch[:2]
        )
        self.starts = [stretch.start for stretch in self.stretches]

    def around(self, start: int, end: int) -> str:
        """Return the sentence that holds the source range, in one line; empty where nothing is shown."""
        at = bisect_right(self.starts, start) - 1
        if at < 0 or self.stretches[at].end <= start:
            return ""
        stretch = self.stretches[at]
        if stretch.whole:
            return _one_line(stretch.whole)
        plain = "".join(run.text for run in stretch.runs)
        first, last = _shown(stretch.runs, start), _shown(stretch.runs, max(end - 1, start))
        ends = [m.end() for m in SENTENCE_END.finditer(plain)]
        begin = max((e for e in ends if e <= first), default=0)
        stop = min((e for e in ends if e > last), default=len(plain))
        return _one_line(plain[begin:stop])


def _of_node(node: Node) -> Iterator[ContextStretch]:
    for span in node.title_spans:
        yield ContextStretch(span.start, span.end, (), node.title.plain)
    for meta in node.meta:
        yield from (ContextStretch(span.start, span.end, (), f"{meta.label}：{meta.value}") for span in meta.spans)
    for note in node.footnotes:
        yield from (ContextStretch(span.start, span.end, (), note.text) for span in note.spans)
    for block in node.blocks:
        for row in block.rows:
            whole = " | ".join(cell.plain for cell in row)
            runs = (run for cell in row for run in cell.runs if not run.is_joiner)
            yield from (ContextStretch(run.start, run.start + len(run.text), (), whole) for run in runs)
        if not block.rows:
            yield from (ContextStretch(span.start, span.end, block.text.runs, "") for span in block.spans)


def _shown(runs: Sequence[Run], place: int) -> int:
    """Turn a place of the source into an offset of the shown text."""
    at = nearest = 0
    for run in runs:
        if run.start >= 0 and run.start <= place:
            nearest = at + min(place - run.start, max(len(run.text) - 1, 0))
        at += len(run.text)
    return nearest


def _one_line(text: str) -> str:
    line = re.sub(r"[\s]*\n[\s]*", " ", text).strip()
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
