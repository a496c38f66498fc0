"""A web page as a flat list of nodes in document order: no depth that could overflow, one pass from end to end.

Scripts are not run, nothing is fetched, comments and declarations are not kept.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape, unescape
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


class _XmlBuilder(_Builder):
    """Takes the events of a parser of XML, which leaves one sign in attributes as it is written there."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().start(tag, {name: value.replace("&#38;", "&") for name, value in attributes.items()})


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
    """Parse XML, where it is not well formed after repair; no entity is expanded but those of HTML."""
    from lxml import etree

    if "<!" not in text.replace("<![CDATA[", "").replace("<!--", ""):  # declares nothing
        with suppress(etree.XMLSyntaxError):
            return _fed(text, recover=False)
    return _fed(mended(text), recover=True)


SIGN = re.compile(  # what may keep a parser of XML from all that follows
    r"""
    (?P<kept> <!\[CDATA\[.*?(?:\]\]>|\Z) | <!--.*?(?:-->|\Z) | <\?.*?(?:\?>|\Z) )
    | (?P<declared> <!ENTITY[^>]*+(?:>|\Z) )
    | & (?P<entity> \#x?[0-9A-Fa-f]{1,8}+;?+ | [A-Za-z][A-Za-z0-9]{1,30}+;?+(?!=) )?
    | <(?![A-Za-z_/!])
    | (?P<control> [\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff] )
    """,
    re.VERBOSE | re.DOTALL,
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PREDEFINED = frozenset(("lt;", "gt;", "amp;", "quot;", "apos;"))


def mended(text: str) -> str:
    """Repair what is not well formed: a parser would leave out what stands beside it, and browsers do not."""
    return SIGN.sub(_mended, text)


def _mended(m: re.Match[str]) -> str:
    """Write one sign so that it is read as what a browser takes it for."""
    if kept := m["kept"]:
        return CONTROL.sub("", kept)
    if m["declared"] or m["control"]:
        return ""
    if m.group() == "<":
        return "&lt;"
    entity = m["entity"]
    if entity in PREDEFINED:
        return m.group()
    return escape(CONTROL.sub("", unescape(m.group())), quote=False)


def _fed(text: str, *, recover: bool) -> Tree:
    """Feed a parser of XML; one that gives up while it recovers leaves what it has told so far."""
    from lxml import etree

    builder = _XmlBuilder()
    parser = etree.XMLParser(
        target=builder, encoding="utf-8", huge_tree=True, recover=recover, resolve_entities=False, no_network=True
    )
    whole = text.replace("\0", "") if recover else text
    with suppress(*((etree.LxmlError, AssertionError, ValueError) if recover else ())):
        for start in range(0, len(whole), CHUNK):
            parser.feed(whole[start : start + CHUNK].encode("utf-8", "replace"))
        parser.close()
    return builder.close()
