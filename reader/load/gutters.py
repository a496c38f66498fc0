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
from itertools import islice, pairwise
from typing import NamedTuple

NUMBER = re.compile(r"[-—–―·•~～]*+ ?\d{1,4} ?[-—–―·•~～]*+|第 ?\d{1,4} ?页.{0,12}")
SIGNATURE = re.compile(r"[（(][^（()）]{2,40}[)）]")  # at the right end of a column
SEGMENT = re.compile(r"\S++(?>(?:[ \u3000]\S++)*)")  # what stands between runs of two and more spaces

SEGMENTS_MOST = 24  # of a row; the rest of a longer one is taken for one
ROW_LONGEST = 1000  # characters, the same
GUTTERS_MOST = 6  # places on a page that are tried
GUTTER_LEAST = 3  # rows that begin again there
RIGHT_LEAST = 10  # cells of space at a row's beginning, behind which it can stand in a second column
TEXT_LEAST = 8.0  # em; a line of a column of text is mostly longer
FULL_SLACK = 2.6  # em; a justified line ends this near its column's edge
SENTENCE_ENDS = "。！？；：”）)"
CUT_LEAST, CUT_SHARE = 5, 0.25  # lines of a column that end in mid-sentence, and those of them that fill it
FULL_SHARE = 0.35  # of the lines beside another that fill their column
INDENT_CELLS = 4.5  # cells by which the first line of a paragraph stands further in
NEAR_CELLS = 2.2  # cells by which one gutter is found in different places
ROWS_SURE = 5  # rows with a line of text on either side that make columns
ROWS_KNOWN = 2  # the same in a file that is known to have columns
SPACE_APART = 2  # empty rows between what is set in different columns
BALANCED = 3  # rows in which both columns above a headline end
HEADLINE_ROWS = 4  # below it, in which both columns begin
BLANKS_NEVER = 100
OUTER_SHARE = 0.6  # of what rows gain with gutters of their own: then one gutter does as well for all
GOES_ON = 0.1  # a row that ends before the gutter, right below another: the left column is longer than the right one
CENTRED = 2.0  # cells that a headline may stand beside the middle of its column
CHANGE = 1.5  # costs are in rows that speak for columns
ACROSS = 4.0


class Segment(NamedTuple):
    """Text between runs of spaces: where it stands in the source, and on the page in cells."""

    start: int
    end: int
    left: float
    right: float
    text: str

    @property
    def width(self) -> float:
        """Its width in em."""
        return len(self.text) - 0.5 * len(self.text.encode("ascii", "ignore"))


class Row(NamedTuple):
    """The segments of a printed row, or of the part of it that stands in one column."""

    segments: tuple[Segment, ...]
    blanks: int  # empty rows directly above


Sides = tuple[tuple[Segment, ...], tuple[Segment, ...]]
"""What stands left and right of a gutter in one row."""


class Region(NamedTuple):
    """Consecutive rows, and for each the gutter that parts it in two columns; no gutters where nothing does."""

    rows: Sequence[Row]
    gutters: Sequence[float] = ()


def row_of(text: str, start: int, end: int, blanks: int, wide: float) -> Row:
    """Cut a line into segments; a wide character takes `wide` cells. A row of very many is no row of columns."""
    found: list[Segment] = []
    cells, at = 0.0, start
    for match in islice(SEGMENT.finditer(text, start, min(end, start + ROW_LONGEST)), SEGMENTS_MOST):
        first, last = match.span()
        cells += _cells(text[at:first], wide)
        right = cells + _cells(match.group(), wide)
        found.append(Segment(first, last, cells, right, match.group()))
        cells, at = right, last
    if rest := text[at:end].rstrip():
        above = found.pop() if found else None
        first = above.start if above else at + len(rest) - len(rest.lstrip())
        left, held = above.left if above else cells, text[first : at + len(rest)]
        found.append(Segment(first, at + len(rest), left, left + len(held), held))
    return Row(tuple(found), blanks)


def _cells(text: str, wide: float) -> float:
    if wide == 1.0:
        return float(len(text))
    narrow = len(text.encode("ascii", "ignore"))
    return narrow + wide * (len(text) - narrow)


def is_number(row: Row) -> bool:
    """Tell whether a row holds only what can be the number of a page, in the middle or at the right."""
    only = row.segments[0]
    return len(row.segments) == 1 and only.left >= RIGHT_LEAST and NUMBER.fullmatch(only.text) is not None


def parted(row: Row, gutter: float) -> Sides:
    """Part a row's segments at a gutter; where columns nearly meet, it is a single space between two long texts."""
    cut = sum(segment.left < gutter - NEAR_CELLS for segment in row.segments)
    left, right = row.segments[:cut], row.segments[cut:]
    if left and _lies_across(left, gutter):
        last = left[-1]
        at = round(gutter - last.left)
        if len(last.text) == last.right - last.left and last.text[at - 1] == " ":
            before = Segment(last.start, last.start + at - 1, last.left, gutter - 1.0, last.text[: at - 1])
            after = Segment(last.start + at, last.end, gutter, last.right, last.text[at:])
            words = before.text[-1:].isascii() and after.text[:1].isascii()  # one of many spaces between Latin words
            if min(before.width, after.width) >= TEXT_LEAST and not words:
                return (*left[:-1], before), (after, *right)
    return left, right


