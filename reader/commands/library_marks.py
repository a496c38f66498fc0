"""What the user did with issues that a question to the library can ask for: what he read."""

from __future__ import annotations

from reader.library.searching import Traces


def kept_marks() -> Traces:
    """Return what is kept beside the library."""
    return Traces()
