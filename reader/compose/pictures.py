"""The pictures of an issue: each a block at its place in the reading order, tied to its caption.

They are put in when all else is composed, so that no text is read otherwise for standing beside a picture.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.model.document import Block, Box, Issue, Node, PagePart, Picture, Place, Span, Text
from reader.model.draft import em

FAR = 30.0  # points between a picture and its caption, at most
ABOVE = 6.0  # points that a caption above its picture counts as further away: most stand below
RULE = "picture"
LABEL = re.compile(r"\W{0,3}(?:[图圖]\s*[\d一二三四五六七八九十：:]|Fig(?:ure|\.))")


class _Stop(NamedTuple):
    """Where a picture can be put in: behind a block of a node, -1 is its title."""

    start: int  # of what stands there, in the source
    node: str
    block: int


def with_pictures(issue: Issue, pictures: Sequence[Picture]) -> Issue:
    """Put the pictures of a file into an issue; those of a page that nothing leads to are left to the pages."""
    found = [picture for picture in pictures if picture.at >= 0]
    found += _on_pages(issue, [picture for picture in pictures if picture.at < 0])
    shown = sorted((picture for picture in found if not picture.reason), key=_order)
    ornaments = tuple(sorted((picture for picture in found if picture.reason), key=_order))
    if not shown or not issue.nodes:
        return replace(issue, ornaments=ornaments)
    put_in = _placed(issue, shown)
    tied: dict[int, int] = {}
    nodes = tuple(_filled(node, put_in, shown, tied) for node in issue.nodes)
    shown = [replace(p, caption=tied.get(number, p.caption)) for number, p in enumerate(shown)]
    return replace(issue, nodes=nodes, pictures=tuple(shown), ornaments=ornaments)


def _order(picture: Picture) -> tuple[int, int, float, float]:
    if isinstance(picture.place, PagePart):
        return picture.at, picture.place.page, picture.place.box.top, picture.place.box.left
    return picture.at, 0, 0.0, 0.0


def _placed(issue: Issue, pictures: Sequence[Picture]) -> dict[str, dict[int, list[int]]]:
    """Tell behind which blocks the pictures stand that are blocks, by node and number of the block."""
    stops = sorted(_stops(issue))
    starts = [stop.start for stop in stops]
    out: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, picture in enumerate(pictures):
        if picture.is_inline:
            continue
        at = bisect_left(starts, picture.at) - 1
        stop = stops[at] if at >= 0 else _Stop(0, issue.nodes[0].id, -1)
        out[stop.node][stop.block].append(number)
    return out


def _stops(issue: Issue) -> Iterator[_Stop]:
    for node in issue.walk():
        if node.title_spans:
            yield _Stop(node.title_spans[0].start, node.id, -1)
        for number, block in enumerate(node.blocks):
            if block.spans:
                yield _Stop(block.spans[0].start, node.id, number)


def _filled(
    node: Node, put_in: dict[str, dict[int, list[int]]], pictures: Sequence[Picture], tied: dict[int, int]
) -> Node:
    """Return a node with its pictures as blocks; `tied` takes the offset of the caption of each that has one."""
    children = tuple(_filled(child, put_in, pictures, tied) for child in node.children)
    own = put_in.get(node.id)
    if not own:
        return replace(node, children=children) if children else node
    blocks: list[Block] = [_block(number, pictures) for number in own.get(-1, ())]
    for at, block in enumerate(node.blocks):
        blocks.append(block)
        blocks += [_block(number, pictures) for number in own.get(at, ())]
    tied.update(_captions(blocks))
    return replace(node, blocks=tuple(blocks), children=children)


def _block(number: int, pictures: Sequence[Picture]) -> Block:
    return Block("picture", Text(), (), picture=number, said=pictures[number].alt, rules=(RULE,))


def _captions(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Tie each run of pictures to the caption right below it, else to one right above that no other has taken."""
    taken: set[int] = set()
    at = 0
    while at < len(blocks):
        stop = at
        while stop < len(blocks) and blocks[stop].picture >= 0:
            stop += 1
        if stop > at:
            below = _caption_below(blocks, stop)
            above = at - 1 if at and at - 1 not in taken and _is_caption(blocks, at - 1) else -1
            caption = below if below >= 0 else above
            if caption >= 0:
                taken.add(caption)
                for number in range(at, stop):
                    yield blocks[number].picture, blocks[caption].spans[0].start
        at = max(stop, at + 1)


def _caption_below(blocks: Sequence[Block], at: int) -> int:
    """Return the caption right below a picture, the labelled one where its alternative text stands between; else -1."""
    if at >= len(blocks) or not _is_caption(blocks, at):
        return -1
    is_labelled = LABEL.match(blocks[at].text.plain)
    below = at + 1 < len(blocks) and _is_caption(blocks, at + 1) and LABEL.match(blocks[at + 1].text.plain)
    return at + 1 if below and not is_labelled else at


def _is_caption(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a block is the caption of a picture: none that stands above a table."""
    block = blocks[at]
    names_table = at + 1 < len(blocks) and bool(blocks[at + 1].rows)
    return block.kind == "caption" and bool(block.spans) and not names_table


def _on_pages(issue: Issue, pictures: Sequence[Picture]) -> Iterator[Picture]:
    """Find where the pictures of pages stand in the text: before their captions, else behind what is above them."""
    tied = dict(_near_captions(issue, pictures))
    by_page: dict[int, list[Place]] = defaultdict(list)
    for place in issue.places:
        by_page[place.page].append(place)
    for number, picture in enumerate(pictures):
        if number in tied:
            yield replace(picture, at=tied[number], caption=tied[number])
        elif isinstance(picture.place, PagePart) and (lines := by_page.get(picture.place.page)):
            yield replace(picture, at=_behind(picture.place.box, lines))


def _behind(box: Box, lines: Sequence[Place]) -> int:
    """Return the offset behind the lowest line above a picture in its column, else before the first of its page."""
    above = [
        place
        for place in lines
        if place.box.bottom <= box.top + ABOVE and min(place.box.right, box.right) > max(place.box.left, box.left)
    ]
    lowest = max(above, key=lambda place: place.box.bottom, default=None)
    return lowest.start + 1 if lowest else lines[0].start


def _near_captions(issue: Issue, pictures: Sequence[Picture]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the pictures near a caption, each with the offset of the nearest."""
    captions: dict[int, list[tuple[int, Box]]] = defaultdict(list)
    for node in issue.walk():
        for block in node.blocks:
            if block.kind == "caption" and block.spans:
                for page, box in _places(issue, block.spans):
                    captions[page].append((block.spans[0].start, box))
    for number, picture in enumerate(pictures):
        if not isinstance(picture.place, PagePart):
            continue
        box = picture.place.box
        near = [
            (distance, abs(box.left + box.right - caption.left - caption.right), start)
            for start, caption in captions.get(picture.place.page, ())
            if (distance := _distance(box, caption)) <= FAR
        ]
        if near:
            yield number, min(near)[2]


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
