"""What a page keeps free for its pictures: known before any of them is drawn, so that the text never moves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

NO_SIGNS: Mapping[int, int] = MappingProxyType({})


class Frame(NamedTuple):
    """The room of one picture, in pixels."""

    number: int  # among the pictures of the issue
    width: float
    height: float
    words: str = ""  # its alternative text, else its caption
    url: str = ""  # where it is to be had, where the file does not hold it
    is_drawable: bool = True


class Frames(NamedTuple):
    """The frames of an issue by number, and the numbers of those that a sign in the text stands for."""

    frames: tuple[Frame, ...] = ()
    signs: Mapping[int, int] = NO_SIGNS  # by offset in the source

    def of(self, number: int) -> Frame | None:
        """Return the frame of a picture of the issue."""
        return self.frames[number] if 0 <= number < len(self.frames) else None

    def at(self, offset: int) -> Frame | None:
        """Return the frame of the picture for which the sign at an offset stands."""
        return self.of(self.signs.get(offset, -1))
