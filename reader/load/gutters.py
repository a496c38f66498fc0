"""Where the columns of a page stand that a tool wrote down as they are laid out, told by the spaces between them.

A gutter is a place at which text begins again and again behind a run of spaces, and that the rows around it leave
free. The rows of a page that share one are found as the cheapest path through the gutters (Viterbi, linear): a row
whose text lies across a gutter is nearly impossible there, a line of text on either side speaks for it.
What then looks like a table, short cells of any width, is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

NUMBER = re.compile(r"[-—–―·•~～]*+ ?\d{1,4} ?[-—–―·•~～]*+|第 ?\d{1,4} ?页.{0,12}")
SEGMENT = re.compile(r"\S++(?:[ \u3000]\S++)*+")  # what stands between runs of two and more spaces

GUTTERS_MOST = 6  # places on a page that are tried
GUTTER_LEAST = 3  # rows that begin again there
RIGHT_LEAST = 10  # cells of space at a row's beginning, behind which it can stand in a second column
TEXT_LEAST = 8.0  # em; a line of a column of text is mostly longer
FULL_SLACK = 2.6  # em; a justified line ends this near its column's edge
FULL_SHARE = 0.35  # of the lines beside another that fill their column
INDENT_CELLS = 4.5  # cells by which the first line of a paragraph stands further in
ROWS_SURE = 5  # rows with a line of text on either side that make columns
ROWS_KNOWN = 2  # the same in a file that is known to have columns
BLANKS_NEVER = 100
CHANGE = 1.5  # costs are in rows that speak for columns
ACROSS = 4.0


class Segment(NamedTuple):
    """Text between runs of spaces: where it stands in the source, and on the page in cells."""

    start: int
    end: int
    left: float
    right: float
    width: float  # em
    number: bool  # nothing but a number, of a page perhaps


class Row(NamedTuple):
    """The segments of a printed row, or of the part of it that stands in one column."""

    segments: tuple[Segment, ...]
    blanks: int  # empty rows directly above


class Region(NamedTuple):
    """Consecutive rows, and the gutter that parts them in two columns; None where nothing does."""

    rows: Sequence[Row]
    gutter: float | None


def row_of(text: str, start: int, end: int, blanks: int, wide: float) -> Row:
    """Cut a line into segments; a wide character takes `wide` cells."""
    found = []
    cells, at = 0.0, start
    for match in SEGMENT.finditer(text, start, end):
        first, last = match.span()
        cells += _cells(text[at:first], wide)
        held = match.group()
        right = cells + _cells(held, wide)
        found.append(
            Segment(
                first,
                last,
                cells,
                right,
                len(held) - 0.5 * len(held.encode("ascii", "ignore")),
                bool(NUMBER.fullmatch(held)),
            )
        )
        cells, at = right, last
    return Row(tuple(found), blanks)


def _cells(text: str, wide: float) -> float:
    if wide == 1.0:
        return float(len(text))
    narrow = len(text.encode("ascii", "ignore"))
    return narrow + wide * (len(text) - narrow)


def regions_of(rows: Sequence[Row], known: bool, edge: float = 0.0) -> Iterator[Region]:
    """Part rows, which begin at the cell `edge`, where a gutter begins or ends.

    `known` tells that the file has columns.
    """
    states: list[float | None] = [None, *_candidates(rows, edge, ROWS_KNOWN if known else GUTTER_LEAST)]
    path = _cheapest_path(rows, states) if len(states) > 1 else [None] * len(rows)
    found: list[Region] = []
    begin = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or path[at] != path[begin]:
            found = _with(found, Region(rows[begin:at], path[begin]))
            begin = at
    for region in found:
        yield from _checked(region, known)


def _with(regions: list[Region], below: Region) -> list[Region]:
    """Add a region; where one of two gutters above each other parts the rows of both, as in three columns, it does."""
    if regions and below.gutter is not None and regions[-1].gutter is not None:
        above = regions[-1]
        for gutter, others in ((below.gutter, above.rows), (above.gutter, below.rows)):
            if gutter is not None and not any(_lies_across(row, gutter) for row in others):
                return [*regions[:-1], Region([*above.rows, *below.rows], gutter)]
    return [*regions, below]


def _lies_across(row: Row, gutter: float) -> bool:
    left, _ = parted(row, gutter)
    return bool(left) and left[-1].right > gutter - 0.5


def starts_of(rows: Sequence[Row], edge: float = 0.0) -> Counter[int]:
    """Count the cells at which text begins behind a run of spaces."""
    found: Counter[int] = Counter()
    for row in rows:
        for k, segment in enumerate(row.segments):
            if k or segment.left >= edge + RIGHT_LEAST:
                found[round(segment.left)] += 1
    return found


def _candidates(rows: Sequence[Row], edge: float, least: int) -> list[float]:
    starts = starts_of(rows, edge)
    usual = sorted(starts, key=lambda cell: (-starts[cell], cell))
    return [float(cell) for cell in usual[:GUTTERS_MOST] if starts[cell] >= least]


def _cheapest_path(rows: Sequence[Row], states: Sequence[float | None]) -> list[float | None]:
    """Choose a gutter, or none, for each row."""
    gains = [0.0] * len(states)
    came: list[list[int]] = []
    for row in rows:
        best = max(range(len(states)), key=lambda s: gains[s])
        steps = [s if gains[s] >= gains[best] - CHANGE else best for s in range(len(states))]
        gains = [gains[step] - (CHANGE if step != s else 0.0) + _gain(row, states[s]) for s, step in enumerate(steps)]
        came.append(steps)
    state = max(range(len(states)), key=lambda s: gains[s])
    path = []
    for steps in reversed(came):
        path.append(states[state])
        state = steps[state]
    return path[::-1]


def _gain(row: Row, gutter: float | None) -> float:
    """Tell how much a row speaks for a gutter."""
    if gutter is None:
        return 0.0
    left, right = parted(row, gutter)
    if _lies_across(row, gutter):
        return -ACROSS
    if not right:
        return 0.0
    aligned = _is_aligned(right[0].left - gutter)
    if not left:
        return 0.3 if aligned else 0.0
    if left[-1].width >= TEXT_LEAST and right[0].width >= TEXT_LEAST:
        return 1.0 if aligned else -0.3
    return 0.2 if aligned else -0.3


def parted(row: Row, gutter: float) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Part a row's segments at a gutter."""
    cut = sum(segment.left < gutter - 1.5 for segment in row.segments)
    return row.segments[:cut], row.segments[cut:]


