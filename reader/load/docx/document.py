"""Load documents of word processors (DOCX): what their styles, or else their looks, say of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from reader.load.declared import declared
from reader.load.decode import Decoded
from reader.load.docx.body import Body
from reader.load.docx.characters import value
from reader.load.docx.pictures import Drawings, relations_of
from reader.load.docx.styles import parts_of, text_of
from reader.load.html.assemble import Sheet
from reader.load.html.entries import apart
from reader.load.html.front import masthead_rows
from reader.load.html.headings import mark_headings
from reader.load.html.page import finished
from reader.load.html.periodical import PERIODICAL, IssueName, issue_name, names_issue
from reader.load.html.rows import Row
from reader.load.html.traits import Ordinary, Trait, ordinary, traits_of
from reader.load.html.tree import parse_xml
from reader.load.loaded import Loaded
from reader.load.packed import Archive, PartSource
from reader.load.refuse import DAMAGED_DOCUMENT
from reader.model.errors import CannotRead

HAN = re.compile(r"[\u4e00-\u9fff]")
PICTURES = frozenset(("drawing", "pict", "imagedata"))
UPRIGHT_LEAST = 3  # characters of a line from top to bottom
EDGE = re.compile(r"word/(?:header|footer)\d{0,4}\.xml")
EDGES_MOST = 100
PROPERTIES = "docProps/core.xml"
EDGE_FRONT = 40  # rows at the top, among which an issue prints its number
NUMBERS = re.compile(r"[\W_]*第?\d{0,4}[页頁]?(?:[/共]?[第]?\d{1,4}[页頁]?)?[\W_]*")
FRONT_ROWS = 12  # at the top, among which the title stands
TITLE_ROWS = 3
TITLE_LARGER = 1.2  # times the ordinary size
TITLE_LONGEST = 90  # characters


def load_packed(path: Path, data: bytes, archive: Archive, format_name: str) -> Loaded:
    """Load a document that is packed."""
    return load_parts(path, data, archive, format_name)


def load_parts(path: Path, data: bytes, archive: PartSource, format_name: str) -> Loaded:
    """Turn the parts of a document into a source text and its lines.

    Raises `CannotRead` where it is damaged or shows nothing.
    """
    parts = parts_of(archive)
    body = Body(parts, Drawings(archive, relations_of(parts.relations, "word")))
    tree = parse_xml(text_of(archive.read("word/document.xml")))
    if not any(node.tag == "body" for node in tree):
        raise CannotRead(DAMAGED_DOCUMENT, code="document-damaged", path=str(path))
    rows = [row for row in body.rows(tree, 0, len(tree)) if row.held]
    body.drawings = None  # what stands on all pages, or in a note, draws no picture of its own
    rows = _upright(rows)
    if rows and rows[0].role == "caption":  # of a table, above all text: it names the document
        rows[0].role, rows[0].level, rows[0].data, rows[0].group = "heading", 1, "title", rows[0].run
    usual = ordinary(rows, traits_of(rows))
    rows = apart(rows, usual)
    traits = traits_of(rows)
    mark_headings(rows, traits, usual, _title(rows, traits, usual))
    rows = [*rows, *_notes(archive, body), *_edges(archive, body, rows)]
    sheet = Sheet()
    sheet.add(rows, body.waiting)
    has_pictures = any(node.tag in PICTURES for node in tree)
    loaded = finished(path, data, format_name, Decoded("", "utf-8"), sheet, has_pictures=has_pictures)
    return loaded._replace(source=replace(loaded.source, declared=_declared(archive)))


def _declared(archive: PartSource) -> str:
    """Return the title in the properties of a document."""
    tree = parse_xml(text_of(archive.read(PROPERTIES))) if archive.has(PROPERTIES) else []
    at = next((at for at, node in enumerate(tree) if node.tag == "title"), None)
    return "" if at is None else declared("".join(node.text for node in tree[at : tree[at].end]))


def _upright(rows: Sequence[Row]) -> list[Row]:
    """Put the characters of a line that is set from top to bottom, each a paragraph of its own, on one row."""
    out: list[Row] = []
    for _, group in groupby(rows, key=lambda row: row.cell is None and HAN.fullmatch(row.text.strip()) is not None):
        block = list(group)
        if len(block) >= UPRIGHT_LEAST and HAN.fullmatch(block[0].text.strip()) and block[0].cell is None:
            block[0].chunks = [chunk for row in block for chunk in row.chunks]
            block = block[:1]
        out += block
    return out


def _title(rows: Sequence[Row], traits: Sequence[Trait], usual: Ordinary) -> list[int]:
    """Find the title of a document that is one article: set larger than all else, near the top."""
    if any(row.role == "heading" and row.data == "title" for row in rows):
        return []
    front = [i for i in range(min(FRONT_ROWS, len(rows))) if not rows[i].role and rows[i].cell is None]
    largest = max((traits[i].size for i in front), default=0.0)
    if largest < usual.size * TITLE_LARGER:
        return []
    first = next(i for i in front if traits[i].size == largest)
    lines = [first]
    while lines[-1] + 1 in front and traits[lines[-1] + 1].size == largest and len(lines) < TITLE_ROWS:
        lines.append(lines[-1] + 1)
    text = "".join(traits[i].text for i in lines)
    again = any(
        trait.size == largest and i not in lines and not rows[i].reason for i, trait in enumerate(traits) if trait.chars
    )
    return [] if again or len(text) > TITLE_LONGEST or names_issue(text) else lines


def _edges(archive: PartSource, body: Body, rows: Sequence[Row]) -> Iterator[Row]:
    """Read what stands at the head and the foot of all pages, each line once: left out, but for what it alone tells.

    That is the number and the date of an issue whose front does not print them.
    """
    front = "".join("".join(row.text.split()) for row in rows[:EDGE_FRONT])
    seen: set[str] = set()
    for name in [name for name in sorted(archive.names()) if EDGE.fullmatch(name)][:EDGES_MOST]:
        reason = "running-header" if "header" in name else "running-footer"
        tree = parse_xml(text_of(archive.read(name)))
        for row in body.rows(tree, 0, len(tree)):
            text = "".join(row.text.split())
            if not row.held or text in seen:
                continue
            seen.add(text)
            row.role, row.cell, row.item = "", None, 0
            named = issue_name(row.text)
            if named and named.is_dated and not _is_printed(row.text, named, front):
                known = named.title if PERIODICAL.search(row.text[slice(*named.title)]) else (0, 0)
                yield from masthead_rows(row, named._replace(title=known), reason)
            else:
                row.reason = "page-number" if NUMBERS.fullmatch(text) else reason
                yield row


def _is_printed(text: str, named: IssueName, front: str) -> bool:
    """Tell whether the front of a document prints the number or the date that a name holds."""
    facts = ("".join(text[slice(*span)].split()) for span in (named.number, named.date))
    return any(fact and fact in front for fact in facts)


def _notes(archive: PartSource, body: Body) -> list[Row]:
    """Read the footnotes and endnotes that the text calls, in the order in which it does."""
    rows: list[Row] = []
    names = archive.names()
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        numbers = {key: str(n) for n, (what, key) in enumerate(body.called, 1) if what == kind}
        if not numbers or name not in names:
            continue
        tree = parse_xml(text_of(archive.read(name)))
        for at, node in enumerate(tree):
            if node.tag == kind and (number := numbers.get(value(node.attributes, "id"))):
                rows += body.note(tree, at, number)
    return rows
