"""Flattened tables without row numbers: cells set apart by spaces, or one cell a line.

Cells are short and unclosed; a cell too long for its column goes on in the next line. Page numbers, running
heads and footnotes stand in between where a page ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from reader.label.columns import GAP, WIDE_GAP, fitted, grouped, is_numeric, kind_of, named_columns, odds
from reader.model.draft import Cells, Draft, Label, Mark, Part
from reader.text.patterns import TABLE_HINT, is_caption, label_line

TABLE_CELLS = 6  # cells: two columns of three rows are the smallest flattened table
CELL_WRAP_EM = 15.0  # em; narrower cells are not wrapped to the column
CELL_LINES = 3  # lines that a cell takes where one line holds one cell
COLUMNS_MOST = 8  # columns of a flattened table
HEAD_LINES = 3  # lines that a head takes
EXACT_SHARE = 0.6  # of the rows that have as many cells as the table has columns; with fewer it is none
ROW_EXACT = 0.8  # log odds of each row that has exactly as many cells as the table has columns
ROW_UNEVEN = 1.0  # log odds against each other row
CELL_LOST = 0.7  # log odds against each line of a run that is left out
TABLE_SPARE = 2  # lines of a run, above or below, that are no cells
ROW_MOST = 200  # cells as spaces part them; a line of more is text
TABLE_HINTED = 2.0  # log odds of a table where the text above speaks of one
TABLE_WIDE = 2.0  # log odds of a table where gaps of two and more spaces stand between cells
TABLE_BELIEVED = 2.0  # log odds from which on lines are held to be a table
CELL_EM = 24  # em; a longer line is no cell. Also the most lines one numbered row can take

FLAT = Cells("cells")
Found = Iterator[tuple[list[int], list[tuple[Part, ...]]]]


class TableView(NamedTuple):
    """A way to see a run of lines as a table: how sure it is, its lines, and the parts of each."""

    score: float
    lines: list[int]
    parts: list[tuple[Part, ...]]


def is_unclosed(draft: Draft, i: int) -> bool:
    """Tell whether a piece neither ends a sentence nor breaks off at a comma or colon."""
    piece = draft.pieces[i]
    return not piece.closed and piece.text[-1] not in "，、；：，;,:"


def adjoins(draft: Draft, i: int, j: int) -> bool:
    """Tell whether nothing but a page's furniture and footnotes stands between two pieces."""
    return all(draft.role(k) in ("furniture", "note") for k in range(i + 1, j))


def _is_hinted(draft: Draft, first: int) -> bool:
    """Tell whether the text above names a table: 见下表, or a caption 表1."""
    above = first - 1
    while above >= 0 and draft.role(above) in ("furniture", "note"):
        above -= 1
    text = draft.pieces[above].text if above >= 0 else ""
    return bool(TABLE_HINT.search(text[-40:])) or text[:1] == "表" and is_caption(text)


def _goes_on(draft: Draft, i: int, j: int, edge: float) -> bool:
    """Tell whether piece i was broken where its line was full, so that j goes on with its last cell."""
    return draft.pieces[i].edge + draft.pieces[j].head > edge - 0.5 and draft.pieces[j].indent < 1


def spaced(draft: Draft, cells: set[int]) -> Found:
    """Find lines that hold equally many cells set apart by spaces, wrapped or not."""
    run: list[int] = []
    counts: list[int] = []
    for i in [*draft.free, -1]:
        count = _count(draft, i) if i in cells else 0
        if not run and count <= 1:
            continue
        near = bool(run) and count > 0 and adjoins(draft, run[-1], i)
        if near and (count > 1 or _goes_on(draft, run[-1], i, _edge_of(draft, run))):
            run.append(i)
            counts.append(count)
            continue
        if len(run) >= 3 and max(counts) >= 3 or len(run) >= 2 and max(counts) >= 4:
            best = _best_spaced(draft, run, counts)
            if best:
                yield best.lines, best.parts
        run, counts = ([i], [count]) if count > 1 else ([], [])


def _count(draft: Draft, i: int) -> int:
    """Count the cells of a piece; 0 where it is a sentence or a label line."""
    text = draft.pieces[i].text
    if " " not in text and "\u3000" not in text:
        return 1
    return 0 if "，" in text or "。" in text or label_line(text) else len(GAP.split(text))


def _edge_of(draft: Draft, run: Sequence[int]) -> float:
    """Return where the lines of a run are broken: at their column's edge, or at the widest of them."""
    widest = max(draft.pieces[i].edge for i in run)
    measure = draft.measures[run[-1]]
    return measure if measure and widest <= measure + 1 else widest


