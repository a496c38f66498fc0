"""What converters and OCR break in Markdown: headings torn in two, marks of pages between the paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.load.markdown.sheet import Row, Sheet
from reader.text.signing import can_be_name, signature

NUMBER = re.compile(
    r"\W*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十\d]{1,3}[章节部分篇])[、.．:：)）]?\W*$"
)
PAPERS = "通知|公告|通告|通报|公示|意见|决定|办法|规定|批复|请示|报告|函|方案|细则"
OPEN_PAPER = re.compile(rf"关[于於](?!.*(?:{PAPERS})[）)]?$)")
PAPER_END = re.compile(rf".{{1,30}}(?:{PAPERS})$")
SUBTITLE = re.compile(r"[*_]{0,3}\s*(?:——|—(?=\S)|――|--)[^。*_\n]{2,60}[*_]{0,3}")
SIGN = re.compile(r"\$\s*\\[a-zA-Z]+\s*\$\s*+(?=\S)")
PICTURES = re.compile(r"(?:\[?!\[(?P<alt>[^\[\]]*)\]\([^()\n]*\)(?:\]\([^()\s]*\))?\s*)+")
WORDS = re.compile(r"[\u3400-\u9fff]{2}(?![^\u3400-\u9fff]*\.(?:png|jpe?g|gif|webp|svg)\b)", re.I)
CAPTION = re.compile(r"\W{0,3}(?:[图表圖]\s*[\d一二三四五六七八九十]{1,3}|(?:Fig(?:ure|\.)|Table)\s*\d)")
BRACKETED = re.compile(r"[（(][^（）()]{2,40}[）)]")  # a line below a picture that says what it shows
CAPTION_LONGEST = 90  # characters
TEMPLATE = re.compile(  # tags of a program that makes pages, which shows something else in their place
    r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{/\*[^{}\n]*\*/\}|\[+[Tt][Oo][Cc]\]+|:::+[ \t]*\w*|!!![ \t]+\w+|\[![A-Z]+\]"
)
CENTRED = re.compile(r"[^|｜\[\]<>]{2,40}(?<![。；，、：:])")
CENTRED_LEVEL = 3  # below what # signs mark
BETWEEN_NAMES = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹,，、*＊†\\\s]+")  # marks of offices among them
NAME = re.compile(r"[\u3400-\u9fff·]{2,4}")
AUTHORS_MOST = 12
PAGE = re.compile(
    r"""
    [*_(（\[\s-]*
    (?: 第\s*\d{1,4}\s*[页頁] (?:\s*[/，,]?\s*共\s*\d{1,4}\s*[页頁])?
      | [Pp](?:age|AGE)\.?\s*\d{1,4} (?:\s*(?:of|/)\s*\d{1,4})?
      | [-—–]\s*\d{1,4}\s*[-—–] )
    [*_)）\]\s:：-]*$
    """,
    re.X,
)


def repair(sheet: Sheet) -> None:
    """Join torn headings, tell pictures with their captions, and leave out the marks of pages and of blocks."""
    sheet.rows.sort(key=lambda row: row.start)
    for row in sheet.rows:
        _undecorate(sheet, row)
    _tell_captions(sheet)
    _tell_centred(sheet)
    _tell_authors(sheet)
    for above, below in pairwise(sheet.rows):
        if above.role != "heading":
            continue
        alone = NUMBER.match(sheet.text[above.start : above.end]) is not None
        if alone and below.role == "heading" or _goes_on(sheet, above, below):
            above.level, above.data, above.group = below.level or above.level, below.data or above.data, below.group
            below.role, below.level, below.data = "heading", above.level, above.data
    for row in sheet.rows:
        if row.role in ("paragraph", "heading") and TEMPLATE.fullmatch(sheet.text[row.start : row.end].strip()):
            row.role, row.data = "furniture", "template"
        listed = row.role == "list_item"  # - 3 - begins as an item does
        shown = sheet.lines.shown(sheet.lines.at(row.start)) if listed else sheet.text[row.start : row.end]
        if row.role in ("paragraph", "heading", "list_item") and PAGE.match(shown):
            row.role, row.data = "furniture", "page-number"


def _undecorate(sheet: Sheet, row: Row) -> None:
    """Leave out a sign in TeX that stands for a bullet in front of a line."""
    if row.role in ("paragraph", "heading", "list_item") and (m := SIGN.match(sheet.text, row.start, row.end)):
        sheet.leave_out(*m.span(), "bullet")
        row.start = m.end()


def _tell_captions(sheet: Sheet) -> None:
    """Tell the captions below pictures and above tables; leave out pictures that say nothing of themselves."""
    kept: list[Row] = []
    pictured = False
    for at, row in enumerate(sheet.rows):
        shown = sheet.text[row.start : row.end].strip()
        below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else None
        if row.role in ("paragraph", "heading") and PICTURES.fullmatch(shown):
            pictured = True
            if WORDS.search(PICTURES.sub(r"\g<alt>", shown)):
                kept.append(row)
            else:
                sheet.leave_out(row.start, row.end, "markup:image")
            continue
        above_table = below is not None and below.role == "cell" and row.role != "cell"
        tells = pictured and row.role == "paragraph" and BRACKETED.fullmatch(shown)
        if tells or CAPTION.match(shown) and len(shown) <= CAPTION_LONGEST and (above_table or pictured):
            row.role, row.group, row.data = "caption", sheet.group(), ""
        pictured = False
        kept.append(row)
    sheet.rows = kept


def _tell_centred(sheet: Sheet) -> None:
    """Tell lone lines that stand in the middle as headings, as converters leave them; several of them are."""
    groups = Counter(row.group for row in sheet.rows)
    lone = [row for row in sheet.rows if row.data == "center" and row.role == "paragraph" and groups[row.group] == 1]
    for row in lone if len(lone) > 1 else ():
        if CENTRED.fullmatch(sheet.text[row.start : row.end].strip()):
            row.role, row.level, row.data, row.dress = "heading", CENTRED_LEVEL, "look", "center"


def _tell_authors(sheet: Sheet) -> None:
    """Tell the authors' names right below a title that a converter set as a heading, too."""
    people = [row for row in sheet.rows if row.role == "heading" and _is_person(sheet.text[row.start : row.end])]
    for above, row in pairwise(sheet.rows):
        if not above.role == row.role == "heading":
            continue
        lone = len(people) == 1 and row is people[0] and row.level == above.level
        if lone or _are_authors(sheet.text[row.start : row.end].strip()):
            row.role, row.level, row.data = "byline", 0, ""


