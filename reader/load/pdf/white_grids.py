"""Tables that nothing is drawn around: short texts that stand below one another in columns, line after line.

Lines of columns of text stand side by side as well. What tells them apart is added up: how the columns are filled,
numbers, the order of the file, a caption above, colours behind the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.load.pdf.cells import Rule, TableLine, lines_of, table_between
from reader.load.pdf.columns import usual_size
from reader.load.pdf.grids import TableGrid
from reader.load.pdf.parts import Fragment, Ground, hull
from reader.load.pdf.table_evidence import LONGEST, SENTENCE, stands_between, told_by_cells
from reader.model.document import Box

AWAY = 18.0  # em of white between two cells of a row
STEP = 3.2  # times the size, from one row to the next
ALIKE = 0.15  # of a size, by which that of two rows may differ
LEVEL = 0.3  # em by which the places of cells below each other may differ
BESIDE = 0.5  # of the narrower of two rows, that stands below the other
CAPTION_AWAY = 3.0  # em from a table to its caption
COVERED = 0.75  # of a table's width, that a rule or a colour runs along
BELIEVED = 3.0  # log odds


PILE_LEAST = 2


class Pile(NamedTuple):
    """Rows that stand below one another, and the columns that they make."""

    rows: list[TableLine]
    columns: list[tuple[float, float]]

    @property
    def box(self) -> Box:
        return hull(f.box for row in self.rows for f in row)


def white_grids(fragments: Sequence[Fragment], rules: Sequence[Rule], grounds: Sequence[Ground]) -> Iterator[TableGrid]:
    """Yield the tables among the fragments of a page that no lines enclose."""
    em = usual_size(fragments)
    for pile in _piles(_rows(lines_of(fragments, em), em)):
        if len(pile.rows) < PILE_LEAST:
            continue
        inside = list(_within(fragments, pile))
        box = hull(f.box for f in inside)
        own = [rule for rule in rules if rule[0] >= box.left - em and rule[1] <= box.right + em]
        grid = table_between(inside, box, own)
        if grid is None or len({cell.row for cell in grid.cells}) < PILE_LEAST:
            continue
        score = told_by_cells(inside, grid) + _told_around(fragments, rules, grounds, box, em)
        if score >= BELIEVED:
            yield grid


def _rows(lines: Iterable[TableLine], em: float) -> Iterator[TableLine]:
    """Yield what could be a row of a table: two short texts on one line at least."""
    for line in lines:
        row: TableLine = []
        for fragment in sorted(line, key=lambda f: f.left):
            short = len(fragment.text) <= LONGEST and not SENTENCE.search(fragment.text)
            if row and (not short or fragment.left - row[-1].right > AWAY * em):
                if len(row) > 1:
                    yield row
                row = []
            if short:
                row.append(fragment)
        if len(row) > 1:
            yield row


def _piles(rows: Iterable[TableLine]) -> list[Pile]:
    """Put rows together that stand below one another in the same columns."""
    done: list[Pile] = []
    open_piles: list[Pile] = []
    for row in rows:
        reach = row[0].base - STEP * row[0].size
        done += [pile for pile in open_piles if pile.rows[-1][0].base < reach]
        open_piles = [pile for pile in open_piles if pile.rows[-1][0].base >= reach]
        for k, pile in enumerate(open_piles):
            if _goes_on(pile, row):
                open_piles[k] = Pile([*pile.rows, row], _widened(pile.columns, row))
                break
        else:
            open_piles.append(Pile([row], [(f.left, f.right) for f in row]))
    return done + open_piles


def _goes_on(pile: Pile, row: TableLine) -> bool:
    """Tell whether a row stands in the columns of those above it."""
    last = pile.rows[-1]
    if row[0].base - last[0].base <= LEVEL * row[0].size or abs(row[0].size - last[0].size) > ALIKE * last[0].size:
        return False
    left, right = pile.columns[0][0], max(end for _, end in pile.columns)
    shared = min(right, row[-1].right) - max(left, row[0].left)
    if shared < BESIDE * min(right - left, row[-1].right - row[0].left):
        return False
    single = sum(sum(f.left < end and begin < f.right for begin, end in pile.columns) == 1 for f in row)
    return 2 * single >= len(row)


def _widened(columns: Sequence[tuple[float, float]], row: TableLine) -> list[tuple[float, float]]:
    """Return the columns with a row added; what stands across several of them changes none."""
    out = list(columns)
    for f in row:
        met = [k for k, (begin, end) in enumerate(out) if f.left < end and begin < f.right]
        if len(met) == 1:
            begin, end = out[met[0]]
            out[met[0]] = (min(begin, f.left), max(end, f.right))
        elif not met:
            out.append((f.left, f.right))
    return sorted(out)


def _within(fragments: Iterable[Fragment], pile: Pile) -> Iterator[Fragment]:
    """Yield the cells of a pile, and what stands alone on a line between them or goes on below the last."""
    box = pile.box
    em = pile.rows[0][0].size
    step = min((b[0].base - a[0].base for a, b in pairwise(pile.rows)), default=1.5 * em)
    own = {f.order for row in pile.rows for f in row}
    for f in fragments:
        between = box.top < f.base < box.bottom and box.left - em <= f.left and f.right <= box.right + em
        below = 0 < f.base - pile.rows[-1][0].base < 0.95 * step and any(
            begin - LEVEL * em <= f.left and f.right <= end + LEVEL * em for begin, end in pile.columns[1:]
        )
        if f.order in own or between or below and abs(f.size - em) <= ALIKE * em:
            yield f


def _told_around(
    fragments: Sequence[Fragment], rules: Sequence[Rule], grounds: Sequence[Ground], box: Box, em: float
) -> float:
    """Weigh what stands around: a caption, rules, colours behind rows."""
    wide = box.right - box.left
    near = [
        f for f in fragments if 0 < box.top - f.bottom < CAPTION_AWAY * em or 0 < f.top - box.bottom < CAPTION_AWAY * em
    ]
    score = 1.5 if any(stands_between([f]) and f.right > box.left and f.left < box.right for f in near) else 0.0
    along = [
        rule
        for rule in rules
        if box.top - 1.5 * em < rule[2] < box.bottom + 1.5 * em
        and min(rule[1], box.right) - max(rule[0], box.left) >= COVERED * wide
        and rule[1] - rule[0] <= 1.5 * wide
    ]
    behind = [
        g.box
        for g in grounds
        if g.box.top < box.bottom
        and box.top < g.box.bottom
        and g.box.left < box.right
        and box.left < g.box.right
        and g.box.bottom - g.box.top < 4 * em
    ]
    striped = sum(b.right - b.left for b in behind) >= COVERED * wide
    return score + min(2, len(along)) * 1.0 + (1.5 if striped else 0.0)
