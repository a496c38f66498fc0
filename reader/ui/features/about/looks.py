"""The look of what tells about the program: it may stand without a window, so that it finds its look itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QWidget

from reader.ui.kit.fonts import Families
from reader.ui.kit.theme import Theme, load_theme, resolve, style_sheet
from reader.ui.session.settings import Settings

FAMILIES = Families()
LOOK_CHANGES = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


def theme_of(settings: Settings) -> Theme:
    """Return the theme that the settings ask for."""
    return load_theme(resolve(settings.theme))


def dress(widget: QWidget, theme: Theme) -> None:
    """Give a widget the style sheet of a theme."""
    widget.setStyleSheet(style_sheet(theme, FAMILIES.sans, FAMILIES.serif, "about"))


class PlainDialog(QDialog):
    """A dialog in the theme and language of the settings, which it follows while it is open."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme = theme_of(settings)
        dress(self, self.theme)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme and language."""
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES and resolve(self._settings.theme) != self.theme.name:
            self.theme = theme_of(self._settings)
            dress(self, self.theme)
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