def _is_person(text: str) -> bool:
    """Tell whether a heading is the name of one person: one of several would head what is told of each."""
    signed = signature(text.strip())
    return signed is not None and signed.by == "surname" and signed.words == 1


def _are_authors(text: str) -> bool:
    """Tell whether a text is nothing but names: several, or one with the mark of an office or a note."""
    names = [name for name in BETWEEN_NAMES.split(text) if name]
    if not 0 < len(names) <= AUTHORS_MOST or not all(map(NAME.fullmatch, names)):
        return False
    if 2 * sum(map(can_be_name, names)) < len(names):
        return False  # 第一章 总则
    return len(names) > 1 or BETWEEN_NAMES.search(text) is not None


def _goes_on(sheet: Sheet, above: Row, below: Row) -> bool:
    """Tell whether a title goes on below its mark of a heading, in a subtitle or the name of an official paper."""
    text = sheet.text[above.start : above.end].strip()
    touching = sheet.lines.at(below.start) == sheet.lines.at(above.end) + 1
    if SUBTITLE.fullmatch(sheet.text[below.start : below.end].strip()) and below.role == "paragraph":
        return True
    named = OPEN_PAPER.search(text) and PAPER_END.fullmatch(sheet.text[below.start : below.end].strip())
    return bool(touching and below.role == "paragraph" and named)
