"""The contacts of an issue."""

from __future__ import annotations

from collections.abc import Callable

from reader.document import Issue
from reader.mentions import Contact

Progress = Callable[[str, float], None]


def contacts_of(issue: Issue, progress: Progress | None = None) -> tuple[Contact, ...]:
    """List the contacts of an issue in source order; `progress` may raise to stop the work."""
    return ()
