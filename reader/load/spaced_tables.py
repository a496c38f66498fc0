"""Tables in a text that shows pages as they are laid out: short texts that stand below one another, row after row.

The spaces between them tell the columns. A cell of several lines takes several rows of the text, a name of several
rows stands in their middle. Whether it is a table is added up: its columns, numbers, a caption above.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.load.gutters import RIGHT_LEAST, Row, Segment
from reader.text.han import simplified

LONGEST = 30  # characters of a cell on one line
SENTENCE = re.compile(r"[。；！？!?，]$|，.*，|。.")
LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}|\.( \.){3,}")
LABEL = re.compile(r"[：:]$|^[^：:]{1,8}[：:](?!\d\d)\S")
CONTACT = re.compile(r"@|^\+?\d{2,4}[-—]\d{6,8}$|^1\d{10}$")
FOLIO = re.compile(r"第 ?\d+ ?[页版期]|[—–-] ?\d+ ?[—–-]$")
NUMERIC = re.compile(r"^\W*+\d[\d\W]*+[年月日%％]?$|^[—–-]$")
COUNTED = r" ?[\d一二三四五六七八九十]"
TABLE_ABOVE = re.compile(r"^[（(]?(?:(?:表|图表|续表|附表|Table)|(?:金额|计量)?单位 ?[:：])")
BETWEEN_TABLES = re.compile(
    rf"^(?:(?:图表?|[续附]?表|Table|Fig(?:ure)?\.?){COUNTED}+[ \u3000:：.．]"
    r"|(?:注|备注|说明|(?:(?:数据|资料)?来源)) ?\d?[:：])"
)
TABLE_SPOKEN = re.compile(r"下表|如表|见表")
PICTURE_BELOW = re.compile(rf"^(?:图|Fig(?:ure)?\.?){COUNTED}")
TWO_NUMBERS = re.compile(r"^(?=.*\d)[-+±~\d.,%:/]+ (?=.*\d)[-+±~\d.,%:/]+$")

PILE_SHARE = 0.25  # of the lines, that stand in each column where only white that runs down tells it
APART = 1  # empty rows between two rows of a table, at most
REST_LINES = 2  # lines of one cell, at most, between two rows
COLUMNS_MOST = 16
CUT_AWAY = 2.5  # cells by which a single space can miss the gap between two columns
BETWEEN = 0.3  # of the way to the next column: what stands further off belongs to both
WHOLE = 0.6  # of the rows, that hold a text in each column but one
BELIEVED = 3.0  # log odds of a table from which on rows are held to be one
ROSTER = 4  # characters; a list whose cells are all as short and without numbers is one of names


class SpacedCell(NamedTuple):
    """A cell: its texts, one a line, its place, and how many rows it takes."""

    lines: tuple[Segment, ...]
    row: int
    column: int
    down: int = 1


class SpacedTable(NamedTuple):
    """The rows `[begin, end)` of a text that are a table, and its cells row by row."""

    begin: int
    end: int
    cells: tuple[SpacedCell, ...]


class Column(NamedTuple):
    """Where a column's cells stand: its outermost cells of the page, and the middle."""

    left: float
    right: float
    middle: float


Cells = dict[int, Segment]  # of one line of the text, by column


