"""Flattened tables whose rows are numbered 1, 2, 3 …: the number alone on its line, or the whole row behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.label.flattened import CELL_EM, CELL_WRAP_EM, is_unclosed
from reader.label.line_fit import slack
from reader.label.typesetting import INDENT_MIN
from reader.model.draft import Draft
from reader.text.patterns import LETTER, SIGNED, ends_sentence, unbalanced_open

TABLE_HEAD_LINES = 60  # lines above the first numbered row that the head can take, furniture included
PROSE_LINES = 60  # lines above a table that tell whether blank lines part the paragraphs of a file
ROW_CHOICES = 4  # lines with the number that is due next among which a row is chosen
TABLE_ROW_LINES = 12  # lines that one flattened row can take
CELL_SLACK = 2.0  # em; a cell's line that ends this near the widest one goes on below

ROW_NUMBER = re.compile(rf"^(\d{{1,2}})(?:[ \t\u3000]+(?={LETTER})|$)")
NAMED_ROW = re.compile(r"^\d{1,2}[ \t\u3000]+[^\s，。；：、]{1,14}[ \t\u3000]+\S")
CELL_GAP = re.compile(r"[ \t\u3000]+")


Found = Iterator[tuple[list[int], list[int]]]  # the lines of a table, and those that begin its numbered rows


def numbered_rows(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    """Find rows that begin with 1, 2, 3 … and the header above the first."""
    numbers: list[tuple[int, int]] = []
    for i in draft.free:
        text = draft.pieces[i].text
        if text[0].isdecimal() and i not in taken and (m := ROW_NUMBER.match(text)):
            numbers.append((i, int(m.group(1))))
    end = 0
    for at, (i, value) in enumerate(numbers):
        if value != 1 or i < end or not (is_unclosed(draft, i) or NAMED_ROW.match(draft.pieces[i].text)):
            continue
        rows = _longest_chain(draft, numbers, at)
        for whole in _if_table(draft, rows, cells):
            yield whole, rows
            end = whole[-1] + 1


def _longest_chain(draft: Draft, numbers: Sequence[tuple[int, int]], at: int) -> list[int]:
    """Follow the rows from a first one on: of the ways to count on, the longest, and then the most even.

    A number in a cell can be the one that is due next; then the rows that it makes are of uneven length.
    """
    best = (1.0, [numbers[at][0]])
    lone = draft.pieces[numbers[at][0]].text.isdigit()
    for second in _due(draft, numbers, at, 2):
        places = [numbers[at][0], numbers[second][0]]
        best = max(best, (_evenness(places, lone), places), key=lambda found: found[0])
        here = second
        while following := _due(draft, numbers, here, len(places) + 1):
            wanted = 2 * places[-1] - places[-2] if lone else places[-1]
            _, here = min((abs(numbers[k][0] - wanted), k) for k in following)
            places = [*places, numbers[here][0]]
            best = max(best, (_evenness(places, lone), places), key=lambda found: found[0])
    return best[1]


def _evenness(places: Sequence[int], lone: bool) -> float:
    """Count the rows, less where one is much shorter than the others: no row has fewer lines than cells."""
    steps = [b - a for a, b in pairwise(places)]
    uneven = sum(steps) / len(steps) / min(steps) - 1
    return len(places) - (2 * uneven if lone else 0.1 * uneven)


def _due(draft: Draft, numbers: Sequence[tuple[int, int]], at: int, value: int) -> list[int]:
    """Return the places, in `numbers`, of the number that is due within the next lines."""
    found: list[int] = []
    first = seen = numbers[at][0]
    lone = draft.pieces[first].text.isdigit()
    for k in range(at + 1, len(numbers)):
        i, number = numbers[k]
        if i - first > CELL_EM or number == 1 and not lone or len(found) == ROW_CHOICES:
            break
        if any(draft.role(between) not in ("", "furniture", "note") for between in range(seen, i)):
            break
        seen = i
        if number == value and _same_shape(draft, first, i):
            found.append(k)
    return found


def _if_table(draft: Draft, rows: list[int], cells: set[int]) -> Iterator[list[int]]:
    """Believe three numbered rows, or two below a head of as many cells as they have."""
    if len(rows) < 2:
        return
    whole = _whole_table(draft, rows, cells)
    lone = draft.pieces[rows[0]].text.isdigit()
    head = [i for i in whole if i < rows[0]]
    if lone and len(rows) >= 3 and all(len(head) == b - a + 1 for a, b in pairwise(rows)):
        whole, head = whole[1:], head[1:]  # one line too many is the name of the table
    if not is_unclosed(draft, rows[0]):  # then the text of a row is as long as a paragraph
        named = all(NAMED_ROW.match(draft.pieces[i].text) for i in rows)
        believed = named and len(rows) >= 3 and _cells_in(draft, head) >= 2
    elif len(rows) >= 3:
        pairs = list(pairwise(rows))
        headed = sum(_is_headed(draft, a, b) for a, b in pairs)
        believed = lone or not all(_is_item(draft, a, b) for a, b in pairs) and 2 * headed < len(pairs)
    elif lone:
        believed = len(head) >= 3 and len(head) == rows[1] - rows[0]
    else:
        believed = len(head) == 1 and _cells_in(draft, head) == _cells_in(draft, rows[:1]) >= 3
    if believed:
        yield whole


def _is_item(draft: Draft, row: int, following: int) -> bool:
    """Tell whether a row is an item of a list: a number and sentences."""
    text = draft.joined([i for i in range(row, following) if not draft.role(i)])
    return len(CELL_GAP.split(text)) == 2 and ends_sentence(text)


def _is_headed(draft: Draft, row: int, following: int) -> bool:
    """Tell whether a row is a numbered heading above text: a line that ends early, then sentences."""
    below = [i for i in range(row + 1, following) if not draft.role(i)]
    if len(CELL_GAP.split(draft.pieces[row].text)) > 2 or not below:
        return False
    reach = draft.measures[row] or max(draft.pieces[i].edge for i in below) / 2
    room = reach - draft.pieces[row].edge > CELL_SLACK
    return room and any("。" in draft.pieces[i].text for i in below)


def _cells_in(draft: Draft, lines: list[int]) -> int:
    return len(CELL_GAP.split(draft.joined(lines))) if lines else 0


def _same_shape(draft: Draft, i: int, j: int) -> bool:
    """Tell whether two rows are alike: both a number alone, or both a number and more."""
    return draft.pieces[i].text.isdigit() == draft.pieces[j].text.isdigit()


def _whole_table(draft: Draft, rows: list[int], cells: set[int]) -> list[int]:
    first = rows[0]
    for above in range(rows[0] - 1, max(-1, rows[0] - 1 - TABLE_HEAD_LINES), -1):
        if draft.role(above) in ("furniture", "note"):
            continue
        if above not in cells or _is_prose(draft, above):
            break
        first = above
    return [i for i in range(first, _end_of_last_row(draft, rows) + 1) if not draft.role(i)]


def _is_prose(draft: Draft, i: int) -> bool:
    """Tell whether a piece fills its line, as running text does."""
    measure = draft.measures[i] or 40.0
    text = draft.pieces[i].text
    cells = len(CELL_GAP.findall(text)) >= 2 and not any(mark in text for mark in "，。；")
    return draft.pieces[i].edge > measure - 3 and not cells


class _Walls:
    """Where the cells of numbered rows are broken: at the column's edge, or at the width of their own box."""

    def __init__(self, draft: Draft, rows: list[int]) -> None:
        self.draft = draft
        inner = [i for i in range(rows[0], rows[-1]) if not draft.role(i)]
        widest = max(draft.pieces[i].edge for i in inner)
        starts = set(rows)
        full = [(a, b) for a, b in pairwise([*inner, rows[-1]]) if draft.pieces[a].edge > widest - CELL_SLACK]
        going_on = sum(b not in starts for _, b in full)
        boxed = widest > CELL_WRAP_EM and len(full) > 1 and going_on * 2 > len(full)
        self.box = widest - CELL_SLACK if boxed else 0.0
        self.blanks = max((draft.pieces[b].blanks for a, b in pairwise(inner) if b == a + 1), default=0)
        self.indent = max(draft.pieces[i].indent for i in inner)
        above = next(
            (i for i in range(rows[0] - 1, max(-1, rows[0] - 1 - PROSE_LINES), -1) if draft.pieces[i].edge > CELL_EM),
            rows[0],
        )
        self.alone = boxed and not draft.measures[above]  # the text around is not wrapped: what is, is a cell
        self.widest = widest
        prose = [p for p in draft.pieces[max(0, rows[0] - PROSE_LINES) : rows[0]] if p.edge > CELL_EM]
        unwrapped = len(prose) > 2 and not draft.measures[rows[0]]
        self.parted = unwrapped and sum(p.blanks > 0 for p in prose) >= 0.8 * len(prose)

    def breaks(self, above: int, below: int) -> bool:
        """Tell whether the line above is full, so that its cell goes on below."""
        piece, measure = self.draft.pieces[above], self.draft.measures[above]
        following = self.draft.pieces[below]
        apart = below == above + 1 and following.blanks > self.blanks
        if apart or following.indent > self.indent + INDENT_MIN:
            return False
        if self.alone and following.edge <= self.widest:
            return piece.edge + following.head > self.widest
        if piece.closed:
            return False
        if self.box and piece.edge > self.box:
            return True
        if self.parted and below == above + 1 and not following.blanks and not following.number:
            return piece.edge >= self.widest
        return measure > CELL_WRAP_EM and slack(self.draft, above, following) < 0


