"""The texts of an issue that a reader sees, each with its place, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.model.document import Block, Issue, Node, Run, Span, Text


class TextPlace(NamedTuple):
    """Where a text stands: a node and a part of it.

    `part` is title, byline, meta, block or footnote; `number` counts within it. Cells have `row` and `column`.
    """

    node: str  # id
    part: str
    number: int = 0
    row: int = -1
    column: int = -1


class Readable(NamedTuple):
    """A shown text; one that is not made of located runs has `text` None, and stands somewhere in `spans`."""

    place: TextPlace
    plain: str
    text: Text | None
    spans: tuple[Span, ...] = ()

    def located(self, source: str) -> Text:
        """Return the text as runs of the source."""
        return _located(self.plain, self.spans, source) if self.text is None else self.text


def texts_of_issue(issue: Issue) -> Iterator[Readable]:
    """Yield the texts of all nodes; who searches a big issue more than once keeps them in a tuple."""
    for node in issue.walk():
        yield from texts_of_node(node)


def texts_of_node(node: Node) -> Iterator[Readable]:
    """Yield the texts of one node, without those of its children."""
    if node.title_from != "opening":  # such a title is the beginning of the text, and shown there
        yield Readable(TextPlace(node.id, "title"), node.title.plain, node.title)
    if node.byline:
        yield _loose(TextPlace(node.id, "byline"), node.byline.text, node.byline.spans)
    for index, line in enumerate(node.meta):
        yield _loose(TextPlace(node.id, "meta", index), line.value, line.spans)
    for index, block in enumerate(node.blocks):
        if block.rows:
            yield from _cells(node, index, block)
        elif block.picture >= 0:
            yield Readable(TextPlace(node.id, "block", index), block.said, Text((Run(block.said),)))
        else:
            yield Readable(TextPlace(node.id, "block", index), block.text.plain, block.text)
    for index, note in enumerate(node.footnotes):
        shown = note.text if note.url in note.text else f"{note.text} {note.url}".strip()
        yield _loose(TextPlace(node.id, "footnote", index), shown, note.spans)


def _cells(node: Node, index: int, block: Block) -> Iterator[Readable]:
    for row, cells in enumerate(block.rows):
        for column, cell in enumerate(cells):
            yield Readable(TextPlace(node.id, "block", index, row, column), cell.plain, cell)


def _loose(place: TextPlace, text: str, spans: tuple[Span, ...]) -> Readable:
    return Readable(place, text, None, spans)


def _located(text: str, spans: tuple[Span, ...], source: str) -> Text:
    """Find the characters of a text in its spans, in order, from the last one back; the rest are joiners.

    What a text lacks, the label or the mark of a note, leads the spans.
    """
    offsets = [offset for span in spans for offset in range(span.start, span.end)]
    printed = "".join(source[span.start : span.end] for span in spans)
    until = len(printed)
    pieces: list[Run] = []
    for sign in reversed(text):
        at = -1 if sign.isspace() else printed.rfind(sign, 0, until)
        until = at if at >= 0 else until
        run = Run(sign, offsets[at] if at >= 0 else -1)
        following = pieces[-1] if pieces else None
        if following and (run.start + 1 == following.start or (run.start == following.start == -1)):
            pieces[-1] = Run(sign + following.text, run.start)
        else:
            pieces.append(run)
    return Text(tuple(reversed(pieces)))
