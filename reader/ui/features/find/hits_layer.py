"""All hits of the article as they are drawn under its words; no character of the text changes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor, QTextDocument

from reader.model.document import Span
from reader.ui.article.article_style import ArticleStyle
from reader.ui.article.article_view import ArticleView
from reader.ui.article.page_layer import lines_of
from reader.ui.features.find.found import FoundHits

ROUNDING = 2.5
ABOVE = 1.0  # em of a hit above the baseline
HEIGHT = 1.3  # em of a hit


class HitsLayer:
    """Draw the hits that can be seen, the current one stronger.

    Hits stand in the order of the text, so those between two positions are found by halving: an article with very
    many of them costs no more than one with a few.
    """

    def __init__(self, article: ArticleView) -> None:
        self._article = article
        self._found: FoundHits | None = None
        self._numbers = range(0)
        self._current = -1

    def show(self, found: FoundHits | None, numbers: range, current: int) -> None:
        """Draw these hits of the article from now on."""
        if (found, numbers, current) == (self._found, self._numbers, self._current):
            return
        self._found, self._numbers, self._current = found, numbers, current
        self._article.viewport().update()

    def stretches(self, top: int, end: int) -> list[tuple[int, int, bool]]:
        """Return first and last position of each piece between two positions, and whether it is of the current hit."""
        pieces: list[tuple[int, int, bool]] = []
        for number in self._numbers[self._first_from(top) :]:
            of_hit = self._pieces(number)
            if of_hit and of_hit[0][0] > end:
                break
            pieces += [(first, last, number == self._current) for first, last in of_hit]
        return pieces

    def first_from(self, position: int) -> int | None:
        """Return the number of the first hit of the article that ends after a position."""
        at = self._first_from(position)
        return self._numbers[at] if at < len(self._numbers) else None

    def stretch_of(self, number: int) -> tuple[int, int] | None:
        """Return first and last position of a whole hit."""
        pieces = self._pieces(number) if self._found else []
        return (pieces[0][0], pieces[-1][1]) if pieces else None

    def paint(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw the hits between two positions of the document."""
        if not self._numbers:
            return
        theme = style.theme
        for first, last, is_current in self.stretches(top, end):
            painter.setBrush(QColor(theme.found_now if is_current else theme.found))
            painter.setPen(QPen(QColor(theme.accent), 1.2) if is_current else Qt.PenStyle.NoPen)
            cursor = QTextCursor(document)
            cursor.setPosition(first + 1)
            em = cursor.charFormat().font().pixelSize()
            for rect, baseline in lines_of(document, first, last):
                box = QRectF(rect.left() - 1, baseline - em * ABOVE, rect.width() + 2, em * HEIGHT)
                painter.drawRoundedRect(box, ROUNDING, ROUNDING)

    def paint_over(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Frame the hits in tables, whose cells may have a ground of their own that hides what is under it."""
        if not self._numbers:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for first, last, is_current in self.stretches(top, end):
            cursor = QTextCursor(document)
            cursor.setPosition(first)
            if cursor.currentTable():
                painter.setPen(QPen(QColor(style.theme.accent), 2 if is_current else 1))
                for rect, _baseline in lines_of(document, first, last):
                    painter.drawRoundedRect(rect, ROUNDING, ROUNDING)

    def _first_from(self, top: int) -> int:
        """Return the place in the numbers of the first hit that may reach beyond a position."""
        low, high = 0, len(self._numbers)
        while low < high:
            middle = (low + high) // 2
            at = middle
            while not (pieces := self._pieces(self._numbers[at])) and at > low:
                at -= 1
            if pieces and pieces[-1][1] > top:
                high = at
            else:
                low = middle + 1
        return low

    def _pieces(self, number: int) -> list[tuple[int, int]]:
        """Return where a hit stands in the document; nothing where it shows no character of the source itself."""
        if self._found is None:
            return []
        return [place for span in self._found.hit(number).spans if (place := self._place(span))]

    def _place(self, span: Span) -> tuple[int, int] | None:
        offsets = self._article.built().offsets
        first, final = offsets.verbatim_position(span.start), offsets.verbatim_position(span.end - 1)
        if first is None or final is None or not first <= final <= first + 4 * (span.end - span.start):
            return None
        return first, final + 1
