"""Tell the kind of a file by how its bytes begin; its name only decides where they leave it open."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from reader.text.patterns import rare

IGNORED = r"(?:ï»¿|ÿþ|þÿ)?\s*(?:<\?[^>]{0,300}>\s*|<!--.{0,900}?-->\s*){0,8}"  # byte order marks, read as Latin-1
PAGE = rare(rf"(?is){IGNORED}<(?:!doctype\s+html|html)\b")
FEED = rare(rf"(?s){IGNORED}(?:<!DOCTYPE[^>]{{0,300}}>\s*)?<(?:rss|feed|rdf:RDF|!DOCTYPE\s+(?:rss|feed|rdf:RDF))\b")
OPML = rare(rf"(?s){IGNORED}<opml\b")
TAG = rare(
    r"""(?ix)
    </?(?:
        a|article|b|base|blockquote|body|br|center|dd|div|dl|dt|em|font|form|h[1-6]|head|header|hr|i|img|li|link
      | main|meta|nav|ol|p|pre|script|section|span|strong|style|table|tbody|td|th|title|tr|u|ul
    )(?:\s[^<>]*)?/?>
    """
)
OPENING = rare(r"(?i)\s*<(?:meta|head|title|body|table|div|center|font|article|section|h[1-6]|p)\b[^<>]*>")
TAGS_LEAST = 4  # in what begins like a part of a page and has no name of one
MESSAGE = rare(
    r"\s*(?:\d{1,10}[ \t]*\r?\n)?(?:From [^\n]*\n)?(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}"
)
MARKDOWN_NAMES = frozenset((".md", ".markdown"))
HEADER = rare(r"(?m)^(?P<name>[A-Za-z][A-Za-z-]{1,40}):")
SENT = frozenset(("from", "to", "subject", "date", "message-id", "sender", "return-path"))  # headers of an e-mail
CARRIED = frozenset(("mime-version", "received", "message-id", "content-type", "return-path"))  # and not of a text
PAGE_NAMES = frozenset((".html", ".htm", ".shtml", ".xhtml", ".xht"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"
PICTURE = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|II\x2a\0|MM\0\x2a|RIFF....WEBP|BM....\0\0\0\0", re.DOTALL)
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_zip(path: Path, head: bytes) -> bool:
    """Tell whether a file is an archive, or a document that is packed as one."""
    return head.startswith(ZIP)


def is_ole(path: Path, head: bytes) -> bool:
    """Tell whether a file is a container of streams, as older office programs write them."""
    return head.startswith(OLE)


def is_picture(path: Path, head: bytes) -> bool:
    """Tell whether a file is a picture, of a scanned page perhaps."""
    return PICTURE.match(head) is not None


def is_rich_text(path: Path, head: bytes) -> bool:
    """Tell whether a file is rich text (RTF)."""
    return head.lstrip().startswith(RTF)


def is_saved_page(path: Path, head: bytes) -> bool:
    """Tell whether a file is a web page saved with its pictures as one message (MHTML)."""
    return b"multipart/related" in head and b":" in head[:60] and MESSAGE.match(head.decode("latin-1")) is not None


def is_mail(path: Path, head: bytes) -> bool:
    """Tell whether a file is an e-mail: a message that names its sender, and was not saved by a browser."""
    if b":" not in head[:200] or b"Saved by " in head or b"Snapshot-Content-Location" in head:
        return False
    text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    found = {m["name"].lower() for m in HEADER.finditer(text)}
    sent = len(found & SENT) >= 2 and bool(found & {"from", "sender", "return-path"})
    return MESSAGE.match(text) is not None and sent and (path.suffix.lower() == ".eml" or bool(found & CARRIED))


def is_feed(path: Path, head: bytes) -> bool:
    """Tell whether a file is a feed, RSS or Atom."""
    return b"<" in head and FEED.match(_letters(head)) is not None


def is_other_feed(path: Path, head: bytes) -> bool:
    """Tell whether a file is a feed in JSON, or a list of saved items (OPML)."""
    is_json = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b"jsonfeed.org/version" in head.replace(
        b"\\/", b"/"
    )
    return is_json or b"<" in head and OPML.match(_letters(head)) is not None


def is_page(path: Path, head: bytes) -> bool:
    """Tell whether a file is a web page."""
    if b"<" not in head:
        return False
    text = _letters(head)
    if PAGE.match(text):
        return True
    suffix = path.suffix.lower()
    if suffix in PAGE_NAMES:
        return TAG.search(text) is not None
    if suffix in MARKDOWN_NAMES:
        return False
    return OPENING.match(text) is not None and len(TAG.findall(text)) >= TAGS_LEAST


def is_markdown(path: Path, head: bytes) -> bool:
    """Tell whether a file is Markdown, which its name says."""
    return path.suffix.lower() in MARKDOWN_NAMES


def _letters(head: bytes) -> str:
    """Return the ASCII letters of any encoding, those of UTF-16 too."""
    return head.replace(b"\0", b"").decode("latin-1")
