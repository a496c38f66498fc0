"""What is drawn over the page and is no part of its text: marks of figures, keywords, a passing flash."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QLineF, QObject, QRectF, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from reader.ui.article.article_style import QUOTED, ArticleStyle
from reader.ui.article.offset_map import OffsetMap

FLASH_MILLISECONDS = 1600
BELOW = 0.2  # em between the baseline and a mark
QUOTE_BAR = 3  # pixels
QUOTE_LEFT = 0.9  # em, between the bar and the text
CHIP_HEIGHT = 1.3  # em
CHIP_GAP = 0.4  # em, between two chips
CHIP_ABOVE = 0.6  # em, between the line above and the chips


Paint = Callable[[QPainter, QTextDocument, ArticleStyle, int, int], None]


class LayerMark(NamedTuple):
    """A piece of the source that is marked; `tone` names a colour of the theme."""

    start: int
    end: int
    tone: str
    mention: object


class _Stretch(NamedTuple):
    """A mark as it stands in the document."""

    first: int
    last: int
    mark: LayerMark


class LayerSheet(Protocol):
    """Something else that is drawn on the page, between two positions of the document."""

    def paint(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw under the words."""

    def paint_over(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw over the words."""


class PageLayer(QObject):
    """Know where marks stand in a document, and draw them."""

    changed = Signal()  # something is to be drawn anew

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheets: list[LayerSheet] = []  # in the order in which they are drawn
        self._marks: tuple[LayerMark, ...] = ()
        self._are_shown = True
        self._stretches: list[_Stretch] = []
        self._firsts: list[int] = []
        self._lines: dict[int, list[QLineF]] = {}  # by number of the stretch, in a document of this size
        self._set_in = QSizeF()
        self._keywords: tuple[str, ...] = ()
        self._flashed: tuple[int, int] | None = None
        self._placed_in: OffsetMap | None = None
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(FLASH_MILLISECONDS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(lambda _value: self.changed.emit())

    def set_marks(self, marks: Sequence[LayerMark], offsets: OffsetMap) -> None:
        """Mark other pieces of the source."""
        self._marks = tuple(marks)
        self.place(offsets)

    def show_marks(self, shown: bool) -> None:
        """Draw the marks or leave them out; they are found under the mouse all the same."""
        self._are_shown = shown
        self.changed.emit()

    def set_keywords(self, keywords: Sequence[str]) -> None:
        """Show other keywords below the title."""
        self._keywords = tuple(keywords)
        self.changed.emit()

    def keywords(self) -> tuple[str, ...]:
        """Return the keywords that are shown."""
        return self._keywords

    def place(self, offsets: OffsetMap) -> None:
        """Find where the marks stand in a document that is complete."""
        self._stretches = sorted(stretch for mark in self._marks if (stretch := _stretch_of(mark, offsets)))
        self._firsts = [stretch.first for stretch in self._stretches]
        self._lines.clear()
        if offsets is not self._placed_in:  # another document
            self._flashed, self._placed_in = None, offsets
        self.changed.emit()

    def mention_at(self, position: int) -> object | None:
        """Return the mention whose mark covers a position of the document."""
        at = bisect_right(self._firsts, position) - 1
        if at < 0 or position >= self._stretches[at].last:
            return None
        return self._stretches[at].mark.mention

    def marked(self) -> tuple[tuple[int, int], ...]:
        """Return the first and last position of each mark that is drawn."""
        return tuple((s.first, s.last) for s in self._stretches) if self._are_shown else ()

    def flash(self, first: int, last: int) -> None:
        """Light up a stretch of the document and let it fade."""
        self._flashed = (first, last)
        self._fading.stop()
        self._fading.start()

    def flashed(self) -> tuple[int, int] | None:
        """Return the stretch that is lit."""
        return self._flashed if self._fading.state() == QVariantAnimation.State.Running else None

    def paint_below(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw what lies under the words between two positions, and the flash."""
        for sheet in self.sheets:
            sheet.paint(painter, document, style, top, end)
        _paint_quotations(painter, document, style, top, end)
        lit = self.flashed()
        if lit is None:
            return
        colour = QColor(style.theme.flash)
        colour.setAlphaF(min(float(self._fading.currentValue()) * 1.6, 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for rect, _baseline in lines_of(document, *lit):
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 3, 3)

    def paint_above(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Draw the marks between two positions, and the keywords below the title."""
        for sheet in self.sheets:
            sheet.paint_over(painter, document, style, top, end)
        if self._are_shown:
            self._paint_marks(painter, document, style, top, end)
        if self._keywords:
            self._paint_keywords(painter, document, style, top)

    def _paint_marks(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
        """Underline the marks between two positions; where they are is worked out once for a width of the page."""
        if self._set_in != document.size():
            self._lines.clear()
            self._set_in = document.size()
        lines: dict[str, list[QLineF]] = {}
        first, last = max(bisect_left(self._firsts, top) - 1, 0), bisect_right(self._firsts, end)
        for number in range(first, last):
            stretch = self._stretches[number]
            if number not in self._lines:
                below = style.size * BELOW
                self._lines[number] = [
                    QLineF(rect.left() + 0.5, y, rect.right() - 0.5, y)
                    for rect, baseline in lines_of(document, stretch.first, stretch.last)
                    for y in (round(baseline + below) + 0.5,)
                ]
            lines.setdefault(stretch.mark.tone, []).extend(self._lines[number])
        for tone, of_tone in lines.items():
            painter.setPen(QPen(QColor(getattr(style.theme, tone)), 1.3))
            painter.drawLines(of_tone)

    def _paint_keywords(self, painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int) -> None:
        """Draw as many keywords as one line holds, in the room that is kept for them.

        What is drawn anew may begin in their midst, where the position at its top is one of the text below them.
        """
        block = _block_before_keywords(document)
        if not block.isValid() or top > block.next().position() + block.next().length():
            return
        place = document.documentLayout().blockBoundingRect(block)
        font = style.text("chip").font()
        metrics = QFontMetrics(font)
        em = style.size
        height = round(em * CHIP_HEIGHT)
        left, top = place.left(), round(place.bottom() + em * CHIP_ABOVE)
        painter.setFont(font)
        for word in self._keywords:
            width = metrics.horizontalAdvance(word) + round(em * 0.95)
            if left + width > document.textWidth():
                break
            chip = QRectF(left + 0.5, top + 0.5, width - 1, height - 1)
            painter.setPen(QPen(QColor(style.theme.line), 1))
            painter.setBrush(QColor(style.theme.sidebar))
            painter.drawRoundedRect(chip, height / 2, height / 2)
            painter.setPen(QColor(style.theme.muted))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, word)
            left += width + round(em * CHIP_GAP)


def _paint_quotations(painter: QPainter, document: QTextDocument, style: ArticleStyle, top: int, end: int) -> None:
    """Draw a bar left of each quotation between two positions."""
    block = document.findBlock(top)
    while block.isValid() and block.position() <= end:
        form = block.blockFormat()
        if form.boolProperty(QUOTED):
            place = document.documentLayout().blockBoundingRect(block)
            bottom = place.bottom()
            if block.next().blockFormat().boolProperty(QUOTED):
                bottom = document.documentLayout().blockBoundingRect(block.next()).top()
            left = form.leftMargin() - style.size * QUOTE_LEFT
            painter.fillRect(QRectF(left, place.top(), QUOTE_BAR, bottom - place.top()), QColor(style.theme.bar))
        block = block.next()


def _stretch_of(mark: LayerMark, offsets: OffsetMap) -> _Stretch | None:
    """Return where a mark stands; one whose ends are not shown, or not in one piece, has no place."""
    first, final = offsets.verbatim_position(mark.start), offsets.verbatim_position(mark.end - 1)
    if first is None or final is None or not first <= final <= first + 4 * (mark.end - mark.start):
        return None
    return _Stretch(first, final + 1, mark)


def lines_of(document: QTextDocument, first: int, last: int) -> Iterator[tuple[QRectF, float]]:
    """Yield the rectangle and the baseline of each line that a stretch of a document takes."""
    block = document.findBlock(first)
    while block.isValid() and block.position() < last:
        layout = block.layout()
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        begin, stop = max(first - block.position(), 0), min(last - block.position(), block.length() - 1)
        start = layout.lineForTextPosition(begin)
        for number in range(start.lineNumber() if start.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= stop:
                break
            here, end = max(begin, line.textStart()), min(stop, line.textStart() + line.textLength())
            if here >= end:
                continue
            x, right = _x_of(line, here), _x_of(line, end)
            top = corner.y() + line.y()
            yield QRectF(corner.x() + x, top, right - x, line.height()), top + line.ascent()
        block = block.next()


def _x_of(line: QTextLine, position: int) -> float:
    """Return where a position of a line is; the binding gives it with the position that was meant."""
    place: Any = line.cursorToX(position)
    return float(place[0] if isinstance(place, tuple) else place)


def _block_before_keywords(document: QTextDocument) -> QTextBlock:
    """Return the line below the title, under which room is kept for the keywords."""
    block = document.begin()
    return block.next() if block.blockFormat().headingLevel() == 1 else block
