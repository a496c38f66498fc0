"""The text of a document: its paragraphs, lists, tables, boxes and notes as rows; what was deleted is not shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from string import hexdigits
from typing import NamedTuple

from reader.load.docx.characters import UNTOLD, Characters, characters_of, is_on, now, value
from reader.load.docx.pictures import Drawings, is_low
from reader.load.docx.styles import HEADING_NAME, Parts, Style, resolved
from reader.load.formulas import formula
from reader.load.html.face import Face
from reader.load.html.grids import Cell
from reader.load.html.listing import BULLET
from reader.load.html.periodical import facts_in
from reader.load.html.rows import NOT_SHOWN, Chunk, Row
from reader.load.html.tree import Tree, words
from reader.load.numbering import written
from reader.load.symbols import as_shown, face_of, unnamed
from reader.model.document import PICTURE_SIGN, Picture

POINTS = 12.0  # of a size of 1
SKIPPED = words(  # what they hold is not shown, or is told otherwise
    """
    ppr rpr tblpr tblgrid trpr tcpr sectpr sdtpr sdtendpr del movefrom fallback drawing pict object instrtext deltext
    omath
    """
)
BOXES = frozenset(("drawing", "pict", "object"))  # may hold boxes of text, and pictures
CONTENTS_NAME = re.compile(r"^(?:toc|目录)\s*(?P<level>[1-9])$")
ADDRESS = re.compile(r'HYPERLINK\s+"(?P<url>[^"]+)"')
NUMBER_PLACE = re.compile(r"%([1-9])")
SPAN_MOST = 40
BOX_NODES = 12  # in the box of a form
CAPTION_LONGEST = 60  # characters
FRONT_RUNS = 12  # paragraphs at the front
MASTHEAD_CELLS = 6
MASTHEAD_LONGEST = 120  # characters
LINES_HIGH = 2.5  # lines: what is lower stands beside words


@dataclass(slots=True)
class Paragraph:
    """A paragraph in the making: its rows, and where boxes stand in it."""

    rows: list[Row]
    boxes: list[tuple[int, int]] = field(default_factory=list)
    words: str = ""  # all that it holds
    in_cell: bool = False
    url: str = ""  # of a link that a field makes
    field_text: str = ""


class CellPlace(NamedTuple):
    """A cell of a table: the nodes `[start, end)` in it, its row and its column."""

    start: int
    end: int
    row: int
    column: int
    down: int = 1  # rows that it takes
    across: int = 1  # columns
    head: bool = False


class Body:
    """Walks the parts of one document; each paragraph has a run of its own."""

    def __init__(self, parts: Parts, drawings: Drawings | None = None) -> None:
        self._parts = parts
        self.drawings = drawings  # of the part that is being read; None where its pictures are not wanted
        self.waiting: list[Picture] = []  # that stand above the row that comes next
        self._run = 0
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.called: list[tuple[str, str]] = []  # kind and id of the notes, in the order of their marks

    def rows(self, tree: Tree, start: int, end: int, cell: Cell | None = None) -> list[Row]:
        """Collect the rows of the nodes `[start, end)`."""
        out: list[Row] = []
        waiting = [(start, end)]
        while waiting:
            at, stop = waiting.pop()
            while at < stop:
                node = tree[at]
                if node.tag == "p":
                    found = self._paragraph(tree, at, cell is not None)
                    out += found.rows
                    waiting += [(node.end, stop), *reversed(found.boxes)] if found.boxes else []
                    at = stop if found.boxes else node.end
                elif node.tag == "tbl" and cell is None:
                    places = list(_cells(tree, at))
                    if _is_grid(places) and not (self._run < FRONT_RUNS and _is_masthead(tree, places)):
                        out += self._table(tree, at, places)
                        at = node.end
                    else:  # a frame around text; nested ones wait, as calls would nest too deep
                        waiting += [(node.end, stop), *reversed([(first, last) for first, last, *_ in places])]
                        at = stop
                else:
                    at = node.end if node.tag in SKIPPED else at + 1
        for row in out if cell is not None else ():
            row.cell = cell
        return out

    def note(self, tree: Tree, at: int, marker: str) -> list[Row]:
        """Collect a note as one row with its mark."""
        rows = [row for row in self.rows(tree, at + 1, tree[at].end) if row.held]
        if not rows:
            return []
        joined = Row(0, rows[0].run, [Chunk(f"{marker} ", Face())], role="note", held=True)
        for row in rows:
            joined.chunks += row.chunks
        return [joined]

    def _paragraph(self, tree: Tree, at: int, in_cell: bool) -> Paragraph:
        self._run += 1
        style, numbering, level = self._style(tree, at)
        row = Row(0, self._run)
        words = "".join(node.text for node in tree[at + 1 : tree[at].end] if node.text.strip())
        found = Paragraph([row], words=words, in_cell=in_cell)
        if not words and any(node.tag == "sectpr" for node in tree[at + 1 : tree[at].end]):
            numbering = ""  # the mark of a section alone takes no number
        if number := self._number(numbering, level) if numbering else "":
            row.chunks.append(Chunk(number, self._face(style)))
        if numbering:
            row.item, row.depth, row.marker = level + 1, level + 1, number.strip() or BULLET
        before, self.waiting = self.waiting, []
        self._read(tree, at, style, found)
        heading, listed = HEADING_NAME.match(style.name), CONTENTS_NAME.match(style.name)
        for one in found.rows:
            if listed:
                one.role, one.level, one.item = "contents", int(listed["level"]), 0
            elif style.name in ("toc heading", "目录标题"):
                one.role, one.data = "contents", "head"
            elif style.name in ("title", "标题") or heading or style.outline is not None and style.outline < 9:
                one.role, one.item, one.group = "heading", 0, self._run
                one.level = int(heading["level"]) if heading else (style.outline or 0) + 1
                one.data = "title" if style.name in ("title", "标题") else "tag"
            elif style.name in ("caption", "题注"):
                one.role = "caption"
        self._hand_on(before, found)
        return found

    def _hand_on(self, before: list[Picture], found: Paragraph) -> None:
        """Let the pictures above a paragraph stand above its first row, or wait on where it shows nothing."""
        above = [*before, *(picture for row in found.rows if not row.held for picture in row.pictures)]
        found.rows = [one for one in found.rows if one.held]
        if found.rows:
            found.rows[0].pictures = (*above, *found.rows[0].pictures)
        else:
            self.waiting = [*above, *self.waiting]

    def _style(self, tree: Tree, at: int) -> tuple[Style, str, int]:
        """Return how a paragraph is set, and the list and level that number it."""
        own = next((k for k in range(at + 1, min(at + 3, tree[at].end)) if tree[k].tag == "ppr"), 0)
        properties = [tree[k] for k in now(tree, own + 1, tree[own].end)] if own else []
        key = next((value(node.attributes) for node in properties if node.tag == "pstyle"), self._parts.default)
        style = resolved(self._parts.styles, key)
        numbering, level = style.numbering, style.level
        for node in properties:
            said = value(node.attributes)
            if node.tag == "numid":
                numbering = said
            elif node.tag == "ilvl" and said.isdecimal():
                level = min(8, int(said[:3]))
            elif node.tag == "outlinelvl" and said.isdecimal():
                style = style._replace(outline=int(said[:3]))
            elif node.tag == "jc":
                style = style._replace(align=said)
        return style, "" if numbering == "0" else numbering, level

    def _number(self, numbering: str, level: int) -> str:
        """Count a paragraph of a list and write its number; empty for a bullet."""
        levels = self._parts.levels.get(numbering, ())
        if level >= len(levels):
            return ""
        counts = self._counts[numbering]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        form = levels[level]
        if form.form in ("bullet", "none") or not NUMBER_PLACE.search(form.text):
            return ""

        def place(m: re.Match[str]) -> str:
            of = int(m.group(1)) - 1
            known = levels[of] if of < len(levels) else form
            return written(counts.get(of, known.start), known.form)

        text = NUMBER_PLACE.sub(place, form.text)
        return text if text[-1] in "、）)．" else f"{text} "

    def _face(self, style: Style, own: Characters = UNTOLD, url: str = "") -> Face:
        """Work out how characters are set in a paragraph; `own` is what their run and its style tell."""
        align = {"both": "", "start": "left", "end": "right"}.get(style.align, style.align)
        set_as = own.over(style.characters)
        return Face(
            size=(set_as.size or POINTS) / POINTS,
            bold=bool(set_as.bold),
            color=own.color or "",
            styles=set_as.styles_within(style.characters),
            url=url,
            linked=bool(url),
            align=align,
            hidden=bool(set_as.hidden),
            symbols=set_as.symbols or "",
        )

    def _read(self, tree: Tree, at: int, style: Style, found: Paragraph) -> None:
        """Read the runs of a paragraph."""
        face = self._face(style)
        links: list[tuple[int, str]] = []
        k = at + 1
        while k < tree[at].end:
            node = tree[k]
            while links and links[-1][0] <= k:
                links.pop()
            if node.tag == "r":
                url = links[-1][1] if links else found.url
                face = self._face(style, self._run_characters(tree, k, bool(url)), url)
            elif node.tag == "hyperlink":
                links.append((node.end, self._parts.links.get(value(node.attributes, "id"), "")))
            elif node.tag == "omath":
                for part in formula(tree, k):
                    _put(found, part.text, face._replace(styles=(part.style,) if part.style else ()))
            elif node.tag == "fldchar":
                self._field(value(node.attributes, "fldCharType"), found)
            elif node.tag == "instrtext":
                found.field_text += "".join(below.text for below in tree[k + 1 : node.end])
            elif node.tag == "t":
                text = "".join(below.text for below in tree[k + 1 : node.end])
                _put(found, as_shown(text, face.symbols) if face.symbols else unnamed(text), face)
            else:
                self._sign(tree, k, face, found)
            if node.tag in BOXES:
                found.boxes += _boxes(tree, k)
                self._draw(tree, k, face, found)
            k = node.end if node.tag in SKIPPED or node.tag == "t" else k + 1

    def _draw(self, tree: Tree, k: int, face: Face, found: Paragraph) -> None:
        """Take the pictures at a place: low ones and those of cells into the line, others above a row."""
        for picture in self.drawings.in_node(tree, k) if self.drawings else ():
            beside_words = bool(found.words) and is_low(picture, LINES_HIGH * face.size * POINTS)
            if not picture.reason and (found.in_cell or beside_words or picture.kind == "formula"):
                _put(found, PICTURE_SIGN, face, replace(picture, is_inline=True))
            elif found.rows[-1].held:
                self.waiting.append(picture)
            else:
                found.rows[0].pictures += (picture,)

    def _field(self, kind: str, found: Paragraph) -> None:
        """Follow the fields that make links."""
        if kind == "begin":
            found.field_text = ""
        elif kind == "separate":
            m = ADDRESS.search(found.field_text)
            found.url = m["url"] if m else ""
        elif kind == "end":
            found.url = ""

    def _sign(self, tree: Tree, k: int, face: Face, found: Paragraph) -> None:
        """Read what stands for a character, a new line or a note."""
        tag, attributes = tree[k].tag, tree[k].attributes
        if tag in ("br", "cr") and value(attributes, "type") not in ("page", "column"):
            last = found.rows[-1]
            found.rows.append(Row(0, last.run, depth=last.depth))
        elif tag == "tab":
            _put(found, "\t" if found.rows[-1].chunks else "", face)
        elif tag == "nobreakhyphen":
            _put(found, "-", face)
        elif tag == "sym" and (code := _hex(value(attributes, "char"))):
            _put(found, as_shown(chr(code), face_of(value(attributes, "font"))), face)
        elif tag == "checkbox" and tree[tree[k].parent].tag == "ffdata":
            _put(found, _box(tree, k), face)
        elif tag in ("footnotereference", "endnotereference"):
            self.called.append((tag.removesuffix("reference"), value(attributes, "id")))
            _put(found, str(len(self.called)), face._replace(styles=("sup",)))

    def _run_characters(self, tree: Tree, at: int, linked: bool) -> Characters:
        """Return what a run tells of its characters, over what the style tells that it names."""
        if at + 1 >= tree[at].end or tree[at + 1].tag != "rpr":
            return UNTOLD
        end = tree[at + 1].end
        named = next((value(tree[k].attributes) for k in now(tree, at + 2, end) if tree[k].tag == "rstyle"), "")
        below = resolved(self._parts.styles, named).characters if named else UNTOLD
        below = below._replace(color=None, underlined=None if linked else below.underlined)
        return characters_of(tree, at + 2, end).over(below)

    def _table(self, tree: Tree, at: int, places: Sequence[CellPlace]) -> Iterator[Row]:
        """Yield the rows of a table as cells; a first one that takes its whole width is its caption."""
        lead = _heads_all(tree, places)
        for row in self.rows(tree, places[0].start, places[0].end) if lead else ():
            row.role, row.item = "caption", 0
            yield row
        places = places[1:] if lead else places
        first = min(place.row for place in places)
        for start, end, number, column, down, across, head in places:
            cell = Cell(at, number - first, column, head, down, across)
            opens = True
            for row in self.rows(tree, start, end, cell):
                row.role, row.item, row.opens_cell = "", 0, opens
                opens = False
                yield row


def _heads_all(tree: Tree, places: Sequence[CellPlace]) -> bool:
    """Tell whether the first cell of a table takes its whole width and holds a short text."""
    width = max(place.column + place.across for place in places)
    top = places[0]
    alone = top.across == width > 1 and top.down == 1 and all(place.row > top.row for place in places[1:])
    return alone and 0 < len("".join(node.text for node in tree[top.start : top.end]).strip()) <= CAPTION_LONGEST


def _is_masthead(tree: Tree, places: Sequence[CellPlace]) -> bool:
    """Tell whether a small table at the front only sets number, date and publisher of an issue beside each other."""
    if len(places) > MASTHEAD_CELLS:
        return False
    text = " ".join("".join(node.text for node in tree[place.start : place.end]) for place in places)
    return len(text) <= MASTHEAD_LONGEST and facts_in(text).number[1] > 0


def _is_grid(places: Sequence[CellPlace]) -> bool:
    """Tell whether a table has rows and columns, or only frames what it holds."""
    return len({place.row for place in places}) > 1 and len({place.column for place in places}) > 1


def _cells(tree: Tree, at: int) -> Iterator[CellPlace]:
    """Yield the cells of a table; one that goes on in the rows below takes their places."""
    found: list[CellPlace] = []
    open_cells: dict[int, int] = {}  # by their column
    row = column = -1
    is_head = False
    k = at + 1
    while k < tree[at].end:
        node = tree[k]
        if node.tag == "tr":
            row, column = row + 1, 0
            is_head = any(below.tag == "tblheader" for below in tree[k + 1 : min(node.end, k + 12)])
        elif node.tag == "tc":
            across, goes_on, begins = _merging(tree, k)
            if goes_on and column in open_cells:
                above = found[open_cells[column]]
                found[open_cells[column]] = above._replace(down=row - above.row + 1)
            else:
                open_cells.pop(column, None)
                if begins:
                    open_cells[column] = len(found)
                found.append(CellPlace(k + 1, node.end, row, column, across=across, head=is_head))
            column += across
            k = node.end
            continue
        k += 1
    return iter(found)


def _merging(tree: Tree, at: int) -> tuple[int, bool, bool]:
    """Return how many columns a cell takes, and whether it goes on from the row above or begins to go on below."""
    across, goes_on, begins = 1, False, False
    for node in tree[at + 1 : min(tree[at].end, at + 20)]:
        said = value(node.attributes)
        if node.tag == "gridspan" and said.isdecimal():
            across = max(1, min(SPAN_MOST, int(said[:3])))
        elif node.tag == "vmerge":
            begins = said == "restart"
            goes_on = not begins
        elif node.tag == "p":
            break
    return across, goes_on, begins


def _box(tree: Tree, at: int) -> str:
    """Draw the box of a form, ticked or not: whether it is ticked is the answer."""
    states = {node.tag: is_on(node.attributes) for node in tree[at + 1 : min(tree[at].end, at + BOX_NODES)]}
    return "☒" if states.get("checked", states.get("default", False)) else "☐"


def _hex(text: str) -> int:
    """Read a code in hexadecimal digits; 0 where it is none."""
    return int(text, 16) if 0 < len(text) <= 5 and all(char in hexdigits for char in text) else 0


def _boxes(tree: Tree, at: int) -> list[tuple[int, int]]:
    """Return the text boxes in a drawing, the outermost ones, as ranges of nodes."""
    found: list[tuple[int, int]] = []
    k = at + 1
    while k < tree[at].end:
        inside = tree[k].tag == "txbxcontent"
        if inside:
            found.append((k + 1, tree[k].end))
        k = tree[k].end if inside or tree[k].tag == "fallback" else k + 1
    return found


def _put(found: Paragraph, text: str, face: Face, picture: Picture | None = None) -> None:
    """Add characters to the last row of a paragraph; hidden ones go to a row of their own."""
    text = NOT_SHOWN.sub("", text).replace("\n", " ").replace("\r", "")
    if not text:
        return
    row = found.rows[-1]
    if face.hidden and not row.reason:
        row = Row(0, row.run, reason="hidden", aside=row.held)
        found.rows.append(row)
    elif row.reason and not face.hidden:
        row = Row(0, row.run)
        found.rows.append(row)
    row.chunks.append(Chunk(text, face, picture))
    row.held = row.held or bool(text.strip())
