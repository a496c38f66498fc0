"""Signs in the margin beside the text: a star for a bookmark, a leaf for a note."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from reader.model.marks import Bookmark, Highlight, Mark
from reader.ui.article.article_view import ArticleView
from reader.ui.features.marks.painted import MarginSign
from reader.ui.kit.shapes import star_in
from reader.ui.kit.theme import Theme

WIDTH = 24
SIZE = 13  # of a sign
STEP = 15  # between two signs of one line


class MarginSigns(QWidget):
    """Draw the signs of the marks that are in view, and tell which was clicked."""

    chosen = Signal(object)  # a Mark

    def __init__(self, article: ArticleView, theme: Theme) -> None:
        super().__init__(article)
        self.setObjectName("marginSigns")
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._article = article
        self._theme = theme
        self._signs: tuple[MarginSign, ...] = ()
        self.setMouseTracking(True)
        article.viewport().installEventFilter(self)
        article.scrolled.connect(self.update)
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        self.update()

    def show_signs(self, signs: tuple[MarginSign, ...]) -> None:
        """Show other signs."""
        self._signs = signs
        self.setVisible(bool(signs))
        self.update()

    def signs(self) -> list[tuple[Mark, QRectF]]:
        """Return where each sign in view is; a second one in a line stands below the first."""
        document = self._article.document()
        taken: dict[int, int] = {}
        found = []
        first = self._article.cursorForPosition(QPoint(0, 0)).position()
        last = self._article.cursorForPosition(QPoint(self._article.viewport().width(), self.height())).position()
        begin = bisect_left(self._signs, first, key=_position)
        for sign in self._signs[begin : bisect_right(self._signs, last, key=_position)]:
            cursor = QTextCursor(document)
            cursor.setPosition(min(sign.position, document.characterCount() - 1))
            line = self._article.cursorRect(cursor)
            at = line.center().y()
            shift = taken.get(at, 0)
            taken[at] = shift + STEP
            found.append((sign.mark, QRectF((WIDTH - SIZE) / 2, at - SIZE / 2 + shift, SIZE, SIZE)))
        return found

    def mark_at(self, point: QPoint) -> Mark | None:
        """Return the mark whose sign is at a point."""
        return next((mark for mark, rect in self.signs() if rect.adjusted(-4, -4, 4, 4).contains(QPointF(point))), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the signs, once the article stands."""
        if not self._article.is_complete():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, rect in self.signs():
            if not rect.intersects(QRectF(self.rect())):
                continue
            if isinstance(mark, Bookmark):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._theme.warning))
                painter.drawPolygon(star_in(rect))
            else:
                paint_leaf(painter, rect, self._theme, mark)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a sign by a click."""
        mark = self.mark_at(event.position().toPoint())
        if mark:
            self.chosen.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a sign can be clicked."""
        pointed = self.mark_at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Show a note, or the name of a bookmark, in a tool tip."""
        if isinstance(event, QHelpEvent):
            mark = self.mark_at(event.pos())
            if mark:
                QToolTip.showText(event.globalPos(), tip_of(mark), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the text."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        page = self._article.viewport().geometry()
        self.setGeometry(max(page.left() - WIDTH - 4, 0), page.top(), WIDTH, page.height())


def _position(sign: MarginSign) -> int:
    return sign.position


def tip_of(mark: Mark) -> str:
    """Return what a tool tip says of a mark."""
    text = mark.note if isinstance(mark, Highlight) else mark.name
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else ""


def paint_leaf(painter: QPainter, rect: QRectF, theme: Theme, mark: Highlight) -> None:
    """Draw a small written leaf in the colour of its highlight."""
    painter.setPen(QPen(QColor(getattr(theme, f"ink_{mark.colour}")), 1.2))
    painter.setBrush(QColor(getattr(theme, f"marker_{mark.colour}")))
    leaf = rect.adjusted(1, 0.5, -1, -0.5)
    painter.drawRoundedRect(leaf, 2, 2)
    for share in (0.32, 0.52, 0.72):
        y = leaf.top() + leaf.height() * share
        painter.drawLine(QPointF(leaf.left() + 2.5, y), QPointF(leaf.right() - (2.5 if share < 0.7 else 5), y))
