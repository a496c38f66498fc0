"""What a page calls itself: its <title> and what its head says for other programs."""

from __future__ import annotations

import re

from reader.load.declared import clean, is_placeholder
from reader.load.html.face import Face
from reader.load.html.front import masthead_rows
from reader.load.html.periodical import issue_name, names_issue
from reader.load.html.rows import Chunk, Row, RowRole
from reader.load.html.tree import Tree
from reader.text.han import simplified

TITLES = frozenset(("articletitle", "og:title", "twitter:title", "title", "dc.title", "headline"))
FRONT_ROWS = 60  # among which the page prints its own title
SITE = re.compile(
    r"(?<!\s)(?:\s*+[_|｜»«]\s*+|\s++[-–—·•:]++\s++|\s*+(?:--|——)\s*+)|(?<=[^\x00-\xff])-(?=[^\x00-\xff])"
)


def names_of(tree: Tree) -> tuple[str, ...]:
    """Return the names of a page, the one in <title> first; empty where there is none."""
    names = [""]
    for at, node in enumerate(tree):
        if node.tag == "title" and not names[0] and tree[node.parent].tag in ("head", "html", ""):
            names[0] = clean("".join(below.text for below in tree[at : node.end]))
        elif node.tag == "meta":
            attributes = node.attributes
            kind = (attributes.get("name") or attributes.get("property") or "").lower()
            if kind in TITLES and (content := clean(attributes.get("content", ""))):
                names.append(content)
        elif node.tag == "body" and names[0]:
            break
    return tuple(names)


def title_rows(names: tuple[str, ...], rows: list[Row]) -> list[Row]:
    """Put the page's name above its rows: left out where the page shows a heading, else as its heading."""
    name = names[0]
    if not name:
        return rows
    if is_placeholder(name):
        return [_row(name, -1, reason="page-title"), *rows]
    issue = issue_name(name)
    if any(row.role == "masthead" for row in rows):
        return [_row(name, -1, reason="page-title"), *rows]
    if issue and issue.is_dated and not _is_spelled(name[slice(*issue.title)], rows):
        return [*masthead_rows(_row(name, -1), issue), *rows]
    first = next((row for row in rows if not row.reason and row.role != "said"), None)
    titled = any(row.role == "heading" and not row.reason and row.data == "title" for row in rows)
    if titled or first is None or first.role in ("heading", "contents") or names_issue(name):
        return [_row(name, -1, reason="page-title"), *rows]
    m = next(iter(SITE.finditer(name)), None)
    if m is None or m.start() < 4:
        return [_row(name, -1, role="heading"), *rows]
    site = _row(name[m.start() :], -2, reason="page-title")
    return [_row(name[: m.start()], -1, role="heading"), site, *rows]


def _is_spelled(title: str, rows: list[Row]) -> bool:
    """Tell whether the page itself shows the title of an issue near its top."""
    wanted = simplified("".join(title.split()))
    return any(wanted in simplified("".join(row.text.split())) for row in rows[:FRONT_ROWS] if row.role != "said")


def _row(text: str, run: int, *, reason: str = "", role: RowRole = "") -> Row:
    row = Row(0, run, [Chunk(text, Face())], reason, role=role, held=True)
    row.level = 1 if role else 0
    row.data = "title" if role else ""
    return row
