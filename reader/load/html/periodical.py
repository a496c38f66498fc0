"""Whether a name is that of an issue of a periodical, and the title, number and date that it is made of."""

from __future__ import annotations

import re
from typing import NamedTuple

WORD = (  # what the name of a periodical ends in
    r"(?:(?<![申汇填上预举])[报報]|刊|[通快简簡][讯訊报報]|动态|動態|速递|速遞|速览|文摘|参考|參考|参阅|要闻|摘要|摘编|内参|资讯|資訊|电子报|週報"
    r"|[一每][周週]|Newsletter|Bulletin|Weekly|Monthly|Digest|Review|\bDaily\b.{0,20})"
)
ISSUE_NAME = re.compile(rf"{WORD}(?:\s*+(?:\d{{4}}年)?\s*+第?.{{0,8}}[期號号])?$", re.I)
PERIODICAL = re.compile(rf"{WORD}[》」】]?$", re.I)
NUMBER = re.compile(
    r"""
      (?:\d{4}\s*年\s*)?第\s*[\d一二三四五六七八九十百〇]{1,6}\s*[期號号](?:\s*[（(]?总第?\s*\d{1,5}\s*期[）)]?)?
    | \b(?:Vol|No|Issue)\b\.?\s*\d{1,5}(?:[,，\s]*No\.?\s*\d{1,5})?
    """,
    re.X | re.I,
)
DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(?<!\d)(?:19|20)\d{2}(?:[-./]?\d{2}){2}(?!\d)")
ORGAN = re.compile(  # who publishes
    r"[\w（）()·]{2,38}?(?:协会|協會|学会|學會|中心|研究[院所]|科学院|学院|學院|大学|大學|医院|醫院|委员会|委員會|联合会|编辑部"
    r"|情报所|图书馆|圖書館|出版社|报社|杂志社|公司|集团|社区|联盟|办公室|[局厅部处系站社院所馆])"
)
NAME_LONGEST = 24  # characters of the name of a periodical
NUMBERED_LONGEST = 16  # characters of one that only its number tells; 第一号 may also be that of a notice
BETWEEN = " \t\xa0\u3000|｜—–-·•:：,，_（(《【[）)】]》"
GOES_ON = re.compile(r"[\s（(）)】\]》|｜:：·—–_-]|$")


class IssueName(NamedTuple):
    """Where the title, the number and the date of an issue stand in its name; an empty range for what it lacks."""

    title: tuple[int, int]
    number: tuple[int, int] = (0, 0)
    date: tuple[int, int] = (0, 0)

    @property
    def is_dated(self) -> bool:
        """Tell whether a number or a date proves that an issue is named, not only a periodical."""
        return self.number[1] > 0 or self.date[1] > 0


def issue_name(text: str) -> IssueName | None:
    """Read the name of an issue; None where a text names none."""
    number, date = NUMBER.search(text), DATE.search(text)
    first = min((m.start() for m in (number, date) if m), default=len(text))
    start = len(text) - len(text.lstrip(BETWEEN))
    end = len(text[:first].rstrip(BETWEEN))
    name = text[start:end]
    if not name or len(name) > NAME_LONGEST:
        return None
    known = PERIODICAL.search(name)
    told = (
        number
        and not number[0].endswith(("号", "號"))
        and len(name) <= NUMBERED_LONGEST
        and GOES_ON.match(text, number.end())
    )
    if not known and not told:
        return None
    if known and first == len(text) and not ISSUE_NAME.search(text.strip(BETWEEN)):
        return None
    return IssueName((start, end), number.span() if number else (0, 0), date.span() if date else (0, 0))


def facts_in(text: str) -> IssueName:
    """Find the number and the date of an issue in a line below its title."""
    number, date = NUMBER.search(text), DATE.search(text)
    return IssueName((0, 0), number.span() if number else (0, 0), date.span() if date else (0, 0))


def names_issue(text: str) -> bool:
    """Tell whether a text is the name of an issue."""
    return ISSUE_NAME.search(text) is not None or issue_name(text) is not None
