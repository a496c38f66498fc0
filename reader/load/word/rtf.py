"""Load rich text (RTF): its groups and control words, written anew as the parts of a document."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from reader.load.docx.document import load_parts
from reader.load.loaded import Loaded, Progress
from reader.load.word.made import MadeCell, MadeParagraph, MadeParts, ParagraphLook, RunLook, made_style, made_table

TOKEN = re.compile(
    rb"""
    \\(?P<word>[a-zA-Z]{1,32}+)(?P<number>-?\d{1,10}+)?\x20?
    | \\'(?P<byte>[0-9a-fA-F]{2})
    | \\(?P<sign>[^a-zA-Z0-9])
    | (?P<open>\{) | (?P<close>\})
    | (?P<text>[^\\{}\r\n]++)
    """,
    re.VERBOSE | re.DOTALL,
)
SILENT = frozenset(  # groups that hold no text of the document
    b"""
    annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background bkmkend
    bkmkstart blipuid buptim category colorschememapping colortbl comment company creatim datafield datastore defchp
    defpap doccomm docvar ebcend ebcstart factoidname falt fchars ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext
    ffl ffname ffstattext filetbl fldtype fname fontemb fontfile fontinfo formfield generator gridtbl
    hlinkbase keycode keywords latentstyles lchars levelnumbers leveltext lfolevel linkval list listlevel listname
    listoverride listoverridetable listpicture liststylename listtable lsdlockedexcept manager mhtmltag
    nesttableprops nextfile nonesttables nonshppict objalias objclass objdata object objname objsect oldcprops
    oldpprops oldsprops oldtprops operator panose password passwordhash pgp pgptbl picprop pict pn pnseclvl pntxta
    pntxtb propname protend protstart protusertbl revtbl revtim rsidtbl shprslt sn sp staticval subject sv svb tc
    template themedata userprops wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname
    xmlattrvalue xmlclose xmlname xmlnstbl xmlopen
    """.split()
)
TOLD_APART = frozenset(
    (b"shpinst", b"moMath", b"moMathPara", b"footnote", b"fldinst")
)  # text behind a mark for new programs
BOXES = frozenset((b"shptxt", b"dptxbxtext"))
LIST_TEXT = frozenset((b"listtext", b"pntext"))  # the number of an item as it is shown
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
CHARSETS = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5", 161: "cp1253", 204: "cp1251", 238: "cp1250"}
ALIGNS = {b"ql": "left", b"qc": "center", b"qr": "right", b"qj": "both"}
SWITCHES: Mapping[bytes, Callable[[RunLook, bool], RunLook]] = {
    b"b": lambda look, is_on: look._replace(bold=is_on),
    b"i": lambda look, is_on: look._replace(slanted=is_on),
    b"v": lambda look, is_on: look._replace(hidden=is_on),
    b"strike": lambda look, is_on: look._replace(struck=is_on),
    b"ul": lambda look, is_on: look._replace(underlined=is_on),
    b"ulnone": lambda look, _is_on: look._replace(underlined=False),
}
EDGES = frozenset((b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr", b"footerf"))
DEEPEST = 2000  # groups in each other
CELLS_MOST = 63


PLAIN_RUN, PLAIN_PARAGRAPH = RunLook(), ParagraphLook()


@dataclass(frozen=True, slots=True)
class RtfState:
    """What holds in a group, until it ends."""

    run: RunLook = PLAIN_RUN
    paragraph: ParagraphLook = PLAIN_PARAGRAPH
    codec: str = ""
    skip: int = 1  # characters that stand in for one in Unicode
    place: str = "text"  # text silent fonts styles edge note title list
    in_table: bool = False


@dataclass(slots=True)
class RtfStory:
    """The paragraphs and tables of one story, as they are written so far."""

    out: list[str] = field(default_factory=list)
    made: MadeParagraph = field(default_factory=MadeParagraph)
    cell: list[str] = field(default_factory=list)
    cells: list[tuple[str, ...]] = field(default_factory=list)
    rows: list[tuple[list[tuple[str, ...]], list[RtfCell]]] = field(default_factory=list)

    def end_paragraph(self, state: RtfState) -> None:
        """Write the paragraph, in the cell that is open where there is one."""
        written = self.made.written(state.paragraph)
        self.made = MadeParagraph()
        if state.in_table:
            self.cell.append(written)
            return
        self.end_table()
        self.out.append(written)

    def end_cell(self, state: RtfState) -> None:
        """End a cell of a table."""
        self.cells.append((*self.cell, self.made.written(state.paragraph)))
        self.cell, self.made = [], MadeParagraph()

    def end_row(self, shape: list[RtfCell]) -> None:
        """End a row of a table."""
        if self.cells:
            self.rows.append((self.cells[:CELLS_MOST], shape[:CELLS_MOST]))
        self.cells = []

    def end_table(self) -> None:
        """Write the table that is open; what is left of a row that never ended is one too."""
        if self.cell:
            self.cells.append(tuple(self.cell))
            self.cell = []
        self.end_row([])
        if self.rows:
            self.out.append(made_table(_shaped(self.rows)))
        self.rows = []

    def end(self, state: RtfState) -> list[str]:
        """End the story; return all of it."""
        if self.made.pieces:
            self.end_paragraph(state)
        self.end_table()
        return self.out


class RtfCell(NamedTuple):
    """A cell as a row defines it: its right edge, and how it hangs on others."""

    right: int
    beside: bool = False  # belongs to the one before it
    down: str = ""


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Turn rich text into a source text and its lines; raise `CannotRead` where it shows none."""
    return load_parts(path, data, _Reader(data).parts(), format_name)


