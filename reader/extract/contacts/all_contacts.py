"""The contacts of an issue: who can be reached, and who made what, once in each article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reader.extract.contacts.contact_draft import ContactDraft, merged
from reader.extract.contacts.credits import image_sources
from reader.extract.contacts.labels import labels_in
from reader.extract.contacts.lines import is_contact_title, line_contacts
from reader.extract.contacts.rosters import table_contacts
from reader.extract.contacts.signed import is_maker_line, signed
from reader.extract.located import LocatedText, pieces_of
from reader.model.document import Issue, Node
from reader.model.mentions import Contact

Progress = Callable[[str, float], None]
TOLD_EVERY = 20  # nodes


def contacts_of(
    issue: Issue, progress: Progress | None = None, located: Sequence[LocatedText] | None = None
) -> tuple[Contact, ...]:
    """List the contacts of an issue in source order; `progress` may raise to stop the work.

    One record for people of one role in an article; what the article prints again is counted in `repeats`.
    """
    of_node: dict[str, list[LocatedText]] = {}
    for piece in pieces_of(issue) if located is None else located:
        of_node.setdefault(piece.node, []).append(piece)
    front = of_node.get("", [])
    found = [*_publisher(front), *_imprint(front)]
    paper = issue.masthead.title.text
    nodes = list(_with_contact_titles(issue, of_node))
    for i, (node, pieces) in enumerate(nodes):
        if progress and not i % TOLD_EVERY:
            progress("contacts", i / len(nodes))
        drafts = [draft for draft in _of_node(node, pieces, paper, issue.source.text) if draft.says_something]
        found += merged(draft.frozen(node.id, node.title.plain) for draft in drafts)
    return tuple(sorted(found, key=lambda contact: (contact.start, contact.end)))


def _with_contact_titles(
    issue: Issue, of_node: dict[str, list[LocatedText]]
) -> Iterator[tuple[Node, list[LocatedText]]]:
    """Yield each node with its texts; one whose heading is a contact line goes with the node above it."""
    node: Node | None = None
    pieces: list[LocatedText] = []
    for following in issue.walk():
        own = of_node.get(following.id, [])
        if node and (is_contact_title(following.title.plain) or is_maker_line(following.title.plain)):
            pieces = [*pieces, *own]
            continue
        if node:
            yield node, pieces
        node, pieces = following, own
    if node:
        yield node, pieces


def _publisher(front: Sequence[LocatedText]) -> Iterator[Contact]:
    for piece in front:
        if piece.part == "publisher" and piece.text:
            span = piece.span(0, len(piece.text))
            yield ContactDraft("publisher", *span, orgs=[piece.text]).frozen("", "")


def _imprint(front: Sequence[LocatedText]) -> Iterator[Contact]:
    """Read the editors and addresses that the front names: 主编：… 责任编辑：…"""
    lines = [replace(piece, zone="contact") for piece in front if piece.zone == "masthead" and not piece.part]
    for draft in line_contacts([line for line in lines if labels_in(line.text)]):
        if draft.says_something:
            yield draft.frozen("", "")


def _of_node(node: Node, pieces: list[LocatedText], paper: str, source: str) -> Iterator[ContactDraft]:
    yield from signed(node, pieces, paper, source)
    yield from image_sources(pieces)
    yield from line_contacts([piece for piece in pieces if piece.row < 0])
    tables: dict[int, list[LocatedText]] = {}
    for piece in pieces:
        if piece.row >= 0:
            tables.setdefault(id(piece.block), []).append(piece)
    for cells in tables.values():
        yield from table_contacts(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    yield from _references(pieces)


def _references(pieces: Sequence[LocatedText]) -> Iterator[ContactDraft]:
    """Yield the sources that footnotes name with their address: title and URL in one piece."""
    title: LocatedText | None = None
    for piece in pieces:
        if piece.zone == "note_text":
            title = piece
        elif piece.zone == "note_url":
            draft = ContactDraft("reference")
            draft.add("urls", piece.text, *piece.span(0, len(piece.text)))
            if title is not None:
                draft.reach_over(*title.span(0, len(title.text)))
                draft.titles = [title.text.strip().rstrip(".。")]
            yield draft
            title = None
