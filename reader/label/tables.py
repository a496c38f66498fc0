"""Tables, however they came out: pipes, tabs, cells set apart by spaces, one cell a line.

Pipes and tabs are plain to see. A flattened table is a run of short lines without end marks; rows
that begin with numbers counting up give it away, or the same number of cells line after line, or
columns in which numbers and words alternate with a fixed period.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from reader.draft import Draft, Label, Mark
from reader.label.params import (
    CELL_EM,
    CELL_SLACK,
    CELL_WRAP_EM,
    CELLS_ALIKE,
    TABLE_CELLS,
    TABLE_GAP,
    TABLE_HEAD_LINES,
    TABLE_ROW_LINES,
)
from reader.patterns import (
    LETTER,
    SIGNED,
    TABLE_HINT,
    is_caption,
    is_contact,
    is_letter_spaced,
    label_line,
    rare,
    unbalanced_open,
)

PIPE_RULE = rare(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
TAB_RULE = rare(r"^[-=—]{2,}(?:\t[-=—]{2,})+$")
ROW_NUMBER = re.compile(rf"^(\d{{1,2}})(?:[ \t\u3000]+(?={LETTER})|$)")
CELL_GAP = re.compile(r"[ \t\u3000]+")
NUMERIC = rare(
    r"^[约~≥≤<>＜＞±+-]?\s*\d(?:[\x00-\xff]|[^\w]|[μ万亿千百元台套项个人次件只辆吨年月天日左右以上下])*$|^[-—/]$|\S@\S"
)


def tables(draft: Draft) -> Iterator[Mark]:
    """Label all tables, the plainest shapes first."""
    cells = {i for i in draft.free if _cell_like(draft, i)}
    taken: set[int] = set()
    for find in (_piped, _tabbed, _row_numbered, _spaced, _cell_a_line):
        for group, rule in find(draft, cells, taken):
            taken.update(group)
            cells.difference_update(group)
            for i in group:
                text = draft.pieces[i].text
                if "-" in text and PIPE_RULE.match(text) or rule != "table of pipes" and TAB_RULE.match(text):
                    yield Mark(i, Label("furniture", "rule of a table", data="table-rule"))
                else:
                    yield Mark(i, Label("table", rule, 0.9, group[0], data=rule))


Found = Iterator[tuple[list[int], str]]


def _piped(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    run: list[int] = []
    for i in [*draft.free, -1] if "|" in draft.text else ():
        text = draft.pieces[i].text if i >= 0 else ""
        row = i >= 0 and text.count("|") >= 2 and (text[0] == "|" or PIPE_RULE.match(text) or text.count("|") >= 2)
        if row and (not run or i - run[-1] <= TABLE_GAP):
            run.append(i)
            continue
        if len(run) >= 2:
            yield run, "table of pipes"
        run = [i] if row else []


def _tabbed(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    """Find rows of cells between tabs; a footnote or a page's edge may stand in between."""
    run: list[int] = []
    for i in [*draft.free, -1] if "\t" in draft.text else ():
        row = i >= 0 and ("\t" in draft.pieces[i].text or draft.pieces[i].indent and _leads_with_tab(draft, i))
        near = not run or all(draft.role(k) for k in range(run[-1] + 1, i)) or _continues_cell(draft, run, i)
        if row and near:
            run += [k for k in range(run[-1] + 1, i) if not draft.role(k)] if run else []
            run.append(i)
            continue
        if sum(not TAB_RULE.match(draft.pieces[k].text) for k in run) >= 2:
            yield run, "table of tabs"
        run = [i] if row else []


def _leads_with_tab(draft: Draft, i: int) -> bool:
    start = draft.pieces[i].start
    return "\t" in draft.text[draft.text.rfind("\n", 0, start) + 1 : start]


def _continues_cell(draft: Draft, run: list[int], i: int) -> bool:
    """Tell whether the lines between two tab rows are the wrapped rest of the upper row's last cell."""
    between = [k for k in range(run[-1] + 1, i) if not draft.role(k)]
    return 0 < len(between) <= 3 and not any(draft.opens(k) for k in between)


