"""How a row of the marks panel is drawn: a card with its colour at the left edge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.model.marks import Bookmark, Highlight
from reader.ui.features.marks.listing import MarkRow, MarkSection
from reader.ui.features.marks.marks_model import detail_of, title_of
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.index import Index
from reader.ui.kit.section_model import ROW_ROLE, SECTION_ROLE
from reader.ui.kit.shapes import star_in
from reader.ui.kit.theme import Theme
from reader.ui.kit.wrapping import ELIDE, wrapped

MARGIN, GAP = 12, 4
PAD, PAD_ABOVE = 12, 7
TITLE_LINE, DETAIL_LINE = 19, 17
TITLE_LINES, DETAIL_LINES = 3, 3
HEADING = 30
EDGE = 4  # width of the colour
RADIUS = 5
STAR = 13
PAGE_WIDTH = 24  # kept free for the printed page
EVEN_HEIGHT = TITLE_LINE + DETAIL_LINE + 2 * PAD_ABOVE + GAP
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MarkCards(QStyledItemDelegate):
    """Draw headings muted with a count, marks as cards."""

    def __init__(self, view: QTreeView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme
        self._title = font_of(families.sans, INTERFACE_PIXELS)
        self._small = font_of(families.sans, INTERFACE_PIXELS - 1)
        self._count = font_of(families.sans, INTERFACE_PIXELS - 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that a card needs at the width of the view."""
        if self._view.uniformRowHeights():
            return QSize(0, EVEN_HEIGHT)
        if index.data(SECTION_ROLE):
            return QSize(0, HEADING)
        title, detail = self._lines(index.data(ROW_ROLE), self._card(QRect(0, 0, self._view.viewport().width(), 99)))
        return QSize(0, len(title) * TITLE_LINE + len(detail) * DETAIL_LINE + 2 * PAD_ABOVE + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one heading or one card."""
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        section: MarkSection | None = index.data(SECTION_ROLE)
        if section:
            self._paint_heading(painter, option, rect, section)
        else:
            card = self._card(rect)
            self._paint_ground(painter, option, card, index.data(ROW_ROLE))
            self._paint_words(painter, card, index.data(ROW_ROLE))
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, section: MarkSection
    ) -> None:
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        x, y = rect.left() + MARGIN + 4, rect.center().y() + 3
        shape = ((-3.5, -1.8), (3.5, -1.8), (0, 2.6)) if is_open else ((-1.8, -3.5), (-1.8, 3.5), (2.6, 0))
        focused = option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus()
        quiet = self.theme.warning if section.is_orphans else self.theme.muted
        colour = QColor(self.theme.accent if focused else quiet)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in shape]))
        place = rect.adjusted(MARGIN + 14, 4, -MARGIN - 4, 2)
        count = str(len(section.rows))
        painter.setPen(colour)
        painter.setFont(self._small)
        room = place.width() - painter.fontMetrics().horizontalAdvance(count) - PAD
        painter.drawText(place, LEFT, painter.fontMetrics().elidedText(section.title, ELIDE, room))
        painter.setFont(self._count)
        painter.drawText(place, RIGHT, count)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, row: MarkRow) -> None:
        """Draw the card, and at its left edge the colour of a highlight."""
        theme = self.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(shape, QColor(theme.accent_tint if selected else theme.hover if hovered else theme.field))
        if isinstance(row.mark, Highlight):
            painter.setClipPath(shape)
            tint = getattr(theme, f"ink_{row.mark.colour}")
            painter.fillRect(card.left(), card.top(), EDGE, card.height(), QColor(tint))
            painter.setClipping(False)
        painter.setPen(QColor(theme.accent if focused else theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_words(self, painter: QPainter, card: QRect, row: MarkRow) -> None:
        title, detail = self._lines(row, card)
        left, top = card.left() + PAD, card.top() + PAD_ABOVE
        if isinstance(row.mark, Bookmark):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.warning))
            painter.drawPolygon(star_in(QRectF(left - 2, top + (TITLE_LINE - STAR) / 2, STAR, STAR)))
        painter.setFont(self._title)
        painter.setPen(QColor(self.theme.text))
        for number, line in enumerate(title):
            shift = self._indent(row)
            painter.drawText(QRect(left + shift, top + number * TITLE_LINE, card.width(), TITLE_LINE), LEFT, line)
        painter.setFont(self._count)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(QRect(left, top, card.width() - 2 * PAD, TITLE_LINE), RIGHT, row.mark.page)
        painter.setFont(self._small)
        for number, line in enumerate(detail):
            y = top + len(title) * TITLE_LINE + number * DETAIL_LINE
            painter.drawText(QRect(left, y, card.width(), DETAIL_LINE), LEFT, line)

    def _lines(self, row: MarkRow, card: QRect) -> tuple[list[str], list[str]]:
        """Break title and detail into the lines that fit a card."""
        width = card.width() - 2 * PAD - self._indent(row) - (PAGE_WIDTH if row.mark.page else 0)
        even = self._view.uniformRowHeights()
        title = wrapped(title_of(row), self._title, width, 1 if even else TITLE_LINES)
        words = " ".join(detail_of(row).split())
        detail = wrapped(words, self._small, card.width() - 2 * PAD, 1 if even else DETAIL_LINES) if words else []
        return title, detail

    def _indent(self, row: MarkRow) -> int:
        return STAR + 4 if isinstance(row.mark, Bookmark) else 0

    def _card(self, rect: QRect) -> QRect:
        return rect.adjusted(MARGIN, 0, -MARGIN, -GAP)
