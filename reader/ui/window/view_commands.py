"""The handlers of the commands that change what is shown, and how."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from reader.ui.session.settings import DEFAULT_TEXT_SIZE, TEXT_SIZES, Settings


class ViewCommands:
    """Keep what the user wants to see in the settings, and tell the window."""

    _settings: Settings
    _window: Any
    panels_changed: Any
    text_size_changed: Any
    look_changed: Any
    tab_wanted: Any
    reading_wanted: Any

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

    def show_figures(self) -> None:
        """Go to the list of figures."""
        self.tab_wanted.emit("figures")

    def show_captions(self) -> None:
        """Go to the list of captions."""
        self.tab_wanted.emit("captions")

    def show_contacts_list(self) -> None:
        """Go to the list of contacts."""
        self.tab_wanted.emit("contacts")

    def show_dates(self) -> None:
        """Go to the list of dates."""
        self.tab_wanted.emit("dates")

    def larger_text(self) -> None:
        """Set the article one size larger."""
        self._set_text_size(next((size for size in TEXT_SIZES if size > self._settings.text_size), TEXT_SIZES[-1]))

    def smaller_text(self) -> None:
        """Set the article one size smaller."""
        smaller = [size for size in TEXT_SIZES if size < self._settings.text_size]
        self._set_text_size(smaller[-1] if smaller else TEXT_SIZES[0])

    def normal_text(self) -> None:
        """Set the article in its usual size."""
        self._set_text_size(DEFAULT_TEXT_SIZE)

    def set_theme_system(self) -> None:
        """Use light or dark colours as the system does."""
        self._set_theme("system")

    def set_theme_light(self) -> None:
        """Use light colours."""
        self._set_theme("light")

    def set_theme_sepia(self) -> None:
        """Use the colours of old paper."""
        self._set_theme("sepia")

    def set_theme_dark(self) -> None:
        """Use dark colours."""
        self._set_theme("dark")

    def reading_settings(self) -> None:
        """Let the user choose how the article is set."""
        self.reading_wanted.emit()

    def set_language_system(self) -> None:
        """Speak the language of the system."""
        self._set_language("system")

    def set_language_zh(self) -> None:
        """Speak Chinese."""
        self._set_language("zh")

    def set_language_en(self) -> None:
        """Speak English."""
        self._set_language("en")

    def full_screen(self, wanted: bool) -> None:
        """Fill the screen with the text alone, or return to a window; the bars hide."""
        state = self._window.windowState()
        full = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full if wanted else state & ~full)
        self._window.show_bars(not wanted)

    def _set_text_size(self, size: int) -> None:
        if size != self._settings.text_size:
            self._settings.text_size = size
            self.text_size_changed.emit()

    def _set_theme(self, theme: str) -> None:
        self._settings.theme = theme
        self.look_changed.emit()

    def _set_language(self, language: str) -> None:
        self._settings.language = language
        self.look_changed.emit()
