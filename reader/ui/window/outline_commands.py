"""The handlers of the commands that concern the outline."""

from __future__ import annotations

from typing import Any


class OutlineCommands:
    """Pass on what the user says of the outline."""

    outline_wanted: Any  # a signal with the name of an act

    def say_article(self) -> None:
        """Make the selected words, or the heading being read, the title of an article."""
        self.outline_wanted.emit("article")

    def say_section(self) -> None:
        """Make them the title of a section."""
        self.outline_wanted.emit("section")

    def say_subheading(self) -> None:
        """Make them a subheading."""
        self.outline_wanted.emit("subheading")

    def say_text(self) -> None:
        """Make text of the heading being read."""
        self.outline_wanted.emit("text")

    def raise_level(self) -> None:
        """Move the article or the section up a level."""
        self.outline_wanted.emit("raise")

    def lower_level(self) -> None:
        """Move it down a level."""
        self.outline_wanted.emit("lower")

    def join_article(self) -> None:
        """Make the article a part of the one before."""
        self.outline_wanted.emit("join_article")

    def join_paragraph(self) -> None:
        """Join the paragraph with the next one."""
        self.outline_wanted.emit("join")

    def split_paragraph(self) -> None:
        """Begin a paragraph with the selected words."""
        self.outline_wanted.emit("split")

    def leave_out(self) -> None:
        """Leave the selected words or the paragraph out."""
        self.outline_wanted.emit("leave_out")

    def say_byline(self) -> None:
        """Make a byline of the selected words or the paragraph."""
        self.outline_wanted.emit("byline")

    def edit_facts(self) -> None:
        """Edit title, number, date and publisher of the issue."""
        self.outline_wanted.emit("facts")
