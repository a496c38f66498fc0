"""What the user set right in the outline of a bulletin in the window, for the commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.document import Issue
from reader.model.marks import OutlineMark

if TYPE_CHECKING:
    from reader.store import NormalisedText


def kept_marks(issue: Issue, file: Path) -> tuple[list[OutlineMark], NormalisedText | None]:
    """Return what is kept of the outline of an issue, and its text, without writing to where it is kept.

    Raises `CannotKeep` where that cannot be read. Most have kept nothing, which costs them a look at the file.
    """
    from reader.app.data_folder import LIBRARY, data_folder

    path = data_folder() / LIBRARY
    if not path.exists():
        return [], None
    from reader.store import Library, normalise

    with Library.copy_of(path) as library:
        if not library.outline_marks():
            return [], None
        text = normalise(issue.source.text)
        return library.outline_marks(library.recognise(issue, text, file)), text
