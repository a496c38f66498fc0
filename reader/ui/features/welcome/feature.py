"""The joint of the welcome page, which is made when there is no issue to show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from reader.ui.features.welcome.welcome_view import WelcomeView


class WelcomeFeature(Feature):
    """Show the page of a window without an issue in the place of the article."""

    files_wanted = Signal()  # the user is to choose some
    samples_wanted = Signal()

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self.view: WelcomeView | None = None

    def show(self, center: QStackedWidget) -> None:
        """Show the page."""
        if self.view is None:
            from reader.ui.features.welcome.welcome_view import WelcomeView

            self.view = WelcomeView(self._families, self._theme, center)
            self.view.open_files.connect(self.files_wanted)
            self.view.open_samples.connect(self.samples_wanted)
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
