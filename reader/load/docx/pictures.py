"""The pictures of a document: drawings, old ones of VML, and what other programs have set in, by their previews."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.load.docx.characters import value
from reader.load.html.tree import Tree
from reader.load.packed import PartSource
from reader.load.parts import packed_facts
from reader.load.picture_words import FLAT, LOGO, telling
from reader.model.document import FilePart, Picture
from reader.model.kinds import PictureKind
from reader.pictures.facts import PictureFacts

EMU = 12700  # to a point
TALL = 34.0  # points: what is lower stands in its line beside words
LEAST = 14.0  # points: a smaller picture is an ornament
SIZES = re.compile(r"(?P<name>width|height):(?P<number>\d+(?:\.\d+)?)(?P<unit>pt|in|cm|mm|px)?")
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, None: 0.75}
FORMULA = re.compile(r"^Equation|MathType", re.I)
CHART = re.compile(r"chart|visio|drawing", re.I)


class Relations(NamedTuple):
    """The pictures that a part refers to: names in the archive, or addresses where they lie outside, by their ids."""

    names: Mapping[str, str]
    addresses: Mapping[str, str]


class Drawings:
    """Reads what is drawn in the paragraphs of a document; each file is measured once."""

    def __init__(self, archive: PartSource, relations: Relations) -> None:
        self._archive, self._relations = archive, relations
        self._facts: dict[str, PictureFacts | None] = {}

    def in_node(self, tree: Tree, at: int) -> list[Picture]:
        """Return the pictures of a drawing, a piece of VML or a set-in object."""
        node = tree[at]
        found = list(self._blips(tree, at) if node.tag == "drawing" else self._images(tree, at))
        if not found and node.tag == "drawing":
            if (other := _fallback(tree, at)) >= 0:
                found = list(self._images(tree, other))
            elif any(below.tag == "chart" for below in tree[at + 1 : node.end]):
                width, height = _extent(tree, at)
                found = [Picture(-1, None, "chart", round(width), round(height), width, _said(tree, at))]
        return found

    def _blips(self, tree: Tree, at: int) -> Iterator[Picture]:
        """Yield the pictures of a drawing; several stand in a group."""
        blips = [k for k in _drawn(tree, at) if tree[k].tag == "blip"]
        outer = _extent(tree, at)
        is_chart = any(node.tag == "chart" for node in tree[at + 1 : tree[at].end])
        for k in blips:
            size = outer if len(blips) == 1 else _own_extent(tree, k)
            drawn = next((value(tree[m].attributes, "embed") for m in _svg(tree, k)), "")
            name = drawn if self._is_there(drawn) else value(tree[k].attributes, "embed")
            key = name or value(tree[k].attributes, "link")
            yield self._picture(key, size, _said(tree, at), "chart" if is_chart else "photo")

    def _images(self, tree: Tree, at: int) -> Iterator[Picture]:
        """Yield the pictures of VML; those of a set-in object are its preview."""
        nodes = tree[at : tree[at].end]
        program = next((value(n.attributes, "ProgID") for n in nodes if n.tag == "oleobject"), "")
        kind: PictureKind = "formula" if FORMULA.match(program) else "chart" if CHART.search(program) else "photo"
        for k in _drawn(tree, at):
            if tree[k].tag == "imagedata":
                shape = tree[tree[k].parent].attributes
                sizes = {
                    m["name"]: float(m["number"]) * POINTS[m["unit"]] for m in SIZES.finditer(value(shape, "style"))
                }
                said = telling(value(shape, "alt") or value(tree[k].attributes, "title"))
                size = (sizes.get("width", 0.0), sizes.get("height", 0.0))
                yield self._picture(value(tree[k].attributes, "id"), size, said, kind)
        if kind == "formula" and not any(node.tag == "imagedata" for node in nodes):
            yield Picture(-1, None, kind)

    def _is_there(self, key: str) -> bool:
        return self._archive.has(self._relations.names.get(key, ""))

    def _picture(self, key: str, size: tuple[float, float], said: str, kind: PictureKind) -> Picture:
        name = self._relations.names.get(key, "")
        facts = self._measured(name) if name else None
        place = FilePart("packed", name, facts.format) if facts else None
        width, height = (facts.width, facts.height) if facts else (round(size[0]), round(size[1]))
        url = self._relations.addresses.get(key, "")
        return Picture(-1, place, kind, width, height, size[0], said, url, reason=_reason(size, kind, said))

    def _measured(self, name: str) -> PictureFacts | None:
        if name not in self._facts:
            self._facts[name] = packed_facts(self._archive, name)
        return self._facts[name]


def relations_of(tree: Tree, folder: str) -> Relations:
    """Read which pictures a part refers to; `folder` is where the part lies."""
    names: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for node in tree:
        told = node.attributes
        if node.tag == "relationship" and told.get("Type", "").endswith("/image"):
            target = told.get("Target", "")
            if told.get("TargetMode") == "External":
                addresses[told.get("Id", "")] = target
            else:
                joined = posixpath.normpath(posixpath.join(folder, target))
                names[told.get("Id", "")] = joined.lstrip("/")
    return Relations(names, addresses)


def is_low(picture: Picture, tall: float) -> bool:
    """Tell whether a picture stands in its line beside words, as formulas and signs do."""
    if picture.kind == "formula":
        return True
    height = picture.shown * picture.height / picture.width if picture.width else 0.0
    return 0 < height <= tall


def _reason(size: tuple[float, float], kind: PictureKind, said: str) -> str:
    """Say why a picture is none to be shown: too small, a mere rule, a logo by its name."""
    width, height = size
    if kind == "formula" or not width or not height:
        return ""
    if max(width, height) < LEAST or min(width, height) < LEAST / 4 or width > FLAT * height:
        return "ornament"
    return "logo" if LOGO.search(said) and height < 2 * TALL else ""


def _drawn(tree: Tree, at: int) -> Iterator[int]:
    """Yield the nodes of a drawing but for those in its boxes of text, which are read as paragraphs."""
    k = at
    while k < tree[at].end:
        inside = tree[k].tag == "txbxcontent"
        if not inside:
            yield k
        k = tree[k].end if inside else k + 1


def _extent(tree: Tree, at: int) -> tuple[float, float]:
    """Return width and height of a drawing in points."""
    return next((_size(tree, k) for k in range(at + 1, tree[at].end) if tree[k].tag == "extent"), (0.0, 0.0))


def _own_extent(tree: Tree, blip: int) -> tuple[float, float]:
    """Return width and height of one picture of a group, as its shape tells it."""
    shape = tree[blip].parent
    while shape > 0 and tree[shape].tag not in ("pic", "drawing"):
        shape = tree[shape].parent
    return next((_size(tree, k) for k in range(shape, tree[shape].end) if tree[k].tag == "ext"), (0.0, 0.0))


def _size(tree: Tree, at: int) -> tuple[float, float]:
    told = tree[at].attributes
    numbers = [int(text) if (text := value(told, name)).isdecimal() and len(text) < 12 else 0 for name in ("cx", "cy")]
    return numbers[0] / EMU, numbers[1] / EMU


def _said(tree: Tree, at: int) -> str:
    """Return the alternative text of a drawing."""
    told = next((node.attributes for node in tree[at + 1 : tree[at].end] if node.tag == "docpr"), {})
    return telling(value(told, "descr") or value(told, "title"))


def _svg(tree: Tree, blip: int) -> Iterator[int]:
    return (k for k in range(blip + 1, tree[blip].end) if tree[k].tag == "svgblip")


def _fallback(tree: Tree, at: int) -> int:
    """Return the node that older programs show in place of a drawing; -1 where there is none."""
    around = tree[at].parent
    while around > 0 and tree[around].tag != "alternatecontent":
        if tree[around].tag == "p":
            return -1
        around = tree[around].parent
    return next((k for k in range(at, tree[around].end) if tree[k].tag == "fallback"), -1) if around > 0 else -1
