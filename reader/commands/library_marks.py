"""What the user did with issues that a question to the library can ask for: what he read, tags and stars."""

from __future__ import annotations

from reader.app.data_folder import LIBRARY, data_folder
from reader.library.own import Own
from reader.library.searching import Traces
from reader.model.errors import CannotKeep


def kept_marks() -> Traces:
    """Return what is kept beside the library, without writing to it; marks that cannot be read hinder no question."""
    folder = data_folder()
    labels = Own.kept(folder).labels
    if not (folder / LIBRARY).exists():
        return Traces((), labels)
    from reader.store import Library

    try:
        with Library.copy_of(folder / LIBRARY) as library:
            return Traces(library.read_everywhere(), labels)
    except CannotKeep:
        return Traces((), labels)
