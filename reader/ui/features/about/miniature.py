"""A small picture of the window in the colours of its theme, with one part of it brought out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

WIDTH, HEIGHT = 168, 104
LEFT, RIGHT = 44, 124  # where the columns meet
CONTENTS, MARKS, PANEL = "contents", "marks", "panel"
TEXT_LINES = (1.0, 0.92, 0.97, 0.6, 1.0, 0.9, 0.45)  # how far the lines of the article reach
MARKED_LINES = {2: (0.35, 0.97), 3: (0.0, 0.42)}
BARS = (1.0, 0.66, 0.38)


class Miniature(QWidget):
    """Draw contents, article and panel; the part that is meant in full colour."""

    def __init__(self, part: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.theme = theme
        self.setFixedSize(WIDTH, HEIGHT)

    def sizeHint(self) -> QSize:
        """Be of one size."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1)
        painter.setPen(QPen(QColor(self.theme.strong_line), 1))
        painter.setBrush(QColor(self.theme.page))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        self._fill(painter, QRectF(1, 6, LEFT - 1, HEIGHT - 12), self.theme.sidebar)
        self._fill(painter, QRectF(RIGHT, 6, WIDTH - RIGHT - 1, HEIGHT - 12), self.theme.sidebar)
        self._draw_contents(painter)
        self._draw_article(painter)
        self._draw_panel(painter)
        painter.end()

    def _draw_contents(self, painter: QPainter) -> None:
        is_meant = self._part == CONTENTS
        for row, width in enumerate((24, 30, 27, 20, 29, 25)):
            top = 15 + row * 13
            if row == 1:
                ground = self.theme.accent_tint if is_meant else self.theme.line
                self._fill(painter, QRectF(4, top - 4, LEFT - 8, 11), ground, 3)
            colour = self.theme.accent if is_meant and row == 1 else self._quiet(is_meant)
            self._fill(painter, QRectF(8, top, width, 3), colour, 1.5)

    def _draw_article(self, painter: QPainter) -> None:
        left, room = LEFT + 9.0, RIGHT - LEFT - 18.0
        self._fill(painter, QRectF(left, 14, room * 0.7, 5), self._strong(self._part != PANEL), 2)
        for row, reach in enumerate(TEXT_LINES):
            top = 28 + row * 10
            if self._part == MARKS and row in MARKED_LINES:
                start, end = MARKED_LINES[row]
                self._fill(
                    painter, QRectF(left + room * start, top - 3, room * (end - start), 9), self.theme.marker_yellow, 1
                )
            self._fill(painter, QRectF(left, top, room * reach, 3), self._quiet(self._part != PANEL), 1.5)

    def _draw_panel(self, painter: QPainter) -> None:
        is_meant = self._part == PANEL
        room = WIDTH - RIGHT - 13.0
        for row, share in enumerate(BARS):
            top = 13 + row * 26
            self._fill(painter, QRectF(RIGHT + 5, top, WIDTH - RIGHT - 11, 20), self.theme.field, 3)
            self._fill(painter, QRectF(RIGHT + 9, top + 6, room * 0.6, 3), self._quiet(is_meant), 1.5)
            self._fill(
                painter, QRectF(RIGHT + 9, top + 13, (room - 7) * share, 3),
                self.theme.accent if is_meant else self.theme.line, 1.5,
            )  # fmt: skip

    def _quiet(self, is_meant: bool) -> str:
        return self.theme.scroll if is_meant else self.theme.line

    def _strong(self, is_meant: bool) -> str:
        return self.theme.muted if is_meant else self.theme.line

    def _fill(self, painter: QPainter, place: QRectF, colour: str, round_by: float = 0.0) -> None:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(place, round_by, round_by)
