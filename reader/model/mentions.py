"""What a reader would otherwise copy out of an issue by hand: figures, contacts, captions and links.

All have their place in the source: `start` and `end` are half-open offsets into `Source.text`. Every class is
frozen; nothing imports more than the standard library and `kinds`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reader.model.kinds import CaptionKind, ContactRole, FigureKind

Value = Decimal | str | None  # a number, or a date as ISO text (2025, 2025-09, --09-12, 2025-H2, 2025-09-12T18:00)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with a meaning, where it is printed.

    `value_low` is in base units (万 and 亿 expanded); `value_high` only of ranges. `unit` is an ISO 4217 code,
    `%`, an ASCII unit (`mg/Nm3`), a measure word or `×`. `comparator` is one of = ≥ > ≤ < ~.
    """

    kind: FigureKind
    surface: str  # as printed, wraps closed
    start: int
    end: int
    value_low: Value
    value_high: Value = None
    unit: str = ""
    comparator: str = "="
    label: str = ""  # what it measures, from the clause or the table's headers
    inferred: str = ""  # of a date without a year: the whole date as the date completes it
    node: str = ""  # id of the node that it stands in; empty in the masthead and the printed contents
    article: str = ""  # title of that node


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone who can be reached, or who made a part of the issue, once in an article."""

    role: ContactRole
    start: int
    end: int
    orgs: tuple[str, ...] = ()  # all lines of the unit as printed; the last is the deepest
    persons: tuple[str, ...] = ()
    title: str = ""  # 副研究员; of a reference the title of the work
    phones: tuple[str, ...] = ()  # as printed
    fax: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    address: str = ""
    repeats: int = 1  # how often the article prints it
    node: str = ""
    article: str = ""
    accounts: tuple[str, ...] = ()  # elsewhere, with its name: QQ 123456789, 微信 kexie_2025

    @property
    def org(self) -> str:
        return self.orgs[-1] if self.orgs else ""


@dataclass(frozen=True, slots=True)
class Link:
    """A web address that an article points to, once in an article."""

    text: str  # the words that are the link, or the note that names it; empty where the address itself is printed
    url: str
    start: int
    end: int
    node: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class CaptionMention:
    """A caption of a picture or a table, its label and credit taken apart."""

    kind: CaptionKind
    label: str  # 图1, 表 2, 图为; empty without one
    surface: str
    credit: str
    start: int
    end: int
    node: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a reader would otherwise copy out of an issue by hand, each in source order."""

    figures: tuple[Figure, ...] = ()
    contacts: tuple[Contact, ...] = ()
    captions: tuple[CaptionMention, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def correspondents(self) -> tuple[Contact, ...]:
        """The contacts but those that are no more than the address of a source, which is a link."""
        return tuple(contact for contact in self.contacts if contact.role != "reference" or not contact.urls)
