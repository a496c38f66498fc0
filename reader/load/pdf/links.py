"""Read the addresses that a page links to, and the headings that the file lists for its reader."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from reader.load.pdf.glyphs import address
from reader.load.pdf.view import View
from reader.model.document import Box

ADDRESS_BYTES = 4096
DEEPEST, MOST = 6, 5000  # levels and entries of an outline


def read_links(raw: Any, document: Any, page: Any, view: View) -> list[tuple[Box, str]]:
    """Return the areas of a page that lead to an address outside the file."""
    found: list[tuple[Box, str]] = []
    place, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, place, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        buffer = ctypes.create_string_buffer(ADDRESS_BYTES)
        length = raw.FPDFAction_GetURIPath(document, action, buffer, ADDRESS_BYTES)
        if 1 < length <= ADDRESS_BYTES and raw.FPDFLink_GetAnnotRect(link, area):
            address = buffer.raw[: length - 1].decode("utf-8", "replace")
            found.append((view.box((area.left, area.right), (area.bottom, area.top)), address))
    return found


def read_outline(raw: Any, document: Any) -> Iterator[tuple[int, str, int]]:
    """Yield the entries of a file's own outline: level from 1, title, page from 0 (-1 where it names none)."""
    stack = [(1, raw.FPDFBookmark_GetFirstChild(document, None))]
    seen: set[int] = set()
    while stack and len(seen) < MOST:
        level, mark = stack.pop()
        key = address(mark)
        if not key or key in seen:  # a damaged outline may lead round in a circle
            continue
        seen.add(key)
        stack.append((level, raw.FPDFBookmark_GetNextSibling(document, mark)))
        if level < DEEPEST:
            stack.append((level + 1, raw.FPDFBookmark_GetFirstChild(document, mark)))
        length = raw.FPDFBookmark_GetTitle(mark, None, 0)
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFBookmark_GetTitle(mark, buffer, length)
        target = raw.FPDFBookmark_GetDest(document, mark)
        page = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
        title = " ".join(buffer.raw.decode("utf-16-le", "replace").replace("\0", "").split())
        if title:
            yield level, title, page
