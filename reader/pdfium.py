"""The one door to PDFium, which may be entered by one thread at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_INSIDE = threading.RLock()


@contextmanager
def pdfium() -> Iterator[ModuleType]:
    """Yield the library `pypdfium2`, which no other thread uses meanwhile.

    PDFium keeps state of its own and crashes when two threads are in it. Hold it for a page at a time, so that a
    page can be drawn while a long file is read. The first call takes about 50 ms to load it.
    """
    with _INSIDE:
        import pypdfium2

        yield pypdfium2
