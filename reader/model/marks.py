"""What a person leaves in an issue: highlights with notes, bookmarks, rows set right, the place where he
stopped reading.

All are anchored in the source text by several selectors at once (W3C Web Annotation: position and quote), so that
they are found again after the file, its encoding or the program changed. Every class is frozen; nothing imports more
than the standard library. Times are whole microseconds since 1970, UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

COLOURS = ("yellow", "green", "blue", "pink", "purple")
SCOPES = ("article", "paragraph")
ACTS = ("remove", "change", "add")
MENTIONED = ("figure", "contact")


@dataclass(frozen=True, slots=True)
class Anchor:
    """One piece of the source text: where it stood, what it said and what stood around it.

    `start` and `end` are offsets into the text in which it was made; `ahead` and `behind` count the visible characters
    before and after it, which no wrapping changes, or are -1 where they are not known.
    """

    start: int
    end: int
    quote: str  # spaces as one, none between Han characters
    before: str = ""  # up to 32 visible characters, spaces as in the quote
    after: str = ""
    ahead: int = -1
    behind: int = -1
    rival: float = 0.0  # how like it the likeliest other place of that text was; 1 is a twin


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in an issue; several pieces where a column or a page cuts the text."""

    issue: str  # the issue's key
    pieces: tuple[Anchor, ...]

    @property
    def quote(self) -> str:
        """The marked text as it can be shown."""
        text = ""
        for piece in self.pieces:
            gap = " " if text[-1:].isascii() and piece.quote[:1].isascii() and text else ""
            text += gap + piece.quote
        return text


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked text, perhaps with a note."""

    id: str
    locator: Locator
    colour: str = "yellow"  # one of COLOURS
    underline: bool = False
    note: str = ""  # plain text
    article: str = ""  # title of the article in which it stands
    page: str = ""  # printed page
    created: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named article or paragraph."""

    id: str
    locator: Locator
    name: str = ""
    scope: str = "paragraph"  # one of SCOPES
    article: str = ""
    page: str = ""
    created: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person set right among the figures and contacts taken out of an issue, at its place in the text."""

    id: str
    locator: Locator
    act: str = "remove"  # one of ACTS
    what: str = "figure"  # one of MENTIONED
    was: str = ""  # the row that it is about, its fields as JSON; empty where it adds one
    now: str = ""  # the row as he wants it, its fields as JSON; empty where he removed it
    article: str = ""
    page: str = ""
    created: int = 0
    updated: int = 0


@dataclass(frozen=True, slots=True)
class OutlineMark:
    """What a person said of the outline of an issue, at its place in the text; of the issue itself at none."""

    id: str
    locator: Locator
    what: str = "text"  # an `AmendmentKind`
    level: int = 0  # of a heading; 0 where it follows from its neighbours
    value: str = ""  # facts of the issue, names of a byline, a reason, as JSON; empty where there is none
    article: str = ""
    page: str = ""
    created: int = 0
    updated: int = 0


Mark = Highlight | Bookmark
Kept = Mark | Correction | OutlineMark


@dataclass(frozen=True, slots=True)
class IssueCard:
    """How an issue is named where it is not open."""

    key: str
    title: str = ""
    number: str = ""
    date: str = ""
    name: str = ""  # of the file
    path: str = ""  # where it was last opened
    opened: int = 0  # when


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where reading stopped in an issue: an article and the piece of text at the top of the window."""

    locator: Locator
    article: str = ""  # the article's key
    updated: int = 0


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """An issue that a window showed: enough to open it again."""

    path: str
    key: str = ""
    article: str = ""  # the shown article's key
    encoding: str = ""  # the one that the user chose, if he did


@dataclass(frozen=True, slots=True)
class KeptSession:
    """What a window showed last; `panes` is what the window makes of its own sizes, kept as it is."""

    issues: tuple[OpenIssue, ...] = ()
    current: int = 0
    panes: bytes = b""


def new_id() -> str:
    """Return an id that no other window or machine will ever draw."""
    return uuid4().hex
