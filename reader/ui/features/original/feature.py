"""The column beside the article: the original as pages or text, and what was left out; each made when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal

from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.columns import parted
from reader.ui.kit.error_words import told
from reader.ui.kit.theme import Theme
from reader.ui.session.opened import OpenedIssue

if TYPE_CHECKING:
    from reader.model.document import Dropped
    from reader.ui.features.original.left_out_panel import LeftOutPanel
    from reader.ui.features.original.original_pages import OriginalPages
    from reader.ui.features.original.original_pane import OriginalPane
    from reader.ui.features.original.original_view import OriginalView
    from reader.ui.features.original.two_texts import TwoTexts


class OriginalFeature(Feature):
    """Make the views of the original, and connect them with the article; most starts show none of them."""

    nowhere = Signal()  # a place was clicked that is part of no article
    dropped_chosen = Signal(object)  # the Dropped to show in place
    show_wanted = Signal(object)  # the span of what was left out and shall be shown in an article
    filled = Signal()  # one of the views has been made
    rearranged = Signal()  # pages want another width than text
    failed = Signal(str)  # a sentence: the pages cannot be shown

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self.column = parted()
        self.pane: OriginalPane | None = None
        self.original: OriginalView | None = None
        self.pages: OriginalPages | None = None
        self.left_out: LeftOutPanel | None = None
        self._texts: list[TwoTexts] = []
        self._loaded: dict[OriginalView | OriginalPages, OpenedIssue] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        for view in (self.pane, self.original, self.pages, self.left_out):
            if view:
                view.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.original:
            self.original.setAccessibleName(self.tr("Original text"))
        if self.pages:
            self.pages.setAccessibleName(self.tr("Original pages"))
        for view in (self.pane, self.left_out):
            if view:
                view.retranslate()

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """Show what was left out of another issue; `arrange` shows its original."""
        if self.left_out:
            self.left_out.show_issue(opened)
        if opened is None:
            self._loaded.clear()

    def arrange(self) -> None:
        """Show what is wanted and has something to show."""
        opened, wanted = self._session.current(), self._settings
        if opened and not opened.has_text:  # its pages are in the article's place
            opened = None
        if opened and wanted.show_original:
            self._show_original(opened)
        elif self.pane:
            self.pane.hide()
        if opened and wanted.show_left_out:
            self._make_left_out().show()
        elif self.left_out:
            self.left_out.hide()
        self.column.setVisible(opened is not None and (wanted.show_original or wanted.show_left_out))

    def follow_article(self) -> None:
        """Scroll the original after the article."""
        for texts in self._texts:
            texts.follow_article()

    def show_dropped(self, dropped: Dropped) -> None:
        """Show a piece that stands in no article in place."""
        for view in (self.original, self.pages):
            if view and view.isVisible():
                view.show_dropped(dropped)

    def is_settled(self) -> bool:
        """Tell whether all that is in view has been drawn."""
        return self.pages is None or not self.pages.isVisible() or self.pages.is_settled()

    def state(self) -> bytes:
        """Return where the edge between the two stands; what was there before as long as there are not both."""
        both = self.pane is not None and self.left_out is not None
        return bytes(self.column.saveState().data()) if both else self._settings.side

    def _show_original(self, opened: OpenedIssue) -> None:
        """Show an issue as pages where it has them and the user does not want its text."""
        as_pages = opened.has_pages and self._settings.original_pages
        pane = self._make_pane()
        view = self._make_pages(pane) if as_pages else self._make_original(pane)
        self.column.setProperty("pages", as_pages)
        pane.show_view(view, has_pages=opened.has_pages)
        pane.show()
        if self._loaded.get(view) is not opened:
            self._loaded[view] = opened
            view.show_issue(opened)
            self.follow_article()

    def _on_failed(self, error: Exception) -> None:
        current = self._session.current()
        if current:
            self.failed.emit(told(current.path, error))

    def _choose(self, pages: bool) -> None:
        """Show the original as pages or as text from now on."""
        self._settings.original_pages = pages
        self.arrange()
        self.rearranged.emit()
        self.follow_article()
        view = self.pages if pages else self.original
        if view:
            view.setFocus()

    def _make_pane(self) -> OriginalPane:
        if self.pane is None:
            from reader.ui.features.original.original_pane import OriginalPane

            self.pane = OriginalPane(self._theme, self.column)
            self.pane.pages_wanted.connect(self._choose)
            self.column.insertWidget(0, self.pane)
            self._share()
        return self.pane

    def _make_original(self, pane: OriginalPane) -> OriginalView:
        if self.original is None:
            from reader.ui.features.original.original_view import OriginalView

            self.original = OriginalView(self._families, self._theme, pane)
            self._connect(self.original, pane)
        return self.original

    def _make_pages(self, pane: OriginalPane) -> OriginalPages:
        if self.pages is None:
            from reader.ui.features.original.original_pages import OriginalPages

            self.pages = OriginalPages(self._session.jobs, self._session.page_files, self._theme, pane)
            self.pages.failed.connect(self._on_failed)
            self._connect(self.pages, pane)
        return self.pages

    def _connect(self, view: OriginalView | OriginalPages, pane: OriginalPane) -> None:
        """Let a new view and the article follow each other."""
        from reader.ui.features.original.two_texts import TwoTexts

        texts = TwoTexts(self._session, self._article, view, self)
        texts.nowhere.connect(self.nowhere)
        self._texts.append(texts)
        pane.hold(view)
        self.retranslate()
        self.filled.emit()

    def _make_left_out(self) -> LeftOutPanel:
        if self.left_out is None:
            from reader.ui.features.original.left_out_panel import LeftOutPanel

            self.left_out = LeftOutPanel(self._families, self._theme, self.column)
            self.left_out.chosen.connect(self.dropped_chosen)
            self.left_out.show_wanted.connect(self.show_wanted)
            self.left_out.show_issue(self._session.current())
            self.column.addWidget(self.left_out)
            self._share()
            self.filled.emit()
        return self.left_out

    def _share(self) -> None:
        """Share the height between both as the user did last."""
        if self.pane and self.left_out:
            self.column.setSizes([600, 400])
            if self._settings.side:
                self.column.restoreState(QByteArray(self._settings.side))
