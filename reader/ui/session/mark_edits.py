"""What an act of the user changes, as edits that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reader.model.document import Span
from reader.model.marks import Bookmark, Highlight, Mark, new_id
from reader.store import Edit, make_locator
from reader.ui.session.shelf import Shelved

NAME_LENGTH = 24  # characters of a paragraph that name its bookmark


@dataclass(frozen=True, slots=True)
class Where:
    """The article and the printed page in which a mark is made."""

    article: str = ""
    page: str = ""


Act = Callable[[Shelved, Where], Sequence[Edit]]  # what the user wants, as edits of what is kept


@dataclass(frozen=True, slots=True)
class MarkPen:
    """How the next highlight looks."""

    colour: str = "yellow"
    underline: bool = False


def highlighted(
    shelved: Shelved, spans: Sequence[Span], pen: MarkPen, where: Where
) -> tuple[tuple[Edit, ...], Highlight | None]:
    """Mark a text; return the edits and the highlight that it is in then.

    The very same text takes the other colour; texts of one colour that meet become one highlight with the notes of
    both; those of different colours overlap.
    """
    locator = make_locator(shelved.text, shelved.key, spans)
    if locator is None:
        return (), None
    meeting = [
        (mark, place.spans)
        for mark, place in shelved.placed.marks
        if isinstance(mark, Highlight) and _meet(place.spans, spans)
    ]
    same = next((mark for mark, there in meeting if _covers(there, spans) and _covers(spans, there)), None)
    if same:
        changed = replace(same, colour=pen.colour, underline=pen.underline)
        return (Edit(same, changed),) if changed != same else (), changed
    alike = [(m, there) for m, there in meeting if m.colour == pen.colour and m.underline == pen.underline]
    if not alike:
        fresh = Highlight(new_id(), locator, pen.colour, pen.underline, "", where.article, where.page)
        return (Edit(None, fresh),), fresh
    kept = alike[0][0]
    united = _united([*spans, *(span for _mark, there in alike for span in there)])
    whole = make_locator(shelved.text, shelved.key, united) or locator
    note = "\n".join(mark.note for mark, _there in alike if mark.note)
    grown = replace(kept, locator=whole, note=note)
    return (Edit(kept, grown), *(Edit(mark, None) for mark, _there in alike[1:])), grown


def bookmarked(shelved: Shelved, spans: Sequence[Span], scope: str, where: Where, words: str = "") -> tuple[Edit, ...]:
    """Put a bookmark on a place, named by the `words` that are read there, or take away the one that is there."""
    there = bookmark_at(shelved, spans, scope)
    if there:
        return (Edit(there, None),)
    locator = make_locator(shelved.text, shelved.key, spans)
    if locator is None:
        return ()
    name = where.article if scope == "article" else shortened(words or locator.quote)
    return (Edit(None, Bookmark(new_id(), locator, name, scope, where.article, where.page)),)


def bookmark_at(shelved: Shelved, spans: Sequence[Span], scope: str) -> Bookmark | None:
    """Return the bookmark of a place."""
    marks = shelved.placed.marks
    return next(
        (m for m, place in marks if isinstance(m, Bookmark) and m.scope == scope and _meet(place.spans, spans)), None
    )


def attached(shelved: Shelved, orphan: Mark, spans: Sequence[Span], where: Where) -> tuple[Edit, ...]:
    """Give a mark that lost its place another one."""
    locator = make_locator(shelved.text, shelved.key, spans)
    if locator is None:
        return ()
    return (Edit(orphan, replace(orphan, locator=locator, article=where.article, page=where.page)),)


def shortened(text: str) -> str:
    """Return the first words of a text."""
    return text[:NAME_LENGTH] + ("…" if len(text) > NAME_LENGTH else "")


def _meet(these: Iterable[Span], those: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in these for b in those)


def _covers(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    """Tell whether one text reaches from the other's start to its end."""
    return min(span.start for span in outer) <= min(span.start for span in inner) and max(
        span.end for span in outer
    ) >= max(span.end for span in inner)


def _united(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
