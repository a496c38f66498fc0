"""Load web pages saved as one file (MHTML): the page is one part of a message, its pictures are others."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from pathlib import Path

from reader.load.html.charset import decode_page, known
from reader.load.html.page import load_page
from reader.load.html.pictures import InMessage
from reader.load.loaded import Loaded, Progress
from reader.load.parts import parts_by_name
from reader.model.errors import CannotRead

PARTS_MOST = 10_000


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Find the page in a saved message and load it, with the pictures that are other parts of it."""
    try:
        message = message_from_bytes(data)
        part = _page(message)
        body = part.get_payload(decode=True) if part else None
        said = known(str(part.get_content_charset() or "")) if part else ""
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:  # a damaged message
        raise _no_page(path) from error
    if not isinstance(body, bytes) or not body.strip():
        raise _no_page(path)
    base = "".join(str(part.get("Content-Location") or "").split()) if part else ""
    around = InMessage(parts_by_name(message), base)
    return load_page(path, data, format_name, decode_page(body, encoding, progress, said), progress, around)


def _page(message: Message) -> Message | None:
    """Return the first part that is a page."""
    for number, part in enumerate(message.walk()):
        if part.get_content_type() == "text/html":
            return part
        if number > PARTS_MOST:
            break
    return None


def _no_page(path: Path) -> CannotRead:
    sentence = "{path} holds no web page that could be read; save the page again, as one file or as HTML."
    return CannotRead(sentence, code="no-page", path=str(path))
