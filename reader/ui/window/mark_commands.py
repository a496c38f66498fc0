"""The handlers of the commands that concern marks."""

from __future__ import annotations

from typing import Any

from reader.ui.session.settings import Settings


class MarkCommands:
    """Pass on what the user wants of marks; what it means is decided at their desk."""

    _settings: Settings
    panels_changed: Any
    mark_wanted: Any  # a signal with the name of an act of `marks.desk`

    def highlight(self) -> None:
        """Mark the selected text."""
        self.mark_wanted.emit("highlight")

    def write_note(self) -> None:
        """Write a note on the selected text."""
        self.mark_wanted.emit("note")

    def undo_mark(self) -> None:
        """Take the last change of a mark back."""
        self.mark_wanted.emit("undo")

    def redo_mark(self) -> None:
        """Change a mark again as it was before it was taken back."""
        self.mark_wanted.emit("redo")

    def bookmark(self) -> None:
        """Put a bookmark on the paragraph, or take it away."""
        self.mark_wanted.emit("bookmark")

    def bookmark_article(self) -> None:
        """Put a bookmark on the article, or take it away."""
        self.mark_wanted.emit("bookmark_article")

    def next_bookmark(self) -> None:
        """Go to the next bookmark of the issue."""
        self.mark_wanted.emit("next_bookmark")

    def previous_bookmark(self) -> None:
        """Go to the previous bookmark of the issue."""
        self.mark_wanted.emit("previous_bookmark")

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

    def go_to_marks(self) -> None:
        """Go to the list of marks, which opens when it is hidden."""
        if not (self._settings.show_side and self._settings.show_marks_panel):
            self.show_marks_panel(True)
        self.mark_wanted.emit("focus")
