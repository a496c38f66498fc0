"""What the user has set right among figures and contacts, for the commands that export them."""

from __future__ import annotations

from pathlib import Path

from reader.model.document import Issue
from reader.model.errors import CannotKeep
from reader.model.mentions import Mentions


def as_set_right(issue: Issue, mentions: Mentions, file: Path) -> Mentions:
    """Return mentions with the rows that the user removed, changed and added, without writing to where that is kept.

    Marks that cannot be read hinder no export: the rows are then as the program reads them.
    """
    from reader.app.data_folder import LIBRARY, data_folder

    path = data_folder() / LIBRARY
    if not path.exists():
        return mentions
    from reader.corrections import corrected
    from reader.store import Library, normalise, place_all

    try:
        with Library.copy_of(path) as library:
            if not library.corrections():
                return mentions
            text = normalise(issue.source.text)
            corrections = library.corrections(library.recognise(issue, text, file))
    except CannotKeep:
        return mentions
    places = place_all(text, [correction.locator for correction in corrections])
    pairs = zip(corrections, places, strict=True)
    return corrected(issue, mentions, [(correction, place.spans) for correction, place in pairs if place])