def _lies_across(left: Sequence[Segment], gutter: float) -> bool:
    """Tell whether what begins left of a gutter passes it."""
    return bool(left) and left[-1].right > gutter - 0.5


def starts_of(rows: Sequence[Row], edge: float = 0.0) -> Counter[int]:
    """Count the cells at which text begins behind a run of spaces, in rows that begin at the cell `edge`."""
    found: Counter[int] = Counter()
    for row in rows:
        for k, segment in enumerate(row.segments):
            if k or segment.left >= edge + RIGHT_LEAST:
                found[round(segment.left)] += 1
    return found


def regions_of(rows: Sequence[Row], known: Sequence[float] = (), edge: float = 0.0) -> Iterator[Region]:
    """Part rows, which begin at the cell `edge`, where columns begin or end.

    `known` are the gutters of other pages: then few rows suffice.
    """
    gutters = _candidates(starts_of(rows, edge), known)
    path = _with_headlines(rows, _cheapest_path(rows, [None, *gutters])) if gutters else [None] * len(rows)
    begin = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or _ends_columns(path[at - 1], path[at], rows[at].blanks):
            held = [gutter for gutter in path[begin:at] if gutter is not None]
            for part in _checked(Region(rows[begin:at], _outermost(rows[begin:at], held)), known):
                yield from _stories(part)
            begin = at


def _with_headlines(rows: Sequence[Row], path: list[float | None]) -> list[float | None]:
    """Let columns begin with the row above that has a headline in the middle of each of them."""
    out = list(path)
    for at in range(1, len(rows)):
        gutter = path[at]
        if path[at - 1] is None and gutter is not None and _heads(rows[at - 1], _edges(rows, path, at), gutter):
            out[at - 1] = gutter
    return out


def _edges(rows: Sequence[Row], path: Sequence[float | None], begin: int) -> tuple[float, float]:
    """Return the cells at which the two columns end that begin at a row."""
    gutter = path[begin]
    left, right = [0.0], [0.0]
    for at in range(begin, len(rows)):
        if path[at] != gutter or gutter is None:
            break
        one, other = parted(rows[at], gutter)
        left.extend(segment.right for segment in one)
        right.extend(segment.right for segment in other)
    return max(left), max(right)


def _heads(row: Row, edges: tuple[float, float], gutter: float) -> bool:
    """Tell whether two headlines stand in the middle of the columns below."""
    left, right = parted(row, gutter)
    if len(left) != 1 or len(right) != 1 or _lies_across(left, gutter):
        return False
    middles = (edges[0] / 2, (gutter + edges[1]) / 2)
    shown = ((segment.left + segment.right) / 2 for segment in (left[0], right[0]))
    return all(abs(middle - own) <= CENTRED for middle, own in zip(middles, shown, strict=True))


def _candidates(starts: Counter[int], known: Sequence[float]) -> list[float]:
    """Choose the cells at which most rows begin again, without those where their paragraphs do, a little further in."""
    found: list[float] = []
    least = ROWS_KNOWN if known else GUTTER_LEAST
    for cell in sorted(starts, key=lambda cell: (-starts[cell], cell)):
        if starts[cell] >= least and not any(-NEAR_CELLS < cell - other <= INDENT_CELLS for other in found):
            found.append(float(cell))
    return [*found[:GUTTERS_MOST], *(other for other in known if other not in found)]


def _ends_columns(above: float | None, below: float | None, blanks: int) -> bool:
    """Tell whether columns end between two rows: nothing parts one of them, or other columns follow after a space."""
    return (above is None) != (below is None) or above != below and blanks >= SPACE_APART


def _stories(region: Region) -> Iterator[Region]:
    """Part columns at headlines that stand across them, each above both columns of its story."""
    rows, gutters = region
    cuts = [at for at in range(1, len(rows)) if gutters and _heads_both(rows, gutters[at], at)]
    for start, end in pairwise([0, *cuts, len(rows)]):
        yield Region(rows[start:end], gutters[start:end])


def _heads_both(rows: Sequence[Row], gutter: float, at: int) -> bool:
    """Tell whether a row is the headline of all columns below: space parts it from those above, and nothing is beside.

    A headline of the left column alone would have text of the right one beside it or above.
    """
    above, below = rows[max(0, at - BALANCED) : at], rows[at + 1 : at + 1 + HEADLINE_ROWS]
    if rows[at].blanks < SPACE_APART or len(rows[at].segments) > 1 or _sides(rows[at : at + 1], gutter)[1]:
        return False
    return all(any(len(row.segments) > 1 for row in part) for part in (above, below))


def _sides(rows: Sequence[Row], gutter: float) -> tuple[bool, bool]:
    """Tell whether any of some rows has text left and right of a gutter."""
    sides = [parted(row, gutter) for row in rows]
    return any(left for left, _ in sides), any(right for _, right in sides)


