"""Headings printed after their bodies: put back above the text that they head.

A heading with nothing below it, right before an equal heading or at the end, was set below its text
(a page's layout puts it there, or the column runs on). Its text is the tail of the body above: from
the second dateline, or from the first paragraph that shares the title's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.draft import Draft
from reader.label.levels import Heading, headings
from reader.label.order import reordered
from reader.label.overlap import overlap, pairs
from reader.label.params import MOVED_OVERLAP, MOVED_TITLE_EM
from reader.patterns import BY_REPORTER, DATELINE, SECTION_WORDS


class Move(NamedTuple):
    """A heading's pieces and the piece that they belong above."""

    pieces: tuple[int, ...]
    target: int


def put_back(draft: Draft) -> Draft:
    """Return the draft with moved headings above their bodies; their labels say so."""
    found = headings(draft)
    moves: list[Move] = []
    bounds = {h.pieces[0]: h for h in found}
    for at, h in enumerate(found):
        if h.number or not _is_empty(found, at, draft):
            continue
        first = _body_start(found, at, moves, draft)
        target = _target(draft, h, first, h.pieces[0], bounds)
        if target is not None:
            moves.append(Move(h.pieces, target))
    return reordered(draft, [(m.pieces, m.target) for m in moves], marked=True) if moves else draft


def _is_empty(found: Sequence[Heading], at: int, draft: Draft) -> bool:
    """Tell whether a heading that could head an article has no body below it."""
    h = found[at]
    if h.follows not in ("heading", "nothing") or SECTION_WORDS.match(h.text) or h.signature in ("spaced", "bracket"):
        return False
    if h.listed == 1 and any(o.listed == 2 for o in found) or len("".join(h.text.split())) <= MOVED_TITLE_EM:
        return False
    following = found[at + 1] if at + 1 < len(found) else None
    return following is None or not following.number


def _body_start(found: Sequence[Heading], at: int, moves: Sequence[Move], draft: Draft) -> int:
    """Return the first piece of the text above a heading: below the last heading that has a body."""
    start = 0
    for h in found[:at]:
        if h.follows not in ("heading", "nothing") and not h.number:
            start = h.pieces[-1] + 1
    if moves and moves[-1].target >= start:
        start = moves[-1].target + 1
    return start


def _target(draft: Draft, h: Heading, first: int, last: int, bounds: dict[int, Heading]) -> int | None:
    """Choose the paragraph above which a heading belongs; None where nothing speaks for one."""
    wanted = pairs(h.text)
    starts = [i for i in range(first, last) if not draft.role(i) and draft.opens(i)]
    if not wanted or not starts:
        return None
    datelines = [i for i in starts if DATELINE.match(draft.pieces[i].text) or BY_REPORTER.match(draft.pieces[i].text)]
    headless = first == 0
    if datelines and (headless or len(datelines) > 1 or datelines[0] > starts[0]):
        return _with_floats(draft, datelines[-1] if not headless or len(datelines) > 1 else datelines[0], first)
    scored = [(overlap(wanted, _paragraph(draft, i, last)), -i) for i in starts]
    best, place = max(scored)
    if best < MOVED_OVERLAP or -place == first and not headless:
        return None
    return _with_floats(draft, _earliest(scored, best), first)


def _earliest(scored: Sequence[tuple[float, int]], best: float) -> int:
    """Take the first paragraph that shares nearly as much with the title as the best one."""
    return next(-place for overlap, place in scored if overlap >= 0.75 * best)


def _paragraph(draft: Draft, start: int, last: int) -> str:
    text = draft.pieces[start].text
    for i in range(start + 1, last):
        if draft.role(i):
            continue
        if draft.opens(i):
            break
        text += draft.pieces[i].text
    return text


def _with_floats(draft: Draft, target: int, first: int) -> int:
    """Take the captions directly above the paragraph along: they were set with it."""
    while target - 1 > first and draft.role(target - 1) == "caption":
        target -= 1
    return target
