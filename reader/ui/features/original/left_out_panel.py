"""The panel that lists what the article does not show, and why."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.model.document import Dropped, Span
from reader.ui.features.original.left_out_model import CONTEXT_ROLE, DROPPED_ROLE, REASON_ROLE, LeftOutModel
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.index import Index
from reader.ui.kit.theme import Theme
from reader.ui.session.opened import OpenedIssue

ROW_HEIGHT = 48
SIDE = 16


class LeftOutDelegate(QStyledItemDelegate):
    """Draw the reason small and muted above the piece, which stands out of the line it was on."""

    def __init__(self, view: QListView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self.theme = theme
        self._text_font = font_of(families.sans, INTERFACE_PIXELS)
        self._reason_font = font_of(families.sans, INTERFACE_PIXELS - 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row, so that a long list is never measured."""
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one piece."""
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.accent_tint if selected else self.theme.hover))
        place = QRect(rect.left() + SIDE, rect.top() + 7, rect.width() - 2 * SIDE, 16)
        self._draw(painter, place, index.data(REASON_ROLE), self._reason_font, self.theme.muted)
        place = QRect(rect.left() + SIDE, rect.top() + 24, rect.width() - 2 * SIDE, 20)
        before, piece, after = index.data(CONTEXT_ROLE)
        for text, colour in ((before, self.theme.muted), (piece, self.theme.warning), (after, self.theme.muted)):
            place.setLeft(place.left() + self._draw(painter, place, text, self._text_font, colour))
        painter.restore()

    def _draw(self, painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> int:
        """Draw as much of a text as fits; return its width."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(place.width(), 0))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return QFontMetrics(font).horizontalAdvance(shown)


class LeftOutPanel(QWidget):
    """List the dropped pieces of the current issue; tell which one was chosen."""

    chosen = Signal(object)  # the Dropped to show in place
    show_wanted = Signal(object)  # the span of what shall be shown in an article again

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leftOutPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._opened: OpenedIssue | None = None
        self._title = QLabel(self)
        self._title.setObjectName("panelTitle")
        self._summary = QLabel(self)
        self._summary.setObjectName("panelSummary")
        self.list = QListView(self)
        self.list.setObjectName("leftOutList")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = LeftOutModel(self)
        self.list.setModel(self._model)
        self._delegate = LeftOutDelegate(self.list, families, theme)
        self.list.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for label in (self._title, self._summary):
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._choose(index))
        self.list.clicked.connect(self._choose)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._title.setText(self.tr("What was left out"))
        self.list.setAccessibleName(self.tr("What was left out"))
        self._show_summary()
        self.list.viewport().update()

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """List what another issue leaves out."""
        self._opened = opened
        self._model.set_issue(opened.issue if opened else None)
        self._show_summary()

    def model(self) -> LeftOutModel:
        """Return the model of the list."""
        return self._model

    def _show_summary(self) -> None:
        if self._opened is None or not self._opened.issue.dropped:
            self._summary.setText(self.tr("Nothing: the articles show the whole file.") if self._opened else "")
            return
        places = self.tr("%n place(s)", "", len(self._opened.issue.dropped))
        characters = self.tr("%n character(s)", "", self._opened.tally.dropped)
        self._summary.setText(f"{places} · {characters}")

    def _show_menu(self, point: QPoint) -> None:
        """Offer to show the piece under the mouse again."""
        dropped: Dropped | None = self.list.indexAt(point).data(DROPPED_ROLE)
        if dropped is None:
            return
        menu = QMenu(self.list)
        menu.setObjectName("leftOutMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(self.tr("Show Again"))
        action.setObjectName("showAgain")
        action.triggered.connect(lambda: self.show_wanted.emit(Span(dropped.start, dropped.end)))
        menu.popup(self.list.viewport().mapToGlobal(point))

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(index.data(DROPPED_ROLE))
