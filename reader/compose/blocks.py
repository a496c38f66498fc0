"""Blocks from labelled pieces: the runs of paragraphs, captions, contacts, tables and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from itertools import pairwise
from operator import attrgetter
from typing import Any, Literal

from reader.compose.addresses import led_on
from reader.compose.inline import join_runs, spans_of
from reader.compose.refs import RefFinder
from reader.compose.styled import Reading
from reader.compose.tables import grid
from reader.model.document import Block, Dropped, Footnote, Ref, Run, Span, Text
from reader.model.draft import Draft
from reader.model.kinds import BlockKind, SignOff, TableShape
from reader.text.han import simplified

LEAD = re.compile(
    r"^(?:(?P<quote>>[ \t]?)+[ \t]*)?(?P<bullet>(?:[-*+•·●○⚫⚪◦▪■◾◆▲►➢✓◼][ \t\u3000]+|[•●⚫◦▪■◾◆►➢✓◼]))?"
)
BULLET = "•"  # that a sign of Markdown stands for
ITEM = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．]|\d{1,3}\s*(?:[、．]|\.(?!\d))|[（(]?\d{1,2}[）)]|[①-⑳])"
)
EDITOR = re.compile(
    r"^(?:[【〔\[](?:编者按|编者语|编者的话|编辑按|按语?|编按)[】〕\]]|(?:编者按|编者语|编者的话|编辑按|按语)\s*[：:]?|编按\s*[：:])"
)
ADDRESS_LONGEST = 200  # characters
CUT_ADDRESS = re.compile(r"(?:[\w.+-]@[\w.-]*+|://[!-~]*+)(?<=[-./_=&?@])$", re.A)
GOES_ON = re.compile(r"[\w./?=&%#~+-]+", re.A)


@dataclass(slots=True)
class Paper:
    """What composing a block needs to know of the whole file, and where dropped characters collect."""

    text: str
    spaced: bool  # a space stands between Han and Latin
    refs: RefFinder
    reading: Reading
    markup: bool = True  # the text holds Markdown, in which > begins a quotation
    dropped: list[Dropped] = field(default_factory=list)
    made: MadeBlocks | None = None  # what was composed of the same source before


@dataclass(slots=True)
class Draught:
    """A block in the making: its kind and the source slices of its lines so far."""

    kind: BlockKind
    slices: list[tuple[int, int]]
    rules: list[str]
    level: int = 0
    confidence: float = 1.0
    shape: Literal["", "lines", "code"] | TableShape = ""  # of a table, or that lines keep their breaks
    states: SignOff = ""
    cells: tuple[str, ...] = ()  # of a table: what each slice begins
    repeats: int = 1
    opening: bool = False  # the first slice begins a printed line
    marker: str = ""  # of a list item, as the file numbers it
    quote: bool = False
    told: bool = False  # the file itself says what it is: a star before a text is none of our bullets


REST = attrgetter(*(one.name for one in fields(Draught) if one.name not in ("slices", "rules")))
MadeBlocks = dict[tuple[Any, ...], tuple[Block, tuple[Dropped, ...], int]]


def made_block(paper: Paper, draught: Draught) -> Block:
    """Turn a block in the making into a frozen one, or find the one that was made of the same before.

    After a correction nearly all blocks are as they were.
    """
    if paper.made is None:
        return finish(paper, draught)
    key = (paper.refs.due, tuple(draught.slices), tuple(draught.rules), *REST(draught))
    made = paper.made.get(key)
    if made is None:
        before = len(paper.dropped)
        block = finish(paper, draught)
        made = paper.made[key] = (block, tuple(paper.dropped[before:]), paper.refs.due)
        return block
    block, dropped, paper.refs.due = made
    paper.dropped.extend(dropped)
    return block


def labelled_slices(paper: Paper, draft: Draft, group: Iterable[int], name: str) -> list[tuple[int, int]]:
    """Return the source slices of a group's pieces, or of their parts of that name; what is to drop is dropped."""
    slices = []
    for i in group:
        parts = draft.label(i).parts
        if not parts:
            slices.append((draft.pieces[i].start, draft.pieces[i].end))
        for part in parts:
            if part.name == name:
                slices.append((part.start, part.end))
            elif part.name.startswith("drop:"):
                paper.dropped.append(Dropped(part.start, part.end, part.name.removeprefix("drop:")))
    return slices


