"""The colours of a page: in which one something is drawn, and what of its text cannot be seen.

Programs leave marks for themselves in white, or in no colour at all. The text that a character recognition lays over
the picture of a page is not drawn either: where there is nothing else to read, it is the page's text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

from reader.load.pdf.parts import Fragment, Ground, Strokes, holds
from reader.model.document import Box

UNSEEN = -1  # the colour of what is not drawn
PAPER = 0xFFFFFF
CLEAR = 8  # of 255: what covers no more of what is below it cannot be seen
ALIKE = 6  # of 255 in each colour: a letter so near to its ground cannot be read
TINIEST = 2.0  # points
LAID_OVER = 0.5  # of a page's characters: if more are not drawn, they are what is to be read
SLACK = 2.0  # points


def colour_of(raw: Any, item: Any, stroked: bool = False) -> int:
    """Return the colour in which something is drawn as 0xRRGGBB, UNSEEN where it lets everything through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    if not item or not ask(item, red, green, blue, alpha):
        return 0
    return UNSEEN if alpha.value <= CLEAR else red.value << 16 | green.value << 8 | blue.value


def is_pale(colour: int) -> bool:
    """Tell whether a colour could not be seen on paper."""
    return colour == UNSEEN or are_alike(colour, PAPER)


def are_alike(colour: int, other: int) -> bool:
    """Tell whether two colours can hardly be told apart."""
    return all(abs((colour >> shift & 255) - (other >> shift & 255)) <= ALIKE for shift in (0, 8, 16))


def hidden(fragments: Sequence[Fragment], strokes: Strokes) -> Iterator[Fragment]:
    """Yield the fragments of a page that nobody can see."""
    total = sum(len(f.text) for f in fragments)
    clear = sum(len(f.text) for f in fragments if f.colour == UNSEEN)
    for fragment in fragments:
        if fragment.size < TINIEST:
            yield fragment
        elif fragment.colour == UNSEEN:
            if clear <= LAID_OVER * total and not any(holds(box, fragment.box, SLACK) for box in strokes.pictures):
                yield fragment
        elif is_pale(fragment.colour) and not _is_on_ground(fragment.box, strokes):
            yield fragment


def _is_on_ground(box: Box, strokes: Strokes) -> bool:
    """Tell whether a picture, or an area of a colour of its own, lies behind a box."""
    return any(holds(picture, box, SLACK) for picture in strokes.pictures) or bool(
        ground_of(box, strokes.grounds) is not None
    )


def ground_of(box: Box, grounds: Sequence[Ground]) -> Ground | None:
    """Return the smallest coloured area behind a box."""
    behind = [ground for ground in grounds if holds(ground.box, box, SLACK)]
    return min(behind, key=lambda ground: _area(ground.box), default=None)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
