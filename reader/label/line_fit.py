"""How lines fit their column: the room left on a line, centred and narrowed lines, lines printed in pieces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.label.cuts import are_set_close, is_hanging
from reader.label.typesetting import (
    FIRST_LINE_EM,
    INDENT_MIN,
    LOOK_ALIKE,
    MEASURE_SLACK,
    ROOM_CLEAR,
    TELLING_SHARE,
)
from reader.model.draft import CutLines, Draft, Piece
from reader.text.patterns import CIRCLED, SIGNED

ROOM_LATIN = 0.05  # em a Latin letter or digit may be set wider or narrower than half an em
CENTRED_MOST = 0.88  # of the measure; a wider line with an indent is the first of a paragraph, not a centred one
CENTRED = 0.75  # em by which the margins of a centred line may differ
CENTRED_ON_PAGE = 0.3  # the same where the page tells them
FURTHER_IN = 2.5  # em; a paragraph's first line is set two em in
MIDDLE = 1.0  # em that the middles of the lines of one headline are apart at most
NARROW_MIN = 1.1  # em; a first line whose indent was lost ends at least this far before the edge
NARROW_LEAST = 0.4  # em of room after the next token on such a line
NARROW_WIDE = -0.1  # the same where the next token is wide (a quote, a character and a comma)
NARROW_MOST = 2.6  # em; with more room the line ended there on purpose
PAGE_START_SHARE = 0.8  # of lines with a blank line above: then a line without one starts a page
TEXT_LINES = 8  # fewer do not tell how a text is set
WIDEST = 0.95  # of all lines are narrower than those that tell how wide text is set
FRAGMENT_TAIL = 3.0  # em; the last piece of such a line may pass the edge that was estimated
FRAGMENT_HABIT = 0.02  # of lines that open a line printed in three or more pieces: then two pieces are believed too
PLAIN_LINES = 8  # lines of Han characters alone that fill a column: fewer do not tell how far such lines reach
PLAIN_SHARE = 0.08  # of them, that reach as far
KNOWN_WIDTH = 5  # characters; shorter lines end where they end

LONE_MARK = re.compile(
    rf"(?:\d{{1,2}}[.．、]|[（(](?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[）)]|[一二三四五六七八九十]{{1,3}}、|[{CIRCLED}•●■◆▪])$"
)  # a number or bullet that a tool parted from its item
MARKS = frozenset("，。、；：？！）》”】（《“【")
SPACE = 0.5  # em, at least, where a justified line was parted
MEETING = 1.0  # em by which a mark that closes and one that opens take less room where they meet
LATIN_1 = re.compile(r"[\x00-\xff]")
TAIL_SLACK = 1.5  # em by which a line with its tail can miss the edge that was estimated
TAIL_OVER = 1.0  # em by which a line with its tail passes the edge: then the tail may as well open a paragraph
HANGING = 0.5  # the same of a mark that closes and one that follows


def slack(draft: Draft, i: int, following: Piece | None, edge: float = 0.0) -> float:
    """Measure how much room, in em, was left on piece i after what would have come next.

    Negative when the next token did not fit. Digits and Latin letters are set narrower or wider
    than half an em, so each loosens the claim a little. `edge` is given where the printed line began
    in a piece above.
    """
    piece = draft.pieces[i]
    ascii_count = 2 * (len(piece.text) - piece.width)
    need = following.head if following else 1.0
    return draft.measures[i] - (edge or piece.edge) - need - ROOM_LATIN * ascii_count


def is_centred(draft: Draft, i: int) -> bool:
    """Tell whether a line stands in the middle of its column."""
    piece = draft.pieces[i]
    measure = draft.measures[i]
    if piece.indent < INDENT_MIN or piece.width > CENTRED_MOST * measure:
        return False
    return abs(measure - piece.edge - piece.indent) <= (CENTRED_ON_PAGE if piece.look else CENTRED)


def has_same_middle(a: Piece, b: Piece) -> bool:
    """Tell whether two lines stand in the same middle, one below the other, each set further in than a paragraph."""
    apart = abs((a.indent + a.width / 2) - (b.indent + b.width / 2))
    return min(a.indent, b.indent) > FURTHER_IN and apart <= MIDDLE


def is_set_otherwise(a: Piece, b: Piece) -> bool:
    """Tell whether two pieces are set in different sizes or weights, where the file tells."""
    if a.look is None or b.look is None:
        return False
    return abs(a.look.size - b.look.size) > LOOK_ALIKE * a.look.size or a.look.bold != b.look.bold


def is_set_alike(a: Piece, b: Piece) -> bool:
    """Tell whether two pieces are set in one size, weight and typeface, where the file tells."""
    if a.look is None or b.look is None:
        return False
    return not is_set_otherwise(a, b) and a.look.face == b.look.face


def is_narrow(draft: Draft, j: int) -> bool:
    """Tell whether a line is full but for the two em of a lost indent.

    The next token would have fitted on a line of the full measure, yet not on one two em narrower.
    """
    piece = draft.pieces[j]
    if draft.measures[j] - piece.edge < NARROW_MIN or piece.width < TELLING_SHARE * len(piece.text):
        return False
    following = draft.pieces[j + 1] if j + 1 < len(draft.pieces) else None
    wide = following is not None and following.head >= 2
    return (NARROW_WIDE if wide else NARROW_LEAST) <= slack(draft, j, following) <= NARROW_MOST


def is_double_spaced(pieces: Sequence[Piece]) -> bool:
    """Tell whether nearly every line has a blank line above, so that none means a page start.

    Cells that a tool wrote down one by one have blank lines between them as well: lines of text tell.
    """
    widths = sorted(piece.width for piece in pieces)
    wide = widths[int(WIDEST * (len(widths) - 1))] / 2 if widths else 0.0
    telling = [piece for piece in pieces if piece.width >= wide]
    if len(telling) < TEXT_LINES:
        telling = list(pieces)
    return sum(p.blanks > 0 for p in telling) > PAGE_START_SHARE * len(telling)


def plain_edges(draft: Draft) -> dict[float, float]:
    """Return how far lines of Han characters alone reach, for each measure where that is less far than others.

    A column is seldom a whole number of characters wide. Marks can be squeezed, so lines with marks may hold one
    character more, and the measure is told by these.
    """
    reached: dict[float, Counter[float]] = {}
    for piece, measure in zip(draft.pieces, draft.measures, strict=True):
        if measure - MEASURE_SLACK < piece.edge <= measure + 1.0 and is_plain(piece.text) and not piece.look:
            reached.setdefault(measure, Counter())[piece.edge] += 1
    found = {}
    for measure, edges in reached.items():
        total = sum(edges.values())
        furthest = max((edge for edge, lines in edges.items() if lines >= PLAIN_SHARE * total), default=measure)
        if total >= PLAIN_LINES and furthest < measure:
            found[measure] = furthest
    return found


def is_plain(text: str) -> bool:
    """Tell whether a line's width is known exactly: Han characters alone, no mark that is set narrower."""
    return len(text) >= KNOWN_WIDTH and text.isalpha() and not LATIN_1.search(text)


