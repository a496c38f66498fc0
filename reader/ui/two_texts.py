"""The article and its original side by side: each follows the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.ui.article_view import ArticleView
from reader.ui.opened import OpenedIssue
from reader.ui.original_view import OriginalView
from reader.ui.session import Session


class TwoTexts(QObject):
    """Keep both texts at the same place and mark the paragraph being read in the original."""

    nowhere = Signal()  # a place was clicked that is part of no article

    def __init__(
        self, session: Session, article: ArticleView, original: OriginalView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self._original = original
        self._following = False  # one of the two is being scrolled after the other
        article.selectionChanged.connect(self.mark_original)
        original.scrolled.connect(self._on_original_scrolled)
        original.clicked.connect(self._on_original_clicked)

    def load(self, opened: OpenedIssue | None) -> None:
        """Show the original of an issue."""
        if opened:
            self._original.set_text(opened.issue.source.text, opened.issue.dropped, opened.lines)

    def follow_article(self) -> None:
        """Scroll the original after the article."""
        self.mark_original()
        if not self._following and self._original.isVisible():
            offset = self._article.top_offset()
            if offset is not None:
                self._original.show_offset(offset)

    def mark_original(self) -> None:
        """Mark the current paragraph in the original."""
        if self._original.isVisible():
            self._original.mark(self._article.current_spans())

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
