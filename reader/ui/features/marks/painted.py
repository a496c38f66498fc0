"""Highlights as they stand on the page: drawn under the words, never part of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextDocument

from reader.model.marks import Bookmark, Highlight, Mark
from reader.store import Placement
from reader.ui.article.article_style import LINE_HEIGHT, ArticleStyle
from reader.ui.article.offset_map import OffsetMap
from reader.ui.article.page_layer import lines_of

ABOVE, BELOW = 1.02, 0.32  # em of a highlight above and below the baseline
LEAST_EM = 0.8  # of the body; the smallest text of a page
LONG = 3000  # positions from which on a stretch is not worked out as a whole
UNDERLINE_BELOW, UNDERLINE_WIDTH = 0.3, 2.4  # em, pixels


class PaintedStretch(NamedTuple):
    """A highlight, or a part of one, between two positions of the document."""

    first: int
    last: int
    mark: Highlight


class MarginSign(NamedTuple):
    """What is shown in the margin beside a position."""

    position: int
    mark: Mark


class PaintedMarks:
    """Know where highlights stand in a document, and draw them; only what is in view is worked out."""

    def __init__(self) -> None:
        self._marks: tuple[tuple[Mark, Placement], ...] = ()
        self._stretches: list[PaintedStretch] = []
        self.signs: tuple[MarginSign, ...] = ()
        self._lines: dict[int, list[tuple[QRectF, float]]] = {}
        self._set_in = QSizeF()

    def show(self, marks: Sequence[tuple[Mark, Placement]], offsets: OffsetMap) -> None:
        """Draw other marks from now on."""
        self._marks = tuple(marks)
        self.place(offsets)

    def place(self, offsets: OffsetMap) -> None:
        """Find where the marks stand in a document that is complete; the shorter ones lie above the longer."""
        stretches: list[PaintedStretch] = []
        signs: list[MarginSign] = []
        for mark, placement in self._marks:
            parts = [part for span in placement.spans for part in offsets.stretches(span.start, span.end)]
            if not parts:
                continue
            if isinstance(mark, Highlight):
                stretches += (PaintedStretch(first, last, mark) for first, last in parts)
            if isinstance(mark, Bookmark) or mark.note:
                signs.append(MarginSign(parts[0][0], mark))
        length = {id(mark): 0 for _first, _last, mark in stretches}
        for first, last, mark in stretches:
            length[id(mark)] += last - first
        self._stretches = sorted(stretches, key=lambda s: (-length[id(s.mark)], s.mark.created, s.first))
        self.signs = tuple(sorted(signs, key=lambda sign: sign.position))
        self._lines.clear()

    def stretches(self) -> tuple[PaintedStretch, ...]:
        """Return what is drawn, the uppermost last."""
        return tuple(self._stretches)

    def highlight_at(self, position: int) -> Highlight | None:
        """Return the uppermost highlight over a position."""
        return next((s.mark for s in reversed(self._stretches) if s.first <= position < s.last), None)

    def stretch_of(self, mark: Mark) -> tuple[int, int] | None:
        """Return the first and last position of a highlight."""
        parts = [(s.first, s.last) for s in self._stretches if s.mark.id == mark.id]
        return (min(parts)[0], max(last for _first, last in parts)) if parts else None

    def paint(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw the grounds of the highlights between two positions."""
        painter.setPen(Qt.PenStyle.NoPen)
        for number, stretch in self._seen(top, end):
            if stretch.mark.underline:
                continue
            painter.setBrush(QColor(getattr(style.theme, f"marker_{stretch.mark.colour}")))
            for rect, baseline in self._lines_of(number, document, top, end):
                em = max(style.size * LEAST_EM, rect.height() / LINE_HEIGHT)
                ground = QRectF(rect.left(), baseline - em * ABOVE, rect.width(), em * (ABOVE + BELOW))
                painter.drawRoundedRect(ground, 2, 2)

    def paint_over(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw the lines under highlights that are underlined."""
        for number, stretch in self._seen(top, end):
            if not stretch.mark.underline:
                continue
            pen = QPen(QColor(getattr(style.theme, f"ink_{stretch.mark.colour}")), UNDERLINE_WIDTH)
            painter.setPen(pen)
            for rect, baseline in self._lines_of(number, document, top, end):
                y = baseline + style.size * UNDERLINE_BELOW
                painter.drawLine(QLineF(rect.left() + 0.5, y, rect.right() - 0.5, y))

    def _seen(self, top: int, end: int) -> list[tuple[int, PaintedStretch]]:
        return [(number, s) for number, s in enumerate(self._stretches) if s.first <= end and s.last >= top]

    def _lines_of(self, number: int, document: QTextDocument, top: int, end: int) -> list[tuple[QRectF, float]]:
        """Return the lines of a stretch, worked out once for a size of the document; of a long one those in view."""
        stretch = self._stretches[number]
        if stretch.last - stretch.first > LONG:
            begin, stop = document.findBlock(top).position(), document.findBlock(end)
            last = min(stretch.last, stop.position() + stop.length())
            return list(lines_of(document, max(stretch.first, begin), last))
        if self._set_in != document.size():
            self._lines.clear()
            self._set_in = document.size()
        if number not in self._lines:
            self._lines[number] = list(lines_of(document, stretch.first, stretch.last))
        return self._lines[number]
