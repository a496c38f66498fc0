"""How a row of the contents tree is drawn: title in two lines at most, printed page at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from reader.ui.features.contents.contents_model import ENTRY_ROLE, UNREAD_ROLE
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.index import Index
from reader.ui.kit.shapes import star_in
from reader.ui.kit.theme import Theme
from reader.ui.kit.wrapping import ELIDE, wrapped
from reader.ui.session.outline import SUBHEADING, Entry

MARGIN = 8  # between the panel's edge and the tint of the current row
ARROW_GAP = 11  # from the centre of the fold arrow, or of the unread dot, to the text
DOT_RADIUS = 2.8
TEXT_AT = 30  # left edge of the text of a top row
STEP = 12  # further indent of each deeper level
NUMBER_GAP = 8  # between the text and the page number
NUMBER_MARGIN = 15  # right of the page number
NUMBER_WIDTH = 80  # more than any page number needs
MAX_LINES = 2
STAR = 12  # of an article with a bookmark, left of the page number
SECTION_GAP = 10
LINE_HEIGHT = 19
SMALL_LINE_HEIGHT = 18
LONG_TREE = 1500  # rows from which on every row is one line, so that a tree never has to be measured


class ContentsDelegate(QStyledItemDelegate):
    """Draw sections muted with a count, articles in full, subheadings small."""

    def __init__(self, view: QTreeView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.starred: frozenset[int] = frozenset()  # numbers of the entries that hold a bookmark
        self._fonts = {
            "article": font_of(families.sans, INTERFACE_PIXELS),
            "section": font_of(families.sans, INTERFACE_PIXELS - 1),
            "small": font_of(families.sans, INTERFACE_PIXELS - 1),
            "number": font_of(families.sans, INTERFACE_PIXELS - 2),
        }

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the title needs at the width of the view."""
        entry: Entry = index.data(ENTRY_ROLE)
        lines = 1 if self._view.uniformRowHeights() else len(self._lines(entry, index))
        if is_heading_row(entry):
            return QSize(0, lines * LINE_HEIGHT + (16 if entry.parent < 0 else 10))
        if entry.kind == SUBHEADING:
            return QSize(0, lines * SMALL_LINE_HEIGHT + 5)
        return QSize(0, lines * LINE_HEIGHT + 9 + _gap_above(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the tint, the fold arrow, the title and the page number or count."""
        entry: Entry = index.data(ENTRY_ROLE)
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect, index, selected)
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        is_unread = bool(index.data(UNREAD_ROLE)) and not is_heading_row(entry)
        # Both have the same place: the arrow is wanted where the mouse is, the dot in all other rows.
        if entry.children and (is_open or not is_unread or option.state & QStyle.StateFlag.State_MouseOver):
            self._paint_arrow(painter, rect, index, is_open, is_unread)
        elif is_unread:
            self._paint_dot(painter, rect, index)
        self._paint_title(painter, rect, entry, index, selected)
        self._paint_number(painter, rect, index, selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, index: Index, selected: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not selected and not hovered:
            return
        entry: Entry = index.data(ENTRY_ROLE)
        top = 7 if is_heading_row(entry) and entry.parent < 0 else 1 + _gap_above(index)
        tint = QRectF(rect.adjusted(MARGIN, top, -MARGIN, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_tint if selected else self._theme.hover))
        painter.drawRoundedRect(tint, 5, 5)
        if selected and option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QColor(self._theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tint.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _paint_arrow(self, painter: QPainter, rect: QRect, index: Index, is_open: bool, is_unread: bool) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        x = text_left(index) - ARROW_GAP
        y = self._text_top(rect, index) + self._line_height(entry) / 2
        down = ((-3.5, -1.8), (3.5, -1.8), (0, 2.6))
        right = ((-1.8, -3.5), (-1.8, 3.5), (2.6, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        quiet = self._theme.muted if is_heading_row(entry) else self._theme.scroll
        painter.setBrush(QColor(self._theme.accent if is_unread else quiet))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in (down if is_open else right)]))

    def _paint_dot(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the sign of an article that was not read."""
        x = text_left(index) - ARROW_GAP
        y = self._text_top(rect, index) + self._line_height(index.data(ENTRY_ROLE)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawEllipse(QPointF(x, y), DOT_RADIUS, DOT_RADIUS)

    def _paint_title(
        self,
        painter: QPainter,
        rect: QRect,
        entry: Entry,
        index: Index,
        selected: bool,
    ) -> None:
        quiet = is_heading_row(entry) or entry.kind == SUBHEADING
        colour = self._theme.accent if selected else self._theme.muted if quiet else self._theme.text
        painter.setPen(QColor(colour))
        painter.setFont(self._font(entry))
        left = text_left(index)
        height = self._line_height(entry)
        top = self._text_top(rect, index)
        lines = self._lines(entry, index)
        if self._view.uniformRowHeights():
            lines = [QFontMetrics(self._font(entry)).elidedText(entry.title, ELIDE, self._text_width(index))]
        for number, line in enumerate(lines):
            place = QRect(left, top + number * height, rect.width() - left, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_number(self, painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
        """Draw the count of a section or the printed page of an article at the right."""
        entry: Entry = index.data(ENTRY_ROLE)
        painter.setFont(self._fonts["number"])
        painter.setPen(QColor(self._theme.accent if selected else self._theme.muted))
        left = rect.right() + 1 - NUMBER_MARGIN - NUMBER_WIDTH
        place = QRect(left, self._text_top(rect, index), NUMBER_WIDTH, self._line_height(entry))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _number_text(entry))
        if entry.index in self.starred:
            number = QFontMetrics(self._fonts["number"]).horizontalAdvance(_number_text(entry))
            middle = place.top() + place.height() / 2
            left = place.right() + 1 - number - (NUMBER_GAP if number else 0) - STAR
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.warning))
            painter.drawPolygon(star_in(QRectF(left, middle - STAR / 2, STAR, STAR)))

    def _text_top(self, rect: QRect, index: Index) -> int:
        entry: Entry = index.data(ENTRY_ROLE)
        if is_heading_row(entry) and entry.parent < 0:
            return rect.top() + 11
        return rect.top() + (2 if entry.kind == SUBHEADING else 4 + _gap_above(index))

    def _line_height(self, entry: Entry) -> int:
        return SMALL_LINE_HEIGHT if entry.kind == SUBHEADING else LINE_HEIGHT

    def _font(self, entry: Entry) -> QFont:
        if entry.kind == SUBHEADING:
            return self._fonts["small"]
        return self._fonts["section" if is_heading_row(entry) else "article"]

    def _text_width(self, index: Index) -> int:
        entry: Entry = index.data(ENTRY_ROLE)
        number = QFontMetrics(self._fonts["number"]).horizontalAdvance(_number_text(entry))
        taken = text_left(index) + number + NUMBER_GAP + NUMBER_MARGIN
        taken += STAR + NUMBER_GAP if entry.index in self.starred else 0
        return max(60, self._view.viewport().width() - taken)

    def _lines(self, entry: Entry, index: Index) -> list[str]:
        """Break a title into lines; the last one is elided when it does not fit."""
        return wrapped(entry.title, self._font(entry), self._text_width(index), MAX_LINES)


def _gap_above(index: Index) -> int:
    """Return the room that sets an article outside all sections apart from the section above it."""
    entry: Entry = index.data(ENTRY_ROLE)
    if entry.parent >= 0 or index.row() == 0 or is_heading_row(entry):
        return 0
    above = index.model().index(index.row() - 1, 0, index.parent())
    return SECTION_GAP if is_heading_row(above.data(ENTRY_ROLE)) else 0


def _number_text(entry: Entry) -> str:
    """Return the count of a section or the printed page of an article, with a mark when it is uncertain."""
    text = str(entry.count) if is_heading_row(entry) else entry.page
    return f"{text} ?".strip() if entry.doubtful else text


def is_heading_row(entry: Entry) -> bool:
    """Tell whether a row is a heading over articles, drawn muted with their count."""
    return entry.is_node and entry.kind in ("section", "column") and entry.count > 0


def text_left(index: Index) -> int:
    """Return where the text of a row starts: articles stand level with the section they are in."""
    entry: Entry = index.data(ENTRY_ROLE)
    left = TEXT_AT + (0 if is_heading_row(entry) else 2)
    above = index.parent()
    first = True
    while above.isValid():
        is_section = is_heading_row(above.data(ENTRY_ROLE))
        if not (is_section and first):
            left += STEP
        first = first and not is_section
        above = above.parent()
    return left
