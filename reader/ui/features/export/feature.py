"""The joint of handing articles on: what it needs of the window, and what the window is told of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from reader.export.publication import Marked
    from reader.model.mentions import Mentions
    from reader.ui.features.export.desk import HandDesk
    from reader.ui.features.export.making import Material
    from reader.ui.session.outline import Entry


class ExportFeature(Feature):
    """Make the desk of the files and prints when one is first wanted."""

    told = Signal(str)  # a sentence for the status line
    saved = Signal(Path)
    failed = Signal(str)  # a sentence for the user
    # a name for the work, a sentence, how far (-1: nobody knows); the sentence is empty at its end
    working = Signal(str, str, float)

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self._find_marks: Callable[[], tuple[Marked, ...] | None] = lambda: ()
        self._find_mentions: Callable[[], Mentions | None] = lambda: None
        self._waits_to_print = False  # until the highlights are known
        self.desk: HandDesk | None = None

    def draw_from(
        self, marks: Callable[[], tuple[Marked, ...] | None], mentions: Callable[[], Mentions | None]
    ) -> None:
        """Ask these for the highlights and for the figures and contacts of the issue in front."""
        self._find_marks, self._find_mentions = marks, mentions

    def ask(self) -> None:
        """Let the user hand articles on as a file or print them."""
        self._open(self._session.entry(), self._settings.hand_scope)

    def open_at(self, entry: int) -> None:
        """Hand on an article or a section of the contents."""
        opened = self._session.current()
        if opened:
            found = opened.outline.entries[entry]
            self._open(found, "section" if found.count else "article")

    def open_highlights(self, scope: str) -> None:
        """Hand on only the highlights of the article or of the issue; no file holds those of all issues."""
        self._open(self._session.entry(), "article" if scope == "article" else "issue", only_highlights=True)

    def take_marks(self) -> None:
        """Show the highlights, which may have been found or changed, or print what waited for them."""
        if self._waits_to_print and self._find_marks() is not None:
            self.print_article()
        marked = self._find_marks() if self.desk and self.desk.dialog else None
        if marked is not None and self.desk:
            self.desk.show_marked(marked)

    def cancel(self, work: str) -> None:
        """Stop a piece of work by its name."""
        if self.desk:
            self.desk.cancel(work)

    def end(self) -> None:
        """Close what is open: the window is being closed."""
        if self.desk:
            self.desk.end()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        if self.desk:
            self.desk.set_theme(theme)

    def retranslate(self) -> None:
        """Do nothing: the dialog covers the menu in which another language is chosen, and is made anew each time."""

    def is_settled(self) -> bool:
        """Tell whether the dialog shows what is wanted."""
        desk = self.desk
        if desk is None or desk.dialog is None or desk.maker is None or desk.maker.is_busy():
            return False
        return not desk.dialog.preview.shows_pages() or desk.dialog.preview.pages.is_settled()

    def _open(self, entry: Entry | None, scope: str, *, only_highlights: bool = False) -> None:
        opened = self._session.current()
        if opened is None:
            return
        from reader.ui.features.export.scopes import offer_of

        self._make().open(offer_of(opened, entry), self._material(), scope, only_highlights=only_highlights)

    def print_article(self) -> None:
        """Print the article, as soon as its highlights are known if they are to be printed."""
        opened, entry = self._session.current(), self._session.entry()
        self._waits_to_print = "highlights" in self._settings.hand_parts and self._find_marks() is None
        if opened and entry and not self._waits_to_print:
            from reader.ui.features.export.scopes import offer_of

            self._make().print_now(offer_of(opened, entry), self._material())

    def _material(self) -> Material:
        from reader.ui.features.export.making import Material

        opened = self._session.current()
        assert opened is not None
        from reader.pictures.picture_bytes import PictureBytes

        pictures = PictureBytes(opened.path, opened.password)
        return Material(opened.issue, self._find_marks(), self._find_mentions(), pictures)

    def _make(self) -> HandDesk:
        if self.desk is None:
            from reader.ui.features.export.desk import HandDesk

            desk = self.desk = HandDesk(self._settings, self._session.jobs, (self._families, self._theme), self._window)
            desk.told.connect(self.told)
            desk.saved.connect(self.saved)
            desk.failed.connect(self.failed)
            desk.working.connect(self.working)
            desk.left.connect(self._article.setFocus)
        return self.desk