def _unclosed(draft: Draft, i: int) -> bool:
    piece = draft.pieces[i]
    return not piece.closed and piece.text[-1] not in "，、；：,;:"


def _cell_like(draft: Draft, i: int) -> bool:
    """Tell whether a free piece could be a cell or a row: unclosed, no caption, label, byline or heading number."""
    text, number = draft.pieces[i].text, draft.pieces[i].number
    if text[0] == "#" or not _unclosed(draft, i):
        return False
    if number and number.style != "arab" and number.end < len(text):
        return False
    return not (is_caption(text) or SIGNED.match(text) or is_contact(text) or is_letter_spaced(text))


def _row_numbered(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    """Find rows that begin with 1, 2, 3 … and the header above the first."""
    free = [i for i in draft.free if i not in taken]
    rows: list[int] = []
    for i in free:
        text = draft.pieces[i].text
        m = ROW_NUMBER.match(text) if text[0].isdecimal() else None
        value = int(m.group(1)) if m else 0
        if rows and value == len(rows) + 1 and i - rows[-1] <= CELL_EM and _same_shape(draft, rows[-1], i):
            rows.append(i)
            continue
        if value != 1 and (not rows or i - rows[-1] <= CELL_EM):
            continue
        yield from _if_table(draft, rows, cells)
        rows = [i] if value == 1 and _unclosed(draft, i) else []
    yield from _if_table(draft, rows, cells)


def _if_table(draft: Draft, rows: list[int], cells: set[int]) -> Found:
    """Believe three numbered rows, or two below a head of as many cells as they have."""
    if len(rows) < 2:
        return
    whole = _whole_table(draft, rows, cells)
    lone = draft.pieces[rows[0]].text.isdigit()
    head = sum(i < rows[0] for i in whole)
    if len(rows) >= 3 or lone and head >= 3 and head == rows[1] - rows[0]:
        yield whole, "table of numbered rows"


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
    return draft.pieces[i].edge > measure - 3


def _end_of_last_row(draft: Draft, rows: list[int]) -> int:
    """Let the last row have as many cells as the others, and end before a heading or a paragraph."""
    lone = draft.pieces[rows[0]].text.isdigit()
    spans = list(pairwise(rows))
    widest = max(draft.pieces[k].edge for k in range(rows[0], rows[-1]))
    cells = Counter(
        sum(_begins_cell(draft, k, widest) for k in range(a, b))
        if lone
        else len(CELL_GAP.split(draft.joined(range(a, b))))
        for a, b in spans
    )
    usual = max(cells, key=lambda n: (cells[n], n))
    last, seen = rows[-1], 1
    for i in range(rows[-1] + 1, len(draft.pieces)):
        if draft.role(i):
            if draft.role(i) == "furniture" or draft.role(i) == "note":
                continue
            break
        text, number = draft.pieces[i].text, draft.pieces[i].number
        if number and number.style != "arab" and not draft.pieces[i].closed:
            break
        if _begins_cell(draft, i, widest):
            seen += 1
            row = draft.joined(range(rows[-1], i))
            complete = seen > usual if lone else len(CELL_GAP.split(row)) >= usual and not unbalanced_open(row)
            if complete or SIGNED.match(text) or i - rows[-1] > TABLE_ROW_LINES:
                break
        last = i
    return last


def _begins_cell(draft: Draft, i: int, widest: float) -> bool:
    """Tell whether a cell begins at a piece: the line above is not one that fills the widest column."""
    above = draft.pieces[i - 1]
    full = above.edge > max(widest - CELL_SLACK, CELL_WRAP_EM) and not above.closed
    return not draft.role(i) and draft.opens(i) and not full


def _spaced(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    """Find lines with the same number of cells set apart by spaces, their head above them."""
    run: list[int] = []
    width = {i: found for i in cells if (found := _cells(draft, i))}
    for i in [*draft.free, -1]:
        count = width.get(i, 0)
        if run and i == run[-1] + 1 and count >= 2 and abs(count - width[run[-1]]) <= 1:
            run.append(i)
            continue
        yield from _if_aligned(draft, run, cells, width)
        run = [i] if count >= 2 else []


def _if_aligned(draft: Draft, run: list[int], cells: set[int], width: Mapping[int, int]) -> Found:
    """Believe a run of aligned lines; a head of more words (2023 年) can stand right above."""
    if len(run) < 2 or max(width[k] for k in run) < 3:
        return
    above = run[0] - 1
    head = above in cells and width.get(above, 0) > width[run[0]] and not _numeric_cells(draft, above)
    if head and _aligned(draft, [above, *run]):
        yield [above, *run], "table of spaces"
    elif len(run) >= 3 and _aligned(draft, run):
        yield run, "table of spaces"


def _numeric_cells(draft: Draft, i: int) -> bool:
    """Tell whether a line begins or ends with a number, as a head does not."""
    cells = CELL_GAP.split(draft.pieces[i].text)
    return bool(NUMERIC.search(cells[0]) or NUMERIC.search(cells[-1]))


def _cells(draft: Draft, i: int) -> int:
    """Count the cells of a piece; 0 where it is a sentence or a label line."""
    text = draft.pieces[i].text
    return 0 if "，" in text or "。" in text or label_line(text) else len(CELL_GAP.split(text))


def _aligned(draft: Draft, run: list[int]) -> bool:
    """Tell whether most rows have equally many cells and some column holds mostly numbers below its head."""
    rows = [CELL_GAP.split(draft.pieces[i].text) for i in run[1:]]
    usual, count = Counter(map(len, rows)).most_common(1)[0]
    if usual < 3 or count < 0.6 * len(rows):
        return False
    body = [row for row in rows if len(row) == usual]
    numbers = [sum(bool(NUMERIC.search(row[c])) for row in body) for c in range(usual)]
    return len(body) >= 2 and max(numbers) >= 0.6 * len(body) and not numbers[0]


def _cell_a_line(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    """Find runs of short unclosed lines with a fixed period of words and numbers, or named as a table above."""
    run: list[int] = []
    for i in [*draft.free, -1]:
        cell = (
            i in cells
            and draft.pieces[i].width <= CELL_EM
            and (draft.pieces[i].number is None or draft.pieces[i].text.isdigit())
            and not label_line(draft.pieces[i].text)
        )
        if cell and (not run or i == run[-1] + 1):
            run.append(i)
            continue
        if len(run) >= TABLE_CELLS:
            best = _periodic(draft, run)
            if best:
                yield best, "table of one cell a line"
        run = [i] if cell else []


def _periodic(draft: Draft, run: list[int]) -> list[int]:
    """Return the part of a run whose cells repeat with a period of 2 to 8 columns."""
    kinds = [bool(NUMERIC.search(draft.pieces[i].text)) for i in run]
    above = draft.pieces[run[0] - 1].text if run[0] else ""
    hinted = bool(TABLE_HINT.search(above)) or bool(above[:1] == "表" and is_caption(above))
    for skip in range(1 if hinted else min(3, len(run))):
        part, kind = run[skip:], kinds[skip:]
        for columns in range(2, 9):
            rows, rest = divmod(len(part), columns)
            if rest or rows < 3 or kind[0] or sum(kind[:columns]) > columns / 2 + 1:
                continue
            body = [kind[r * columns : (r + 1) * columns] for r in range(1, rows)]
            usual = [sum(row[c] for row in body) * 2 > len(body) for c in range(columns)]
            alike = sum(row[c] == usual[c] for row in body for c in range(columns))
            if any(usual) and not usual[0] and alike >= CELLS_ALIKE * len(body) * columns:
                return part
    return run if hinted and any(kinds) else []
