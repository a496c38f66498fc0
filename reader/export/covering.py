"""Which highlight lies on which part of the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reader.document import Span


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
        self._tops: list[int] = []
        lying: dict[int, int] = {}  # number of a highlight → how many of its spans lie here
        for place, begins, number in events:
            lying[number] = lying.get(number, 0) + (1 if begins else -1)
            if not lying[number]:
                del lying[number]
            top = max(lying, default=-1)
            if self._starts and self._starts[-1] == place:
                self._tops[-1] = top
            else:
                self._starts.append(place)
                self._tops.append(top)

    def cut(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield the pieces of a range of the source with the number of the highlight on each, -1 for none."""
        at = bisect_right(self._starts, start) - 1
        while start < end:
            top = self._tops[at] if at >= 0 else -1
            stop = min(end, self._starts[at + 1]) if at + 1 < len(self._starts) else end
            if stop > start:
                yield start, stop, top
            start, at = stop, at + 1
