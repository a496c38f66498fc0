"""What the user says of the outline, as edits of what is kept: each place has one word of a kind, the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from reader.model.amendments import FACTS, Amendment
from reader.model.document import Issue, Node, Span
from reader.model.kinds import AmendmentKind
from reader.model.marks import Locator, OutlineMark, new_id
from reader.outline_marks import PlacedOutline, as_amendment, as_mark
from reader.store import Edit, make_locator
from reader.ui.session.mark_edits import Act, Where
from reader.ui.session.shelf import Shelved

JOINTS = ("join", "split")  # say where a paragraph ends, and nothing of what it is
KINDS: Mapping[str, AmendmentKind] = MappingProxyType(
    {"section": "section", "column": "section", "article": "article", "notice": "article"}
)


def said(what: AmendmentKind, spans: Sequence[Span], level: int = 0, reason: str = "") -> Act:
    """Say what the words at a place are."""

    def act(shelved: Shelved, where: Where) -> Sequence[Edit]:
        locator = make_locator(shelved.text, shelved.key, spans)
        if locator is None:
            return ()
        old = _said_there(shelved, what, spans)
        amendment = Amendment(what, locator.quote, level=level, reason=reason)
        fresh = as_mark(amendment, old.id if old else new_id(), old.locator if old else locator)
        return (Edit(old, replace(fresh, article=where.article, page=where.page)),)

    return act


def moved(node: Node, step: int) -> Act | None:
    """Move a node up or down a level; nothing where it stands at the top."""
    level = node.level + step
    return said(KINDS[node.kind], node.title_spans, level) if level >= 1 and node.title_spans else None


def facts_of(issue: Issue) -> dict[str, str]:
    """Return the facts of an issue by their names."""
    return {name: getattr(issue.masthead, name).text for name in FACTS}


def facts_told(issue: Issue, facts: Mapping[str, str]) -> Act | None:
    """Say what title, number, date and publisher of the issue are; nothing where all is as it was."""
    changed = {name: fact.strip() for name, fact in facts.items() if fact.strip() != facts_of(issue)[name]}
    if not changed:
        return None

    def act(shelved: Shelved, where: Where) -> Sequence[Edit]:
        old = next((mark for mark in shelved.outline if mark.what == "issue"), None)
        before = as_amendment(old) if old else None
        whole = (dict(before.facts) if before else {}) | changed
        amendment = Amendment("issue", "", facts=tuple(whole.items()))
        fresh = as_mark(amendment, old.id if old else new_id(), Locator(shelved.key, ()))
        return (Edit(old, replace(fresh, article=where.article)),)

    return act


def _said_there(shelved: Shelved, what: AmendmentKind, spans: Sequence[Span]) -> OutlineMark | None:
    """Return what was said of the same words before."""
    of_kind = [mark for mark in shelved.outline if (mark.what in JOINTS) == (what in JOINTS) and mark.what != "issue"]
    found = PlacedOutline(shelved.text, of_kind)
    wanted: Any = set(spans)
    pairs = zip(found.marks, found.places, strict=True)
    return next((mark for mark, there in pairs if _letters(shelved, there) == _letters(shelved, wanted)), None)


def _letters(shelved: Shelved, spans: Sequence[Span]) -> tuple[int, int]:
    """Return the visible characters of spans, so that spaces around them do not count."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return shelved.text.position(start), shelved.text.position(end)
