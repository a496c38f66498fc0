"""Which picture stands with which caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.document import Box, Issue, Picture, Span
from reader.draft import em

FAR = 30.0  # points between a picture and its caption, at most
ABOVE = 6.0  # points that a caption above its picture counts as further away: most stand below


def with_captions(issue: Issue, pictures: Iterable[tuple[int, Box]]) -> tuple[Picture, ...]:
    """Return the pictures near a caption, each with the nearest; others are left to the pages."""
    captions = [
        (block.spans[0].start, page, box)
        for node in issue.walk()
        for block in node.blocks
        if block.kind == "caption" and block.spans
        for page, box in _places(issue, block.spans)
    ]
    near = sorted(
        (distance, abs(box.left + box.right - caption.left - caption.right), at, start, page, box)
        for at, (page, box) in enumerate(pictures)
        for start, on, caption in captions
        if on == page and (distance := _distance(box, caption)) <= FAR
    )
    taken: set[int] = set()
    found: list[Picture] = []
    for _down, _across, at, start, page, box in near:
        if at not in taken:
            taken.add(at)
            found.append(Picture(page, box, start))
    return tuple(sorted(found, key=lambda picture: (picture.start, picture.page, picture.box.top, picture.box.left)))


def _places(issue: Issue, spans: Iterable[Span]) -> Iterator[tuple[int, Box]]:
    """Yield where spans stand; of a line with several captions the part that one takes."""
    for span in spans:
        for place in issue.places_of(span):
            text, box = issue.source.text, place.box
            wide = (box.right - box.left) / (em(text[place.start : place.end]) or 1.0)
            left = box.left + wide * em(text[place.start : max(span.start, place.start)])
            right = box.left + wide * em(text[place.start : min(span.end, place.end)])
            yield place.page, box._replace(left=left, right=right)


def _distance(picture: Box, caption: Box) -> float:
    """Measure how far a line is below, above or beside a picture; endless where it is neither."""
    across = min(picture.right, caption.right) - max(picture.left, caption.left)
    down = min(picture.bottom, caption.bottom) - max(picture.top, caption.top)
    if across > 0.5 * min(caption.right - caption.left, picture.right - picture.left):
        if caption.top >= picture.bottom - ABOVE:
            return max(caption.top - picture.bottom, 0.0)
        if caption.bottom <= picture.top + ABOVE:
            return max(picture.top - caption.bottom, 0.0) + ABOVE
    if down > 0.5 * (caption.bottom - caption.top) and across <= 0:
        return 2 * ABOVE - across
    return float("inf")
