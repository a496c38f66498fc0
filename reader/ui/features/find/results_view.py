"""The list of hits: a heading for each article, the found words strong within what stands around them."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.find import Hit
from reader.ui.features.find.results_model import COUNT_ROLE, HIT_ROLE, NUMBER_ROLE, ResultsModel
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.index import Index
from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar
from reader.ui.kit.theme import Theme

SPACES = re.compile(r"\s+")
ROW = 27
SIDE = 14
BEFORE_SHARE = 0.34  # of the width, at most, for what stands before the found words
SHOWN_ROWS = 8.5  # the half row says that there are more
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ResultsDelegate(QStyledItemDelegate):
    """Draw headings muted with a count, hits in one line."""

    def __init__(self, view: QListView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self.theme = theme
        self._plain = font_of(families.sans, INTERFACE_PIXELS)
        self._strong = font_of(families.sans, INTERFACE_PIXELS, bold=True)
        self._struck = font_of(families.sans, INTERFACE_PIXELS, bold=True)
        self._struck.setStrikeOut(True)
        self._small = font_of(families.sans, INTERFACE_PIXELS - 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row, so that a long list is never measured."""
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one heading or one hit."""
        rect = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        hit: Hit | None = index.data(HIT_ROLE)
        painter.save()
        if hit is None:
            painter.setFont(self._small)
            painter.setPen(QColor(self.theme.muted))
            count = str(index.data(COUNT_ROLE))
            painter.drawText(rect, RIGHT, count)
            room = rect.width() - QFontMetrics(self._small).horizontalAdvance(count) - SIDE
            title = QFontMetrics(self._small).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
            painter.drawText(rect, LEFT, title)
        else:
            self._paint_hit(painter, option, rect, hit)
        painter.restore()

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, hit: Hit) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.theme.accent_tint if selected else self.theme.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        before, match, after = (SPACES.sub(" ", text) for text in (hit.before, hit.match, hit.after))
        plain, strong = QFontMetrics(self._plain), QFontMetrics(self._strong)
        before = f"…{before}" if hit.start > len(hit.before) else before
        rect = rect.adjusted(SIDE, 0, 0, 0)
        before = plain.elidedText(before, Qt.TextElideMode.ElideLeft, round(rect.width() * BEFORE_SHARE))
        for text, font, metrics, colour in (
            (before, self._plain, plain, self.theme.text),
            (match, self._struck, strong, self.theme.muted)
            if hit.is_struck
            else (match, self._strong, strong, self.theme.accent),
            (after, self._plain, plain, self.theme.text),
        ):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(rect.width(), 0))
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(rect, LEFT, shown)
            rect.setLeft(rect.left() + metrics.horizontalAdvance(shown))


class ResultsView(QListView):
    """List hits; tell which was chosen."""

    chosen = Signal(int)  # number of the hit
    left = Signal()

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findResults")
        self.hits = ResultsModel(self)
        self.setModel(self.hits)
        self._delegate = ResultsDelegate(self, families, theme)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        keep_room_for_scroll_bar(self)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._delegate.theme = theme
        self.viewport().update()

    def retranslate(self) -> None:
        """Name the list in the current language."""
        self.setAccessibleName(self.tr("Matches"))

    def fit(self) -> None:
        """Be as high as the rows need, up to a few."""
        self.setFixedHeight(round(min(self.hits.rowCount() + 0.3, SHOWN_ROWS) * ROW))

    def point_out(self, number: int) -> None:
        """Show the row of the current hit."""
        index = self.hits.index(self.hits.row_of(number)) if number >= 0 else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose by a click."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, leave by Escape; arrows move from hit to hit."""
        if event.key() in ENTER:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        number = index.data(NUMBER_ROLE) if index.isValid() else None
        if number is not None:
            self.chosen.emit(number)
