"""Tell the kind of a file by how its bytes begin; its name only decides where they leave it open."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,900}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(
    rb"</?(?:a|article|b|base|blockquote|body|br|center|dd|div|dl|dt|em|font|form|h[1-6]|head|header|hr|i|img|li|link"
    rb"|main|meta|nav|ol|p|pre|script|section|span|strong|style|table|tbody|td|th|title|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
PAGE_NAMES = frozenset((".html", ".htm", ".shtml", ".xhtml", ".xht"))
OPENING = re.compile(
    rb"\s*<(?:meta|head|title|body|table|div|center|font|article|section|h[1-6]|p)\b[^<>]*>", re.IGNORECASE
)


FEED = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^>]{0,300}>\s*|<!--.{0,500}?-->\s*|<!DOCTYPE[^>]{0,300}>\s*){0,8}"
    rb"<(?:rss|feed|rdf:RDF|!DOCTYPE\s+(?:rss|feed|rdf:RDF))\b",
    re.DOTALL,
)


ZIP = re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)")


def is_zip(path: Path, head: bytes) -> bool:
    """Tell whether a file is an archive, or a document that is packed as one."""
    return ZIP.match(head) is not None


MESSAGE = re.compile(rb"\s*(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")


def is_saved_page(path: Path, head: bytes) -> bool:
    """Tell whether a file is a web page saved with its pictures as one message (MHTML)."""
    return b"multipart/related" in head and b":" in head[:60] and MESSAGE.match(head) is not None


def is_feed(path: Path, head: bytes) -> bool:
    """Tell whether a file is a feed, RSS or Atom."""
    return b"<" in head and FEED.match(head.replace(b"\0", b"")) is not None


def is_page(path: Path, head: bytes) -> bool:
    """Tell whether a file is a web page."""
    if b"<" not in head:
        return False
    plain = head.replace(b"\0", b"")
    if PAGE.match(plain):
        return True
    suffix = path.suffix.lower()
    if suffix in PAGE_NAMES:
        return TAG.search(plain) is not None
    if suffix in (".md", ".markdown"):
        return False
    return OPENING.match(plain) is not None and len(TAG.findall(plain)) >= 4
