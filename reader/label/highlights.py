"""The highlights of an issue: titles listed at its front without pages, which the contents or the text repeat."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from reader.label.contents import BULLET_LEAD, ENTRY_LONGEST, WRAP_SLACK, compact, dressed, heading_text
from reader.model.draft import Draft, Label, Mark
from reader.text.patterns import HIGHLIGHTS_HEAD, ends_sentence


def highlights(draft: Draft) -> Iterator[Mark]:
    """Label the highlights: lines below 本期要目, or above the contents, that the contents or the body repeat."""
    listed = {compact("".join(draft.named(i, "title") for i in group)) for group in draft.grouped("contents")}
    first_contents = next(
        (i for i, label in enumerate(draft.labels) if label and label.role.startswith("contents")), -1
    )
    short = ((i, text) for i in draft.free if i < 80 and len(text := draft.pieces[i].text) <= ENTRY_LONGEST)
    head = next((i for i, text in short if HIGHLIGHTS_HEAD.match(heading_text(text))), -1)
    if head >= 0:
        yield Mark(head, Label("highlights head", "highlights head"))
    start = head + 1 if head >= 0 else 0
    stop = first_contents if first_contents >= start else min(len(draft.pieces), start + 30) if head >= 0 else 0
    below = Below(draft, start) if head >= 0 and not listed else None
    i = start
    seen: set[str] = set()
    while i < stop:
        lines = _listed_title(draft, i, stop, listed) or _repeated_item(draft, i, stop, below)
        if not lines and head >= 0 and BULLET_LEAD.match(draft.pieces[i].text):
            lines = [i]
        title = "".join(heading_text(draft.pieces[j].text) for j in lines)
        if title and title in seen and not listed:
            break
        seen.add(title)
        if lines:
            for j in lines:
                piece = draft.pieces[j]
                yield Mark(
                    j, Label("highlight", "highlight repeated below", group=i, parts=dressed(piece.text, piece.start))
                )
            i = lines[-1] + 1
        elif head >= 0 and not listed and draft.role(i) == "":
            break
        else:
            i += 1


class Below:
    """The text from a piece on, to ask whether it says a title once more below a place."""

    def __init__(self, draft: Draft, start: int) -> None:
        texts = [heading_text(p.text) for p in draft.pieces[start:]]
        self._text = "".join(texts)
        self._ends = tuple(accumulate(map(len, texts)))
        self._pieces = draft.pieces
        self._start = start

    def repeats(self, lines: list[int]) -> bool:
        """Tell whether the text below the last of `lines` spells all of them in one go."""
        title = "".join(heading_text(self._pieces[i].text) for i in lines)
        return self._text.find(title, self._ends[lines[-1] - self._start]) >= 0


def _repeated_item(draft: Draft, i: int, stop: int, below: Below | None) -> list[int]:
    """Return the pieces from a bullet on that the body repeats in one go; the bullet's own at least."""
    if below is None or not BULLET_LEAD.match(draft.pieces[i].text) or draft.role(i):
        return []
    lines = [i]
    for j in range(i + 1, min(stop, i + 4)):
        full = draft.pieces[lines[-1]].edge > draft.measures[lines[-1]] - WRAP_SLACK
        if not full or draft.role(j) or BULLET_LEAD.match(draft.pieces[j].text) or not below.repeats([*lines, j]):
            break
        lines.append(j)
    return lines


def _listed_title(draft: Draft, i: int, stop: int, listed: set[str]) -> list[int]:
    """Return the pieces from i on that together spell a listed title."""
    title, lines = "", []
    for j in range(i, min(stop, i + 4)):
        if draft.role(j):
            break
        title += heading_text(draft.pieces[j].text)
        lines.append(j)
        if title in listed:
            return lines
    return []


def highlighted(draft: Draft) -> Iterator[str]:
    """Yield the highlights that could be titles, without white space: the list where there is no other."""
    for group in draft.grouped("highlight"):
        title = compact("".join(draft.named(i, "title") for i in group))
        if title and not ends_sentence(title):
            yield title