def _outermost(rows: Sequence[Row], gutters: Sequence[float]) -> Sequence[float]:
    """Choose one gutter for all rows where it parts them as well: of three columns, first one from the others."""
    own = sum(_gain(row, gutter) for row, gutter in zip(rows, gutters, strict=False))
    for gutter in sorted(set(gutters)) if len(set(gutters)) > 1 else ():
        if sum(_gain(row, gutter) for row in rows) >= OUTER_SHARE * own:
            return [gutter] * len(rows)
    return gutters


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
    if _lies_across(left, gutter):
        return -ACROSS
    if not right:
        return 0.0 if row.blanks else GOES_ON
    aligned = _is_aligned(right[0].left - gutter)
    if len(right) == 1 and SIGNATURE.fullmatch(right[0].text):
        return GOES_ON
    if not left:
        return 0.3 if aligned else 0.0
    if len(right) == 1 and NUMBER.fullmatch(right[0].text):  # of a page, in a list of contents
        return -0.3
    if left[-1].width >= TEXT_LEAST and right[0].width >= TEXT_LEAST:
        return 1.0 if aligned else -0.3
    return 0.2 if aligned else -0.3


def _is_aligned(further: float) -> bool:
    """Tell whether text begins at its column's edge, or as much further in as a paragraph does."""
    return further <= 1.0 or 1.5 <= further <= INDENT_CELLS


def _checked(region: Region, known: Sequence[float]) -> Iterator[Region]:
    """Yield rows as columns where they are text, and apart what belongs to the page at their top and bottom."""
    rows, gutters = region
    if not gutters or not _is_text(region, known):
        yield Region(rows)
        return
    begin, end = _below_wide_letters(rows, gutters), len(rows)
    headed = len(rows) > 1 and _heads(rows[0], _edges(rows, gutters, 1), gutters[0])
    while (
        not headed
        and begin + 1 < end
        and (
            _gain(rows[begin], gutters[begin]) <= 0
            or _is_margin(rows[begin], gutters[begin], rows[begin + 1].blanks, 2)
        )
    ):
        begin += 1
    while end > begin + 1 and _is_margin(rows[end - 1], gutters[end - 1], rows[end - 1].blanks, BLANKS_NEVER):
        end -= 1
    for part in (Region(rows[:begin]), Region(rows[begin:end], gutters[begin:end]), Region(rows[end:])):
        if part.rows:
            yield part


def _below_wide_letters(rows: Sequence[Row], gutters: Sequence[float]) -> int:
    """Return the first row below a word in wide letters that stands in the middle, with nothing parted above: 目 录."""
    for at, (row, gutter) in enumerate(zip(rows, gutters, strict=True)):
        left, right = parted(row, gutter)
        if right:
            return at + 1 if len(left) == len(right) == 1 == len(left[0].text) == len(right[0].text) else 0
    return 0


def _is_margin(row: Row, gutter: float, blanks: int, many: int) -> bool:
    """Tell whether a row at the edge of a page belongs to the page: a number, or set apart and not to the columns.

    `blanks` empty rows part it from the text; `many` of them suffice.
    """
    if is_number(row):
        return True
    left, right = parted(row, gutter)
    if blanks and left and not right and many == BLANKS_NEVER:
        return left[0].left > RIGHT_LEAST  # in the middle of the page, below all columns
    return blanks >= many or bool(blanks and left and right) and not _is_aligned(right[0].left - gutter)


def _is_text(region: Region, known: Sequence[float]) -> bool:
    """Tell whether lines of text stand on both sides of a gutter, of which many fill their column."""
    sides = [parted(row, gutter) for row, gutter in zip(region.rows, region.gutters, strict=True)]
    pairs = [(left[-1], right[0]) for left, right in (*sides, *_staggered(sides)) if left and right]
    both = sum(min(left.width, right.width) >= TEXT_LEAST for left, right in pairs)
    if both < (ROWS_KNOWN if known else ROWS_SURE):
        return False
    return (
        bool(known)
        or all(_fill([pair[side].width for pair in pairs]) for side in (0, 1))
        or all(_runs_on([side[at][at - 1] for side in sides if side[at]]) for at in (0, 1))
    )


def _runs_on(lines: Sequence[Segment]) -> bool:
    """Tell whether enough lines of a column break their sentence off, where they fill it."""
    cut = [line.width for line in lines if line.text[-1] not in SENTENCE_ENDS and line.width >= TEXT_LEAST]
    return len(cut) >= CUT_LEAST and _fill(cut, CUT_SHARE)


def _staggered(sides: Sequence[Sides]) -> Iterator[Sides]:
    """Yield two rows as one that stand at different heights, where the lines of two columns take turns."""
    for (left, none), (nothing, right) in pairwise(sides):
        if left and right and not none and not nothing:
            yield left, right


def _fill(widths: Sequence[float], share: float = FULL_SHARE) -> bool:
    """Tell whether many lines end at one edge."""
    edge = sorted(widths)[int(0.85 * (len(widths) - 1))]
    full = sum(edge - FULL_SLACK <= width <= edge + FULL_SLACK for width in widths)
    return edge >= TEXT_LEAST and full >= share * len(widths)