class PrintedLine(NamedTuple):
    """How many pieces make a printed line, and how far it is from the edge that its indent was lost."""

    pieces: int = 1
    lost: float = 0.0  # em of the indent that was lost


def fragments(draft: Draft) -> CutLines:
    """Find pieces that continue the printed line of the piece above, and where that line ends so far.

    Extractors cut a justified line where the space after a full-width mark was stretched. The pieces of
    such a line are short, each cut stands beside a mark, and together they fill the column exactly.
    """
    edges: dict[int, float] = {}
    narrow: set[int] = set()
    free = draft.free
    lines = [
        _printed_line(draft, free, at, loose=False)
        if draft.pieces[i].edge <= draft.measures[i] - 1 or _hangs(draft, i + 1)
        else PrintedLine()
        for at, i in enumerate(free)
    ]
    telling = sum(line.pieces >= 3 or _leaves_a_tail(draft, i) for i, line in zip(free, lines, strict=True))
    loose = telling > FRAGMENT_HABIT * len(free)
    at = 0
    opens = True  # the printed line above left room, or ended a sentence
    while at < len(free):
        line = _printed_line(draft, free, at, loose=True, opens=opens) if loose else lines[at]
        edge = draft.pieces[free[at]].edge + line.lost
        if line.lost:
            narrow.add(free[at])
        for i in free[at + 1 : at + line.pieces]:
            edge += draft.pieces[i].width
            edges[i] = edge
        at += line.pieces
        last = free[at - 1]
        opens = draft.pieces[last].closed or edge < draft.measures[last] - ROOM_CLEAR - FIRST_LINE_EM
    return CutLines(edges, frozenset(narrow))


