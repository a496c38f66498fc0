"""The figures of an issue."""

from __future__ import annotations

from collections.abc import Callable

from reader.document import Issue
from reader.mentions import Figure

Progress = Callable[[str, float], None]


def figures_of(issue: Issue, progress: Progress | None = None) -> tuple[Figure, ...]:
    """List the figures of an issue in source order; `progress` may raise to stop the work."""
    return ()
