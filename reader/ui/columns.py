"""The three columns of the window: contents, article, side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

CONTENTS_SHARE, CONTENTS_WIDTHS = 0.217, (205, 312)
SIDE_SHARE, SIDE_WIDTHS = 0.33, (300, 720)


class Columns(QSplitter):
    """Share the width sensibly until the user moves a column; from then on keep what he chose."""

    def __init__(self, contents: QWidget, article: QWidget, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("columnSplitter")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget, least in ((contents, 190), (article, 320), (side, 240)):
            widget.setMinimumWidth(least)
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self._is_chosen = False
        self.splitterMoved.connect(self._on_moved)

    def chosen_state(self) -> bytes:
        """Return the widths that the user chose; nothing when he left them alone."""
        return bytes(self.saveState().data()) if self._is_chosen else b""

    def restore(self, state: bytes) -> None:
        """Use widths that the user chose earlier."""
        if state:
            self._is_chosen = self.restoreState(QByteArray(state))

    def share(self) -> None:
        """Share the width anew."""
        if self._is_chosen:
            return
        contents = _within(self.width() * CONTENTS_SHARE, CONTENTS_WIDTHS)
        side = _within(self.width() * SIDE_SHARE, SIDE_WIDTHS)
        self.setSizes([contents, self.width() - contents - side, side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.share()

    def _on_moved(self) -> None:
        self._is_chosen = True


def _within(width: float, limits: tuple[int, int]) -> int:
    return min(max(round(width), limits[0]), limits[1])
