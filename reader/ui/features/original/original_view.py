"""The source text as it is in the file, drawn line by line.

A text widget would lay out all of a ten-megabyte file before it showed the first line. Here only
the visible rows are laid out, so the size of the file does not matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reader.model.document import Dropped, Span
from reader.ui.article.article_style import reading_line
from reader.ui.kit.fonts import Families, font_of
from reader.ui.kit.line_index import LineIndex, index_lines
from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar
from reader.ui.kit.theme import Theme
from reader.ui.kit.utf16 import code_points, units

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reader.ui.session.opened import OpenedIssue

TEXT_PIXELS = 13
LINE_HEIGHT = 22
GUTTER = 56  # width of the column of line numbers
MARGIN = 16  # right of the text
PIXELS_A_DEGREE = 0.55  # of a mouse wheel's angle, an eighth of a degree: three lines a notch
KEPT_LAYOUTS = 400


class OriginalView(QAbstractScrollArea):
    """Show a source text; mark the current paragraph and what the article leaves out."""

    scrolled = Signal()  # by the user, not by `show_offset`
    clicked = Signal(int)  # the source offset of the character that was clicked

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("originalView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        keep_room_for_scroll_bar(self)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._font = font_of(families.sans, TEXT_PIXELS)
        self._number_font = font_of(families.sans, TEXT_PIXELS - 2)
        self._theme = theme
        self._layouts: dict[int, QTextLayout] = {}
        self._anchor = self._caret = 0  # the selection, in source offsets
        self.set_text("", (), index_lines(""))
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar)

    def show_issue(self, opened: OpenedIssue) -> None:
        """Show the source text of another issue."""
        self.set_text(opened.issue.source.text, opened.issue.dropped, opened.lines)

    def set_text(self, text: str, dropped: tuple[Dropped, ...], lines: LineIndex) -> None:
        """Show another source text; `dropped` must be in the order of the text."""
        self._text, self._lines, self._dropped = text, lines, dropped
        self._dropped_ends = [span.end for span in dropped]
        self._marked: tuple[Span, ...] = ()
        self._focus = Span(0, 0)
        self._anchor = self._caret = 0
        self._top, self._shift = 0, 0  # the row at the top, and how many of its pixels are above the view
        self._held = 0  # the source offset to keep on the reading line
        self._layouts.clear()
        self._update_scroll_bar()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        self.viewport().update()

    def mark(self, spans: tuple[Span, ...]) -> None:
        """Mark the lines of the current paragraph."""
        if spans != self._marked:
            self._marked = spans
            self.viewport().update()

    def marked(self) -> tuple[Span, ...]:
        """Return the source spans that are marked."""
        return self._marked

    def show_dropped(self, dropped: Dropped) -> None:
        """Bring a dropped piece into view and make it stand out."""
        self._focus = Span(dropped.start, dropped.end)
        self.show_offset(dropped.start)
        self.viewport().update()

    def show_offset(self, offset: int) -> None:
        """Scroll so that the character at `offset` is on the reading line."""
        self._held = offset
        self._top = self._lines.row_of(offset)
        layout = self._layout(self._top)
        inside = units(self._text[self._lines.starts[self._top] : offset])
        line = layout.lineForTextPosition(min(inside, units(layout.text())))
        above = int(line.y()) if line.isValid() else 0
        self._shift = above - reading_line(self.viewport().height())
        self._settle()

    def reading_offset(self) -> int:
        """Return the source offset at the start of the line on the reading line."""
        return self.offset_at(QPoint(GUTTER, reading_line(self.viewport().height())))

    def offset_at(self, point: QPoint) -> int:
        """Return the source offset of the character at a point of the viewport."""
        last = 0
        for row, top, layout in self._visible_rows():
            last = row
            if point.y() < top + _height(layout):
                return self._lines.starts[row] + _offset_in(layout, point.x() - GUTTER, point.y() - top)
        return self._lines.starts[last + 1]

    def selected_text(self) -> str:
        """Return the selected characters of the source."""
        start, end = sorted((self._anchor, self._caret))
        return self._text[start:end]

    def copy(self) -> None:
        """Copy the selected characters."""
        if self.selected_text():
            QGuiApplication.clipboard().setText(self.selected_text())

    def select_all(self) -> None:
        """Select the whole source."""
        self._anchor, self._caret = 0, len(self._text)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._theme.page))
        for row, top, layout in self._visible_rows():
            self._paint_row(painter, row, top, layout)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines at the new width and stay at the same place."""
        super().resizeEvent(event)
        self._layouts.clear()
        self._update_scroll_bar()
        self.show_offset(self._held)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels, not by lines."""
        pixels = event.pixelDelta().y() or round(event.angleDelta().y() * PIXELS_A_DEGREE)
        self._scroll_by(-pixels)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and copy by the usual keys; Enter shows the article that the current line went into."""
        page = self.viewport().height() - LINE_HEIGHT
        steps = {
            Qt.Key.Key_Up: -LINE_HEIGHT,
            Qt.Key.Key_Down: LINE_HEIGHT,
            Qt.Key.Key_K: -LINE_HEIGHT,
            Qt.Key.Key_J: LINE_HEIGHT,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: -page if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else page,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.verticalScrollBar().setValue(0 if event.key() == Qt.Key.Key_Home else len(self._lines))
        elif event.key() in steps and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._scroll_by(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit(self.reading_offset())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._caret = self.offset_at(event.position().toPoint())
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self._caret
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, scrolling when the mouse leaves the view."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        outside = min(point.y(), 0) + max(point.y() - self.viewport().height(), 0)
        if outside:
            self._scroll_by(outside)
        self._caret = self.offset_at(point)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which character was clicked, when nothing was selected."""
        if event.button() == Qt.MouseButton.LeftButton and self._anchor == self._caret:
            self.clicked.emit(self._caret)

    def _visible_rows(self) -> Iterator[tuple[int, int, QTextLayout]]:
        """Yield each row in view with the height of its upper edge and its layout."""
        top = -self._shift
        for row in range(self._top, len(self._lines)):
            if top >= self.viewport().height():
                return
            layout = self._layout(row)
            yield row, top, layout
            top += _height(layout)

    def _layout(self, row: int) -> QTextLayout:
        """Lay a row out at the width of the view."""
        layout = self._layouts.get(row)
        if layout is not None:
            return layout
        if len(self._layouts) >= KEPT_LAYOUTS:
            self._layouts.clear()
        text = self._text[self._lines.starts[row] : self._lines.starts[row + 1]].rstrip("\r\n")
        layout = QTextLayout(text.replace("\f", "\u240c"), self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        width = max(self.viewport().width() - GUTTER - MARGIN, 40)
        layout.beginLayout()
        height = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (LINE_HEIGHT - line.height()) / 2))
            height += LINE_HEIGHT
        layout.endLayout()
        self._layouts[row] = layout
        return layout

    def _paint_row(self, painter: QPainter, row: int, top: int, layout: QTextLayout) -> None:
        start, end = self._lines.starts[row], self._lines.starts[row + 1]
        place = QRect(0, top, self.viewport().width(), _height(layout))
        if any(span.start < end and start < span.end for span in self._marked) and layout.text().strip():
            painter.fillRect(place, QColor(self._theme.mark))
            painter.fillRect(QRect(0, top, 3, place.height()), QColor(self._theme.accent))
        if self._lines.numbers[row]:
            painter.setFont(self._number_font)
            painter.setPen(QColor(self._theme.muted))
            box = QRect(0, top, GUTTER - 14, LINE_HEIGHT)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self._lines.numbers[row]}"
            )
        painter.setPen(QColor(self._theme.text))
        layout.draw(painter, QPointF(GUTTER, top), self._tints(start, end))

    def _tints(self, start: int, end: int) -> list[QTextLayout.FormatRange]:
        """Return how parts of a row are drawn: left out, asked for, selected."""
        theme = self._theme
        tints: list[tuple[int, int, str, str, bool]] = []
        first = bisect_left(self._dropped_ends, start + 1)
        for span in self._dropped[first:]:
            if span.start >= end:
                break
            tints.append((span.start, span.end, theme.muted, "", True))
        tints.append((self._focus.start, self._focus.end, theme.warning, theme.warning_tint, False))
        begin, stop = sorted((self._anchor, self._caret))
        tints.append((begin, stop, theme.on_selection, theme.selection, False))
        text = self._text[start:end]
        return [
            _tint(text, max(first, start) - start, min(last, end) - start, colour, ground, struck)
            for first, last, colour, ground, struck in tints
            if first < end and start < last
        ]

    def _scroll_by(self, pixels: int) -> None:
        self._shift += pixels
        self._settle()
        self._held = self.reading_offset()
        self.scrolled.emit()

    def _settle(self) -> None:
        """Bring the top row and its shift into range, and the scroll bar in line with them."""
        while self._shift < 0 and self._top > 0:
            self._top -= 1
            self._shift += _height(self._layout(self._top))
        self._shift = max(self._shift, 0)
        while self._top < len(self._lines) - 1 and self._shift >= _height(self._layout(self._top)):
            self._shift -= _height(self._layout(self._top))
            self._top += 1
        self._keep_bottom()
        bar = self.verticalScrollBar()
        bar.blockSignals(True)
        bar.setValue(self._top)
        bar.blockSignals(False)
        self.viewport().update()

    def _keep_bottom(self) -> None:
        """Leave no empty room below the last row when there is text above."""
        room = self.viewport().height()
        row = len(self._lines) - 1
        while row > self._top and room > 0:
            room -= _height(self._layout(row))
            row -= 1
        if row > self._top or room <= 0:
            return
        spare = room - (_height(self._layout(self._top)) - self._shift)
        while spare > 0 and (self._shift > 0 or self._top > 0):
            if self._shift == 0:
                self._top -= 1
                self._shift = _height(self._layout(self._top))
            step = min(spare, self._shift)
            self._shift -= step
            spare -= step

    def _update_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        rows = max(self.viewport().height() // LINE_HEIGHT, 1)
        bar.blockSignals(True)
        bar.setPageStep(rows)
        bar.setRange(0, max(len(self._lines) - rows // 2, 0))
        bar.setEnabled(bar.maximum() > 0)
        bar.blockSignals(False)
        self._settle()

    def _on_scroll_bar(self, value: int) -> None:
        self._top, self._shift = min(value, len(self._lines) - 1), 0
        self._settle()
        self._held = self.reading_offset()
        self.scrolled.emit()


def _height(layout: QTextLayout) -> int:
    return max(layout.lineCount(), 1) * LINE_HEIGHT


def _offset_in(layout: QTextLayout, x: float, y: float) -> int:
    """Return the code points of a row before a point."""
    if layout.lineCount() == 0:
        return 0
    line = layout.lineAt(min(max(int(y // LINE_HEIGHT), 0), layout.lineCount() - 1))
    return code_points(layout.text(), line.xToCursor(x))


def _tint(text: str, first: int, last: int, colour: str, ground: str, struck: bool) -> QTextLayout.FormatRange:
    """Make a format for the code points `first` to `last` of a row."""
    tint = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    form.setFontStrikeOut(struck)
    if ground:
        form.setBackground(QColor(ground))
    tint.start = units(text[:first])
    tint.length = units(text[first:last])
    tint.format = form
    return tint
