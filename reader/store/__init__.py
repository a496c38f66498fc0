"""Keep what a person leaves in the issues that he reads: marks, bookmarks, places and the session.

The bulletins themselves are never written to. `Library` is the door; the rest are functions without state.
"""

from reader.app.data_folder import data_folder
from reader.store.anchoring import PlacedMark, Placement, make_locator, place_all, place_marks
from reader.store.article_keys import article_keys
from reader.store.history import Edit, History
from reader.store.journal import Mended
from reader.store.library import FILE_NAME, Changes, Library
from reader.store.normalised import NormalisedText, normalise
from reader.store.rescue import Rescue
from reader.store.takeaway import Arrival, pack, unpack

__all__ = [
    "FILE_NAME",
    "Arrival",
    "Changes",
    "Edit",
    "History",
    "Library",
    "Mended",
    "NormalisedText",
    "PlacedMark",
    "Placement",
    "Rescue",
    "article_keys",
    "data_folder",
    "make_locator",
    "normalise",
    "pack",
    "place_all",
    "place_marks",
    "unpack",
]