def _best_spaced(draft: Draft, run: list[int], counts: list[int]) -> TableView | None:
    """Choose the number of columns and of lines of the head that make the most of a run."""
    hinted = _is_hinted(draft, run[0])
    edge = _edge_of(draft, run)
    texts = [GAP.split(draft.pieces[i].text) for i in run]
    goes_on = [_goes_on(draft, a, b, edge) for a, b in pairwise(run)]
    likely = [n for n, _ in Counter(counts).most_common(3)] + [
        sum(counts[k : k + 2]) for k in range(1, min(4, len(run)))
    ]
    wide = sum(bool(WIDE_GAP.search(draft.pieces[i].text)) for i in run) > len(run) / 2
    prior = (TABLE_HINTED if hinted else 0.0) + (TABLE_WIDE if wide else 0.0)
    best: TableView | None = None
    for columns in sorted({n for n in likely if 3 <= n <= COLUMNS_MOST}):
        for head in range(1, min(HEAD_LINES, len(run) - 1) + 1):
            if head > 1 and not all(goes_on[: head - 1]):
                break
            found = _as_spaced(draft, run, texts, goes_on, columns, head, prior)
            if found and (best is None or found.score > best.score):
                best = found
    return best if best and best.score >= TABLE_BELIEVED else None


class SpacedRows(NamedTuple):
    """The lines of a table as so many columns: its head, and its rows with the lines of each."""

    head: list[str]  # cells
    groups: list[range]  # of lines below the head
    rows: list[list[str]]  # cells
    kinds: list[list[str]]  # of the cells
    usual: list[str]  # kinds, by column


def _as_spaced(
    draft: Draft, run: list[int], texts: list[list[str]], goes_on: list[bool], columns: int, head: int, prior: float
) -> TableView | None:
    """See a run of lines as a head and rows of so many columns; None where too few rows are of that many."""
    title = [cell for cells in texts[:head] for cell in cells]
    if len(title) < columns - 1 or len(title) > 2 * columns:
        return None
    seen = _spaced_rows(title, texts[head:], goes_on[head:], columns, prior)
    if seen is None:
        return None
    begins = fitted(title, ["word"] * columns) if len(title) > columns else list(range(len(title)))
    parts = _spaced_parts(draft, run[:head], begins)
    for group, row in zip(seen.groups, seen.rows, strict=True):
        openers = set(accumulate(len(texts[head + k]) for k in group))
        starts = fitted(row, seen.usual, openers) if len(row) > columns else list(range(len(row)))
        parts += _spaced_parts(draft, [run[head + k] for k in group], starts)
    return TableView(prior + _spaced_score(seen, [kind_of(title[k]) for k in begins]), run, parts)


def _spaced_rows(
    title: list[str], body: list[list[str]], goes_on: list[bool], columns: int, prior: float
) -> SpacedRows | None:
    """Put lines together to rows; None where too few have as many cells as there are columns, or none tells a number.

    What the text above says of a table (`prior`) makes up for a second row and for numbers.
    """
    groups = grouped([len(cells) for cells in body], goes_on, columns)
    rows = [[cell for k in group for cell in body[k]] for group in groups]
    if any(len(row) > ROW_MOST for row in rows):
        return None
    kinds = [[kind_of(cell) for cell in row] for row in rows]
    exact = [row for row in kinds if len(row) == columns]
    if not exact or len(exact) < EXACT_SHARE * len(rows) or len(rows) < 2 and prior < TABLE_HINTED:
        return None
    if not any(is_numeric(kind) for row in kinds for kind in row) and not prior:
        return None
    usual = [Counter(column).most_common(1)[0][0] for column in zip(*exact, strict=True)]
    return SpacedRows(title, groups, rows, kinds, usual)


def _spaced_score(seen: SpacedRows, names: list[str]) -> float:
    """Add up, as log odds, what the columns say; `names` are the kinds of the head's cells."""
    columns = len(seen.usual)
    placed = [
        kinds if len(kinds) <= columns else [kinds[k] for k in fitted(cells, seen.usual)]
        for kinds, cells in zip(seen.kinds, seen.rows, strict=True)
    ]
    full = [row for row in placed if len(row) == columns]
    chance = Counter(kind for row in [names, *full] for kind in row)
    exact = sum(len(row) == columns for row in seen.kinds)
    score = named_columns(seen.head) + odds([*names, *[""] * (columns - len(names))], full, chance)
    return score + ROW_EXACT * exact - ROW_UNEVEN * (len(seen.kinds) - exact)


