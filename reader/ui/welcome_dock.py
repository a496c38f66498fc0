"""The joint of the welcome page, which is made when there is no issue to show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from reader.ui.article_view import ArticleView
from reader.ui.commands import Commands
from reader.ui.dock import Dock
from reader.ui.fonts import Families
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.welcome_view import WelcomeView


class WelcomeDock(Dock):
    """Show the page of a window without an issue in the place of the article."""

    def __init__(
        self, commands: Commands, session: Session, article: ArticleView, looks: tuple[Families, Theme]
    ) -> None:
        super().__init__(commands.settings(), session, article, looks, commands)
        self._commands = commands
        self.view: WelcomeView | None = None

    def show(self, center: QStackedWidget) -> None:
        """Show the page."""
        if self.view is None:
            from reader.ui.welcome_view import WelcomeView

            self.view = WelcomeView(self._families, self._theme, center)
            self.view.open_files.connect(self._commands.ask_open_files)
            self.view.open_samples.connect(self._commands.open_samples)
            self.view.open_recent.connect(lambda path: self._session.open_paths([path]))
            center.addWidget(self.view)
        self.view.show_recent([Path(name) for name in self._settings.recent])
        center.setCurrentWidget(self.view)
        self.view.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        if self.view:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.view:
            self.view.retranslate()
