"""Load feeds, RSS and Atom: each entry an article, its content a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from reader.load.declared import clean
from reader.load.html.assemble import Sheet
from reader.load.html.charset import decode_page
from reader.load.html.face import Face
from reader.load.html.page import finished, rows_of
from reader.load.html.rows import Chunk, Row, RowRole
from reader.load.html.tree import ROOT, Element, Tree, parse_html, parse_xml
from reader.load.loaded import Loaded, Progress

ENTRIES = ("item", "entry")
CONTENT = ("encoded", "content", "description", "summary")  # the fullest first
DATES = ("pubdate", "published", "updated", "date", "lastbuilddate", "modified")
AUTHORS = ("creator", "author")
OWN_RUNS = (  # what a feed says beside its texts; each is a block of its own
    *(("masthead", "title"), ("masthead", ""), ("masthead", "date")),
    *(("heading", "title"), ("byline", ""), ("", "fact")),
)
COLUMN = re.compile(r"(?:報導|报道|報道|論壇|论坛|新聞|新闻|小編|小编|admin)$", re.I)  # no person, no office
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,30});", re.I)
DEEPEST = 9  # level of a heading


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Turn a feed into a source text and its lines; nothing that it links to is fetched."""
    decoded = decode_page(data, encoding, progress)
    tree = parse_xml(decoded.text)
    sheet = Sheet()
    sheet.add(list(_masthead(tree)))
    at = 0
    while at < len(tree):
        if tree[at].tag in ENTRIES:  # one that stands in another is part of its text
            sheet.add(list(_entry(tree, at)))
            at = tree[at].end
        else:
            at += 1
    return finished(path, data, format_name, decoded, sheet)


def _masthead(tree: Tree) -> Iterator[Row]:
    """Yield the rows of what the feed says of itself."""
    top = next((at for at, node in enumerate(tree) if node.tag in ("channel", "feed")), ROOT)
    for name, fact in ((("title",), "title"), (("description", "subtitle", "tagline"), ""), (DATES, "date")):
        if text := _words(tree, _child(tree, top, name)):
            yield _row(text, "masthead", fact)


def _entry(tree: Tree, at: int) -> Iterator[Row]:
    """Yield the rows of one entry: its title, who wrote it and when, and its text."""
    title, date = _words(tree, _child(tree, at, ("title",))), _words(tree, _child(tree, at, DATES))
    url = _link(tree, at)
    if title or date:
        yield _row(title or date, "heading", "title", url)
    if author := _words(tree, _child(tree, at, AUTHORS)):
        yield _row(author, "", "fact") if COLUMN.search(author) else _row(author, "byline")
    if title and date:
        yield _row(date, "", "fact")
    rows = _content(tree, at)
    if not title and not date and rows:
        rows[0].role, rows[0].level, rows[0].data, rows[0].item = "heading", 0, "title", 0
    for row in rows:
        row.level = min(DEEPEST, row.level + 1) if row.role == "heading" else row.level
        row.data = "tag" if row.role == "heading" and row.data == "title" and row.level > 1 else row.data
        yield row


def _content(tree: Tree, at: int) -> list[Row]:
    """Read the text of an entry, escaped, in CDATA or as elements."""
    found = next((child for name in CONTENT if (child := _child(tree, at, (name,))) and _words(tree, child)), 0)
    if not found:
        return []
    if any(node.tag for node in tree[found + 1 : tree[found].end]):
        return rows_of(_subtree(tree, found))
    text = "".join(node.text for node in tree[found : tree[found].end])
    kind = tree[found].attributes.get("type", "html").lower()
    if kind in ("text", "text/plain") or not MARKUP.search(text):
        return rows_of(parse_html(_lined(text)))
    return rows_of(parse_html(text))


def _lined(text: str) -> str:
    """Write a text without markup as a page: its lines are lines, unless they only wrap, and blank lines part it."""
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"))
    return "".join(f"<p>{'<br>'.join(_unwrapped(paragraph))}</p>" for paragraph in paragraphs)


def _unwrapped(paragraph: str) -> Iterator[str]:
    """Yield the lines of a paragraph; one that ends in a blank, or amid a Latin phrase, goes on below."""
    whole = ""
    for line in paragraph.split("\n"):
        whole += line
        if not (line.endswith(" ") and line.strip()):
            yield escape(whole)
            whole = ""
    if whole:
        yield escape(whole)


def _child(tree: Tree, at: int, names: tuple[str, ...]) -> int:
    """Return the first child of a node that has the first of the names that any has; 0 where none has."""
    found: dict[str, int] = {}
    child = at + 1
    while child < tree[at].end:
        found.setdefault(tree[child].tag, child)
        child = max(tree[child].end, child + 1)
    return next((found[name] for name in names if name in found), 0)


def _words(tree: Tree, at: int) -> str:
    """Return the words of a short element, without the markup that may be escaped in it."""
    text = "".join(node.text for node in tree[at : tree[at].end]) if at else ""
    if "<" in text or "&" in text:
        text = "".join(node.text for node in parse_html(text))
    return clean(text)


def _link(tree: Tree, at: int) -> str:
    link = _child(tree, at, ("link",))
    return (tree[link].attributes.get("href") or _words(tree, link)) if link else ""


def _subtree(tree: Tree, at: int) -> Tree:
    """Cut a node out as a tree of its own."""
    nodes: Tree = [Element("", -1, end=tree[at].end - at)]
    for node in tree[at + 1 : tree[at].end]:
        nodes.append(Element(node.tag, node.parent - at, node.attributes, node.text, node.end - at))
    return nodes


def _row(text: str, role: RowRole, data: str = "", url: str = "") -> Row:
    """Make a row for what the feed says beside the text of its entries."""
    row = Row(0, -OWN_RUNS.index((role, data)) - 1, [Chunk(text, Face(url=url))], role=role, data=data, held=True)
    row.level = int(role == "heading")
    return row
