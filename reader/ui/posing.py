"""Pictures of what stands over the window: dialogs and cards about the program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from reader.ui.window.main_window import MainWindow

SHADOW = 18  # pixels around a dialog
OUTLINE = "  reader/ui/article/page.py:210 build\nIndexError: list index out of range"  # to show what one looks like


def pose(window: MainWindow, view: str) -> None:
    """Open the dialog or the card of a view: about, hint or crash."""
    if view == "about":
        window.actions_by_id["about"].trigger()
    elif view == "hint":
        window.actions_by_id["first_steps"].trigger()
    elif view == "crash":
        from reader.ui.features.about.error_dialog import ErrorDialog

        dialog = ErrorDialog(window.settings, OUTLINE, window)
        dialog.open()
        dialog.count()


def picture_of(window: MainWindow) -> QPixmap:
    """Draw the window, and a dialog in front of it as a desktop shows it."""
    picture = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            place = QRect(window.rect().center() - dialog.rect().center(), dialog.size())
            painter = QPainter(picture)
            for spread in range(1, SHADOW + 1):
                painter.fillRect(place.adjusted(-spread, 2 - spread, spread, spread + 4), QColor(0, 0, 0, 3))
            painter.drawPixmap(place, dialog.grab())
            painter.setPen(dialog.palette().mid().color())
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            painter.end()
    return picture
