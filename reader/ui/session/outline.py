"""The contents tree as plain data: a flat tuple of entries that a thin Qt model can show.

Made off the GUI thread together with the issue, so that a tree of thousands of rows costs the window nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.model.document import UNCERTAIN, Issue, Node
from reader.model.shown import is_readable, title_of

SUBHEADING = "subheading"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the contents tree."""

    index: int  # its place in `Outline.entries`
    parent: int  # index of the parent entry, -1 at the top
    row: int  # its place among its siblings
    kind: str  # section, column, article, notice or subheading
    title: str
    page: str
    node: Node  # what the row shows, or the article that holds the subheading
    block: int  # index of the subheading in `node.blocks`, -1 for a node
    readable: bool  # has something of its own to read
    count: int  # readable nodes below it
    doubtful: bool
    children: tuple[int, ...]

    @property
    def is_node(self) -> bool:
        """Tell a place in the outline from a subheading inside an article."""
        return self.block < 0


@dataclass(frozen=True, slots=True)
class Outline:
    """All rows of one issue in reading order, a parent before its children."""

    entries: tuple[Entry, ...]
    roots: tuple[int, ...]
    readable: tuple[int, ...]  # indices of the nodes that next and previous step through


@dataclass(slots=True)
class _Draft:
    """A row while its children are still being found."""

    parent: int
    row: int
    node: Node
    block: int = -1
    children: list[int] = field(default_factory=list)


def outline_of(issue: Issue) -> Outline:
    """List the sections, articles and subheadings of an issue as rows."""
    drafts: list[_Draft] = []
    roots = [_add_node(node, -1, row, drafts) for row, node in enumerate(issue.nodes)]
    counts = [0] * len(drafts)
    for index in range(len(drafts) - 1, -1, -1):  # children stand after their parent
        draft = drafts[index]
        if draft.parent >= 0 and draft.block < 0:
            counts[draft.parent] += counts[index] + is_readable(draft.node)
    entries = tuple(_entry(index, draft, counts[index]) for index, draft in enumerate(drafts))
    return Outline(entries, tuple(roots), tuple(entry.index for entry in entries if entry.readable))


def _add_node(node: Node, parent: int, row: int, drafts: list[_Draft]) -> int:
    """Append a node, its subheadings and all below it; return its index."""
    index = len(drafts)
    draft = _Draft(parent, row, node)
    drafts.append(draft)
    _add_subheadings(node, index, drafts)
    for child in node.children:
        draft.children.append(_add_node(child, index, len(draft.children), drafts))
    return index


def _add_subheadings(node: Node, article: int, drafts: list[_Draft]) -> None:
    """Append a row for each subheading of a node, the deeper ones below the higher ones."""
    above = [(0, article)]  # (level, index) of the rows that are still open, the deepest last
    for at, block in enumerate(node.blocks):
        if block.kind != SUBHEADING:
            continue
        level = max(block.level, 1)
        while above[-1][0] >= level:
            above.pop()
        parent = above[-1][1]
        index = len(drafts)
        drafts.append(_Draft(parent, len(drafts[parent].children), node, at))
        drafts[parent].children.append(index)
        above.append((level, index))


def _entry(index: int, draft: _Draft, count: int) -> Entry:
    node = draft.node
    children = tuple(draft.children)
    if draft.block < 0:
        doubtful = node.confidence < UNCERTAIN
        readable = is_readable(node)
        return Entry(
            index, draft.parent, draft.row, node.kind, title_of(node), node.page, node, -1, readable, count, doubtful,
            children,
        )  # fmt: skip
    block = node.blocks[draft.block]
    doubtful = block.confidence < UNCERTAIN
    title = block.text.plain.strip()
    return Entry(
        index, draft.parent, draft.row, SUBHEADING, title, "", node, draft.block, False, 0, doubtful, children
    )  # fmt: skip
