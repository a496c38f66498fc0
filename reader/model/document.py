"""The document model: what a reader understood of one file, every character located.

A file is decoded once into an immutable `Source`. All that is shown is a view of it: a `Text` is a
tuple of runs, each a verbatim slice of the source or a joiner that composition inserted. What is
not shown is a `Dropped` span with its reason. Offsets are half-open and count Unicode code points
of `Source.text`. Every class here is frozen; nothing imports more than the standard library and `kinds`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reader.model.kinds import (
    BlockKind,
    BylineRole,
    LineRole,
    NodeKind,
    PartOf,
    PictureKind,
    Role,
    TextStyle,
    TitleSource,
)


class Span(NamedTuple):
    """A half-open range `[start, end)` of the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded characters of one file and how they were decoded."""

    name: str
    sha256: str  # of the bytes
    format: str  # text, markdown, html, pdf
    encoding: str
    text: str
    warnings: tuple[str, ...] = ()
    pages: int = 0  # that can be drawn (`reader.pictures.pages`); 0 where the file has none
    declared: str = ""  # title that the file's metadata state, and its text need not


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Look(NamedTuple):
    """How a line is set, where the file tells."""

    page: int  # from 0
    box: Box  # around its characters
    column: Box  # the column that it stands in
    size: float  # of most of its characters, points
    bold: bool = False
    face: str = ""  # name of the typeface of most of its characters
    turns: int = 0  # quarter turns clockwise to be made to read it
    inside: int = -1  # number of the frame on the page that it stands in
    colour: int = 0  # of most of its characters, 0xRRGGBB
    ground: int = -1  # colour of a bar behind it, -1: none
    above: bool = False  # a rule is drawn right above
    below: bool = False
    flank: bool = False  # a bar is drawn at its left


class Hint(NamedTuple):
    """What the file's own markup says that a line is; lines of one thing share `group`."""

    role: LineRole
    level: int = 0  # of a heading or a nested list item, 1 is the top
    group: int = -1
    data: str = ""  # why furniture is left out; of a cell: row or cell, as it begins one
    marker: str = ""  # of a list item: how the file numbers it (3. b) •), which its text does not hold
    quote: bool = False  # stands in a quotation
    down: int = 1  # rows that a cell takes
    across: int = 1  # columns that a cell takes
    dress: str = ""  # of a heading: all that sets it apart (bold link 【】 center size1.5), alike among sisters


class Styled(NamedTuple):
    """A range of the source that the file sets in a style."""

    start: int
    end: int
    style: TextStyle
    url: str = ""  # of a link


class Line(NamedTuple):
    """One printed line: `start` and `end` include its raw spaces but not its line end."""

    start: int
    end: int
    blanks: int = 0  # blank lines directly above
    page_break: bool = False  # a form feed or a loader's page boundary stands directly above
    look: Look | None = None
    hint: Hint | None = None
    goes_on: bool = False  # stands where the line above ends: a tool cut one printed line in two


class Run(NamedTuple):
    """A piece of shown text: verbatim source from `start` on, or a joiner (`start` is -1).

    A joiner is a blank, or a sign that the source writes by its name: ≤ for \\leqslant, “ for &ldquo;.
    """

    text: str
    start: int = -1
    styles: tuple[TextStyle, ...] = ()
    url: str = ""

    @property
    def is_joiner(self) -> bool:
        """Tell whether composition inserted this text; it is never copied as a citation."""
        return self.start < 0


class Text(NamedTuple):
    """Shown text as a tuple of runs; `plain` is their characters without styles."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


class Ref(NamedTuple):
    """A footnote mark: it left the text at `at`, an offset in the block's plain text."""

    marker: str
    at: int
    span: Span


