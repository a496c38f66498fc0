"""Load a PDF: its characters in reading order, with how each line is set and what the page tells of it.

The source text is made here: the characters of the file line by line in reading order, a line end after each, a form
feed between pages. Nothing else is added but spaces where white stands between words.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.document import Source
from reader.load.loaded import Loaded, Progress
from reader.load.pdf.edges import furniture
from reader.load.pdf.layout import laid_out
from reader.load.pdf.links import read_outline
from reader.load.pdf.overleaf import whole_tables
from reader.load.pdf.read import PAGES_SHARE, read_pages
from reader.load.pdf.text import written
from reader.pdfium import open_document, pdfium

__all__ = ["NO_TEXT", "load_pdf"]

NO_TEXT = "no text layer"
"""Warning: the pages are pictures; what is on them can be seen but not read."""


def load_pdf(
    path: Path, data: bytes, format_name: str, password: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Read the pages of a PDF.

    Raises `NeedsPassword` where the file is locked, `CannotRead` where it is damaged.
    """
    document = open_document(data, str(path), password)
    try:
        pages = list(read_pages(document, progress))
        with pdfium() as library:
            outline = tuple(read_outline(library.raw, document.raw))
    finally:
        with pdfium():
            document.close()
    edges = furniture(pages)
    placed = []
    for page in pages:
        if progress is not None:
            progress("load", PAGES_SHARE + (1 - PAGES_SHARE) * page.number / len(pages))
        placed.append(list(laid_out(page, edges.get(page.number, {}))))
    text, lines, styled = written(pages, whole_tables(placed))
    warnings = () if text.strip() else (NO_TEXT,)
    source = Source(path.name, hashlib.sha256(data).hexdigest(), format_name, "pdf", text, warnings, len(pages))
    return Loaded(source, lines, styled, outline)
