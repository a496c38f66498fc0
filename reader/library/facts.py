"""Figures, deadlines and people across issues: what a question finds, as one issue that all tables can be made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row

from reader.library.conditions import asked
from reader.library.packing import contact_of, figure_of
from reader.library.query import parsed
from reader.library.searching import Bring, Traces, find
from reader.library.shelf import IssueLibrary
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from reader.model.mentions import Contact, Figure, Mentions


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article is from."""

    issue: str
    date: str
    article: str
    path: str

    @property
    def label(self) -> str:
        return f"{self.article}（{' '.join(filter(None, (self.issue, self.date)))}）"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The found articles as one issue with its mentions; `origins` says of each node where it is from."""

    issue: Issue
    mentions: Mentions
    origins: dict[str, Origin]


def gathered(library: IssueLibrary, question: str, traces: Bring = Traces) -> Gathered:
    """Gather the articles that answer a question, by date; raises `ReaderError` where it cannot be read."""
    find(library, asked(parsed(question)), traces)
    nodes: list[Node] = []
    origins: dict[str, Origin] = {}
    figures: list[Figure] = []
    contacts: list[Contact] = []
    pieces: list[str] = []
    length = 0
    for row in _articles(library):
        node = str(row["id"])
        origins[node] = Origin(_named(row), row["date"], row["title"], row["path"] or "")
        texts = (row["title"], *library.texts(row["id"]))
        starts = []
        for text in texts:
            starts.append(length)
            pieces.append(f"{text}\n\n")
            length += len(text) + 2
        nodes.append(_node(node, texts, starts))
        figures += _figures(library, node, origins[node], texts, starts)
        told = library.base.rows("SELECT told FROM contacts WHERE article = ? ORDER BY id", (row["id"],))
        contacts += [replace(contact_of(text, node, origins[node].label), start=starts[0]) for (text,) in told]
    source = Source("", "", "text", "utf-8", "".join(pieces))
    issue = Issue(source, Masthead(), (), (), tuple(nodes), ())
    return Gathered(issue, Mentions(tuple(figures), merged(contacts)), origins)


def _articles(library: IssueLibrary) -> list[Row]:
    return library.base.rows(
        """SELECT a.id, a.title, i.title AS periodical, i.number, i.printed, i.name, i.date,
            (SELECT path FROM files e WHERE e.sha256 = i.sha256 ORDER BY e.is_missing, e.id LIMIT 1) AS path
        FROM temp.found f JOIN articles a ON a.id = f.id JOIN issues i ON i.id = a.issue ORDER BY i.date, i.id, a.id"""
    )


def _named(row: Row) -> str:
    named = (row["periodical"], row["number"] or row["printed"])
    return " ".join(filter(None, named)) if row["periodical"] else str(row["name"])


def _node(name: str, texts: Sequence[str], starts: Sequence[int]) -> Node:
    spans = [Span(start, start + len(text)) for text, start in zip(texts, starts, strict=True)]
    shown = [Text((Run(text, start),)) for text, start in zip(texts, starts, strict=True)]
    blocks = [Block("paragraph", text, (span,)) for text, span in zip(shown[1:], spans[1:], strict=True)]
    return Node(name, "article", 1, shown[0], (spans[0],), blocks=tuple(blocks))


def _figures(
    library: IssueLibrary, node: str, origin: Origin, texts: Sequence[str], starts: Sequence[int]
) -> Iterable[Figure]:
    """Yield the figures of an article, each where its words stand in the gathered text."""
    reached: dict[int, int] = {}
    for row in library.base.rows("SELECT * FROM figures WHERE article = ? ORDER BY id", (int(node),)):
        figure = figure_of(dict(row), node, origin.label)
        at = row["text"] + 1
        found = texts[at].find(figure.surface, reached.get(at, 0)) if at < len(texts) else -1
        found = max(found, 0)
        reached[at] = found + len(figure.surface)
        start = (starts[at] if at < len(starts) else starts[0]) + found
        yield replace(figure, start=start, end=start + len(figure.surface))


def merged(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Return each person or unit once: who has a telephone, an address of mail, or name and unit in common is one."""
    groups: list[Contact] = []
    known: dict[tuple[str, ...], int] = {}
    for contact in contacts:
        signs = list(_signs(contact))
        at = next((known[sign] for sign in signs if sign in known), len(groups))
        if at == len(groups):
            groups.append(contact)
        else:
            groups[at] = _joined(groups[at], contact)
        known.update(dict.fromkeys(signs, at))
    return tuple(groups)


def _signs(contact: Contact) -> Iterable[tuple[str, ...]]:
    """Yield by what a contact is known again; a telephone of an office alone tells no persons apart."""
    who = "、".join(contact.persons)
    yield from (("mail", mail.lower()) for mail in contact.emails)
    yield from (("phone", "".join(filter(str.isdigit, phone)), who) for phone in contact.phones)
    if contact.org or who:
        yield ("name", who, contact.org)


def _joined(one: Contact, other: Contact) -> Contact:
    """Return what two records of one person or unit tell together, and where they stand."""
    return replace(
        one,
        orgs=_both(one.orgs, other.orgs),
        persons=_both(one.persons, other.persons),
        phones=_both(one.phones, other.phones),
        fax=_both(one.fax, other.fax),
        emails=_both(one.emails, other.emails),
        urls=_both(one.urls, other.urls),
        accounts=_both(one.accounts, other.accounts),
        title=one.title or other.title,
        address=one.address or other.address,
        repeats=one.repeats + other.repeats,
        article="；".join(_both(tuple(one.article.split("；")), (other.article,))),
    )


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
