"""Drawn pages: made one at a time off the GUI thread, the latest kept as far as the memory allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from reader.model.document import Box
from reader.model.errors import ReaderError
from reader.ui.kit.jobs import Jobs
from reader.ui.kit.theme import Theme
from reader.ui.session.page_file import PageFile

MOST_BYTES = 96 << 20  # of the pictures kept, beside those in view
SAME = 1e-6  # difference of two scales that are one
DIMMED = "#cfccc6"  # what white paper becomes in the dark


class DrawnPage(NamedTuple):
    """A drawn page: `scale` device pixels a point, on paper of the colour `paper`."""

    image: QImage
    scale: float
    paper: str


class PagePictures(QObject):
    """Keep the pictures of one file's pages; draw what is wanted next."""

    changed = Signal()  # another page is drawn, or could not be
    failed = Signal(Exception)  # not a page: the file

    def __init__(self, jobs: Jobs, job: str, parent: QObject | None = None) -> None:
        """Draw as the job of a name; no two makers may share one."""
        super().__init__(parent)
        self._jobs, self._job = jobs, job
        self._file: PageFile | None = None
        self._pictures: dict[int, DrawnPage] = {}  # the latest used last
        self._damaged: set[int] = set()
        self._is_drawing = False
        self.wishes: Callable[[], Iterable[tuple[int, float, str]]] = lambda: ()  # page, scale, paper; urgent first

    def draw_from(self, file: PageFile | None) -> None:
        """Draw the pages of another file from now on."""
        self._jobs.cancel(self._job)
        self._is_drawing = False
        self._file = file
        self._pictures.clear()
        self._damaged.clear()

    def picture(self, page: int) -> DrawnPage | None:
        """Return what there is of a page, perhaps of another size."""
        found = self._pictures.pop(page, None)
        if found:
            self._pictures[page] = found
        return found

    def is_damaged(self, page: int) -> bool:
        """Tell whether a page could not be drawn."""
        return page in self._damaged

    def kept_bytes(self) -> int:
        """Return how much memory the pictures take."""
        return sum(picture.image.sizeInBytes() for picture in self._pictures.values())

    def is_settled(self) -> bool:
        """Tell whether all that is wanted has been drawn."""
        return not self._is_drawing and self._next() is None

    def draw_next(self) -> None:
        """Draw what is wanted most, if nothing is being drawn: what was scrolled past meanwhile is left out."""
        wish = self._next()
        if self._is_drawing or wish is None or self._file is None:
            return
        file, (page, scale, paper) = self._file, wish
        self._is_drawing = True
        self._jobs.start(
            self._job,
            lambda _report: drawn(file, page, scale, paper=paper),
            lambda image: self._on_drawn(page, DrawnPage(image, scale, paper)),
            lambda error: self._on_failed(page, error),
        )

    def _next(self) -> tuple[int, float, str] | None:
        for page, scale, paper in self.wishes():
            known = self._pictures.get(page)
            fits = known is not None and abs(known.scale - scale) < SAME and known.paper == paper
            if not fits and page not in self._damaged:
                return page, scale, paper
        return None

    def _on_drawn(self, page: int, picture: DrawnPage) -> None:
        self._is_drawing = False
        self._pictures.pop(page, None)
        self._pictures[page] = picture
        self._forget()
        self.changed.emit()
        self.draw_next()

    def _on_failed(self, page: int, error: Exception) -> None:
        self._is_drawing = False
        if isinstance(error, ReaderError) and error.code == "damaged-page":
            self._damaged.add(page)
            self.changed.emit()
            self.draw_next()
            return
        self._file = None
        self.failed.emit(error)

    def _forget(self) -> None:
        """Let go of the pictures that were not used for longest."""
        wanted = {page for page, _scale, _paper in self.wishes()}
        spare = self.kept_bytes() - MOST_BYTES
        for page in [page for page in self._pictures if page not in wanted]:
            if spare <= 0:
                return
            spare -= self._pictures.pop(page).image.sizeInBytes()


def drawn(file: PageFile, page: int, scale: float, part: Box | None = None, paper: str = "") -> QImage:
    """Draw a page or a part of it, for any thread; its white becomes the colour `paper`."""
    made = file.draw(page, scale, part)
    image = QImage(made.data, made.width, made.height, made.stride, QImage.Format.Format_RGB32).copy()
    if paper:
        painter = QPainter(image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(image.rect(), QColor(paper))
        painter.end()
    return image


def paper_of(theme: Theme) -> str:
    """Return the colour of paper in a theme; nothing where it stays white."""
    return {"dark": DIMMED, "sepia": theme.page}.get(theme.name, "")
