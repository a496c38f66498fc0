"""Say of a picture, of a scanned page perhaps, how its text can be read."""

from __future__ import annotations

from pathlib import Path

from reader.load.loaded import Loaded, Progress
from reader.load.ocr.engine import NOT_INSTALLED, is_installed
from reader.model.errors import CannotRead

ON_REQUEST = "{path} is a picture; ask for the text on it to be recognised: “bulletin-reader recognise” with its name."


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Refuse a picture of which nothing was recognised yet."""
    if is_installed():
        raise CannotRead(ON_REQUEST, code="picture", path=str(path))
    raise CannotRead(NOT_INSTALLED, code="no-recognition", path=str(path))
