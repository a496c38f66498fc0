"""What converters and OCR break in Markdown: headings torn in two, marks of pages between the paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.load.markdown.sheet import Row, Sheet

NUMBER = re.compile(
    r"\W*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十\d]{1,3}[章节部分篇])[、.．:：)）]?\W*$"
)
PAPERS = "通知|公告|通告|通报|公示|意见|决定|办法|规定|批复|请示|报告|函|方案|细则"
OPEN_PAPER = re.compile(rf"关[于於](?!.*(?:{PAPERS})[）)]?$)")
PAPER_END = re.compile(rf".{{1,30}}(?:{PAPERS})$")
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
    """Join torn headings, and leave out the marks of pages."""
    sheet.rows.sort(key=lambda row: row.start)
    for above, below in pairwise(sheet.rows):
        if above.role != "heading":
            continue
        alone = NUMBER.match(sheet.text[above.start : above.end]) is not None
        if alone and below.role == "heading" or _goes_on(sheet, above, below):
            above.level, above.data, above.group = below.level or above.level, below.data or above.data, below.group
            below.role, below.level, below.data = "heading", above.level, above.data
    for row in sheet.rows:
        listed = row.role == "list_item"  # - 3 - begins as an item does
        shown = sheet.lines.shown(sheet.lines.at(row.start)) if listed else sheet.text[row.start : row.end]
        if row.role in ("paragraph", "heading", "list_item") and PAGE.match(shown):
            row.role, row.data = "furniture", "page-number"


def _goes_on(sheet: Sheet, above: Row, below: Row) -> bool:
    """Tell whether the name of an official paper goes on in the line right below its mark of a heading."""
    text = sheet.text[above.start : above.end].strip()
    touching = sheet.lines.at(below.start) == sheet.lines.at(above.end) + 1
    named = OPEN_PAPER.search(text) and PAPER_END.fullmatch(sheet.text[below.start : below.end].strip())
    return bool(touching and below.role == "paragraph" and named)
