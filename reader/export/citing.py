"""Copy with its source: the text and where it is from, as a line, in Markdown, and as GB/T 7714 asks.

Source: GB/T 7714-2015, 8.3 (contributions in serials) and 8.2 (more than three authors).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.marks import IssueCard

STYLES = ("plain", "markdown", "gbt7714")
MOST_AUTHORS = 3
HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
YEAR = re.compile(r"(?P<year>(?:1[89]|20)\d\d)\s*(?:年|[-./—(（]|$|\s)")
NUMBER = re.compile(r"(?<!总)第\s*(?P<number>\d+|[一二三四五六七八九十]+)\s*期")
TOTAL = re.compile(r"总(?:第)?\s*(?P<number>\d+)\s*期|^\D*(?P<only>\d+)\D*$")
TENS = re.compile(r"^(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)$")


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A copied text and where it stands; what an issue does not print is empty."""

    text: str
    card: IssueCard
    article: str = ""
    authors: tuple[str, ...] = ()
    page: str = ""


def cited(passage: CitedPassage, style: str = "plain") -> str:
    """Return a text with its source in one of STYLES."""
    if style == "gbt7714":
        return f"{passage.text}\n{_standard(passage)}"
    source = _source(passage)
    if style == "markdown":
        quote = "\n".join(f"> {line}".rstrip() for line in passage.text.splitlines())
        return f"{quote}\n>\n> ——{source}"
    return f"{passage.text}\n——{source}"


def _source(passage: CitedPassage) -> str:
    """Name issue, number, article and page: 《刊名》2025年第3期，《篇名》，第3页."""
    card = passage.card
    title = _in_marks(card.title) if card.title else card.name
    page = f"第{passage.page}页" if passage.page.isdecimal() else passage.page
    when = (
        card.number
        if not card.date or YEAR.search(card.number.translate(HAN_DIGITS))
        else f"{card.number}（{card.date}）"
    )
    article = _in_marks(passage.article) if passage.article else ""
    return "，".join(filter(None, (f"{title}{when}", article, page)))


def _in_marks(title: str) -> str:
    """Put a title into 《》, and those inside it into 〈〉."""
    inner = title.removeprefix("《").removesuffix("》") if title.count("《") == 1 and title.endswith("》") else title
    return f"《{inner.replace('《', '〈').replace('》', '〉')}》"


def _standard(passage: CitedPassage) -> str:
    """Write the reference: 作者. 篇名[J]. 刊名, 年(期): 页."""
    card = passage.card
    year, number = _year(card), _number(card.number)
    issue = f"{year}({number})" if year and number else year or (f"({number})" if number else "")
    where = ", ".join(filter(None, (card.title.strip("《》") or card.name, issue)))
    if passage.page:
        where += f": {passage.page}"
    parts = (_authors(passage.authors), f"{passage.article}[J]" if passage.article else "", where)
    return ". ".join(filter(None, parts)) + "."


def _authors(names: Sequence[str]) -> str:
    shown = [re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", name.strip()) for name in names if name.strip()]
    return ", ".join((*shown[:MOST_AUTHORS], *(("等",) if len(shown) > MOST_AUTHORS else ())))


def _year(card: IssueCard) -> str:
    for text in (card.number, card.date):
        if found := YEAR.search(text.translate(HAN_DIGITS)):
            return found["year"]
    return ""


def _number(text: str) -> str:
    """Return the number of the issue within its year, else its number from the first one on."""
    if found := NUMBER.search(text):
        return _digits(found["number"])
    found = TOTAL.search(text)
    return (found["number"] or found["only"]) if found else ""


def _digits(number: str) -> str:
    """Write 十二 or 一二 as 12."""
    if tens := TENS.match(number):
        return str(
            int((tens["tens"] or "一").translate(HAN_DIGITS)) * 10 + int((tens["ones"] or "〇").translate(HAN_DIGITS))
        )
    return number.translate(HAN_DIGITS)
