"""Tables, however they came out: pipes, tabs, cells set apart by spaces, one cell a line.

Pipes and tabs are plain to see. A flattened table is a run of short lines without end marks; rows
that begin with numbers counting up give it away, or the same number of cells line after line, or
columns in which numbers and words alternate with a fixed period.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.label import flattened, rows
from reader.label.scattered import scattered
from reader.label.typesetting import INDENT_MIN
from reader.model.draft import PAGE_NUMBER, Cells, Draft, Label, LeftOut, Mark, Part
from reader.model.kinds import TableShape
from reader.text.patterns import (
    SIGNED,
    is_caption,
    is_contact,
    is_letter_spaced,
    rare,
)

TABLE_GAP = 2  # pieces between two pipe rows that still belong together
TABLE_REST = 3  # lines that a cell of a row between tabs goes on over

PARAGRAPH_EM = 24.0  # em; a shorter line that ends a sentence may be a cell
PARAGRAPHS_TELL = 4  # paragraphs that tell how they are set
INDENTED_SHARE = 0.8
CAPTIONED_LEAST = 3  # lines below a caption that are a table
CAPTIONED_LINES = 60
CAPTIONED_EM = 20.0  # em; a wider line that ends a sentence is a paragraph
BARS = "|│┃║"
PIPE_RULE = rare(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
TAB_RULE = rare(r"^[-=—]{2,}(?:\t[-=—]{2,})+$")


def tables(draft: Draft) -> Iterator[Mark]:
    """Label all tables, the plainest shapes first."""
    cells = {i for i in draft.free if _cell_like(draft, i)}
    taken: set[int] = set()
    for find in (_piped, _tabbed):
        for group, shape in find(draft, cells, taken):
            taken.update(group)
            cells.difference_update(group)
            for i in group:
                text = draft.pieces[i].text
                if "-" in text and PIPE_RULE.match(text) or shape != "pipes" and TAB_RULE.match(text):
                    yield Mark(i, Label("furniture", "rule of a table", data=LeftOut("table-rule")))
                elif shape == "tabs" and text.isdigit():
                    yield Mark(i, Label("furniture", "page number inside a table", 0.8, data=PAGE_NUMBER))
                else:
                    yield Mark(i, Label("table", f"table of {shape}", 0.9, group[0], data=Cells(shape)))
    for lines, begins in rows.numbered_rows(draft, cells, taken):
        cells.difference_update(lines)
        taken.update(lines)
        named = [(draft.pieces[i], "row" if i in begins else "line") for i in lines]
        whole = [(Part(piece.start, piece.end, name),) for piece, name in named]
        yield from flattened.marks_of(lines, whole, "table of numbered rows", Cells("numbered rows"))
    for lines, parts in flattened.spaced(draft, cells):
        cells.difference_update(lines)
        taken.update(lines)
        yield from flattened.marks_of(lines, parts, "table of spaces")
    blocks = list(scattered(draft, taken))  # blank lines part its cells, which could be taken for several tables
    cells.difference_update(mark.piece for mark in blocks)
    yield from blocks
    for lines, parts in flattened.cell_a_line(draft, cells):
        yield from flattened.marks_of(lines, parts, "table of one cell a line")


Found = Iterator[tuple[list[int], TableShape]]


def _piped(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    run: list[int] = []
    for i in [*draft.free, -1] if any(bar in draft.text for bar in BARS) else ():
        row = i >= 0 and _bars(draft.pieces[i].text) >= 2
        if row and (not run or i - run[-1] <= TABLE_GAP or _goes_on_below(draft, run[-1], i)):
            run.append(i)
            continue
        if len(run) >= 2:
            yield run, "pipes"
        run = [i] if row else []


def _bars(text: str) -> int:
    """Count the strokes between the cells of a row, of the kind that it has most of."""
    return max(text.count(bar) for bar in BARS)


def _goes_on_below(draft: Draft, above: int, below: int) -> bool:
    """Tell whether a page's end cut a table: only furniture and notes between rows of as many cells."""
    same = _bars(draft.pieces[above].text) == _bars(draft.pieces[below].text)
    return same and flattened.adjoins(draft, above, below)


