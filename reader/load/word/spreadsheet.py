"""Load spreadsheets (XLSX): each sheet a heading and its tables, the cells as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.load.docx.document import load_parts
from reader.load.html.tree import Tree
from reader.load.loaded import Loaded
from reader.load.packed import Archive
from reader.load.word.cell_values import USUAL, shown
from reader.load.word.made import MadeCell, MadeParagraph, MadeParts, ParagraphLook, RunLook, made_table
from reader.load.word.office_parts import part_tree, related
from reader.model.errors import CannotRead

WORKBOOK = "xl/workbook.xml"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
CELLS_MOST = 100_000  # of one file, that hold something
COLUMNS_MOST = 200  # of a table; what is further right is a row of its own
HEADING = ParagraphLook("h")
PLAIN = RunLook()
STYLE = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'


class SheetCell(NamedTuple):
    """A cell that shows something: its text and how many columns and rows it takes."""

    text: str
    across: int = 1
    down: int = 1


Grid = dict[int, dict[int, SheetCell]]  # rows, columns


@dataclass(slots=True)
class _Book:
    """What all sheets share."""

    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)  # of the cells, by the number of their style
    since_1904: bool = False
    cells: int = 0


def load_packed(path: Path, data: bytes, archive: Archive, format_name: str) -> Loaded:
    """Turn a spreadsheet into a source text and its lines."""
    tree, parts = part_tree(archive, WORKBOOK), related(archive, WORKBOOK)
    by_kind = dict(parts.values())
    book = _Book(list(_strings(part_tree(archive, by_kind.get("sharedStrings", "")))))
    book.formats = list(_formats(part_tree(archive, by_kind.get("styles", ""))))
    book.since_1904 = any(n.tag == "workbookpr" and n.attributes.get("date1904") in ("1", "true") for n in tree)
    sheets = []
    for node in tree:
        if node.tag == "sheet" and node.attributes.get("state", "visible") == "visible":
            number = next((text for name, text in node.attributes.items() if name.endswith("}id")), "")
            grid = _grid(path, part_tree(archive, parts.get(number, ("", ""))[1]), book)
            if grid:
                sheets.append((node.attributes.get("name", ""), grid))
    made = MadeParts()
    made.write_document([piece for name, grid in sheets for piece in _sheet(name, grid)])
    made.write("word/styles.xml", "styles", (STYLE,))
    return load_parts(path, data, made, format_name)


def _strings(tree: Tree) -> Iterator[str]:
    """Yield the texts that cells share, without the readings of their characters."""
    for at, node in enumerate(tree):
        if node.tag == "si":
            yield _text(tree, at)


def _text(tree: Tree, at: int) -> str:
    pieces, inner = [], at + 1
    while inner < tree[at].end:
        if tree[inner].tag == "rph":
            inner = tree[inner].end
            continue
        if tree[inner].tag == "t":
            pieces.append("".join(node.text for node in tree[inner : tree[inner].end]))
        inner += 1
    return "".join(pieces)


def _formats(tree: Tree) -> Iterator[str]:
    """Yield how the numbers of each style of cells are shown."""
    own = {n.attributes.get("numFmtId", ""): n.attributes.get("formatCode", "") for n in tree if n.tag == "numfmt"}
    for node in tree:
        if node.tag == "xf" and tree[node.parent].tag == "cellxfs":
            number = node.attributes.get("numFmtId", "0")
            yield own.get(number) or USUAL.get(int(number) if number.isdecimal() else 0, "")


def _grid(path: Path, tree: Tree, book: _Book) -> Grid:
    """Return the cells of a sheet that show something."""
    grid: Grid = {}
    row = column = 0
    for at, node in enumerate(tree):
        if node.tag == "row":
            row, column = _number(node.attributes, "r", row + 1), 0
        elif node.tag == "c":
            m = PLACE.fullmatch(node.attributes.get("r", ""))
            row, column = (int(m[2]), _column(m[1])) if m else (row, column + 1)
            if text := _value(tree, at, book).strip():
                book.cells += 1
                grid.setdefault(row, {})[column] = SheetCell(text)
        elif node.tag == "mergecell":
            _merge(grid, node.attributes.get("ref", ""))
        if book.cells > CELLS_MOST:
            sentence = "{path} is a spreadsheet of more than {limit} cells; save the part that is a bulletin by itself."
            raise CannotRead(sentence, code="sheet-too-big", path=str(path), limit=CELLS_MOST)
    return grid


def _value(tree: Tree, at: int, book: _Book) -> str:
    """Return what a cell shows."""
    told, inner = tree[at].attributes, at + 1
    text = ""
    while inner < tree[at].end:
        if tree[inner].tag in ("v", "is"):
            is_text = tree[inner].tag == "is"
            text = _text(tree, inner) if is_text else "".join(n.text for n in tree[inner : tree[inner].end])
        inner = tree[inner].end if tree[inner].end > inner else inner + 1
    kind = told.get("t", "n")
    if kind == "s":
        number = int(text) if text.isdecimal() else -1
        return book.strings[number] if 0 <= number < len(book.strings) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(text, text)
    if kind != "n":
        return text
    try:
        style = _number(told, "s", 0)
        code = book.formats[style] if style < len(book.formats) else ""
        return shown(float(text), code, book.since_1904) if text else ""
    except (ValueError, OverflowError):
        return text


def _number(told: Mapping[str, str], name: str, otherwise: int) -> int:
    text = told.get(name, "")
    return int(text[:8]) if text.isdecimal() else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _merge(grid: Grid, said: str) -> None:
    """Let a cell take the place of those that are merged with it."""
    places = [(int(m[2]), _column(m[1])) for m in PLACE.finditer(said)]
    if len(places) != 2:
        return
    (top, left), (bottom, right) = places
    if cell := grid.get(top, {}).get(left):
        down = sum(row in grid for row in range(top, min(bottom, top + len(grid)) + 1))
        grid[top][left] = cell._replace(across=max(1, right - left + 1), down=max(1, down))


def _sheet(name: str, grid: Grid) -> Iterator[str]:
    """Write a sheet: its name, then what blank rows part, each a table, or paragraphs where it is one column."""
    yield _paragraph(name, HEADING)
    block: list[int] = []
    for row in [*sorted(grid), -1]:
        if block and row != block[-1] + 1:
            yield from _block(grid, block)
            block = []
        block.append(row)


def _block(grid: Grid, rows: Sequence[int]) -> Iterator[str]:
    """Write rows that follow one another; lines of one cell above a table or below it are no part of it."""
    columns = sorted({column for row in rows for column in grid[row]})[:COLUMNS_MOST]
    cells = [row for row in rows if len(grid[row]) > 1 or next(iter(grid[row].values())).down > 1]
    if not cells:
        for row in rows:
            for cell in grid[row].values():
                yield _paragraph(cell.text)
        return
    first, last = rows.index(cells[0]), rows.index(cells[-1])
    for row in rows[:first]:
        yield from (_paragraph(cell.text) for cell in grid[row].values())
    inside = rows[first : last + 1]
    yield made_table(_rows(grid, inside, columns))
    for row in inside:
        yield from (_paragraph(cell.text) for column, cell in sorted(grid[row].items()) if column > columns[-1])
    for row in rows[last + 1 :]:
        yield from (_paragraph(cell.text) for cell in grid[row].values())


def _rows(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> Iterator[list[MadeCell]]:
    hanging: dict[int, int] = {}  # rows that a merged cell still reaches down, by column
    for row in rows:
        out: list[MadeCell] = []
        covered = 0
        for column in columns:
            if covered > column:
                continue
            cell = grid[row].get(column, SheetCell(""))
            span = sum(column <= other < column + cell.across for other in columns)
            covered = column + cell.across
            merge = "restart" if cell.down > 1 else "continue" if hanging.get(column, 0) and not cell.text else ""
            hanging[column] = cell.down - 1 if cell.down > 1 else max(0, hanging.get(column, 0) - 1)
            out.append(MadeCell((_paragraph(cell.text),), max(1, span), merge))
        yield out


def _paragraph(text: str, look: ParagraphLook | None = None) -> str:
    made = MadeParagraph()
    made.add(text, PLAIN)
    return made.written(look or ParagraphLook())
