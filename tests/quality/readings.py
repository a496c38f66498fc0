"""The other readings that a right answer allows: titles and texts cut otherwise, and what may be left out.

Print does not settle everything: whether brackets belong to a title, or whether the box beside an article
is an article. An answer says so in `alt_titles`, `alt_text` and `lenient`; whoever reads it either way is right.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Outline = dict[str, Any]
Item = tuple[str, ...]

LABEL_MAX = 20  # characters before the colon of a label line
_COLON = re.compile("[:：]")


@dataclass(frozen=True, slots=True)
class Readings:
    """What stands for the answer's own words, and the words that may be missing."""

    titles: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)  # by digest
    lines: dict[Item, Item] = field(default_factory=dict)  # label lines, by label and digest of the value
    optional: frozenset[str] = frozenset()

    def title(self, node: Outline | None) -> str:
        """Give the title that the answer has for a node."""
        words = squeeze(node.get("title")) if node else ""
        return self.titles.get(words, words)

    def text(self, block: Outline) -> str:
        """Give the digest that the answer has for a block."""
        name = digest_in(block, "sha", "text")
        return self.texts.get(name, name)

    def subheading(self, block: Outline) -> str:
        """Give the words that the answer has for a subheading."""
        words = squeeze(block.get("text") or block.get("title"))
        return self.texts.get(digest(words), self.titles.get(words, words))

    def label_line(self, block: Outline) -> Item | None:
        """Give the label line that a paragraph is: the line is understood, whether it has a place of its own or not."""
        label, *value = _COLON.split(block.get("text") or "", maxsplit=1)
        return self.lines.get((squeeze(label), digest(value[0]))) if value and len(label) < LABEL_MAX else None


def readings_of(answer: Outline, issue_titles: frozenset[str] = frozenset()) -> Readings:
    """Collect what an answer allows; a node titled as the issue is untitled, since the masthead has its title."""
    nodes = [node for node, _ in walk(answer)]
    own = {squeeze(node.get("title")) for node in nodes}
    titles = {alt: title for alt, title in _other_titles(nodes) if alt not in own}
    titles |= dict.fromkeys(issue_titles, "")
    texts: dict[str, str] = {}
    for block in (block for node in nodes for block in node.get("blocks") or []):
        texts |= {digest(alt): _name(block) for alt in _many(block.get("alt_text")) if digest(alt) not in texts}
    return Readings(titles, texts, dict(_label_lines(nodes)), frozenset(_optional(nodes)))


def squeeze(text: str | None) -> str:
    """Remove all whitespace, and the sign that stands for a picture."""
    return "".join((text or "").replace("\ufffc", "").split())


def digest(text: str | None) -> str:
    """Name a text by a short hash of its visible characters."""
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:10]


def digest_in(record: Outline, hash_field: str, text_field: str) -> str:
    """Give the digest that a record states, or that of its text."""
    return record.get(hash_field) or digest(record.get(text_field))


def walk(outline: Outline) -> Iterator[tuple[Outline, Outline | None]]:
    """Yield nodes with their parents, in reading order."""
    waiting: list[tuple[Outline, Outline | None]] = [(node, None) for node in reversed(outline.get("nodes") or [])]
    while waiting:
        node, parent = waiting.pop()
        yield node, parent
        waiting.extend((child, node) for child in reversed(node.get("children") or []))


def _other_titles(nodes: list[Outline]) -> Iterator[tuple[str, str]]:
    # Backwards, so that the first of two that share an alternative has it.
    for node in reversed(nodes):
        for alt in _many(node.get("alt_titles")):
            yield squeeze(alt), squeeze(node.get("title"))


def _label_lines(nodes: list[Outline]) -> Iterator[tuple[Item, Item]]:
    for node in reversed(nodes):
        for line in node.get("meta") or []:
            words = squeeze(line.get("label")), digest_in(line, "sha", "value")
            yield words, (squeeze(node.get("title")), *words)


def _optional(nodes: list[Outline]) -> Iterator[str]:
    for node in nodes:
        if node.get("lenient") and node.get("title"):
            yield squeeze(node["title"])
        yield from (_name(block) for block in node.get("blocks") or [] if block.get("lenient"))


def _name(block: Outline) -> str:
    """Name a block as it is compared: a subheading by its words, anything else by their digest."""
    if block["type"] == "subheading":
        return squeeze(block.get("text") or block.get("title"))
    return digest_in(block, "sha", "text")


def _many(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