class Merged(NamedTuple):
    """A cell of a table that takes several rows or columns; its text stands in the first, the others are empty."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of an article.

    `spans` are all source characters it owns, footnote marks among them. A table has `rows` of
    cells and its `text` is empty.
    """

    kind: BlockKind
    text: Text
    spans: tuple[Span, ...]
    level: int = 0  # of a subheading or a nested list item, 1 is the top
    refs: tuple[Ref, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    header_rows: int = 0
    merged: tuple[Merged, ...] = ()  # cells of a table that take several places
    marker: str = ""  # of a list item, as the file numbers it
    quote: bool = False  # a quotation, as the file sets it
    picture: int = -1  # of a block that is one: its number among the pictures of the issue
    said: str = ""  # what that says of itself: no prose, but found by search
    repeats: int = 1  # how often the source prints it; the other copies are dropped as duplicates
    code: bool = False
    rules: tuple[str, ...] = ()  # names of the rules that made it
    confidence: float = 1.0  # 0..1; below UNCERTAIN the reader is told


PICTURE_SIGN = "\ufffc"  # stands in a line for what is drawn there: a picture, a formula
UNCERTAIN = 0.5  # confidence under which a decision is shown as doubtful


class Byline(NamedTuple):
    """The signed line of an article, whatever its place."""

    text: str
    names: tuple[str, ...]
    role: BylineRole
    spans: tuple[Span, ...]


class Dateline(NamedTuple):
    """The opening of a news paragraph; its text also stays inside the paragraph."""

    text: str
    agency: str
    place: str
    date: str
    role: str
    reporters: tuple[str, ...]


class MetaLine(NamedTuple):
    """A label line of an article such as 作者：… or 时间：…"""

    label: str
    value: str
    spans: tuple[Span, ...]


class Footnote(NamedTuple):
    """A note at the foot of a page, its URL in one piece (empty when it has none)."""

    marker: str
    text: str
    url: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the outline: a section, column, article or notice."""

    id: str
    kind: NodeKind
    level: int  # 1 is the top
    title: Text
    title_spans: tuple[Span, ...] = ()
    title_from: TitleSource = ""  # "contents" when the body prints no heading; "opening" when none is printed at all
    page: str = ""  # printed page number, from the contents list
    byline: Byline | None = None
    dateline: Dateline | None = None
    meta: tuple[MetaLine, ...] = ()
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    children: tuple[Node, ...] = ()
    moved: bool = False  # the heading was printed after its body
    rules: tuple[str, ...] = ()
    confidence: float = 1.0

    def spans(self) -> Iterator[Span]:
        """Yield what the node itself shows of the source, in the order in which it is shown."""
        yield from self.title_spans
        yield from self.byline.spans if self.byline else ()
        for owners in (self.meta, self.blocks, self.footnotes):
            for owner in owners:
                yield from owner.spans

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Field:
    """A fact of the masthead as printed; `text` is empty where the file does not state it."""

    text: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Masthead:
    """Title, number, date and publisher of the issue; `spans` are all masthead characters."""

    title: Field = Field()
    number: Field = Field()
    date: Field = Field()
    publisher: Field = Field()
    spans: tuple[Span, ...] = ()


class ContentsEntry(NamedTuple):
    """A line of the printed table of contents (or, without page, of the highlights)."""

    level: int
    title: str
    page: str
    spans: tuple[Span, ...]


class Dropped(NamedTuple):
    """Visible source characters that are shown nowhere, and why."""

    start: int
    end: int
    reason: str  # a `DropReason`; behind a colon may stand what it is


class Decision(NamedTuple):
    """One entry of the log: what a rule made of the lines `first`..`last` (0-based, inclusive)."""

    first: int
    last: int
    role: Role | Literal["paragraph"]
    rule: str
    confidence: float


class Place(NamedTuple):
    """Where a line of the source stands: on which page, from 0, and in which box there, as the page is seen."""

    start: int
    end: int
    page: int
    box: Box


class PagePart(NamedTuple):
    """Where a picture is that a page shows."""

    page: int  # from 0
    box: Box


class FilePart(NamedTuple):
    """Where a picture is that is a file itself: in an archive or a message, beside a page, or inside its text."""

    lies: PartOf
    name: str  # in the archive or the message, from the folder of the page, or a hash of what the text holds
    format: str = ""  # as `pictures.facts` tells it


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn beside the words."""

    at: int  # offset in the source: of the sign that stands for it in a line, else of what follows it
    place: PagePart | FilePart | None = None  # None where the file does not hold it
    kind: PictureKind = "photo"
    width: int = 0  # pixels of a file, points of a part of a page; 0 where nothing tells
    height: int = 0
    shown: float = 0.0  # how wide it is set, points; 0 where nothing tells
    alt: str = ""
    url: str = ""  # where it is to be had, where the file only tells its address
    caption: int = -1  # offset of its caption in the source
    is_inline: bool = False  # stands in a line of text, or in a cell
    reason: str = ""  # why it is left out


@dataclass(frozen=True, slots=True)
class Issue:
    """Everything understood of one file."""

    source: Source
    masthead: Masthead
    contents: tuple[ContentsEntry, ...]
    highlights: tuple[ContentsEntry, ...]
    nodes: tuple[Node, ...]
    dropped: tuple[Dropped, ...]
    decisions: tuple[Decision, ...] = ()
    places: tuple[Place, ...] = ()  # of the lines of a file with pages, in source order
    pictures: tuple[Picture, ...] = ()  # in reading order
    ornaments: tuple[Picture, ...] = ()  # pictures that are shown nowhere, each with the reason

    def places_of(self, span: Span) -> tuple[Place, ...]:
        """Return the places of the lines in which a span stands; none where the file has no pages."""
        first = bisect_right(self.places, span.start, key=lambda place: place.end)
        stop = bisect_left(self.places, span.end, key=lambda place: place.start)
        return self.places[first:stop]

    def walk(self) -> Iterator[Node]:
        """Yield every node in reading order."""
        for node in self.nodes:
            yield from node.walk()
