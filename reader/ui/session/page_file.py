"""The files whose pages the window shows: each opened when a page is first wanted, on the thread that draws it."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.model.errors import Cancelled, CannotRead
from reader.ui.session.opened import OpenedIssue

if TYPE_CHECKING:
    from reader.model.document import Box
    from reader.pictures.pages import PagePicture, Pages

IN_MEMORY = 64 << 20  # bytes; of a larger file the pages are read as they are drawn
KEPT = 3  # files kept open
USUAL_SIZE = (595.0, 842.0)  # points, of a page that cannot be measured: A4


class PageFile:
    """A PDF whose pages can be drawn by any thread."""

    def __init__(self, path: Path, sha256: str, password: str | None = None) -> None:
        self._path, self._sha256, self._password = path, sha256, password
        self._lock = Lock()
        self._is_closed = False
        self._pages: Pages | None = None

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Measure all pages, in points; raises `CannotRead` where the file is no longer what it was."""
        with self._lock:
            pages = self._open()
            return tuple(_size(pages, number) for number in range(pages.count))

    def draw(self, page: int, scale: float, part: Box | None = None) -> PagePicture:
        """Draw a page or a part of it, `scale` pixels a point; raises `CannotRead` for a damaged one."""
        with self._lock:
            try:
                return self._open().draw(page, scale, part)
            finally:
                if self._is_closed:
                    self._let_go()

    def close(self) -> None:
        """Close the file, at once or as soon as no page of it is being drawn; the window never waits for that."""
        self._is_closed = True
        if self._lock.acquire(blocking=False):
            self._let_go()
            self._lock.release()

    def _open(self) -> Pages:
        if self._is_closed:
            raise Cancelled("Stopped.")
        if self._pages is None:
            from reader.pictures.pages import Pages

            self._pages = Pages(self._content(), self._password)
        return self._pages

    def _content(self) -> Path | bytes:
        """Return the bytes of the file, which must be those that were understood: boxes of others would be wrong."""
        try:
            if self._path.stat().st_size > IN_MEMORY:
                return self._path
            content = self._path.read_bytes()
        except OSError as error:
            sentence = "There is no file {path}; check the name and the folder."
            raise CannotRead(sentence, code="missing", path=str(self._path)) from error
        import hashlib  # here: most starts show no pages

        if hashlib.sha256(content).hexdigest() != self._sha256:
            sentence = "{path} has changed since it was opened; reload it (F5), and try again."
            raise CannotRead(sentence, code="changed", path=str(self._path))
        return content

    def _let_go(self) -> None:
        if self._pages:
            self._pages.close()
            self._pages = None


class PageFiles:
    """The page files of the open issues; a few are kept open."""

    def __init__(self) -> None:
        self._files: dict[Path, tuple[OpenedIssue, PageFile]] = {}  # the latest last

    def of(self, opened: OpenedIssue) -> PageFile:
        """Return the page file of an issue."""
        known = self._files.pop(opened.path, None)
        if known and known[0] is not opened:
            known[1].close()
            known = None
        file = known[1] if known else PageFile(opened.path, opened.issue.source.sha256, opened.password)
        self._files[opened.path] = (opened, file)
        for path in list(self._files)[:-KEPT]:
            self._files.pop(path)[1].close()
        return file


def _size(pages: Pages, number: int) -> tuple[float, float]:
    try:
        return pages.size(number)
    except CannotRead:
        return USUAL_SIZE
