"""The text in front: copied, with its source too, set larger or smaller, and searched for what is uncertain."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from reader.ui.features.feature import Feature
from reader.ui.session.settings import DEFAULT_TEXT_SIZE, TEXT_SIZES


class TextFeature(Feature):
    """Do what concerns the text that is being read."""

    style_changed = Signal()  # the article is to be set anew
    told = Signal(str)  # a sentence in passing

    def copy(self) -> None:
        """Copy what is selected in the text that has the focus."""
        _call_on_focus("copy")

    def select_all(self) -> None:
        """Select everything in the text that has the focus."""
        _call_on_focus("selectAll", "select_all")

    def copy_with_source(self, style: str) -> None:
        """Copy the selection with its issue, article and page, in a style of `export.citing`."""
        from reader.ui.article.citing import copy_with_source

        self.told.emit(copy_with_source(self._article, self._session, style))

    def step_size(self, step: int) -> None:
        """Set the article one size larger or smaller."""
        size = self._settings.text_size
        others = [other for other in TEXT_SIZES if (other - size) * step > 0]
        if others:
            self._set_size(others[0 if step > 0 else -1])

    def normal_size(self) -> None:
        """Set the article in its usual size."""
        self._set_size(DEFAULT_TEXT_SIZE)

    def next_doubtful(self) -> None:
        """Go to the next place where the reading is uncertain."""
        if not self._session.go_to_doubtful():
            self.told.emit(self.tr("Nothing in this issue is uncertain."))

    def _set_size(self, size: int) -> None:
        if size != self._settings.text_size:
            self._settings.text_size = size
            self.style_changed.emit()


def _call_on_focus(*names: str) -> None:
    """Call the first of these methods that the focused widget has."""
    focused = QApplication.focusWidget()
    for name in names:
        method = getattr(focused, name, None)
        if callable(method):
            method()
            return
