"""The pages of a PDF beside the article: the paragraph being read is marked on them, a click leads to its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from reader.model.document import Box, Dropped, Span
from reader.ui.article.article_style import reading_line
from reader.ui.features.original.printed_lines import PrintedLines, PrintedPart, hull
from reader.ui.kit.page_stack import PageSpot
from reader.ui.paper.pages_view import PagesView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.kit.jobs import Jobs
    from reader.ui.kit.theme import Theme
    from reader.ui.session.opened import OpenedIssue
    from reader.ui.session.page_file import PageFiles

ROOM = 3.0  # points around the lines that are marked
BAR = 3.0  # pixels of the bar beside them
ROUND = 3.0  # pixels
MARGIN = 10.0  # pixels that what is marked keeps from the edges of the view
TINT = 0.16  # how much of the accent lies on the paper


class OriginalPages(PagesView):
    """Show the pages of an issue; offsets are of its source text."""

    clicked = Signal(int)  # the source offset of the character that was clicked

    def __init__(self, jobs: Jobs, files: PageFiles, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(jobs, "original pages", theme, parent)
        self.setObjectName("originalPages")
        self._files = files
        self._lines = PrintedLines()
        self._marked: tuple[Span, ...] = ()
        self._boxes: tuple[PrintedPart, ...] = ()
        self._focus: tuple[PrintedPart, ...] = ()  # what was left out and shall be seen
        self._goal: int | None = None  # a source offset to show once the pages are measured
        self.spot_clicked.connect(self._on_spot_clicked)
        self.viewport().setMouseTracking(True)

    def show_issue(self, opened: OpenedIssue) -> None:
        """Show the pages of another issue."""
        self._lines = PrintedLines(opened.issue.source.text, opened.issue.places)
        self._marked, self._boxes, self._focus, self._goal = (), (), (), None
        self.show_file(self._files.of(opened))

    def mark(self, spans: tuple[Span, ...]) -> None:
        """Mark the lines of the current paragraph."""
        if spans != self._marked:
            self._marked, self._boxes = spans, self._lines.of(spans)
            self.viewport().update()

    def marked(self) -> tuple[Span, ...]:
        """Return the source spans that are marked."""
        return self._marked

    def marked_parts(self) -> tuple[PrintedPart, ...]:
        """Return the parts of pages that are marked."""
        return self._boxes

    def show_dropped(self, dropped: Dropped) -> None:
        """Bring a dropped piece into view and make it stand out."""
        self._focus = self._lines.of((Span(dropped.start, dropped.end),))
        self._goal = dropped.start
        if self._focus and self.page_count():
            first = self._focus[0]
            rect = self._rect_of(first)
            if not self._is_seen(rect):
                self.scroll_to(PageSpot(first.page, first.box.left, first.box.top), self.viewport().height() / 3)
        self.viewport().update()

    def show_offset(self, offset: int) -> None:
        """Bring the line of a character into view; where all that is marked is in view already, nothing moves."""
        self._goal = offset
        line = self._lines.at(offset)
        if line is None or not self.page_count():
            return
        beside = hull(part.box for part in self._boxes if part.page == line.page and _touch(part.box, line.box))
        rect = self._rect_of(PrintedPart(line.page, beside)) if beside else self._rect_of(line)
        height = self.viewport().height()
        if self._is_seen(rect):
            return
        top = self._rect_of(line).top()
        if rect.height() > height - 2 * MARGIN and reading_line(height) / 2 <= top <= height / 2:
            return
        self.scroll_to(PageSpot(line.page, line.box.left, line.box.top), reading_line(height))

    def reading_offset(self) -> int:
        """Return the source offset of the line on the reading line, in the column that is marked."""
        spot = self.spot_beside(reading_line(self.viewport().height()))
        if spot is None:
            return 0
        beside = hull(part.box for part in self._boxes if part.page == spot.page)
        return self._lines.reading_offset(spot.page, spot.y, beside)

    def on_ready(self) -> None:
        """Go to where the article is."""
        if self._focus and self._goal is not None:
            first = self._focus[0]
            self.scroll_to(PageSpot(first.page, first.box.left, first.box.top), self.viewport().height() / 3)
        elif self._goal is not None:
            self.show_offset(self._goal)

    def paint_over(self, painter: QPainter, page: int) -> None:
        """Mark what is read, and what was left out and is asked for."""
        accent = QColor(self._theme.accent)
        for part in self._boxes:
            if part.page == page:
                self._tint(painter, self._rect_of(part), accent)
        warning = QColor(self._theme.warning)
        for part in self._focus:
            if part.page == page:
                rect = self._rect_of(part)
                self._tint(painter, rect, warning, bar=False)
                painter.setPen(QPen(warning, 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect, ROUND, ROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and zoom; Enter shows the article that the current line went into."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.reading_offset())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the words: a click leads to them."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            spot = self.spot_at(event.position())
            is_text = spot is not None and self._lines.offset_at(*spot) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_text else Qt.CursorShape.ArrowCursor)

    def _tint(self, painter: QPainter, rect: QRectF, colour: QColor, *, bar: bool = True) -> None:
        """Lay a colour on the paper below the words."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        tint = QColor.fromRgbF(*(1 - TINT * (1 - part) for part in parts))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(rect, ROUND, ROUND)
        painter.restore()
        if bar:
            painter.fillRect(QRectF(rect.left() - BAR, rect.top(), BAR, rect.height()), colour)

    def _rect_of(self, part: PrintedPart) -> QRectF:
        box = part.box
        return self.shown_rect(part.page, box.left - ROOM, box.top - ROOM, box.right + ROOM, box.bottom + ROOM)

    def _is_seen(self, rect: QRectF) -> bool:
        """Tell whether something stands wholly in the height of the view."""
        return rect.top() >= MARGIN / 2 and rect.bottom() <= self.viewport().height() - MARGIN

    def _on_spot_clicked(self, spot: PageSpot) -> None:
        offset = self._lines.offset_at(*spot)
        if offset is not None:
            self.clicked.emit(offset)


def _touch(box: Box, other: Box) -> bool:
    """Tell whether two boxes share a point."""
    level = box.top <= other.bottom and other.top <= box.bottom
    return level and box.left <= other.right and other.left <= box.right
