"""From the tree of a page to its rows: the lines that a browser would begin anew, white space folded as it does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from reader.load.formulas import formula
from reader.load.html.face import Face
from reader.load.html.grids import Cell, Grids
from reader.load.html.listing import Listing, listing_of
from reader.load.html.pictures import Alone, Surroundings, picture_of
from reader.load.html.tree import Tree
from reader.load.symbols import as_shown, unnamed
from reader.model.document import PICTURE_SIGN, Picture
from reader.model.kinds import LineRole

FOLDED = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
BREAKS = re.compile(r"[\n\r\x85\u2028\u2029]")
NOT_SHOWN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
WIDE_MARKS = frozenset("“”‘’—…·")
BLANK = " \xa0\u3000\u2002\u2003\u2009"
OFFICE_LIST = re.compile(r"mso-list:\s*l\d+\s+level(?P<level>\d)")  # how word processors mark the items of lists
NOTES = re.compile(r"\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)\b")  # what a book says of a note
CALLS = re.compile(r"\b(?:noteref|doc-noteref|duokan-footnote|footnote-ref)\b")
STYLE_LONGEST = 400  # characters
DATE = re.compile(r"\s*[\[【(（]?(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}[\]】)）]?\s*$")


class Chunk(NamedTuple):
    """A stretch of a row with one face."""

    text: str
    face: Face
    picture: Picture | None = None  # for which its sign stands


RowRole = LineRole | Literal["picture", "said"]  # a picture by its own words; words that another row says too


@dataclass(slots=True)
class Row:
    """A line of the page, and where it stands."""

    node: int  # the block that it stands in
    run: int  # rows that only line breaks part share it
    chunks: list[Chunk] = field(default_factory=list)
    reason: str = ""  # why it is left out
    cell: Cell | None = None
    opens_cell: bool = False
    item: int = 0  # depth of the list whose item it opens
    marker: str = ""  # of that item
    depth: int = 0  # of the lists around it
    role: RowRole = ""
    level: int = 0
    group: int = -1
    data: str = ""
    held: bool = False  # holds more than spaces
    aside: bool = False  # was left out from inside the row above
    entry: str = ""  # the kind of head of an entry that it is: bracket bold link
    dress: str = ""  # of a heading: all that sets it apart
    blanks: int = 0  # blank lines above it, in code
    term: bool = False  # opens an entry of a list of descriptions
    pictures: tuple[Picture, ...] = ()  # that stand right above it

    @property
    def text(self) -> str:
        return "".join([chunk.text for chunk in self.chunks])

    @property
    def coded(self) -> bool:
        """Tell whether all of it stands in <pre>."""
        return all(chunk.face.code for chunk in self.chunks)

    @property
    def quoted(self) -> bool:
        """Tell whether all of it stands in a quotation."""
        return all(chunk.face.quote for chunk in self.chunks)

    @property
    def last(self) -> str:
        """Return the last character; empty where there is none."""
        return self.chunks[-1].text[-1] if self.chunks else ""


class Walker:
    """Walks the nodes of one page once and collects its rows."""

    def __init__(
        self,
        tree: Tree,
        faces: Sequence[Face],
        blocks: Sequence[bool],
        grids: Grids,
        around: Surroundings | None = None,
        main: range = range(0),
    ) -> None:
        """Make ready; pictures lie `around` the page, and those outside of `main`, if it is known, are left out."""
        self._around, self._main = around or Alone(), main
        self.waiting: list[Picture] = []  # that stand above the row that comes next
        self._tree, self._faces, self._blocks, self._grids = tree, faces, blocks, grids
        self.rows: list[Row] = []
        self.targets: dict[str, int] = {}  # names of places in the page, by the row that follows
        self.noted: set[int] = set()  # rows that begin a note of a book
        self._called = 0  # notes that a picture calls
        self._row: Row | None = None
        self.pictures: set[int] = set()  # rows that stand right below a picture
        self._aside: list[Row] = []  # what is left out from inside the open row
        self._run, self._breaks = 0, 0
        self._space = ""
        self._open: list[tuple[int, int]] = []  # end and node of each block around
        self._cell: Cell | None = None
        self._cells: list[tuple[int, Cell | None]] = []
        self._opens_cell, self._item, self._marker = False, 0, ""
        self._lists: list[Listing] = []
        self._past = 0  # behind the formula that was read last

    def walk(self, reasons: Mapping[int, str] | Sequence[str]) -> list[Row]:
        """Collect the rows; `reasons` tells for each node why it is left out, if it is."""
        at = 1
        while at < len(self._tree):
            self._close(at)
            if at >= self._past and (not self._faces[at].silent or self._tree[at].tag == "image"):
                self._visit(at, reasons[at])
            at += 1
        self._close(len(self._tree))
        self._border()
        return self.rows

    def _close(self, at: int) -> None:
        """Leave the blocks, lists and cells that end before a node."""
        while self._open and self._open[-1][0] <= at:
            _, closed = self._open.pop()
            if closed not in self._grids.labels and not self._ends_label(closed):
                self._border()
            if self._tree[closed].tag in ("li", "p"):
                self._item = 0
        while self._lists and self._lists[-1].end <= at:
            self._lists.pop()
        while self._cells and self._cells[-1][0] <= at:
            _, self._cell = self._cells.pop()
            self._opens_cell = False

    def _visit(self, at: int, reason: str) -> None:
        node, face = self._tree[at], self._faces[at]
        if not node.tag:
            self._text(node.text, face, reason)
            return
        for name in ("id", "name"):
            if (value := node.attributes.get(name)) and len(self.targets) < 10_000:
                self.targets.setdefault(value, len(self.rows) + (self._row is not None))
        if NOTES.search(kind := f"{node.attributes.get('epub:type', '')} {node.attributes.get('role', '')}"):
            self.noted.add(len(self.rows) + (self._row is not None))
        if node.tag == "a" and CALLS.search(f"{kind} {node.attributes.get('class', '')}"[:STYLE_LONGEST]):
            self._call(at, face, reason)
        if node.tag == "br":
            self._break(in_code=face.code)
        elif node.tag == "hr":
            self._border()
        elif node.tag == "math":
            for part in formula(self._tree, at):
                self._put(part.text, face._replace(styles=(*face.styles, part.style)) if part.style else face, reason)
            self._past = node.end
        elif node.tag == "img":
            self._picture(at, face, reason)
        elif node.tag == "image":  # of a drawing that only holds a picture, as the covers of books do
            self._take(at, face, reason)
        elif self._blocks[at] and at not in self._grids.values:
            self._enter(at)
        elif at in self._grids.values:
            self._space = ""
            self._open.append((node.end, at))

    def _call(self, at: int, face: Face, reason: str) -> None:
        """Put a number where only a picture calls a note."""
        node = self._tree[at]
        if not any(below.text.strip() for below in self._tree[at + 1 : node.end]):
            self._called += 1
            self._put(str(self._called), face._replace(styles=(*face.styles, "sup")), reason)
            self._past = node.end

    def _enter(self, at: int) -> None:
        node = self._tree[at]
        follows_label = node.tag in ("p", "div") and node.parent in self._grids.values and self._first_in(at)
        if not follows_label:
            self._border()
        self._open.append((node.end, at))
        if node.tag in ("ul", "ol", "menu", "dir"):
            self._lists.append(listing_of(self._tree, at))
        elif node.tag == "li":
            self._item = max(1, len(self._lists))
            self._marker = self._lists[-1].next(node.attributes) if self._lists else ""
        elif m := OFFICE_LIST.search(node.attributes.get("style", "")[:STYLE_LONGEST]):
            self._item, self._marker = int(m["level"]), ""
        if cell := self._grids.cells.get(at):
            self._cells.append((node.end, self._cell))
            self._cell, self._opens_cell = cell, True

    def _ends_label(self, at: int) -> bool:
        """Tell whether a block is the last in a cell that is a label."""
        above = self._tree[at].parent
        return above in self._grids.labels and not any(
            node.text.strip() for node in self._tree[self._tree[at].end : self._tree[above].end]
        )

    def _first_in(self, at: int) -> bool:
        """Tell whether nothing stands before a node in its parent."""
        return not any(node.text.strip() for node in self._tree[self._tree[at].parent + 1 : at])

    def _text(self, text: str, face: Face, reason: str) -> None:
        text = NOT_SHOWN.sub("", text)
        if face.symbols and len(text.strip(BLANK)) <= 1 and (self._row is None or not self._row.held):
            self._item = max(1, self._item, len(self._lists))
            return
        text = as_shown(text, face.symbols) if face.symbols else unnamed(text)
        if face.pre:
            for number, line in enumerate(BREAKS.split(text.replace("\r\n", "\n"))):
                if number:
                    self._break(in_code=face.code)
                if line:
                    self._put(
                        line.expandtabs(4).replace("\xa0", " ") if face.code else line.expandtabs(4), face, reason
                    )
            return
        cursor = 0
        for m in FOLDED.finditer(text):
            if m.start() > cursor:
                self._put(text[cursor : m.start()], face, reason)
            self._space = "\n" if self._space == "\n" or BREAKS.search(m.group()) else " "
            cursor = m.end()
        if cursor < len(text):
            self._put(text[cursor:] if cursor else text, face, reason)

    def _put(self, text: str, face: Face, reason: str, picture: Picture | None = None) -> None:
        """Add characters to the open row; what is left out while the row is not goes below it."""
        row = self._row
        if row is not None and reason != row.reason and row.held:
            if reason:
                self._beside(text, face, reason)
                return
            if row.reason:  # what was begun is left out, what follows is not
                self._aside.append(row)
                row = None
        if row is None:
            row = self._row = self._new(reason)
            self._space = ""
        row.reason = reason
        if not self._space and row.chunks and row.chunks[-1].face.linked != face.linked:
            self._space = " " if DATE.match(row.chunks[-1].text[-20:]) or DATE.match(text[:20]) else ""
        if self._space:
            last = row.last
            if last and last != " " and not (self._space == "\n" and _is_wide(last) and _is_wide(text[0])):
                row.chunks.append(Chunk(" ", _between(row.chunks[-1].face, face)))
            self._space = ""
        row.chunks.append(Chunk(text, face, picture))
        row.held = row.held or bool(text.strip(BLANK))

    def _new(self, reason: str) -> Row:
        row = Row(self._open[-1][1] if self._open else 0, self._run, reason=reason, cell=self._cell)
        row.blanks = max(0, self._breaks - 1)
        row.opens_cell, row.item, row.depth = self._opens_cell, self._item, len(self._lists)
        row.marker = self._marker if self._item else ""
        row.term = self._tree[row.node].tag == "dt"
        self._breaks = 0
        return row

    def _beside(self, text: str, face: Face, reason: str) -> None:
        """Put what is left out from inside a row below it."""
        if self._aside and self._aside[-1].reason == reason:
            chunks = self._aside[-1].chunks
            chunks.append(Chunk((" " if self._space == " " else "") + text, face))
        else:
            self._aside.append(Row(self._open[-1][1] if self._open else 0, self._run, [Chunk(text, face)], reason))
        self._aside[-1].held = self._aside[-1].held or bool(text.strip(BLANK))
        self._space = ""

    def _flush(self) -> bool:
        """End the open row; tell whether it held anything."""
        row, self._row, self._space = self._row, None, ""
        held = row is not None and row.held
        if row is not None and held:
            row.pictures, self.waiting = (*self.waiting, *row.pictures), []
            self.rows.append(row)
            if not row.reason:
                self._opens_cell, self._item = False, 0
        for aside in self._aside:
            if aside.held:
                aside.aside = held
                self.rows.append(aside)
        self._aside = []
        return held

    def _break(self, in_code: bool = False) -> None:
        """Begin a new line; a second break in a row is a blank line, which parts no code."""
        if self._flush():
            self._breaks = 1
            return
        self._breaks += 1
        if self._breaks == 2 and not in_code:
            self._run += 1

    def _border(self) -> None:
        """End the row and the run of rows that it stands in."""
        self._flush()
        self._run += 1
        self._breaks = 0

    def _picture(self, at: int, face: Face, reason: str) -> None:
        """Take a picture, and what it says of itself as a row by which its place is judged, unless it is an icon."""
        picture = self._take(at, face, reason)
        if picture is None or picture.is_inline or picture.reason in ("icon", "tracking-pixel"):
            return
        words = picture.alt
        self.pictures.add(len(self.rows))
        if not words:
            return
        row = self._new(reason)
        row.item = 0
        row.chunks.append(Chunk(NOT_SHOWN.sub("", words), face))
        row.role, row.held = "picture", True
        row.pictures, self.waiting = tuple(self.waiting), []
        self.rows.append(row)
        self.pictures.add(len(self.rows))
        self._border()

    def _take(self, at: int, face: Face, reason: str) -> Picture | None:
        """Let a picture stand at its place: in its cell, or between the rows; None where there is none to be seen."""
        picture = None if face.hidden else picture_of(self._tree, at, self._around)
        if picture is None:
            return None
        outside = bool(self._main) and at not in self._main
        picture = replace(picture, reason=picture.reason or reason or ("navigation" if outside else ""))
        if picture.reason in ("icon", "tracking-pixel"):
            self.waiting.append(picture)
        elif self._cell is not None and not picture.reason:
            picture = replace(picture, is_inline=True)
            self._put(PICTURE_SIGN, face, reason, picture)
        else:
            self._border()
            self.waiting.append(picture)
        return picture


def _between(before: Face, after: Face) -> Face:
    """Return how a space is set between two stretches: in what both of them are."""
    plainer = min(before, after, key=lambda one: (len(one.styles), bool(one.url)))
    return plainer._replace(styles=tuple(style for style in before.styles if style in after.styles))


def _is_wide(char: str) -> bool:
    """Tell whether a line may be broken beside a character without a space, as between Han characters."""
    return char >= "\u2e80" and not "\uac00" <= char <= "\ud7a3" or char in WIDE_MARKS
