"""Tables that are ruled across only: a line above, one below the head, one at the end, and white between columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.load.pdf.cells import Rule, lines_of, table_between
from reader.load.pdf.grids import NEAR, TableGrid
from reader.load.pdf.parts import Fragment, cut
from reader.load.pdf.table_evidence import is_row_by_row, stands_between, told_by_cells
from reader.model.document import Box

RULES_LEAST = 3
TWO_BELIEVED = 2.0  # log odds, that the cells between two lines alone are those of a table
SHORTEST = 40.0  # points; shorter lines are no table's
ADJOINS = 3.5  # points of white between two parts of one line
CELL_CHARACTERS = 40  # in the middle; prose between two lines has more
SENTENCE = 24  # characters: alone on its line, a longer text is no cell
TEXT_SHARE = 0.6  # of the characters, that stand in long pieces where there is text between two rules
ROW_LINES = 8  # of one row
EMPTY = 30.0  # points between two lines with nothing between them: two tables
RULES_MOST = 400  # of one length on a page; ruled paper has more
HEAD_AWAY = 2.2  # em from the first line of a table up to a head that stands above it


def open_grids(across: Sequence[Box], fragments: Sequence[Fragment]) -> Iterator[TableGrid]:
    """Yield the tables between horizontal lines of one length that stand above each other."""
    rules = whole_rules(across)
    groups: list[list[Rule]] = []
    for rule in rules:
        for group in groups:
            last = group[-1]
            if abs(last[0] - rule[0]) <= NEAR and abs(last[1] - rule[1]) <= NEAR:
                group.append(rule)
                break
        else:
            groups.append([rule])
    for group in groups:
        if 2 <= len(group) <= RULES_MOST:
            yield from _tables(group, rules, fragments)


def whole_rules(across: Sequence[Box]) -> list[Rule]:
    """Return the lines of a page from the top, those that a program drew cell by cell in one piece."""
    pieces = sorted(
        (round((box.top + box.bottom) / 2), box.left, box.right, (box.top + box.bottom) / 2) for box in across
    )
    joined: list[list[float]] = []
    for _, left, right, y in pieces:
        last = joined[-1] if joined else None
        if last and abs(last[2] - y) <= 1.5 and left <= last[1] + ADJOINS:
            last[1] = max(last[1], right)
        else:
            joined.append([left, right, y])
    return sorted(((a, b, y) for a, b, y in joined if b - a >= SHORTEST), key=lambda rule: rule[2])


def _tables(group: Sequence[Rule], rules: Sequence[Rule], fragments: Sequence[Fragment]) -> Iterator[TableGrid]:
    """Yield the tables among lines of one length: a run of them ends where no cells stand between two."""
    left, right = min(rule[0] for rule in group), max(rule[1] for rule in group)
    inside = [f for f in fragments if f.right > left and f.left < right]
    run = [group[0]]
    for above, below in [*pairwise(group), (group[-1], None)]:
        if below is not None and _holds_cells(inside, above, below):
            run.append(below)
            continue
        for part in (run, run[1:], run[:-1]):  # a rule of the page can stand above a table, or below
            grid = _table(part, rules, inside) if len(part) >= 2 else None
            if grid is not None:
                yield grid
                break
        run = [below] if below is not None else []


def _holds_cells(inside: Sequence[Fragment], above: Rule, below: Rule) -> bool:
    """Tell whether what stands between two lines could be rows of a table."""
    here = [f for f in inside if above[2] < f.base - 0.3 * f.size < below[2]]
    if not here:
        return below[2] - above[2] < EMPTY
    if any(f.left < above[0] - NEAR or f.right > above[1] + NEAR for f in here):
        return False
    lines = lines_of((part for f in here for part in cut(f)), median(f.size for f in here))
    lone = [line[0].text for line in lines if len(line) == 1]
    if any(stands_between(line) for line in lines):
        return False
    long = sum(len(f.text) for f in here if len(f.text) > SENTENCE)
    if long > TEXT_SHARE * sum(len(f.text) for f in here) and sum(len(line) for line in lines) < 2 * len(lines):
        return False
    return not (len(lone) == len(lines) and any(len(text) > SENTENCE for text in lone))


def _table(run: Sequence[Rule], rules: Sequence[Rule], inside: Sequence[Fragment]) -> TableGrid | None:
    """Make a table of what stands between some lines; None where it is none."""
    box = Box(run[0][0], run[0][2], run[0][1], run[-1][2])
    box = box._replace(top=_below_name(inside, box, run[1][2]))
    here = [f for f in inside if box.top < f.base - 0.3 * f.size < box.bottom]
    if len(here) < 3 or median(len(f.text) for f in here) > CELL_CHARACTERS:
        return None
    own = [rule for rule in rules if rule[0] >= box.left - NEAR and rule[1] <= box.right + NEAR]
    grid = table_between(here, box, own)
    if grid is None or not is_row_by_row(here, grid):
        return None
    rows = len({cell.row for cell in grid.cells})
    columns = len(grid.columns) - 1
    if len(here) > ROW_LINES * rows * columns:
        return None
    if rows == 1:  # the head of a table, which goes on overleaf
        return grid if len(here) > 2 and columns > 2 else None
    if len(run) < RULES_LEAST and told_by_cells(here, grid) < TWO_BELIEVED:
        return None
    head = _head_above(grid, inside)
    return table_between([*head, *here], grid.box._replace(top=min(f.top for f in head) - 1), own) if head else grid


def _below_name(inside: Sequence[Fragment], box: Box, first: float) -> float:
    """Return where a table begins: below a name that stands alone on the first line between two rules."""
    here = [f for f in inside if box.top < f.base - 0.3 * f.size < first]
    lines = lines_of(here, median(f.size for f in here)) if here else []
    if len(lines) > 1 and len(lines[0]) == 1 and len(lines[1]) > 1 and lines[0][0].left - box.left <= lines[0][0].size:
        return lines[0][0].bottom
    return box.top


def _head_above(grid: TableGrid, inside: Sequence[Fragment]) -> list[Fragment]:
    """Return the head of a table that stands above its first line, on a ground of its own."""
    above = [f for f in inside if f.base < grid.box.top]
    if not above:
        return []
    last = max(f.base for f in above)
    line = sorted((f for f in above if last - f.base <= 0.35 * f.size), key=lambda f: f.left)
    if grid.box.top - last > HEAD_AWAY * line[0].size or stands_between(line):
        return []
    columns = [sum(edge < (f.left + f.right) / 2 for edge in grid.columns) for f in line]
    spread = len(set(columns)) == len(columns) and 2 * len(columns) > len(grid.columns) - 1
    within = all(grid.box.left - NEAR <= f.left and f.right <= grid.box.right + NEAR for f in line)
    return line if len(line) > 1 and spread and within else []
