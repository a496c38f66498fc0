"""What a file calls itself beside its text, where that is a name and not what a program writes by itself."""

from __future__ import annotations

import re

from reader.load.html.rows import NOT_SHOWN
from reader.model.shown import has_words

PLACEHOLDER = re.compile(  # what programs call a file that its maker gave no name
    r"""
      (?:unknown|untitled|new)?[ ]?(?:title|document|page|book|presentation)?[ _-]?\d{0,3}
    | (?:无标题|無標題|未命名|未标题|未知|无题|新建)[ _-]?(?:文档|文件|网页|页面|标题|作品|书籍)?[ _-]?\d{0,3}
    | (?:文档|文件|幻灯片|演示文稿)[ _-]?\d{1,3} | (?:新建[ ]?)?microsoft[ ](?:office[ ])?(?:word|powerpoint|excel)\b.*
    | powerpoint[ ](?:演示文稿|簡報|presentation) | wps[ ]?(?:文字|演示|office).*
    """,
    re.IGNORECASE | re.VERBOSE,
)
FILE_NAME = re.compile(r"\.(?:docx?|wps|rtf|txt|pdf|pptx?|html?|indd|pub|tex)", re.IGNORECASE)
NAME_LONGEST = 300  # characters


def clean(text: str) -> str:
    """Fold the white space of a name and cut what no name is long enough for."""
    return " ".join(NOT_SHOWN.sub("", text).split())[:NAME_LONGEST]


def is_placeholder(name: str) -> bool:
    """Tell whether a name is none: what a program writes where its user has written nothing."""
    return PLACEHOLDER.fullmatch(name.strip("《》[]()（）<>. ")) is not None


def declared(text: str) -> str:
    """Return the name that the metadata of a file state; empty where it is none, or that of a file."""
    name = clean(text)
    return name if has_words(name) and not is_placeholder(name) and not FILE_NAME.search(name) else ""
