"""Read an article by key: pages, lines, paragraphs, and a caret that selects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QTextBlock
from PySide6.QtWidgets import QTextBrowser

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ABOVE_PARAGRAPH = 14  # pixels kept free above a paragraph that is brought to the top
CARET_PIXELS = 2
DEFAULT_LINE = 30  # pixels, where there is no line to measure
CARET_MOVES = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip


class ReadingKeys(QObject):
    """Move the page of a text by key; tell when another article is wanted."""

    article_wanted = Signal(int)  # 1 for the next, -1 for the one before

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        self._acts: dict[str, str] = {}  # what each key does

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key; tell whether it was one of the table."""
        pressed = QKeySequence(event.keyCombination()).toString()
        if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            pressed = pressed.replace("Num+", "")
        if self.has_caret() and event.key() in CARET_MOVES:
            self._bring_caret()
            return False
        act = self._act_of(pressed)
        if act is None:
            return False
        getattr(self, act)()
        return True

    def _act_of(self, pressed: str) -> str | None:
        if not self._acts:
            # Imported here: the first key comes long after the start.
            from reader.ui.article.fixed_keys import FIXED_KEYS

            self._acts = {key: fixed.act for fixed in FIXED_KEYS if fixed.act for key in fixed.keys}
        return self._acts.get(pressed)

    # The caret

    def has_caret(self) -> bool:
        """Tell whether a caret moves in the text."""
        return bool(self._view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def show_caret(self, shown: bool) -> None:
        """Move a caret by key, beginning at the top of the page, or scroll by key."""
        by_key = Qt.TextInteractionFlag.TextSelectableByKeyboard
        flags = self._view.textInteractionFlags()
        self._view.setTextInteractionFlags(flags | by_key if shown else flags & ~by_key)
        if shown:
            self._bring_caret()

    def _bring_caret(self) -> None:
        """Put a caret that is out of sight at the top of the page; a selection stays."""
        view = self._view
        view.setCursorWidth(CARET_PIXELS)  # each document has its own
        cursor = view.textCursor()
        if cursor.hasSelection() or view.viewport().rect().intersects(view.cursorRect(cursor)):
            return
        view.setTextCursor(view.cursorForPosition(QPoint(1, ABOVE_PARAGRAPH)))

    # Acts of the table

    def page_down(self) -> None:
        """Scroll on by a page, but for one line, so that the eye finds its place."""
        self._scroll(self._page())

    def page_up(self) -> None:
        """Scroll back by a page, but for one line."""
        self._scroll(-self._page())

    def line_down(self) -> None:
        """Scroll on by a line."""
        self._scroll(self._line())

    def line_up(self) -> None:
        """Scroll back by a line."""
        self._scroll(-self._line())

    def next_paragraph(self) -> None:
        """Bring the next paragraph to the top."""
        edge = self._view.verticalScrollBar().value() + ABOVE_PARAGRAPH + 1
        block = self._block_at_top()
        while block.isValid() and (self._top(block) <= edge or block.length() <= 1):
            block = block.next()
        if block.isValid():
            self._scroll_to(block)
        else:
            self.bottom()

    def previous_paragraph(self) -> None:
        """Bring the start of this paragraph to the top, or the paragraph before."""
        edge = self._view.verticalScrollBar().value() + ABOVE_PARAGRAPH - 1
        block = self._block_at_top()
        while block.isValid() and (self._top(block) >= edge or block.length() <= 1):
            block = block.previous()
        if block.isValid():
            self._scroll_to(block)
        else:
            self.top()

    def top(self) -> None:
        """Go to the top of the article."""
        self._view.verticalScrollBar().setValue(0)

    def bottom(self) -> None:
        """Go to the end of the article."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.maximum())

    def next_article(self) -> None:
        """Ask for the next article."""
        self.article_wanted.emit(1)

    def previous_article(self) -> None:
        """Ask for the article before."""
        self.article_wanted.emit(-1)

    def _page(self) -> int:
        return max(self._view.viewport().height() - self._line(), self._line())

    def _line(self) -> int:
        """Return the height of a line in the midst of the page."""
        block = self._view.cursorForPosition(QPoint(1, self._view.viewport().height() // 2)).block()
        layout = block.layout()
        if layout.lineCount() > 1:
            return round(layout.lineAt(1).y() - layout.lineAt(0).y())
        return DEFAULT_LINE

    def _scroll(self, pixels: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def _scroll_to(self, block: QTextBlock) -> None:
        self._view.verticalScrollBar().setValue(round(self._top(block)) - ABOVE_PARAGRAPH)

    def _block_at_top(self) -> QTextBlock:
        return self._view.cursorForPosition(QPoint(1, ABOVE_PARAGRAPH)).block()

    def _top(self, block: QTextBlock) -> float:
        return self._view.document().documentLayout().blockBoundingRect(block).top()