def read_slices(paper: Paper, slices: Iterable[tuple[int, int]]) -> list[list[Run]]:
    """Read slices of the source as runs, one list a line; markup goes to the dropped."""
    lines = []
    for found in paper.reading.slices(list(slices)):
        lines.append(found.runs)
        paper.dropped.extend(found.dropped)
    return lines


def spans(runs: Iterable[Run], more: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the source spans of runs and of what left them, neighbours merged.

    They stand as they are read, which in a text whose columns stand side by side is not the order of the source.
    """
    found = [Span(start, end) for start, end in spans_of(runs)]
    if all(a.start <= b.start for a, b in pairwise(found)):
        found = sorted([*found, *more])
    else:
        for span in more:
            above = max(
                (k for k, other in enumerate(found) if other.start <= span.start), key=lambda k: found[k], default=-1
            )
            found.insert(above + 1, span)
    out: list[Span] = []
    last = -1
    for start, end in found:
        out.append(Span(out.pop().start, end) if start == last else Span(start, end))
        last = end
    return tuple(out)


def finish(paper: Paper, draught: Draught) -> Block:
    """Turn a block in the making into a frozen one."""
    if draught.kind == "table":
        return _table(paper, draught)
    if draught.kind in ("contact", "note") and draught.shape in ("lines", "code"):
        return _lines(paper, draught)
    opening = draught.opening and draught.kind in ("paragraph", "list_item")
    slices, kind, level = _opened(paper, draught) if opening else (draught.slices, draught.kind, draught.level)
    if paper.markup and kind in ("paragraph", "list_item"):
        below = (piece if paper.text[piece[0]] != ">" else _unquoted(paper, piece) for piece in slices[1:])
        slices = [*slices[:1], *below]
    runs = join_runs(read_slices(paper, slices), paper.spaced, "\n" if draught.shape == "lines" else None)
    refs: tuple[Ref, ...] = ()
    gone: tuple[Span, ...] = ()
    if kind in ("paragraph", "list_item", "editor_note", "note", "caption"):
        runs, refs, gone = paper.refs.take(runs)
    rules = tuple(dict.fromkeys(draught.rules))
    return Block(
        kind,
        Text(runs),
        spans(runs, gone),
        level,
        refs,
        marker=draught.marker if kind == "list_item" else "",
        quote=draught.quote,
        rules=rules,
        confidence=draught.confidence,
    )


def _opened(paper: Paper, draught: Draught) -> tuple[list[tuple[int, int]], BlockKind, int]:
    """Drop the bullet, number or quote mark that a block begins with; return its slices, its kind and its level."""
    (start, end), *others = draught.slices
    kind, level = draught.kind, draught.level
    m = LEAD.match(paper.text[start : min(end, start + 12)])
    cut = start + (m.end() if m else 0)
    if kind == "list_item" and draught.marker and paper.text.startswith(draught.marker, start, end):
        cut = start + len(draught.marker)
        paper.dropped.append(Dropped(start, cut, "list-marker"))
    elif m and m.group("bullet") and not (draught.told and m["bullet"][0] == "*"):
        paper.dropped.append(Dropped(start, cut, "bullet"))
        kind, level = "list_item", level or _nesting(paper.text, start)
        draught.marker = draught.marker or BULLET if m["bullet"][0] in "-*+" else m["bullet"].strip()
    elif m and m.group("quote") and paper.markup:
        paper.dropped.append(Dropped(start, cut, "markup:>"))
        draught.quote = True
    else:
        cut = start
    while cut < end - 1 and paper.text[cut].isspace():
        cut += 1
    head = paper.text[cut : cut + 12]
    if kind == "paragraph" and ITEM.match(head):
        kind, level = "list_item", _nesting(paper.text, start)
    elif EDITOR.match(simplified(head)):
        kind = "editor_note"
    return [(cut, end), *others], kind, level


def _lines(paper: Paper, draught: Draught) -> Block:
    """Compose lines that keep their breaks."""
    code = draught.shape == "code"
    if code:
        runs = _code(paper.text, draught.slices)
    else:
        runs = join_runs(_whole_addresses(read_slices(paper, draught.slices)), False, "\n")
    return Block(
        draught.kind,
        Text(runs),
        spans(runs),
        quote=draught.quote,
        repeats=draught.repeats,
        rules=tuple(dict.fromkeys(draught.rules)),
        code=code,
        confidence=draught.confidence,
    )


def _whole_addresses(lines: Iterable[list[Run]]) -> list[list[Run]]:
    """Put what a narrow column wrapped inside an address of mail or web back on its line."""
    whole: list[list[Run]] = []
    for runs in lines:
        above = "".join(run.text for run in whole[-1]) if whole else ""
        if CUT_ADDRESS.search(above[-ADDRESS_LONGEST:]) and GOES_ON.fullmatch("".join(run.text for run in runs)):
            whole[-1] += led_on(whole[-1], runs)
        else:
            whole.append(runs)
    return whole


def _code(text: str, slices: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    """Take code as it stands, its blank lines included."""
    runs: list[Run] = []
    above = -1
    for start, end in slices:
        if runs:
            ends = text[above:start]
            runs.append(Run("\n" * max(1, ends.count("\n") or ends.count("\r"))))
        runs.append(Run(text[start:end], start, ("code",)))
        above = end
    return tuple(runs)


def _unquoted(paper: Paper, piece: tuple[int, int]) -> tuple[int, int]:
    """Drop the quote mark of a line that goes on inside a quotation."""
    start, end = piece
    cut = start + 1
    while cut < end and paper.text[cut] in "> ":
        cut += 1
    paper.dropped.append(Dropped(start, cut, "markup:>"))
    return (cut, end)


def _nesting(text: str, start: int) -> int:
    """Return the level of a list item from the spaces before it: two or more are a level."""
    begin = start
    while begin and text[begin - 1] in " \t":
        begin -= 1
    line_start = begin == 0 or text[begin - 1] in "\n\r"
    indent = len(text[begin:start].replace("\t", "    "))
    return 2 if line_start and 2 <= indent <= 8 else 0


def _table(paper: Paper, draught: Draught) -> Block:
    found = grid(paper.reading, draught.slices, draught.shape, paper.spaced, draught.cells)
    paper.dropped.extend(found.dropped)
    runs = [run for row in found.rows for cell in row for run in cell.runs]
    rules = tuple(dict.fromkeys(draught.rules))
    return Block(
        "table",
        Text(),
        spans(runs),
        rows=found.rows,
        header_rows=found.header_rows,
        merged=found.merged,
        rules=rules,
        confidence=draught.confidence,
    )


def footnote(paper: Paper, parts: Sequence[tuple[str, int, int]]) -> Footnote:
    """Compose a footnote from its marker, text and URL parts (name, start, end) in source order."""
    marker = "".join(paper.text[s:e].strip() for name, s, e in parts if name == "marker")
    lines = read_slices(paper, [(s, e) for name, s, e in parts if name == "text"])
    body = "".join(run.text for run in join_runs(lines, paper.spaced))
    url = "".join("".join(paper.text[s:e].split()) for name, s, e in parts if name == "url")
    runs = [run for line in lines for run in line]
    marks = [Span(s, e) for name, s, e in parts if name in ("marker", "url") and e > s]
    clean = re.sub(r"^<sup>\s*|(?<!\s)\s*+</sup>$|^\\|\\(?=\])", "", marker)
    return Footnote(clean, body.strip(), url, spans(runs, marks))
