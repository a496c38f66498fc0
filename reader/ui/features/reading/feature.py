"""The box in which the user chooses how the article is set, made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.ui.features.feature import Feature, FeatureGround

if TYPE_CHECKING:
    from reader.ui.features.reading.reading_box import ReadingBox


class ReadingFeature(Feature):
    """Show and hide the box beside the article."""

    style_changed = Signal()  # the article is to be set anew
    theme_chosen = Signal(str)
    left = Signal()  # the keyboard goes back to the article

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self._page: QWidget = self._article
        self.box: ReadingBox | None = None

    def stand_beside(self, page: QWidget) -> None:
        """Show the box beside this page from now on."""
        self._page = page

    def toggle(self) -> None:
        """Show the box, or leave it."""
        if self.box is None:
            from reader.ui.features.reading.reading_box import ReadingBox

            self.box = ReadingBox(self._settings, self._window)
            self.box.style_changed.connect(self.style_changed)
            self.box.theme_chosen.connect(self.theme_chosen)
            self.box.left.connect(self.left)
        elif self.box.isVisible():
            self.box.leave()
            return
        self.box.stand_beside(self._page)

    def follow(self) -> None:
        """Show what is set now: it was changed elsewhere."""
        if self.box:
            self.box.show_settings()
