"""Formulas that a page draws rather than sets: a sign stands in their place, so that no sentence closes over them.

A formula stands in a line of text, with words on its left, or between two lines, below words that lead up to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.load.pdf.parts import Fragment, Strokes, hull
from reader.model.document import PICTURE_SIGN, Box

TOUCHING = 1.2  # em between the parts of one formula
HIGH, WIDE = 2.4, 16.0  # em; of a formula in a line
DISPLAYED_HIGH, DISPLAYED_WIDE = 7.0, 36.0  # em; of one between lines
LEAST = 0.35  # em; what is lower and narrower is a dot or a bullet
BESIDE = 1.6  # em from the words on its left
BELOW = 3.2  # em from the line that leads up to it
PARTS_MOST = 600  # drawings of a page that are looked at: a map has more
NUMBER = re.compile(r"^[(（]\d{1,3}(?:[.-]\d{1,2})?[)）]$")  # of a formula, at the end of its line
LEADS_UP = "：:为是得即=，,"


def formulas_of(fragments: Sequence[Fragment], strokes: Strokes) -> Iterator[tuple[Fragment, Box]]:
    """Yield a fragment in the place of each formula that is drawn on a page, and the box that it is drawn in."""
    if not fragments or len(strokes.drawn) > PARTS_MOST:
        return
    sizes = sorted(fragment.size for fragment in fragments)
    em = sizes[len(sizes) // 2]
    parts = [drawing.box for drawing in strokes.drawn] + [box for box in strokes.pictures if _low(box, HIGH * em)]
    taken = {fragment.order for fragment in fragments}
    for box in _clusters([box for box in parts if _low(box, DISPLAYED_HIGH * em)], TOUCHING * em):
        if max(box.right - box.left, box.bottom - box.top) < LEAST * em or any(_covers(box, f) for f in fragments):
            continue
        before = _words_before(box, fragments, em)
        if before is None:
            continue
        order = before.order + max(1, len(before.text))
        while order in taken:
            order += 1
        taken.add(order)
        base = before.base if _is_level(box, before) else box.bottom
        sign = Fragment(PICTURE_SIGN, box.left, box.right, base, before.size, before.face, order, colour=before.colour)
        yield sign, box


def _low(box: Box, most: float) -> bool:
    return box.bottom - box.top <= most


def _clusters(boxes: Sequence[Box], near: float) -> list[Box]:
    """Join the parts of formulas, from left to right."""
    out: list[Box] = []
    for box in sorted(boxes):
        joined = [known for known in out if _apart(known, box) <= near]
        out = [known for known in out if known not in joined] + [hull([box, *joined])]
    return out


def _apart(box: Box, other: Box) -> float:
    aside = max(box.left - other.right, other.left - box.right)
    below = max(box.top - other.bottom, other.top - box.bottom)
    return max(aside, below)


def _covers(box: Box, fragment: Fragment) -> bool:
    """Tell whether a drawing lies on words: it is a mark on them, or a frame around them."""
    inner = fragment.box
    return (
        box.left < inner.right - 1
        and inner.left + 1 < box.right
        and box.top < inner.bottom - 1
        and inner.top + 1 < box.bottom
    )


def _is_level(box: Box, fragment: Fragment) -> bool:
    return box.top < fragment.base - 0.1 * fragment.size and box.bottom > fragment.base - 0.8 * fragment.size


def _words_before(box: Box, fragments: Sequence[Fragment], em: float) -> Fragment | None:
    """Return the words that a formula goes on from: on its left in the line, or in the line above that leads up."""
    if _low(box, HIGH * em) and box.right - box.left <= WIDE * em:
        left = [f for f in fragments if _is_level(box, f) and 0 <= box.left - f.right <= BESIDE * em]
        words = max(left, key=lambda f: f.right, default=None)
        if words is not None:
            return words if any(char.isalpha() for char in words.text) else None
    if any(f.top < box.bottom and box.top < f.bottom and not NUMBER.match(f.text) for f in fragments):
        return None  # a bullet, or a mark beside a line
    if box.right - box.left > DISPLAYED_WIDE * em:
        return None
    above = [
        f
        for f in fragments
        if 0 <= box.top - f.bottom <= BELOW * em and f.left < box.right and box.left < f.right + WIDE * em
    ]
    last = max(above, key=lambda f: (f.base, f.right), default=None)
    return last if last is not None and last.text[-1] in LEADS_UP else None
