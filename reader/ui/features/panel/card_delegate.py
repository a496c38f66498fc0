"""How a row of the panel is drawn: a card with its label left, its value right, a bar for its share."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.ui.features.panel.faces import CardFace, CardLine
from reader.ui.features.panel.mention_model import FACE_ROLE, SHARE_ROLE
from reader.ui.features.panel.sections import PanelSection
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.index import Index
from reader.ui.kit.section_model import SECTION_ROLE
from reader.ui.kit.theme import Theme
from reader.ui.kit.wrapping import ELIDE, wrapped

MARGIN = 12  # between the panel's edge and a card
GAP = 4  # between two cards
PAD, PAD_ABOVE = 10, 7  # inside a card
TITLE_LINE, DETAIL_LINE = 19, 18
HEADING = 30
BAR = 3
RADIUS = 5
VALUE_GAP = 10  # least room between a label and its value
VALUE_SHARE = 0.62  # of a card's width, at most, is for the value
TITLE_LINES, DETAIL_LINES, MUTED_LINES = 2, 3, 2  # at most
EVEN_HEIGHT = TITLE_LINE + DETAIL_LINE + 2 * PAD_ABOVE + GAP
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """Draw headings muted with a count, mentions as cards."""

    def __init__(self, view: QTreeView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme
        self.pointed = QPersistentModelIndex()  # the row of what is under the mouse in the text
        self._fonts = {
            "title": font_of(families.sans, INTERFACE_PIXELS),
            "strong": font_of(families.sans, INTERFACE_PIXELS, bold=True),
            "small": font_of(families.sans, INTERFACE_PIXELS - 1),
            "count": font_of(families.sans, INTERFACE_PIXELS - 2),
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that a card needs at the width of the view."""
        if self._view.uniformRowHeights():
            return QSize(0, EVEN_HEIGHT)
        if index.data(SECTION_ROLE):
            return QSize(0, HEADING)
        face: CardFace = index.data(FACE_ROLE)
        height = len(self._title_lines(face)) * TITLE_LINE
        height += sum(len(self._detail_lines(line)) for line in face.lines) * DETAIL_LINE
        return QSize(0, height + 2 * PAD_ABOVE + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one heading or one card."""
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        section: PanelSection | None = index.data(SECTION_ROLE)
        if section:
            self._paint_heading(painter, option, rect, section)
        else:
            card = rect.adjusted(MARGIN, 0, -self._right_margin(), -GAP)
            self._paint_ground(painter, option, card, index)
            self._paint_words(painter, card, index.data(FACE_ROLE))
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, section: PanelSection
    ) -> None:
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        x, y = rect.left() + MARGIN + 4, rect.center().y() + 3
        shape = ((-3.5, -1.8), (3.5, -1.8), (0, 2.6)) if is_open else ((-1.8, -3.5), (-1.8, 3.5), (2.6, 0))
        focused = option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus()
        colour = QColor(self.theme.accent if focused else self.theme.muted)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in shape]))
        place = rect.adjusted(MARGIN + 14, 4, -self._right_margin() - 4, 2)
        painter.setPen(colour)
        painter.setFont(self._fonts["small"])
        painter.drawText(place, LEFT, section.title)
        painter.setFont(self._fonts["count"])
        painter.drawText(place, RIGHT, section.count)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, index: Index) -> None:
        """Draw the card itself, and its bar along the lower edge."""
        theme = self.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        pointed = self.pointed.isValid() and self.pointed == index
        ground = theme.accent_tint if selected or pointed else theme.hover if hovered else theme.field
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.fillPath(shape, QColor(ground))
        painter.setPen(QColor(theme.accent if focused or pointed else theme.line))
        painter.drawPath(shape)
        share = index.data(SHARE_ROLE)
        if share is not None:
            painter.setClipPath(shape)
            width = max(round(card.width() * share), BAR if share > 0 else 0)
            painter.fillRect(card.left(), card.bottom() + 1 - BAR, width, BAR, QColor(theme.bar))
            painter.setClipping(False)

    def _paint_words(self, painter: QPainter, card: QRect, face: CardFace) -> None:
        left, top, width = card.left() + PAD, card.top() + PAD_ABOVE, card.width() - 2 * PAD
        is_card = self._is_card()
        titles = self._title_lines(face)
        painter.setFont(self._fonts["strong" if is_card else "title"])
        painter.setPen(QColor(self.theme.text))
        for number, text in enumerate(titles):
            painter.drawText(QRect(left, top + number * TITLE_LINE, width, TITLE_LINE), LEFT, text)
        font, colour = self._value_look(face)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = round(width * VALUE_SHARE)
        painter.drawText(QRect(left, top, width, TITLE_LINE), RIGHT, _elided(face.value, font, room))
        top += len(titles) * TITLE_LINE
        for line in face.lines:
            top = self._paint_line(painter, QRect(left, top, width, DETAIL_LINE), line)
            if self._view.uniformRowHeights():
                break

    def _paint_line(self, painter: QPainter, place: QRect, line: CardLine) -> int:
        """Draw one line of details, wrapped; return where the next begins."""
        painter.setFont(self._fonts["small"])
        if line.label:
            painter.setPen(QColor(self.theme.muted))
            painter.drawText(place, LEFT, line.label)
        painter.setPen(QColor(self.theme.muted if line.is_muted else self.theme.text))
        place = place.adjusted(self._label_width(line), 0, 0, 0)
        for text in self._detail_lines(line):
            painter.drawText(place, LEFT, text)
            place.translate(0, DETAIL_LINE)
        return place.top()

    def _value_look(self, face: CardFace) -> tuple[QFont, str]:
        """Return the font and the colour of what stands at the right."""
        if self._is_card() or face.is_past:
            return self._fonts["small"], self.theme.muted
        return self._fonts["strong"], self.theme.warning if face.is_urgent else self.theme.accent

    def _title_lines(self, face: CardFace) -> list[str]:
        font = self._fonts["strong" if self._is_card() else "title"]
        width = self._inner_width()
        value_font, _colour = self._value_look(face)
        if face.value:
            taken = QFontMetrics(value_font).horizontalAdvance(face.value)
            width -= min(taken, round(width * VALUE_SHARE)) + VALUE_GAP
        return wrapped(face.title, font, width, 1 if self._view.uniformRowHeights() else TITLE_LINES)

    def _detail_lines(self, line: CardLine) -> list[str]:
        most = 1 if self._view.uniformRowHeights() else MUTED_LINES if line.is_muted else DETAIL_LINES
        return wrapped(line.text, self._fonts["small"], self._inner_width() - self._label_width(line), most)

    def _label_width(self, line: CardLine) -> int:
        return QFontMetrics(self._fonts["small"]).horizontalAdvance(line.label) + 8 if line.label else 0

    def _inner_width(self) -> int:
        return max(self._view.viewport().width() - MARGIN - self._right_margin() - 2 * PAD, 80)

    def _right_margin(self) -> int:
        """Return the room right of a card: the scroll bar's own room is a part of the margin."""
        return 2

    def _is_card(self) -> bool:
        """Tell whether a row is about somebody: his name stands out, his role is quiet."""
        return self._view.objectName() == "contactsList"


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, ELIDE, width)