def tables_of(rows: Sequence[Row]) -> Iterator[SpacedTable]:
    """Yield the tables among the rows of one column of text."""
    for begin, last in _runs(rows):
        parts = [_parted(row) for row in rows[begin:last]]
        columns = _columns(parts)
        if len(columns) < 2:
            continue
        end = last + sum(1 for _ in _rest(rows, last, columns))
        texts = [*parts, *(row.segments for row in rows[last:end])]
        lines = [_placed(segments, columns, head=not k) for k, segments in enumerate(texts)]
        if any(len(cells) == 0 for cells in lines):
            continue
        cells = tuple(_cells(lines, [row.blanks for row in rows[begin:end]], columns))
        score = _told_by_cells(cells, len(columns)) + _told_around(rows, begin, end, len(columns))
        if score >= BELIEVED:
            yield SpacedTable(begin, end, cells)


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield where rows of two and more short texts follow each other, a line or two of one cell between them."""
    begin = last = -1
    for k, row in enumerate(rows):
        between = len(row.segments) == 1 and BETWEEN_TABLES.match(simplified(row.segments[0].text))
        near = last >= 0 and row.blanks <= APART and not between
        if begin >= 0 and not (near and k - last <= REST_LINES + 1 and (_is_row(row) or _is_short(row))):
            if last - begin >= 1:
                yield begin, last + 1
            begin = last = -1
        if _is_row(row):
            begin, last = (k if begin < 0 else begin), k
    if begin >= 0 and last - begin >= 1:
        yield begin, last + 1


def _is_short(row: Row) -> bool:
    """Tell whether the texts of a row could be cells; only one that stands further in may be as long as a paragraph."""
    first = row.segments[0]
    begins = len(row.segments) > 1 or first.left < RIGHT_LEAST
    return not begins or len(first.text) <= LONGEST and not SENTENCE.search(first.text)


def _is_row(row: Row) -> bool:
    """Tell whether a row of the text could be one of a table: two short texts at least, neither a sentence."""
    if len(row.segments) < 2 and not TWO_NUMBERS.match(row.segments[0].text):
        return False
    return _is_short(row) and not any(LEADER.search(s.text) or FOLIO.search(s.text) for s in row.segments)


def _parted(row: Row) -> tuple[Segment, ...]:
    """Part two numbers with a single space between them, as narrow columns have."""
    found: list[Segment] = []
    for segment in row.segments:
        found += _cut(segment, segment.text.index(" ")) if TWO_NUMBERS.match(segment.text) else (segment,)
    return tuple(found)


def _cut(segment: Segment, at: int) -> tuple[Segment, Segment]:
    """Cut a segment at the space that stands there."""
    left, right = segment.text[:at], segment.text[at + 1 :]
    share = (segment.right - segment.left) / len(segment.text)
    here = segment.start + at
    return (
        Segment(segment.start, here, segment.left, segment.left + share * at, left),
        Segment(here + 1, segment.end, segment.left + share * (at + 1), segment.right, right),
    )


def _columns(parts: Sequence[Sequence[Segment]]) -> list[Column]:
    """Find the columns: by white that runs down between them, or by the rows that have as many texts as most."""
    counts = Counter(len(segments) for segments in parts if len(segments) > 1)
    usual = max(counts, key=lambda n: (counts[n] * n, n), default=0)
    full = [segments for segments in parts if len(segments) == usual]
    piles: list[list[Segment]] = _between_white(parts)
    if len(piles) <= usual or min(map(len, piles)) < max(2, PILE_SHARE * len(parts)):
        piles = [list(column) for column in zip(*full, strict=True)]
    if not 2 <= len(piles) <= COLUMNS_MOST:
        return []
    return [
        Column(
            min(s.left for s in pile), max(s.right for s in pile), sum(s.left + s.right for s in pile) / 2 / len(pile)
        )
        for pile in piles
    ]


def _between_white(parts: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """Put texts together that no white parts which runs from the first line down to the last."""
    piles: list[list[Segment]] = []
    reach = -1.0
    for segment in sorted((s for segments in parts for s in segments), key=lambda s: s.left):
        if not piles or segment.left >= reach + 1.0:
            piles.append([])
        piles[-1].append(segment)
        reach = max(reach, segment.right)
    return piles


def _placed(segments: Sequence[Segment], columns: Sequence[Column], *, head: bool) -> Cells:
    """Put the texts of a line in columns, in their order, each as near as it can be; none where there are too many."""
    segments = _cut_at_columns(segments, columns, head=head)
    if len(segments) > len(columns):
        return {}
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]  # cost, and the columns so far
    for segment in segments:
        ways = [
            min((cost + _away(segment, column), (*places, k)) for cost, places in before)
            for k, column in enumerate(columns)
            if (before := [way for way in ways if not way[1] or way[1][-1] < k])
        ]
    return dict(zip(min(ways)[1], segments, strict=True))


def _away(segment: Segment, column: Column) -> float:
    """Measure how far a text stands from a column."""
    outside = max(0.0, column.left - segment.right, segment.left - column.right)
    return outside + 0.2 * abs((segment.left + segment.right) / 2 - column.middle)


def _cut_at_columns(segments: Sequence[Segment], columns: Sequence[Column], *, head: bool) -> list[Segment]:
    """Cut the texts of a line that has too few of them at single spaces that stand between two columns.

    The names of columns are seldom more than one word: of a head, all spaces count where they are as many as needed.
    """
    missing = len(columns) - len(segments)
    out: list[Segment] = []
    for segment in segments:
        while missing > 0 and (at := _space_between(segment, columns)) >= 0:
            left, segment = _cut(segment, at)
            out.append(left)
            missing -= 1
        out.append(segment)
    if head and missing > 0 and sum(segment.text.count(" ") for segment in out) == missing:
        return [part for segment in out for part in _words(segment)]
    return out


def _words(segment: Segment) -> Iterator[Segment]:
    """Cut a segment at all its spaces."""
    while (at := segment.text.find(" ")) > 0:
        left, segment = _cut(segment, at)
        yield left
    yield segment


def _space_between(segment: Segment, columns: Sequence[Column]) -> int:
    """Find the first single space of a text that stands where one column ends and the next begins."""
    share = (segment.right - segment.left) / max(1, len(segment.text))
    for left, right in pairwise(columns):
        if not (segment.left < left.middle and segment.right > right.middle):
            continue
        middle = (left.right + right.left) / 2
        slack = abs(right.left - left.right) / 2 + CUT_AWAY
        spaces = [m.start() for m in re.finditer(" ", segment.text)]
        near = [
            at
            for at in spaces
            if abs(segment.left + share * (at + 0.5) - middle) <= slack or NUMERIC.match(segment.text[at + 1 :])
        ]
        if near:
            return min(near, key=lambda at: abs(segment.left + share * (at + 0.5) - middle))
    return -1


def _rest(rows: Sequence[Row], last: int, columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the lines right below the last row that go on with one of its cells."""
    for row in rows[last : last + REST_LINES]:
        only = row.segments[0]
        inside = any(c.left - 1 <= only.left and only.right <= c.right + 1 for c in columns[1:])
        if row.blanks or len(row.segments) > 1 or not _is_short(row) or not inside:
            return
        yield row


