"""What a person says of the outline of an issue, against the rules: this is an article, that is no heading.

An amendment names a place by the words that stand there, as the reader shows them, and says what they are. It changes
labels, never characters: what is shown stays a view of the source.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.kinds import AmendmentKind

HEADINGS: tuple[AmendmentKind, ...] = ("article", "section", "subheading")
FACTS = ("title", "number", "date", "publisher")


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing set right, at the words `quote`; `prefix` and `suffix` tell them from their twins."""

    what: AmendmentKind
    quote: str
    prefix: str = ""
    suffix: str = ""
    level: int = 0  # of a heading, 1 is the top; 0 where it follows from its neighbours
    facts: tuple[tuple[str, str], ...] = ()  # of the issue, by their names in FACTS
    names: tuple[str, ...] = ()  # of a byline, where its words do not tell them
    reason: str = ""  # why something is left out

    @property
    def is_heading(self) -> bool:
        return self.what in HEADINGS
