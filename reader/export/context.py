"""The sentence in which something of an issue stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reader.model.document import Issue, Node, Run
from reader.text.scripts import scripted_pieces, written

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
        self._shown: ShownText | None = None  # of the block that was asked for last: what is asked stands in order

    def around(self, start: int, end: int) -> str:
        """Return the sentence that holds the source range, in one line; empty where nothing is shown."""
        at = bisect_right(self.starts, start) - 1
        if at < 0 or self.stretches[at].end <= start:
            return ""
        stretch = self.stretches[at]
        if stretch.whole:
            return stretch.whole
        if self._shown is None or self._shown.runs is not stretch.runs:
            self._shown = ShownText(stretch.runs)
        return _one_line(self._shown.sentence(start, max(end - 1, start)))


class ShownText:
    """The text that is shown of a block, with where its sentences end and where its runs begin."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        words = scripted_pieces((run.text, run.styles) for run in runs)
        self._plain = "".join(words)
        self._ends = [0, *(m.end() for m in SENTENCE_END.finditer(self._plain))]
        at = [0, *accumulate(map(len, words))]
        self._places = sorted((run.start, place, len(text)) for run, place, text in zip(runs, at, words, strict=False))

    def sentence(self, first: int, last: int) -> str:
        """Return the sentences that hold two places of the source."""
        begin = bisect_right(self._ends, self._offset(first)) - 1
        stop = bisect_right(self._ends, self._offset(last))
        return self._plain[self._ends[begin] : self._ends[stop] if stop < len(self._ends) else None]

    def _offset(self, place: int) -> int:
        """Turn a place of the source into an offset of the shown text."""
        start, at, length = self._places[max(0, bisect_right(self._places, (place, len(self._plain), 0)) - 1)]
        return at + min(place - start, max(length - 1, 0)) if 0 <= start <= place else 0


def _of_node(node: Node) -> Iterator[ContextStretch]:
    for span in node.title_spans:
        yield ContextStretch(span.start, span.end, (), _one_line(written(node.title)))
    for meta in node.meta:
        told = _one_line(f"{meta.label}：{meta.value}")
        yield from (ContextStretch(span.start, span.end, (), told) for span in meta.spans)
    for note in node.footnotes:
        told = _one_line(note.text)
        yield from (ContextStretch(span.start, span.end, (), told) for span in note.spans)
    for block in node.blocks:
        for row in block.rows:
            whole = _one_line(" | ".join(map(written, row)))
            runs = (run for cell in row for run in cell.runs if not run.is_joiner)
            yield from (ContextStretch(run.start, run.start + len(run.text), (), whole) for run in runs)
        if not block.rows:
            yield from (ContextStretch(span.start, span.end, block.text.runs, "") for span in block.spans)


def _one_line(text: str) -> str:
    line = " ".join(part for line in text.split("\n") if (part := line.strip()))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
