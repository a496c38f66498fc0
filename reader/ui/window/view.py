"""What of the window the user wants to see, and how it looks: kept in the settings, and told."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.ui.session.settings import Settings


class ViewChoices(QObject):
    """Keep what the user wants to see in the settings, and tell the window."""

    panels_changed = Signal()
    look_changed = Signal()  # another theme or language

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    def show_contents(self, shown: bool) -> None:
        """Show or hide the contents."""
        self._settings.show_contents = shown
        self.panels_changed.emit()

    def show_original(self, shown: bool) -> None:
        """Show or hide the original text beside the article."""
        self._settings.show_original = shown
        self.panels_changed.emit()

    def show_left_out(self, shown: bool) -> None:
        """Show or hide the list of what was left out."""
        self._settings.show_left_out = shown
        self.panels_changed.emit()

    def show_side(self, shown: bool) -> None:
        """Show or hide the panel of figures, captions, contacts and dates."""
        self._settings.show_side, self._settings.show_marks_panel = shown, False
        self.panels_changed.emit()

    def show_marks(self, shown: bool) -> None:
        """Mark figures and contacts in the text, or leave the text plain."""
        self._settings.show_marks = shown
        self.panels_changed.emit()

    def show_marks_panel(self, shown: bool) -> None:
        """Show the list of marks in the place of the panel at the right, or that panel again."""
        settings = self._settings
        if shown:
            settings.marks_alone = not settings.show_side
            settings.show_side = True
        elif settings.marks_alone:
            settings.show_side = False
        settings.show_marks_panel = shown
        self.panels_changed.emit()

    def set_theme(self, theme: str) -> None:
        """Use the colours of a theme, or light or dark ones as the system does."""
        self._settings.theme = theme
        self.look_changed.emit()

    def set_language(self, language: str) -> None:
        """Speak Chinese, English or the language of the system."""
        self._settings.language = language
        self.look_changed.emit()
