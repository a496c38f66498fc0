"""Tables that are ruled across only: a line above, one below the head, one at the end, and white between columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.document import Box
from reader.load.pdf.grids import NEAR, Cell, Grid
from reader.load.pdf.parts import Fragment, cut

RULES_LEAST = 3
SHORTEST = 40.0  # points; shorter lines are no table's
WHITE = 0.55  # em between two columns
LEVEL = 0.35  # em by which the baselines of one line may differ
CELL_CHARACTERS = 40  # in the middle; prose between two lines has more
ROW_LINES = 8  # of one row
ROW_WHITE = 1.25  # times the least distance of lines: rows are further apart than the lines of a cell
COLUMNS_MOST = 14
TRIES = 60  # runs of lines of one length that are looked at; ruled paper has more


def open_grids(across: Sequence[Box], fragments: Sequence[Fragment]) -> Iterator[Grid]:
    """Yield the tables between horizontal lines of one length that stand above each other."""
    rules = sorted({_rounded(box) for box in across if box.right - box.left >= SHORTEST}, key=lambda rule: rule[2])
    groups: list[list[tuple[float, float, float]]] = []
    for rule in rules:
        for group in groups:
            last = group[-1]
            if abs(last[0] - rule[0]) <= NEAR and abs(last[1] - rule[1]) <= NEAR:
                if rule[2] - last[2] > NEAR:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    for group in groups:
        yield from _tables(group, fragments)


def _rounded(box: Box) -> tuple[float, float, float]:
    return round(box.left, 1), round(box.right, 1), round((box.top + box.bottom) / 2, 1)


def _tables(group: Sequence[tuple[float, float, float]], fragments: Sequence[Fragment]) -> Iterator[Grid]:
    """Yield the tables among lines of one length, the longest run of lines first."""
    start, tries = 0, 0
    while start + RULES_LEAST <= len(group) and tries < TRIES:
        for stop in range(len(group), start + RULES_LEAST - 1, -1):
            tries += 1
            grid = _table(group[start:stop], fragments) if tries < TRIES else None
            if grid is not None:
                yield grid
                start = stop - 1
                break
        start += 1


def _table(rules: Sequence[tuple[float, float, float]], fragments: Sequence[Fragment]) -> Grid | None:
    """Make a table of what stands between some lines; None where it is none."""
    left, right = min(rule[0] for rule in rules), max(rule[1] for rule in rules)
    ys = [rule[2] for rule in rules]
    inside = [f for f in fragments if ys[0] < f.base - 0.3 * f.size < ys[-1] and f.right > left and f.left < right]
    if len(inside) < 4 or any(f.left < left - NEAR or f.right > right + NEAR for f in inside):
        return None
    em = median(f.size for f in inside)
    inside = [part for f in inside for part in cut(f)]
    xs = _columns(inside, left, right, em)
    if not 3 <= len(xs) <= COLUMNS_MOST + 1 or median(len(f.text) for f in inside) > CELL_CHARACTERS:
        return None
    rows = [y for above, below in pairwise(ys) for y in _rows(inside, above, below, xs, em)]
    if len(rows) < 2 or len(inside) > ROW_LINES * len(rows) * (len(xs) - 1) or not _row_by_row(inside, xs):
        return None
    edges = [*rows, ys[-1]]
    cells = tuple(
        Cell(r, c, Box(xs[c], edges[r], xs[c + 1], edges[r + 1])) for r in range(len(rows)) for c in range(len(xs) - 1)
    )
    return Grid(Box(left, ys[0], right, ys[-1]), cells, tuple(xs))


def _columns(inside: Sequence[Fragment], left: float, right: float, em: float) -> list[float]:
    """Return the edges of columns: the middle of the white that goes through all lines."""
    edges = [left - NEAR]
    reached = -1.0
    for fragment in sorted(inside, key=lambda f: f.left):
        if reached >= 0 and fragment.left - reached >= WHITE * em:
            edges.append((reached + fragment.left) / 2)
        reached = max(reached, fragment.right)
    return [*edges, right + NEAR]


def _rows(inside: Sequence[Fragment], above: float, below: float, xs: Sequence[float], em: float) -> Iterator[float]:
    """Yield where the rows between two lines begin: where lines are further apart than those of one cell."""
    here = sorted((f for f in inside if above < f.base - 0.3 * f.size < below), key=lambda f: f.base)
    lines: list[list[Fragment]] = []
    for fragment in here:
        if lines and fragment.base - lines[-1][0].base <= LEVEL * em:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    yield above
    if len(lines) < 2:
        return
    steps = [b[0].base - a[0].base for a, b in pairwise(lines)]
    least = ROW_WHITE * min(steps)
    for step, upper, lower in zip(steps, lines, lines[1:], strict=False):
        if step > least or _opens_row(lower, xs):
            yield (upper[0].base + lower[0].base - 0.76 * em) / 2


def _opens_row(line: Sequence[Fragment], xs: Sequence[float]) -> bool:
    """Tell whether a line fills the first column and half of all: the rest of a cell stands mostly alone."""
    columns = {next((c for c in range(len(xs) - 1) if fragment.left < xs[c + 1]), 0) for fragment in line}
    return 0 in columns and 2 * len(columns) >= len(xs) - 1


def _row_by_row(inside: Sequence[Fragment], xs: Sequence[float]) -> bool:
    """Tell whether the file goes from column to column more often than a text in columns would."""
    places = [next(c for c in range(len(xs) - 1) if f.left < xs[c + 1]) for f in sorted(inside, key=lambda f: f.order)]
    return sum(a != b for a, b in pairwise(places)) >= 0.4 * len(places)
