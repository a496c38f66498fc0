"""The composed texts of an issue, found by source offsets: what stands around a figure as the article shows it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.model.document import Issue, Node, Text
from reader.model.mentions import Figure
from reader.text.scripts import SCRIPT_SIGNS, scripted, scripted_pieces

WORD = re.compile(r"[A-Za-z0-9]+")


class ShownStretch(NamedTuple):
    """A run of a text: where it stands in the source, and where in the text that is shown."""

    source: int
    length: int
    text: int  # number of the text
    at: int
    shown: int  # length of what is shown, which is another where it is raised or lowered


class ShownPlace(NamedTuple):
    """A text as it is shown, and the part of it that was asked for."""

    text: str
    start: int
    end: int


class ShownTexts:
    """Find places of the source in the paragraphs, cells and titles that show them."""

    def __init__(self, issue: Issue | None = None) -> None:
        self._texts: list[str] = []
        self._stretches: list[ShownStretch] = []
        self._words: dict[int, dict[str, str]] = {}  # by number of the text: its words with raised or lowered parts
        for node in issue.walk() if issue else ():
            for text in _texts_of(node):
                self._add(text)
        self._stretches.sort()

    def passage(self, start: int, end: int) -> ShownPlace | None:
        """Return the text that shows a piece of the source; None where no one text shows all of it."""
        first, last = self._stretch_at(start), self._stretch_at(max(end - 1, start))
        if first is None or last is None or first.text != last.text:
            return None
        begin = first.at + (start - first.source if first.shown == first.length else 0)
        stop = last.at + (end - last.source if last.shown == last.length else last.shown)
        return ShownPlace(self._texts[first.text], begin, stop) if begin < stop else None

    def as_shown(self, figure: Figure) -> Figure:
        """Return a figure whose raised characters are told by themselves, as 10¹⁵ is, and so in what it measures."""
        passage = self.passage(figure.start, figure.end)
        if passage is None:
            return figure
        shown = passage.text[passage.start : passage.end]
        told = SCRIPT_SIGNS.intersection(shown) or "^{" in shown or "_{" in shown
        surface = shown if told else figure.surface
        stretch = self._stretch_at(figure.start)
        words = self._words.get(stretch.text, {}) if stretch else {}
        label = WORD.sub(lambda found: words.get(found[0], found[0]), figure.label) if words else figure.label
        return replace(figure, surface=surface, label=label)

    def _add(self, text: Text) -> None:
        shown = ""
        pieces = scripted_pieces((run.text, run.styles) for run in text.runs)
        for run, words in zip(text.runs, pieces, strict=True):
            if run.start >= 0:
                self._stretches.append(ShownStretch(run.start, len(run.text), len(self._texts), len(shown), len(words)))
            shown += words
        if not SCRIPT_SIGNS.isdisjoint(shown):
            self._words[len(self._texts)] = _scripted_words(text)
        self._texts.append(shown)

    def _stretch_at(self, offset: int) -> ShownStretch | None:
        at = bisect_right(self._stretches, offset, key=lambda stretch: stretch.source) - 1
        if at < 0:
            return None
        stretch = self._stretches[at]
        return stretch if offset < stretch.source + stretch.length else None


def _scripted_words(text: Text) -> dict[str, str]:
    """Return the words of which a part is raised or lowered, as plain text would have them, and as they are shown."""
    plain = "".join(run.text for run in text.runs)
    shown: list[str] = []  # of each character; what a run is written as stands at its first
    for run in text.runs:
        words = scripted(run.text, run.styles)
        is_same = words == run.text or "strike" in run.styles
        shown += run.text if is_same else [words, *[""] * (len(run.text) - 1)]
    pairs = ((found[0], "".join(shown[found.start() : found.end()])) for found in WORD.finditer(plain))
    return {word: written for word, written in pairs if word != written}


def _texts_of(node: Node) -> Iterator[Text]:
    yield node.title
    for block in node.blocks:
        yield block.text
        for row in block.rows:
            yield from row
