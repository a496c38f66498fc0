"""What is left out: every visible character that nothing shows, with its reason. Nothing is ever lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model.document import Dropped, Issue, Span


def owned_spans(issue: Issue) -> Iterator[Span]:
    """Yield the source spans of all that an issue shows."""
    yield from issue.masthead.spans
    for fact in (issue.masthead.title, issue.masthead.number, issue.masthead.date, issue.masthead.publisher):
        yield from fact.spans
    for entry in (*issue.contents, *issue.highlights):
        yield from entry.spans
    for node in issue.walk():
        yield from node.spans()


def dropped_of(issue: Issue, dropped: list[Dropped]) -> Iterator[Dropped]:
    """Yield what is left out: as decided, cut to what is not shown, and, for safety, all that no rule placed."""
    text = issue.source.text
    owned = sorted([span for span in owned_spans(issue) if span.end > span.start])
    wanted = sorted(dropped)
    cursor, at = 0, 0
    for start, end in [*owned, (len(text), len(text))]:
        while cursor < start:
            while at < len(wanted) and wanted[at].end <= cursor:
                at += 1
            if at < len(wanted) and wanted[at].start < start:
                d = wanted[at]
                if d.start > cursor:
                    yield from _gap(text, cursor, d.start)
                s, e = max(d.start, cursor), min(d.end, start)
                yield Dropped(s, e, d.reason)
                cursor = e
            else:
                if not text[cursor:start].isspace():
                    yield from _gap(text, cursor, start)
                cursor = start
        cursor = max(cursor, end)


VISIBLE = re.compile(r"\S+(?:[^\S\n\r]+\S+)*")


def _gap(text: str, start: int, end: int) -> Iterator[Dropped]:
    for m in VISIBLE.finditer(text, start, end):
        yield Dropped(m.start(), m.end(), "unplaced")
