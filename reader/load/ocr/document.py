"""Recognise the pages of a file, and load what was recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.load.loaded import Loaded, Progress
from reader.load.ocr import engine
from reader.load.ocr.kept import PageText, keep, kept_pages
from reader.load.ocr.straight import page_of_text
from reader.load.pdf import lines_of
from reader.load.refuse import no_text
from reader.model.document import Source
from reader.pictures.pdfium import open_document, pdfium

FINE = 150 / 72  # pixels a point: 150 dpi
UNSURE = 0.85  # of a line: less is named as uncertain
NAMED = 10  # pages that a warning names
PDF = b"%PDF-"


def recognise(
    path: Path,
    data: bytes,
    format_name: str,
    password: str | None = None,
    progress: Progress | None = None,
    kept: Path = Path(),
) -> Loaded:
    """Recognise the pages of a PDF or a picture that are not kept yet, keep each when it is done, and load them."""
    digest = hashlib.sha256(data).hexdigest()
    pages, whole = kept_pages(kept, digest)
    if not whole:
        reader = engine.Engine(path)
        count, drawn = _drawn(path, data, password, len(pages))
        for pixels, width, height in drawn:
            if progress is not None:
                progress("load", len(pages) / max(1, count))
            pages.append(reader.read(pixels, width, height))
            keep(kept, digest, pages, whole=len(pages) == count)
    return loaded_of(path, digest, pages, is_pdf=PDF in data[:1024])


def loaded_of(path: Path, digest: str, pages: Sequence[PageText], *, is_pdf: bool) -> Loaded:
    """Load recognised pages; raise `CannotRead` where no word was found on them."""
    placed = [page_of_text(number, page) for number, page in enumerate(pages)]
    text, lines, styled = lines_of(placed, None)
    if not text.strip():
        raise no_text(path, has_pictures=True)
    shown = len(pages) if is_pdf else 0
    source = Source(path.name, digest, "pdf" if is_pdf else "picture", "ocr", text, tuple(_warnings(pages)), shown)
    return Loaded(source, lines, styled)


def _drawn(path: Path, data: bytes, password: str | None, first: int) -> tuple[int, Iterator[tuple[Any, float, float]]]:
    """Return how many pages a file has, and those from one on as pixels with their width and height in points."""
    if PDF not in data[:1024]:
        found = engine.pictures_in(path, data)
        return len(found), iter(found[first:])
    document = open_document(data, str(path), password)
    with pdfium():
        count = len(document)
    return count, _of_pdf(document, first, count)


def _of_pdf(document: Any, first: int, count: int) -> Iterator[tuple[Any, float, float]]:
    try:
        for number in range(first, count):
            with pdfium():
                page = document[number]
                bitmap = page.render(scale=FINE)
                drawn = (bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels, bytes(bitmap.buffer))
                width, height = page.get_size()
            yield engine.pixels_of(*drawn), float(width), float(height)
    finally:
        with pdfium():
            document.close()


def _warnings(pages: Sequence[PageText]) -> Iterator[str]:
    """Say that the text was recognised, and where that is uncertain."""
    yield "The text was recognised in pictures of the pages (OCR); check names and figures on them."
    unsure = [(number, line) for number, page in enumerate(pages, 1) for line in page.lines if line.sure < UNSURE]
    if unsure:
        named = ", ".join(str(number) for number in sorted({number for number, _ in unsure})[:NAMED])
        yield f"Uncertain lines in what was recognised: {len(unsure)}, page {named}."
