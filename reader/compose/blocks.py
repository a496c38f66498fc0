"""Blocks from labelled pieces: the runs of paragraphs, captions, contacts, tables and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.compose.inline import join_runs, spans_of
from reader.compose.refs import RefFinder
from reader.compose.styled import Reading
from reader.compose.tables import grid
from reader.document import Block, Dropped, Footnote, Ref, Run, Span, Text
from reader.draft import Draft

LEAD = re.compile(r"^(?:(?P<quote>>[ \t]?)+[ \t]*)?(?P<bullet>(?:[-*+•·●○◦▪■◆▲►➢✓◼][ \t\u3000]+|[•●◦▪■◆►➢✓◼]))?")
LINE_END = re.compile(r"\r\n?|\n")
ITEM = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．]|\d{1,3}\s*(?:[、．]|\.(?!\d))|[（(]?\d{1,2}[）)]|[①-⑳])"
)
EDITOR = re.compile(
    r"^(?:[【〔\[](?:编者按|编者语|编者的话|编辑按|按语?|編者?按)[】〕\]]|(?:编者按|编者语|编者的话|编辑按|按语)\s*[：:]?|(?:編者?按|编按)\s*[：:])"
)


@dataclass(slots=True)
class Paper:
    """What composing a block needs to know of the whole file, and where dropped characters collect."""

    text: str
    spaced: bool  # a space stands between Han and Latin
    refs: RefFinder
    reading: Reading
    markup: bool = True  # the text holds Markdown, in which > begins a quotation
    dropped: list[Dropped] = field(default_factory=list)


@dataclass(slots=True)
class Draught:
    """A block in the making: its kind and the source slices of its lines so far."""

    kind: str
    slices: list[tuple[int, int]]
    rules: list[str]
    level: int = 0
    confidence: float = 1.0
    shape: str = ""  # of a table, or that lines keep their breaks
    cells: tuple[str, ...] = ()  # of a table: what each slice begins
    repeats: int = 1
    opening: bool = False  # the first slice begins a printed line


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
    for start, end in slices:
        found = paper.reading.slice(start, end)
        lines.append(found.runs)
        paper.dropped.extend(found.dropped)
    return lines


def spans(runs: Iterable[Run], more: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the source spans of runs and of what left them, in source order, neighbours merged."""
    out: list[Span] = []
    last = -1
    for start, end in sorted([*spans_of(runs), *more]):
        out.append(Span(out.pop().start, end) if start == last else Span(start, end))
        last = end
    return tuple(out)


def finish(paper: Paper, draught: Draught) -> Block:
    """Turn a block in the making into a frozen one."""
    if draught.kind == "table":
        return _table(paper, draught)
    if draught.kind in ("contact", "note") and draught.shape in ("lines", "code"):
        lines = read_lines(paper, draught)
        runs = _with_blank_lines(paper.text, lines) if draught.shape == "code" else join_runs(lines, paper.spaced, "\n")
        rules = tuple(dict.fromkeys(draught.rules))
        code = draught.shape == "code"
        return Block(
            draught.kind,
            Text(runs),
            spans(runs),
            repeats=draught.repeats,
            rules=rules,
            code=code,
            confidence=draught.confidence,
        )
    slices = list(draught.slices)
    kind, level = draught.kind, draught.level
    if kind in ("paragraph", "list_item") and draught.opening:
        start, end = slices[0]
        m = LEAD.match(paper.text[start : min(end, start + 12)])
        cut = start + (m.end() if m else 0)
        if m and m.group("bullet"):
            paper.dropped.append(Dropped(start, cut, "bullet"))
            kind, level = "list_item", level or _nesting(paper.text, start)
        elif m and m.group("quote") and paper.markup:
            paper.dropped.append(Dropped(start, cut, "markup:>"))
        else:
            cut = start
        slices = [(cut, end), *slices[1:]]
        head = paper.text[cut : cut + 12]
        if kind == "paragraph" and ITEM.match(head):
            kind, level = "list_item", _nesting(paper.text, start)
        elif EDITOR.match(head):
            kind = "editor_note"
    if paper.markup and kind in ("paragraph", "list_item"):
        slices[1:] = [piece if paper.text[piece[0]] != ">" else _unquoted(paper, piece) for piece in slices[1:]]
    runs = join_runs(read_slices(paper, slices), paper.spaced)
    refs: tuple[Ref, ...] = ()
    gone: tuple[Span, ...] = ()
    if kind in ("paragraph", "list_item", "editor_note", "note", "caption"):
        runs, refs, gone = paper.refs.take(runs)
    rules = tuple(dict.fromkeys(draught.rules))
    return Block(kind, Text(runs), spans(runs, gone), level, refs, rules=rules, confidence=draught.confidence)


def read_lines(paper: Paper, draught: Draught) -> list[list[Run]]:
    """Read lines that keep their breaks; code is taken as it stands."""
    if draught.shape == "code":
        return [[Run(paper.text[s:e], s, ("code",))] for s, e in draught.slices]
    return read_slices(paper, draught.slices)


def _with_blank_lines(text: str, lines: Sequence[list[Run]]) -> tuple[Run, ...]:
    """Put lines of code below each other with the blank lines that stand between them."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            end = runs[-1].start + len(runs[-1].text)
            runs.append(Run("\n" * max(1, len(LINE_END.findall(text, end, line[0].start)))))
        runs.extend(line)
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
    clean = re.sub(r"^<sup>\s*|\s*</sup>$|^\\|\\(?=\])", "", marker)
    return Footnote(clean, body.strip(), url, spans(runs, marks))
