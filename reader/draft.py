"""The working view of a file while it is labelled: frozen lines and one label for each.

Rules read a `Draft` and answer with `Mark`s; only `Draft.marked` applies them, so a rule never sees
half of another rule's work and every label keeps the name of the rule that set it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.document import Line
from reader.patterns import first_token

SPACES = " \t\u3000\xa0\u200b\ufeff\x0b\x0c\x00\r\n\x1c\x1d\x1e\x1f\x85\u2028\u2029"


class Piece(NamedTuple):
    """A printed line, or a part of one that stands for itself, without its outer spaces.

    `indent`, `edge` and `head` are em: the width of the leading space, the place of the right end, and the
    width of what a printer would not have separated from the line's beginning.
    """

    text: str
    start: int
    end: int
    line: int  # index of the printed line
    indent: float
    edge: float
    head: float
    trailing: bool
    blanks: int
    page_break: bool

    @property
    def width(self) -> float:
        return self.edge - self.indent


class Part(NamedTuple):
    """A named slice of the source inside a labelled piece; `drop:…` parts are not shown."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a piece is, which rule said so, how sure it is; pieces of one thing share `group`."""

    role: str
    rule: str
    confidence: float = 1.0
    group: int = -1
    parts: tuple[Part, ...] = ()  # empty: the whole piece is text
    level: int = 0
    data: str = ""
    moved: bool = False  # printed below the text that it heads


RUNNING = ("opening", "joined")  # running text of which some characters are left out


class Mark(NamedTuple):
    """A rule's wish: put `label` on a piece."""

    piece: int
    label: Label


@dataclass(frozen=True, slots=True)
class Boundary:
    """The evidence for a paragraph break before a piece: above 0 is a break; `reasons` name what counted."""

    score: float
    reasons: tuple[str, ...]
    after: int = -1  # the piece of running text that stands before


@dataclass(frozen=True, slots=True)
class Draft:
    """All pieces of a file in order, their labels so far, the line measure and the breaks between them."""

    text: str
    pieces: tuple[Piece, ...]
    labels: tuple[Label | None, ...]
    measures: tuple[float, ...]  # em; 0 where lines are not wrapped to a measure
    breaks: Mapping[int, Boundary] = field(default_factory=dict)
    first_line: float = 0.0  # em that a paragraph's first line is narrower, where its indent was lost
    indents: bool = False  # paragraphs are indented
    double_spaced: bool = False  # nearly every line has a blank line above, so that none means a page start

    def marked(self, marks: Iterable[Mark]) -> Draft:
        """Return this draft with the labels of `marks` set."""
        labels = list(self.labels)
        for i, label in marks:
            labels[i] = label
        return replace(self, labels=tuple(labels))

    def free(self) -> Sequence[int]:
        """Return the indexes of pieces of running text: those that no rule has labelled as something else."""
        return [i for i, label in enumerate(self.labels) if label is None or label.role in RUNNING]

    def opens(self, index: int) -> bool:
        """Tell whether a paragraph begins at a piece of running text."""
        boundary = self.breaks.get(index)
        return boundary is None or boundary.score > 0

    def units(self) -> Iterator[list[int]]:
        """Yield the free pieces paragraph by paragraph; what stands in between is skipped over."""
        unit: list[int] = []
        for i in self.free():
            if unit and self.opens(i):
                yield unit
                unit = []
            unit.append(i)
        if unit:
            yield unit

    def joined(self, indexes: Iterable[int]) -> str:
        """Put the pieces of a unit together the way they read, a space between Latin words only."""
        out = ""
        for i in indexes:
            text = self.pieces[i].text
            gap = bool(out) and out[-1].isascii() and text[0].isascii() and out[-1] not in "-/"
            out += f" {text}" if gap else text
        return out

    def role(self, index: int) -> str:
        """Name the role of a piece; empty for running text and out of range."""
        label = self.labels[index] if 0 <= index < len(self.labels) else None
        return label.role if label and label.role not in RUNNING else ""

    def label(self, index: int) -> Label:
        """Return the label of a piece that has one."""
        label = self.labels[index]
        if label is None:
            raise LookupError(f"no rule has labelled piece {index}")
        return label

    def data(self, index: int) -> str:
        """Return what a rule noted on a piece; empty where no rule did."""
        label = self.labels[index]
        return label.data if label else ""

    def named(self, index: int, name: str) -> str:
        """Return the characters of the parts of that name in a piece."""
        label = self.labels[index]
        return "".join(self.text[p.start : p.end] for p in label.parts if p.name == name) if label else ""

    def grouped(self, role: str) -> Iterator[list[int]]:
        """Yield the indexes of each group of pieces that share a role, in order of first sight."""
        groups: dict[int, list[int]] = {}
        for i, label in enumerate(self.labels):
            if label and label.role == role:
                groups.setdefault(label.group, []).append(i)
        return iter(groups.values())


WIDE_SPACE = 0.5  # em of a space that is as wide as a letter; printed pages often set a quarter em
TIGHT_SPACE = 0.25


def em(text: str, space: float = WIDE_SPACE) -> float:
    """Measure a text in em: a wide character counts 1, an ASCII one 0.5, a space `space`."""
    width = len(text) - 0.5 * len(text.encode("ascii", "ignore"))
    return width if space == WIDE_SPACE else width - (WIDE_SPACE - space) * text.count(" ")


# Two captions printed side by side: 图1：… 图2：…
SECOND_CAPTION = re.compile(r"(?<=\S)[ \u3000\t]+(?=[图表]\s*\d+\s*[:：.．])")
LEADS_CAPTION = re.compile(r"[图表]\s*\d+\s*[:：.．]")


def pieces_of(text: str, lines: Iterable[Line], space: float = WIDE_SPACE) -> tuple[Piece, ...]:
    """Cut the lines of a file into pieces, two captions on one line apart; a space is `space` em wide."""
    out: list[Piece] = []
    for number, line in enumerate(lines):
        raw = text[line.start : line.end]
        body = raw.lstrip(SPACES)
        if not body:
            continue
        lead = len(raw) - len(body)
        visible = body.rstrip(SPACES)
        start, indent = line.start + lead, em(raw[:lead])
        cuts = [0]
        if visible[0] in "图表" and LEADS_CAPTION.match(visible):
            cuts += [m.end() for m in SECOND_CAPTION.finditer(visible)]
        for nth, cut in enumerate(cuts):
            stop = cuts[nth + 1] if nth + 1 < len(cuts) else len(visible)
            shown = visible[cut:stop].rstrip(SPACES)
            first, last = nth == 0, nth + 1 == len(cuts)
            begin = start + cut
            out.append(
                Piece(
                    shown,
                    begin,
                    begin + len(shown),
                    number,
                    indent,
                    indent + em(visible[:cut], space) + em(shown, space),
                    em(first_token(shown)),
                    last and len(visible) < len(body),
                    line.blanks if first else 0,
                    line.page_break and first,
                )
            )
    return tuple(out)
