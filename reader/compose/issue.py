"""The issue from its labelled pieces: one walk in reading order, with a stack of open nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reader.compose import front
from reader.compose.blocks import Draught, MadeBlocks, Paper, footnote, labelled_slices, made_block, read_slices, spans
from reader.compose.calls import notes_with_their_calls
from reader.compose.dropped import dropped_of
from reader.compose.front import EntryPlaces
from reader.compose.inline import NO_REFERENCES, join_runs, sets_spaces
from reader.compose.people import byline, dateline
from reader.compose.refs import RefFinder
from reader.compose.styled import Reading
from reader.compose.titles import opening_title, title_runs
from reader.model.document import (
    Block,
    Decision,
    Dropped,
    Footnote,
    Issue,
    MetaLine,
    Node,
    Run,
    Source,
    Span,
    Text,
)
from reader.model.draft import RUNNING, Aside, Boundary, Cells, Draft, Label, LeftOut, ListItem, Opens, Part, Piece
from reader.model.kinds import BlockKind, NodeKind, Role, SignOff, TitleSource


@dataclass(slots=True)
class Branch:
    """A node in the making."""

    kind: NodeKind
    level: int
    title: tuple[Run, ...]
    title_spans: tuple[Span, ...]
    title_from: TitleSource = ""
    page: str = ""
    moved: bool = False
    rules: tuple[str, ...] = ()
    confidence: float = 1.0
    bylines: list[int] = field(default_factory=list)  # pieces
    meta: list[MetaLine] = field(default_factory=list)
    draughts: list[Draught] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)  # index of the footnote
    children: list[Branch] = field(default_factory=list)
    is_parted: bool = False  # a subheading stands in its text


FLOATS: dict[Role, BlockKind] = {
    "caption": "caption",
    "table": "table",
    "contact": "contact",
    "remark": "note",
    "code": "note",
}
Progress = Callable[[str, float], None]
LABEL_SIGNS = frozenset("：:|｜")
VERSE_EM = 20.0  # of a line; what is longer may be a paragraph of its own that only line breaks part
TOLD_EVERY = 5000  # pieces; about 50 ms of work
APART = 41  # pieces; what a page sets between the parts of one thing is shorter


def compose(
    source: Source,
    draft: Draft,
    progress: Progress | None = None,
    *,
    left_out: Iterable[Dropped] = (),
    references: Mapping[str, str] = NO_REFERENCES,
    made: MadeBlocks | None = None,
) -> Issue:
    """Compose the issue of a source from its labelled draft; `progress` may raise to stop the work.

    `left_out` is what the file sets outside of all lines, `references` the addresses of links by their labels.
    `made` keeps what is composed for the next time that this source is, labelled a little otherwise.
    """
    composer = Composer(source, draft, references)
    composer.paper.made = made
    composer.paper.dropped.extend(left_out)
    return composer.compose(progress)


class Composer:
    """Walks the pieces of one draft and grows the outline."""

    def __init__(self, source: Source, draft: Draft, references: Mapping[str, str] = NO_REFERENCES) -> None:
        self.source, self.draft = source, draft
        self.notes = list(draft.grouped("note"))
        plain = source.format == "text"
        self.paper = Paper(
            source.text,
            sets_spaces(source.text),
            RefFinder(
                front.markers(draft, self.notes),
                told=any(row.style == "sup" for row in draft.styled),
                names=front.names(draft, self.notes),
            ),
            Reading(source.text, draft.styled, markup=draft.markup, plain=plain, references=references),
            draft.markup,
        )
        self.entries = front.contents(self.paper, draft)
        self.named = front.named(draft)
        self.places = EntryPlaces(self.entries)
        self.root = Branch("section", 0, (), ())
        self.stack: list[Branch] = [self.root]
        self.open: Draught | None = None
        self.entry_at = 0
        self.verses = _verses(draft)
        self.lead: list[Draught] = []  # what stands above the first heading and belongs below it
        self.ahead: list[list[int]] = []  # facts of an article that stand above its title
        self.signature: dict[SignOff, list[str]] = {}  # what the signature of a lone paper states

    def compose(self, progress: Progress | None) -> Issue:
        """Build the issue."""
        things = _things(self.draft)
        for i, label in enumerate(self.draft.labels):
            if progress and not i % TOLD_EVERY:
                progress("compose", i / len(self.draft.labels))
            if label is None or label.role in RUNNING:
                self._text(i, label)
            elif i in things:
                self._labelled(label, things[i])
        return self._issue()

    def _text(self, i: int, label: Label | None) -> None:
        piece = self.draft.pieces[i]
        start, end = piece.start, piece.end
        for part in label.parts if label else ():
            if part.name == "text":
                start, end = part.start, part.end
            else:
                self.paper.dropped.append(Dropped(part.start, part.end, part.name.removeprefix("drop:")))
        boundary = self.draft.breaks.get(i)
        if self.open is not None and boundary is not None and boundary.score <= 0:
            self.open.slices.append((start, end))
            self.open.confidence = min(self.open.confidence, _sureness(boundary.score))
            return
        if label is None and self._is_line_below(i):
            self._go_on_below((start, end), boundary)
            return
        reasons = boundary.reasons if boundary else ()
        rules = [label.rule] if label else ["paragraph", *reasons[:2]]
        item = label is not None and isinstance(label.data, ListItem)
        draught = Draught("list_item" if item else "paragraph", [(start, end)], rules, opening=True)
        draught.level = label.level if label and item else 0
        self._as_told(draught, i)
        if boundary:
            draught.confidence = _sureness(boundary.score)
        self._add(draught)
        self.open = draught

    def _is_line_below(self, i: int) -> bool:
        """Tell whether a piece is a line of the verse or the address whose line above was added last."""
        hint, above = self.draft.pieces[i].hint, self.draft.pieces[i - 1].hint
        told = hint is not None and above is not None and hint.group == above.group and not self.draft.role(i - 1)
        return told and self.open is not None and hint is not None and hint.group in self.verses

    def _go_on_below(self, piece: tuple[int, int], boundary: Boundary | None) -> None:
        assert self.open is not None
        self.open.slices.append(piece)
        self.open.shape = "lines"
        if boundary:
            self.open.confidence = min(self.open.confidence, _sureness(boundary.score))

    def _as_told(self, draught: Draught, i: int) -> None:
        """Take over what the file itself says of the block that a piece begins."""
        if hint := self.draft.pieces[i].hint:
            draught.marker, draught.quote, draught.told = hint.marker, hint.quote, True

    def _add(self, draught: Draught) -> None:
        if self.stack[-1] is self.root and self.draft.leads_in:
            self.lead.append(draught)
            return
        if self.stack[-1] is self.root:
            self._begin(Branch("article", 1, (), (), "opening", rules=("text before any heading",), confidence=0.6))
        self.stack[-1].draughts.append(draught)

    def _labelled(self, label: Label, group: list[int]) -> None:
        role = label.role
        if role == "title":
            self._title(label, group)
        elif role == "subheading":
            slices = labelled_slices(self.paper, self.draft, group, "title")
            self._add(Draught("subheading", slices, [label.rule], label.level, label.confidence))
            self.stack[-1].is_parted = True
            self.open = None
        elif role == "byline":
            self._signed(label, group)
        elif role == "meta":
            self._meta(group)
        elif role == "note":
            self._note(label, group)
        elif role in FLOATS:
            self._float(label, group)
        elif role == "furniture":
            self._drop_whole(group, label.data.reason if isinstance(label.data, LeftOut) else "")
        elif role == "duplicate":
            self._drop_whole(group, "duplicate")

    def _drop_whole(self, group: list[int], reason: str) -> None:
        for i in group:
            piece = self.draft.pieces[i]
            self.paper.dropped.append(Dropped(piece.start, piece.end, reason))

    def _title(self, label: Label, group: list[int]) -> None:
        slices = labelled_slices(self.paper, self.draft, group, "title")
        runs = title_runs(self.paper, slices)
        page = self._sections_above(runs)
        branch = Branch(
            label.data.node if isinstance(label.data, Opens) else "article",
            label.level,
            runs,
            spans(runs),
            page=page,
            moved=label.moved,
            rules=(label.rule,),
            confidence=label.confidence,
        )
        self._begin(branch)

    def _sections_above(self, title: tuple[Run, ...]) -> str:
        """Open the sections that only the contents name, and return the printed page of this title."""
        at = self.places.find("".join(run.text for run in title), self.entry_at)
        if at < 0:
            return ""
        for k in range(self.entry_at, at):
            told, entry = self.named.get(k), self.entries[k]
            names_next = told is None and k == at - 1 and entry.level == 1 and self.entries[at].level > 1
            if told and told.level or names_next:
                kind, level = (told.node, told.level) if told else ("section", 1)
                rules = ("section of the contents",)
                self._begin(Branch(kind, level, (Run(entry.title),), (), "contents", entry.page, rules=rules))
        self.entry_at = at + 1
        return self.entries[at].page

    def _begin(self, branch: Branch) -> None:
        while len(self.stack) > 1 and self.stack[-1].level >= branch.level:
            self.stack.pop()
        for group in self.ahead:
            branch.meta += self._meta_lines(group)
        self.ahead = []
        branch.draughts += self.lead
        self.lead = []
        self.stack[-1].children.append(branch)
        self.stack.append(branch)
        self.open = None

    def _signed(self, label: Label, group: list[int]) -> None:
        if self.stack[-1] is self.root:
            self._text_like("note", label, group)
            return
        for i in group:
            labelled_slices(self.paper, self.draft, [i], "text")
            self.stack[-1].bylines.append(i)
        self.open = None

    def _text_like(self, kind: BlockKind, label: Label, group: list[int]) -> None:
        self._add(
            Draught(
                kind, labelled_slices(self.paper, self.draft, group, "text"), [label.rule], confidence=label.confidence
            )
        )
        self.open = None

    def _meta(self, group: list[int]) -> None:
        if self.stack[-1] is self.root:
            self.ahead.append(group)
        elif self.stack[-1].is_parted:  # further down than an article's head: it stays in its place
            self._add(self._line(group))
        else:
            self.stack[-1].meta += self._meta_lines(group)
        self.open = None

    def _meta_lines(self, group: list[int]) -> Iterator[MetaLine]:
        """Compose the facts of a label line; several may stand on one: 来源：… 作者：…"""
        facts: list[list[Part]] = []
        for part in (part for i in group for part in self.draft.label(i).parts):
            if part.name.startswith("drop:"):
                self.paper.dropped.append(Dropped(part.start, part.end, part.name.removeprefix("drop:")))
                continue
            if part.name == "label" or not facts:
                facts.append([])
            facts[-1].append(part)
        for parts in facts:
            label = "".join("".join(self.source.text[p.start : p.end].split()) for p in parts if p.name == "label")
            lines = read_slices(self.paper, [(p.start, p.end) for p in parts if p.name == "value"])
            value = "".join(run.text for run in join_runs(lines, self.paper.spaced))
            marks = [Span(p.start, p.end) for p in parts if p.name in ("label", "colon")]
            yield MetaLine(label, value, spans([run for line in lines for run in line], marks))

    def _line(self, group: list[int]) -> Draught:
        """Take the pieces of a label line as a paragraph, or the list item that the file says it is."""
        first = self.draft.pieces[group[0]]
        kind: BlockKind = "list_item" if first.hint and first.hint.role == "list_item" else "paragraph"
        slices = [(self.draft.pieces[i].start, self.draft.pieces[i].end) for i in group]
        draught = Draught(kind, slices, ["label line below a subheading"], opening=True)
        draught.level = first.hint.level if first.hint and kind == "list_item" else 0
        self._as_told(draught, group[0])
        return draught

    def _note(self, label: Label, group: list[int]) -> None:
        if self.stack[-1] is self.root:
            self._text_like("note", label, group)
            return
        self.stack[-1].notes.append(group[0])

    def _float(self, label: Label, group: list[int]) -> None:
        """Add a caption, table, contact block, remark or code; the open sentence goes on below it."""
        kind = FLOATS[label.role]
        draught = Draught(
            kind, labelled_slices(self.paper, self.draft, group, "text"), [label.rule], label.level, label.confidence
        )
        self._as_told(draught, group[0])
        if label.role in ("contact", "code"):
            draught.shape = "lines" if label.role == "contact" else "code"
            self.open = None
        elif label.role == "table":
            draught.shape = label.data.by if isinstance(label.data, Cells) else ""
            parts = [part for i in group for part in self.draft.label(i).parts]
            if parts:
                draught.slices = [(part.start, part.end) for part in parts]
                draught.cells = tuple(part.name for part in parts)
        elif label.role == "remark":
            self.open = None
        aside = label.data if isinstance(label.data, Aside) else Aside()
        draught.repeats, draught.states = aside.repeats, aside.states
        if aside.of_column and len(self.stack) > 2:
            self.stack[-2].draughts.append(draught)
        else:
            self._add(draught)

    def _issue(self) -> Issue:
        if self.ahead or self.lead:
            self._begin(Branch("article", 1, (), (), "opening", rules=("nothing but facts",), confidence=0.6))
        self.note_of = self._assign_notes()
        numbering = iter(range(1, 10**9))
        masthead = front.masthead(self.paper, self.draft)
        nodes = notes_with_their_calls([self._node(branch, numbering) for branch in self.root.children])
        masthead = front.of_paper(masthead, nodes, self.signature)
        highlights = front.highlights(self.paper, self.draft)
        issue = Issue(self.source, masthead, self.entries, highlights, nodes, (), tuple(self._decisions()))
        return replace(issue, dropped=tuple(dropped_of(issue, self.paper.dropped)))

    def _assign_notes(self) -> dict[int, Footnote]:
        found = {}
        for group in self.notes:
            parts = [(p.name, p.start, p.end) for i in group for p in self.draft.label(i).parts]
            labelled_slices(self.paper, self.draft, group, "text")
            found[group[0]] = footnote(self.paper, [p for p in parts if not p[0].startswith("drop:")])
        return found

    def _node(self, branch: Branch, numbering: Iterator[int]) -> Node:
        number = next(numbering)
        finished = [(draught, made_block(self.paper, draught)) for draught in branch.draughts]
        if self.root.children[:1] == [branch]:
            for draught, block in finished:
                if draught.states:
                    self.signature.setdefault(draught.states, []).append(block.text.plain)
        blocks = tuple(_filled(block for _, block in finished))
        signed = next((byline(self.source.text, self.draft, self.draft.label(i), i) for i in branch.bylines), None)
        extra = [self._more_signed(i) for i in branch.bylines[1:]]
        news = next((d for b in blocks if b.kind == "paragraph" and (d := dateline(b.text.plain))), None)
        title = branch.title or opening_title(blocks, self.source.name)
        return Node(
            f"n{number}",
            branch.kind,
            branch.level,
            Text(title),
            branch.title_spans,
            branch.title_from,
            branch.page,
            signed,
            news,
            tuple(branch.meta),
            (*blocks, *extra),
            tuple(self.note_of[i] for i in branch.notes),
            tuple(self._node(child, numbering) for child in branch.children),
            branch.moved,
            branch.rules,
            branch.confidence,
        )

    def _more_signed(self, i: int) -> Block:
        start, end = self.draft.pieces[i].start, self.draft.pieces[i].end
        runs = (Run(self.source.text[start:end], start),)
        return Block("note", Text(runs), spans(runs), rules=("second byline",))

    def _decisions(self) -> Iterator[Decision]:
        for i, label in enumerate(self.draft.labels):
            line = self.draft.pieces[i].line
            if label:
                yield Decision(line, line, label.role, label.rule, label.confidence)
            elif self.draft.opens(i):
                boundary = self.draft.breaks.get(i)
                why = ", ".join(boundary.reasons) if boundary else "first text"
                yield Decision(line, line, "paragraph", why, _sureness(boundary.score) if boundary else 1.0)


def _sureness(score: float) -> float:
    """Turn log odds into a confidence between 0.5 (no idea) and 1, scaled so that doubt is below 0.5."""
    return min(1.0, abs(score) / 3.0)


def _verses(draft: Draft) -> frozenset[int]:
    """Name the paragraphs of the file that are lines, as verse and addresses are: short, and broken by its maker.

    Lines with labels and numbers are items of their own, and a paragraph of which a rule knows a line is none.
    """
    lines: dict[int, list[Piece]] = {}
    others: set[int] = set()
    for piece, label in zip(draft.pieces, draft.labels, strict=True):
        if piece.hint is None or piece.hint.group < 0:
            continue
        if label is None and piece.hint.role == "paragraph" and _is_verse(piece):
            lines.setdefault(piece.hint.group, []).append(piece)
        else:
            others.add(piece.hint.group)
    return frozenset(group for group, pieces in lines.items() if len(pieces) > 1 and group not in others)


def _is_verse(piece: Piece) -> bool:
    """Tell whether a line could be one of verse or of an address."""
    is_item = piece.number is not None or piece.text[0].isdecimal()
    return piece.width <= VERSE_EM and not is_item and not LABEL_SIGNS.intersection(piece.text)


def _things(draft: Draft) -> dict[int, list[int]]:
    """Collect the pieces of each labelled thing under its first piece.

    Where text that moved tore a group apart, each part is a thing of its own.
    """
    things: dict[int, list[int]] = {}
    growing: dict[tuple[Role, int], list[int]] = {}
    for i, label in enumerate(draft.labels):
        if label is None or label.role in RUNNING:
            continue
        thing = growing.get((label.role, label.group), []) if label.group >= 0 else []
        if thing and (i - thing[-1] <= APART or label.role == "note"):
            thing.append(i)
        else:
            things[i] = growing[label.role, label.group] = [i]
    return things


def _filled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out blocks that hold nothing."""
    return (b for b in blocks if b.rows or any(run.text for run in b.text.runs))
