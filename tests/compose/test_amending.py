"""What a person says of an outline holds, whatever the rules said; and nothing is lost or shown twice.

A case is a file: a bulletin in Markdown, what is set right (`what level: quote`, the words before and behind it in
braces), and the outline that comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.compose.dropped import owned_spans
from reader.model.amendments import Amendment
from reader.model.document import Issue, Node
from reader.pipeline import Composed, composed, read

FOLDER = Path(__file__).parent / "amend_cases"
CASE = re.compile(
    r"^=== (?P<name>[^\n]+)\n(?P<source>.*?)^--- corrections\n(?P<told>.*?)"
    r"^--- outline\n(?P<outline>.*?)(?=^=== |\Z)",
    re.M | re.S,
)
TOLD = re.compile(
    r"(?P<what>[\w-]+)(?: (?P<level>\d))?: (?:\{(?P<prefix>[^}]*)\})?(?P<quote>[^{=]*)"
    r"(?:\{(?P<suffix>[^}]*)\})?(?:= (?P<value>.*))?$"
)
CASES = [m for path in sorted(FOLDER.glob("*.md")) for m in CASE.finditer(path.read_text("utf-8"))]


def _told(line: str) -> Amendment:
    m = TOLD.fullmatch(line)
    assert m, line
    value = m["value"] or ""
    pairs = (fact.partition("=") for fact in value.split("; ")) if m["what"] == "issue" else ()
    facts = tuple((name, fact) for name, _, fact in pairs)
    names = tuple(value.split("、")) if m["what"] == "byline" and value else ()
    reason = value if m["what"] == "leave-out" else ""
    what: Any = m["what"]
    context = (m["quote"].strip(), m["prefix"] or "", m["suffix"] or "")
    return Amendment(what, *context, int(m["level"] or 0), facts, names, reason)


def _outline(issue: Issue) -> Iterator[str]:
    for name in ("title", "number", "date", "publisher"):
        if fact := getattr(issue.masthead, name).text:
            yield f"{name}: {fact}"
    for node in issue.nodes:
        yield from _node(node, 0)


def _node(node: Node, depth: int) -> Iterator[str]:
    gap = "  " * depth
    yield f"{gap}[{node.kind}] {node.title.plain if node.title_from != 'opening' else '-'}"
    if node.byline:
        yield f"{gap}  by {'、'.join(node.byline.names)}"
    for block in node.blocks:
        text = block.text.plain or " | ".join(" / ".join(cell.plain for cell in row) for row in block.rows)
        yield f"{gap}  {block.kind.replace('paragraph', '·')} {text}"
    for child in node.children:
        yield from _node(child, depth + 1)


def _is_whole(issue: Issue) -> bool:
    """Tell whether each visible character is shown once or left out, and no more."""
    text = issue.source.text
    count = [0] * len(text)
    for start, end in (*owned_spans(issue), *((d.start, d.end) for d in issue.dropped)):
        for at in range(start, end):
            count[at] += 1
    return all(count[at] == 1 for at, char in enumerate(text) if not char.isspace())


def _set_right(folder: Path, source: str, told: list[Amendment], *, as_outline: bool = False) -> Composed:
    path = folder / "bulletin.md"
    path.write_text(source, "utf-8")
    return composed(read(path), told, as_outline=as_outline)


@pytest.mark.parametrize("case", CASES, ids=lambda m: m["name"])
def test_what_is_told_holds(case: re.Match[str], tmp_path: Path) -> None:
    told = [_told(line) for line in case["told"].splitlines() if line]
    found = _set_right(tmp_path, case["source"], told)
    assert list(_outline(found.issue)) == case["outline"].rstrip().splitlines()
    assert found.unplaced == ()
    assert _is_whole(found.issue)


def test_what_nobody_spoke_of_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.md"
    path.write_text("# 河口简讯\n\n## 花市开张\n\n花市今早开了门。\n\n## 另外\n\n渡轮照常开行。\n", "utf-8")
    understood = read(path)
    before, after = (composed(understood, told).issue for told in ((), (Amendment("text", "另外"),)))
    kept = {id(block) for node in before.walk() for block in node.blocks}
    blocks = [block for node in after.walk() for block in node.blocks]
    assert [id(block) in kept for block in blocks if block.text.plain == "花市今早开了门。"] == [True]
    assert [id(block) in kept for block in blocks if block.text.plain == "另外"] == [False]
