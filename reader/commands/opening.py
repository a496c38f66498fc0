"""Open a bulletin for a command."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from reader.model.document import Issue
from reader.model.errors import CannotKeep, ReaderError
from reader.pipeline import NO_TEXT, UNREADABLE, Progress, Understood, composed, read

NOTHING_READABLE = "“{file}” holds nothing readable: no words were found in it. Try another copy of the file."
FOLLOWED = "{count} correction(s) from the profile “{path}”"
NO_TEXT_LAYER = (
    "“{file}” holds pictures of its pages and no text: “bulletin-reader recognise” with its name reads them."
)


def open_readable(
    path: Path,
    encoding: str | None,
    progress: Progress | None = None,
    password: str | None = None,
    corrections: Path | None = None,
    profile: Path | None = None,
) -> Issue:
    """Open a bulletin; raise `ReaderError` where it holds no words."""
    issue = open_corrected(path, encoding, password, corrections, progress, profile)
    refuse_unreadable(issue, path)
    return issue


def open_corrected(
    path: Path,
    encoding: str | None,
    password: str | None,
    corrections: Path | None,
    progress: Progress | None = None,
    profile: Path | None = None,
) -> Issue:
    """Open a bulletin with the corrections of a file, and list those of them that have no place in it.

    Without a file those apply that the user made in the window. The profile of a periodical says less than they do.
    """
    if profile is not None:
        return _with_profile(read(path, progress, encoding, password), corrections, profile)
    if corrections is None:
        understood = read(path, progress, encoding, password)
        issue = composed(understood, progress=progress).issue
        return _as_kept(understood, issue, path)
    from reader.commands.amendments import read_amendments, tell_unplaced

    amendments = read_amendments(corrections)
    found = composed(read(path, progress, encoding, password), amendments, as_outline=True, progress=progress)
    tell_unplaced(found, corrections)
    return found.issue


def _with_profile(understood: Understood, corrections: Path | None, profile: Path) -> Issue:
    """Compose a bulletin with the corrections of a file, and with what the profile of its periodical says."""
    from reader.commands.amendments import read_amendments, tell_unplaced
    from reader.periodical_file import read_profile
    from reader.pipeline import suggested

    told = read_amendments(corrections) if corrections else ()
    hints = suggested(understood, read_profile(profile))
    places = [*(() for _ in told), *(hint.spans for hint in hints)]
    found = composed(understood, (*told, *(hint.amendment for hint in hints)), places)
    print(f"bulletin-reader: {ReaderError(FOLLOWED, count=len(hints), path=str(profile))}", file=sys.stderr)
    tell_unplaced(replace(found, unplaced=tuple(one for one in found.unplaced if one in told)))
    return found.issue


def _as_kept(understood: Understood, issue: Issue, path: Path) -> Issue:
    """Return an issue as the user has set its outline right; what cannot be read of that hinders nobody."""
    from reader.commands.kept_outline import kept_marks
    from reader.outline_marks import PlacedOutline

    try:
        marks, text = kept_marks(issue, path)
    except CannotKeep:
        return issue
    if not marks or text is None:
        return issue
    found = PlacedOutline(text, marks)
    return composed(understood, found.amendments, found.places).issue


def refuse_unreadable(issue: Issue, path: Path) -> None:
    """Raise `ReaderError` where no words were found in a file."""
    if UNREADABLE in issue.source.warnings:
        sentence = NO_TEXT_LAYER if NO_TEXT in issue.source.warnings else NOTHING_READABLE
        raise ReaderError(sentence, file=str(path))
