"""Issues to hand on, made by hand, and what every kind of file must give back of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.export.characters import fit
from reader.export.facts import chapter_facts
from reader.export.publication import Chapter, Marked, Phrase, Publication
from reader.model.document import (
    Block,
    Byline,
    Field,
    Footnote,
    Issue,
    Masthead,
    MetaLine,
    Node,
    Ref,
    Run,
    Source,
    Span,
    Text,
)
from reader.model.marks import Anchor, Highlight, Locator


class Piece(NamedTuple):
    """A block to make: its text, or rows of a table; `notes` are marks of footnotes at offsets of the text."""

    text: str = ""
    kind: str = "paragraph"
    styles: tuple[str, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    level: int = 0
    code: bool = False


class Article(NamedTuple):
    """An article to make."""

    title: str = "大坝开工"
    pieces: tuple[Piece, ...] = ()
    notes: tuple[tuple[str, str, str], ...] = ()  # marker, text, url
    byline: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    kind: str = "article"
    level: int = 1
    page: str = ""
    articles: tuple[Article, ...] = ()


class _Maker:
    def __init__(self) -> None:
        self.source = ""
        self.count = 0

    def add(self, text: str) -> Span:
        """Put text into the source, on a line of its own."""
        start = len(self.source)
        self.source += f"{text}\n"
        return Span(start, start + len(text))

    def text(self, text: str, styles: tuple[str, ...] = ()) -> tuple[Text, Span]:
        span = self.add(text)
        return (Text((Run(text, span.start, styles),)) if text else Text()), span

    def node(self, article: Article) -> Node:
        self.count += 1
        key = f"n{self.count}"
        title, title_span = self.text(article.title)
        byline = Byline(article.byline, ("林山",), "author", (self.add(article.byline),)) if article.byline else None
        meta = tuple(MetaLine(label, value, (self.add(f"{label}：{value}"),)) for label, value in article.meta)
        blocks = tuple(self.block(piece) for piece in article.pieces)
        notes = tuple(Footnote(mark, text, url, (self.add(f"{mark} {text}"),)) for mark, text, url in article.notes)
        children = tuple(self.node(child) for child in article.articles)
        return Node(
            key, article.kind, article.level, title, (title_span,), page=article.page, byline=byline, meta=meta,
            blocks=blocks, footnotes=notes, children=children,
        )  # fmt: skip

    def block(self, piece: Piece) -> Block:
        if piece.rows:
            made = tuple(tuple(self.text(cell) for cell in row) for row in piece.rows)
            rows = tuple(tuple(text for text, _span in row) for row in made)
            spans = tuple(span for row in made for _text, span in row)
            return Block("table", Text(), spans, rows=rows, header_rows=1 if len(rows) > 1 else 0)
        text, span = self.text(piece.text, piece.styles)
        refs = tuple(Ref(mark, at, Span(span.start + at, span.start + at)) for at, mark in piece.notes)
        return Block(piece.kind, text, (span,), piece.level, refs, code=piece.code)


def issue_of(*articles: Article, title: str = "水利通讯") -> Issue:
    """Make an issue of articles; each text stands on a line of its own in the source."""
    maker = _Maker()
    head = maker.add(f"{title} 2025年第3期")
    nodes = tuple(maker.node(article) for article in articles)
    masthead = Masthead(Field(title, (head,)), Field("2025年第3期"), Field("2025年3月"), Field("水利局"))
    return Issue(Source("a.txt", "ab" * 32, "text", "utf-8", maker.source), masthead, (), (), nodes, ())


def marked(issue: Issue, *quotes: str, note: str = "", colour: str = "yellow", underline: bool = False) -> list[Marked]:
    """Highlight texts where they stand in the source."""
    out = []
    for number, quote in enumerate(quotes):
        start = issue.source.text.index(quote)
        locator = Locator("k", (Anchor(start, start + len(quote), quote),))
        light = Highlight(f"h{number}", locator, colour, underline, note, page="3")
        out.append(Marked(light, (Span(start, start + len(quote)),)))
    return out


def squeezed(text: str) -> str:
    """Return the visible characters of a text."""
    return "".join(text.split())


def body_of(publication: Publication, is_markdown: bool = False) -> str:
    """Return all visible characters of titles, bylines, label lines and text, as a file must hold them.

    Readers of Markdown number the footnotes themselves, and cannot tell our lines below a title from the bulletin's.
    """
    pieces = (piece for chapter in publication.chapters for piece in _pieces(publication, chapter, is_markdown))
    return squeezed(fit("".join(pieces)))


def _pieces(publication: Publication, chapter: Chapter, is_markdown: bool) -> Iterator[str]:
    calls = not is_markdown
    if chapter.has_title:
        yield _text(chapter.title, calls)
    yield _text(chapter.signed, calls)
    for label, value in chapter.meta:
        yield from (label, "：" if is_markdown else "", _text(value, calls))
    if is_markdown:
        yield "·".join(chapter_facts(publication, chapter))
    for passage in chapter.passages:
        yield from (_text(cell, calls) for row in passage.rows for cell in row)
        yield _text(passage.words, calls)


def _text(phrase: Phrase, calls: bool) -> str:
    return "".join(words.text for words in phrase if calls or words.note < 0)


def notes_of(publication: Publication, markers: bool = True) -> list[str]:
    """Return the visible characters of the footnotes, each with its mark."""
    return sorted(
        squeezed(fit((note.marker if markers else "") + _text(note.words, True)))
        for chapter in publication.chapters
        for note in chapter.notes
    )