def _told_by_cells(cells: Sequence[SpacedCell], columns: int) -> float:
    """Weigh, as log odds, what the cells tell of their being a table."""
    texts = [segment.text for cell in cells for segment in cell.lines]
    rows = Counter(cell.row for cell in cells)
    numbers = sum(bool(NUMERIC.match(text)) for text in texts) / len(texts)
    score = {2: -1.5, 3: 0.5}.get(columns, 1.5) + (0.0 if len(rows) < 3 else 0.5 if len(rows) < 5 else 1.0)
    score += 2.0 if numbers >= 0.35 else 1.0 if numbers >= 0.15 else 0.0
    whole = sum(filled >= columns - 1 for filled in rows.values()) / len(rows)
    score += 1.0 if whole >= WHOLE else -4.0
    score -= 4.0 if sum(bool(LABEL.search(text)) for text in texts) > 0.2 * len(texts) else 0.0
    score -= 3.0 if sum(bool(CONTACT.search(text)) for text in texts) > 0.15 * len(texts) else 0.0
    score -= 4.0 if not numbers and max(map(len, texts)) <= ROSTER else 0.0
    return score


def _told_around(rows: Sequence[Row], begin: int, end: int, columns: int) -> float:
    """Weigh what stands around: a caption or a unit above speaks for a table, the name of a picture below against."""
    above = [simplified(row.segments[0].text) for row in rows[max(0, begin - 2) : begin]]
    below = [simplified(row.segments[0].text) for row in rows[end : end + 3]]
    captioned = any(TABLE_ABOVE.match(text) for text in above)
    score = 3.0 if captioned else 1.5 if any(TABLE_SPOKEN.search(text) for text in above[-1:]) else 0.0
    pictured = not captioned and any(PICTURE_BELOW.match(text) for text in below)
    first = [row.segments[-1].text for row in rows[begin:end]]
    listed = columns == 2 and not captioned and _counts_up([int(text) for text in first if text.isdecimal()])
    return score - (8.0 if pictured else 0.0) - (5.0 if listed else 0.0)


def _counts_up(numbers: Sequence[int]) -> bool:
    """Tell whether numbers never fall, as the pages of a list of contents do."""
    return len(numbers) > 1 and list(numbers) == sorted(numbers)


def _cells(lines: Sequence[Cells], blanks: Sequence[int], columns: Sequence[Column]) -> Iterator[SpacedCell]:
    """Yield the cells row by row, those of several lines put together."""
    rows: list[dict[int, tuple[Segment, ...]]] = []
    for group in _grouped(lines, blanks, columns):
        row: dict[int, tuple[Segment, ...]] = {}
        for cells in group:
            for column, segment in cells.items():
                row[column] = (*row.get(column, ()), segment)
        rows.append(row)
    names = _names(rows, len(columns))
    for number, row in enumerate(rows):
        own = {column: segments for column, segments in row.items() if column or number in names}
        if number in names:
            own[0] = rows[names[number][0]][0]
        for column, segments in sorted(own.items()):
            yield SpacedCell(segments, number, column, names[number][1] if column == 0 else 1)


