"""A small issue made by hand, with one of everything."""

from __future__ import annotations

from reader.model.document import (
    Block,
    Byline,
    ContentsEntry,
    Dateline,
    Decision,
    Dropped,
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

TEXT = "abcdefghij" * 10


def text(*runs: str | Run) -> Text:
    """Make a text; a plain string becomes a run at the source's start."""
    return Text(tuple(Run(run, 0) if isinstance(run, str) else run for run in runs))


def block(kind: str, shown: str = "words", **more: object) -> Block:
    """Make a block of a kind."""
    return Block(kind, text(shown), (Span(4, 6), Span(1, 3)), **more)  # type: ignore[arg-type]


TABLE = Block("table", Text(), (Span(20, 30),), rows=((text("a"), text("b")), (text("1"), text("2"))), header_rows=1)
STYLED = Block(
    "paragraph",
    Text((Run("Nm", 0), Run("3", 7, ("sup",)), Run(" "), Run("site", 10, ("strong", "link"), "https://a.example"))),
    (Span(0, 14),),
    refs=(Ref("1", 2, Span(8, 9)),),
    confidence=0.2,
)
ARTICLE = Node(
    "n2",
    "article",
    2,
    text("Dams"),
    (Span(40, 44),),
    page="7",
    byline=Byline("（苏 明）", ("苏明",), "author", (Span(50, 55),)),
    dateline=Dateline("本报讯", "本报", "", "", "记者", ("苏明",)),
    meta=(MetaLine("时间", "三点", (Span(56, 58),)),),
    blocks=(STYLED, block("subheading", "Walls", level=2), TABLE, block("contact"), block("note", repeats=3)),
    footnotes=(Footnote("1", "A plan.", "https://b.example", (Span(60, 70),)), Footnote("2", "See above.", "", ())),
    moved=True,
)
SECTION = Node("n1", "section", 1, text("Water"), title_from="contents", children=(ARTICLE,))
ISSUE = Issue(
    Source("a.txt", "00ff", "text", "utf-8", TEXT, ("odd",)),
    Masthead(Field("News", (Span(90, 94),)), Field("No. 2", (Span(80, 82),)), spans=(Span(85, 86),)),
    (ContentsEntry(1, "Water", "", (Span(10, 12),)), ContentsEntry(2, "Dams", "7", (Span(12, 14),))),
    (ContentsEntry(1, "Dams", "", (Span(14, 16),)),),
    (SECTION,),
    (Dropped(70, 75, "page-number"), Dropped(75, 80, "rule")),
    (Decision(0, 0, "heading", "numbered", 0.9), Decision(9, 12, "paragraph", "room below; indent", 1.0)),
)
EMPTY = Issue(Source("b.txt", "11", "text", "utf-8", "?", ()), Masthead(), (), (), (), (Dropped(0, 1, "unreadable"),))
