"""Whatever character a bulletin holds, the PDF draws it or its number, and gives it back when it is copied."""

from __future__ import annotations

import unicodedata

import pypdfium2
import pytest

from reader.export import pdf
from reader.export.publication import Choice
from reader.export.publishing import publish
from reader.model.document import Block, Field, Issue, Masthead, Node, Run, Source, Span, Text

RARE = {
    "Han of names": "赵𠮷㐂镕喆",
    "Han that no font has": "𠀀𪚥𫝀𮯠𰀀𱍊",
    "emoji": "😀🎉🪿",
    "emoji of several characters": "👨‍👩‍👧与🇨🇳和👍🏽及🏳️‍🌈",
    "emoji by selector": "❤️☀️与1️⃣",
    "one picture for several emoji": "👍👍🏽👍🏿也👍与🌶🌶️和👩‍🚀👩🏽‍🚀",
    "Greek": "Ελληνικά",
    "Arabic": "مرحبا",
    "Arabic in one character": "ﷲ",
    "Hebrew": "שלום",
    "Thai": "ภาษาไทย",
    "Devanagari": "हिन्दी",
    "Hangul": "한글",
    "letters of mathematics": "𝐀𝟙𝄞",
    "private use": "图\ue000\uf8ff表\U000f0001和\U00100001",
    "not yet assigned": "新\u0378\u0379字",
    "a mark on a letter": "字x\u0302字",
    "Han with a selector": "漢\U000e0100字",
}


@pytest.mark.parametrize("text", RARE.values(), ids=RARE)
def test_a_rare_character_comes_back(text: str) -> None:
    assert _same(text) in _same(_printed(text))


@pytest.mark.parametrize("face", ["serif", "sans"])
def test_all_of_them_come_back_from_one_page(face: str) -> None:
    printed = _same(_printed(*RARE.values(), face=face))
    assert [text for text in RARE.values() if _same(text) not in printed] == []


def _printed(*texts: str, face: str = "serif") -> str:
    """Print paragraphs and copy all text of the pages."""
    blocks = tuple(Block("paragraph", Text((Run(text, 0),)), (Span(0, len(text)),)) for text in texts)
    node = Node("n1", "article", 1, Text((Run("一篇文章"),)), blocks=blocks)
    source = Source("期.txt", "ab" * 32, "text", "utf-8", "".join(texts))
    issue = Issue(source, Masthead(Field("科技快报"), Field("第9期")), (), (), (node,), ())
    with pypdfium2.PdfDocument(pdf.make(publish(issue, choice=Choice(face=face)))) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def _same(text: str) -> str:
    """PDFium spells out characters that are made of others when it copies text."""
    return "".join(unicodedata.normalize("NFKC", text).split())
