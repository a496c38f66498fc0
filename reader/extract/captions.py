"""The captions of an issue."""

from __future__ import annotations

from collections.abc import Callable

from reader.document import Issue
from reader.mentions import CaptionMention

Progress = Callable[[str, float], None]


def captions_of(issue: Issue, progress: Progress | None = None) -> tuple[CaptionMention, ...]:
    """List the captions of an issue in source order; `progress` may raise to stop the work."""
    return ()
