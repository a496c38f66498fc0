"""Headings printed after their bodies: put back above the text that they head.

A heading with nothing below it, right before an equal heading or at the end, was set below its text
(a page's layout puts it there, or the column runs on). Its text is the tail of the body above: from
the second dateline, or from the first paragraph that shares the title's words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.label.levels.headings import Heading, headings
from reader.label.levels.tree import are_by_chance
from reader.label.order import reordered
from reader.label.overlap import overlap, pairs
from reader.model.draft import Aside, Draft, Label, Mark, is_marked_up
from reader.text.patterns import SECTION_WORDS, is_dateline

MOVED_OVERLAP = 0.4  # of a title's character pairs found in the paragraph that it heads
LEAD_OVERLAP = 0.2  # the same in the only paragraph that stands between a masthead and the only headline
MOVED_PARAGRAPHS = 200  # paragraphs above a heading among which its own is looked for
MOVED_TITLE_EM = 6  # characters; a shorter heading without text is a section's


def lead_in(draft: Draft) -> Draft:
    """Return the draft with the paragraph that leads in to its only article, above the title, as a remark below it.

    Journals print such a summary above the headline; it shares words with it, and nothing else stands there.
    """
    found = [] if is_marked_up(draft.pieces) else headings(draft)
    if not found or any(h.strong and not h.number for h in found[1:]):
        return draft
    title = found[0]
    lead = [i for i in draft.free if i < title.pieces[0]]
    mastheads = any(draft.role(i) == "masthead" for i in range(title.pieces[0]))
    if not lead or not mastheads or title.number or sum(draft.opens(i) for i in lead[1:]):
        return draft
    if overlap(pairs(title.text), draft.joined(lead)) < LEAD_OVERLAP:
        return draft
    below = title.begin
    while below < len(draft.pieces) and draft.role(below) in ("byline", "meta"):
        below += 1
    marks = (Mark(i, Label("remark", "leads in above the title", 0.7, lead[0], data=Aside())) for i in lead)
    return reordered(draft.marked(marks), [(tuple(lead), below)])


class Move(NamedTuple):
    """A heading's pieces and the piece that they belong above."""

    pieces: tuple[int, ...]
    target: int


def put_back(draft: Draft) -> Draft:
    """Return the draft with moved headings above their bodies; their labels say so."""
    found = headings(draft)
    if is_marked_up(draft.pieces) and not (found and are_by_chance(found)):
        return draft  # what a file marks up stands in its order
    nested = any(h.listed == 2 for h in found)
    starts = [i for i in draft.free if draft.opens(i)]
    moves: list[Move] = []
    first = 0  # the first piece of the text above: below the last heading that has a body
    for at, h in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if h.follows not in ("heading", "nothing"):
            first = first if h.number else h.pieces[-1] + 1
        elif not h.number and _is_empty(h, following, nested):
            above = max(first, moves[-1].target + 1) if moves else first
            own = starts[bisect_left(starts, above) : bisect_left(starts, h.pieces[0])]
            target = _target(draft, h, above, own[-MOVED_PARAGRAPHS:])
            if target is not None:
                moves.append(Move(h.pieces, target))
    return reordered(draft, [(m.pieces, m.target) for m in moves], marked=True) if moves else draft


def _is_empty(h: Heading, following: Heading | None, nested: bool) -> bool:
    """Tell whether a heading without text below could head an article."""
    if SECTION_WORDS.match(h.text) or h.signature in ("spaced", "bracket"):
        return False
    if h.listed == 1 and nested or len("".join(h.text.split())) <= MOVED_TITLE_EM:
        return False
    return following is None or not following.number


def _target(draft: Draft, h: Heading, first: int, starts: Sequence[int]) -> int | None:
    """Choose the paragraph above which a heading belongs; None where nothing speaks for one."""
    wanted, last = pairs(h.text), h.pieces[0]
    if not wanted or not starts:
        return None
    datelines = [i for i in starts if is_dateline(draft.pieces[i].text)]
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
