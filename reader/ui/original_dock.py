"""The column beside the article: the original text and what was left out, each made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Signal

from reader.ui.article_view import ArticleView
from reader.ui.columns import parted
from reader.ui.dock import Dock
from reader.ui.fonts import Families
from reader.ui.opened import OpenedIssue
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.document import Dropped
    from reader.ui.left_out_panel import LeftOutPanel
    from reader.ui.original_view import OriginalView
    from reader.ui.two_texts import TwoTexts


class OriginalDock(Dock):
    """Make the views of the original, and connect them with the article; most starts show none of them."""

    nowhere = Signal()  # a place was clicked that is part of no article
    dropped_chosen = Signal(object)  # the Dropped to show in place
    filled = Signal()  # one of the two has been made

    def __init__(
        self,
        settings: Settings,
        session: Session,
        article: ArticleView,
        looks: tuple[Families, Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(settings, session, article, looks, parent)
        self.column = parted()
        self.original: OriginalView | None = None
        self.left_out: LeftOutPanel | None = None
        self._texts: TwoTexts | None = None

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        for view in (self.original, self.left_out):
            if view:
                view.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.original:
            self.original.setAccessibleName(self.tr("Original text"))
        if self.left_out:
            self.left_out.retranslate()

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """Show the original of another issue, and what was left out of it."""
        if self.left_out:
            self.left_out.show_issue(opened)
        if self._texts and self._settings.show_original:
            self._texts.load(opened)

    def arrange(self) -> None:
        """Show what is wanted and has something to show."""
        opened, wanted = self._session.current(), self._settings
        if opened and wanted.show_original:
            is_new = self.original is None or self.original.isHidden()
            original = self._make_original()
            if is_new and self._texts:
                self._texts.load(opened)
            original.show()
        elif self.original:
            self.original.hide()
        if opened and wanted.show_left_out:
            self._make_left_out().show()
        elif self.left_out:
            self.left_out.hide()
        self.column.setVisible(opened is not None and (wanted.show_original or wanted.show_left_out))

    def follow_article(self) -> None:
        """Scroll the original after the article."""
        if self._texts:
            self._texts.follow_article()

    def show_dropped(self, dropped: Dropped) -> None:
        """Show a piece that stands in no article in place."""
        if self.original:
            self.original.show_dropped(dropped)

    def state(self) -> bytes:
        """Return where the edge between the two stands; what was there before as long as there are not both."""
        both = self.original is not None and self.left_out is not None
        return bytes(self.column.saveState().data()) if both else self._settings.side

    def _make_original(self) -> OriginalView:
        if self.original is None:
            from reader.ui.original_view import OriginalView
            from reader.ui.two_texts import TwoTexts

            self.original = OriginalView(self._families, self._theme, self.column)
            self._texts = TwoTexts(self._session, self._article, self.original, self)
            self._texts.nowhere.connect(self.nowhere)
            self.column.insertWidget(0, self.original)
            self._share()
            self.retranslate()
            self.filled.emit()
        return self.original

    def _make_left_out(self) -> LeftOutPanel:
        if self.left_out is None:
            from reader.ui.left_out_panel import LeftOutPanel

            self.left_out = LeftOutPanel(self._families, self._theme, self.column)
            self.left_out.chosen.connect(self.dropped_chosen)
            self.left_out.show_issue(self._session.current())
            self.column.addWidget(self.left_out)
            self._share()
            self.filled.emit()
        return self.left_out

    def _share(self) -> None:
        """Share the height between both as the user did last."""
        if self.original and self.left_out:
            self.column.setSizes([600, 400])
            if self._settings.side:
                self.column.restoreState(QByteArray(self._settings.side))
