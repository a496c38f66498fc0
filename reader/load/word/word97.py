"""Load documents of Word 97–2003 (DOC, and WPS of the same kind): their text with all that is told of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from reader.load.docx.document import load_parts
from reader.load.loaded import Loaded
from reader.load.refuse import DAMAGED_DOCUMENT, LOCKED_DOCUMENT, OLD_DOCUMENT, refused
from reader.load.word.made import MadeCell, MadeParagraph, MadeParts, made_table
from reader.load.word.pieces import (
    END_CALLS,
    END_NOTES,
    NOTE_CALLS,
    NOTES,
    Finder,
    Properties,
    TextPiece,
    WordStreams,
    lengths,
    paragraphs,
    pieces,
    runs,
)
from reader.load.word.styles97 import DELETED, paragraph_look, run_look, styles_of, written_lists, written_styles
from reader.model.errors import CannotRead

SIGN = 0xA5EC  # of a file of Word, at its very beginning
WORD97 = 0xC1  # version
ENCRYPTED, OTHER_TABLE = 0x0100, 0x0200
CELL_END, PARAGRAPH_END, PAGE_END, NOTE_SIGN = "\x07", "\r", "\f", "\x02"
DRAWN = "\x01\x08"  # pictures in the line and beside it
FIELD_PARTS = {"\x13": "begin", "\x14": "separate", "\x15": "end"}
SHOWN_AS = {
    "\x1e": "\u2011",
    "\x1f": "",
    "\x0e": "\n",
    "\xa0": "\xa0",
    "\x0b": "\n",
    "\x05": "",
}
IN_TABLE, ROW_END, TABLE_SHAPE, DEPTH = 0x2416, 0x2417, 0xD608, 0x6649
MERGED_BEGIN, MERGED, DOWN, DOWN_BEGIN = 0x01, 0x02, 0x20, 0x40  # of a cell's flags
CELLS_MOST = 63
HEAD_STORIES = 6  # of the heads and feet: lines that part notes from the text


class Sign(NamedTuple):
    """A character with what is told of it and of its paragraph."""

    text: str
    number: int
    offset: int


@dataclass(slots=True)
class Story:
    """The paragraphs and tables of one story, as they are written so far."""

    out: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    cells: list[tuple[str, ...]] = field(default_factory=list)
    rows: list[tuple[list[tuple[str, ...]], bytes]] = field(default_factory=list)

    def end_table(self) -> None:
        """Write the table whose rows are collected; a row that never ended is one too."""
        if self.cell:
            self.cells.append(tuple(self.cell))
        if self.cells:
            self.rows.append((self.cells, b""))
        if self.rows:
            self.out.append(made_table(_shaped(self.rows)))
        self.cell, self.cells, self.rows = [], [], []


def load(path: Path, data: bytes, format_name: str, main: bytes, tables: dict[str, bytes], title: str) -> Loaded:
    """Turn the streams of a document into a source text and its lines."""
    if len(main) < 0x200 or unpack_from("<H", main)[0] != SIGN:
        raise CannotRead(DAMAGED_DOCUMENT, code="document-damaged", path=str(path))
    version, flags = unpack_from("<H", main, 2)[0], unpack_from("<H", main, 10)[0]
    if flags & ENCRYPTED:
        raise refused(path, LOCKED_DOCUMENT)
    if version < WORD97:
        raise refused(path, OLD_DOCUMENT)
    table = tables["1Table" if flags & OTHER_TABLE else "0Table"]
    try:
        parts = _Document(WordStreams(main, table, tables["Data"])).parts(title)
    except (struct.error, IndexError, ValueError) as error:
        raise CannotRead(DAMAGED_DOCUMENT, code="document-damaged", path=str(path)) from error
    return load_parts(path, data, parts, format_name)


class _Document:
    """Reads the stories of one document."""

    def __init__(self, streams: WordStreams) -> None:
        self._streams = streams
        self._pieces = pieces(streams)
        self._runs, self._paragraphs = Finder(runs(streams)), Finder(paragraphs(streams))
        self._calls: dict[int, tuple[str, int]] = {}

    def parts(self, title: str) -> MadeParts:
        """Write all stories as the parts of a document."""
        made = MadeParts()
        text, notes, heads, macros, comments, ends, boxes, more = lengths(self._streams)
        self._call(NOTE_CALLS, "footnote")
        self._call(END_CALLS, "endnote")
        begin = text + notes + heads + macros + comments
        in_boxes = self._story(begin + ends, begin + ends + boxes)
        made.write_document([*self._story(0, text), *in_boxes], title)
        made.write_notes("footnote", self._notes(NOTES, text, text + notes))
        made.write_notes("endnote", self._notes(END_NOTES, begin, begin + ends))
        after = begin + ends + boxes
        edges = [*self._story(text + notes, text + notes + heads), *self._story(after, after + more)]
        if edges:
            made.write("word/header1.xml", "hdr", edges)
        made.write("word/styles.xml", "styles", written_styles(styles_of(self._streams)))
        made.write("word/numbering.xml", "numbering", written_lists(self._streams))
        return made

    def _call(self, number: int, kind: str) -> None:
        """Note at which characters the notes of a kind are called."""
        told = self._streams.listed(number)
        count = (len(told) - 4) // 6
        for k, place in enumerate(unpack_from(f"<{count}I", told) if count > 0 else ()):
            self._calls[place] = (kind, k + 1)

    def _notes(self, number: int, begin: int, end: int) -> list[list[str]]:
        told = self._streams.listed(number)
        count = len(told) // 4 - 2
        places = unpack_from(f"<{count + 1}I", told) if count > 0 and end > begin else ()
        return [self._story(begin + a, min(end, begin + b)) for a, b in pairwise(places)]

    def _story(self, begin: int, end: int) -> list[str]:
        """Write the paragraphs and tables of a range of characters."""
        story, made, fields = Story(), MadeParagraph(), [False]
        run: list[str] = []
        last: Properties | None = None
        offset = 0
        for text, number, offset in self._signs(begin, end):
            found = self._runs.at(offset)
            told = found.properties if found else {}
            if told is not last or text in "\r\x07\f\x02\x13\x14\x15":
                made.add("".join(run), run_look(last or {}))
                run, last = [], told
            if text in (PARAGRAPH_END, CELL_END, PAGE_END):
                self._end(story, made, text, offset)
                made = MadeParagraph()
            elif text in FIELD_PARTS:
                _field(text, made, fields)
            elif number in self._calls:
                made.add_note(*self._calls[number])
            elif text in DRAWN:
                made.add_picture()
            elif any(fields):
                made.add_instruction(text)
            elif text != NOTE_SIGN and told.get(DELETED, b"")[:1] != b"\1":
                run.append(SHOWN_AS.get(text, text))
        made.add("".join(run), run_look(last or {}))
        if made.pieces:
            self._end(story, made, PARAGRAPH_END, offset)
        story.end_table()
        return story.out

    def _end(self, story: Story, made: MadeParagraph, sign: str, offset: int) -> None:
        """End a paragraph, a cell, or a row of a table."""
        found = self._paragraphs.at(offset)
        told: Properties = found.properties if found else {}
        style = found.style if found else 0
        written = made.written(paragraph_look(told, f"s{style}"))
        if told.get(IN_TABLE, b"")[:1] != b"\1" and told.get(DEPTH, b"\0")[:1] in (b"\0", b"") and sign != CELL_END:
            story.end_table()
            story.out.append(written)
        elif sign != CELL_END:
            story.cell.append(written)
        elif told.get(ROW_END, b"")[:1] == b"\1":
            story.rows.append((story.cells, told.get(TABLE_SHAPE, b"")))
            story.cells = []
        else:
            story.cells.append((*story.cell, written))
            story.cell = []

    def _signs(self, begin: int, end: int) -> Iterator[Sign]:
        """Yield the characters of a range with their numbers and places."""
        for piece in self._pieces:
            first, last = max(begin, piece.start), min(end, piece.end)
            if first < last:
                yield from _signs_of(self._streams.main, piece, first, last)


def _field(sign: str, made: MadeParagraph, fields: list[bool]) -> None:
    """Follow a field; `fields` tells of each that is open whether its instruction is being read."""
    part = FIELD_PARTS[sign]
    made.add_field(part)
    if part == "begin":
        fields.append(True)
    elif part == "separate":
        fields[-1] = False
    elif len(fields) > 1:
        fields.pop()


def _signs_of(main: bytes, piece: TextPiece, first: int, last: int) -> Iterator[Sign]:
    size = 2 if piece.wide else 1
    at = piece.offset + (first - piece.start) * size
    told = main[at : at + (last - first) * size]
    text = told.decode("utf-16-le", "surrogatepass") if piece.wide else told.decode("cp1252", "replace")
    for k, sign in enumerate(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")):
        yield Sign(sign, first + k, at + k * size)


def _shaped(rows: Sequence[tuple[list[tuple[str, ...]], bytes]]) -> Iterator[list[MadeCell]]:
    """Yield the rows of a table with the columns that each cell takes: as many as there are edges of others in it."""
    shapes = [_shape(told) for _cells, told in rows]
    edges = sorted({edge for places, _flags in shapes for edge in places})
    numbered = {edge: k for k, edge in enumerate(edges)}
    for (cells, _told), (places, flags) in zip(rows, shapes, strict=True):
        row: list[MadeCell] = []
        for k, cell in enumerate(cells[:CELLS_MOST]):
            known = k + 1 < len(places)
            span = max(1, numbered[places[k + 1]] - numbered[places[k]]) if known else 1
            flag = flags[k] if k < len(flags) else 0
            if flag & MERGED and not flag & MERGED_BEGIN and row:
                row[-1] = row[-1]._replace(paragraphs=(*row[-1].paragraphs, *cell), span=row[-1].span + span)
                continue
            merge = "restart" if flag & DOWN_BEGIN else "continue" if flag & DOWN else ""
            row.append(MadeCell(cell, span, merge))
        yield row


def _shape(told: bytes) -> tuple[list[int], list[int]]:
    """Return the edges of a row's cells and their flags."""
    count = told[0] if told else 0
    if not 0 < count <= CELLS_MOST or len(told) < 1 + 2 * (count + 1):
        return [], []
    places = list(unpack_from(f"<{count + 1}h", told, 1))
    begin = 1 + 2 * (count + 1)
    flags = [unpack_from("<H", told, at)[0] for at in range(begin, min(len(told) - 1, begin + 20 * count), 20)]
    return sorted(places), flags
