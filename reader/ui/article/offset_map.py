"""Where each shown character stands in the source, and where a source character is shown.

Positions count UTF-16 units of a text document, offsets count code points of the source.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from math import inf
from typing import NamedTuple

from reader.model.document import Span
from reader.ui.kit.utf16 import code_points, units

JOINT = 4  # positions between two pieces that are drawn as one: a joiner, a footnote mark


class MappedPiece(NamedTuple):
    """A verbatim slice of the source as it stands in the document."""

    position: int
    offset: int
    text: str


class OffsetMap:
    """The pieces and the blocks of one document, added in the order of their positions."""

    def __init__(self) -> None:
        self._positions: list[int] = []
        self._pieces: list[MappedPiece] = []
        self._by_offset: list[tuple[int, int]] = []  # (offset, index of the piece), sorted
        self._block_positions: list[int] = []
        self._block_spans: list[tuple[Span, ...]] = []
        self._spans: list[tuple[int, float, int]] = []  # (start, end, position of the block), sorted

    def add(self, position: int, offset: int, text: str) -> None:
        """Note that `text`, verbatim from `offset` of the source, was inserted at `position`."""
        self._positions.append(position)
        insort(self._by_offset, (offset, len(self._pieces)))
        self._pieces.append(MappedPiece(position, offset, text))

    def add_block(self, position: int, spans: tuple[Span, ...]) -> None:
        """Note that the text from `position` on shows the source characters in `spans`."""
        self._block_positions.append(position)
        self._block_spans.append(spans)
        for start, end in spans:
            insort(self._spans, (start, end, position))

    def source_at(self, position: int) -> int | None:
        """Return the source offset of the character at `position`.

        Between two pieces of a block it is the end of the one before, else the start of the block.
        """
        at = bisect_right(self._positions, position) - 1
        spans = self.spans_at(position)
        if at >= 0 and spans and self._positions[at] >= self._block_start(position):
            piece = self._pieces[at]
            return piece.offset + code_points(piece.text, position - piece.position)
        return spans[0].start if spans else None

    def shown_from(self, position: int) -> int:
        """Return `position`, or where the next text of the source starts when the program's own words stand there."""
        at = max(bisect_right(self._block_positions, position) - 1, 0)
        if at >= len(self._block_spans) or self._block_spans[at]:
            return position
        following = (p for p, spans in zip(self._block_positions[at:], self._block_spans[at:], strict=True) if spans)
        return next(following, position)

    def position_at(self, offset: int) -> int | None:
        """Return the position where a source character is shown; `None` when this document does not show it."""
        exact = self.verbatim_position(offset)
        if exact is not None:
            return exact
        at = bisect_right(self._spans, (offset, inf, 0)) - 1
        if at >= 0 and self._spans[at][0] <= offset < self._spans[at][1]:
            return self._spans[at][2]
        return None

    def verbatim_position(self, offset: int) -> int | None:
        """Return the position of a source character itself; `None` when only the block that it went into is known."""
        at = bisect_right(self._by_offset, (offset, len(self._pieces))) - 1
        if at < 0:
            return None
        piece = self._pieces[self._by_offset[at][1]]
        inside = offset - piece.offset
        return piece.position + units(piece.text[:inside]) if inside < len(piece.text) else None

    def nearest_position(self, offset: int) -> int | None:
        """Return the position of the last shown character at or before `offset`, else the first shown."""
        exact = self.position_at(offset)
        if exact is not None or not self._by_offset:
            return exact
        at = max(bisect_right(self._by_offset, (offset, len(self._pieces))) - 1, 0)
        return self._pieces[self._by_offset[at][1]].position

    def spans_at(self, position: int) -> tuple[Span, ...]:
        """Return the source spans of the block that covers `position`."""
        at = bisect_right(self._block_positions, position) - 1
        return self._block_spans[at] if at >= 0 else ()

    def pieces(self) -> tuple[MappedPiece, ...]:
        """List all pieces in the order of their positions."""
        return tuple(self._pieces)

    def source_spans(self, first: int, last: int) -> tuple[Span, ...]:
        """Return the pieces of the source that stand between two positions, in the order of the page."""
        found: list[Span] = []
        at = max(bisect_right(self._positions, first) - 1, 0)
        for number in range(at, len(self._pieces)):
            piece = self._pieces[number]
            if piece.position >= last:
                break
            begin = code_points(piece.text, max(first - piece.position, 0))
            end = code_points(piece.text, last - piece.position)
            if begin < end:
                found.append(Span(piece.offset + begin, piece.offset + end))
        return tuple(found)

    def stretches(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return where a piece of the source is shown: first and last positions, in the order of the page.

        Neighbours with no more between them than the program's own joiner or a footnote mark are one stretch.
        """
        found: list[tuple[int, int]] = []
        at = max(bisect_right(self._by_offset, (start, len(self._pieces))) - 1, 0)
        for rank in range(at, len(self._by_offset)):
            offset, number = self._by_offset[rank]
            if offset >= end:
                break
            piece = self._pieces[number]
            begin, stop = max(start - offset, 0), min(end - offset, len(piece.text))
            if begin < stop:
                first = piece.position + units(piece.text[:begin])
                found.append((first, first + units(piece.text[begin:stop])))
        joined: list[tuple[int, int]] = []
        for first, last in sorted(found):
            if joined and first <= joined[-1][1] + JOINT:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return tuple(joined)

    def _block_start(self, position: int) -> int:
        at = bisect_right(self._block_positions, position) - 1
        return self._block_positions[at] if at >= 0 else 0
