"""The characters of a Word 97–2003 file with what is told of each: the pieces of its text, its runs, its styles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from struct import Struct, unpack_from
from typing import NamedTuple

TABLE_PLACES = 0x9A  # in the file's head: offset and length of each list in the table stream
STYLES, NOTE_CALLS, NOTES, RUNS, PARAGRAPHS, PIECES = 1, 2, 3, 12, 13, 33  # numbers of these lists
END_CALLS, END_NOTES, LISTS, LIST_USES = 46, 47, 73, 74
STORIES = 0x4C  # lengths: text, footnotes, heads and feet, macros, comments, endnotes, boxes, boxes of heads
PAGE = 512  # bytes of a page of properties
ONE_BYTE = 0x40000000  # of a piece's place: a byte a character
OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes by the three highest bits of a property's number
LONG_LENGTH = (0xD606, 0xD608)  # properties whose length takes two bytes
HUGE = 0x6646  # what is told of a paragraph lies in the data stream
PLACE = Struct("<II")

Properties = dict[int, bytes]


class TextPiece(NamedTuple):
    """Characters that lie together in the file, from an offset there on."""

    start: int  # number of its first character
    end: int
    offset: int
    wide: bool  # two bytes a character


class ToldRange(NamedTuple):
    """What is told of the bytes from `start` to `end`."""

    start: int
    end: int
    properties: Properties
    style: int


class WordStreams(NamedTuple):
    """The streams of a file that hold its text and what is told of it."""

    main: bytes
    table: bytes
    data: bytes

    def listed(self, number: int) -> bytes:
        """Return a list of the table stream by its number."""
        at, length = PLACE.unpack_from(self.main, TABLE_PLACES + 8 * number)
        return self.table[at : at + length]

    def place(self, number: int) -> tuple[int, int]:
        """Return where a list lies in the table stream, and how long it is."""
        at, length = PLACE.unpack_from(self.main, TABLE_PLACES + 8 * number)
        return at, length


def lengths(streams: WordStreams) -> tuple[int, ...]:
    """Return how many characters each story has."""
    return tuple(max(0, number) for number in unpack_from("<8i", streams.main, STORIES))


def pieces(streams: WordStreams) -> list[TextPiece]:
    """Read the list of pieces."""
    told, at = streams.listed(PIECES), 0
    while at < len(told) and told[at] == 1:  # properties of pieces, which only fast saving makes
        at += 3 + unpack_from("<H", told, at + 1)[0]
    size = unpack_from("<I", told, at + 1)[0]
    told = told[at + 5 : at + 5 + size]
    count = (len(told) - 4) // 12
    places = unpack_from(f"<{count + 1}I", told)
    out = []
    for k in range(count):
        offset = unpack_from("<I", told, 4 * (count + 1) + 8 * k + 2)[0]
        wide = not offset & ONE_BYTE
        start = offset if wide else (offset & ~ONE_BYTE) // 2
        if places[k] < places[k + 1]:
            out.append(TextPiece(places[k], places[k + 1], start, wide))
    return out


def runs(streams: WordStreams) -> list[ToldRange]:
    """Read what is told of characters."""
    return [row for page in _pages(streams, RUNS) for row in _runs_of(page)]


def paragraphs(streams: WordStreams) -> list[ToldRange]:
    """Read what is told of paragraphs."""
    return [row for page in _pages(streams, PARAGRAPHS) for row in _paragraphs_of(page, streams.data)]


def _pages(streams: WordStreams, number: int) -> Iterator[bytes]:
    told = streams.listed(number)
    count = (len(told) - 4) // 8
    for page in unpack_from(f"<{count}I", told, 4 * (count + 1)) if count > 0 else ():
        found = streams.main[(page & 0x3FFFFF) * PAGE :][:PAGE]
        if len(found) == PAGE:
            yield found


def _runs_of(page: bytes) -> Iterator[ToldRange]:
    count = min(page[-1], 101)
    places = unpack_from(f"<{count + 1}I", page)
    for k in range(count):
        at = page[4 * (count + 1) + k] * 2
        told = page[at + 1 : at + 1 + page[at]] if at else b""
        yield ToldRange(places[k], places[k + 1], dict(properties(told)), -1)


def _paragraphs_of(page: bytes, data: bytes) -> Iterator[ToldRange]:
    count = min(page[-1], 29)
    places = unpack_from(f"<{count + 1}I", page)
    for k in range(count):
        at = page[4 * (count + 1) + 13 * k] * 2
        begin, size = (at + 2, page[at + 1] * 2) if at and page[at] == 0 else (at + 1, page[at] * 2 - 1)
        told = page[begin : begin + size] if at else b""
        style = unpack_from("<H", told)[0] if len(told) >= 2 else 0
        found = dict(properties(told[2:]))
        if len(place := found.get(HUGE, b"")) == 4:
            begin = unpack_from("<I", place)[0]
            size = unpack_from("<H", data, begin)[0] if begin + 2 <= len(data) else 0
            found |= dict(properties(data[begin + 2 : begin + 2 + size]))
        yield ToldRange(places[k], places[k + 1], found, style)


def properties(told: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the properties of a list, each with its operand."""
    at = 0
    while at + 2 < len(told):
        number = unpack_from("<H", told, at)[0]
        at += 2
        size = OPERANDS.get(number >> 13, -1)
        if size < 0:
            wide = number in LONG_LENGTH and at + 2 <= len(told)
            size = unpack_from("<H", told, at)[0] - 1 if wide else told[at]
            at += 2 if wide else 1
        yield number, told[at : at + max(0, size)]
        at += max(0, size)


class Finder:
    """Finds what is told of a byte of the file."""

    def __init__(self, rows: Sequence[ToldRange]) -> None:
        self._rows = sorted(rows, key=lambda row: row.start)
        self._starts = [row.start for row in self._rows]

    def at(self, offset: int) -> ToldRange | None:
        """Return what is told of a byte; None where nothing is."""
        k = bisect_right(self._starts, offset) - 1
        return self._rows[k] if k >= 0 and offset < self._rows[k].end else None
