"""Each kind of file is what its readers expect: links that lead somewhere, real headings, notes and tables."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from bs4 import BeautifulSoup
from docx.document import Document
from lxml import etree

from reader.export.characters import address
from reader.export.plain_text import width_of
from reader.export.publication import Choice, Publication
from reader.export.publishers import PUBLISHERS, publisher, save
from reader.export.publishing import publish
from reader.model.mentions import Contact, Figure, Mentions
from tests.export.handed_on import Article, Piece, issue_of, marked
from tests.export.reading_back import markdown_page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = Piece(rows=(("国家", "投入"), ("美国", "12.5"), ("中华人民共和国", "10.2")))
MAIN = Article(
    "大坝开工",
    (
        Piece("一、背景", "subheading", level=1),
        Piece("总投资三十亿元。", notes=((7, "1"), (8, "1"))),
        Piece("第一项", "list_item"),
        Piece("更深一层", "list_item", level=2),
        TABLE,
        Piece("x = 1\n  y = 2", "contact", code=True),
    ),
    (("1", "年鉴 https://a.example/b_c", "https://a.example/b_c"), ("2", "无人引用", "")),
    "（林山）",
    (("学报", "水利学报"),),
    page="3",
)
ISSUE = issue_of(
    Article(
        "要闻", kind="section", articles=(MAIN._replace(level=2), Article("清淤过半", (Piece("百里河道。"),), level=2))
    )
)
KEY = "n2"
MENTIONS = Mentions(
    (Figure("money", "三十亿元", 0, 4, label="总投资", node=KEY, value_low=None),),
    (Contact("contact", 0, 1, ("水利局",), ("张敏",), phones=("010-62345678",), node=KEY),),
)
EVERYTHING = Choice(highlights=True, figures=True, contacts=True, provenance=True)
MARKED = marked(ISSUE, "三十亿元", note="查去年的数", colour="green")
SUFFIXES = [row.suffix for row in PUBLISHERS if row.suffix != ".pdf"]


def _publication(choice: Choice = EVERYTHING, nodes: set[str] | None = None) -> Publication:
    return publish(ISSUE, nodes, choice, MARKED, MENTIONS)


def _made(suffix: str, choice: Choice = EVERYTHING, nodes: set[str] | None = None) -> bytes:
    return publisher(Path(f"a{suffix}")).make(_publication(choice, nodes))


def _shown(suffix: str, data: bytes) -> str:
    """Return all text of a file, and what belongs to it and is not text."""
    if suffix in (".md", ".txt", ".html"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = [
            archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(("xml", "html", "ncx"))
        ]
    return "\n".join(texts)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_chosen_is_there_and_what_is_not_chosen_is_not(suffix: str) -> None:
    everything, bare = _shown(suffix, _made(suffix)), _shown(suffix, _made(suffix, Choice()))
    for words in ("查去年的数", "010-62345678", "总投资</" if suffix in (".html", ".epub") else "数据", "原文第 "):
        assert words in everything
        assert words not in bare


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_highlights_alone_leave_the_text_out(suffix: str) -> None:
    text = _shown(suffix, _made(suffix, Choice(only_highlights=True)))
    assert "三十亿元" in text and "查去年的数" in text and "划线与批注" in text
    assert "清淤过半" not in text and "12.5" not in text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_our_own_words_speak_english_if_wanted(suffix: str) -> None:
    text = _shown(suffix, _made(suffix, Choice(language="en", figures=True)))
    assert "Contents" in text and "Figures" in text and "printed on page 3" in text
    assert "目录" not in text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_source_is_told_at_the_top(suffix: str) -> None:
    text = _shown(suffix, _made(suffix, Choice(), {KEY}))
    for fact in ("水利通讯", "2025年第3期", "2025年3月", "水利局", "原刊第 3 页", "a.txt", "要闻"):
        assert fact in text


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_export_gives_the_same_bytes(suffix: str) -> None:
    assert _made(suffix) == _made(suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_issue_without_articles_gives_a_valid_file(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"a{suffix}"
    save(publish(issue_of()), target)
    assert "水利通讯" in _shown(suffix, target.read_bytes())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_article_that_is_one_long_line_comes_through(suffix: str) -> None:
    long = issue_of(Article(pieces=(Piece("水" * 1_200_000),)))
    assert _shown(suffix, publisher(Path(f"a{suffix}")).make(publish(long))).count("水") >= 1_200_000


# Web page


def _page(choice: Choice = EVERYTHING, nodes: set[str] | None = None) -> BeautifulSoup:
    return BeautifulSoup(_made(".html", choice, nodes).decode("utf-8"), "html.parser")


def test_every_link_within_the_page_leads_somewhere_and_no_id_is_given_twice() -> None:
    page = _page()
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    inner = [link["href"][1:] for link in page.select('a[href^="#"]')]
    assert len(inner) == 3 + 2 + 1  # contents, two marks of one note, its way back
    assert set(inner) <= set(ids)


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    text = _made(".html").decode("utf-8")
    page = BeautifulSoup(text, "html.parser")
    assert not page.select("script, link, img, iframe, object, [src], [onclick]")
    assert "url(" not in text and "@import" not in text
    assert [a["href"] for a in page.select("a") if not a["href"].startswith("#")] == ["https://a.example/b_c"]


def test_the_page_tells_its_language_headings_and_columns() -> None:
    page = _page()
    assert page.html["lang"] == "zh-CN"
    assert [(h.name, h.get_text()) for h in page.select("h1, .chapter > header h2, .chapter > header h3")] == [
        ("h1", "水利通讯 2025年第3期"), ("h2", "要闻"), ("h3", "大坝开工"), ("h3", "清淤过半"),
    ]  # fmt: skip
    assert [cell.get_text() for cell in page.select('article figure.table th[scope="col"]')][:2] == ["国家", "投入"]
    assert page.select_one("mark.green").get_text() == "三十亿元"


def test_the_page_is_set_as_chosen() -> None:
    style = _page(Choice(paper="letter", size=12.0, face="sans")).style.get_text()
    assert "size: letter" in style and "font-size: 12pt" in style and '--face: "Source Han Sans SC"' in style
    assert "prefers-color-scheme: dark" in style and "@media print" in style


def test_every_colour_of_the_page_is_one_of_both_themes() -> None:
    style = _page().style.get_text()
    light, dark = (re.search(pattern, style) for pattern in (r":root \{([^}]*)\}", r"dark\) \{ :root \{([^}]*)\}"))
    assert light and dark
    for name in set(re.findall(r"var\((--[a-z_]+)\)", style)):
        assert f"{name}: " in light[1]
        assert f"{name}: #" in dark[1] or name in ("--face", "--sans", "--size")


def test_mailboxes_and_pages_of_contacts_are_links() -> None:
    contact = Contact("contact", 0, 1, emails=("a@b.cn", "c@d.cn"), urls=("https://b.cn/甲", "无"), node=KEY)
    publication = publish(ISSUE, {KEY}, Choice(contacts=True), (), Mentions((), (contact,)))
    page = BeautifulSoup(publisher(Path("a.html")).make(publication).decode("utf-8"), "html.parser")
    links = [(link.get_text(), link["href"]) for link in page.select(".card a")]
    assert links == [
        ("a@b.cn", "mailto:a@b.cn"), ("c@d.cn", "mailto:c@d.cn"), ("https://b.cn/甲", "https://b.cn/%E7%94%B2"),
    ]  # fmt: skip
    assert page.select(".card dd")[-1].get_text() == "https://b.cn/甲；无"


def test_pointing_at_a_highlight_shows_its_note() -> None:
    assert _page().select_one("mark")["title"] == "查去年的数"


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/x y?q=甲&b=%20%", "https://a.example/x%20y?q=%E7%94%B2&b=%20%25"),
        ("www.a.example/b", "http://www.a.example/b"),
        ("mailto:a@b.cn", "mailto:a@b.cn"),
        ("mailto:a@b.cn?subject=主题&attach=/etc/passwd", "mailto:a@b.cn?subject=%E4%B8%BB%E9%A2%98"),
        ("MAILTO:a@b.cn?%61ttachment=x", "MAILTO:a@b.cn"),
        ("http://例子.中国/页", "http://xn--fsqu00a.xn--fiqs8s/%E9%A1%B5"),
        ("HTTP://A.example:80/", "HTTP://A.example:80/"),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("https://a b/", ""),
        ("第三章", ""),
    ],
)
def test_only_addresses_of_pages_and_mailboxes_become_links(url: str, written: str) -> None:
    assert address(url) == written


# Book


@pytest.mark.slow
def test_the_book_is_valid_by_the_judge_of_its_makers(tmp_path: Path) -> None:
    judge, java = shutil.which("epubcheck"), shutil.which("java")
    if not judge or not java:
        pytest.skip("epubcheck is not installed")
    book = tmp_path / "a.epub"
    odd = Article(
        "a & <b>\0\ud800", (Piece("x", notes=((1, "1"),)), TABLE), (("1", "注", "https://a.example/甲 [乙]"),), level=4
    )
    save(publish(issue_of(MAIN, odd, Article("", (Piece("无题"),))), None, Choice(provenance=True)), book)
    told = subprocess.run([java, "-jar", judge, str(book)], capture_output=True, text=True, timeout=120, check=False)
    assert "0 fatals / 0 errors / 0 warnings" in told.stdout, told.stdout + told.stderr


def test_the_contents_of_the_book_are_nested() -> None:
    with zipfile.ZipFile(io.BytesIO(_made(".epub"))) as archive:
        nav = etree.fromstring(archive.read("EPUB/nav.xhtml"))
        ncx = etree.fromstring(archive.read("EPUB/toc.ncx"))
    assert [a.text for a in nav.iterfind(".//{*}nav/{*}ol/{*}li/{*}a")] == ["要闻"]
    assert [a.text for a in nav.iterfind(".//{*}nav/{*}ol/{*}li/{*}ol/{*}li/{*}a")] == ["大坝开工", "清淤过半"]
    assert [t.text for t in ncx.iterfind(".//{*}navPoint/{*}navPoint/{*}navLabel/{*}text")] == ["大坝开工", "清淤过半"]


@pytest.mark.parametrize("levels", [(1, 1), (1, 3, 2, 1), (2, 1, 4), (3, 3, 1, 2), (1, 2, 3, 1, 3)])
def test_contents_of_any_levels_hold_every_chapter_once(levels: tuple[int, ...]) -> None:
    articles = [Article(f"第{n}篇", level=level) for n, level in enumerate(levels)]
    book = publisher(Path("a.epub")).make(publish(issue_of(*articles)))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for name, path in (("nav.xhtml", ".//{*}li/{*}a"), ("toc.ncx", ".//{*}navPoint/{*}navLabel/{*}text")):
            root = etree.fromstring(archive.read(f"EPUB/{name}"))
            assert [element.text for element in root.iterfind(path)] == [a.title for a in articles]


def test_footnotes_pop_up_in_the_book() -> None:
    with zipfile.ZipFile(io.BytesIO(_made(".epub"))) as archive:
        chapter = BeautifulSoup(archive.read("EPUB/c2.xhtml"), "xml")
    calls = chapter.find_all("a", attrs={"epub:type": "noteref"})
    [note] = chapter.find_all("aside", attrs={"epub:type": "footnote"})
    assert [call["href"] for call in calls] == [f"#{note['id']}"] * 2
    assert "无人引用" in chapter.get_text()


# Word


def _document(choice: Choice = EVERYTHING, nodes: set[str] | None = None) -> Document:
    return docx.Document(io.BytesIO(_made(".docx", choice, nodes)))


def test_headings_are_headings_and_the_first_line_is_indented_by_two_characters() -> None:
    document = _document()
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.lower().startswith("heading")]
    assert [name for name, _text in headings] == ["Heading 1", "Heading 2", "Heading 3", "Heading 2"]
    body = document.styles["Body Text"].element
    assert body.find(f"{W}pPr/{W}ind").get(f"{W}firstLineChars") == "200"


def test_han_have_a_face_of_their_own() -> None:
    for face, east in (("serif", "SimSun"), ("sans", "Microsoft YaHei")):
        fonts = _document(Choice(face=face)).styles.element.find(f".//{W}docDefaults//{W}rFonts")
        assert fonts.get(f"{W}eastAsia") == east


def test_a_table_repeats_its_head_on_every_page() -> None:
    table = _document().tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["国家", "投入"]
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True, False, False]


def test_footnotes_are_real_and_one_that_is_called_twice_is_there_once() -> None:
    data = _made(".docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        rels = archive.read("word/_rels/footnotes.xml.rels").decode()
        body = etree.fromstring(archive.read("word/document.xml"))
    [note] = [note for note in notes if int(note.get(f"{W}id")) > 0]
    assert "".join(t.text for t in note.iter(f"{W}t")) == " 年鉴 https://a.example/b_c"
    assert note.find(f".//{W}footnoteRef") is not None
    assert "https://a.example/b_c" in rels
    [reference] = body.iter(f"{W}footnoteReference")
    assert reference.get(f"{W}id") == note.get(f"{W}id")
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    assert len(anchors) == 3 + 1 and set(anchors) <= names


@pytest.mark.parametrize(
    ("marks", "start", "counts"), [("123", "1", True), ("78", "7", True), ("121", "1", False), ("1*", "1", False)]
)
def test_word_counts_footnotes_itself_where_it_comes_to_the_printed_numbers(
    marks: str, start: str, counts: bool
) -> None:
    articles = [
        Article(f"第{n}篇", (Piece("甲", notes=((1, mark),)),), ((mark, f"注{n}", ""),)) for n, mark in enumerate(marks)
    ]
    document = docx.Document(io.BytesIO(publisher(Path("a.docx")).make(publish(issue_of(*articles)))))
    references = list(document.element.body.iter(f"{W}footnoteReference"))
    assert [reference.get(f"{W}customMarkFollows") is None for reference in references] == [counts] * len(marks)
    assert document.sections[0]._sectPr.find(f"{W}footnotePr/{W}numStart").get(f"{W}val") == start


def test_the_document_tells_title_author_paper_and_pages() -> None:
    document = _document(Choice(paper="letter", size=12.0), {KEY})
    told = document.core_properties
    assert (told.title, told.author, told.subject) == ("大坝开工", "林山", "水利通讯 2025年第3期 2025年3月")
    section = document.sections[0]
    assert (round(section.page_width.inches, 2), round(section.page_height.inches, 2)) == (8.5, 11.0)
    header = etree.tostring(section.header._element, encoding="unicode")
    assert "大坝开工" in header and " PAGE " in header and " NUMPAGES " in header
    assert document.styles.element.find(f".//{W}docDefaults//{W}sz").get(f"{W}val") == "24"


def test_bullets_are_a_list_and_highlights_have_their_colour() -> None:
    xml = etree.tostring(_document().element.body, encoding="unicode")
    assert re.findall(r'<w:ilvl w:val="(\d)"', xml) == ["0", "1"]
    assert 'w:fill="D4ECDA"' in xml


def test_a_table_wider_than_word_allows_becomes_lines() -> None:
    wide = issue_of(Article(pieces=(Piece(rows=(tuple(str(n) for n in range(70)),)),)))
    document = docx.Document(io.BytesIO(publisher(Path("a.docx")).make(publish(wide))))
    assert document.tables == []
    assert any("68\t69" in paragraph.text for paragraph in document.paragraphs)


# Markdown


def test_markdown_has_headings_tables_footnotes_and_contents() -> None:
    page: Any = markdown_page(_made(".md"))
    assert [h.get_text() for h in page.select("h1, h2, h3, h4")][:5] == [
        "水利通讯 2025年第3期", "目录", "要闻", "大坝开工", "(6) 一、背景",
    ]  # fmt: skip
    assert [cell.get_text() for cell in page.select("th")][:2] == ["国家", "投入"]
    assert {a["href"][1:] for a in page.select('a[href^="#c"]')} == {a["id"] for a in page.select('a[id^="c"]')}
    assert len(page.select("sup.footnote-ref")) == 2
    assert [item.get_text() for item in page.select("li li")][-1] == "(9) 更深一层"
    assert page.select_one("mark.green").get_text() == "三十亿元"
    assert page.select_one("pre code").get_text() == "x = 1\n  y = 2\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [("重点", "**重点**"), ("“重点”", "<strong>“重点”</strong>"), ("a*b", "**a\\*b**"), ("*", "<strong>\\*</strong>")],
)
def test_bold_text_is_bold_beside_chinese_punctuation(text: str, written: str) -> None:
    issue = issue_of(Article(pieces=(Piece(text, styles=("strong",)),)))
    data = publisher(Path("a.md")).make(publish(issue))
    assert written in data.decode("utf-8").splitlines()
    assert markdown_page(data).strong.get_text() == text


# Plain text


def test_columns_of_plain_text_stand_below_each_other() -> None:
    lines = _made(".txt", Choice()).decode("utf-8").splitlines()
    at = lines.index("国家            投入")
    assert lines[at : at + 4] == [
        "国家            投入", "--------------  ----", "美国            12.5", "中华人民共和国  10.2",
    ]  # fmt: skip
    assert width_of("中a\u0301😀") == 5


def test_plain_text_has_a_line_a_paragraph_and_notes_at_the_end() -> None:
    text = _made(".txt", Choice(highlights=True), {KEY}).decode("utf-8")
    paragraphs = text.split("\n\n")
    assert "总投资〖三十亿元〗[1]。[1]" in paragraphs
    assert "注释\n[1] 年鉴 https://a.example/b_c\n[2] 无人引用" in paragraphs
    assert text.endswith("\n") and not text.endswith("\n\n")
