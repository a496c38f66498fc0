"""What the parts beside a document's text tell: styles, numbering, and the targets of links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.load.docx.characters import UNTOLD, Characters, characters_of, now, value
from reader.load.html.tree import Tree, parse_xml
from reader.load.packed import PartSource

HEADING_NAME = re.compile(r"^(?:heading|标题)\s*(?P<level>[1-9])$")
DEPTH_MOST = 20  # styles that build on each other


class Style(NamedTuple):
    """A named way to set paragraphs or characters; what is None is taken from the style that it builds on."""

    name: str
    based_on: str
    outline: int | None  # 0 is the top
    numbering: str  # id of a list
    level: int
    align: str
    characters: Characters = UNTOLD


NONE = Style("", "", None, "", 0, "")


class Level(NamedTuple):
    """A level of a list: how its numbers are written, around what text, and where they begin."""

    form: str  # decimal, chineseCounting, bullet …
    text: str  # with %1 for the number of the first level
    start: int


class Parts(NamedTuple):
    """What the parts beside the text tell."""

    styles: Mapping[str, Style]
    levels: Mapping[str, tuple[Level, ...]]  # by the id of the list
    links: Mapping[str, str]  # addresses by the id of the relation
    default: str  # style of paragraphs that name none
    relations: Tree  # of the text to other parts


def parts_of(archive: PartSource) -> Parts:
    """Read styles, numbering and relations; what is missing is empty."""
    styles, default = _styles(_tree(archive, "word/styles.xml"))
    levels = _levels(_tree(archive, "word/numbering.xml"))
    relations = _tree(archive, "word/_rels/document.xml.rels")
    links = {
        node.attributes.get("Id", ""): node.attributes.get("Target", "")
        for node in relations
        if node.tag == "relationship" and node.attributes.get("Type", "").endswith("/hyperlink")
    }
    return Parts(styles, levels, links, default, relations)


def _tree(archive: PartSource, name: str) -> Tree:
    return parse_xml(text_of(archive.read(name))) if name in archive.names() else []


def text_of(data: bytes) -> str:
    """Decode a part of a document: UTF-8 but for rare ones in UTF-16."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig", "replace")


def _children(tree: Tree, at: int) -> Iterator[int]:
    child = at + 1
    while child < tree[at].end:
        yield child
        child = max(tree[child].end, child + 1)


def _styles(tree: Tree) -> tuple[dict[str, Style], str]:
    found: dict[str, Style] = {}
    default = ""
    for at, node in enumerate(tree):
        if node.tag != "style":
            continue
        key = value(node.attributes, "styleId")
        found[key] = _style(tree, at)
        if value(node.attributes, "type") == "paragraph" and value(node.attributes, "default") in ("1", "true"):
            default = key
    return found, default


def _style(tree: Tree, at: int) -> Style:
    style = NONE
    for k in now(tree, at + 1, tree[at].end):  # what stands in a style inside it is that one's own
        node, text = tree[k], value(tree[k].attributes)
        if node.tag == "name":
            style = style._replace(name=text.lower())
        elif node.tag == "basedon":
            style = style._replace(based_on=text)
        elif node.tag == "outlinelvl" and text.isdecimal():
            style = style._replace(outline=int(text[:3]))
        elif node.tag == "rpr" and tree[node.parent].tag == "style":
            style = style._replace(characters=characters_of(tree, k + 1, node.end))
        elif node.tag == "numid":
            style = style._replace(numbering=text)
        elif node.tag == "ilvl" and text.isdecimal():
            style = style._replace(level=int(text[:3]))
        elif node.tag == "jc":
            style = style._replace(align=text)
    return style


def resolved(styles: Mapping[str, Style], key: str) -> Style:
    """Return a style with what it takes over from those that it builds on."""
    style = styles.get(key) or NONE
    base = style.based_on
    for _ in range(DEPTH_MOST):
        below = styles.get(base)
        if below is None:
            break
        style = style._replace(
            name=style.name or below.name,
            outline=_outline(below) if style.outline is None else style.outline,
            numbering=style.numbering or below.numbering,
            level=style.level or below.level,
            align=style.align or below.align,
            characters=style.characters.over(below.characters),
        )
        base = below.based_on
    return style


def _outline(style: Style) -> int | None:
    """Return the level of a style of headings, which some tell by their name alone."""
    m = HEADING_NAME.match(style.name) if style.outline is None else None
    return int(m["level"]) - 1 if m else style.outline


def _levels(tree: Tree) -> dict[str, tuple[Level, ...]]:
    """Return the levels of each list."""
    abstract: dict[str, tuple[Level, ...]] = {}
    lists: dict[str, tuple[Level, ...]] = {}
    for at, node in enumerate(tree):
        if node.tag == "abstractnum":
            abstract[value(node.attributes, "abstractNumId")] = tuple(
                _level(tree, child) for child in _children(tree, at) if tree[child].tag == "lvl"
            )
        elif node.tag == "num":
            refers = next((k for k in _children(tree, at) if tree[k].tag == "abstractnumid"), 0)
            lists[value(node.attributes, "numId")] = abstract.get(value(tree[refers].attributes), ())
    return lists


def _level(tree: Tree, at: int) -> Level:
    form, text, start = "decimal", "%1.", 1
    for child in _children(tree, at):
        said = value(tree[child].attributes)
        if tree[child].tag == "numfmt":
            form = said
        elif tree[child].tag == "lvltext":
            text = said
        elif tree[child].tag == "start" and said.isdecimal():
            start = int(said[:6])
    return Level(form, text, start)
