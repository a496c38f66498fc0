"""The pictures of an issue in its articles: drawn off the GUI thread when they come in sight, as large as shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from reader.model.document import Picture
from reader.model.errors import ReaderError
from reader.model.shown import caption_texts, signed_pictures
from reader.pipeline import picture_parts
from reader.ui.article.inner_links import PICTURE_LINK, number_of
from reader.ui.article.picture_frames import Frames, PictureFrame
from reader.ui.features.pages.picture_source import PRINTED_SIZE, PictureSource, size_of
from reader.ui.kit.drawable import is_drawable
from reader.ui.paper.page_pictures import paper_of
from reader.ui.session.session import Session

if TYPE_CHECKING:
    from reader.ui.article.article_view import ArticleView
    from reader.ui.features.pages.picture_card import PictureCard
    from reader.ui.kit.theme import Theme
    from reader.ui.session.opened import OpenedIssue

DRAW_JOB = "draw article pictures"
MOST_BYTES = 64 << 20  # of decoded pictures that are kept
STAND_IN = 64  # pixels: what holds the place of a picture
SAME = 0.02  # share by which a picture may be drawn larger or smaller than it is shown


class ArticlePictures(QObject):
    """Draw the pictures of an article that are in sight, and show one larger."""

    def __init__(self, session: Session, article: ArticleView, theme: Theme) -> None:
        super().__init__(article)
        self._session, self._article, self._theme = session, article, theme
        self._opened: OpenedIssue | None = None
        self._source: PictureSource | None = None
        self._pictures: tuple[Picture, ...] = ()
        self._images: dict[int, tuple[QImage, float, str]] = {}  # image, width asked for, paper; used last is last
        self._broken: set[int] = set()
        self._wanted: list[int] = []
        self._text_size = 1.0
        self._is_drawing = False
        self._card: PictureCard | None = None
        self._glance = QTimer(self, singleShot=True, interval=0)
        self._glance.timeout.connect(self._look)
        for signal in (article.scrolled, article.built_up, article.painted):
            signal.connect(self._glance.start)

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """Show the pictures of another issue."""
        self._session.jobs.cancel(DRAW_JOB)
        self._is_drawing = False
        self._opened = opened
        self._source = self._source_of(opened) if opened else None
        self._pictures = opened.issue.pictures if opened else ()
        self._images.clear()
        self._broken.clear()
        self._wanted.clear()
        if self._card:
            self._card.leave()

    def _source_of(self, opened: OpenedIssue) -> PictureSource:
        return PictureSource(self._session.page_files.of(opened), picture_parts(opened.path))

    def set_theme(self, theme: Theme) -> None:
        """Draw on the paper of another theme from now on."""
        self._theme = theme

    def frames(self, text_size: int) -> Frames:
        """Return how large the pictures are shown where the body of the text has `text_size` pixels."""
        self._text_size = text_size
        if self._opened is None:
            return Frames()
        captions = caption_texts(self._opened.issue)
        frames = []
        for number, picture in enumerate(self._pictures):
            width, height = size_of(picture)
            scale = text_size / PRINTED_SIZE
            words = picture.alt or captions.get(picture.caption, "")
            is_there = picture.place is not None
            room = (width * scale, height * scale)
            frames.append(PictureFrame(number, *room, words, picture.url, is_drawable(picture), is_there))
        return Frames(tuple(frames), signed_pictures(self._opened.issue))

    def image(self, name: str) -> QImage | None:
        """Return a picture of the article by its name, or what holds its place as long as it is not drawn."""
        number = number_of(name, PICTURE_LINK)
        if number is None or number >= len(self._pictures):
            return None
        known = self._images.get(number)
        self._glance.start()
        return known[0] if known else self._stand_in(number)

    def is_settled(self) -> bool:
        """Tell whether all pictures in sight have been drawn."""
        return not self._is_drawing and not self._wanted and not self._glance.isActive()

    def kept_bytes(self) -> int:
        """Return how much memory the drawn pictures take."""
        return sum(image.sizeInBytes() for image, _width, _paper in self._images.values())

    def show_large(self, number: int) -> None:
        """Show a picture over the window, as large as it fits."""
        from reader.ui.features.pages.picture_card import PictureCard

        if self._opened is None or self._source is None or number >= len(self._pictures):
            return
        if self._card is None:
            self._card = PictureCard(self._session.jobs, self._article.window())
        captions = caption_texts(self._opened.issue)
        images = {number: image for number, (image, _width, _paper) in self._images.items()}
        self._card.ask(self._source, self._pictures, captions, images, number)

    def _stand_in(self, number: int) -> QImage:
        """Return a small image of the shape of a picture."""
        width, height = size_of(self._pictures[number])
        image = QImage(STAND_IN, max(1, round(STAND_IN * height / width)), QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.hover))
        return image

    def _width(self, number: int) -> float:
        """Return how many pixels of the screen a picture is wide."""
        width = size_of(self._pictures[number])[0] * self._text_size / PRINTED_SIZE
        return min(width, self._article.viewport().width()) * self._article.devicePixelRatioF()

    def _look(self) -> None:
        """See which pictures are in sight or a page away, and draw those that are not drawn as they are shown."""
        view = self._article.viewport().rect()
        top, end = self._article.positions_in(view.adjusted(0, -view.height(), 0, view.height()))
        places = self._article.built().picture_positions
        near = [number for number, place in places.items() if top - 1 <= place <= end + 1]
        self._forget(near)
        self._wanted = [number for number in near if number not in self._broken and not self._is_drawn(number)]
        self._draw_next()

    def _is_drawn(self, number: int) -> bool:
        known = self._images.get(number)
        width = self._width(number)
        return known is not None and abs(known[1] - width) <= SAME * width and known[2] == paper_of(self._theme)

    def _forget(self, near: list[int]) -> None:
        """Let go of the pictures that were not in sight for longest."""
        for number in near:
            if number in self._images:
                self._images[number] = self._images.pop(number)
        spare = self.kept_bytes() - MOST_BYTES
        for number in [number for number in self._images if number not in near]:
            if spare <= 0:
                return
            spare -= self._images.pop(number)[0].sizeInBytes()
            self._put(number, self._stand_in(number))

    def _draw_next(self) -> None:
        if self._is_drawing or not self._wanted or self._source is None:
            return
        number, paper = self._wanted.pop(0), paper_of(self._theme)
        picture, source, width = self._pictures[number], self._source, self._width(number)
        self._is_drawing = True
        self._session.jobs.start(
            DRAW_JOB,
            lambda _report: source.draw(picture, width, paper),
            lambda image: self._on_drawn(number, (image, width, paper)),
            lambda error: self._on_failed(number, error),
        )

    def _on_drawn(self, number: int, image: tuple[QImage, float, str]) -> None:
        self._is_drawing = False
        self._images[number] = image
        self._put(number, image[0])
        self._article.viewport().update()
        self._draw_next()

    def _put(self, number: int, image: QImage) -> None:
        kind = QTextDocument.ResourceType.ImageResource.value
        self._article.document().addResource(kind, QUrl(f"{PICTURE_LINK}{number}"), image)

    def _on_failed(self, number: int, error: Exception) -> None:
        """Leave plain paper where a picture is damaged, too large or gone; its frame tells what it is."""
        self._is_drawing = False
        self._broken.add(number)
        self._draw_next()
        if not isinstance(error, ReaderError):
            raise error
