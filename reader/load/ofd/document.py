"""Load official documents in layout form (OFD): their pages are read as those of a PDF are."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.load.declared import declared
from reader.load.html.tree import Tree
from reader.load.loaded import Loaded, Progress
from reader.load.ofd.package import Package, PackedDocument, child, children, numbers, words_in
from reader.load.ofd.page import SEAL, OfdPage, PlacedPicture, read_page
from reader.load.packed import Archive
from reader.load.parts import packed_facts
from reader.load.pdf import lines_of, warnings_of
from reader.load.pdf.pictures import LEAST, MOST_SHARE, OFTEN, is_at
from reader.load.pdf.read import PAGES_SHARE
from reader.load.refuse import DAMAGED_DOCUMENT, LOCKED_DOCUMENT, no_text, refused
from reader.model.document import Box, FilePart, Line, Picture, Source
from reader.model.errors import CannotRead

SLACK = 2.0  # points by which a line may reach into the picture above it
LEVELS, ENTRIES = 6, 5000  # of an outline

Annotations = dict[str, list[tuple[Tree, int]]]  # by the page that they lie on
Seals = dict[str, list[list[float]]]  # boundaries, the same


def load_document(
    path: Path, data: bytes, format_name: str, password: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Read the pages of an OFD file; raise `CannotRead` where it is damaged, encrypted or shows no text."""
    archive = Archive(path, data)
    package = Package(archive)
    if package.is_locked:
        raise refused(path, LOCKED_DOCUMENT)
    documents = list(package.documents())
    found = list(_pages(documents, progress))
    if not found:
        raise CannotRead(DAMAGED_DOCUMENT, code="document-damaged", path=str(path))
    pages = [row.page for row in found]
    text, lines, styled = lines_of(pages, progress)
    if not text.strip():
        drawn = any(any((row.page.strokes.pictures, row.page.strokes.drawn, row.page.strokes.frames)) for row in found)
        raise no_text(path, has_pictures=drawn)
    digest, name = hashlib.sha256(data).hexdigest(), declared(documents[0].title)
    source = Source(path.name, digest, format_name, "ofd", text, warnings_of(pages), declared=name)
    outline = tuple(entry for document in documents for entry in _outline(document))
    return Loaded(source, lines, styled, outline, tuple(_pictures(archive, found, lines, len(text))))


def _pages(documents: Sequence[PackedDocument], progress: Progress | None) -> Iterator[OfdPage]:
    number = 0
    for document in documents:
        packed = list(document.pages())
        over, seals = _annotations(document), _seals(document)
        for page in packed:
            if progress is not None:
                progress("load", PAGES_SHARE * number / max(len(packed), number + 1))
            yield read_page(page, number, over[page.identity], seals[page.identity])
            number += 1


def _annotations(document: PackedDocument) -> Annotations:
    """Find what lies over the pages of a document."""
    found: Annotations = defaultdict(list)
    package = document.package
    place = package.place(words_in(document.tree, child(document.tree, document.root, "annotations")), document.name)
    tree = package.tree(place) if place else []
    for at in children(tree, child(tree, 0, "annotations"), "page") if tree else ():
        name = package.place(words_in(tree, child(tree, at, "fileloc")), place)
        own = package.tree(name) if name else []
        for one in children(own, child(own, 0, "pageannot"), "annot") if own else ():
            if own[one].attributes.get("Visible") != "false":
                found[tree[at].attributes.get("PageID", "")].append((own, one))
    return found


def _seals(document: PackedDocument) -> Seals:
    """Find where seals of electronic signatures stand."""
    found: Seals = defaultdict(list)
    package = document.package
    for name in package.signatures():
        tree = package.tree(name)
        for node in tree:
            if node.tag == "stampannot" and len(box := numbers(node.attributes.get("Boundary", ""))) == 4:
                found[node.attributes.get("PageRef", "")].append(box)
    return found


def _outline(document: PackedDocument) -> Iterator[tuple[int, str, int]]:
    """Yield the entries of a document's own outline."""
    tree, root = document.tree, child(document.tree, document.root, "outlines")
    numbering = {page.identity: number for number, page in enumerate(document.pages())}
    levels: dict[int, int] = {}
    for at in range(root + 1, tree[root].end if root else 0):
        node = tree[at]
        if node.tag != "outlineelem":
            continue
        level = levels[at] = levels.get(node.parent, 0) + 1
        title = " ".join(node.attributes.get("Title", "").split())
        goal = next((inner for inner in tree[at : node.end] if inner.tag == "dest"), None)
        page = numbering.get(goal.attributes.get("PageID", ""), -1) if goal else -1
        if title and level <= LEVELS and len(levels) <= ENTRIES:
            yield level, title, page


def _pictures(archive: Archive, pages: Sequence[OfdPage], lines: Sequence[Line], end: int) -> Iterator[Picture]:
    """Yield the pictures that show something: no grounds, no ornaments, nothing that many pages repeat."""
    placed = [(row, picture) for row in pages for picture in row.pictures]
    often = Counter(is_at(picture.box) for _row, picture in placed)
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.look:
            by_page[line.look.page].append(line)
    for row, picture in placed:
        wide, high = picture.box.right - picture.box.left, picture.box.bottom - picture.box.top
        ground = wide * high >= MOST_SHARE * row.page.width * row.page.height
        if min(wide, high) < LEAST or ground or often[is_at(picture.box)] >= OFTEN:
            continue
        at = _place(picture, by_page, end)
        facts = packed_facts(archive, picture.name) if picture.name else None
        if not picture.name:
            yield Picture(at, None, "logo", round(wide), round(high), wide, SEAL)
        elif facts:
            part = FilePart("packed", picture.name, facts.format)
            yield Picture(at, part, "photo", facts.width, facts.height, wide)


def _place(picture: PlacedPicture, by_page: dict[int, list[Line]], end: int) -> int:
    """Return the offset of the first line below a picture in its column, else of what follows its page."""
    for line in by_page[picture.page]:
        if line.look and _is_below(picture.box, line.look.box):
            return line.start
    after = [page for page in sorted(by_page) if page > picture.page and by_page[page]]
    return by_page[after[0]][0].start if after else end


def _is_below(picture: Box, line: Box) -> bool:
    across = min(picture.right, line.right) - max(picture.left, line.left)
    return across > 0 and line.top >= picture.bottom - SLACK
