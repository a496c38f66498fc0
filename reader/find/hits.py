"""Where a search is met: each hit with its place, its source characters and its context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.find.search import Search
from reader.find.texts import Readable, TextPlace
from reader.model.document import Span, Text

CONTEXT = 32  # characters shown on each side of a hit
PAUSE = 50_000  # characters after which the caller is given a chance to do something else


@dataclass(frozen=True, slots=True)
class Hit:
    """One match: `start` and `end` count in the plain text at `place`; `spans` are its source characters."""

    place: TextPlace
    start: int
    end: int
    spans: tuple[Span, ...]
    before: str
    match: str
    after: str
    is_struck: bool = False  # some of it is struck out: it holds no more


def find(texts: Iterable[Readable], search: Search, source: str) -> Iterator[Hit | None]:
    """Yield the hits in reading order, and `None` now and then so that the caller can pause or stop.

    `source` is the text that all spans refer to. Raises `ReaderError` where a pattern is too slow.
    """
    before: Readable | None = None
    located = Text()
    for spot in find_spots(texts, search):
        if spot is None:
            yield None
            continue
        readable, start, end = spot
        if readable is not before:
            before, located = readable, readable.located(source)
        yield _hit(readable, located, start, end)


def find_spots(texts: Iterable[Readable], search: Search) -> Iterator[tuple[Readable, int, int] | None]:
    """Yield where the hits stand in their texts, and `None` now and then; `hit_at` tells more of one.

    Who counts very many hits need not hold them all.
    """
    passed = 0
    for readable in texts:
        for start, end in search.matches(readable.plain):
            yield readable, start, end
        passed += len(readable.plain)
        if passed >= PAUSE:
            passed = 0
            yield None


def hit_at(readable: Readable, start: int, end: int, source: str) -> Hit:
    """Return the hit that stands at `[start, end)` of a text."""
    return _hit(readable, readable.located(source), start, end)


def _hit(readable: Readable, located: Text, start: int, end: int) -> Hit:
    plain = readable.plain
    before, after = plain[max(0, start - CONTEXT) : start], plain[end : end + CONTEXT]
    spans = source_spans(located, start, end)
    return Hit(readable.place, start, end, spans, before, plain[start:end], after, _is_struck(located, start, end))


def _is_struck(text: Text, start: int, end: int) -> bool:
    """Tell whether `[start, end)` of a text's plain characters touches words that are struck out."""
    at = 0
    for run in text.runs:
        if at >= end:
            break
        if "strike" in run.styles and at + len(run.text) > start:
            return True
        at += len(run.text)
    return False


def source_spans(text: Text, start: int, end: int) -> tuple[Span, ...]:
    """Return the source characters that `[start, end)` of a text's plain characters show, touching ones as one."""
    spans: list[Span] = []
    at = 0
    for run in text.runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last and not run.is_joiner:
            span = Span(run.start + first - at, run.start + last - at)
            if spans and spans[-1].end == span.start:
                span = Span(spans.pop().start, span.end)
            spans.append(span)
        at += len(run.text)
        if at >= end:
            break
    return tuple(spans)
