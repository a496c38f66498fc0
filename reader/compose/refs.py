"""Footnote marks in running text: they leave the text and point to their note.

A mark is believed when a note of that number exists and it is the next one due: a superscript
anywhere but after a unit, a plain digit only after a word's end and before a stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque

from reader.model.document import Ref, Run, Span
from reader.text.patterns import CIRCLED, SUPERSCRIPT, mark_value, rare

# The first character comes first, what it may follow behind it: so the search skips all others at once.
MARK = rare(
    rf"""
    [{SUPERSCRIPT}①-⑳\d\ \[［〔]
    (?:
        (?P<sup>(?<=[{SUPERSCRIPT}])(?<![{SUPERSCRIPT}⁻⁺0-9].)[{SUPERSCRIPT}]*)
      | (?P<plain>(?:(?<=[^\W\d_][\d\ ])|(?<=[）)”》」』%％][\d\ ]))(?:(?<=\d)\d{{0,2}}|(?<=\ )\d{{1,3}})
          (?=[ ]*(?:[，。；：、！？]|$)))
      | (?P<stray>(?<=[，。；：、！？][\ ])\ ++\d{{1,3}}(?!\d))  # raised before the stop, written down behind it
      | (?P<square>(?<=[\[［〔])\d{{1,3}}[\]］〕])
      | (?P<circled>(?<=[①-⑳]))
    )
    """,
    re.X | re.S,
)
NAMED = rare(r"\[\^(?P<name>[^\[\]\s]{1,60})\]")  # a mark of Markdown
UNIT_BEFORE = rare(r"(?:^|[\s\d/·])(?:[kcmdnμ]?m|km|s|h|a|Nm|hm|in|ft|cm)$")


class RefFinder:
    """Walks the text of an issue and takes out the marks of the notes that exist, in order.

    `told`: the file says which digits are raised, so that one on the line is none.
    """

    def __init__(self, markers: dict[int, str], *, told: bool = False, names: frozenset[str] = frozenset()) -> None:
        self.markers, self.told, self.names = markers, told, names
        self._known = sorted(markers)
        self.due, self.last = min(markers, default=1), max(markers, default=0)

    def take(self, runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Ref, ...], tuple[Span, ...]]:
        """Return the runs without their marks, the marks, and the source spans of these."""
        if not self.markers and not self.names:
            return runs, (), ()
        plain = "".join([run.text for run in runs])
        found = [(*m.span(), m["name"]) for m in NAMED.finditer(plain) if m["name"] in self.names]
        for m in MARK.finditer(plain) if self.due <= self.last else ():
            if self._believed(m, plain):
                s = m.start() + (m.group()[0] == " " and m.lastgroup != "stray")
                found.append((s, m.end(), m.group().strip()))
        at = 0
        for run in runs:
            if (
                run.styles
                and _is_raised_number(run)
                and mark_value(run.text) in self.markers
                and abs(mark_value(run.text) - self.due) <= 1
            ):
                found.append((at, at + len(run.text), run.text))
                self.due = mark_value(run.text) + 1
            at += len(run.text)
        return _cut(runs, _apart(found)) if found else (runs, (), ())

    def _believed(self, m: re.Match[str], plain: str) -> bool:
        value = mark_value(m.group())
        kind = m.lastgroup
        note = self.markers.get(value)
        at = bisect_left(self._known, self.due)
        if note is None or not 0 <= value - self._known[min(at, len(self._known) - 1)] <= 1 or value < self.due:
            return False
        if (kind == "circled") != (note[0] in CIRCLED) or kind == "square" and note[0] not in "[［〔\\0123456789":
            return False
        if kind == "plain" and self.told:
            return False
        if kind == "sup" and UNIT_BEFORE.search(plain[max(0, m.start() - 4) : m.start()]) and value in (2, 3):
            return False
        self.due = value + 1
        return True


def _apart(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Put marks in order and keep the first of those that overlap: [¹] can be read in two ways."""
    kept: list[tuple[int, int, str]] = []
    for mark in sorted(found):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _is_raised_number(run: Run) -> bool:
    return "sup" in run.styles and run.start >= 0 and run.text.strip("[]").isdigit()


def _cut(
    runs: tuple[Run, ...], found: list[tuple[int, int, str]]
) -> tuple[tuple[Run, ...], tuple[Ref, ...], tuple[Span, ...]]:
    """Take the ranges `found` (offsets in the plain text) out of the runs."""
    kept: list[Run] = []
    refs: list[Ref] = []
    spans: list[Span] = []
    at, shift = 0, 0
    pending = deque(found)
    for run in runs:
        cursor = 0
        while pending and pending[0][0] < at + len(run.text):
            s, e, marker = pending[0]
            a, b = max(s - at, 0), min(e - at, len(run.text))
            if a > cursor:
                kept.append(_slice(run, cursor, a))
            if run.start >= 0 and b > a:
                spans.append(Span(run.start + a, run.start + b))
                if s >= at:
                    refs.append(Ref(marker, s - shift, spans[-1]))
            cursor = b
            if e > at + len(run.text):
                break
            shift += e - s
            pending.popleft()
        if cursor < len(run.text):
            kept.append(_slice(run, cursor, len(run.text)))
        at += len(run.text)
    return tuple(kept), tuple(refs), tuple(spans)


def _slice(run: Run, a: int, b: int) -> Run:
    return Run(run.text[a:b], run.start + a if run.start >= 0 else -1, run.styles, run.url)
