"""Know an open issue again: its key, its articles' keys, where reading stopped. Pure functions, for any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.model.document import Span
from reader.model.marks import Locator, ReadingPlace
from reader.store import Library, NormalisedText, article_keys, make_locator, normalise, place_all
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry
from reader.ui.session.session import IssuePlace, holds

QUOTED = 60  # characters from the reading line on that say where it was


@dataclass(frozen=True, slots=True, eq=False)
class KnownIssue:
    """An open issue that was recognised."""

    opened: OpenedIssue
    key: str
    text: NormalisedText
    articles: dict[str, str]  # id of a node → key of the article
    place: IssuePlace | None  # where reading stopped before
    reading: str = ""  # what the user once wanted its parts to be

    def article(self, place: IssuePlace) -> str:
        """Return the key of the article at a place."""
        return self.articles.get(self.opened.outline.entries[place.entry].node.id, "")


def look_up(library: Library, opened: OpenedIssue) -> KnownIssue:
    """Recognise an issue; raises `CannotKeep`."""
    text = normalise(opened.issue.source.text)
    key = library.recognise(opened.issue, text, opened.path)
    known = KnownIssue(opened, key, text, article_keys(opened.issue), None, library.reading(key))
    kept = library.reading_place(key)
    return replace(known, place=place_of(known, kept)) if kept else known


def place_of(known: KnownIssue, kept: ReadingPlace) -> IssuePlace | None:
    """Find a kept place in an issue; where its text is gone, at least its article."""
    outline, path = known.opened.outline, known.opened.path
    readable = [outline.entries[index] for index in outline.readable]
    same = [entry for entry in readable if known.articles.get(entry.node.id) == kept.article]
    found = place_all(known.text, [kept.locator])[0] if kept.locator.pieces else None
    if found:
        offset = found.spans[0].start
        for entry in (*same, *readable):
            if holds(entry, offset):
                return IssuePlace(path, entry.index, offset)
    return IssuePlace(path, same[0].index) if same else None


def reading_place(known: KnownIssue, place: IssuePlace) -> ReadingPlace:
    """Describe a place so that it is found again in another copy of the issue."""
    entry = known.opened.outline.entries[place.entry]
    locator = make_locator(known.text, known.key, _words_at(entry, place.offset))
    return ReadingPlace(locator or Locator(known.key, ()), known.article(place))


def _words_at(entry: Entry, offset: int | None) -> list[Span]:
    """Return the words from an offset on, or the first ones of a node."""
    spans = list(entry.node.spans())
    if offset is None:
        return [Span(span.start, min(span.end, span.start + QUOTED)) for span in spans[:1]]
    return [Span(offset, min(end, offset + QUOTED)) for start, end in spans if start <= offset < end][:1]
