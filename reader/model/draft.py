"""The working view of a file while it is labelled: frozen lines and one label for each.

Rules read a `Draft` and answer with `Mark`s; only `Draft.marked` applies them, so a rule never sees
half of another rule's work and every label keeps the name of the rule that set it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from reader.model.document import Hint, Line, Look, Styled
from reader.model.kinds import Dress, NodeKind, Reading, Role, SignOff, TableShape
from reader.text.patterns import Number, ends_sentence, first_token, numbered, rare
from reader.text.signing import signature

SPACES = (
    " \t\u3000\xa0\u200b\ufeff\x0b\x0c\x00\r\n\x1c\x1d\x1e\x1f\x85\u2028\u2029"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"  # em, en, thin, …
)


class Piece(NamedTuple):
    """A printed line, or a part of one that stands for itself, without its outer spaces.

    `indent`, `edge`, `width` and `head` are em: the width of the leading space, the place of the right end, the
    width between them, and that of what a printer would not have separated from the line's beginning. Where the file
    tells the places of its lines, they are measured on the page, else by the characters.
    """

    text: str
    start: int
    end: int
    line: int  # index of the printed line
    indent: float
    edge: float
    width: float
    head: float
    trailing: bool
    blanks: int
    page_break: bool
    closed: bool  # ends in an end mark
    number: Number | None  # that it begins with
    hint: Hint | None = None  # what the file itself says that the line is
    look: Look | None = None  # how the line is set, where the file tells
    goes_on: bool = False  # with the printed line of the piece above


class Part(NamedTuple):
    """A named slice of the source inside a labelled piece; `drop:…` parts are not shown."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How a heading is dressed: sisters are dressed alike."""

    dress: Dress
    level: int = 0  # of # signs, tags or looks, 1 is the top
    mark: str = ""  # the bullet, or the style of its number

    @property
    def signature(self) -> str:
        """Write it as one word, to compare and to count: atx2, bullet★, han, plain."""
        return self.mark if self.dress == "number" else f"{self.dress}{self.level or ''}{self.mark}"


@dataclass(frozen=True, slots=True)
class Opens:
    """What a title opens."""

    node: NodeKind


@dataclass(frozen=True, slots=True)
class Signed:
    """Where a byline stands: above the text that it signs, or at its end."""

    at_end: bool = False
    names: tuple[str, ...] = ()  # as a person told them; else its words tell


@dataclass(frozen=True, slots=True)
class ListedOnly:
    """What an entry of the contents list opens that is printed only there; nothing at level 0."""

    node: NodeKind
    level: int


@dataclass(frozen=True, slots=True)
class Aside:
    """What a remark or a contact speaks of, and how often it is printed."""

    of_column: bool = False  # of the whole column rather than of the article above it
    states: SignOff = ""
    repeats: int = 1


@dataclass(frozen=True, slots=True)
class Cells:
    """How the cells of a table are told apart."""

    by: TableShape


@dataclass(frozen=True, slots=True)
class ListItem:
    """Running text begins an item of a list."""


@dataclass(frozen=True, slots=True)
class Unpaged:
    """An entry of a contents list without pages: such a list tells titles, but only dressed ones tell their level."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why furniture is not shown."""

    reason: str


Data = HeadingStyle | Opens | Signed | ListedOnly | Aside | Cells | ListItem | Unpaged | LeftOut
PAGE_NUMBER, RUNNING_HEAD = LeftOut("page-number"), LeftOut("running-header")


class Label(NamedTuple):
    """What a piece is, which rule said so, how sure it is; pieces of one thing share `group`."""

    role: Role
    rule: str
    confidence: float = 1.0
    group: int = -1
    parts: tuple[Part, ...] = ()  # empty: the whole piece is text
    level: int = 0
    data: Data | None = None  # what else is known of a piece in this role
    moved: bool = False  # printed below the text that it heads


RUNNING: tuple[Role, ...] = ("opening", "joined")  # running text of which some characters are left out


class Mark(NamedTuple):
    """A rule's wish: put `label` on a piece."""

    piece: int
    label: Label


Evidence = tuple[str, float]  # what counted, and how much (log odds)
TELLING = 0.5  # log odds; what counted less is not worth naming


@lru_cache(maxsize=1024)
def _reason(name: str, score: float) -> str:
    """Name what counted and how much; few scores differ, so each is written once."""
    return f"{name} {score:+.1f}"


class Boundary(NamedTuple):
    """The evidence for a paragraph break before a piece: above 0 is a break."""

    score: float
    evidence: tuple[Evidence, ...]
    after: int = -1  # the piece of running text that stands before

    @property
    def reasons(self) -> tuple[str, ...]:
        """Name what counted, and how much."""
        return tuple([_reason(name, score) for name, score in self.evidence if not -TELLING < score < TELLING])

    def shows(self, name: str) -> bool:
        """Tell whether something spoke clearly for a break."""
        return any(score >= TELLING and found == name for found, score in self.evidence)


