"""Small issues made by hand, as the reader would understand them."""

from __future__ import annotations

from reader.model.document import (
    Block,
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


def located(source: str, text: str, styles: tuple[str, ...] = (), url: str = "") -> Text:
    """Return a text of one run at its first place in a source."""
    return Text((Run(text, source.index(text), styles, url),))


def span(source: str, text: str) -> Span:
    """Return the first place of a text in a source."""
    start = source.index(text)
    return Span(start, start + len(text))


def paragraph(source: str, text: str, kind: str = "paragraph", **more: object) -> Block:
    """Return a block of one run."""
    return Block(kind, located(source, text), (span(source, text),), **more)  # type: ignore[arg-type]


SOURCE = """海洋观察 2031年第2期
一、近海
1
风暴潮预报更进一步
新模型把预报提前到𠮷时的三天¹。本段很短。
（1）观测
浮标😀每小时传回数据，水温 21 ℃，见 https://example.org/a 的说明。
· 第一项
· 第二项
1 作者不详。风暴潮年鉴。https://example.org/notes/1
鱼群北迁
渔民在高纬发现了沙丁鱼。
"""


def ocean() -> Issue:
    """Return an issue with a section of two articles, a footnote, a list, a table and a doubtful block."""
    first = "新模型把预报提前到𠮷时的三天¹。本段很短。"
    start = SOURCE.index(first)
    mark = start + first.index("¹")
    opening = Block(
        "paragraph",
        Text((Run(first[: first.index("¹")], start), Run("。本段很短。", mark + 1))),
        (Span(start, start + len(first)),),
        refs=(Ref("¹", first.index("¹"), Span(mark, mark + 1)),),
    )
    second = "浮标😀每小时传回数据，水温 21 ℃，见 "
    link = "https://example.org/a"
    linked = Block(
        "paragraph",
        Text((*located(SOURCE, second).runs, *located(SOURCE, link, ("link",), link).runs)),
        (span(SOURCE, second + link),),
        confidence=0.3,
    )
    table = Block(
        "table",
        Text(),
        (span(SOURCE, "说明"),),
        rows=((Text((Run("海区"),)), Text((Run("水温"),))), (Text((Run("东海"),)), Text((Run("21 ℃"),)))),
        header_rows=1,
    )
    note = Footnote(
        "1", "作者不详。风暴潮年鉴。", "https://example.org/notes/1", (span(SOURCE, "作者不详。风暴潮年鉴。"),)
    )
    storm = Node(
        "a1",
        "article",
        2,
        located(SOURCE, "风暴潮预报更进一步"),
        (span(SOURCE, "风暴潮预报更进一步"),),
        page="3",
        meta=(MetaLine("来源", "海洋观察", (span(SOURCE, "海洋观察"),)),),
        blocks=(
            opening,
            paragraph(SOURCE, "（1）观测", "subheading", level=1),
            linked,
            paragraph(SOURCE, "第一项", "list_item", level=1),
            paragraph(SOURCE, "第二项", "list_item", level=1),
            table,
        ),
        footnotes=(note,),
    )
    fish = Node(
        "a2",
        "article",
        2,
        located(SOURCE, "鱼群北迁"),
        (span(SOURCE, "鱼群北迁"),),
        blocks=(paragraph(SOURCE, "渔民在高纬发现了沙丁鱼。"),),
    )
    section = Node("s1", "section", 1, Text((Run("近海", SOURCE.index("近海")),)), children=(storm, fish))
    bullet = SOURCE.index("· 第一项")
    return Issue(
        Source("ocean.txt", "", "text", "utf-8", SOURCE),
        Masthead(title=Field("海洋观察"), number=Field("2031年第2期")),
        (),
        (),
        (section,),
        (
            Dropped(SOURCE.index("\n1\n") + 1, SOURCE.index("\n1\n") + 2, "page-number"),
            Dropped(bullet, bullet + 1, "bullet"),
        ),
    )
