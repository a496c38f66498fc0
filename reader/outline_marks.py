"""What a person said of an outline as it is kept beside his marks, and as what is applied: one and the same.

It is anchored like a mark, so that it is found again when the file, its encoding or the program has changed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from reader.model.amendments import FACTS, Amendment
from reader.model.document import Span
from reader.model.kinds import AmendmentKind
from reader.model.marks import Locator, OutlineMark
from reader.store import NormalisedText, Placement, place_all

KINDS = get_args(AmendmentKind)


def as_mark(amendment: Amendment, mark_id: str, locator: Locator) -> OutlineMark:
    """Return an amendment as it is kept, at its place."""
    value: Any = dict(amendment.facts) or list(amendment.names) or amendment.reason
    told = json.dumps(value, ensure_ascii=False) if value else ""
    return OutlineMark(mark_id, locator, amendment.what, amendment.level, told)


def as_amendment(mark: OutlineMark) -> Amendment | None:
    """Return what a mark says, with the words around it; `None` where it is damaged, or of a newer program."""
    what: Any = mark.what
    if what not in KINDS:
        return None
    pieces = mark.locator.pieces
    prefix, suffix = (pieces[0].before, pieces[-1].after) if pieces else ("", "")
    amendment = Amendment(what, mark.locator.quote, prefix, suffix, mark.level)
    try:
        value = json.loads(mark.value) if mark.value else None
    except ValueError:
        return None
    if what == "issue":
        facts = value if isinstance(value, dict) else {}
        return replace(amendment, facts=tuple((name, str(facts[name])) for name in FACTS if name in facts))
    if what == "byline":
        return replace(amendment, names=tuple(map(str, value)) if isinstance(value, list) else ())
    return replace(amendment, reason=value if isinstance(value, str) else "")


class PlacedOutline:
    """What was said of the outline of one text: what has a place in it, and what waits."""

    def __init__(self, text: NormalisedText, marks: Sequence[OutlineMark]) -> None:
        places = place_all(text, [mark.locator for mark in marks])
        found: list[tuple[OutlineMark, Amendment, Placement]] = []
        waiting: list[OutlineMark] = []
        for mark, place in zip(marks, places, strict=True):
            amendment = as_amendment(mark)
            at = Placement(()) if mark.what == "issue" else place
            if amendment is None or at is None:
                waiting.append(mark)
            else:
                found.append((mark, amendment, at))
        self.marks = tuple(mark for mark, _, _ in found)
        self.amendments = tuple(amendment for _, amendment, _ in found)
        self.places: tuple[tuple[Span, ...], ...] = tuple(place.spans for _, _, place in found)
        self.waiting = tuple(waiting)
