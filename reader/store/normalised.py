"""A text without what wrapping, encodings and typing change: its visible characters, folded, each located."""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from reader.text.fold import IGNORABLE, fold

SLICE = 200_000  # characters
HIDDEN = re.compile(rf"[\s{IGNORABLE}]+")


@dataclass(frozen=True)
class NormalisedText:
    """The visible characters of `source`, folded; a position counts them, an offset counts all characters.

    The hidden ones stand in runs: before the position `places[i]`, and `hidden[i]` of them up to there.
    """

    source: str
    text: str
    places: array[int]
    hidden: array[int]

    def offset(self, position: int) -> int:
        """Return where the visible character at `position` stands in the source."""
        at = bisect_right(self.places, position) - 1
        return position + (self.hidden[at] if at >= 0 else 0)

    def position(self, offset: int) -> int:
        """Return how many visible characters stand before `offset`."""
        low, high = 0, len(self.places)
        while low < high:  # the first run that ends behind the offset
            middle = (low + high) // 2
            if self.places[middle] + self.hidden[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        before = self.hidden[low - 1] if low else 0
        return min(offset - before, self.places[low]) if low < len(self.places) else offset - before

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets of the visible characters `[start, end)`, at least one, without spaces around them."""
        return self.offset(start), self.offset(end - 1) + 1

    @cached_property
    def digest(self) -> str:
        """The hash of what can be read, the same for each encoding, line end and wrapping of a text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def normalise(source: str) -> NormalisedText:
    """Take the hidden characters out of a text, linearly (0.1 s for a million characters at most)."""
    places, hidden = array("q"), array("q")
    gone = 0
    for run in HIDDEN.finditer(source):
        places.append(run.start() - gone)
        gone += run.end() - run.start()
        hidden.append(gone)
    return NormalisedText(source, visible(source), places, hidden)


def visible(text: str) -> str:
    """Return the visible characters of a text, folded; slice by slice, so that other threads get their turn."""
    return "".join(fold(HIDDEN.sub("", text[at : at + SLICE])) for at in range(0, len(text), SLICE))


def occurrences(text: str, wanted: str, most: int) -> list[int]:
    """List where `wanted` stands in `text`, overlapping ones too, `most` at most."""
    found: list[int] = []
    at = text.find(wanted) if wanted else -1
    while at >= 0 and len(found) < most:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found
