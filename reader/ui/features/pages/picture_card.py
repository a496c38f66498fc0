"""One picture over the dimmed window, as large as it fits, with its caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from reader.model.errors import ReaderError
from reader.ui.features.pages.picture_source import size_of
from reader.ui.kit.drawable import is_drawable
from reader.ui.kit.overlay import WindowCover

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from reader.model.document import Picture
    from reader.ui.features.pages.picture_source import PictureSource
    from reader.ui.kit.jobs import Jobs

DRAW_JOB = "draw large picture"
SHADE = QColor(16, 16, 17, 238)
INK = QColor("#e8e5df")
ROOM = 40  # pixels around the picture
CAPTION_ROOM = 64  # below it
LARGEST = 6.0  # pixels a point
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Space: 1}


class PictureCard(WindowCover):
    """Show one of the pictures of an issue; arrows lead to the others, any other key and a click away."""

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window, "pictureCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._jobs = jobs
        self._source: PictureSource | None = None
        self._pictures: Sequence[Picture] = ()
        self._captions: Mapping[int, str] = {}
        self._small: Mapping[int, QImage] = {}
        self._number = 0
        self._image: QImage | None = None
        window.installEventFilter(self)
        self.hide()

    def ask(
        self,
        source: PictureSource,
        pictures: Sequence[Picture],
        captions: Mapping[int, str],
        small: Mapping[int, QImage],
        number: int,
    ) -> None:
        """Cover the window with a picture; `small` are images to begin with."""
        self._source, self._pictures, self._captions, self._small = source, pictures, captions, small
        self.cover(self)
        self._show(number)

    def leave(self) -> None:
        """Uncover the window and give the keyboard back."""
        if self.isHidden():
            return
        self._jobs.cancel(DRAW_JOB)
        self.uncover()
        self._image = None

    def caption(self) -> str:
        """Return the words below the picture."""
        if not self._pictures:
            return ""
        picture = self._pictures[self._number]
        return self._captions.get(picture.caption, picture.alt)

    def image(self) -> QImage | None:
        """Return the picture, once it has been drawn as large as it is shown."""
        return self._image

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and draw the picture at its own."""
        is_taken = super().eventFilter(watched, event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._show(self._number)
        return is_taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next picture or the one before, or leave."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            self.leave()
        elif 0 <= self._number + step < len(self._pictures):
            self._show(self._number + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave."""
        self.leave()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the focus."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and its caption on the dimmed window."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), SHADE)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self._frame()
        image = self._image or self._small.get(self._number)
        if image:
            painter.drawImage(rect, image)
        painter.setPen(INK)
        below = QRectF(ROOM, rect.bottom() + 12, self.width() - 2 * ROOM, CAPTION_ROOM)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.caption())
        painter.end()

    def _show(self, number: int) -> None:
        self._number, self._image = number, None
        self.setAccessibleName(self.caption())
        source, picture = self._source, self._pictures[number]
        width = self._frame().width() * self.devicePixelRatioF()
        self.update()
        if source and is_drawable(picture):
            self._jobs.start(
                DRAW_JOB,
                lambda _report: source.draw(picture, width),
                self._on_drawn,
                self._on_failed,
            )

    def _on_drawn(self, image: QImage) -> None:
        self._image = image
        self.update()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error

    def _scale(self) -> float:
        width, height = size_of(self._pictures[self._number])
        wide = (self.width() - 2 * ROOM) / width
        high = (self.height() - 2 * ROOM - CAPTION_ROOM) / height
        return max(min(wide, high, LARGEST), 0.1)

    def _frame(self) -> QRectF:
        (width, height), scale = size_of(self._pictures[self._number]), self._scale()
        wide, high = width * scale, height * scale
        return QRectF((self.width() - wide) / 2, (self.height() - CAPTION_ROOM - high) / 2, wide, high)
