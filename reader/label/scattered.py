"""Tables and charts that a tool wrote down block by block: a cell a line, a blank line between most of them.

Of a chart only the numbers at its axes and the names of its curves come out as text; nobody can read them. Where the
cells come back with a fixed period they are the rows of a table; where a wrapped cell or a name over several rows
spoils it, each line is a row of its own, which keeps them together and out of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from reader.label.columns import is_numeric, kind_of, named_columns, odds
from reader.label.flattened import CELL_EM, COLUMNS_MOST, TABLE_BELIEVED, adjoins, marks_of
from reader.model.draft import Draft, Label, LeftOut, Mark, Part
from reader.text.patterns import SIGNED, is_caption, is_contact, label_line

CELLS_LEAST = 6  # lines
APART = 0.5  # of the lines, that have a blank line above
NUMBERS = 0.25  # of the lines, that are numbers, where no caption stands beside them
MEASURE_SHARE = 0.75  # of a column, that a cell takes at most
LEFT_OVER = 1.0  # log odds against each cell of a last row that is not full
CHOICE = 0.5  # log odds against a missing first cell, and against a title above
LONG, LONG_APART, LONG_DIGITS = 12, 0.8, 0.15  # lines of a run that is a table without numbers enough; shares of them
CHART = LeftOut("chart")


def scattered(draft: Draft, taken: Set[int]) -> Iterator[Mark]:
    """Label the cells of tables, and the words inside charts, that stand block by block; some pieces are `taken`."""
    if draft.double_spaced:
        return
    run: list[int] = []
    for i in [*draft.free, -1]:
        cell = i >= 0 and i not in taken and _is_cell(draft, i)
        if cell and (not run or adjoins(draft, run[-1], i)):
            run.append(i)
            continue
        yield from _read(draft, _trimmed(draft, run)) if len(run) >= CELLS_LEAST else ()
        run = [i] if cell else []


def _is_cell(draft: Draft, i: int) -> bool:
    """Tell whether a line could be a cell: short, without a sentence, and nothing that stands for itself."""
    piece, measure = draft.pieces[i], draft.measures[i]
    if piece.look or piece.hint or piece.width > CELL_EM or measure and piece.edge > MEASURE_SHARE * measure:
        return False
    text = piece.text
    numbered = piece.number is not None and not text.replace(".", "").isdigit()
    if numbered or "。" in text or text[-1] in "，、；：:;,":
        return False
    return not (is_caption(text) or label_line(text) or SIGNED.match(text) or is_contact(text))


def _trimmed(draft: Draft, run: list[int]) -> list[int]:
    """Leave out the last block of a run where text goes on right below it: it heads that text."""
    below = run[-1] + 1 if run else 0
    if below >= len(draft.pieces) or draft.role(below) or draft.pieces[below].blanks:
        return run
    last = next((k for k in range(len(run) - 1, -1, -1) if draft.pieces[run[k]].blanks), 0)
    return run[:last]


def _read(draft: Draft, run: list[int]) -> Iterator[Mark]:
    """Label a run as a table or as the inside of a chart, where it is one."""
    if len(run) < CELLS_LEAST:
        return
    above, below = _name_beside(draft, run[0], -1), _name_beside(draft, run[-1], 1)
    kinds = [kind_of(draft.pieces[i].text) for i in run]
    numbers = sum(is_numeric(kind) for kind in kinds) / len(run)
    apart = sum(draft.pieces[i].blanks > 0 for i in run) >= APART * len(run)
    if not apart and numbers < 2 * NUMBERS and "表" not in (above, below):
        return
    if "图" in (above, below) and above != "表" and numbers >= NUMBERS:
        for i in run:
            yield Mark(i, Label("furniture", "inside of a chart", 0.7, data=CHART))
    elif "表" in (above, below) or numbers >= NUMBERS or _is_long_list(draft, run):
        titled, columns, corner = _columns(draft, run, kinds, can_be_titled="表" not in (above, below))
        run = run[titled:]
        parts = []
        for k, i in enumerate(run):
            name = "row" if not k or (k + corner) % columns == 0 else "cell"
            place = f"{name} 1 1 1" if corner and not k else name
            parts.append((Part(draft.pieces[i].start, draft.pieces[i].end, place),))
        yield from marks_of(run, parts, "table written block by block")


def _name_beside(draft: Draft, i: int, step: int) -> str:
    """Tell of what a caption beside a run speaks, 图 or 表; a unit may stand between; empty where there is none."""
    at = i + step
    while 0 <= at < len(draft.pieces) and abs(at - i) <= 2:
        text = draft.pieces[at].text
        if is_caption(text):
            return text[0]
        at += step
    return ""


def _is_long_list(draft: Draft, run: Sequence[int]) -> bool:
    """Tell whether very many lines stand apart, digits in some of them: a table without a caption."""
    digits = sum(any(sign.isdigit() for sign in draft.pieces[i].text) for i in run)
    apart = sum(draft.pieces[i].blanks > 0 for i in run)
    return len(run) >= LONG and digits >= LONG_DIGITS * len(run) and apart >= LONG_APART * len(run)


def _columns(draft: Draft, run: Sequence[int], kinds: Sequence[str], *, can_be_titled: bool) -> tuple[int, int, int]:
    """Choose the columns that make the most of a run, how many lines above are no cells, and if the first is missing.

    One column where none do.
    """
    best, choice = TABLE_BELIEVED, (0, 1, 0)
    for columns in range(2, COLUMNS_MOST + 2):
        for titled, corner in ((0, 0), (0, 1), (1, 0)):
            if titled and not can_be_titled:
                continue
            padded = ["", *kinds] if corner else list(kinds[titled:])
            rows = [padded[k : k + columns] for k in range(columns, len(padded) - columns + 1, columns)]
            if len(rows) < 2:
                continue
            score = odds(padded[:columns], rows, Counter(kinds)) - LEFT_OVER * (len(padded) % columns)
            score += named_columns([draft.pieces[i].text for i in run[titled : titled + columns - corner]])
            score -= CHOICE * (corner + titled)
            if score > best:
                best, choice = score, (titled, columns, corner)
    return choice