def _tabbed(draft: Draft, cells: set[int], taken: set[int]) -> Found:
    """Find rows of cells between tabs; a footnote or a page's edge may stand in between."""
    run: list[int] = []
    for i in [*draft.free, -1] if "\t" in draft.text else ():
        row = i >= 0 and ("\t" in draft.pieces[i].text or draft.pieces[i].indent and _leads_with_tab(draft, i))
        between = [k for k in range(run[-1] + 1, i) if not draft.role(k)] if run else []
        folio = len(between) == 1 and draft.pieces[between[0]].text.isdigit() and _same_tabs(draft, run[-1], i)
        near = not between or folio or _continues_cell(draft, run, i)
        if row and near:
            run += [*between, i]
            continue
        if run and not row and 0 <= i <= run[-1] + TABLE_REST:  # the next row tells
            continue
        if sum(not TAB_RULE.match(draft.pieces[k].text) for k in run) >= 2:
            yield run, "tabs"
        run = [i] if row else []


def _same_tabs(draft: Draft, above: int, below: int) -> bool:
    return draft.pieces[above].text.count("\t") == draft.pieces[below].text.count("\t")


def _leads_with_tab(draft: Draft, i: int) -> bool:
    start = draft.pieces[i].start
    return "\t" in draft.text[draft.text.rfind("\n", 0, start) + 1 : start]


def _continues_cell(draft: Draft, run: list[int], i: int) -> bool:
    """Tell whether the lines between two tab rows are the wrapped rest of the upper row's last cell."""
    between = [k for k in range(run[-1] + 1, i) if not draft.role(k)]
    return 0 < len(between) <= TABLE_REST and not any(draft.opens(k) for k in between)


def _cell_like(draft: Draft, i: int) -> bool:
    """Tell whether a free piece could be a cell or a row: unclosed, no caption, label, byline or heading number."""
    text, number = draft.pieces[i].text, draft.pieces[i].number
    row = text[-1] == "、" and (text.count(" ") >= 2 or text.count("\u3000") >= 2)  # wrapped in its last cell
    if text[0] == "#" or not (row or flattened.is_unclosed(draft, i)):
        return False
    if number and number.style != "arab" and number.end < len(text):
        return False
    return not (is_caption(text) or SIGNED.match(text) or is_contact(text) or is_letter_spaced(text))


def below_captions(draft: Draft) -> Iterator[Mark]:
    """Label the lines between the caption of a table and the next paragraph, where all paragraphs are indented lines.

    Whatever stands in a cell, it is not indented like a paragraph.
    """
    if not _indents_paragraphs(draft):
        return
    captions = [i for i, label in enumerate(draft.labels) if label and label.role == "caption"]
    for at in captions:
        if not draft.pieces[at].text.startswith("表"):
            continue
        run: list[int] = []
        for i in range(at + 1, min(len(draft.pieces), at + 1 + CAPTIONED_LINES)):
            if draft.role(i) or not _is_captioned(draft, i):
                break
            run.append(i)
        if CAPTIONED_LEAST <= len(run) < CAPTIONED_LINES:
            parts = [(Part(draft.pieces[i].start, draft.pieces[i].end, "row"),) for i in run]
            yield from flattened.marks_of(run, parts, "table below its caption")


def _indents_paragraphs(draft: Draft) -> bool:
    """Tell whether each paragraph is a line, and nearly all are indented."""
    paragraphs = [piece for piece in draft.pieces if piece.closed and piece.width > PARAGRAPH_EM]
    indented = sum(piece.indent >= INDENT_MIN for piece in paragraphs)
    unwrapped = sum(not measure for measure in draft.measures) >= len(draft.measures) / 2
    return unwrapped and len(paragraphs) >= PARAGRAPHS_TELL and indented >= INDENTED_SHARE * len(paragraphs)


def _is_captioned(draft: Draft, i: int) -> bool:
    """Tell whether a line below a caption can be of its table: neither indented nor a sentence nor a numbered part."""
    piece = draft.pieces[i]
    numbered = piece.number is not None and piece.number.style == "multi" and piece.number.end < len(piece.text)
    return piece.indent < INDENT_MIN and not numbered and not (piece.closed and piece.width > CAPTIONED_EM)
