"""The article as a page: measured lines, footnotes that pop up, links that open by an explicit act alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDesktopServices,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QToolTip, QWidget

from reader.model.document import Node, Span
from reader.model.shown import harmless
from reader.ui.article.article_style import ArticleStyle, reading_line
from reader.ui.article.copying import copied, copied_data
from reader.ui.article.document_builder import BuiltDocument, DocumentBuilder, Wording
from reader.ui.article.inner_links import NOTE_LINK, PICTURE_LINK, REF_LINK, is_inner, number_of
from reader.ui.article.page_layer import LayerMark, PageLayer, Paint
from reader.ui.article.picture_frames import Frames, ShownPictures
from reader.ui.article.reading_keys import ReadingKeys
from reader.ui.article.word_steps import WordSteps
from reader.ui.kit.addresses import shown_address
from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


FIRST_STEP = 0.03  # seconds of building before the page is shown
NEXT_STEP = 0.012  # seconds of building between two turns of the event loop
FUZZY = Qt.HitTestAccuracy.FuzzyHit
SIDE_MARGIN = 28  # least pixels left and right of the text
OPENABLE = ("http", "https", "mailto")


class ArticleView(QTextBrowser):
    """Show one node of an issue at a time."""

    scrolled = Signal()  # by the user or by a jump: the current paragraph may be another
    link_hovered = Signal(str)  # where the link under the mouse leads; empty when there is none
    link_refused = Signal(str)  # a link was clicked without the key that opens it
    jumping = Signal()  # a footnote link is about to move the page
    built_up = Signal()  # the whole article is in place
    painted = Signal()  # a node is seen for the first time since it was shown
    menu_wanted = Signal(QPoint, QPoint)  # for a point of the text; where on the screen
    mention_hovered = Signal(object)  # the mention whose mark is under the mouse; None when there is none

    def __init__(self, style: ArticleStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        keep_room_for_scroll_bar(self)
        self.setAcceptDrops(False)  # files dropped here are for the window
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._style = style
        self._node: Node | None = None
        self._source = ""
        self._wording = Wording()
        self._built = BuiltDocument()
        self._builder: DocumentBuilder | None = None
        self._goal: int | None = None  # source offset to scroll to once it is in place
        self._hovered = ""
        self._pointed: object = None  # mention under the mouse
        self._flash_goal: tuple[int, int] | None = None  # source offsets to light up once they are in place
        self.reading = ReadingKeys(self)
        self.word_steps = WordSteps(self)
        self.layer = PageLayer(self)
        self.layer.changed.connect(self.viewport().update)
        self.pictures: ShownPictures | None = None  # of the issue, where its file has any
        self._is_painted = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._build_on)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())
        self.anchorClicked.connect(self._follow)

    def show_node(self, node: Node, source: str, wording: Wording, offset: int | None = None) -> None:
        """Show a node from its top, or from the paragraph of a source offset."""
        self._node, self._source, self._wording = node, source, wording
        self._rebuild(offset)

    def show_nothing(self) -> None:
        """Empty the page."""
        self._timer.stop()
        self._node, self._builder, self._built = None, None, BuiltDocument()
        self.setDocument(QTextDocument(self))

    def set_style(self, style: ArticleStyle) -> None:
        """Set the page in another size or other colours, and stay at the same paragraph."""
        offset = self.place_offset()
        self._style = style
        self._fit_measure()
        if self._node:
            self._rebuild(offset)

    def set_wording(self, wording: Wording) -> None:
        """Show the page's own words in another language."""
        if self._node:
            self.show_node(self._node, self._source, wording, self.place_offset())

    def is_complete(self) -> bool:
        """Tell whether the whole article is in place."""
        return self._builder is None

    def built(self) -> BuiltDocument:
        """Return the positions and notes of the document shown."""
        return self._built

    def top_offset(self) -> int | None:
        """Return the source offset of the first character on the reading line."""
        return self._built.offsets.source_at(self._reading_position())

    def place_offset(self) -> int | None:
        """Return the source offset to come back to: that on the reading line, or none at the very top.

        The top of a short article may be no further from its end than the reading line is from the edge.
        """
        if self._goal is not None:
            return self._goal
        return self.top_offset() if self.verticalScrollBar().value() > 0 else None

    def current_spans(self) -> tuple[Span, ...]:
        """Return the source spans of the paragraph on the reading line, or of the one that holds the selection."""
        cursor = self.textCursor()
        selected = cursor.hasSelection() and self._is_visible(cursor)
        position = cursor.selectionStart() if selected else self._reading_position()
        return self._built.offsets.spans_at(position)

    def show_offset(self, offset: int) -> bool:
        """Scroll to the paragraph that shows a source offset; tell whether this article does."""
        position = self._built.offsets.position_at(offset)
        if position is None:
            self._goal = offset if self._builder else None
            return self._builder is not None
        self._scroll_to(position)
        return True

    def flash(self, start: int, end: int) -> None:
        """Scroll to a piece of the source and light it up, as soon as it is in place."""
        self._flash_goal = (start, end)
        self.show_offset(start)
        self._reach_flash()

    def set_marks(self, marks: Sequence[LayerMark]) -> None:
        """Mark pieces of the source in the text; nothing of it is copied."""
        self.layer.set_marks(marks, self._built.offsets)

    def show_nearest(self, offset: int) -> None:
        """Scroll to what stands in the source next to an offset."""
        position = self._built.offsets.nearest_position(offset)
        if position is not None:
            self._scroll_to(position)

    def read_share(self) -> float:
        """Return how much of the article has passed the lower edge of the view, 0 to 1."""
        bar = self.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        return 1.0 if whole <= bar.pageStep() else (bar.value() + bar.pageStep()) / whole

    def open_link(self, target: str) -> None:
        """Open a link in the program that the system has for it."""
        url = QUrl(harmless(target)) if QUrl(target).scheme() else QUrl(f"https://{target}")
        if url.isValid() and url.scheme() in OPENABLE:
            QDesktopServices.openUrl(url)

    def is_painted(self) -> bool:
        """Tell whether the node that was shown last has been painted."""
        return self._is_painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and what lies over it; keep in mind that it was seen."""
        top, end = self.positions_in(event.rect())
        self._paint_layer(self.layer.paint_below, top, end)
        super().paintEvent(event)
        self._paint_layer(self.layer.paint_above, top, end)
        if self._node is not None and not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def positions_in(self, rect: QRect) -> tuple[int, int]:
        """Return the first and last position of the document that a part of the view shows."""
        layout, shift = self.document().documentLayout(), QPoint(0, self.verticalScrollBar().value())
        top, end = (layout.hitTest(corner + shift, FUZZY) for corner in (rect.topLeft(), rect.bottomRight()))
        return top, end

    def _paint_layer(self, paint: Paint, top: int, end: int) -> None:
        """Draw what lies under or over the words."""
        if self._node is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        paint(painter, self.document(), self._style, top, end)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure of the text and the paragraph at the top."""
        self._fit_measure()
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where a link leads, and pop up a footnote; after a double click select by words."""
        point = event.position().toPoint()
        if not (event.buttons() & Qt.MouseButton.LeftButton and self.word_steps.extend_to(point)):
            super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word: Qt's own way takes Han up to the next space for one."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.word_steps.select_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection by words."""
        self.word_steps.let_go()
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the link that was under the mouse."""
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the keys of the table in `keys/fixed_keys.py`."""
        goal, self._goal = self._goal, None  # whoever moves by key wants to go nowhere else
        if self.reading.has_caret() and self.word_steps.take(event):
            return
        if not self.reading.take(event):
            self._goal = goal
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu; by key it opens at the caret."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        point = event.pos() if by_mouse else self.cursorRect().bottomLeft()
        self.menu_wanted.emit(point, event.globalPos() if by_mouse else self.viewport().mapToGlobal(point))

    def selected_text(self) -> str:
        """Return what is selected, as it would be copied."""
        return copied(self.textCursor()) if self.textCursor().hasSelection() else ""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the article; nothing else is ever loaded."""
        return self.pictures.image(QUrl(name).toString()) if self.pictures else None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy text, and the same as HTML for word processors, without what is only drawn."""
        return copied_data(self.textCursor())

    def copy_range(self, first: int, last: int) -> None:
        """Put what stands between two positions on the clipboard, as if it were selected."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        QGuiApplication.clipboard().setMimeData(copied_data(cursor))

    def note_text(self, target: str) -> str:
        """Return the footnote that a link inside the page shows."""
        number = number_of(target, NOTE_LINK)
        if number is None or number >= len(self._built.notes):
            return ""
        note = self._built.notes[number]
        return " ".join(part for part in (note.text, note.url if note.url not in note.text else "") if part)

    def _rebuild(self, offset: int | None) -> None:
        """Build the document anew, at once as far as a moment allows."""
        self._timer.stop()
        document = QTextDocument(self)
        document.setDefaultFont(self._style.text().font())
        document.setTextWidth(self.viewport().width())
        assert self._node is not None
        node, style, wording = self._node, self._style, self._wording
        frames = self.pictures.frames(style.size) if self.pictures else Frames()
        self._builder = DocumentBuilder(document, node, self._source, style, wording, frames)
        self._built = self._builder.built
        self._goal = offset
        self._is_painted = False
        finished = self._builder.step(FIRST_STEP)
        old = self.document()
        self.setDocument(document)
        if old.parent() is self:
            old.deleteLater()
        self.verticalScrollBar().setValue(0)
        if finished:
            self._finish()
        else:
            self._timer.start()
        self._reach_goal()
        self.scrolled.emit()

    def _build_on(self) -> None:
        """Insert the next blocks of a long article."""
        if self._builder is None or self._builder.step(NEXT_STEP):
            self._finish()
        self._reach_goal()

    def _finish(self) -> None:
        self._timer.stop()
        self._builder = None
        self.layer.place(self._built.offsets)
        self._reach_flash()
        self.built_up.emit()

    def _reach_goal(self) -> None:
        """Scroll to the wanted paragraph as soon as it is there."""
        if self._goal is None:
            return
        position = self._built.offsets.position_at(self._goal)
        if position is not None:
            self._scroll_to(position)
        if position is not None or self._builder is None:
            self._goal = None

    def _reach_flash(self) -> None:
        """Light up the wanted piece as soon as it is there."""
        if self._flash_goal is None or self._builder is not None:
            return
        offsets, (start, end) = self._built.offsets, self._flash_goal
        self._flash_goal = None
        first, final = offsets.position_at(start), offsets.position_at(max(end - 1, start))
        if first is not None and final is not None and first <= final:
            self.layer.flash(first, final + 1)

    def _scroll_to(self, position: int) -> None:
        """Put the line of a position on the reading line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        line = self.cursorRect(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + line.center().y() - self._reading_height())

    def _reading_height(self) -> int:
        return reading_line(self.viewport().height())

    def _reading_position(self) -> int:
        """Return the position on the reading line, or the next that shows text of the source."""
        return self._built.offsets.shown_from(self.cursorForPosition(QPoint(1, self._reading_height())).position())

    def _is_visible(self, cursor: QTextCursor) -> bool:
        return self.viewport().rect().intersects(self.cursorRect(cursor))

    def _fit_measure(self) -> None:
        """Centre the text and keep its lines to a whole number of Han, at most those that are wanted."""
        em = self._style.size
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width() - 2 * SIDE_MARGIN
        width = max(min(room // em, self._style.measure), 12) * em + 1
        spare = max(room + 2 * SIDE_MARGIN - width, 0)
        margins = QMargins(spare // 2, 0, spare - spare // 2, 0)
        if margins != self.viewportMargins():
            offset = self.top_offset() if self.verticalScrollBar().value() > 0 else None
            self.setViewportMargins(margins)
            if offset is not None:
                self._goal = offset
                QTimer.singleShot(0, self, self._reach_goal)

    def _hover(self, point: QPoint) -> None:
        self._hover_mention(point)
        target = self.anchorAt(point) if self.viewport().rect().contains(point) else ""
        if target == self._hovered:
            return
        self._hovered = target
        self.link_hovered.emit("" if is_inner(target) else shown_address(target))
        text = self.note_text(target) if target.startswith(NOTE_LINK) else self._hint_for(target)
        if text:
            from html import escape  # here: it brings the table of all entities, 2 ms of the start

            QToolTip.showText(QCursor.pos(), f"<p style='white-space:pre-wrap'>{escape(text)}</p>", self, QRect())
        else:
            QToolTip.hideText()

    def _hover_mention(self, point: QPoint) -> None:
        """Tell which mention is under the mouse."""
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        at = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit) if point.y() >= 0 else -1
        mention = self.layer.mention_at(at) if at >= 0 else None
        if mention is not self._pointed:
            self._pointed = mention
            self.mention_hovered.emit(mention)

    def _hint_for(self, target: str) -> str:
        if not target or is_inner(target):
            return ""
        hint = self.tr("Ctrl+click opens it in the browser")
        return f"{target}\n{hint}"

    def _follow(self, url: QUrl) -> None:
        """Jump inside the page, or open a link when the key for that is held."""
        target = url.toString()
        number = number_of(target, PICTURE_LINK)
        if number is not None and self.pictures:
            self.pictures.show_large(number)
            return
        built = self._built
        for scheme, positions in ((NOTE_LINK, built.note_positions), (REF_LINK, built.ref_positions)):
            number = number_of(target, scheme)
            if number is not None:
                self._jump(positions.get(number))
                return
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.open_link(target)
        else:
            self.link_refused.emit(target)

    def _jump(self, position: int | None) -> None:
        if position is None:
            return
        self.jumping.emit()
        self._scroll_to(position)