class CutLines(NamedTuple):
    """The printed lines that an extractor cut in pieces."""

    edges: Mapping[int, float]  # of the pieces that continue a line above: where that line ends so far
    narrow: frozenset[int]  # pieces that open a line which is full but for the two em of a lost indent


@dataclass(frozen=True, slots=True)
class Draft:
    """All pieces of a file in order, their labels so far, the line measure and the breaks between them.

    `text` and the texts of the pieces are the source in simplified characters, one for one: what is shown is never
    taken from them.
    """

    text: str
    pieces: tuple[Piece, ...]
    labels: tuple[Label | None, ...]
    measures: tuple[float, ...]  # em; 0 where lines are not wrapped to a measure
    breaks: Mapping[int, Boundary] = field(default_factory=dict)
    first_line: float = 0.0  # em that a paragraph's first line is narrower, where its indent was lost
    indents: bool = False  # paragraphs are indented
    styled: tuple[Styled, ...] = ()  # what the file itself sets in a style, in source order
    outline: frozenset[str] = frozenset()  # titles that the file itself lists for its reader, without spaces
    markup: bool = True  # the text holds Markdown and TeX; elsewhere their signs are only characters
    double_spaced: bool = False  # nearly every line has a blank line above, so that none means a page start
    cuts: CutLines | None = None  # where the file is cut all over
    reading: Reading = ""  # what the reader wants the parts to be
    leads_in: bool = False  # what stands above the first heading belongs to the first article
    free: tuple[int, ...] = field(init=False)  # pieces of running text: no rule has labelled them as something else

    def __post_init__(self) -> None:
        free = tuple([i for i, label in enumerate(self.labels) if label is None or label.role in RUNNING])
        object.__setattr__(self, "free", free)

    def marked(self, marks: Iterable[Mark]) -> Draft:
        """Return this draft with the labels of `marks` set."""
        changed = dict(marks)
        if not changed:
            return self
        labels = list(self.labels)
        for i, label in changed.items():
            labels[i] = label
        return replace(self, labels=tuple(labels))

    def opens(self, index: int) -> bool:
        """Tell whether a paragraph begins at a piece of running text."""
        boundary = self.breaks.get(index)
        return boundary is None or boundary.score > 0

    def units(self) -> Iterator[list[int]]:
        """Yield the free pieces paragraph by paragraph; what stands in between is skipped over."""
        unit: list[int] = []
        breaks = self.breaks
        for i in self.free:
            if unit and (i not in breaks or breaks[i].score > 0):
                yield unit
                unit = []
            unit.append(i)
        if unit:
            yield unit

    def joined(self, indexes: Sequence[int]) -> str:
        """Put the pieces of a unit together the way they read, a space between Latin words only."""
        if len(indexes) == 1:
            return self.pieces[indexes[0]].text
        out = ""
        for i in indexes:
            text = self.pieces[i].text
            gap = bool(out) and out[-1].isascii() and text[0].isascii() and out[-1] not in "-/"
            out += f" {text}" if gap else text
        return out

    def role(self, index: int) -> Role | Literal[""]:
        """Name the role of a piece; empty for running text and out of range."""
        label = self.labels[index] if 0 <= index < len(self.labels) else None
        return label.role if label and label.role not in RUNNING else ""

    def label(self, index: int) -> Label:
        """Return the label of a piece that has one."""
        label = self.labels[index]
        if label is None:
            raise LookupError(f"no rule has labelled piece {index}")
        return label

    def data(self, index: int) -> Data | None:
        """Return what a rule noted on a piece; nothing where no rule did."""
        label = self.labels[index]
        return label.data if label else None

    def dress(self, index: int) -> HeadingStyle:
        """Return how a heading is dressed."""
        data = self.data(index)
        return data if isinstance(data, HeadingStyle) else HeadingStyle("")

    def named(self, index: int, name: str) -> str:
        """Return the characters of the parts of that name in a piece."""
        label = self.labels[index]
        return "".join(self.text[p.start : p.end] for p in label.parts if p.name == name) if label else ""

    def grouped(self, role: Role) -> Iterator[list[int]]:
        """Yield the indexes of each group of pieces that share a role, in order of first sight."""
        groups: dict[int, list[int]] = {}
        for i, label in enumerate(self.labels):
            if label and label.role == role:
                groups.setdefault(label.group, []).append(i)
        return iter(groups.values())


