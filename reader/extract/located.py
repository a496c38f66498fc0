"""Every readable text of an issue with the place of each character in the source.

`pieces_of(issue)` gives them in source order, what is dropped left out. A piece is one text that was printed
together: a field of the masthead, an entry of the contents, a title, a byline, a label line, a block, a cell of a
table, a footnote. Match on `piece.text`, where wraps are closed and letter-spacing is gone, and turn the match into
a range of the source with `piece.span(start, end)`:

    for piece in pieces_of(issue):
        for m in PATTERN.finditer(piece.text):
            start, end = piece.span(*m.span())

Zones: masthead contents highlights title byline meta note_text note_url, and of blocks their kind: paragraph
list_item subheading editor_note note contact caption table. `fold` makes full-width and half-width signs alike
without moving a character, so that offsets stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.model.document import Block, Footnote, Issue, MetaLine, Node, Run, Span

LONGEST = 20_000  # characters of one piece
END_OF_SENTENCE = re.compile(r"[。！？；\n]")
WINDOW = 400  # characters of the source in which the next one of a text is looked for
JOINER = -1

FULL = "".join(map(chr, range(0xFF01, 0xFF5F)))
HALF = "".join(map(chr, range(0x21, 0x7F)))
# Signs of one meaning. Not NFKC: that would make ³ and ① digits, and change lengths.
ALIKE = {
    " ": "\u3000\u00a0\u2002\u2003\u2009\u202f",
    "-": "−–—―─‒‐‑﹣",
    "~": "∼〜⁓",
    "%": "﹪",
    "μ": "µ",
    "¥": "￥",
    "£": "￡",
    "₩": "￦",
    "≤": "⩽≦",
    "≥": "⩾≧",
    "<": "﹤",
    ">": "﹥",
    "，": "，",  # these stay: they end clauses, unlike their half-width likes between digits
    "：": "：",
    "；": "；",
}
FOLDED = str.maketrans(
    {**dict(zip(FULL, HALF, strict=True)), **{sign: to for to, signs in ALIKE.items() for sign in signs}}
)


def fold(text: str) -> str:
    """Write full-width letters, digits and signs as half-width ones, dashes as - and waves as ~; ，。：； stay."""
    return text.translate(FOLDED)


@dataclass(frozen=True, slots=True)
class LocatedText:
    """A text and where its characters stand in the source."""

    text: str
    zone: str
    starts: tuple[int, ...]  # offsets in `text` at which a stretch of the source, or a joiner, begins
    sources: tuple[int, ...]  # where each stretch begins in the source; -1 of what was inserted between lines
    node: str = ""  # id of the node it stands in; empty in the masthead, the contents and the highlights
    article: str = ""  # title of that node
    part: str = ""  # of the masthead: title number date publisher; of a label line: its label
    block: Block | None = None  # the block it is, or is a cell of
    row: int = -1  # of a cell, 0 is the first
    column: int = -1
    raised: tuple[tuple[int, int], ...] = ()  # ranges of `text` that are set as superscript

    def source(self, at: int) -> int:
        """Return where the character at `at` stands in the source, or -1 when it was inserted."""
        stretch = bisect_right(self.starts, at) - 1
        start = self.sources[stretch]
        return start if start < 0 else start + at - self.starts[stretch]

    def span(self, start: int, end: int) -> Span:
        """Return the source range of the characters `start` to `end`; it is empty where all were inserted."""
        while start < end and self.source(start) < 0:
            start += 1
        while end > start and self.source(end - 1) < 0:
            end -= 1
        if start == end:
            return Span(max(self.begin, 0), max(self.begin, 0))
        while self.source(end - 1) < self.source(start):  # columns that stand side by side: the first part of it
            end -= 1
        return Span(self.source(start), self.source(end - 1) + 1)

    @property
    def begin(self) -> int:
        """Where it begins in the source."""
        return next((source for source in self.sources if source >= 0), JOINER)


def joined(pieces: Sequence[LocatedText], gap: str = " ") -> LocatedText:
    """Join pieces to one, as if they had been printed together; it keeps the place of the first."""
    text, starts, sources, raised = "", [], [], []
    for piece in pieces:
        if text:
            starts.append(len(text))
            sources.append(JOINER)
            text += gap
        starts += [len(text) + start for start in piece.starts]
        sources += piece.sources
        raised += [(len(text) + start, len(text) + end) for start, end in piece.raised]
        text += piece.text
    return replace(pieces[0], text=text, starts=tuple(starts), sources=tuple(sources), raised=tuple(raised))


def picked(piece: LocatedText, kept: Sequence[int]) -> LocatedText:
    """Return some characters of a text as a text of its own, each with its place."""
    places = [piece.source(at) for at in kept]
    starts, sources = [], []
    due: int | None = None
    for at, place in enumerate(places):
        if place != due:
            starts.append(at)
            sources.append(place)
        due = -1 if place < 0 else place + 1
    text = "".join(piece.text[at] for at in kept)
    return replace(piece, text=text, starts=tuple(starts), sources=tuple(sources), raised=())


def pieces_of(issue: Issue) -> list[LocatedText]:
    """List every readable text of an issue in source order."""
    found = [*_front(issue)]
    for node in issue.walk():
        found += pieces_of_node(node, issue.source.text)
    placed = sorted((piece for piece in found if piece.text and piece.begin >= 0), key=lambda piece: piece.begin)
    return [part for piece in placed for part in _in_parts(piece)]


def _in_parts(piece: LocatedText) -> Iterator[LocatedText]:
    """Cut a very long text at ends of sentences: a search over all of it would hold up the whole program."""
    text, at = piece.text, 0
    while len(text) - at > LONGEST:
        end = END_OF_SENTENCE.search(text, at + LONGEST // 2, at + LONGEST)
        cut = end.end() if end else at + LONGEST
        yield _part(piece, at, cut)
        at = cut
    yield _part(piece, at, len(text)) if at else piece


def _part(piece: LocatedText, start: int, end: int) -> LocatedText:
    """Return a part of a text as a text of its own."""
    first, last = bisect_right(piece.starts, start) - 1, bisect_left(piece.starts, end)
    starts = [max(at - start, 0) for at in piece.starts[first:last]]
    raised = [(max(s - start, 0), min(e, end) - start) for s, e in piece.raised if s < end and e > start]
    sources = (piece.source(start), *piece.sources[first + 1 : last])
    return replace(piece, text=piece.text[start:end], starts=tuple(starts), sources=sources, raised=tuple(raised))


def _front(issue: Issue) -> Iterator[LocatedText]:
    source, head = issue.source.text, issue.masthead
    for span in head.spans:
        yield LocatedText(source[span.start : span.end], "masthead", (0,), (span.start,))
    for part in ("title", "number", "date", "publisher"):
        field = getattr(head, part)
        yield _aligned([field.text], field.spans, source, zone="masthead", part=part)
    for zone, entries in (("contents", issue.contents), ("highlights", issue.highlights)):
        for entry in entries:
            yield _aligned([entry.title], entry.spans, source, zone=zone)


def pieces_of_node(node: Node, source: str) -> Iterator[LocatedText]:
    """Yield the texts of one node, those of its children left out, in the order of their kinds."""
    article = node.title.plain
    if node.title_spans:
        yield _of_runs(node.title.runs, "title", node.id, article)
    if node.byline:
        yield _aligned([node.byline.text], node.byline.spans, source, "byline", node.id, article)
    for meta in node.meta:
        yield _of_meta(meta, source, node.id, article)
    for block in node.blocks:
        yield from _of_block(block, node.id, article)
    for note in node.footnotes:
        yield from _of_note(note, source, node.id, article)


def _of_meta(meta: MetaLine, source: str, node: str, article: str) -> LocatedText:
    return _aligned([meta.label, "：", meta.value], meta.spans, source, "meta", node, article, meta.label)


def _of_block(block: Block, node: str, article: str) -> Iterator[LocatedText]:
    if not block.rows:
        yield _of_runs(block.text.runs, block.kind, node, article, block)
    for row, cells in enumerate(block.rows):
        for column, cell in enumerate(cells):
            yield _of_runs(cell.runs, block.kind, node, article, block, row, column)


def _of_note(note: Footnote, source: str, node: str, article: str) -> Iterator[LocatedText]:
    """Give the text and the address of a footnote; the mark before them is passed over."""
    _marker, text, url = _places([note.marker, note.text, note.url], note.spans, source)
    for zone, plain, places in (("note_text", note.text, text), ("note_url", note.url, url)):
        yield LocatedText(plain, zone, *_stretches(places), node, article)


def _of_runs(
    runs: Sequence[Run], zone: str, node: str, article: str, block: Block | None = None, row: int = -1, column: int = -1
) -> LocatedText:
    starts, sources, raised = [], [], []
    at = 0
    runs = [run for run in runs if "strike" not in run.styles]  # what is struck out holds no more
    for run in runs:
        starts.append(at)
        sources.append(run.start)
        if "sup" in run.styles:
            raised.append((at, at + len(run.text)))
        at += len(run.text)
    text = "".join(run.text for run in runs)
    return LocatedText(text, zone, tuple(starts), tuple(sources), node, article, "", block, row, column, tuple(raised))


def _aligned(
    texts: Sequence[str],
    spans: Iterable[Span],
    source: str,
    zone: str,
    node: str = "",
    article: str = "",
    part: str = "",
) -> LocatedText:
    places = [place for found in _places(texts, spans, source) for place in found]
    return LocatedText("".join(texts), zone, *_stretches(places), node, article, part)


def _places(texts: Sequence[str], spans: Iterable[Span], source: str) -> list[list[int]]:
    """Find the characters of `texts`, in order, in the spans; what stands in none of them is a joiner."""
    spans = tuple(spans)
    offsets = [at for start, end in spans for at in range(start, end)]
    printed = "".join(source[start:end] for start, end in spans)
    cursor = 0
    found = []
    for text in texts:
        places = []
        for sign in text:
            reach = cursor + (1 if sign.isspace() else WINDOW)
            at = printed.find(sign, cursor, reach)
            places.append(offsets[at] if at >= 0 else JOINER)
            cursor = at + 1 if at >= 0 else cursor
        found.append(places)
    return found


def _stretches(places: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Turn the place of each character into the beginnings of stretches, in the text and in the source."""
    starts, sources = [], []
    due = None
    for at, place in enumerate(places):
        if place != due:
            starts.append(at)
            sources.append(place)
        due = JOINER if place == JOINER else place + 1
    return tuple(starts), tuple(sources)
