"""A label on one line that shortens its text to the room it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidedLabel(QLabel):
    """Show as much of a text as fits; the whole of it is the tool tip when it does not."""

    def __init__(self, parent: QWidget | None = None, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._whole = ""
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.updateGeometry()
        self._fit()

    def whole_text(self) -> str:
        """Return the text before it was shortened."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        hint = super().sizeHint()
        margins = self.contentsMargins()
        sides = margins.left() + margins.right() + 4
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + sides, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with little room."""
        return QSize(20, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.contentsRect().width(), 0))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