def _leaves_a_tail(draft: Draft, i: int) -> bool:
    """Tell whether a line that ends in a mark and the few characters below it, which end nothing, fill the column."""
    if i + 1 >= len(draft.pieces) or not draft.measures[i]:
        return False
    above, below = draft.pieces[i], draft.pieces[i + 1]
    filled = abs(above.edge + below.width - draft.measures[i]) <= TAIL_SLACK
    return filled and above.text[-1] in MARKS and below.width <= FRAGMENT_TAIL and below.text.isalpha()


def _printed_line(draft: Draft, free: Sequence[int], at: int, loose: bool, opens: bool = True) -> PrintedLine:
    """Count the pieces from free[at] on that fill one line of the column; 1 where there is none.

    `loose` allows more, for files that were seen to be cut like this; `opens` tells that a paragraph may begin here.
    """
    measure = draft.measures[free[at]]
    total = draft.pieces[free[at]].edge
    latin = 2 * (len(draft.pieces[free[at]].text) - draft.pieces[free[at]].width)
    cut_in_sentence = spaced = False
    best = PrintedLine()
    saved = 0.0  # em, by marks that meet at the cuts
    for n in range(1, min(9, len(free) - at)):
        i, j = free[at + n - 1], free[at + n]
        above, below = draft.pieces[i], draft.pieces[j]
        a, b = above.text, below.text
        if is_hanging(above, below) and j == i + 1:
            total, saved = total + below.width, saved + HANGING
            narrow = opens and abs(total + FIRST_LINE_EM - measure) <= 1.2
            best = PrintedLine(n + 1, FIRST_LINE_EM if narrow else 0.0)
            continue
        if n == 1 and LONE_MARK.match(a) and not (below.number or below.look):
            total, spaced = total + below.width + SPACE, True
            best = PrintedLine(2, FIRST_LINE_EM if 0 <= measure - total - FIRST_LINE_EM < 1 else 0.0)
            continue
        stretched = below.blanks > draft.double_spaced and _letters_meet(a, b)
        beside_mark = a[-1] in MARKS or b[0] in MARKS or len(b) <= 3 and b.isdigit() or stretched
        filled = total > measure - 1 and not (loose and below.width <= FRAGMENT_TAIL)
        if not measure or j != i + 1 or not beside_mark or filled or below.indent > INDENT_MIN:
            return best
        numbered = below.number is not None and not (loose and below.number.style == "circled")
        if above.closed and numbered or a[0] in "（(" and SIGNED.match(a) or b[0] in "（(" and SIGNED.match(b):
            return best
        total += below.width + (SPACE if stretched else 0.0)
        latin += 2 * (len(b) - below.width)
        close = are_set_close(above, below)
        saved += MEETING if close else 0.0
        spaced = spaced or stretched
        following = draft.pieces[j + 1].head if j + 1 < len(draft.pieces) else 1.0
        # Where lines are cut like this, a short line without an end is a part of one more likely than a heading.
        cut_in_sentence = cut_in_sentence or not above.closed or loose and not below.closed
        spare = 1.0 + ROOM_LATIN * latin
        short = max(spare, following) if spaced else spare
        fills = -short <= total - measure <= spare + saved
        off = total + FIRST_LINE_EM - measure
        narrow = opens and (-short if spaced else -1.2 if loose else -0.5) <= off <= (1.2 if loose else 0.5)
        if n == 1 and above.closed and total > measure + TAIL_OVER and _opens_alone(draft, j):
            return best
        if cut_in_sentence and (loose or n >= 2 or close or spaced) and (fills or narrow):
            best = PrintedLine(n + 1, FIRST_LINE_EM if narrow else 0.0)
            if not loose and not saved and not spaced:
                return best
        if total > measure + spare + saved:
            return best
    return best


def _letters_meet(above: str, below: str) -> bool:
    """Tell whether Latin letters or digits meet others or Chinese ones, where a justified line is stretched."""
    ends, begins = above[-1], below[0]
    numbers = ends.isdigit() and begins.isdigit()  # the cells of a table
    return ends.isalnum() and begins.isalnum() and (ends.isascii() or begins.isascii()) and not numbers


def _opens_alone(draft: Draft, j: int) -> bool:
    """Tell whether a piece fills a line by itself, but for the two em of an indent that was lost."""
    following = draft.pieces[j + 1] if j + 1 < len(draft.pieces) else None
    edge = draft.pieces[j].edge + FIRST_LINE_EM
    return following is not None and edge <= draft.measures[j] < edge + following.head


def _hangs(draft: Draft, j: int) -> bool:
    return j < len(draft.pieces) and is_hanging(draft.pieces[j - 1], draft.pieces[j])
