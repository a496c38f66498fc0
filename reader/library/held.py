"""What the library keeps of an issue: plain data that goes from the process that read it into the file.

Every class is a tuple without code, so that one made in another process is the same here.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.model.mentions import Contact, Figure

MASTHEAD = "masthead"  # the kind of the row that holds the head of an issue; all others are kinds of nodes


class HeldFigure(NamedTuple):
    """A figure, and the number of the text of its article in which it stands; -1 in the title."""

    figure: Figure
    text: int


class HeldArticle(NamedTuple):
    """One place of the outline with the texts of its own, in reading order, its title not among them."""

    node: str  # id; empty of the head of the issue
    kind: str  # a `NodeKind`, or `MASTHEAD`
    title: str  # as it is shown
    is_titled: bool  # by words that do not stand in the texts as well
    key: str  # by which it is known again in another reading of the issue
    texts: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    figures: tuple[HeldFigure, ...] = ()
    contacts: tuple[Contact, ...] = ()


class HeldIssue(NamedTuple):
    """One issue as it was understood."""

    sha256: str  # of the bytes of its file
    name: str  # of the file
    format: str
    title: str
    number: str
    printed: str  # date, as it stands there
    date: str  # ISO, as exact as it is printed; empty where nothing tells
    publisher: str
    edition: str  # hash of what can be read, the same in each encoding
    characters: int
    articles: tuple[HeldArticle, ...]
