"""From a file to an Issue: load, label, compose, readable as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.compose import compose
from reader.document import Dropped, Issue, Masthead, Source
from reader.label import label
from reader.load import load
from reader.load.readable import is_readable

Progress = Callable[[str, float], None]
UNREADABLE = "nothing readable"


def open_issue(path: str | Path, progress: Progress | None = None, encoding: str | None = None) -> Issue:
    """Open one bulletin file as an Issue.

    `progress(stage, fraction)` is told how far the work is (0..1) and may raise `Cancelled` to stop it.
    `encoding` overrides the detected one. Raises `ReaderError` with a sentence for the user.
    """
    loaded = load(Path(path), encoding, progress)
    source = loaded.source
    if not is_readable(source.text):
        return _unreadable(source)
    draft = label(source.text, loaded.lines, progress)
    return compose(source, draft, progress)


def _unreadable(source: Source) -> Issue:
    """Return an issue without nodes whose whole text is one dropped span."""
    told = replace(source, warnings=(*source.warnings, UNREADABLE))
    text = source.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return Issue(told, Masthead(), (), (), (), (Dropped(start, end, "unreadable"),))
