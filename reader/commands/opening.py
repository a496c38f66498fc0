"""Open a bulletin for a command."""

from __future__ import annotations

from pathlib import Path

from reader.document import Issue
from reader.errors import ReaderError
from reader.pipeline import UNREADABLE, Progress, open_issue

NOTHING_READABLE = "“{file}” holds nothing readable: no words were found in it. Try another copy of the file."


def open_readable(path: Path, encoding: str | None, progress: Progress | None = None) -> Issue:
    """Open a bulletin; raise `ReaderError` where it holds no words."""
    issue = open_issue(path, progress, encoding)
    refuse_unreadable(issue, path)
    return issue


def refuse_unreadable(issue: Issue, path: Path) -> None:
    """Raise `ReaderError` where no words were found in a file."""
    if UNREADABLE in issue.source.warnings:
        raise ReaderError(NOTHING_READABLE, file=str(path))
