"""The marks on the page: drawn, named in tool tips, and a bar beside what is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from reader.model.document import Span
from reader.model.marks import Highlight, Mark
from reader.ui.article.article_view import ArticleView
from reader.ui.features.marks.bar import HighlightBar
from reader.ui.features.marks.margin import MarginSigns, tip_of
from reader.ui.features.marks.painted import PaintedMarks
from reader.ui.kit.theme import Theme
from reader.ui.session.shelf import MarksShelf

REST_MILLISECONDS = 350  # after the last change of a selection made by keys


class MarkedPage(QObject):
    """Draw the marks of the issue in front, and know what the user points at."""

    pointed = Signal(object)  # the Highlight that was clicked

    def __init__(self, article: ArticleView, shelf: MarksShelf, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._article = article
        self._shelf = shelf
        self.painted = PaintedMarks()
        self.margin = MarginSigns(article, theme)
        self.bar = HighlightBar(theme, article)
        self.at_bar: Highlight | None = None  # what the bar is for; a selection otherwise
        self._link = ""  # where the mouse was pressed
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MILLISECONDS)
        self._resting.timeout.connect(self._offer_selection)
        article.layer.sheets.append(self.painted)
        article.viewport().installEventFilter(self)
        article.installEventFilter(self)
        article.selectionChanged.connect(self._on_selection)
        article.scrolled.connect(self.bar.hide)
        article.built_up.connect(self._place)
        shelf.changed.connect(self.update)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.margin.set_theme(theme)
        self.bar.set_theme(theme)

    def update(self) -> None:
        """Draw the marks of the issue in front."""
        shelved = self._shelf.current()
        self.painted.show(shelved.placed.marks if shelved else (), self._article.built().offsets)
        self._article.viewport().update()
        self._show_signs()

    def begin(self) -> None:
        """Find the marks in what there is of another article; those of the one before are not drawn on it."""
        if not self._article.is_complete():
            self.painted.place(self._article.built().offsets)

    def selected_spans(self) -> tuple[Span, ...]:
        """Return the pieces of the source that are selected."""
        cursor = self._article.textCursor()
        if not cursor.hasSelection():
            return ()
        return self._article.built().offsets.source_spans(cursor.selectionStart(), cursor.selectionEnd())

    def highlight_at_caret(self) -> Highlight | None:
        """Return the highlight at the caret."""
        return self.painted.highlight_at(self._article.textCursor().position())

    def let_go(self) -> None:
        """Take the selection back, so that what lies under it is seen."""
        cursor = self._article.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self._article.setTextCursor(cursor)

    def rect_of(self, mark: Mark) -> QRect:
        """Return where a mark stands in the article's widget; the sign in the margin for a bookmark."""
        stretch = self.painted.stretch_of(mark)
        if stretch:
            return self._rect(*stretch)
        sign = next((rect for other, rect in self.margin.signs() if other.id == mark.id), None)
        if sign is None:
            return QRect(self._article.viewport().pos() + QPoint(20, 40), self._article.viewport().pos())
        return sign.toRect().translated(self.margin.pos())

    def offer(self, highlight: Highlight | None) -> None:
        """Show the bar for a highlight, or for what is selected."""
        cursor = self._article.textCursor()
        self.at_bar = highlight
        if highlight:
            self.bar.show_for(highlight, self.rect_of(highlight))
        elif self.selected_spans():
            self.bar.show_for(None, self._rect(cursor.selectionStart(), cursor.selectionEnd()))
        else:
            self.bar.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the end of a selection by mouse, a click on a highlight, and a mouse that rests on a note."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self.bar.hide()
                self._link = self._article.anchorAt(event.position().toPoint())
            elif event.type() == QEvent.Type.MouseButtonRelease:
                point = event.position().toPoint()
                if self._link and self._article.anchorAt(point) == self._link:
                    return super().eventFilter(watched, event)  # the link is followed, which moves the page
                QTimer.singleShot(0, self, lambda: self._on_released(point))  # once the view has had it
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.bar.isVisible():
                self.bar.hide()
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.painted.highlight_at(self._article.cursorForPosition(event.pos()).position())
            if mark and mark.note:
                QToolTip.showText(event.globalPos(), tip_of(mark), self._article)
                return True
        return super().eventFilter(watched, event)

    def _on_released(self, point: QPoint) -> None:
        if self._article.textCursor().hasSelection():
            self.offer(None)
            return
        highlight = self.painted.highlight_at(self._article.cursorForPosition(point).position())
        if highlight and not self._article.anchorAt(point):
            self.offer(highlight)
            self.pointed.emit(highlight)

    def _on_selection(self) -> None:
        """Offer the bar when a selection made by keys rests."""
        if not self._article.textCursor().hasSelection():
            self._resting.stop()
            if self.at_bar is None:
                self.bar.hide()
        elif self._article.hasFocus():
            self._resting.start()

    def _offer_selection(self) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton and self._article.hasFocus():
            self.offer(None)

    def _place(self) -> None:
        """Find the places of the marks in another document, now that it is complete."""
        self.painted.place(self._article.built().offsets)
        self._show_signs()

    def _show_signs(self) -> None:
        self.margin.show_signs(self.painted.signs)

    def _rect(self, first: int, last: int) -> QRect:
        """Return the lines between two positions, in the article's widget, as far as they are in view."""
        cursor = QTextCursor(self._article.document())
        end = self._article.document().characterCount() - 1
        cursor.setPosition(min(first, end))
        rect = self._article.cursorRect(cursor)
        cursor.setPosition(min(last, end))
        rect = rect.united(self._article.cursorRect(cursor))
        return rect.intersected(self._article.viewport().rect()).translated(self._article.viewport().pos())