def _checked(region: Region, known: bool) -> Iterator[Region]:
    """Yield rows as columns where they are text, and a number at their top or bottom, which is the page's, apart."""
    rows, gutter = region
    if gutter is None or not _is_text(rows, gutter, known):
        yield Region(rows, None)
        return
    begin, end = 0, len(rows)
    while begin + 1 < end and (
        _gain(rows[begin], gutter) <= 0 or _is_margin(rows[begin], gutter, rows[begin + 1].blanks, 2)
    ):
        begin += 1
    while end > begin + 1 and _is_margin(rows[end - 1], gutter, rows[end - 1].blanks, BLANKS_NEVER):
        end -= 1
    for part, place in ((rows[:begin], None), (rows[begin:end], gutter), (rows[end:], None)):
        if part:
            yield Region(part, place)


def _is_margin(row: Row, gutter: float, blanks: int, many: int) -> bool:
    """Tell whether a row at the edge of a page belongs to the page: a number, or set apart and not to the columns.

    `blanks` empty rows part it from the text; `many` of them suffice.
    """
    if is_number(row):
        return True
    left, right = parted(row, gutter)
    return blanks >= many or bool(blanks and left and right) and not _is_aligned(right[0].left - gutter)


def is_number(row: Row) -> bool:
    """Tell whether a row holds only what can be the number of a page, in the middle or at the right."""
    only = row.segments[0]
    return len(row.segments) == 1 and only.number and only.left >= RIGHT_LEAST


def _is_aligned(further: float) -> bool:
    """Tell whether text begins at its column's edge, or as much further in as a paragraph does."""
    return further <= 1.0 or 1.5 <= further <= INDENT_CELLS


def _is_text(rows: Sequence[Row], gutter: float, known: bool) -> bool:
    """Tell whether lines of text stand on both sides of a gutter, of which many fill their column."""
    sides = [parted(row, gutter) for row in rows]
    left = [before[-1].width for before, after in sides if before and after]
    right = [after[0].width for before, after in sides if before and after]
    both = sum(bool(a and b) and a[-1].width >= TEXT_LEAST and b[0].width >= TEXT_LEAST for a, b in sides)
    if both < (ROWS_KNOWN if known else ROWS_SURE):
        return False
    return known or _fill(left) and _fill(right)


def _fill(widths: Sequence[float]) -> bool:
    """Tell whether many lines end at one edge."""
    edge = sorted(widths)[int(0.85 * (len(widths) - 1))]
    full = sum(edge - FULL_SLACK <= width <= edge + FULL_SLACK for width in widths)
    return edge >= TEXT_LEAST and full >= FULL_SHARE * len(widths)
