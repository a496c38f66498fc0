"""Pages below each other, drawn when they come into view, off the GUI thread."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.ui.kit.jobs import Jobs
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reader.pictures.pages import Pages

DRAW_JOB = "draw pages"
PAGE_GAP, SIDE_GAP = 16, 24  # pixels
KEPT = 8  # drawn pages
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)  # pixels of the screen a point
WIDEST = 1.6  # as which a page that fills the width is shown at most
WIDTH, WHOLE = "width", "page"
SAME = 1e-6  # difference of two scales that are one
STEP = 0.01  # least difference of two zooms


class PreviewPages(QAbstractScrollArea):
    """Show the pages of a PDF; those before stay in view until the new ones are drawn."""

    page_changed = Signal(int)  # number of the page in view, from 0
    drawing_failed = Signal(Exception)

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagesView")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._jobs = jobs
        self._theme = theme
        self._pages: Pages | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._pictures: dict[int, QImage] = {}  # drawn, the latest last
        self._before: dict[int, QImage] = {}  # of the pages shown before, where there is no picture yet
        self._drawn_at: dict[int, float] = {}  # device pixels a point of each picture
        self._tops: list[float] = []
        self._scale = 1.0  # pixels a point
        self._drawing = -1
        self.zoom: str | float = WHOLE
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, pages: Pages, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show other pages at the same place."""
        self._jobs.cancel(DRAW_JOB)
        self._drawing = -1
        self._let_go()
        self._before |= self._pictures
        self._pictures, self._drawn_at = {}, {}
        self._pages, self._sizes = pages, sizes
        self._lay_out()

    def close_pages(self) -> None:
        """Let go of the pages; nothing is drawn any more."""
        self._jobs.cancel(DRAW_JOB)
        self._let_go()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        self.viewport().update()

    def set_zoom(self, zoom: str | float) -> None:
        """Fill the width, show whole pages, or take so many pixels a point."""
        self.zoom = zoom
        self._lay_out()

    def step_zoom(self, step: int) -> None:
        """Show the pages one step larger or smaller."""
        if step > 0:
            self.set_zoom(next((zoom for zoom in ZOOMS if zoom > self._scale + STEP), ZOOMS[-1]))
        else:
            self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < self._scale - STEP), ZOOMS[0]))

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._sizes)

    def current_page(self) -> int:
        """Return the page that is in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(bisect_right(self._tops, middle) - 1, 0)

    def go_to_page(self, page: int) -> None:
        """Scroll to the top of a page."""
        if self._tops:
            top = self._tops[min(max(page, 0), len(self._tops) - 1)]
            self.verticalScrollBar().setValue(round(top - PAGE_GAP))

    def is_settled(self) -> bool:
        """Tell whether all that is in view is drawn."""
        return self._pages is not None and not self._missing()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view: a picture that does not fit yet stands in for the one to come."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.hover))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_view():
            rect = self._rect(page)
            painter.fillRect(rect, QColor("white"))
            picture = self._pictures.get(page) or self._before.get(page)
            if picture:
                is_exact = page in self._pictures and abs(self._drawn_at[page] - self._wanted_scale()) < SAME
                painter.drawImage(rect.topLeft(), picture) if is_exact else painter.drawImage(rect, picture)
            painter.setPen(QPen(QColor(self._theme.strong_line), 1))
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Draw the pages anew on a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from page to page, and to both ends."""
        key = event.key()
        back = key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            self._turn(-1 if key == Qt.Key.Key_PageUp or back else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _turn(self, step: int) -> None:
        """Go to the next page where pages are whole, else as far as the view reaches."""
        if self._scale * max((height for _width, height in self._sizes), default=0) <= self.viewport().height():
            self.go_to_page(self.current_page() + step)
        else:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * round(bar.pageStep() * 0.9))

    # Layout

    def _lay_out(self) -> None:
        """Place the pages at the scale that is wanted, and stay at the same place of the text."""
        bar, page = self.verticalScrollBar(), self.current_page()
        share = (bar.value() - self._tops[page]) / self._height(page) if self._tops and page < len(self._sizes) else 0.0
        at_top = bar.value() == 0
        self._scale = self._fitting()
        self._tops = []
        top = float(PAGE_GAP)
        for number in range(len(self._sizes)):
            self._tops.append(top)
            top += self._height(number) + PAGE_GAP
        view = self.viewport()
        widest = max((width for width, _height in self._sizes), default=0.0) * self._scale + 2 * SIDE_GAP
        bar.setRange(0, max(round(top) - view.height(), 0))
        bar.setPageStep(view.height())
        bar.setSingleStep(48)
        across = self.horizontalScrollBar()
        across.setRange(0, max(round(widest) - view.width(), 0))
        across.setPageStep(view.width())
        across.setValue(across.maximum() // 2)
        if self._tops and not at_top:
            page = min(page, len(self._tops) - 1)
            bar.setValue(round(self._tops[page] + share * self._height(page)))
        view.update()
        self._on_scrolled()

    def _fitting(self) -> float:
        if not isinstance(self.zoom, str):
            return self.zoom
        width = max((width for width, _height in self._sizes), default=1.0)
        height = max((height for _width, height in self._sizes), default=1.0)
        view = self.viewport()
        wide = min((view.width() - 2 * SIDE_GAP) / width, WIDEST)
        return max(wide if self.zoom == WIDTH else min(wide, (view.height() - 2 * PAGE_GAP) / height), 0.1)

    def _height(self, page: int) -> float:
        return self._sizes[page][1] * self._scale

    def _rect(self, page: int) -> QRectF:
        """Return where a page stands in the view, on whole pixels of the screen."""
        ratio = self.devicePixelRatioF()
        width, height = (side * self._scale for side in self._sizes[page])
        left = max((self.viewport().width() - width) / 2, SIDE_GAP) - self.horizontalScrollBar().value()
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, width, height)

    def _in_view(self) -> range:
        if not self._tops:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        return range(first, bisect_right(self._tops, top + self.viewport().height()))

    # Drawing

    def _wanted_scale(self) -> float:
        return self._scale * self.devicePixelRatioF()

    def _missing(self) -> list[int]:
        """List the pages in view that are not drawn as they are shown."""
        wanted = self._wanted_scale()
        return [page for page in self._in_view() if abs(self._drawn_at.get(page, 0.0) - wanted) >= SAME]

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.page_changed.emit(self.current_page())
        self._draw_next()

    def _draw_next(self) -> None:
        """Draw the next page that is missing; one at a time, so that what is scrolled past is left out."""
        missing = self._missing()
        if self._pages is None or self._drawing >= 0 or not missing:
            return
        pages, page, scale, ratio = self._pages, missing[0], self._wanted_scale(), self.devicePixelRatioF()
        self._drawing = page
        self._jobs.start(
            DRAW_JOB,
            lambda _report: picture_of(pages, page, scale, ratio),
            lambda picture: self._on_drawn(page, scale, picture),
            self._on_failed,
        )

    def _on_drawn(self, page: int, scale: float, picture: QImage) -> None:
        self._drawing = -1
        self._pictures.pop(page, None)
        self._pictures[page], self._drawn_at[page] = picture, scale
        self._before.pop(page, None)
        for old in list(self._pictures)[:-KEPT]:
            del self._pictures[old], self._drawn_at[old]
        self.viewport().update()
        self._draw_next()
        if self._drawing < 0:
            self._before.clear()

    def _on_failed(self, error: Exception) -> None:
        self._drawing = -1
        self.drawing_failed.emit(error)

    def _let_go(self) -> None:
        if self._pages:
            self._pages.close()
            self._pages = None


def picture_of(pages: Pages, page: int, scale: float, ratio: float = 1.0) -> QImage:
    """Draw a page, `scale` pixels a point; for any thread."""
    drawn = pages.draw(page, scale)
    image = QImage(drawn.data, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
    image.setDevicePixelRatio(ratio)
    return image
