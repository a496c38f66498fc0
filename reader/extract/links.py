"""The links of an issue: every web address that an article points to, once in each article, with the words it is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.extract.contacts.reach import reaches_in
from reader.extract.located import LocatedText, pieces_of_node
from reader.model.document import Issue, Node, Run
from reader.model.mentions import Link

WEB = ("http://", "https://", "ftp://", "www.")
SIGNS = ("://", "www.", ".cn", ".com", ".org", ".net", ".edu", ".gov", ".io", ".tw", ".hk", ".eu")


def links_of(issue: Issue) -> tuple[Link, ...]:
    """List the links of an issue in source order; an address that an article names again is one link."""
    found: dict[tuple[str, str], Link] = {}
    for link in sorted((*_linked(issue), *_printed(issue)), key=lambda link: (link.start, not link.text)):
        known = found.get(key := (link.node, _bare(link.url)))
        if known is None or link.text and not known.text:  # the words that an address is on say more than itself
            found[key] = link
    return tuple(sorted(found.values(), key=lambda link: link.start))


def _bare(url: str) -> str:
    return url.partition("://")[2].rstrip("/") or url.rstrip("/")


def _linked(issue: Issue) -> Iterator[Link]:
    """Yield what the markup makes a link: its words, and where it leads."""
    for node in issue.walk():
        for runs in _texts(node):
            for url, group in groupby(runs, key=lambda run: run.url):
                part = [run for run in group if run.start >= 0]
                if url.startswith(WEB) and part:
                    text = "".join(run.text for run in part).strip()
                    last = part[-1]
                    words = "" if text.startswith(WEB) else text
                    yield Link(words, url, part[0].start, last.start + len(last.text), node.id, node.title.plain)


def _texts(node: Node) -> Iterator[Sequence[Run]]:
    yield node.title.runs
    for block in node.blocks:
        yield block.text.runs
        yield from (cell.runs for row in block.rows for cell in row)


def _pieces(issue: Issue) -> Iterator[LocatedText]:
    """Yield the texts of the nodes that may hold an address: to place all texts takes longer than to look for one."""
    for node in issue.walk():
        may_hold = (block.rows or any(sign in block.text.plain for sign in SIGNS) for block in node.blocks)
        if node.footnotes or node.meta or any(may_hold):
            yield from pieces_of_node(node, issue.source.text)


def _printed(issue: Issue) -> Iterator[Link]:
    """Yield the addresses that are printed, those of footnotes with the note as their words."""
    title: LocatedText | None = None
    for piece in _pieces(issue):
        if piece.zone == "note_text":
            title = piece
        elif piece.zone == "note_url":
            words = title.text.strip().rstrip(".。") if title and title.node == piece.node else ""
            yield Link(words, piece.text, *piece.span(0, len(piece.text)), piece.node, piece.article)
            title = None
        elif any(sign in piece.text for sign in SIGNS):
            for reach in reaches_in(piece.text):
                if reach.kind == "url":
                    yield Link("", reach.value, *piece.span(reach.start, reach.end), piece.node, piece.article)
