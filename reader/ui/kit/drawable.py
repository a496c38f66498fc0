"""Which pictures the window can draw, as far as is known before they are read."""

from __future__ import annotations

from reader.model.document import FilePart, Picture
from reader.pictures.facts import DRAWABLE, PIXELS_MOST


def is_drawable(picture: Picture) -> bool:
    """Tell whether a picture can be drawn, as far as is known before it is read."""
    if isinstance(picture.place, FilePart):
        return picture.place.format in DRAWABLE and picture.width * picture.height <= PIXELS_MOST
    return picture.place is not None
