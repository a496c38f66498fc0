"""Pages of a PDF below each other: scrolled, zoomed, and drawn as they come into view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from reader.ui.kit.page_stack import PageSpot, PageStack, Rect
from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar
from reader.ui.kit.theme import Theme
from reader.ui.paper.page_pictures import SAME, PagePictures, paper_of
from reader.ui.session.page_file import PageFile

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reader.ui.kit.jobs import Jobs

STEP = 60  # pixels that an arrow key scrolls
PIXELS_A_DEGREE = 0.55  # of a mouse wheel's angle, an eighth of a degree
ZOOM_STEP = 1.2
LEAST_ZOOM, MOST_ZOOM = 0.25, 6.0
KEPT_IN_VIEW = 48  # pixels of a page that stay in view when it is turned
ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1, Qt.Key.Key_0: 0,
}  # fmt: skip


class PagesView(QAbstractScrollArea):
    """Show the pages of a file; tell where the user is and what he clicks."""

    scrolled = Signal()  # by the user
    spot_clicked = Signal(object)  # PageSpot
    zoomed = Signal(float)  # 1 fits the width
    page_changed = Signal(int, int)  # the page in view, from 0, and how many there are
    failed = Signal(Exception)  # the file cannot be shown

    def __init__(self, jobs: Jobs, job: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Measure and draw as jobs whose names begin with `job`."""
        super().__init__(parent)
        self.setObjectName("pagesView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep_room_for_scroll_bar(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._jobs, self._job, self._theme = jobs, job, theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._stack = PageStack()
        self._zoom = 1.0
        self._is_moved = False  # by the program
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._told = (-1, -1)
        self.pictures = PagePictures(jobs, f"draw {job}", self)
        self.pictures.wishes = self._wishes
        self.pictures.changed.connect(self.viewport().update)
        self.pictures.failed.connect(self.failed)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    def show_file(self, file: PageFile | None) -> None:
        """Show the pages of another file from the top, as soon as they are measured."""
        self._jobs.cancel(f"measure {self._job}")
        self.pictures.draw_from(file)
        self._sizes = ()
        self._lay_out(None)
        self._move_to(0.0)
        if file:
            self._jobs.start(f"measure {self._job}", lambda _report: file.sizes(), self._on_measured, self.failed.emit)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        self.viewport().update()
        self.pictures.draw_next()

    def is_settled(self) -> bool:
        """Tell whether all that is in view has been drawn."""
        return f"measure {self._job}" not in self._jobs.running() and self.pictures.is_settled()

    def page_count(self) -> int:
        """Return how many pages there are; none before they were measured."""
        return len(self._sizes)

    def current_page(self) -> int:
        """Return the page in the upper middle of the view, from 0."""
        return self._stack.page_at(self.verticalScrollBar().value() + self.viewport().height() * 0.4)

    def zoom(self) -> float:
        """Return how much larger pages are than as they fit the width."""
        return self._zoom

    def step_zoom(self, step: int, at: QPointF | None = None) -> None:
        """Show pages larger or smaller, with 0 as wide as the view; what is at a point of the view stays there."""
        zoom = 1.0 if step == 0 else min(max(self._zoom * ZOOM_STEP**step, LEAST_ZOOM), MOST_ZOOM)
        if abs(zoom - 1.0) < ZOOM_STEP / 10:
            zoom = 1.0
        view = self.viewport()
        at = at or QPointF(view.width() / 2, view.height() / 2)
        spot = self._stack.nearest_spot(at.x() + self.horizontalScrollBar().value(), at.y() + self._top())
        self._zoom = zoom
        self._lay_out(spot, at)
        self.zoomed.emit(zoom)
        self.scrolled.emit()

    def spot_at(self, point: QPointF) -> PageSpot | None:
        """Return the point of a page at a point of the view; `None` beside the pages."""
        return self._stack.spot_at(point.x() + self.horizontalScrollBar().value(), point.y() + self._top())

    def spot_beside(self, y: float) -> PageSpot | None:
        """Return a point of a page at a height of the view."""
        return self._stack.nearest_spot(0.0, y + self._top())

    def shown_rect(self, page: int, left: float, top: float, right: float, bottom: float) -> QRectF:
        """Return where a part of a page (points) stands in the view."""
        x, y = self._stack.point_of(PageSpot(page, left, top))
        x2, y2 = self._stack.point_of(PageSpot(page, right, bottom))
        return QRectF(x - self.horizontalScrollBar().value(), y - self._top(), x2 - x, y2 - y)

    def scroll_to(self, spot: PageSpot, height: float) -> None:
        """Bring a point of a page to a height of the view, and into its width."""
        if not self._stack.rects:
            return
        x, y = self._stack.point_of(spot)
        across = self.horizontalScrollBar()
        self._move_to(y - height)
        if not across.value() <= x <= across.value() + self.viewport().width():
            self._is_moved = True
            across.setValue(round(x - self.viewport().width() * 0.1))
            self._is_moved = False

    def paint_over(self, painter: QPainter, page: int) -> None:
        """Draw over a page; those who show more than pages do."""

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view; a picture of another size stands in for one that is still to be drawn."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.sidebar))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_view():
            self._paint_page(painter, page)
            self.paint_over(painter, page)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new width and stay at the same place."""
        spot = self._stack.nearest_spot(self.horizontalScrollBar().value(), self._top())
        super().resizeEvent(event)
        self._lay_out(spot if self._top() > 0 else None)

    def event(self, event: QEvent) -> bool:
        """Take the keys for zooming before the window does: here they are for the pages."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in ZOOM_KEYS:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom by the usual keys."""
        key = Qt.Key(event.key())
        page = max(self.viewport().height() - KEPT_IN_VIEW, STEP)
        back = key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        down = {
            Qt.Key.Key_Up: -STEP, Qt.Key.Key_Down: STEP, Qt.Key.Key_K: -STEP, Qt.Key.Key_J: STEP,
            Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page, Qt.Key.Key_Space: -page if back else page,
        }  # fmt: skip
        across = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        bar, side = self.verticalScrollBar(), self.horizontalScrollBar()
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if key in ZOOM_KEYS:
            self.step_zoom(ZOOM_KEYS[key])
        elif event.modifiers() & command:
            super().keyPressEvent(event)
        elif key in down:
            bar.setValue(bar.value() + down[key])
        elif key in across and side.maximum() > 0:
            side.setValue(side.value() + across[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll by pixels."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turn.y():
                self.step_zoom(1 if turn.y() > 0 else -1, event.position())
        else:
            by = event.pixelDelta()
            down, across = (by.y(), by.x()) if not by.isNull() else (turn.y(), turn.x())
            share = 1.0 if not by.isNull() else PIXELS_A_DEGREE
            for bar, pixels in ((self.verticalScrollBar(), down), (self.horizontalScrollBar(), across)):
                bar.setValue(bar.value() - round(pixels * share))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or to drag the pages."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pages along."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        here = event.position()
        if self._dragged is None and (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        way = here - (self._dragged or self._pressed)
        self._dragged = here
        for bar, pixels in ((self.verticalScrollBar(), way.y()), (self.horizontalScrollBar(), way.x())):
            bar.setValue(bar.value() - round(pixels))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked, when nothing was dragged."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self.spot_at(event.position()) if self._pressed is not None and self._dragged is None else None
        self._pressed = self._dragged = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if spot:
            self.spot_clicked.emit(spot)

    # Layout

    def _on_measured(self, sizes: tuple[tuple[float, float], ...]) -> None:
        self._sizes = sizes
        self._lay_out(None)
        self.on_ready()

    def on_ready(self) -> None:
        """Go to where the pages shall stand, now that they are measured; those who know a place do."""

    def _lay_out(self, spot: PageSpot | None, at: QPointF | None = None) -> None:
        """Place the pages anew and bring a point of a page to a point of the view."""
        view = self.viewport()
        self._stack = stack = PageStack(self._sizes, view.width(), self._zoom, self.devicePixelRatioF())
        bar, side = self.verticalScrollBar(), self.horizontalScrollBar()
        self._is_moved = True
        bar.setRange(0, max(round(stack.height) - view.height(), 0))
        bar.setPageStep(view.height())
        bar.setSingleStep(STEP)
        side.setRange(0, max(round(stack.width) - view.width(), 0))
        side.setPageStep(view.width())
        side.setSingleStep(STEP)
        if spot and stack.rects:
            x, y = stack.point_of(spot)
            at = at or QPointF(side.value(), 0.0)
            bar.setValue(round(y - at.y()))
            side.setValue(round(x - at.x()))
        self._is_moved = False
        self._refresh()

    def _move_to(self, top: float) -> None:
        self._is_moved = True
        self.verticalScrollBar().setValue(round(top))
        self._is_moved = False
        self._refresh()

    def _on_scrolled(self) -> None:
        if not self._is_moved:
            self._refresh()
            self.scrolled.emit()

    def _refresh(self) -> None:
        """Draw what is in view now."""
        self.viewport().update()
        self.pictures.draw_next()
        told = (self.current_page(), len(self._sizes))
        if told != self._told:
            self._told = told
            self.page_changed.emit(*told)

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _in_view(self) -> range:
        return self._stack.between(self._top(), self._top() + self.viewport().height())

    def _wishes(self) -> Iterator[tuple[int, float, str]]:
        """Yield the pages in view, then the next and the one before: they will be wanted soon."""
        if not self._sizes or not self.isVisible():
            return
        seen = self._in_view()
        ratio, paper = self.devicePixelRatioF(), paper_of(self._theme)
        for page in (*seen, seen.stop, seen.start - 1):
            if 0 <= page < len(self._sizes):
                yield page, self._stack.scales[page] * ratio, paper

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._rect(self._stack.rects[page])
        paper = paper_of(self._theme)
        picture = self.pictures.picture(page)
        if picture is None:
            painter.fillRect(rect, QColor(paper or "white"))
        else:
            ratio = self.devicePixelRatioF()
            is_exact = abs(picture.scale - self._stack.scales[page] * ratio) < SAME
            size = QSizeF(picture.image.size()) / ratio if is_exact else rect.size()  # exact: a pixel is a pixel
            painter.drawImage(QRectF(rect.topLeft(), size), picture.image)
        if self.pictures.is_damaged(page):
            painter.setPen(QColor("#6b665e"))
            sentence = self.tr("Page {page} is damaged.").format(page=page + 1)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sentence)
        painter.setPen(QPen(QColor(self._theme.strong_line), 1))
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _rect(self, rect: Rect) -> QRectF:
        return QRectF(rect.left - self.horizontalScrollBar().value(), rect.top - self._top(), rect.width, rect.height)
