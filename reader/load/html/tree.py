"""A web page as a flat list of nodes in document order: no depth that could overflow, one pass from end to end.

Scripts are not run, nothing is fetched, comments and declarations are not kept.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType
from typing import Any

ROOT = 0


def words(text: str) -> frozenset[str]:
    """Read a table of words."""
    return frozenset(text.split())


CHUNK = 1 << 20  # characters that the parser takes at once


NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class Element:
    """An element, or a text, whose tag is empty."""

    tag: str
    parent: int
    attributes: Mapping[str, str] = field(default_factory=lambda: NONE)
    text: str = ""
    end: int = 0  # index behind the last node inside


Tree = list[Element]


class _Builder:
    """Takes the parser's events; its methods have the names that the parser calls."""

    def __init__(self) -> None:
        self.nodes: Tree = [Element("", -1)]
        self._open = [ROOT]
        self._text: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._flush()
        name = tag.rpartition("}")[2].lower()
        self.nodes.append(Element(name, self._open[-1], dict(attributes) if attributes else NONE))
        self._open.append(len(self.nodes) - 1)

    def end(self, tag: str) -> None:
        self._flush()
        if len(self._open) > 1:
            self.nodes[self._open.pop()].end = len(self.nodes)

    def data(self, data: str) -> None:
        self._text.append(data)

    def comment(self, text: str) -> None:
        """Leave comments out."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Leave instructions to programs out."""

    def close(self) -> Tree:
        self._flush()
        while self._open:
            self.nodes[self._open.pop()].end = len(self.nodes)
        return self.nodes

    def _flush(self) -> None:
        if self._text:
            self.nodes.append(Element("", self._open[-1], text="".join(self._text), end=len(self.nodes) + 1))
            self._text.clear()


def parse_html(text: str) -> Tree:
    """Parse a page the way browsers do: whatever it holds, a tree comes out; node 0 is its root."""
    soup = _souped(with_body(text.replace("\0", "")))
    builder = _Builder()
    opened = [soup]  # what the builder has been told to begin and not to end
    for element in soup.descendants:
        while opened[-1] is not element.parent:
            builder.end(opened.pop().name)
        if hasattr(element, "attrs"):
            builder.start(element.name, element.attrs)
            opened.append(element)
        elif not element.PREFIX:  # comments and declarations have one
            builder.data(element)
    return builder.close()


HEAD_PART = re.compile(  # what may stand above the body, one piece of it
    r"""
    \s+ | <!--.*?--> | <!doctype[^>]*> | <\?[^>]*> | </?(?:html|head)\b[^>]*> | </?(?:meta|link|base|basefont)\b[^>]*>
    | <(?P<raw>title|style|script|noscript|template|object)\b[^>]*> .*? </(?P=raw)\s*>
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
BODY = re.compile(r"<(?:body|frameset)\b", re.IGNORECASE)


def with_body(text: str) -> str:
    """Begin the body of a page where a browser does, at the first thing that no head holds, where no tag begins it."""
    at = 0
    while m := HEAD_PART.match(text, at):
        at = m.end()
    return text if at >= len(text) or BODY.match(text, at) else f"{text[:at]}<body>{text[at:]}"


def _souped(text: str) -> Any:
    """Let Beautiful Soup read a page by lxml; its complaints about what the page may be are no concern of a reader."""
    from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning

    for complaint in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
        warnings.filterwarnings("ignore", category=complaint)
    return BeautifulSoup(text.encode("utf-8", "replace"), "lxml", from_encoding="utf-8", multi_valued_attributes=None)


def parse_xml(text: str) -> Tree:
    """Parse XML as far as it is well formed and beyond; no entity is expanded but those of HTML."""
    from lxml import etree

    builder = _Builder()
    parser = etree.XMLParser(
        target=builder, encoding="utf-8", huge_tree=True, recover=True, resolve_entities=False, no_network=True
    )
    return _fed(parser, builder, NAMED.sub(_character, ENTITY.sub("", text)))


ENTITY = re.compile(r"<!ENTITY[^>]*>")
NAMED = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)[A-Za-z]\w{1,30};")


def _character(m: re.Match[str]) -> str:
    return unescape(m.group())


def _fed(parser: Any, builder: _Builder, text: str) -> Tree:
    """Feed a parser; one that gives up leaves what it has told so far."""
    from lxml import etree

    whole = text.replace("\0", "")
    try:
        for start in range(0, len(whole), CHUNK):
            parser.feed(whole[start : start + CHUNK].encode("utf-8", "replace"))
        parser.close()
    except (etree.LxmlError, AssertionError, ValueError):
        pass
    return builder.close()
