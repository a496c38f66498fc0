"""The kinds of things that the reading side tells apart, each a closed list of words that the type checker knows.

They are plain strings, so that comparing one costs nothing and JSON shows it as it is; a word that is none of its
kind is an error of types (`tests/architecture` holds the same for words in a row, which mypy does not check).
"""

from __future__ import annotations

from typing import Literal

LineRole = Literal[  # what a file's own markup says that a line is; "" where it says nothing
    "",
    "heading",
    "kicker",
    "byline",
    "paragraph",
    "list_item",
    "cell",
    "caption",
    "quote",
    "code",
    "note",
    "contents",
    "masthead",
    "furniture",
]
Role = Literal[  # what a printed line is
    "opening",  # running text of which some characters are left out, or that begins a list item
    "joined",  # running text that goes on elsewhere
    "heading",  # until it is ranked: then a title or a subheading
    "title",
    "subheading",
    "byline",
    "meta",
    "note",
    "caption",
    "table",
    "contact",
    "remark",
    "code",
    "masthead",
    "contents head",
    "contents",
    "highlights head",
    "highlight",
    "furniture",
    "duplicate",
]
BlockKind = Literal[
    "paragraph", "list_item", "subheading", "editor_note", "note", "contact", "caption", "table", "picture"
]
NodeKind = Literal["section", "column", "article", "notice"]
Reading = Literal["", "articles", "one"]  # what the reader wants the parts of a file to be; "" is what they look like
AmendmentKind = Literal[  # what a person says that words are, or are to be
    "article", "section", "subheading", "text", "leave-out", "show", "join", "split", "issue", "byline"
]
TitleSource = Literal["", "contents", "opening"]  # where a title stands that the body does not print
TextStyle = Literal[
    "sup",
    "sub",
    "strong",
    "em",
    "code",
    "link",
    "strike",
    "ins",
    "underline",
    "mark",
    "color",
    "hyphen",  # one that only the end of its line made
]
NumberStyle = Literal["chapter", "topic", "han", "han_paren", "arab", "multi", "arab_paren", "circled"]
Dress = Literal[  # how a heading is set apart from the text
    "",
    "atx",  # by # signs
    "tag",  # by the markup of its file
    "told title",  # as the title of a page
    "set",  # by heavy or large letters that its file tells
    "look",  # by its setting on the page
    "bold",
    "link",  # as a link
    "bracket",
    "bullet",
    "number",
    "ruled",  # by a line of dashes above and below it, or right below it
    "spaced",  # by wide letters
    "opening",  # as the first line of the file
    "plain",  # by its place alone
    "contents",  # the contents list names it
    "field",  # by a label, 标题：
    "masthead",  # as a title that the masthead tells: of the issue, or of its only article
    "attachments",  # 附件： above a list
]
TableShape = Literal["pipes", "tabs", "numbered rows", "cells"]  # how the cells of a table are told apart
SignOff = Literal["", "date", "publisher"]  # the fact that a line of a signature states
DropReason = Literal[  # why a piece is shown nowhere; behind a colon may stand what it is, as in `markup:<b>`
    "attachment mark",
    "attachment-tool",
    "bullet",
    "by-hand",  # the reader left it out
    "byline mark",
    "chart",  # the inside of one: names of axes, a legend
    "comments",  # below a web page
    "decoration",
    "duplicate",
    "field-label",
    "footer",  # of a web page
    "front-matter",
    "hidden",
    "hyphen",
    "invisible",  # white, without ink, too small
    "jump",  # 下转第3版
    "list-marker",
    "list-of-figures",
    "mail-header",
    "markup",
    "navigation",
    "ocr",
    "ordinal",  # a place in a list of links
    "other-language-title",
    "page-number",
    "page-title",
    "punctuation",
    "record",  # of visits and the like
    "related",
    "repeated-table-head",
    "rule",
    "running-footer",
    "running-header",
    "set-askew",  # a stamp, a watermark
    "table-rule",
    "template",
    "toc-leader",
    "unplaced",
    "unreadable",
]
BylineRole = Literal["author", "compiler", "journalist", "source"]

FigureKind = Literal[
    "money",
    "percent",
    "measure",
    "count",
    "multiple",
    "ratio",
    "duration",
    "date",
    "date_range",
    "deadline",
    "issue",
]
ContactRole = Literal[
    "contact",
    "submission",
    "website",
    "editor",
    "journalist",
    "author",
    "reviewer",
    "compiler",
    "planner",
    "publisher",
    "image_source",
    "reference",
]
PictureKind = Literal["photo", "chart", "logo", "formula"]
PartOf = Literal["packed", "message", "beside", "inside"]  # where the bytes of a picture lie: in an archive …
CaptionKind = Literal["figure", "photo", "table"]
