"""The place of a heading in the outline, and the levels of the subheadings of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from reader.label.levels.headings import Heading
from reader.label.levels.numbering import order_of
from reader.model.kinds import NodeKind
from reader.text.patterns import NOTICE_TITLE


class Rank(NamedTuple):
    """The place of a heading: a node of the outline at `level`, or a subheading at `level`."""

    node: bool
    level: int
    kind: NodeKind | Literal[""]  # of a node
    rule: str
    fact: Literal["", "title", "masthead"] = ""  # what it is in the masthead, where it is no heading of a text


def kind_of(heading: Heading) -> NodeKind:
    """Name the kind of node that a heading of an article opens."""
    return "notice" if NOTICE_TITLE.search(heading.text) else "article"


def _sublevels(found: Sequence[Heading], start: int, stop: int) -> dict[str, int]:
    """Number the subheading styles of one article by first appearance, within the usual nesting."""
    seen: list[str] = []
    for heading in found[start:stop]:
        style = heading.style or heading.signature
        if style not in seen:
            seen.append(style)
    seen.sort(key=order_of)
    return {style: rank + 1 for rank, style in enumerate(seen)}


def with_sublevels(found: Sequence[Heading], ranks: list[Rank]) -> list[Rank]:
    """Fill in the level of each subheading within its article."""
    out = list(ranks)
    start = 0
    for at in range(len(ranks) + 1):
        if at < len(ranks) and not ranks[at].node:
            continue
        table = _sublevels(found, start, at)
        for k in range(start, at):
            out[k] = ranks[k]._replace(level=table[found[k].style or found[k].signature])
        start = at + 1
    return out
