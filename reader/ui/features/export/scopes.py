"""What of an issue can be handed on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.export.publication import Marked
from reader.model.document import Issue, Node
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry

SCOPES = ("article", "section", "issue", "chosen")
Nodes = frozenset[str] | None  # ids of nodes, each with all below it; None is the whole issue


@dataclass(frozen=True, slots=True)
class Offer:
    """The issue in front, and where in it the user is."""

    opened: OpenedIssue
    article: Entry | None  # what is being read
    section: Entry | None  # what holds it, or what was pointed at

    def has(self, scope: str) -> bool:
        """Tell whether there is something in a scope."""
        return {"article": self.article, "section": self.section}.get(scope, True) is not None

    def nodes(self, scope: str, chosen: Iterable[str] = ()) -> Nodes:
        """Return the nodes of a scope; `chosen` are those of a free choice."""
        if scope == "chosen":
            return frozenset(chosen)
        entry = {"article": self.article, "section": self.section}.get(scope)
        return frozenset((entry.node.id,)) if entry else None

    def count(self, scope: str) -> int:
        """Count the articles of a scope."""
        entry = {"article": self.article, "section": self.section}.get(scope)
        if entry is None:
            return len(self.opened.outline.readable)
        return entry.count + entry.readable


def offer_of(opened: OpenedIssue, entry: Entry | None) -> Offer:
    """Offer an entry of the contents as article, or as section where it holds articles, and the section around it."""
    entries = opened.outline.entries
    while entry and not entry.is_node:
        entry = entries[entry.parent]
    if entry is None:
        return Offer(opened, None, None)
    if entry.count:
        return Offer(opened, None, entry)
    above = entry.parent
    while above >= 0 and not (entries[above].is_node and entries[above].count):
        above = entries[above].parent
    return Offer(opened, entry, entries[above] if above >= 0 else None)


def marked_nodes(issue: Issue, marked: Sequence[Marked]) -> frozenset[str]:
    """Return the ids of the nodes that hold a highlight, and of all above them."""
    starts = sorted(mark.spans[0].start for mark in marked if mark.spans)
    found: set[str] = set()

    def visit(node: Node) -> bool:
        below = [visit(child) for child in node.children]
        holds = any(below) or any(bisect_left(starts, start) < bisect_left(starts, end) for start, end in node.spans())
        if holds:
            found.add(node.id)
        return holds

    for node in issue.nodes if starts else ():
        visit(node)
    return frozenset(found)
