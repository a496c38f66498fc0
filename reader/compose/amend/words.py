"""The letters of a draft in reading order, each located: what quotes are looked for in.

Signs and spaces are left out on both sides, so that a quote is found whatever dresses it in the source (#, stars,
brackets, bullets), however it is wrapped, and wherever a printer has set spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from reader.compose.styled import Reading
from reader.model.document import Dropped, Run, Span
from reader.model.draft import Draft
from reader.text.fold import fold

NO_LETTERS = re.compile(r"[\W_]+")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
OUTSIDE = -1  # number of the piece of what stands in none


class Slot(NamedTuple):
    """A range of the source in which words stand: a piece, or what the file sets outside of all lines."""

    piece: int
    start: int
    end: int


class Range(NamedTuple):
    """The characters of a slot that a quote takes."""

    slot: int
    start: int
    end: int


def letters(text: str) -> str:
    """Return the letters and digits of a text, folded."""
    return NO_LETTERS.sub("", fold(text))


def slots_of(draft: Draft, left_out: Iterable[Dropped]) -> tuple[Slot, ...]:
    """Return where words stand: the pieces in reading order, and what stands outside before the piece behind it."""
    outside = sorted(dropped for dropped in left_out if dropped.end > dropped.start)
    found: list[Slot] = []
    at = 0
    for i, piece in enumerate(draft.pieces):
        while at < len(outside) and outside[at].start < piece.start:
            found.append(Slot(OUTSIDE, outside[at].start, outside[at].end))
            at += 1
        found.append(Slot(i, piece.start, piece.end))
    found += (Slot(OUTSIDE, dropped.start, dropped.end) for dropped in outside[at:])
    return tuple(found)


class Letters:
    """The letters of all slots one behind the other; a position counts letters."""

    def __init__(self, text: str, slots: Sequence[Slot], reading: Reading | None = None) -> None:
        """With `reading` the letters are those that are shown: of a formula or a link not its markup."""
        self.slots = slots
        self._text, self._reading = text, reading

    @cached_property
    def _folded(self) -> str:
        return fold(self._text)

    @cached_property
    def _parts(self) -> list[str]:
        return [self._letters(slot) for slot in self.slots]

    @cached_property
    def text(self) -> str:
        """All letters; asked for where a quote is looked for."""
        return "".join(self._parts)

    @cached_property
    def begins(self) -> list[int]:
        """The position at which each slot begins, and that behind the last."""
        return list(accumulate(map(len, self._parts), initial=0))

    def _letters(self, slot: Slot) -> str:
        if self._reading is None:
            return NO_LETTERS.sub("", self._folded[slot.start : slot.end])
        return "".join(self._folded[at] for at in self._offsets(slot))

    def _offsets(self, slot: Slot) -> list[int]:
        """Return where the letters of a slot stand in the source."""
        if self._reading is None:
            ranges: Iterable[Span] = (Span(slot.start, slot.end),)
        else:
            ranges = shown(self._reading.slices([(slot.start, slot.end)])[0].runs)
        return [at for start, end in ranges for at in range(start, end) if not NO_LETTERS.match(self._folded, at)]

    def slot_at(self, position: int) -> int:
        """Return the number of the slot in which a letter stands."""
        return bisect_right(self.begins, position) - 1

    def ranges(self, begin: int, stop: int) -> Iterator[Range]:
        """Yield the characters from one letter up to another, slot by slot."""
        at = self.slot_at(begin)
        while at < len(self.slots) and self.begins[at] < stop:
            first, last = max(begin, self.begins[at]), min(stop, self.begins[at + 1])
            if last > first:
                offsets = self._offsets(self.slots[at])
                base = self.begins[at]
                yield Range(at, offsets[first - base], offsets[last - base - 1] + 1)
            at += 1

    def verbatim(self, begin: int, stop: int) -> str:
        """Return the source between two letters, with its signs."""
        return "".join(self._text[part.start : part.end] for part in self.ranges(begin, stop))

    def bounds(self, begin: int, stop: int) -> int:
        """Count the ends of a place, 0 to 2, at which no other letter touches it in the source."""
        found = list(self.ranges(begin, stop))
        start, end = found[0].start, found[-1].end
        return (start == 0 or not self._text[start - 1].isalnum()) + (not self._text[end : end + 1].isalnum())

    def fills(self, begin: int, stop: int) -> tuple[bool, bool]:
        """Tell whether a place begins, and ends, where a slot does; tags around it are no letters."""
        first, last = self.slots[self.slot_at(begin)], self.slots[self.slot_at(stop - 1)]
        found = list(self.ranges(begin, stop))
        before, behind = self._text[first.start : found[0].start], self._text[found[-1].end : last.end]
        return not NO_LETTERS.sub("", TAG.sub("", before)), not NO_LETTERS.sub("", TAG.sub("", behind))

    def within(self, spans: Iterable[Span]) -> Iterator[Range]:
        """Yield the characters of spans slot by slot, in reading order."""
        wanted = list(spans)
        for at, slot in enumerate(self.slots):
            inside = [
                (max(slot.start, span.start), min(slot.end, span.end))
                for span in wanted
                if span.start < slot.end and slot.start < span.end
            ]
            if inside and letters(self._text[inside[0][0] : inside[-1][1]]):
                yield Range(at, inside[0][0], inside[-1][1])


def shown(runs: Iterable[Run]) -> Iterator[Span]:
    """Yield the source ranges of runs that are no joiners."""
    return (Span(run.start, run.start + len(run.text)) for run in runs if run.start >= 0)
