"""The article and its original side by side, as text or as pages: each follows the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model.document import Span
from reader.ui.article.article_view import ArticleView
from reader.ui.session.session import Session

if TYPE_CHECKING:
    from reader.ui.features.original.original_pages import OriginalPages
    from reader.ui.features.original.original_view import OriginalView


class TwoTexts(QObject):
    """Keep both texts at the same place and mark the paragraph being read in the original."""

    nowhere = Signal()  # a place was clicked that is part of no article

    def __init__(
        self,
        session: Session,
        article: ArticleView,
        original: OriginalView | OriginalPages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self._original = original
        self._following = False  # one of the two is being scrolled after the other
        article.selectionChanged.connect(self.mark_original)
        original.scrolled.connect(self._on_original_scrolled)
        original.clicked.connect(self._on_original_clicked)

    def follow_article(self) -> None:
        """Scroll the original after the article."""
        self.mark_original()
        if not self._following and self._original.isVisible():
            spans = self._at_top()
            offset = spans[0].start if spans else self._article.top_offset()
            if offset is not None:
                self._original.show_offset(offset)

    def mark_original(self) -> None:
        """Mark the current paragraph in the original."""
        if self._original.isVisible():
            self._original.mark(self._at_top() or self._article.current_spans())

    def _at_top(self) -> tuple[Span, ...]:
        """Return where the title is printed, as long as the article is at its top and nothing in it is selected.

        An article that is in view as a whole is current as a whole.
        """
        entry, bar = self._session.entry(), self._article.verticalScrollBar()
        if entry is None or bar.value() > 0 or self._article.textCursor().hasSelection():
            return ()
        node = entry.node
        if bar.maximum() > 0 or not self._article.is_complete():
            return node.title_spans
        return (*node.title_spans, *(span for block in node.blocks for span in block.spans))

    def _on_original_scrolled(self) -> None:
        self._following = True
        self._article.show_nearest(self._original.reading_offset())
        self._following = False

    def _on_original_clicked(self, offset: int) -> None:
        if self._article.built().offsets.position_at(offset) is None and not self._session.go_to_source(offset):
            self.nowhere.emit()
            return
        self._following = True
        self._article.show_offset(offset)
        self._following = False