def _end_of_last_row(draft: Draft, rows: list[int]) -> int:
    """Let the last row have as many cells as the others, and end before a heading or a paragraph."""
    lone = draft.pieces[rows[0]].text.isdigit()
    walls = _Walls(draft, rows)
    usual = _usual_cells(draft, rows, walls, lone)
    last, seen, lines = rows[-1], 1, 1
    for i in range(rows[-1] + 1, len(draft.pieces)):
        if draft.role(i) in ("furniture", "note"):
            continue
        number = draft.pieces[i].number
        if draft.role(i) or number and number.style != "arab" and not draft.pieces[i].closed:
            break
        if not walls.breaks(last, i):
            row = draft.joined([k for k in range(rows[-1], i) if not draft.role(k)])
            complete = seen >= usual if lone else len(CELL_GAP.split(row)) >= usual and not unbalanced_open(row)
            if complete or SIGNED.match(draft.pieces[i].text) or lines > TABLE_ROW_LINES:
                break
            seen += 1
        last, lines = i, lines + 1
    return last


def _usual_cells(draft: Draft, rows: list[int], walls: _Walls, lone: bool) -> int:
    """Count the cells that most rows but the last have."""
    counts: Counter[int] = Counter()
    for a, b in pairwise(rows):
        lines = [k for k in range(a, b) if not draft.role(k)]
        if lone:
            counts[1 + sum(not walls.breaks(above, k) for above, k in pairwise(lines))] += 1
        else:
            counts[_cells_in(draft, lines)] += 1
    return max(counts, key=lambda n: (counts[n], -n if lone else n))  # a wrapped cell only adds lines
