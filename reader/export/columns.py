"""The columns of exported tables, in the user's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.export.context import Sentences
from reader.export.shown_texts import ShownTexts
from reader.export.tables import Cell
from reader.model.base_units import base_value
from reader.model.document import Issue
from reader.model.mentions import Contact, Figure, Link, Mentions, Value


class SheetColumn(NamedTuple):
    """A column: its heads in Chinese and in English, and its width in a spreadsheet in characters."""

    zh: str
    en: str
    width: int

    def head(self, language: str) -> str:
        return self.en if language == "en" else self.zh


FIGURE_COLUMNS = (
    SheetColumn("类别", "Kind", 10),
    SheetColumn("含义", "Measures", 26),
    SheetColumn("原文", "As printed", 20),
    SheetColumn("数值", "Low", 16),
    SheetColumn("上限", "High", 16),
    SheetColumn("单位", "Unit", 10),
    SheetColumn("比较", "Comparator", 10),
    SheetColumn("文章", "Article", 36),
    SheetColumn("所在句子", "Sentence", 80),
    SheetColumn("原文位置", "Offset", 10),
    SheetColumn("基准值", "Base value", 16),
    SheetColumn("基准单位", "Base unit", 10),
)
CONTACT_COLUMNS = (
    SheetColumn("身份", "Role", 10),
    SheetColumn("姓名", "Persons", 18),
    SheetColumn("职务或事项", "Title", 20),
    SheetColumn("单位", "Unit", 34),
    SheetColumn("电话", "Phone", 26),
    SheetColumn("传真", "Fax", 16),
    SheetColumn("邮箱", "E-mail", 28),
    SheetColumn("网址", "Web", 40),
    SheetColumn("地址", "Address", 36),
    SheetColumn("次数", "Times", 6),
    SheetColumn("文章", "Article", 36),
    SheetColumn("原文位置", "Offset", 10),
)
LINK_COLUMNS = (
    SheetColumn("文字", "Text", 50),
    SheetColumn("网址", "Web", 60),
    SheetColumn("文章", "Article", 36),
    SheetColumn("原文位置", "Offset", 10),
)
KINDS = {
    "money": "金额",
    "percent": "百分比",
    "measure": "计量",
    "count": "数量",
    "multiple": "倍数",
    "ratio": "比例",
    "duration": "时长",
    "date": "日期",
    "date_range": "起止日期",
    "deadline": "截止日期",
    "issue": "期号",
}
ROLES = {
    "contact": "联系人",
    "submission": "报送",
    "website": "网站",
    "editor": "编辑",
    "journalist": "记者",
    "author": "作者",
    "reviewer": "评荐",
    "compiler": "编译",
    "planner": "策划",
    "publisher": "主办",
    "image_source": "图片",
    "reference": "来源",
}
SEPARATOR = "；"


def heads(columns: Sequence[SheetColumn], language: str) -> list[str]:
    """Return the heads of columns in a language, `zh` or `en`."""
    return [column.head(language) for column in columns]


def kind_name(kind: str, language: str) -> str:
    """Name a kind of figure in the user's words."""
    return kind.replace("_", " ") if language == "en" else KINDS.get(kind, kind)


def role_name(role: str, language: str) -> str:
    """Name a role in the user's words."""
    return role.replace("_", " ") if language == "en" else ROLES.get(role, role)


def figure_rows(issue: Issue, mentions: Mentions, language: str) -> list[list[Cell]]:
    """Return a row for each figure, in source order."""
    sentences, texts = Sentences(issue), ShownTexts(issue)
    return [figure_row(texts.as_shown(figure), sentences, language) for figure in mentions.figures]


def figure_row(figure: Figure, sentences: Sentences, language: str) -> list[Cell]:
    """Return what is told of a figure as it is shown, in the order of FIGURE_COLUMNS."""
    return [
        kind_name(figure.kind, language),
        figure.label,
        figure.surface,
        number(figure.inferred or figure.value_low),
        number(figure.value_high),
        figure.unit,
        figure.comparator,
        figure.article,
        sentences.around(figure.start, figure.end),
        figure.start,
        *_base(figure),
    ]


def _base(figure: Figure) -> tuple[Cell, Cell]:
    """Return the value by which a spreadsheet sorts across units, and the unit it is in."""
    value, unit = base_value(figure)
    return number(value), unit


def number(value: Value) -> Cell:
    """Write a value as a cell: a whole number as one, a date as text."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.removeprefix("--")  # of a date without a year
    return int(value) if value == value.to_integral_value() else float(value)


def contact_rows(mentions: Mentions, language: str) -> list[list[Cell]]:
    """Return a row for each contact, in source order."""
    return [contact_row(contact, language) for contact in mentions.correspondents]


def link_rows(mentions: Mentions) -> list[list[Cell]]:
    """Return a row for each link, in the order of LINK_COLUMNS."""
    return [link_row(link) for link in mentions.links]


def link_row(link: Link) -> list[Cell]:
    """Return what is told of a link, in the order of LINK_COLUMNS."""
    return [link.text or link.url, link.url, link.article, link.start]


def contact_row(contact: Contact, language: str) -> list[Cell]:
    """Return what is told of a contact, in the order of CONTACT_COLUMNS."""
    return [
        role_name(contact.role, language),
        SEPARATOR.join(contact.persons),
        contact.title,
        SEPARATOR.join(contact.orgs),
        SEPARATOR.join(contact.phones),
        SEPARATOR.join(contact.fax),
        SEPARATOR.join(contact.emails),
        SEPARATOR.join(contact.urls),
        contact.address,
        contact.repeats,
        contact.article,
        contact.start,
    ]
