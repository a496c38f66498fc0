"""What a page calls itself: its <title> and what its head says for other programs."""

from __future__ import annotations

import re

from reader.load.html.face import Face
from reader.load.html.front import masthead_rows
from reader.load.html.periodical import issue_name, names_issue
from reader.load.html.rows import NOT_SHOWN, Chunk, Row, RowRole
from reader.load.html.tree import Tree
from reader.text.han import simplified

TITLES = frozenset(("articletitle", "og:title", "twitter:title", "title", "dc.title", "headline"))
PLACEHOLDER = re.compile(  # what programs call a file that its maker gave no name
    r"""
      (?:unknown|untitled|new)?[ ]?(?:title|document|page|book|presentation)?[ _-]?\d{0,3}
    | (?:无标题|無標題|未命名|未标题|未知|无题|新建)[ _-]?(?:文档|文件|网页|页面|标题|作品|书籍)?[ _-]?\d{0,3}
    | (?:文档|文件|幻灯片|演示文稿)[ _-]?\d{1,3} | (?:新建[ ]?)?microsoft[ ](?:office[ ])?(?:word|powerpoint|excel)\b.*
    | powerpoint[ ](?:演示文稿|簡報|presentation) | wps[ ]?(?:文字|演示|office).*
    """,
    re.IGNORECASE | re.VERBOSE,
)
NAME_LONGEST = 300  # characters
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


def clean(text: str) -> str:
    """Fold the white space of a name and cut what no name is long enough for."""
    return " ".join(NOT_SHOWN.sub("", text).split())[:NAME_LONGEST]


def is_placeholder(name: str) -> bool:
    """Tell whether a name is none: what a program writes where its user has written nothing."""
    return PLACEHOLDER.fullmatch(name.strip("《》[]()（）<>. ")) is not None


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
