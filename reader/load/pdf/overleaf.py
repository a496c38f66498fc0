"""Tables that a page's or a column's end cuts: their parts become one table again, a head printed again is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.load.pdf.layout import CellPlace, Placed
from reader.model.document import Hint
from reader.text.han import simplified

WIDTH = 6.0  # points by which the parts of one table may differ in width
NAMED = re.compile(
    r"^[（(]?(?:(?:图表|表|图)\s*[\d一二三四五六七八九十]|(?:金额|货币)?单位\s*[：:])"
)  # begins another table
SMALL = 0.95  # of the size of a table's text: notes and page numbers may stand between its parts


class TablePart(NamedTuple):
    """The part of a table that stands in one column of a page."""

    places: tuple[tuple[int, int], ...]  # page and place of its lines
    cells: tuple[CellPlace, ...]  # of these
    texts: tuple[str, ...]
    width: float
    size: float
    cut: bool  # nothing but notes and page numbers stands between the part before and this one

    @property
    def columns(self) -> int:
        return max(cell.column for cell in self.cells) + 1

    @property
    def rows(self) -> int:
        return max(cell.row for cell in self.cells) + 1

    @property
    def head(self) -> tuple[str, ...]:
        return tuple(text for cell, text in zip(self.cells, self.texts, strict=True) if cell.row == 0)


def whole_tables(pages: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Return the lines with a hint on each that stands in a cell; the parts of a table are numbered as one."""
    out = [list(rows) for rows in pages]
    chains: list[list[TablePart]] = []
    for part in _parts(pages):
        if chains and part.cut and _is_like(chains[-1][0], part):
            chains[-1].append(part)
        else:
            chains.append([part])
    tables = (chain for chain in chains if sum(part.rows for part in chain) > 1)
    for number, chain in enumerate(tables):
        rows = 0
        for part in chain:
            again = part is not chain[0] and part.head == chain[0].head
            for (page, at), cell in zip(part.places, part.cells, strict=True):
                out[page][at] = out[page][at]._replace(hint=_hint(cell, number, rows - again, again))
            rows += part.rows - again
    return out


def _is_like(first: TablePart, part: TablePart) -> bool:
    return part.columns == first.columns and abs(part.width - first.width) <= WIDTH


def _hint(cell: CellPlace, number: int, above: int, again: bool) -> Hint:
    """Return the hint of a line in a cell of the whole table, of which so many rows stand above."""
    if again and cell.row == 0:
        return Hint("furniture", data="repeated-table-head")
    name = "head" if cell.head and not above else "cell"
    data = f"{name} {cell.row + above} {cell.column}" if cell.begins else "line"
    return Hint("cell", group=number, data=data, down=cell.down, across=cell.across)


def _parts(pages: Sequence[Sequence[Placed]]) -> Iterator[TablePart]:
    """Yield the parts of tables in reading order."""
    places: list[tuple[int, int]] = []
    cut = False
    last: Placed | None = None
    for page, rows in enumerate(pages):
        for at, place in enumerate(rows):
            if place.cell is None:
                if places:
                    yield _part(pages, places, cut)
                    places, cut = [], True
                small = last is not None and place.row.size <= SMALL * last.row.size
                between = place.hint is not None or small and not NAMED.match(simplified(place.row.text))
                cut = cut and between
                continue
            if places and (place.cell.table, page) != (_cell(pages, places[-1]).table, places[-1][0]):
                yield _part(pages, places, cut)
                places, cut = [], _is_elsewhere(last, place, page != places[-1][0])
            elif not places and last is not None:
                cut = cut and _is_elsewhere(last, place, True)
            places.append((page, at))
            last = place
    if places:
        yield _part(pages, places, cut)


def _is_elsewhere(last: Placed | None, place: Placed, other_page: bool) -> bool:
    """Tell whether a table begins at the top of the column or page after the one in which another ends."""
    return last is not None and (other_page or place.row.base < last.row.base)


def _cell(pages: Sequence[Sequence[Placed]], place: tuple[int, int]) -> CellPlace:
    cell = pages[place[0]][place[1]].cell
    if cell is None:
        raise LookupError("this line stands in no cell")
    return cell


def _part(pages: Sequence[Sequence[Placed]], places: Sequence[tuple[int, int]], cut: bool) -> TablePart:
    lines = [pages[page][at] for page, at in places]
    box = lines[0].column
    texts = tuple(line.row.text for line in lines)
    cells = tuple(_cell(pages, place) for place in places)
    return TablePart(tuple(places), cells, texts, box.right - box.left, lines[0].row.size, cut)
