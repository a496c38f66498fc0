"""What a page keeps free for its pictures: known before any of them is drawn, so that the text never moves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from PySide6.QtGui import QImage

NO_SIGNS: Mapping[int, int] = MappingProxyType({})


class PictureFrame(NamedTuple):
    """The room of one picture, in pixels."""

    number: int  # among the pictures of the issue
    width: float
    height: float
    words: str = ""  # its alternative text, else its caption
    url: str = ""  # where it is to be had, where the file does not hold it
    is_drawable: bool = True
    is_there: bool = True  # in the file or beside it


class Frames(NamedTuple):
    """The frames of an issue by number, and the numbers of those that a sign in the text stands for."""

    frames: tuple[PictureFrame, ...] = ()
    signs: Mapping[int, int] = NO_SIGNS  # by offset in the source

    def of(self, number: int) -> PictureFrame | None:
        """Return the frame of a picture of the issue."""
        return self.frames[number] if 0 <= number < len(self.frames) else None

    def at(self, offset: int) -> PictureFrame | None:
        """Return the frame of the picture for which the sign at an offset stands."""
        return self.of(self.signs.get(offset, -1))


class ShownPictures(Protocol):
    """Whoever draws the pictures of an article."""

    def frames(self, text_size: int) -> Frames:
        """Return how large the pictures are shown beside text of a size."""

    def image(self, name: str) -> QImage | None:
        """Return a picture of the article by its name."""

    def show_large(self, number: int) -> None:
        """Show a picture over the window."""
