"""The handlers of the commands that concern rows of the panel."""

from __future__ import annotations

from typing import Any


class RowCommands:
    """Pass on what the user wants of rows; what it means is decided at their desk."""

    row_wanted: Any  # a signal with the name of an act: correct, remove, add_figure, add_contact

    def correct_row(self) -> None:
        """Set the row right at which the keyboard is."""
        self.row_wanted.emit("correct")

    def remove_row(self) -> None:
        """Remove the selected rows."""
        self.row_wanted.emit("remove")

    def add_figure(self) -> None:
        """Add the selected text to the figures."""
        self.row_wanted.emit("add_figure")

    def add_contact(self) -> None:
        """Add the selected text to the contacts."""
        self.row_wanted.emit("add_contact")
