"""The parts of an OFD file: where its documents and pages lie, its typefaces, pictures and drawings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite

from reader.load.docx.styles import text_of
from reader.load.html.tree import Tree, parse_xml
from reader.load.packed import Archive
from reader.load.pdf.glyphs import BOLD
from reader.load.pdf.parts import Typeface

ENTRY = "OFD.xml"
LOCKED_BY = "Encryptions.xml"  # GM/T 0099: lists what is encrypted, and for whom
SIGNATURE = "signature.xml"
HEAVY = 600  # of 100 to 900
NUMBER = re.compile(r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d{1,3}+)?")
PARTS_MOST = 5000  # pages of a file, parts of a list
LARGEST = 1e6  # of a number on a page


def child(tree: Tree, at: int, *tags: str) -> int:
    """Return the first element in another one that has one of the tags; 0 where none has."""
    return next(children(tree, at, *tags), 0)


def children(tree: Tree, at: int, *tags: str) -> Iterator[int]:
    """Yield the elements right inside another one that have one of the tags."""
    inner = at + 1
    while inner < tree[at].end:
        if tree[inner].tag in tags:
            yield inner
        inner = max(tree[inner].end, inner + 1)


def words_in(tree: Tree, at: int) -> str:
    """Return the text in an element."""
    return "".join(node.text for node in tree[at : tree[at].end]) if at else ""


def numbers(text: str) -> list[float]:
    """Read a list of numbers; one that no page has room for is nought."""
    found = (float(m.group()) for m in NUMBER.finditer(text))
    return [number if isfinite(number) and abs(number) < LARGEST else 0.0 for number in found]


@dataclass(frozen=True, slots=True)
class Resources:
    """What the pages of a document use by number."""

    faces: dict[str, Typeface] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)  # names of pictures in the file
    colours: dict[str, str] = field(default_factory=dict)  # that parameters of drawing fill with, as written
    drawings: dict[str, tuple[Tree, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A page of a document before it is read: its number there, its part and what it shares with others."""

    identity: str
    name: str
    document: PackedDocument


class PackedDocument:
    """One document of a file: its main part and what all its pages share."""

    def __init__(self, package: Package, name: str, title: str) -> None:
        self.package, self.name, self.title = package, name, title
        self.tree = package.tree(name)
        self.root = child(self.tree, 0, "document")
        common = child(self.tree, self.root, "commondata")
        self.area = area_of(self.tree, child(self.tree, common, "pagearea"))
        self.resources = Resources()
        for at in children(self.tree, common, "publicres", "documentres"):
            self.use(package.place(words_in(self.tree, at), name))
        self.templates = {
            self.tree[at].attributes.get("ID", ""): package.place(self.tree[at].attributes.get("BaseLoc", ""), name)
            for at in children(self.tree, common, "templatepage")
        }

    def pages(self) -> Iterator[PackedPage]:
        """Yield the pages in their order."""
        for number, at in enumerate(children(self.tree, child(self.tree, self.root, "pages"), "page")):
            node = self.tree[at]
            if number < PARTS_MOST and (place := self.package.place(node.attributes.get("BaseLoc", ""), self.name)):
                yield PackedPage(node.attributes.get("ID", ""), place, self)

    def use(self, name: str) -> None:
        """Take in what a part of resources holds."""
        tree = self.package.tree(name) if name else []
        root = child(tree, 0, "res") if tree else 0
        base = posixpath.join(posixpath.dirname(name), tree[root].attributes.get("BaseLoc", "")) if root else ""
        for at in range(root + 1, tree[root].end if root else 0):
            node, number = tree[at], tree[at].attributes.get("ID", "")
            if node.tag == "font":
                self.resources.faces[number] = _face(tree, at)
            elif node.tag == "multimedia":
                said = words_in(tree, child(tree, at, "mediafile"))
                self.resources.media[number] = self.package.place(said, f"{base}/x") or self.package.place(said, name)
            elif node.tag == "drawparam":
                self.resources.colours[number] = tree[child(tree, at, "fillcolor")].attributes.get("Value", "")
            elif node.tag in ("compositegraphicunit", "vectorg"):
                self.resources.drawings[number] = (tree, child(tree, at, "content"))


class Package:
    """The parts of one file by their names, whatever case and slashes these are written with."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._names = {name.lower(): name for name in archive.names()}

    @property
    def is_locked(self) -> bool:
        """Tell whether parts of the file are encrypted."""
        return any(posixpath.basename(name) == LOCKED_BY for name in self._archive.names())

    def place(self, said: str, base: str) -> str:
        """Return the name of the part that another one, `base`, names; empty where there is none."""
        said = said.strip().replace("\\", "/")
        joined = said if said.startswith("/") else posixpath.join(posixpath.dirname(base), said)
        wanted = [posixpath.normpath(joined).lstrip("/"), said.lstrip("/")] if said else []
        return next((self._names[name.lower()] for name in wanted if name.lower() in self._names), "")

    def tree(self, name: str) -> Tree:
        """Parse a part."""
        return parse_xml(text_of(self._archive.read(name)))

    def signatures(self) -> list[str]:
        """List the parts that each tell of one signature."""
        return [name for name in self._archive.names() if posixpath.basename(name).lower() == SIGNATURE]

    def documents(self) -> Iterator[PackedDocument]:
        """Yield the documents of the file."""
        tree = self.tree(self.place(ENTRY, ""))
        for body in children(tree, child(tree, 0, "ofd"), "docbody"):
            title = words_in(tree, child(tree, child(tree, body, "docinfo"), "title"))
            place = self.place(words_in(tree, child(tree, body, "docroot")), "")
            if place:
                document = PackedDocument(self, place, " ".join(title.split()))
                if document.root:
                    yield document


def area_of(tree: Tree, at: int) -> list[float]:
    """Return left, top, width and height of the part of a page that is seen; empty where nothing tells."""
    for tag in ("physicalbox", "applicationbox", "contentbox") if at else ():
        found = numbers(words_in(tree, child(tree, at, tag)))
        if len(found) >= 4 and found[2] > 0 and found[3] > 0:
            return found[:4]
    return []


def _face(tree: Tree, at: int) -> Typeface:
    told = tree[at].attributes
    name = told.get("FontName") or told.get("FamilyName") or ""
    heavy = told.get("Bold", "").lower() == "true" or (numbers(told.get("Weight", "")) or [0.0])[0] >= HEAVY
    return Typeface(name.split("+", 1)[-1], heavy or bool(BOLD.search(name)))
