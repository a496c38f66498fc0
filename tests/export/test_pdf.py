"""What a reader finds in the PDF that he is handed: the text, character for character, and the ways through it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.paths import sample_issues
from reader.export import pdf
from reader.export.publication import Chapter, Choice, Marked, Passage, Publication, Words, plain
from reader.export.publishing import publish
from reader.export.typography import LONGEST, together
from reader.model.document import Block, Field, Footnote, Issue, Masthead, Node, Ref, Run, Source, Span, Text
from reader.model.marks import Anchor, Highlight, Locator
from reader.pipeline import extract_mentions, open_issue

SPACE = re.compile(r"\s+")
FOOT = re.compile(r"第\d+页/共\d+页$")
UNREAL = re.compile("[\u2e80-\u2fdf\ue000-\uf8ff\ufffe\u0002]")  # radicals, private use, PDFium's own word for a hyphen


def tight(text: str) -> str:
    """Leave out white space."""
    return SPACE.sub("", text)


def issue_of(*blocks: Block, notes: tuple[Footnote, ...] = (), title: str = "一篇文章") -> Issue:
    """Make an issue of one article, whose source is the text of its blocks."""
    node = Node("n1", "article", 1, Text((Run(title),)), blocks=blocks, footnotes=notes)
    text = "".join(run.text for block in blocks for run in block.text.runs)
    source = Source("期.txt", "ab" * 32, "text", "utf-8", text)
    return Issue(source, Masthead(Field("科技快报"), Field("第9期")), (), (), (node,), ())


def paragraph(text: str, start: int = 0, kind: str = "paragraph", **more: Any) -> Block:
    """Make a block whose text stands at an offset of the source."""
    return Block(kind, Text((Run(text, start),)), (Span(start, start + len(text)),), **more)


def pages_of(data: bytes) -> list[str]:
    """Read the text of each page back, without white space."""
    with pypdfium2.PdfDocument(data) as document:
        return [tight(page.get_textpage().get_text_range()) for page in document]


def flow_of(publication: Publication) -> tuple[str, str]:
    """Return the text that a publication should print, and that of its footnotes, in order and without white space."""
    body, notes = [], []
    for chapter in publication.chapters:
        body += [chapter.section, *(words.text for words in chapter.title)] if chapter.has_title else []
        facts = () if publication.listed else publication.source
        printed = f"原刊第 {chapter.page} 页" if chapter.page else ""
        body += ["·".join(filter(None, (*facts, printed))) if chapter.passages else ""]
        body += [words.text for words in chapter.signed]
        body += [text for label, value in chapter.meta for text in (label, *(words.text for words in value))]
        body += [words.text for phrase in _phrases(chapter.passages) for words in phrase]
        body += [text for note in chapter.notes if not note.called for text in (note.marker, plain(note.words))]
        if any(not note.called for note in chapter.notes):
            body.insert(-2 * sum(not note.called for note in chapter.notes), "注释")
        notes += [text for note in chapter.notes if note.called for text in (note.marker, plain(note.words))]
    return tight("".join(body)), tight("".join(notes))


def _phrases(passages: tuple[Passage, ...]) -> Iterator[tuple[Words, ...]]:
    for passage in passages:
        yield passage.words
        for row in passage.rows:
            yield from row


def assert_reads_back(publication: Publication, data: bytes) -> None:
    """Follow the pages: each holds the next part of the text, then the next part of the footnotes, and nothing else."""
    body, notes = flow_of(publication)
    pages = pages_of(data)
    running = tight("".join(publication.source[:2]) + publication.title)
    first = 0
    if publication.listed:
        first = next(number for number, page in enumerate(pages) if number and tight(body)[:40] in page)
    for number, page in enumerate(pages[first:], first):
        page = FOOT.sub("", page)
        if number and not publication.listed:
            assert page.startswith(running)
            page = page.removeprefix(running)
        elif number:
            page = page[min(at for at in range(len(page)) if body.startswith(page[at : at + 12])) :]
        shown = _common(body, page)
        rest = page[shown:]
        assert notes.startswith(rest), f"page {number + 1}: {rest[:60]!r} is not what follows {body[:60]!r}"
        body, notes = body[shown:], notes[len(rest) :]
    assert (body, notes) == ("", "")
    assert not UNREAL.search("".join(pages))


def _common(first: str, second: str) -> int:
    shorter = min(len(first), len(second))
    return next((at for at in range(shorter) if first[at] != second[at]), shorter)


@pytest.mark.parametrize("path", sample_issues(), ids=lambda path: path.stem[:3])
def test_every_article_of_the_samples_reads_back_equal(path: Path) -> None:
    issue = open_issue(path)
    for node in issue.walk():
        if node.blocks:
            own = replace(issue, nodes=(replace(node, children=()),))
            publication = publish(own)
            assert_reads_back(publication, pdf.make(publication))


def test_markup_of_any_kind_prints_as_itself() -> None:
    signs = r"#import \"x\"; $x$ *b* _e_ `c` @a <l> \u{41} // no /* no */ ~ -- --- ... 'q' = + - 1. [x] {y} #[z]"
    publication = publish(issue_of(paragraph(signs), title=r"#show: *x* $y$ \ <z> @w"))
    data = pdf.make(publication)
    assert_reads_back(publication, data)
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_value("Title") == r"#show: *x* $y$ \ <z> @w"


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(codec="utf-8", max_codepoint=0x9FFF, categories=["L", "N", "P", "S"]))))
def test_whatever_is_written_the_pages_are_made(texts: list[str]) -> None:
    publication = publish(issue_of(*(paragraph(text) for text in texts if text)))
    assert pdf.make(publication).startswith(b"%PDF")


def test_long_addresses_and_words_with_hyphens_come_back_whole() -> None:
    address = (
        "https://www.example.org/news-and-events/a-very-long-address-with-hyphens-in-it/" + "x" * 90 + "?a=1&b=2-3"
    )
    text = "".join(f"第{n}次 state-of-the-art 与 2026-2027 年（A-股）" for n in range(40))
    publication = publish(issue_of(paragraph(f"见 {address} 。"), paragraph(text), paragraph("长" + "A" * 300)))
    assert_reads_back(publication, pdf.make(publication))


def test_a_long_table_goes_on_over_the_pages_with_its_head() -> None:
    rows = tuple(tuple(Text((Run(f"第{n}行{c}列"),)) for c in range(4)) for n in range(200))
    head = tuple(Text((Run(name),)) for name in ("甲项", "乙项", "丙项", "丁项"))
    block = Block("table", Text(), (), rows=(head, *rows), header_rows=1)
    pages = pages_of(pdf.make(publish(issue_of(block))))
    text = "".join(pages)
    assert len(pages) > 3
    assert all("甲项乙项丙项丁项" in page for page in pages)
    assert all(f"第{n}行{c}列" in text for n in range(200) for c in range(4))


@pytest.mark.parametrize("columns", [6, 9, 14, 30])
@pytest.mark.parametrize("cell", ["2031-04-05", "123456.78%", "渡船"])
def test_the_cells_of_a_wide_table_stand_beside_each_other(columns: int, cell: str) -> None:
    head = tuple(Text((Run(f"第{c}列"),)) for c in range(columns))
    row = (Text((Run("渡口"),)), *(Text((Run(cell),)) for _ in head[1:]))
    block = Block("table", Text(), (), rows=(head, row), header_rows=1)
    data = pdf.make(publish(issue_of(block), choice=Choice(size=14.0)))
    assert "".join(pages_of(data)).count(cell) == columns - 1
    with pypdfium2.PdfDocument(data) as document:
        assert [found for page in document for found in _printed_over(page.get_textpage())] == []


@pytest.mark.parametrize("words", ["2023年12月", "4.49亿美元", "由AI-2生成的12.5%"])
def test_words_are_found_as_they_are_shown(words: str) -> None:
    data = pdf.make(publish(issue_of(paragraph(f"截至{words}，渡口一切如常。"))))
    with pypdfium2.PdfDocument(data) as document:
        assert words in document[0].get_textpage().get_text_range()


def test_two_hundred_footnotes_stand_at_the_foot_of_their_pages() -> None:
    texts = [f"第{n}段说明一件事情，写得不长也不短，正好一行多一点儿，如此而已。" for n in range(200)]
    blocks = [paragraph(text, refs=(Ref(str(n + 1), len(text), Span(0, 0)),)) for n, text in enumerate(texts)]
    notes = tuple(Footnote(str(n + 1), f"注文{n}", f"https://a.example/{n}", ()) for n in range(200))
    publication = publish(issue_of(*blocks, notes=notes))
    data = pdf.make(publication)
    assert_reads_back(publication, data)
    for page in pages_of(data):
        called = [number for number in re.findall(r"如此而已。(\d+)", page) if f"注文{int(number) - 1}h" not in page]
        assert len(called) <= 1  # the note of a last line may go over to the next page


def test_greek_and_formulas_print_as_themselves() -> None:
    text = "Ελληνικά ἀρχή，𝑥² + 𝛼ᵢ ≥ ∑ ⟨ψ|φ⟩ ∈ ℝ，ŷ = βx̂₀，Đặng Thị，Ёлка，10⁻³ mol·L⁻¹，CO₂ ⇌ H₂CO₃"
    publication = publish(issue_of(paragraph(text)))
    data = pdf.make(publication)
    assert normalize("NFC", pages_of(data)[0]).count(normalize("NFC", tight(text))) == 1
    with pypdfium2.PdfDocument(data) as document:
        assert not any(b"Last" in name for name in _fonts(document[0]))


def test_a_note_that_is_called_twice_is_printed_once() -> None:
    text = "甲乙丙"
    refs = (Ref("1", 1, Span(0, 0)), Ref("1", 2, Span(0, 0)))
    pages = pages_of(
        pdf.make(publish(issue_of(paragraph(text, refs=refs), notes=(Footnote("1", "只有一条", "", ()),))))
    )
    assert pages[0].count("只有一条") == 1
    assert "甲1乙1丙" in pages[0]


def test_addresses_in_links_are_written_as_any_program_reads_them() -> None:
    urls = ("https://a.example/路 径?名=x", "//b.example/x", "file:///etc/passwd", "mailto:a@b.cn?attach=/etc/passwd")
    runs = tuple(Run(f"第{number}处", -1, ("link",), url) for number, url in enumerate(urls))
    data = pdf.make(publish(issue_of(Block("paragraph", Text(runs), ()))))
    assert set(_targets(data)) == {"https://a.example/%E8%B7%AF%20%E5%BE%84?%E5%90%8D=x", "mailto:a@b.cn"}


def test_links_lead_to_the_addresses_of_the_source() -> None:
    note = Footnote("1", "见网页", "https://b.example/x?y=1", ())
    block = Block(
        "paragraph",
        Text(
            (
                Run("写信至 "),
                Run("a@b.cn", -1, ("link",)),
                Run("，网址"),
                Run("主页", -1, ("link",), "https://a.example/"),
            )
        ),
        (),
        refs=(Ref("1", 3, Span(0, 0)),),
    )
    data = pdf.make(publish(issue_of(block, notes=(note,))))
    assert {"mailto:a@b.cn", "https://a.example/", "https://b.example/x?y=1"} <= set(_targets(data))


def test_the_outline_names_sections_articles_and_subheadings() -> None:
    article = Node(
        "n2",
        "article",
        2,
        Text((Run("文章"),)),
        blocks=(paragraph("小节", kind="subheading", level=1), paragraph("正文")),
    )
    section = Node("n1", "section", 1, Text((Run("栏目"),)), children=(article, replace(article, id="n3")))
    issue = replace(issue_of(), nodes=(section,))
    with pypdfium2.PdfDocument(pdf.make(publish(issue))) as document:
        found = [(item.level, item.get_title()) for item in document.get_toc()]
    assert found == [(0, "栏目"), (1, "文章"), (2, "小节"), (1, "文章"), (2, "小节")]


def test_the_file_says_what_it_is() -> None:
    data = pdf.make(publish(open_issue(sample_issues()[1]), ["n3"]))
    with pypdfium2.PdfDocument(data) as document:
        facts = document.get_metadata_dict()
        fonts = {name.decode() for page in document for name in _fonts(page)}
    assert facts["Title"] and facts["Author"]
    assert b"/MarkInfo" in data and b"/StructTreeRoot" in data
    assert fonts and all("Bulletin" in name for name in fonts)


def test_the_same_publication_gives_the_same_bytes() -> None:
    publication = publish(open_issue(sample_issues()[4]), None, Choice(figures=True))
    assert pdf.make(publication) == pdf.make(publication)


def test_what_the_user_wants_is_added() -> None:
    text = "首期投资30亿元，由某研究所承担。联系人：王明，电话010-12345678。"
    issue = issue_of(paragraph(text))
    spot = text.index("30亿元")
    light = Highlight("h1", Locator("k", (Anchor(spot, spot + 4, "30亿元"),)), note="要核对\n两次")
    marked = [Marked(light, (Span(spot, spot + 4),))]
    mentions = extract_mentions(issue)
    bare = "".join(pages_of(pdf.make(publish(issue, None, Choice(), marked, mentions))))
    assert "要核对" not in bare and "数据" not in bare
    choice = Choice(highlights=True, figures=True, contacts=True, provenance=True)
    full = "".join(pages_of(pdf.make(publish(issue, None, choice, marked, mentions))))
    for words in ("要核对两次", "批注", "数据", "联系方式", "010-12345678"):
        assert words in full
    quotes = "".join(pages_of(pdf.make(publish(issue, None, Choice(only_highlights=True), marked))))
    assert "30亿元" in quotes and "要核对" in quotes and "研究所" not in quotes


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_paper_is_the_chosen_one(paper: str, width: int) -> None:
    with pypdfium2.PdfDocument(pdf.make(publish(issue_of(paragraph("字")), None, Choice(paper=paper)))) as document:
        assert round(document.get_page_size(0)[0]) == width


def test_larger_type_takes_more_pages() -> None:
    issue = issue_of(*(paragraph("一段话写了许多字。" * 30) for _ in range(12)))
    counts = [len(pages_of(pdf.make(publish(issue, None, Choice(size=size))))) for size in (9.0, 16.0)]
    assert counts[0] < counts[1]


def test_a_chapter_without_title_shows_its_text_at_once() -> None:
    text = Passage("paragraph", (Words("开头的话说在前面。"),))
    chapter = Chapter("n1", "article", 1, (Words("开头的话"),), passages=(text,), has_title=False)
    pages = pages_of(pdf.make(Publication("开头的话", (chapter,), file="x.txt")))
    assert pages[0].count("开头的话") == 1


@given(st.text(st.sampled_from("aB1-‐/.?&= 中，"), max_size=200))
def test_nothing_is_lost_when_words_are_held_together(text: str) -> None:
    pieces = together(text)
    parts = [pieces] if isinstance(pieces, str) else [p if isinstance(p, str) else p[0] for p in pieces]
    assert "".join(parts) == text
    assert all(len(piece[0]) <= LONGEST + 2 for piece in pieces if not isinstance(piece, str))


def _printed_over(text: Any) -> Iterator[str]:
    """Yield the characters of a page that are printed over others."""
    boxes = [(text.get_charbox(at), text.get_text_range(at, 1)) for at in range(text.count_chars())]
    shown = sorted((box, char) for box, char in boxes if char.strip())
    for at, (box, char) in enumerate(shown):
        for other, _ in shown[at + 1 :]:
            if other[0] >= box[2] - 0.6:
                break
            if min(box[3], other[3]) - max(box[1], other[1]) > 0.6:
                yield char


def _targets(data: bytes) -> Iterator[str]:
    """Yield the addresses of all links."""
    yield from (found.decode() for found in re.findall(rb"/URI\s*\(((?:[^()\\]|\\.)*)\)", data))


def _fonts(page: Any) -> Iterator[bytes]:
    import ctypes

    for item in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)):
        font = pypdfium2.raw.FPDFTextObj_GetFont(item)
        name = ctypes.create_string_buffer(200)
        pypdfium2.raw.FPDFFont_GetBaseFontName(font, name, 200)
        yield name.value
