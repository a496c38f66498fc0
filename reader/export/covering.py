"""Which highlight lies on which part of the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reader.model.document import Span


class Cover:
    """Highlights laid over a text, a later one above those before."""

    def __init__(self, marks: Iterable[Iterable[Span]]) -> None:
        events: list[tuple[int, int, int]] = []  # place, 1 to begin or 0 to end, number
        for number, spans in enumerate(marks):
            for span in spans:
                if span.end > span.start:
                    events += [(span.start, 1, number), (span.end, 0, number)]
        events.sort()
        self._starts: list[int] = []
        self._lying: list[tuple[int, ...]] = []  # from there on
        lying: dict[int, int] = {}  # number of a highlight → how many of its spans lie here
        for place, begins, number in events:
            lying[number] = lying.get(number, 0) + (1 if begins else -1)
            if not lying[number]:
                del lying[number]
            here = tuple(sorted(lying))
            if self._starts and self._starts[-1] == place:
                self._lying[-1] = here
            else:
                self._starts.append(place)
                self._lying.append(here)

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield the pieces of a range of the source with the number of the highlight on each, -1 for none."""
        for begin, stop, lying in self._pieces(start, end):
            yield begin, stop, lying[-1] if lying else -1

    def on(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers of the highlights on a range, those that others hide too, as often as one is cut."""
        for _begin, _stop, lying in self._pieces(start, end):
            yield from lying

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        at = bisect_right(self._starts, start) - 1
        while start < end:
            lying = self._lying[at] if at >= 0 else ()
            stop = min(end, self._starts[at + 1]) if at + 1 < len(self._starts) else end
            if stop > start:
                yield start, stop, lying
            start, at = stop, at + 1
