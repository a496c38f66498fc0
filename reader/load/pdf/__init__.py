"""Load a PDF: its characters in reading order, with how each line is set and what the page tells of it.

The source text is made here: the characters of the file line by line in reading order, a line end after each, a form
feed between pages. Nothing else is added but spaces where white stands between words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from reader.load.declared import declared
from reader.load.loaded import Loaded, Progress
from reader.load.pdf.around import with_surroundings
from reader.load.pdf.code import with_listings
from reader.load.pdf.edges import furniture
from reader.load.pdf.garbled import is_garbled
from reader.load.pdf.layout import laid_out
from reader.load.pdf.links import read_outline
from reader.load.pdf.overleaf import whole_tables
from reader.load.pdf.parts import PdfPage
from reader.load.pdf.pictures import formulas_in, pictures_of
from reader.load.pdf.read import PAGES_SHARE, read_pages
from reader.load.pdf.sizes import settled
from reader.load.pdf.text import Written, written
from reader.model.document import Box, Source
from reader.model.errors import CannotRead
from reader.pictures.pdfium import DAMAGED, open_document, pdfium

__all__ = ["NO_TEXT", "load_pdf"]

NO_TEXT = "no text layer"
"""Warning: the pages are pictures; what is on them can be seen but not read."""
SCANNED = 0.5  # of a page's area, that the picture of a scanned page fills
NAMED = 10  # pages that a warning names


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
            name = declared(str(document.get_metadata_value("Title")))
    finally:
        with pdfium():
            document.close()
    if not any(page.width for page in pages):
        raise CannotRead(DAMAGED, code="damaged", path=str(path))
    text, lines, styled = lines_of(pages, progress)
    warnings = warnings_of(pages) if text.strip() else (NO_TEXT,)
    source = Source(path.name, hashlib.sha256(data).hexdigest(), format_name, "pdf", text, warnings, len(pages), name)
    pictures = (*pictures_of(pages, lines), *formulas_in(pages, text, lines))
    return Loaded(source, lines, styled, outline, pictures)


def lines_of(pages: Sequence[PdfPage], progress: Progress | None) -> Written:
    """Put what is found on pages into reading order, as the source text, its lines and the styles in it."""
    edges = furniture(pages)
    placed = []
    for page in pages:
        if progress is not None:
            progress("load", PAGES_SHARE + (1 - PAGES_SHARE) * page.number / len(pages))
        placed.append(list(laid_out(page, edges.get(page.number, {}))))
    return written(pages, with_listings(with_surroundings(pages, whole_tables(settled(placed)))))


def warnings_of(pages: Sequence[PdfPage]) -> tuple[str, ...]:
    """Say which pages could not be read, or are pictures without text."""
    damaged = [str(page.number + 1) for page in pages if not page.width]
    bare = [page for page in pages if page.width and not page.fragments]
    pictures = [str(page.number + 1) for page in bare if any(_is_page(box, page) for box in page.strokes.pictures)]
    garbled = [str(page.number + 1) for page in pages if is_garbled(f.text for f in page.fragments)]
    found = []
    if damaged:
        found.append(f"Damaged and left out: page {', '.join(damaged[:NAMED])}.")
    if pictures:
        found.append(f"Pictures without text: page {', '.join(pictures[:NAMED])}.")
    if garbled:
        found.append(f"The text of these pages cannot be read as it is printed: page {', '.join(garbled[:NAMED])}.")
    return tuple(found)


def _is_page(box: Box, page: PdfPage) -> bool:
    """Tell whether a picture fills most of a page, as that of a scanned one does."""
    return (box.right - box.left) * (box.bottom - box.top) > SCANNED * page.width * page.height
