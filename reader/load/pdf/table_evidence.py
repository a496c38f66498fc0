"""What tells a table from columns of text: how its columns are filled, numbers, the order of the file."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reader.load.pdf.cells import NUMERIC, lines_of, starts_by_order
from reader.load.pdf.grids import TableGrid
from reader.load.pdf.parts import Fragment, cut
from reader.text.han import simplified

BY_ROWS = 0.4  # of the cells, that stand in another column than the one before in the file
FILLED_ROWS = 0.7  # of them have more than one cell with text; columns of a page stand beside nothing
STARTS_LEAST = 2  # rows below the first, that begin where the file returns to the first cells, with all lines of each
SENTENCE = re.compile(r"[。；！？!?，]$|，.*，|。.")
LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}|\.( \.){3,}")
LABEL = re.compile(r"[：:]$|^[^：:]{1,8}[：:]\S")
COUNTING = re.compile(r"^[（(]?\d{1,2}[.、)）]?$|^[一二三四五六七八九十]{1,3}[、.]$|^[•●■◆▪①-⑳]$")
LONGEST = 26  # characters of a cell on one line
CONTACT = re.compile(r"@|^\+?\d{2,4}[-—]\d{6,8}$|^1\d{10}$")  # people and their numbers, set with tabs
BETWEEN = re.compile(  # what stands between two tables
    r"^[（(]?(?:图表|表|图|Table|Fig(?:ure)?\.?)\s*[\d一二三四五六七八九十]|^[（(]?(?:金额|货币|计量)?单位\s*[:：]"
    r"|^[（(]?(?:数据|资料|图片)?来源\s*[:：]|^注\s*\d?\s*[:：]|^备注\s*[:：]|^续表|^附表"
)


def stands_between(line: Sequence[Fragment]) -> bool:
    """Tell whether a line is a caption, a unit or a note, as they stand between tables."""
    return len(line) <= 2 and BETWEEN.match(simplified(line[0].text)) is not None


def is_row_by_row(inside: Sequence[Fragment], grid: TableGrid) -> bool:
    """Tell whether the file goes from column to column more often than a text in columns would."""
    xs = grid.columns
    parts = [part for f in sorted(inside, key=lambda f: f.order) for part in cut(f)]
    places = [next((c for c in range(len(xs) - 1) if f.left < xs[c + 1]), 0) for f in parts]
    if sum(a != b for a, b in pairwise(places)) >= BY_ROWS * len(places):
        return True
    em = median(f.size for f in inside)
    starts = starts_by_order(lines_of(parts, em), xs, em) or []
    filled: dict[int, set[int]] = {}
    for f, column in zip(parts, places, strict=True):
        filled.setdefault(bisect(starts, f.base), set()).add(column)
    rows = sum(len(columns) > 1 for columns in filled.values())
    return len(starts) >= STARTS_LEAST and rows >= FILLED_ROWS * len(filled)


def told_by_cells(inside: Sequence[Fragment], grid: TableGrid) -> float:
    """Weigh, as log odds, what the cells of a grid tell of its being a table."""
    rows = len({cell.row for cell in grid.cells})
    columns = len(grid.columns) - 1
    texts = [f.text for f in inside]
    score = {2: -1.5, 3: 0.5}.get(columns, 1.5) + (-0.5 if rows < 3 else 0.5 if rows < 5 else 1.0)
    numbers = sum(bool(NUMERIC.match(text)) for text in texts) / len(texts)
    score += 1.5 if numbers >= 0.35 else 0.5 if numbers >= 0.15 else 0.0
    score += 0.7 if is_row_by_row(inside, grid) else -2.0
    score -= 1.5 if median(map(len, texts)) > 0.5 * LONGEST else 0.0
    score -= 3.0 if _filled(inside, grid) >= 0.5 else 0.0
    score -= 3.0 if sum(bool(SENTENCE.search(text)) for text in texts) > 0.2 * len(texts) else 0.0
    first = [f.text for f in inside if f.left < grid.columns[1]]
    score -= 3.0 if sum(bool(LABEL.search(text)) for text in texts) > 0.3 * len(texts) else 0.0
    score -= 2.5 if sum(bool(CONTACT.search(text)) for text in texts) > 0.15 * len(texts) else 0.0
    score -= 4.0 if any(LEADER.search(text) for text in texts) else 0.0
    score -= 2.5 if columns == 2 and sum(bool(COUNTING.match(text)) for text in first) > 0.5 * len(first) else 0.0
    return score


def _filled(inside: Sequence[Fragment], grid: TableGrid) -> float:
    """Return the share of cells that fill their column, as the lines of a text do."""
    xs = grid.columns
    piles: dict[int, list[Fragment]] = {}
    for f in inside:
        piles.setdefault(sum(edge <= f.left for edge in xs), []).append(f)
    full = sum(
        f.right - f.left >= 0.93 * max(g.right - g.left for g in pile) and len(f.text) >= 8
        for pile in piles.values()
        for f in pile
        if len(pile) > 2
    )
    return full / len(inside)
