"""The box in which the user chooses how the article is set, made when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.ui.features.feature import Feature, Ground

if TYPE_CHECKING:
    from reader.ui.features.reading.reading_box import ReadingBox


class ReadingFeature(Feature):
    """Show and hide the box beside the article."""

    style_changed = Signal()  # the article is to be set anew
    theme_chosen = Signal(str)
    left = Signal()  # the keyboard goes back to the article

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.box: ReadingBox | None = None

    def toggle(self, page: QWidget) -> None:
        """Show the box beside the page, or leave it."""
        if self.box is None:
            from reader.ui.features.reading.reading_box import ReadingBox

            self.box = ReadingBox(self._settings, self._window)
            self.box.style_changed.connect(self.style_changed)
            self.box.theme_chosen.connect(self.theme_chosen)
            self.box.left.connect(self.left)
        elif self.box.isVisible():
            self.box.leave()
            return
        self.box.stand_beside(page)

    def follow(self) -> None:
        """Show what is set now: it was changed elsewhere."""
        if self.box:
            self.box.show_settings()