WIDE_SPACE = 0.5  # em of a space that is as wide as a letter; printed pages often set a quarter em
TIGHT_SPACE = 0.25


def em(text: str) -> float:
    """Measure a text in em: a wide character counts 1, an ASCII one 0.5."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


# Two captions printed side by side: 图1：… 图2：…
SECOND_CAPTION = rare(r"(?<=\S)[ \u3000\t]+(?=[图表]\s*\d+\s*[:：.．])")
SIGNED_TAIL = rare(
    r"(?<=[。！？!?”…）)①-⑳\d])(?:[ \t]{2,}|[ \t]*\u3000[ \u3000\t]*)(?=[（(〔][^（）()〔〕。，]{2,24}[）)〕]$)"
)
LEADS_CAPTION = re.compile(r"[图表]\s*\d+\s*[:：.．]")


def pieces_of(text: str, lines: Iterable[Line]) -> tuple[Piece, ...]:
    """Cut the lines of a file into pieces, two captions on one line apart, and a text from who signed it."""
    out: list[Piece] = []
    for number, line in enumerate(lines):
        raw = text[line.start : line.end]
        body = raw.lstrip(SPACES)
        if not body:
            continue
        lead = len(raw) - len(body)
        shown = body.rstrip(SPACES)
        if line.look:
            indent, width = on_page(line.look)
        else:
            indent, width = em(raw[:lead]) if lead and not line.goes_on else 0.0, em(shown)
        start = line.start + lead
        piece = Piece(
            shown,
            start,
            start + len(shown),
            number,
            indent,
            indent + width + (out[-1].edge if line.goes_on and out else 0.0),
            width,
            em(first_token(shown)),
            len(shown) < len(body),
            line.blanks,
            line.page_break,
            ends_sentence(shown),
            numbered(shown),
            line.hint,
            line.look,
            line.goes_on,
        )
        out.extend(_parted(piece, _cuts(shown)))
    return tuple(out)


def is_marked_up(pieces: Sequence[Piece]) -> bool:
    """Tell whether the file says of each line what it is, as web pages and documents do, and not where it stands."""
    return bool(pieces) and pieces[0].hint is not None and pieces[0].look is None


def on_page(look: Look) -> tuple[float, float]:
    """Measure a line on its page: its indent from the column's edge and its width, in em of its own size."""
    box, column, size = look.box, look.column, look.size or 1.0
    if look.turns == 1:
        return (column.bottom - box.bottom) / size, (box.bottom - box.top) / size
    if look.turns == 2:
        return (column.right - box.right) / size, (box.right - box.left) / size
    if look.turns == 3:
        return (box.top - column.top) / size, (box.bottom - box.top) / size
    return (box.left - column.left) / size, (box.right - box.left) / size


def column_width(look: Look) -> float:
    """Return the width of a line's column in em of the line's own size."""
    box = look.column
    wide = box.bottom - box.top if look.turns % 2 else box.right - box.left
    return wide / (look.size or 1.0)


def _cuts(text: str) -> list[int]:
    """Return where a printed line falls apart: before a second caption, or the signature far behind a text."""
    if text[0] in "图表" and LEADS_CAPTION.match(text):
        return [m.end() for m in SECOND_CAPTION.finditer(text)]
    tail = SIGNED_TAIL.search(text) if text[-1] in "）)〕" else None
    signed = signature(text[tail.end() :]) if tail else None
    return [tail.end()] if tail and signed and signed.by else []


def _parted(line: Piece, cuts: Sequence[int]) -> Iterator[Piece]:
    """Yield the parts of a printed line."""
    if not cuts:
        yield line
        return
    for cut, stop in pairwise((0, *cuts, len(line.text))):
        shown = line.text[cut:stop].rstrip(SPACES)
        start, indent, width = line.start + cut, line.indent + em(line.text[:cut]), em(shown)
        yield line._replace(
            text=shown,
            start=start,
            end=start + len(shown),
            indent=indent,
            edge=indent + width,
            width=width,
            head=em(first_token(shown)),
            trailing=line.trailing and stop == len(line.text),
            blanks=0 if cut else line.blanks,
            page_break=line.page_break and not cut,
            closed=ends_sentence(shown),
            number=numbered(shown),
        )


def tightened(text: str, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Measure pieces of `text` anew: a space in them is `TIGHT_SPACE` wide."""
    out: list[Piece] = []
    line, begin = -1, 0
    for piece in pieces:
        if piece.line != line:
            line, begin = piece.line, piece.start
        lost = (WIDE_SPACE - TIGHT_SPACE) * text.count(" ", begin, piece.end)
        out.append(piece._replace(edge=piece.edge - lost, width=piece.width - lost) if lost else piece)
    return tuple(out)
