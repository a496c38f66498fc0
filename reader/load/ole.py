"""Load what older office programs keep in a container of streams (OLE): documents of Word, e-mails."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from reader.load import outlook
from reader.load.declared import declared
from reader.load.loaded import Loaded, Progress
from reader.load.refuse import DAMAGED_DOCUMENT, LOCKED_DOCUMENT, OLD_PRESENTATION, OLD_SPREADSHEET, OLE_KIND, refused
from reader.model.errors import CannotRead

WORD = "WordDocument"
TABLES = ("0Table", "1Table", "Data")
WRAPPED = frozenset((".docx", ".xlsx", ".pptx"))  # what is put into a container where it is encrypted
FOREIGN = (  # a stream that each kind has, and the kind
    ("EncryptedPackage", LOCKED_DOCUMENT),
    ("Workbook", OLD_SPREADSHEET),
    ("Book", OLD_SPREADSHEET),
    ("PowerPoint Document", OLD_PRESENTATION),
)


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Load a document; say what other files are, and what to do with them."""
    streams = _opened(path, data)
    if streams.exists(outlook.SIGN):
        return outlook.load(path, data, lambda name: _read(path, streams, name), progress)
    if not streams.exists(WORD):
        raise refused(path, next((kind for name, kind in FOREIGN if streams.exists(name)), OLE_KIND))
    from reader.load.word import word97

    tables = {name: _read(path, streams, name) for name in TABLES}
    return word97.load(path, data, "doc", _read(path, streams, WORD), tables, _title(streams))


def _opened(path: Path, data: bytes) -> Any:
    """Open a container; its library raises whatever a damaged one leads it to."""
    import olefile

    try:
        return olefile.OleFileIO(BytesIO(data))
    except Exception as error:
        if path.suffix.lower() in WRAPPED:
            raise refused(path, LOCKED_DOCUMENT) from error
        raise CannotRead(DAMAGED_DOCUMENT, code="document-damaged", path=str(path)) from error


def _read(path: Path, streams: Any, name: str) -> bytes:
    """Return a stream, empty where there is none."""
    try:
        found: bytes = streams.openstream(name).read() if streams.exists(name) else b""
    except Exception as error:
        raise CannotRead(DAMAGED_DOCUMENT, code="document-damaged", path=str(path)) from error
    return found


def _title(streams: Any) -> str:
    """Return what a document calls itself; damaged properties tell nothing."""
    try:
        told = streams.get_metadata()
        return declared((told.title or b"").decode(f"cp{told.codepage or 936}", "replace"))
    except Exception:
        return ""
