"""Files that were handed on, read by other programs than ours: the text of the articles, and their footnotes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any, NamedTuple

import docx
from bs4 import BeautifulSoup
from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from tests.export.handed_on import squeezed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOT_TEXT = ".facts, .lines, .within, .notes, .marks, .figures, .contacts"
OUR_STYLES = ("Title", "Source", "TOCHeading", "TOC1", "TOC2", "TOC3", "Label", "Facts", "Within", "FootnoteText")


class ReadBack(NamedTuple):
    """Visible characters of the articles, and of each footnote, sorted."""

    body: str
    notes: list[str]


def read_web(data: bytes) -> ReadBack:
    return _read_chapters([BeautifulSoup(data.decode("utf-8"), "html.parser")])


def read_epub(data: bytes) -> ReadBack:
    """Read the chapters in the order of the spine; each file must be XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        package = etree.fromstring(archive.read("EPUB/package.opf"))
        files = {item.get("id"): item.get("href") for item in package.iterfind(".//{*}manifest/{*}item")}
        pages = [files[item.get("idref")] for item in package.iterfind(".//{*}spine/{*}itemref")]
        for name in files.values():
            if name.endswith(("xhtml", "ncx")):
                etree.fromstring(archive.read(f"EPUB/{name}"))
        return _read_chapters([BeautifulSoup(archive.read(f"EPUB/{name}"), "xml") for name in pages])


def _read_chapters(pages: list[BeautifulSoup]) -> ReadBack:
    chapters = [chapter for page in pages for chapter in page.select(".chapter")]
    notes = sorted(squeezed(note.get_text()) for chapter in chapters for note in chapter.select(".footnote"))
    for chapter in chapters:
        for ours in chapter.select(NOT_TEXT):
            ours.extract()
    return ReadBack(squeezed("".join(chapter.get_text() for chapter in chapters)), notes)


def read_markdown(data: bytes) -> ReadBack:
    """Read as CommonMark with tables and footnotes; their marks are the reader's own and left out."""
    page = markdown_page(data)
    notes = [item.extract() for item in page.select("section.footnotes li")]
    for ours in page.select(".footnote-backref, .footnote-ref, section.footnotes, hr.footnotes-sep"):
        ours.extract()
    for note in notes:
        for back in note.select(".footnote-backref"):
            back.extract()
    first = page.select_one("#c1")
    _cut_front(page, first)
    uncalled = []
    for heading in page.find_all(["h2", "h3", "h4", "h5", "h6"]):
        if heading.get_text() == "注释":
            listed = heading.find_next_sibling("ul")
            uncalled += [squeezed(item.get_text()) for item in listed.find_all("li")]
            listed.extract()
            heading.extract()
    return ReadBack(squeezed(page.get_text()), sorted([squeezed(n.get_text()) for n in notes] + uncalled))


def markdown_page(data: bytes) -> BeautifulSoup:
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    return BeautifulSoup(parser.render(data.decode("utf-8")), "html.parser")


def _cut_front(page: BeautifulSoup, first: Any) -> None:
    """Take away what stands above the first article: the source, and the contents where there are any."""
    if first is None:
        page.find("p").extract()
        return
    top = first
    while top.parent is not page:
        top = top.parent
    for before in list(top.previous_siblings):
        before.extract()


def read_word(data: bytes) -> ReadBack:
    """Read text and footnotes; those that Word counts itself get their numbers."""
    document = docx.Document(io.BytesIO(data))
    start = int(document.sections[0]._sectPr.find(f"{W}footnotePr/{W}numStart").get(f"{W}val"))
    body, notes = [], []
    for paragraph in document.element.body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        text = _text_of(paragraph, start)
        if style == "FootnoteText":
            notes.append(squeezed(text))
        elif style not in OUR_STYLES:
            body.append(text)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        footnotes = etree.fromstring(archive.read("word/footnotes.xml"))
    for note in footnotes.iterfind(f"{W}footnote"):
        number = int(note.get(f"{W}id"))
        if number > 0:
            notes.append(squeezed(_text_of(note, start, number)))
    return ReadBack(squeezed("".join(body)), sorted(notes))


def _text_of(element: Any, start: int, note: int = 0) -> str:
    """Return the text of an element as Word shows it, footnotes counted from `start`."""
    out = []
    for node in element.iter(f"{W}t", f"{W}footnoteReference", f"{W}footnoteRef"):
        if node.tag == f"{W}t":
            out.append(node.text or "")
        elif not node.get(f"{W}customMarkFollows"):
            out.append(str(start - 1 + int(node.get(f"{W}id") or note)))
    return "".join(out)


READERS: dict[str, Callable[[bytes], ReadBack]] = {
    ".html": read_web,
    ".epub": read_epub,
    ".md": read_markdown,
    ".docx": read_word,
}
