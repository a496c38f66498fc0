"""The pages of a PDF as pictures, for the window and the printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import sqrt
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from zlib import compress, crc32

from reader.model.document import Box
from reader.model.errors import CannotRead
from reader.pictures.pdfium import open_document, pdfium

MOST_PIXELS = 40_000_000  # of one picture: 160 MB. A larger one is drawn smaller, whatever was asked for


class PagePicture(NamedTuple):
    """A drawn page: rows of `stride` bytes from the top, four bytes a pixel: blue, green, red, nothing."""

    width: int  # pixels
    height: int
    stride: int
    data: bytes


def png(picture: PagePicture) -> bytes:
    """Return a drawn page as a PNG of three bytes a pixel."""
    rows = bytearray()
    for top in range(0, picture.height * picture.stride, picture.stride):
        row = picture.data[top : top + 4 * picture.width]
        pixels = bytearray(3 * picture.width)
        pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + pixels
    size = picture.width.to_bytes(4, "big") + picture.height.to_bytes(4, "big")
    parts = (b"IHDR" + size + b"\x08\x02\0\0\0", b"IDAT" + compress(bytes(rows), 6), b"IEND")
    framed = ((len(part) - 4).to_bytes(4, "big") + part + crc32(part).to_bytes(4, "big") for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


class Pages:
    """An open PDF whose pages can be drawn, by any thread, also while it is read; close it when it is done with.

    Raises `NeedsPassword` or `CannotRead` as `open_document` does. A file given by its path must stay as it is
    meanwhile.
    """

    def __init__(self, content: Path | bytes, password: str | None = None) -> None:
        self._document: Any = None
        name = str(content) if isinstance(content, Path) else "PDF"
        with pdfium():
            self._document = open_document(content, name, password)
            self._document.init_forms()  # so that what was filled into a form is drawn
            self.count = len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points, as it is to be seen: turned and cropped.

        Raises `CannotRead` (code `damaged-page`), as drawing does, where the page is damaged.
        """
        with pdfium() as library, _damage_told(library, page):
            width, height = self._open().get_page_size(page)
        return float(width), float(height)

    def draw(self, page: int, scale: float, part: Box | None = None) -> PagePicture:
        """Draw a page or a part of it, `scale` pixels a point, on white."""
        with pdfium() as library, _damage_told(library, page):
            opened = self._open()[page]
            try:
                return _drawn(opened, scale, part)
            finally:
                opened.close()

    def close(self) -> None:
        """Close the file; again does nothing."""
        if self._document is not None:
            with pdfium():
                self._document.close()
            self._document = None

    def _open(self) -> Any:
        """Return the document; a closed one is a mistake of the caller."""
        if self._document is None:
            raise ValueError("these pages were closed")
        return self._document

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()  # here, as the library's own way would enter PDFium beside another thread


@contextmanager
def _damage_told(library: ModuleType, page: int) -> Iterator[None]:
    """Say of what PDFium cannot do with a page that the page is damaged."""
    try:
        yield
    except library.PdfiumError as error:
        raise CannotRead("Page {page} is damaged.", code="damaged-page", page=page + 1) from error


def _drawn(page: Any, scale: float, part: Box | None) -> PagePicture:
    """Draw an opened page, smaller than asked for where that would take too much memory."""
    width, height = page.get_size()
    shown = part or Box(0.0, 0.0, width, height)
    wide, high = max(1.0, shown.right - shown.left), max(1.0, shown.bottom - shown.top)
    scale = max(1 / min(wide, high), min(scale, sqrt(MOST_PIXELS / (wide * high))))  # a pixel, at least
    crop = (shown.left, height - shown.bottom, width - shown.right, shown.top)
    bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True, maybe_alpha=False, may_draw_forms=True)
    picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    bitmap.close()
    return picture
