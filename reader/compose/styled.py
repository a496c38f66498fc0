"""Reading slices of a source as runs: by the markup in the text, by the styles that the file itself tells, or both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.compose.inline import HYPHEN, NO_REFERENCES, Inline, inline, unmarked
from reader.compose.stretches import stretches
from reader.model.document import Dropped, Run, Styled


class Reading:
    """How the slices of one source are read.

    `markup`: the text holds Markdown and TeX. Where it does not, a star or a dollar sign is only a character; `plain`
    text holds only sure marks. `references` are the addresses of links by their labels.
    """

    def __init__(
        self,
        text: str,
        styled: Iterable[Styled] = (),
        *,
        markup: bool = True,
        plain: bool = False,
        references: Mapping[str, str] = NO_REFERENCES,
    ) -> None:
        self.text = text
        self._markup, self._plain, self._references = markup, plain, references
        self._stretches = stretches(styled)
        self._starts = [stretch.start for stretch in self._stretches]

    def slices(self, slices: Sequence[tuple[int, int]]) -> list[Inline]:
        """Read the slices of one block as runs, with what was left out of each."""
        if self._markup:
            found = inline(self.text, slices, self._references, plain=self._plain)
        else:
            found = [unmarked(self.text, start, end) for start, end in slices]
        return [self._dressed(one, end) for one, (_, end) in zip(found, slices, strict=True)]

    def _dressed(self, found: Inline, end: int) -> Inline:
        """Give the runs of a slice the styles that the file itself tells."""
        if not self._stretches:
            return found
        runs = [part for run in found.runs for part in (self._styled(run) if run.start >= 0 else (run,))]
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
