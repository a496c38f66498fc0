"""What is handed on: articles as a flow of passages, the same for every kind of file.

Built by `publishing.publish` from the blocks of an issue; each writer (`pdf`, `markdown`, `web`, …) only sets it.
Every class is frozen. Text is plain: no writer may take any of it for markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from reader.model.document import Merged, Span
from reader.model.marks import Highlight
from reader.pictures.facts import suffix_of

PAPERS = ("a4", "letter")
SIZES = (9.0, 10.5, 12.0, 14.0, 16.0)  # points of the body; 10.5 is 五号, the size of Chinese books
FACES = ("serif", "sans")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is added to the articles, and how the pages of a PDF are set."""

    highlights: bool = False  # marked in the text, their notes listed below
    only_highlights: bool = False  # nothing of the text but what is marked
    figures: bool = False  # a table of them below each article
    contacts: bool = False
    provenance: bool = False  # the lines of the source beside each paragraph
    pictures: bool = True  # those of the articles, as far as the kind of file can show them
    paper: str = "a4"  # one of PAPERS
    size: float = 10.5  # points, one of SIZES
    face: str = "serif"  # one of FACES
    language: str = "zh"  # of our own words: zh, en


class Marked(NamedTuple):
    """A highlight and where it stands in the source."""

    highlight: Highlight
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture as it is handed on: its own bytes where that can be."""

    data: bytes
    format: str  # as `pictures.facts` tells it
    width: float  # at which it is set beside text of 10.5 points, points
    height: float
    alt: str = ""  # what a screen reader says of it
    kind: str = "photo"

    @property
    def suffix(self) -> str:
        return suffix_of(self.format)


class Words(NamedTuple):
    """A piece of text in one style."""

    text: str
    styles: tuple[str, ...] = ()  # sup sub strong em code strike ins underline mark color
    url: str = ""  # where it leads
    mark: int = -1  # number in `Chapter.marks` of the highlight that lies on it
    note: int = -1  # number in `Chapter.notes` of the footnote that it calls; the text is the mark
    plate: int = -1  # number in `Publication.plates` of the picture that stands here; the text says what it is


Phrase = tuple[Words, ...]


def plain(phrase: Phrase) -> str:
    """Return the characters of a phrase without its footnote marks."""
    return "".join(words.text for words in phrase if words.note < 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph-like piece: a block of the document as it is handed on."""

    kind: str  # that of the block
    words: Phrase = ()
    level: int = 0  # of a subheading or a nested list item, 1 is the top
    bullet: bool = False  # a list item that brings no number or bullet of its own
    rows: tuple[tuple[Phrase, ...], ...] = ()
    header_rows: int = 0
    merged: tuple[Merged, ...] = ()  # cells that take several places
    code: bool = False
    quote: bool = False  # a quotation, as the source sets it
    lines: str = ""  # of the source, from 1: 12, 12–15; empty where provenance is not wanted
    plate: int = -1  # of a picture: its number in `Publication.plates`; -1 where its words say that it is not here

    @property
    def is_verse(self) -> bool:
        """Tell whether it is a paragraph of lines, which all begin at one edge."""
        return self.kind == "paragraph" and not self.code and any("\n" in words.text for words in self.words)


class Note(NamedTuple):
    """A footnote; `called` tells whether the text has a mark for it."""

    marker: str
    words: Phrase
    called: bool


class MarkedQuote(NamedTuple):
    """A highlight as it is listed."""

    quote: str
    colour: str  # one of `marks.COLOURS`
    underline: bool
    note: str
    page: str  # printed page


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article, or the heading of a section whose articles follow."""

    key: str  # of the node, an identifier
    kind: str  # section, column, article, notice
    level: int  # 1 is the top of this publication
    title: Phrase
    section: str = ""  # titles of what it stands in, where that is not a part of the publication
    page: str = ""  # on which the source prints it
    signed: Phrase = ()  # the byline as printed
    authors: tuple[str, ...] = ()
    meta: tuple[tuple[str, Phrase], ...] = ()  # label, value
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    marks: tuple[MarkedQuote, ...] = ()
    figures: tuple[tuple[str, str, str], ...] = ()  # what is measured, the figure as printed, what kind it is
    contacts: tuple[tuple[tuple[str, str], ...], ...] = ()  # of each contact its lines: label, value
    lines: str = ""  # of the source in which the title stands
    has_title: bool = True  # False where the source prints none and the text begins at once


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything that one file is made of."""

    title: str
    chapters: tuple[Chapter, ...]
    authors: tuple[str, ...] = ()
    issue: str = ""  # title of the issue as printed
    number: str = ""
    date: str = ""
    publisher: str = ""
    file: str = ""  # name of the source file
    identity: str = ""  # the same whenever the same is exported: a hash of source and choice
    listed: bool = False  # has contents: more than one chapter
    choice: Choice = field(default_factory=Choice)
    plates: tuple[Plate, ...] = ()  # each once, in the order of the articles
    folder: str = ""  # where the plates of a file are that can hold none: beside it, by this name

    @property
    def source(self) -> tuple[str, ...]:
        """Return how the issue is named: title, number and date as printed, or its file."""
        facts = (self.issue or self.file, self.number, self.date)
        return tuple(dict.fromkeys(fact for fact in facts if fact))