def _spaced_parts(draft: Draft, lines: Sequence[int], begins: Sequence[int]) -> list[tuple[Part, ...]]:
    """Name the parts of one row's lines: the first cell `row`, others `cell`, and what goes on with a cell `more`."""
    parts: list[tuple[Part, ...]] = []
    at = 0
    for i in lines:
        piece = draft.pieces[i]
        found: list[Part] = []
        cursor = 0
        for gap in [*GAP.finditer(piece.text), None]:
            end = gap.start() if gap else len(piece.text)
            name = "more" if at not in begins else "cell" if at else "row"
            found.append(Part(piece.start + cursor, piece.start + end, name))
            cursor, at = gap.end() if gap else end, at + 1
        # Words that belong to one cell stay one part, the space between them included.
        whole = found[:1]
        for part in found[1:]:
            if part.name == "more":
                whole[-1] = whole[-1]._replace(end=part.end)
            else:
                whole.append(part)
        parts.append(tuple(whole))
    return parts


def cell_a_line(draft: Draft, cells: set[int]) -> Found:
    """Find runs of short unclosed lines in which words and numbers come back with a fixed period."""
    run: list[int] = []
    for i in [*draft.free, -1]:
        cell = i in cells and _could_be_cell(draft, i)
        if cell and (not run or adjoins(draft, run[-1], i)):
            run.append(i)
            continue
        if len(run) >= TABLE_CELLS:
            best = _best_period(draft, run)
            if best:
                yield best.lines, best.parts
        run = [i] if cell else []


def _could_be_cell(draft: Draft, i: int) -> bool:
    piece = draft.pieces[i]
    number = piece.number is None or piece.text.isdigit()
    return piece.width <= CELL_EM and number and not label_line(piece.text)


def _cells_of(draft: Draft, run: list[int]) -> list[list[int]]:
    """Put the lines of cells together that fill their column and go on below."""
    found = [run[:1]]
    for above, i in pairwise(run):
        measure = draft.measures[above]
        wraps = measure > CELL_WRAP_EM and draft.pieces[above].edge + draft.pieces[i].head > measure
        if wraps and len(found[-1]) < CELL_LINES:
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _best_period(draft: Draft, run: list[int]) -> TableView | None:
    """Choose the better of two views of a run: each line a cell, or full lines going on."""
    alone = [[i] for i in run]
    views = [alone, wrapped] if (wrapped := _cells_of(draft, run)) != alone else [alone]
    return max(filter(None, (_period_of(draft, run, view) for view in views)), key=lambda g: g.score, default=None)


def _period_of(draft: Draft, run: list[int], units: list[list[int]]) -> TableView | None:
    """Choose the columns, and the lines above and below that are no cells, that make the most of a run."""
    texts = [draft.joined(unit) for unit in units]
    kinds = [kind_of(text) for text in texts]
    hinted = _is_hinted(draft, run[0])
    if not any(map(is_numeric, kinds)):
        return None
    best, choice = 0.0, (0, 0, 0)
    for skip in range(1 if hinted else TABLE_SPARE + 1):
        for spare in range(TABLE_SPARE + 1):
            part = kinds[skip : len(kinds) - spare]
            if len(part) < TABLE_CELLS - 2 * hinted:
                continue
            chance = Counter(part)
            for columns in range(2, COLUMNS_MOST + 1):
                rows, rest = divmod(len(part), columns)
                if rest or rows < (2 if hinted else 3):
                    continue
                body = [part[k : k + columns] for k in range(columns, len(part), columns)]
                score = odds(part[:columns], body, chance) - CELL_LOST * (skip + spare)
                score += named_columns(texts[skip : skip + columns])
                if not choice[0] or score > best:
                    best, choice = score, (columns, skip, len(units) - spare)
    columns, first, end = choice
    if not columns or best + (TABLE_HINTED if hinted else 0.0) < TABLE_BELIEVED:
        return None
    lines: list[int] = []
    parts: list[tuple[Part, ...]] = []
    for k, unit in enumerate(units[first:end]):
        for i in unit:
            name = "more" if i != unit[0] else "cell" if k % columns else "row"
            lines.append(i)
            parts.append((Part(draft.pieces[i].start, draft.pieces[i].end, name),))
    return TableView(best, lines, parts)


def marks_of(lines: Sequence[int], parts: Sequence[tuple[Part, ...]], rule: str, shape: Cells = FLAT) -> Iterator[Mark]:
    """Label the lines of a table with the parts that are its cells."""
    for i, cells in zip(lines, parts, strict=True):
        yield Mark(i, Label("table", rule, 0.9, lines[0], cells, data=shape))