def _grouped(lines: Sequence[Cells], blanks: Sequence[int], columns: Sequence[Column]) -> list[list[Cells]]:
    """Put the lines of one row of the table together."""
    found = list(_one_by_one(lines, blanks, columns))
    head = len(found[0])
    if head < len(lines) and 0 not in lines[head]:
        return [found[0], *centred] if (centred := _centred(lines[head:])) else found
    return found


def _centred(lines: Sequence[Cells]) -> list[list[Cells]]:
    """Put lines together where the names of rows stand in their middle; nothing where some row is uneven."""
    groups: list[list[Cells]] = []
    start = 0
    for k, cells in enumerate(lines):
        if 0 not in cells:
            if len(cells) > 1 and any(NUMERIC.match(segment.text) for segment in cells.values()):
                return []
            continue
        end = 2 * k - start + 1
        if end > len(lines) or any(0 in below for below in lines[k + 1 : end]):
            return []
        groups.append(list(lines[start:end]))
        start = end
    return groups if start == len(lines) else []


def _one_by_one(lines: Sequence[Cells], blanks: Sequence[int], columns: Sequence[Column]) -> Iterator[list[Cells]]:
    """Put each line with the row above where it goes on with it, or with the line below that it completes."""
    group: list[Cells] = []
    completed = False
    for k, cells in enumerate(lines):
        following = lines[k + 1] if k + 1 < len(lines) and not blanks[k + 1] else None
        completes = not completed and following is not None and _completes(cells, following, len(columns))
        if group and (completed or not completes and not blanks[k] and _goes_on(group, cells, columns)):
            group.append(cells)
        else:
            if group:
                yield group
            group = [cells]
        completed = completes
    if group:
        yield group


def _completes(cells: Mapping[int, Segment], following: Mapping[int, Segment], columns: int) -> bool:
    """Tell whether two lines of the text are one row: what one of them holds the other one lacks, its name included."""
    if cells.keys() & following.keys() or (0 in cells) == (0 in following):
        return False
    if 0 in cells and _is_rest(cells[0].text):
        return False
    return len(cells) + len(following) >= columns - 1


def _is_rest(name: str) -> bool:
    """Tell whether a text at a row's beginning is the rest of the one above: what closes or only explains."""
    return name[0] in "（(" or name[-1] in "）)" and not re.search(r"[（(]", name)


def _goes_on(group: Sequence[Cells], cells: Cells, columns: Sequence[Column]) -> bool:
    """Tell whether a line goes on with cells of the row above: it has no name, and stands below some of them."""
    above = {column for line in group for column in line}
    if cells.keys() == {0}:
        return 0 in above and _is_rest(cells[0].text)
    if 0 in cells or not cells.keys() <= above:
        return False
    if len(cells) >= len(columns) - 1 > 1 and any(NUMERIC.match(segment.text) for segment in cells.values()):
        return False  # a row whose name is that of the row above
    return not any(_stands_between(segment, columns, k) for k, segment in cells.items())


def _stands_between(segment: Segment, columns: Sequence[Column], k: int) -> bool:
    """Tell whether a text stands between two columns, as the name of both does."""
    middle = (segment.left + segment.right) / 2
    aside = middle - columns[k].middle
    other = k + 1 if aside > 0 else k - 1
    if not 0 < other < len(columns):
        return False
    return abs(aside) > BETWEEN * abs(columns[other].middle - columns[k].middle)


def _names(rows: Sequence[Mapping[int, object]], columns: int) -> dict[int, tuple[int, int]]:
    """Tell for each row that begins with a name which row holds it in the text, and how many rows it takes.

    A name of several rows stands in their middle where the first row below the head has none, else in the first.
    """
    found = {k: (k, 1) for k, row in enumerate(rows) if 0 in row}
    named = [k for k in found if k]
    start = next((k for k, row in enumerate(rows) if k and len(row) == columns - 1 and 0 not in row), len(rows))
    if not named or start > named[0]:
        return found
    for k, following in pairwise([*named, len(rows)]):
        above = k - start
        if 0 < above < following - k and all(len(rows[i]) == columns - 1 for i in range(start, k)):
            del found[k]
            found[start] = (k, 2 * above + 1)
        start = k + max(above, 0) + 1
    return found
