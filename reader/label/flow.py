"""Reading order: text that the page broke off and took up again elsewhere.

A jump says so (下转第三版, 上接第一版). A column can also end in mid-sentence, another article stand
below, and the sentence go on after it: then the first line that does not begin a paragraph is its rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.label.order import reordered
from reader.model.draft import Draft, Label, Part, Signed
from reader.text.patterns import JUMP_FROM, JUMP_TO

SIGN_LONGEST = 40  # characters of （下转第三版）; more are running text
BROKEN_SHARE = 0.75  # of its column, that a line takes whose sentence goes on elsewhere; a headline takes less
RESUME_WITHIN = 400  # lines below a heading in which the rest of a broken sentence is looked for


def follow_jumps(draft: Draft) -> Draft:
    """Move the text after （上接…版） up to where （下转…版） left it; the two signs are dropped."""
    ends = ((i, draft.pieces[i].text[-SIGN_LONGEST:]) for i in draft.free)
    leaving = [i for i, end in ends if "下转" in end and JUMP_TO.search(end)]
    starts = ((i, draft.pieces[i].text[:SIGN_LONGEST]) for i in draft.free)
    coming = [i for i, start in starts if "上接" in start and JUMP_FROM.match(start)]
    if len(leaving) != len(coming):
        return draft
    labels = list(draft.labels)
    moves: list[tuple[tuple[int, ...], int]] = []
    stops = frozenset(coming)
    for i, j in zip(leaving, coming, strict=True):
        if j <= i:
            return draft
        labels[i], labels[j] = _without_sign(draft, i, JUMP_TO), _without_sign(draft, j, JUMP_FROM)
        rest = tuple(range(j, _end_of_text(draft, j, stops)))
        moves.append((rest, i + 1))
    return reordered(replace(draft, labels=tuple(labels)), moves) if moves else draft


def _without_sign(draft: Draft, i: int, sign: re.Pattern[str]) -> Label:
    piece = draft.pieces[i]
    s, e = (piece.start + at for at in next(sign.finditer(piece.text)).span())
    parts = (Part(piece.start, s, "text"), Part(s, e, "drop:jump"), Part(e, piece.end, "text"))
    kept = tuple(p for p in parts if p.end > p.start)
    return Label("joined", "jump to another page", 0.95, i, kept)


def _end_of_text(draft: Draft, start: int, stops: frozenset[int]) -> int:
    """Return where the text from `start` on ends: at the next head, or at the next of `stops`."""
    i = start + 1
    while i < len(draft.pieces) and i not in stops and not _is_head(draft, i):
        i += 1
    return i


def _is_head(draft: Draft, i: int) -> bool:
    return draft.role(i) in ("heading", "remark", "contact") or draft.role(i) == "byline" and draft.data(i) == Signed()


def resume(draft: Draft) -> Draft:
    """Move the rest of a sentence that a column broke off up from below the article that stands in between."""
    if not draft.first_line:
        return draft
    moves, labels = [], list(draft.labels)
    for heading, broken in _broken_off(draft):
        rest = _rest(draft, heading)
        if rest:
            labels[broken] = None
            moves.append((rest, broken + 1))
    return reordered(replace(draft, labels=tuple(labels)), moves) if moves else draft


def _broken_off(draft: Draft) -> Iterator[tuple[int, int]]:
    """Yield each heading that interrupts a sentence, with the last piece of that sentence.

    The broken sentence can have been taken for the first line of the headline: it holds a comma.
    """
    for group in draft.grouped("heading"):
        if len(group) > 1 and "，" in draft.pieces[group[0]].text and draft.dress(group[0]).dress == "plain":
            if draft.pieces[group[0]].edge >= BROKEN_SHARE * draft.measures[group[0]]:
                yield group[-1], group[0]
            continue
        above = group[0] - 1
        while above >= 0 and draft.role(above) in ("furniture", "note", "caption"):
            above -= 1
        if above < 0 or draft.role(above):
            continue
        piece = draft.pieces[above]
        full = draft.measures[above] and piece.edge > draft.measures[above] - 2 - draft.first_line
        if full and not piece.closed and piece.text[-1] not in "：:；;":
            yield group[-1], above


def _rest(draft: Draft, heading: int) -> tuple[int, ...]:
    """Return the pieces from the first line below that goes on in mid-sentence, up to the next heading."""
    for i in range(heading + 1, min(len(draft.pieces), heading + RESUME_WITHIN)):
        if draft.role(i) == "heading":
            return ()
        if draft.role(i) or not draft.opens(i) or draft.role(i - 1):
            continue
        boundary = draft.breaks.get(i)
        starts = boundary is not None and (boundary.shows("narrow") or boundary.shows("indent"))
        full = draft.measures[i] and draft.pieces[i].edge > draft.measures[i] - 1.1
        if full and not starts and draft.pieces[i - 1].closed:
            stop = i
            while stop < len(draft.pieces) and draft.role(stop) != "heading":
                stop += 1
            return tuple(range(i, stop))
    return ()
