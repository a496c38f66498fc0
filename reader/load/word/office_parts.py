"""The parts of packed office files by the relations between them."""

from __future__ import annotations

import posixpath

from reader.load.docx.styles import text_of
from reader.load.html.tree import Tree, parse_xml
from reader.load.packed import Archive


def part_tree(archive: Archive, name: str) -> Tree:
    """Parse a part; empty where there is none."""
    return parse_xml(text_of(archive.read(name))) if name and archive.has(name) else []


def related(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the name of the parts that a part refers to, by the ids that it uses for them."""
    folder, base = posixpath.split(name)
    found: dict[str, tuple[str, str]] = {}
    for node in part_tree(archive, f"{folder}/_rels/{base}.rels"):
        if node.tag == "relationship":
            told = node.attributes
            target = posixpath.normpath(posixpath.join("/", folder, told.get("Target", ""))).lstrip("/")
            found[told.get("Id", "")] = (told.get("Type", "").rpartition("/")[2], target)
    return found
