"""From a file to what the library keeps of it: read, understand, and take down."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from reader.find import texts_of_node
from reader.library.held import MASTHEAD, HeldArticle, HeldFigure, HeldIssue
from reader.library.issue_dates import date_of
from reader.model.document import Issue, Node
from reader.model.errors import CannotRead
from reader.model.mentions import Contact, Figure, Mentions
from reader.model.shown import is_readable, title_of
from reader.pipeline import NO_TEXT, UNREADABLE, article_keywords, extract_mentions, open_issue
from reader.store import article_keys, normalise

Found = TypeVar("Found", Figure, Contact)
NOTHING_READABLE = "“{path}” holds nothing readable: no words were found in it. Try another copy of the file."
NO_TEXT_LAYER = (
    "“{path}” holds pictures of its pages and no text: let a text recognition program add the text, and open that."
)


def take(path: Path) -> HeldIssue:
    """Read one file and take down all that the library keeps; raises `ReaderError` where it cannot be read."""
    issue = open_issue(path)
    if UNREADABLE in issue.source.warnings:
        is_picture = NO_TEXT in issue.source.warnings
        sentence, code = (NO_TEXT_LAYER, "no-text-layer") if is_picture else (NOTHING_READABLE, "nothing-readable")
        raise CannotRead(sentence, code=code, path=str(path))
    return held(issue, extract_mentions(issue))


def held(issue: Issue, mentions: Mentions) -> HeldIssue:
    """Take down an issue with what was found in it."""
    source, head = issue.source, issue.masthead
    printed = (head.date.text, head.number.text, head.title.text, source.name)
    return HeldIssue(
        sha256=source.sha256,
        name=source.name,
        format=source.format,
        title=head.title.text,
        number=head.number.text,
        printed=head.date.text,
        date=date_of(printed),
        publisher=head.publisher.text,
        edition=normalise(source.text).digest,
        characters=len(source.text),
        articles=tuple(_articles(issue, mentions)),
    )


def _articles(issue: Issue, mentions: Mentions) -> Iterator[HeldArticle]:
    figures, contacts = _by_node(mentions.figures), _by_node(mentions.correspondents)
    keys = article_keys(issue)
    if head := _masthead(issue, figures.get("", ()), contacts.get("", ())):
        yield head
    for node in issue.walk():
        texts, starts = _texts(node)
        if not texts and not node.title.plain:
            continue
        found = tuple(HeldFigure(figure, _text_at(starts, figure.start)) for figure in figures.get(node.id, ()))
        words = article_keywords(node) if is_readable(node) else ()
        is_titled = node.title_from != "opening" and bool(node.title.plain)
        yield HeldArticle(
            node.id, node.kind, title_of(node), is_titled, keys[node.id], texts, words, found,
            tuple(contacts.get(node.id, ())),
        )  # fmt: skip


def _masthead(issue: Issue, figures: Iterable[Figure], contacts: Iterable[Contact]) -> HeldArticle | None:
    """Return the head of an issue, which is found by its words too."""
    head, text = issue.masthead, issue.source.text
    fields = (head.title.text, head.number.text, head.date.text, head.publisher.text)
    printed = (" ".join(text[span.start : span.end].split()) for span in head.spans)
    texts = tuple(dict.fromkeys(filter(None, (*fields[1:], *printed))))
    if not texts and not head.title.text:
        return None
    held_figures = tuple(HeldFigure(figure, -1) for figure in figures)
    title = head.title.text
    return HeldArticle("", MASTHEAD, title, bool(title), "", texts, (), held_figures, tuple(contacts))


def _texts(node: Node) -> tuple[tuple[str, ...], list[int]]:
    """Return the texts of a node but its title, and where in the source each begins."""
    texts, starts, last = [], [], 0
    for readable in texts_of_node(node):
        if readable.place.part == "title" or not readable.plain.strip():
            continue
        runs = readable.text.runs if readable.text else ()
        places = [span.start for span in readable.spans] or [run.start for run in runs if not run.is_joiner]
        last = min(places, default=last)
        texts.append(readable.plain)
        starts.append(last)
    return tuple(texts), starts


def _text_at(starts: list[int], offset: int) -> int:
    """Return the number of the text that begins nearest before an offset; -1 where none does."""
    order = sorted(range(len(starts)), key=starts.__getitem__)
    at = bisect_right([starts[number] for number in order], offset) - 1
    return order[at] if at >= 0 else -1


def _by_node(found: Iterable[Found]) -> dict[str, list[Found]]:
    nodes: dict[str, list[Found]] = defaultdict(list)
    for each in found:
        nodes[each.node].append(each)
    return nodes
