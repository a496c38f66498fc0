"""The bytes of the pictures of one bulletin, for whatever hands them on; read as they are wanted."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from reader.model.document import FilePart, PagePart, Picture
from reader.model.errors import CannotRead
from reader.pictures.pages import Pages, png
from reader.pipeline import picture_parts

FINE = 200 / 72  # pixels a point of a part of a page: 200 dpi


class PictureBytes:
    """Reads the pictures of a file; any thread may, and whoever made it closes it."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        self._path, self._password = path, password
        self._parts = picture_parts(path)
        self._pages: Pages | None = None
        self._lock = Lock()

    def read(self, picture: Picture) -> bytes:
        """Return the bytes of a picture, of a part of a page as PNG; raise `ReaderError` where there are none."""
        match picture.place:
            case PagePart(page, box):
                with self._lock:
                    if self._pages is None:
                        self._pages = Pages(self._path, self._password)
                    return png(self._pages.draw(page, FINE, box))
            case FilePart() as part:
                return self._parts.read(part)
        raise CannotRead("The picture is not in the file.", code="picture-missing")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._pages is not None:
                self._pages.close()
                self._pages = None
