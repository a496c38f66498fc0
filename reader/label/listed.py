"""Headings that the front of the issue announces: the contents list, or else the highlights."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.label.contents import compact, heading_text
from reader.label.headings import title_parts
from reader.label.headlines import HEADING_LINES
from reader.label.highlights import highlighted
from reader.model.draft import Draft, HeadingStyle, Label, Mark
from reader.text.patterns import BULLETS, is_letter_spaced, rare

ASKED = rare(r"^提?问\s*[：:]\s*")


def listed(draft: Draft) -> Iterator[Mark]:
    """Label the body lines that spell, over one to four lines, a title of the contents or the highlights."""
    entries, where = list(_entries(draft)), "contents"
    if not entries:
        entries, where = [(title, 0) for title in highlighted(draft)], "highlights"
    if not entries:
        return
    starts = frozenset(title[:2] for title, _ in entries)
    found: dict[str, list[tuple[int, ...]]] = {title: [] for title, _ in entries}
    for i in _may_be_listed(draft):
        for bare in _readings(draft, i):
            for title, lines in _spelled(draft, i, bare) if bare[:2] in starts else ():
                if title in found:
                    found[title].append(lines)
    reached = -1
    for title, level in entries:
        places = found[title]
        if not places:
            continue
        below = bisect_right(places, (reached, len(draft.pieces)))
        lines = places[below] if below < len(places) else places[0]
        reached = max(reached, lines[-1])
        for i in lines:
            piece, label = draft.pieces[i], draft.labels[i]
            parts = label.parts if label else title_parts(piece.text, piece.start)
            style = HeadingStyle("contents") if where == "contents" else _style(draft, lines[0])
            yield Mark(i, Label("heading", f"found in the {where}", 1.0, lines[0], parts, level, style))


def _may_be_listed(draft: Draft) -> Iterator[int]:
    """Yield the pieces in which a listed title may begin: running text, and title fields."""
    return (i for i in range(len(draft.pieces)) if draft.role(i) in ("", "heading"))


def _entries(draft: Draft) -> Iterator[tuple[str, int]]:
    """Yield the titles of the contents list, without white space, with their levels."""
    for group in draft.grouped("contents"):
        title = compact("".join(draft.named(i, "title") for i in group))
        if title:
            yield title, draft.label(group[-1]).level


def _style(draft: Draft, i: int) -> HeadingStyle:
    """Return how a heading is dressed, whatever the front of the issue says of it."""
    text = draft.pieces[i].text
    if draft.role(i) == "heading":
        return draft.dress(i)
    if text[0] in BULLETS:
        return HeadingStyle("bullet", mark=text[0])
    return HeadingStyle("spaced" if is_letter_spaced(text) else "plain")


def _bare(draft: Draft, i: int) -> str:
    return heading_text(draft.named(i, "title") or draft.pieces[i].text)


def _readings(draft: Draft, i: int) -> Iterator[str]:
    """Yield what a line reads as a title, and without the number or 问： that it begins with: lists leave them out."""
    yield _bare(draft, i)
    if asked := ASKED.match(draft.pieces[i].text):
        yield heading_text(draft.pieces[i].text[asked.end() :])
    number = draft.pieces[i].number
    if number and 0 < number.end < len(draft.pieces[i].text):
        yield heading_text(draft.pieces[i].text[number.end :].lstrip())


def _spelled(draft: Draft, first: int, bare: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield what the pieces from `first` on spell, over one to four lines."""
    text, lines = bare, [first]
    yield text, tuple(lines)
    for i in range(first + 1, min(first + HEADING_LINES, len(draft.pieces))):
        if draft.role(i):
            break
        text += compact(draft.pieces[i].text)
        lines.append(i)
        yield text, tuple(lines)
