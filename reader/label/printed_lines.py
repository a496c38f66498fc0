"""Printed lines put together again where a tool cut them at their marks, all over a file.

Tools that read a page in the order of its file end a line where a justified line was stretched, behind a full-width
mark. The pieces of a printed line fill the column together, but for the last line of a paragraph and the two em of a
first one. Of all ways to put pieces together to lines the cheapest is found (Viterbi, linear): what a full line, a
last line, a cut and another column cost are negative log likelihoods.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.label.cuts import NARROWED, NEVER_FIRST, OPENING
from reader.label.typesetting import FIRST_LINE_EM, INDENT_MIN
from reader.model.draft import CutLines, Draft, Piece
from reader.text.patterns import SIGNED, is_caption, label_line

JOINED = (0.15, 0.5)  # of the lines, that are put together, and of these the share that fills the column
JOINED_FEWER = (0.08, 0.65)  # the same where fewer are: then it was cut as well
FULL_SLACK = 1.0  # em
HABIT = 0.05  # of the lines, that end at a comma far from the edge: then the file is cut all over
COMMAS = "，、；"
FAR = 0.75  # of the widest lines; a line that ends nearer to its beginning ends far from the edge
SAMPLE = 1500  # lines that tell whether a file is cut, and whether it has lost its indents
WIDEST = 0.95  # of all lines are narrower than the widest ones
COLUMNS_MOST = 5  # widths that are tried
COLUMN_LEAST = 9.0  # em
PILE_LEAST = 2  # lines that end at a column's edge
PIECES_MOST = 9  # of one line

OVER = 0.6  # em by which a line can pass the edge, and more for each Latin letter, for marks that meet, for each cut
OVER_LATIN, OVER_MEET, OVER_CUT = 0.05, 0.5, 0.3
FULL = 0.7  # of a line that the next token would not fit on
OFF = 0.5  # for each em that it misses the edge by
LAST, LAST_OPEN, LAST_COMMA = 2.5, 6.5, 14.0  # of a line that ends its paragraph, with an end mark, without, at a comma
CUT, CUT_LETTERS = 1.0, 2.5  # beside a mark, and between Chinese and Latin letters
CUT_NUMBER = 9.0  # above what begins with a number or a label, and above a caption
TOO_WIDE = 14.0
OTHER_COLUMN = 8.0
NEVER = 1e9


class PrintedPieces(NamedTuple):
    """A printed line: its pieces `[start, end)`, its column, and whether it opens a paragraph."""

    start: int
    end: int
    column: int
    opens: bool


class ColumnText(NamedTuple):
    """How a text is set: its columns, the pieces that nothing goes on with, the em of an indent that was lost."""

    columns: Sequence[float]
    apart: Sequence[bool]
    lost: float


class _Way(NamedTuple):
    """The cheapest way to read all pieces above one, in a column, with a paragraph or a line of one to begin."""

    cost: float
    start: int  # of the printed line above
    column: int
    opens: bool  # that line opened a paragraph


class _PrintedLine(NamedTuple):
    """Some pieces, measured as one line."""

    width: float  # em
    spare: float  # em that letters set narrow and marks set close can save
    following: float  # em of what comes next
    last: float  # what it costs that a paragraph ends here
    alone: bool  # one piece
    can_open: bool  # a paragraph
    unindented: bool


def with_printed_lines(draft: Draft) -> Draft:
    """Return the draft with the pieces of printed lines put together, where its file is cut all over."""
    places = draft.free
    pieces = [draft.pieces[i] for i in places]
    if (
        any(piece.look or piece.hint for piece in pieces[:1])
        or not _is_cut(pieces)
        or not (columns := _columns(pieces))
    ):
        return draft
    apart = (True, *(b > a + 1 or draft.pieces[b].blanks > draft.double_spaced for a, b in pairwise(places)))
    sample = pieces[:SAMPLE]
    _, lost, lines = min(_cheapest(sample, ColumnText(columns, apart, lost)) for lost in (FIRST_LINE_EM, 0.0))
    text = ColumnText(columns, apart, lost)
    if not _are_joined(sample, lines, text):
        return draft
    if len(sample) < len(pieces):
        lines = _cheapest(pieces, text)[2]
    edges: dict[int, float] = {}
    narrow: set[int] = set()
    measures = list(draft.measures)
    for start, end, column, opens in lines:
        indent = _indent(pieces[start], opens, lost)
        if indent:
            narrow.add(places[start])
        edge = pieces[start].edge + indent
        for i in range(start, end):
            measures[places[i]] = columns[column]
            edge += pieces[i].width if i > start else 0.0
            if i > start or indent:
                edges[places[i]] = edge
    return replace(draft, cuts=CutLines(edges, frozenset(narrow)), measures=tuple(measures))


def _is_cut(pieces: Sequence[Piece]) -> bool:
    """Tell whether many lines end at a comma, or in front of a bracket, far from the edge, or begin as none does."""
    widths = sorted(piece.edge for piece in pieces)
    far = FAR * widths[int(WIDEST * (len(widths) - 1))] if widths else 0.0
    cut = sum(
        b.text[0] in NEVER_FIRST
        or a.edge < far
        and not a.closed
        and (a.text[-1] in COMMAS or b.text[0] in OPENING and a.edge + b.head > far)
        for a, b in pairwise(pieces)
    )
    return cut > HABIT * len(pieces)


def _are_joined(pieces: Sequence[Piece], lines: Sequence[PrintedPieces], text: ColumnText) -> bool:
    """Tell whether so many lines were put together, and so many of them fill their column, that all were cut."""
    joined = [line for line in lines if line.end > line.start + 1]
    full = 0
    for start, end, column, opens in joined:
        width = pieces[start].edge + sum(piece.width for piece in pieces[start + 1 : end])
        full += abs(width + _indent(pieces[start], opens, text.lost) - text.columns[column]) <= FULL_SLACK
    return any(
        len(joined) >= share * len(lines) and full >= filled * len(joined) for share, filled in (JOINED, JOINED_FEWER)
    )


def _indent(first: Piece, opens: bool, lost: float) -> float:
    """Return how wide the indent of a line was that opens a paragraph, where it was lost."""
    return lost if opens and first.indent < INDENT_MIN else 0.0


def _columns(pieces: Sequence[Piece]) -> list[float]:
    """Choose the widths that columns can have: where many lines end, the wide ones first, and two em further out."""
    ends = Counter(round(piece.edge) for piece in pieces if piece.edge >= COLUMN_LEAST)
    piles = sorted((edge for edge in ends if ends[edge] >= PILE_LEAST), key=lambda edge: -edge * ends[edge])
    return sorted({float(edge + more) for edge in piles[:COLUMNS_MOST] for more in (0, FIRST_LINE_EM)})


def _cheapest(pieces: Sequence[Piece], text: ColumnText) -> tuple[float, float, list[PrintedPieces]]:
    """Return the printed lines of the cheapest way to read a text so, with its cost and the indent that it takes."""
    states = [(column, True) for column in range(len(text.columns))]
    ways: list[dict[tuple[int, bool], _Way]] = [{state: _Way(0.0, -1, *state) for state in states}]
    for end in range(1, len(pieces) + 1):
        found: dict[tuple[int, bool], _Way] = {}
        for start, cuts in _beginnings(pieces, end, text.apart):
            line = _measured(pieces, start, end)
            for (column, opens), way in ways[start].items():
                full, last = _costs(line, text.columns[column], opens, text.lost)
                for goes_on, cost in ((False, full), (True, last)):
                    total = way.cost + cuts + cost
                    best = found.get((column, goes_on))
                    if total < (best.cost if best else NEVER):
                        found[column, goes_on] = _Way(total, start, column, opens)
        if not found:  # nothing fits: as if the page began anew
            found = {state: _Way(ways[-1][state].cost + TOO_WIDE, end - 1, *state) for state in states}
        ways.append(_with_other_columns(found, len(text.columns)))
    return min(way.cost for way in ways[-1].values()), text.lost, list(_traced(ways))


def _with_other_columns(found: dict[tuple[int, bool], _Way], columns: int) -> dict[tuple[int, bool], _Way]:
    """Let a paragraph begin in another column than the one above."""
    ended = [(way.cost, state) for state, way in found.items() if state[1]]
    if ended:
        cost, state = min(ended)
        for column in range(columns):
            other = found.get((column, True))
            if other is None or other.cost > cost + OTHER_COLUMN:
                found[column, True] = found[state]._replace(cost=cost + OTHER_COLUMN)
    return found


def _traced(ways: Sequence[dict[tuple[int, bool], _Way]]) -> Iterator[PrintedPieces]:
    """Yield the lines of the cheapest way from the last to the first."""
    end = len(ways) - 1
    state = min(ways[end], key=lambda state: ways[end][state].cost)
    while end:
        way = ways[end][state]
        yield PrintedPieces(way.start, end, way.column, way.opens)
        end, state = way.start, (way.column, way.opens)


def _beginnings(pieces: Sequence[Piece], end: int, apart: Sequence[bool]) -> Iterator[tuple[int, float]]:
    """Yield where a printed line that ends before a piece can begin, and what its cuts cost."""
    cost = 0.0
    for start in range(end - 1, max(-1, end - 1 - PIECES_MOST), -1):
        yield start, cost
        if apart[start] or pieces[start].indent >= INDENT_MIN or pieces[start].page_break:
            return
        cost += _cut(pieces[start - 1], pieces[start])
        if cost >= NEVER:
            return


def _cut(above: Piece, below: Piece) -> float:
    """Tell what a cut between two pieces costs."""
    a, b = above.text, below.text
    signed = a[0] in "（(" and SIGNED.match(a) or b[0] in "（(" and SIGNED.match(b)
    numbered = below.number is not None and below.number.style != "circled"
    if signed or numbered or above.closed and label_line(b) or is_caption(b):
        return CUT_NUMBER
    if a[-1] in NARROWED or b[0] in NARROWED or b[0] in OPENING:
        return CUT
    return CUT_LETTERS if a[-1].isascii() != b[0].isascii() else NEVER


def _measured(pieces: Sequence[Piece], start: int, end: int) -> _PrintedLine:
    """Measure some pieces as one line."""
    line = pieces[start:end]
    latin = sum(2 * (len(piece.text) - piece.width) for piece in line)
    meet = sum(b.text[0] in OPENING or a.text[-1] in NARROWED and b.text[0] in NARROWED for a, b in pairwise(line))
    final = line[-1]
    return _PrintedLine(
        line[0].edge + sum(piece.width for piece in line[1:]),
        OVER_LATIN * latin + OVER_MEET * meet + OVER_CUT * (len(line) - 1),
        pieces[end].head if end < len(pieces) else 0.0,
        LAST if final.closed else LAST_COMMA if final.text[-1] in COMMAS else LAST_OPEN,
        len(line) == 1,
        line[0].text[0] not in NEVER_FIRST,
        line[0].indent < INDENT_MIN,
    )


def _costs(line: _PrintedLine, column: float, opens: bool, lost: float) -> tuple[float, float]:
    """Tell what it costs that pieces are a full line of a column, and the last line of a paragraph."""
    if opens and not line.can_open:
        return NEVER, NEVER
    off = line.width + (lost if opens and line.unindented else 0.0) - column
    if off > 0:
        off = max(0.0, off - line.spare)
    if off > OVER:
        return (TOO_WIDE, TOO_WIDE) if line.alone else (NEVER, NEVER)
    return FULL + OFF * abs(off) if off + line.following > -OVER else NEVER, line.last
