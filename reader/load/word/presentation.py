"""Load presentations (PPTX): each slide an article under its title, with its tables and its notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.load.docx.document import load_parts
from reader.load.html.tree import Tree
from reader.load.loaded import Loaded
from reader.load.packed import Archive
from reader.load.word.made import MadeCell, MadeParagraph, MadeParts, ParagraphLook, RunLook, made_table
from reader.load.word.office_parts import part_tree, related

DECK = "ppt/presentation.xml"
TITLES = frozenset(("title", "ctrTitle"))
EDGES = frozenset(("sldNum", "ftr", "dt", "hdr"))
SLIDES_MOST = 5000
TITLE = ParagraphLook("h")
STYLE = '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'


def load_packed(path: Path, data: bytes, archive: Archive, format_name: str) -> Loaded:
    """Turn a presentation into a source text and its lines."""
    parts = related(archive, DECK)
    out: list[str] = []
    edges: list[str] = []
    for node in part_tree(archive, DECK):
        if node.tag != "sldid" or len(out) > SLIDES_MOST * 100:
            continue
        number = next((text for name, text in node.attributes.items() if name.endswith("}id")), "")
        name = parts.get(number, ("", ""))[1]
        tree = part_tree(archive, name)
        if any(one.tag == "sld" and one.attributes.get("show") == "0" for one in tree[:3]):
            continue
        out += _slide(tree, edges)
        notes = next((part for kind, part in related(archive, name).values() if kind == "notesSlide"), "")
        out += _slide(part_tree(archive, notes), edges, is_note=True)
    made = MadeParts()
    made.write_document(out)
    made.write("word/styles.xml", "styles", (STYLE,))
    if edges:
        made.write("word/header1.xml", "hdr", edges)
    return load_parts(path, data, made, format_name)


def _slide(tree: Tree, edges: list[str], *, is_note: bool = False) -> Iterator[str]:
    """Write what a slide or its note says, its title first; numbers and dates of slides are put with the edges."""
    titles: list[str] = []
    texts: list[str] = []
    at = 0
    while at < len(tree):
        node = tree[at]
        if node.tag == "sp":
            place = _place(tree, at)
            if place in EDGES:
                edges += _paragraphs(tree, at, ParagraphLook())
            elif place in TITLES and not is_note:
                titles += _paragraphs(tree, at, TITLE)
            else:
                texts += _paragraphs(tree, at, ParagraphLook())
        elif node.tag == "tbl":
            texts.append(made_table(_rows(tree, at)))
        elif node.tag == "pic":
            picture = MadeParagraph()
            picture.add_picture()
            texts.append(picture.written(ParagraphLook()))
        at = node.end if node.tag in ("sp", "tbl", "pic", "fallback") else at + 1
    yield from titles
    yield from texts


def _place(tree: Tree, at: int) -> str:
    """Return what a shape is for, where it says so."""
    return next((n.attributes.get("type", "body") for n in tree[at : tree[at].end] if n.tag == "ph"), "")


def _paragraphs(tree: Tree, at: int, look: ParagraphLook) -> Iterator[str]:
    """Write the paragraphs in an element that hold something."""
    for inner in range(at + 1, tree[at].end):
        if tree[inner].tag == "p":
            made = MadeParagraph()
            _runs(tree, inner, made)
            if made.pieces:
                yield made.written(look)


def _runs(tree: Tree, at: int, made: MadeParagraph) -> None:
    run = RunLook()
    for node in tree[at + 1 : tree[at].end]:
        if node.tag in ("r", "fld"):
            run = RunLook()
        elif node.tag == "rpr":
            size, bold = node.attributes.get("sz", ""), node.attributes.get("b")
            raised = node.attributes.get("baseline", "0").lstrip("-")
            lifted = "subscript" if "-" in node.attributes.get("baseline", "") else "superscript"
            run = run._replace(
                size=int(size) / 100 if size.isdecimal() and len(size) < 6 else 0.0,
                bold=bold in ("1", "true") if bold else None,
                raised=lifted if raised.strip("0") else "",
            )
        elif node.tag == "br":
            made.add("\n", run)
        elif not node.tag and tree[node.parent].tag == "t":
            made.add(node.text, run)


def _rows(tree: Tree, at: int) -> Iterator[list[MadeCell]]:
    """Write the rows of a table."""
    row: list[MadeCell] = []
    for inner in range(at + 1, tree[at].end):
        node = tree[inner]
        if node.tag == "tr" and row:
            yield row
            row = []
        if node.tag == "tc" and node.attributes.get("hMerge") != "1":
            told = node.attributes
            span = int(told.get("gridSpan", "1")[:3]) if told.get("gridSpan", "1").isdecimal() else 1
            merge = "continue" if told.get("vMerge") == "1" else "restart" if "rowSpan" in told else ""
            row.append(MadeCell(tuple(_paragraphs(tree, inner, ParagraphLook())), max(1, span), merge))
    if row:
        yield row