class _Reader:
    """Walks the groups of one file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._state = RtfState()
        self._groups: list[RtfState] = []
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}  # encodings
        self._styles: dict[int, str] = {}  # names
        self._looks: dict[int, tuple[ParagraphLook, RunLook]] = {}
        self._font = self._style = -1  # that is being defined
        self._story = self._text = RtfStory()
        self._edges: list[str] = []
        self._notes: list[list[str]] = []
        self._stories: list[tuple[int, str, RtfStory]] = []  # depth, place and the story that goes on behind
        self._fields: list[int] = []  # depths of the results that are open
        self._shape: list[RtfCell] = []
        self._next = RtfCell(0)
        self._bytes = bytearray()
        self._to_skip = 0
        self._may_be_foreign = False  # right behind \*
        self._title = ""

    def parts(self) -> MadeParts:
        """Read all of the file."""
        for m in TOKEN.finditer(self._data):
            if m["byte"]:
                self._byte(bytes.fromhex(m["byte"].decode()))
            elif m["text"]:
                self._byte(m["text"])
            else:
                self._flush()
                self._act(m)
        self._flush()
        while self._stories:
            self._leave()
        made = MadeParts()
        made.write_document(self._text.end(self._state), self._title)
        made.write_notes("footnote", self._notes)
        if self._edges:
            made.write("word/header1.xml", "hdr", self._edges)
        made.write("word/styles.xml", "styles", self._written_styles())
        return made

    def _act(self, m: re.Match[bytes]) -> None:
        if m["open"]:
            self._groups.append(self._state)
            if len(self._groups) > DEEPEST:
                self._state = replace(self._state, place="silent")
        elif m["close"]:
            if self._stories and self._stories[-1][0] == len(self._groups):
                self._leave()
            if self._fields and self._fields[-1] == len(self._groups):
                self._fields.pop()
                self._story.made.add_field("end")
            self._state = self._groups.pop() if self._groups else self._state
            self._to_skip = 0
        elif m["sign"]:
            self._sign(m["sign"])
        elif m["word"]:
            self._word(m["word"], int(m["number"]) if m["number"] else None)

    def _byte(self, found: bytes) -> None:
        """Take in bytes of text, but those that stand in for a character already told."""
        if self._state.place == "silent":
            return
        skipped = min(self._to_skip, len(found))
        self._to_skip -= skipped
        self._bytes += found[skipped:]

    def _flush(self) -> None:
        if self._bytes:
            self._add(self._bytes.decode(self._state.codec or self._codec, "replace"))
            self._bytes.clear()

    def _add(self, text: str) -> None:
        """Put text where it belongs."""
        place = self._state.place
        if place == "styles":
            self._styles[self._style] = (self._styles.get(self._style, "") + text)[:200]
        elif place == "title":
            self._title = (self._title + text)[:400]
        elif place == "instruction":
            self._story.made.add_instruction(text)
        elif place == "list":
            self._story.made.add(text.replace("\t", " "), self._state.run)
        elif place == "text":
            self._story.made.add(text, self._state.run)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._may_be_foreign = True
        elif sign in b"\\{}":
            self._byte(sign)
        elif sign in b"~_":
            self._add("\xa0" if sign == b"~" else "\u2011")
        elif sign in b"\r\n":
            self._word(b"par", None)

    def _word(self, word: bytes, number: int | None) -> None:
        """Follow a control word."""
        foreign, self._may_be_foreign = self._may_be_foreign, False
        if word in SILENT or foreign and word not in TOLD_APART:
            self._state = replace(self._state, place="silent")
        elif word in (b"fonttbl", b"stylesheet", b"info", b"title"):
            place = {b"fonttbl": "fonts", b"stylesheet": "styles", b"info": "silent", b"title": "title"}[word]
            self._state = replace(self._state, place=place)
        elif word in EDGES or word in BOXES or word == b"footnote":
            self._enter("note" if word == b"footnote" else "box" if word in BOXES else "edge")
        elif word == b"u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.skip
        elif (sign := SIGNS.get(word.decode())) is not None:
            self._add(sign)
        elif word in (b"fldinst", b"fldrslt") and self._state.place == "text":
            self._story.made.add_field("begin" if word == b"fldinst" else "separate")
            if word == b"fldinst":
                self._state = replace(self._state, place="instruction")
            else:
                self._fields.append(len(self._groups))
        elif word in LIST_TEXT and self._state.place == "text":
            self._state = replace(self._state, place="list")
        elif not (self._set_codes(word, number) or self._set_look(word, number)):
            self._layout(word, number)

    def _enter(self, place: str) -> None:
        """Begin a story of its own, a note or what stands at an edge of all pages."""
        if self._state.place == "text":
            if place == "note":
                self._story.made.add_note("footnote", len(self._notes) + 1)
                self._notes.append([])
            self._stories.append((len(self._groups), place, self._story))
            self._story = RtfStory()
            self._state = replace(self._state, in_table=False)

    def _leave(self) -> None:
        _depth, place, before = self._stories.pop()
        written = self._story.end(self._state)
        if place == "note":
            self._notes[-1] = written
        elif place == "box":
            (before.cell if self._state.in_table or before.cells else before.out).extend(written)
        else:
            self._edges += written
        self._story = before

    def _set_codes(self, word: bytes, number: int | None) -> bool:
        """Follow what tells of encodings, typefaces and styles."""
        if word == b"ansicpg" and number:
            self._codec = {936: "gb18030", 950: "big5", 65001: "utf-8"}.get(number, f"cp{number}")
            self._codec = self._codec if _is_known(self._codec) else "cp1252"
        elif word == b"uc":
            self._state = replace(self._state, skip=max(0, min(9, number or 0)))
        elif word == b"f" and self._state.place == "fonts":
            self._font = number or 0
        elif word == b"fcharset" and self._state.place == "fonts":
            self._fonts[self._font] = CHARSETS.get(number or 0, "")
        elif word == b"f":
            self._state = replace(self._state, codec=self._fonts.get(number or 0, ""))
        elif word == b"s" and number is not None:
            self._style = number
            look = ParagraphLook(f"s{number}")
            self._state = replace(self._state, paragraph=look)
        else:
            return False
        return True

    def _set_look(self, word: bytes, number: int | None) -> bool:
        """Follow what tells how characters and paragraphs are set."""
        run, paragraph, is_on = self._state.run, self._state.paragraph, number != 0
        if word in SWITCHES:
            run = SWITCHES[word](run, is_on)
        elif word == b"fs":
            run = run._replace(size=min(400.0, abs(number or 0) / 2))
        elif word in (b"super", b"sub", b"nosupersub"):
            run = run._replace(raised={b"super": "superscript", b"sub": "subscript"}.get(word, "") if is_on else "")
        elif word == b"plain":
            run = RunLook()
        elif word == b"pard":
            paragraph = ParagraphLook()
        elif word in ALIGNS:
            paragraph = paragraph._replace(align=ALIGNS[word])
        elif word == b"outlinelevel":
            paragraph = paragraph._replace(outline=min(9, max(0, number or 0)))
        else:
            return False
        in_table = self._state.in_table and word != b"pard"
        self._state = replace(self._state, run=run, paragraph=paragraph, in_table=in_table)
        if self._state.place == "styles":
            self._looks[self._style] = (paragraph, run)
        return True

    def _layout(self, word: bytes, number: int | None) -> None:
        """Follow what ends paragraphs and makes tables."""
        if self._state.place != "text":
            return
        if word in (b"par", b"page", b"column", b"sect"):
            self._story.end_paragraph(self._state)
        elif word == b"intbl":
            self._state = replace(self._state, in_table=True)
        elif word in (b"cell", b"nestcell"):
            self._story.end_cell(self._state) if word == b"cell" else self._story.end_paragraph(self._state)
        elif word == b"row":
            self._story.end_row(self._shape)
        elif word == b"trowd":
            self._shape, self._next = [], RtfCell(0)
        elif word == b"cellx":
            self._shape.append(self._next._replace(right=number or 0))
            self._next = RtfCell(0)
        elif word == b"clmrg":
            self._next = self._next._replace(beside=True)
        elif word in (b"clvmgf", b"clvmrg"):
            self._next = self._next._replace(down="restart" if word == b"clvmgf" else "continue")

    def _written_styles(self) -> Iterator[str]:
        for number, name in self._styles.items():
            paragraph, run = self._looks.get(number, (ParagraphLook(), RunLook()))
            plain = name.strip().rstrip(";").lower()
            yield made_style(f"s{number}", plain, "", paragraph._replace(style=""), run, usual=number == 0)


def _is_known(codec: str) -> bool:
    try:
        codecs.lookup(codec)  # decoding nothing would not look it up
    except LookupError:
        return False
    return True


def _shaped(rows: list[tuple[list[tuple[str, ...]], list[RtfCell]]]) -> Iterator[list[MadeCell]]:
    """Yield the rows of a table with the columns that each cell takes."""
    edges = sorted({cell.right for _cells, shape in rows for cell in shape})
    numbered = {edge: k + 1 for k, edge in enumerate(edges)}
    for cells, shape in rows:
        row: list[MadeCell] = []
        before = 0
        for k, cell in enumerate(cells):
            told = shape[k] if k < len(shape) else RtfCell(0)
            until = numbered.get(told.right, before + 1)
            span, before = max(1, until - before), max(until, before + 1)
            if told.beside and row:
                row[-1] = row[-1]._replace(paragraphs=(*row[-1].paragraphs, *cell), span=row[-1].span + span)
            else:
                row.append(MadeCell(cell, span, told.down))
        yield row
