"""The pictures of an issue in its articles: parts of pages, drawn off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from reader.document import Issue, Picture
from reader.errors import ReaderError
from reader.ui.inner_links import PICTURE_LINK, number_of
from reader.ui.pages.pictures import drawn, paper_of
from reader.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser

    from reader.ui.opened import OpenedIssue
    from reader.ui.pages.picture_card import PictureCard
    from reader.ui.theme import Theme

DRAW_JOB = "draw article pictures"
PRINTED_SIZE = 10.5  # points: the body of a printed bulletin, to whose size pictures are shown


class ArticlePictures(QObject):
    """Draw the pictures that an article asks for, and show one larger."""

    def __init__(self, session: Session, article: QTextBrowser, theme: Theme) -> None:
        super().__init__(article)
        self._session, self._article, self._theme = session, article, theme
        self._opened: OpenedIssue | None = None
        self._pictures: tuple[Picture, ...] = ()
        self._images: dict[int, tuple[QImage, float, str]] = {}  # image, device pixels a point, paper
        self._wanted: list[int] = []
        self._scale = 1.0  # pixels a point
        self._is_drawing = False
        self._card: PictureCard | None = None

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """Show the pictures of another issue."""
        self._session.jobs.cancel(DRAW_JOB)
        self._is_drawing = False
        self._opened = opened
        self._pictures = opened.issue.pictures if opened else ()
        self._images.clear()
        self._wanted.clear()
        if self._card:
            self._card.leave()

    def set_theme(self, theme: Theme) -> None:
        """Draw on the paper of another theme from now on."""
        self._theme = theme

    def by_caption(self, text_size: int) -> dict[int, tuple[tuple[int, float], ...]]:
        """Return numbers and widths of the pictures of each caption, by its source offset.

        Widths are pixels where the body of the text has `text_size` pixels.
        """
        self._scale = text_size / PRINTED_SIZE
        found: dict[int, tuple[tuple[int, float], ...]] = {}
        for number, picture in enumerate(self._pictures):
            shown = (number, (picture.box.right - picture.box.left) * self._scale)
            found[picture.start] = (*found.get(picture.start, ()), shown)
        return found

    def image(self, name: str) -> QImage | None:
        """Return a picture of the article by its name, one of plain paper as long as it is not drawn."""
        number = number_of(name, PICTURE_LINK)
        if number is None or number >= len(self._pictures):
            return None
        known = self._images.get(number)
        if known is None or known[1:] != self._look():
            self._wanted.append(number)
            self._draw_next()
        return known[0] if known else self._paper(number)

    def is_settled(self) -> bool:
        """Tell whether all pictures that are wanted have been drawn."""
        return not self._is_drawing and not self._wanted

    def show_large(self, number: int) -> None:
        """Show a picture over the window, as large as it fits."""
        from reader.ui.pages.picture_card import PictureCard

        if self._opened is None or number >= len(self._pictures):
            return
        if self._card is None:
            self._card = PictureCard(self._session.jobs, self._article.window())
        file = self._session.page_files.of(self._opened)
        captions = _captions(self._opened.issue)
        images = {number: image for number, (image, _scale, _paper) in self._images.items()}
        self._card.ask(file, self._pictures, captions, images, number)

    def _look(self) -> tuple[float, str]:
        return self._scale * self._article.devicePixelRatioF(), paper_of(self._theme)

    def _paper(self, number: int) -> QImage:
        """Return an image as large as a picture will be."""
        box = self._pictures[number].box
        width, height = max(round(box.right - box.left), 1), max(round(box.bottom - box.top), 1)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.hover))
        return image

    def _draw_next(self) -> None:
        if self._is_drawing or not self._wanted or self._opened is None:
            return
        number, (scale, paper) = self._wanted.pop(0), self._look()
        picture, file = self._pictures[number], self._session.page_files.of(self._opened)
        self._is_drawing = True
        self._session.jobs.start(
            DRAW_JOB,
            lambda _report: drawn(file, picture.page, scale, picture.box, paper),
            lambda image: self._on_drawn(number, (image, scale, paper)),
            self._on_failed,
        )

    def _on_drawn(self, number: int, image: tuple[QImage, float, str]) -> None:
        self._is_drawing = False
        self._images[number] = image
        kind = QTextDocument.ResourceType.ImageResource.value
        self._article.document().addResource(kind, QUrl(f"{PICTURE_LINK}{number}"), image[0])
        self._article.viewport().update()
        self._draw_next()

    def _on_failed(self, error: Exception) -> None:
        """Leave plain paper where a page is damaged or the file gone; the pages beside tell why."""
        self._is_drawing = False
        self._draw_next()
        if not isinstance(error, ReaderError):
            raise error


def _captions(issue: Issue) -> dict[int, str]:
    """Return the words of the captions by their source offsets."""
    return {
        block.spans[0].start: block.text.plain
        for node in issue.walk()
        for block in node.blocks
        if block.kind == "caption" and block.spans
    }
