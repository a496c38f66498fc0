"""The issue as lines of plain text for a terminal: its outline, and the log of the rules that fired."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model.document import UNCERTAIN, Issue, Node


def outline_lines(issue: Issue) -> Iterator[str]:
    """Yield a readable outline: masthead, then nodes with their subheadings, indented by level."""
    head = issue.masthead
    facts = [fact.text for fact in (head.title, head.number, head.date, head.publisher) if fact.text]
    if facts:
        yield "  ".join(facts)
        yield ""
    for node in issue.nodes:
        yield from _node_lines(node, 0)
    if not issue.nodes:
        yield "(nothing readable)"


def _node_lines(node: Node, depth: int) -> Iterator[str]:
    pad = "  " * depth
    page = f"  … {node.page}" if node.page else ""
    signed = f"  ({'、'.join(node.byline.names)})" if node.byline else ""
    yield f"{pad}{node.title.plain}{signed}{page}"
    for block in node.blocks:
        if block.kind == "subheading":
            yield f"{pad}    {'  ' * (block.level - 1)}· {block.text.plain}"
    counts = {
        kind: sum(b.kind == kind for b in node.blocks)
        for kind in ("paragraph", "list_item", "table", "caption", "contact")
    }
    told = [f"{n} {kind.replace('_', ' ')}{'s' if n > 1 else ''}" for kind, n in counts.items() if n]
    if node.footnotes:
        told.append(f"{len(node.footnotes)} footnote{'s' if len(node.footnotes) > 1 else ''}")
    if told:
        yield f"{pad}    {', '.join(told)}"
    for child in node.children:
        yield from _node_lines(child, depth + 1)


def summary_line(issue: Issue) -> str:
    """Tell how much of the file is shown, left out and uncertain."""
    visible = sum(not ch.isspace() for ch in issue.source.text) or 1
    left = sum(sum(not ch.isspace() for ch in issue.source.text[d.start : d.end]) for d in issue.dropped)
    doubtful = sum(b.confidence < UNCERTAIN for node in issue.walk() for b in node.blocks)
    articles = sum(not node.children for node in issue.walk())
    shown = 100 * (visible - left) / visible
    return (
        f"{len(issue.source.text)} characters ({issue.source.encoding}), {articles} articles; "
        f"{shown:.1f} % shown, {100 - shown:.1f} % left out, {doubtful} uncertain"
    )


def log_lines(issue: Issue) -> Iterator[str]:
    """Yield the rules that fired, one printed line each: line number, role, confidence, rule."""
    for d in issue.decisions:
        yield f"{d.first + 1:6}  {d.role:16} {d.confidence:4.2f}  {d.rule}"
