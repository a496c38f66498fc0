"""The one door to PDFium, which may be entered by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from reader.model.errors import CannotRead, NeedsPassword

DAMAGED = "{path} is damaged and cannot be opened; get it once more from where it came from."
PAGES_LEAST, PAGES_A_BYTE = 1000, 1  # more are claimed by nothing that is sound, however well it is compressed
_INSIDE = threading.RLock()
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY of fpdfview.h


@contextmanager
def pdfium() -> Iterator[ModuleType]:
    """Yield the library `pypdfium2`, which no other thread uses meanwhile.

    PDFium keeps state of its own and crashes when two threads are in it. Hold it for a page at a time, so that a
    page can be drawn while a long file is read. The first call takes about 50 ms to load it.
    """
    with _INSIDE:
        import pypdfium2

        yield pypdfium2


def open_document(content: Path | bytes, name: str, password: str | None = None) -> Any:
    """Return the opened `PdfDocument` of a file or of its bytes; close it inside `pdfium()`.

    Raises `NeedsPassword` for a locked file (code `password`, or `wrong-password` where one was given), `CannotRead`
    (code `damaged`) where it is no whole PDF; `name` is what these call it.
    """
    with pdfium() as library:
        _forget_last_error(library)
        try:
            document = library.PdfDocument(content, password=password)
        except FileNotFoundError as error:
            sentence = "There is no file {path}; check the name and the folder."
            raise CannotRead(sentence, code="missing", path=name) from error
        except library.PdfiumError as error:
            raise _refusal(error.err_code, name, password) from error
        size = len(content) if isinstance(content, bytes) else content.stat().st_size
        if not 0 < len(document) <= PAGES_LEAST + PAGES_A_BYTE * size:
            document.close()
            raise _refusal(None, name, password)
        return document


def _forget_last_error(library: ModuleType) -> None:
    """Let a failure tell its own reason: some leave the reason of the one before as it is."""
    with suppress(library.PdfiumError):
        library.PdfDocument(b"no PDF")


def _refusal(code: int | None, name: str, password: str | None) -> CannotRead:
    """Say why PDFium did not open a file."""
    if code == _PASSWORD and not password:
        return NeedsPassword("{path} is locked; give its password to open it.", code="password", path=name)
    if code == _PASSWORD:
        return NeedsPassword("This password does not open {path}; try again.", code="wrong-password", path=name)
    if code == _SECURITY:
        sentence = "{path} is encrypted in a way that is not known here; save it without encryption, and open that."
        return CannotRead(sentence, code="unknown-encryption", path=name)
    return CannotRead(DAMAGED, code="damaged", path=name)
