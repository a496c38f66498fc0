"""Load feeds that are written otherwise than RSS and Atom: JSON Feed, and lists of saved items (OPML)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from reader.load import feed
from reader.load.html.charset import decode_page
from reader.load.html.tree import parse_xml
from reader.load.loaded import Loaded, Progress
from reader.model.errors import CannotRead

DAMAGED_FEED = "{path} is a damaged feed; get it again, or open its articles one by one."
ENTRIES_MOST = 50_000
NEAR = 1000  # nodes below an item, among which others of its kind begin


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Write a feed as Atom would, and read it as such."""
    decoded = decode_page(data, encoding, progress)
    is_json = decoded.text.lstrip("\ufeff \t\r\n").startswith("{")
    written = "".join(_from_json(path, decoded.text) if is_json else _from_opml(decoded.text))
    loaded = feed.load(path, f"<feed>{written}</feed>".encode("utf-8", "replace"), format_name, "utf-8", progress)
    return loaded._replace(source=replace(loaded.source, sha256=hashlib.sha256(data).hexdigest()))


def _from_json(path: Path, text: str) -> Iterator[str]:
    """Write the entries of a JSON Feed."""
    try:
        told: Any = json.loads(text.lstrip("\ufeff"))
        items = told.get("items") or []
        entries = [item for item in items[:ENTRIES_MOST] if isinstance(item, dict)]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise CannotRead(DAMAGED_FEED, code="document-damaged", path=str(path)) from error
    yield _element("title", told.get("title"))
    yield _element("subtitle", told.get("description"))
    for item in entries:
        people: Any = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
        names = "、".join(str(one.get("name") or "") for one in people if isinstance(one, dict))
        page = item.get("content_html")
        content = page or item.get("content_text") or item.get("summary")
        yield "<entry>"
        yield _element("title", item.get("title")) + _element("link", item.get("url") or item.get("external_url"))
        yield _element("published", item.get("date_published")) + _element("author", names)
        yield _element("content", content, ' type="html"' if page else ' type="text"') + "</entry>"


def _from_opml(text: str) -> Iterator[str]:
    """Write the items of a list that others do not stand below, each with what is noted of it."""
    tree = parse_xml(text)
    title = next((at for at, node in enumerate(tree) if node.tag == "title"), 0)
    yield _element("title", "".join(node.text for node in tree[title : tree[title].end]) if title else "")
    for at, node in enumerate(tree[: ENTRIES_MOST * 4]):
        told = node.attributes
        if node.tag == "outline" and not any(
            inner.tag == "outline" for inner in tree[at + 1 : min(node.end, at + NEAR)]
        ):
            link = told.get("htmlUrl") or told.get("url") or told.get("xmlUrl")
            note = told.get("description") or told.get("_note") or ""
            yield "<entry>" + _element("title", told.get("title") or told.get("text")) + _element("link", link)
            yield _element("published", told.get("created")) + _element("content", note, ' type="text"') + "</entry>"


def _element(name: str, text: Any, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text, quote=False)}</{name}>" if isinstance(text, str) and text else ""
