"""Reading slices of a source as runs: by the markup in the text, by the styles that the file itself tells, or both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from reader.compose.inline import HYPHEN, NO_REFERENCES, Inline, inline, unmarked
from reader.document import Dropped, Run, Styled
from reader.kinds import TextStyle


class Stretch(NamedTuple):
    """A range of the source in which the same styles hold."""

    start: int
    end: int
    styles: tuple[TextStyle, ...]
    url: str


class Reading:
    """How the slices of one source are read.

    `markup`: the text holds Markdown and TeX. Where it does not, a star or a dollar sign is only a character.
    """

    def __init__(
        self,
        text: str,
        styled: Iterable[Styled] = (),
        *,
        markup: bool = True,
        references: Mapping[str, str] = NO_REFERENCES,
    ) -> None:
        self.text = text
        self._read = inline if markup else unmarked
        self._references = references
        self._stretches = stretches(styled)
        self._starts = [stretch.start for stretch in self._stretches]

    def slice(self, start: int, end: int) -> Inline:
        """Read the slice `[start, end)` as runs, with what was left out of it."""
        found = self._read(self.text, start, end)
        if not self._stretches:
            return found
        runs = [part for run in found.runs for part in self._styled(run)]
        if runs and HYPHEN in runs[-1].styles:
            found.dropped.append(Dropped(runs[-1].start, end, HYPHEN))  # where the line below goes on
        return found._replace(runs=runs)

    def _styled(self, run: Run) -> Iterator[Run]:
        """Cut a run where a style begins or ends, and give each part its styles."""
        start, end = run.start, run.start + len(run.text)
        cursor = start
        for at in range(max(0, bisect_right(self._starts, start) - 1), len(self._stretches)):
            begin, stop, styles, url = self._stretches[at]
            if begin >= end:
                break
            begin, stop = max(begin, cursor), min(stop, end)
            if stop <= begin:
                continue
            if begin > cursor:
                yield run._replace(text=run.text[cursor - start : begin - start], start=cursor)
            both = tuple(dict.fromkeys((*run.styles, *styles)))
            yield Run(run.text[begin - start : stop - start], begin, both, url or run.url)
            cursor = stop
        if cursor < end:
            yield run._replace(text=run.text[cursor - start :], start=cursor)


def stretches(styled: Iterable[Styled]) -> tuple[Stretch, ...]:
    """Return the ranges in which the same styles hold, in order, where styles overlap or stand in each other."""
    ranges = sorted(row for row in styled if row.end > row.start)
    cuts = sorted({at for row in ranges for at in (row.start, row.end)})
    found: list[Stretch] = []
    holding: list[Styled] = []
    coming = 0
    for start, end in pairwise(cuts):
        holding = [row for row in holding if row.end > start]
        while coming < len(ranges) and ranges[coming].start == start:
            holding.append(ranges[coming])
            coming += 1
        if holding:
            styles = tuple(dict.fromkeys(row.style for row in holding))
            found.append(Stretch(start, end, styles, next((row.url for row in reversed(holding) if row.url), "")))
    return tuple(found)
