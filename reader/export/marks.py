"""Highlights, notes and bookmarks as Markdown to read and as CSV to sort.

Both take the marks of one issue or of many, each under the name of its issue, in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from reader.export.spreadsheet import rows_as_csv
from reader.model.marks import Highlight, IssueCard, Mark

ACTIVE = re.compile(r"([\\`*_\[\]<>|~&])")  # signs that mean something to Markdown anywhere
ACTIVE_AT_START = re.compile(r"^(\s*(?:\d{1,9}(?=[.)]))?)([#+=.)-])")
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "issue": "刊名", "number": "期号", "date": "日期", "file": "文件", "article": "篇名", "page": "页",
        "kind": "类别", "colour": "颜色", "underline": "下划线", "quote": "原文", "note": "备注",
        "created": "建立", "updated": "修改", "id": "标识", "highlight": "划线", "bookmark": "书签",
        "yes": "是", "on page": "第 {page} 页",
        "yellow": "黄", "green": "绿", "blue": "蓝", "pink": "粉", "purple": "紫",
    },
    "en": {
        "issue": "Title", "number": "Number", "date": "Date", "file": "File", "article": "Article", "page": "Page",
        "kind": "Kind", "colour": "Colour", "underline": "Underlined", "quote": "Text", "note": "Note",
        "created": "Made", "updated": "Changed", "id": "Id", "highlight": "highlight", "bookmark": "bookmark",
        "yes": "yes", "on page": "page {page}",
        "yellow": "yellow", "green": "green", "blue": "blue", "pink": "pink", "purple": "purple",
    },
}  # fmt: skip
COLUMNS = (
    *("issue", "number", "date", "file", "article", "page", "kind", "colour", "underline", "quote", "note"),
    *("created", "updated", "id"),
)


def marks_markdown(marks: Sequence[Mark], cards: Sequence[IssueCard], language: str = "zh") -> bytes:
    """Return the marks as Markdown in UTF-8: a heading for each issue and article, quotes with their notes."""
    words = WORDS.get(language, WORDS["zh"])
    lines: list[str] = []
    for card, of_issue in _by_issue(marks, cards):
        lines += [f"# {_escaped(issue_name(card))}", ""]
        for article, of_article in groupby(of_issue, key=lambda mark: mark.article):
            if article:
                lines += [f"## {_escaped(article)}", ""]
            for mark in of_article:
                lines += [*_paragraphs(mark, words), ""]
    return "\n".join(lines).encode("utf-8", "replace")


def marks_csv(marks: Sequence[Mark], cards: Sequence[IssueCard], language: str = "zh") -> bytes:
    """Return the marks as CSV in UTF-8 with a BOM, one row each; no cell is run as a formula."""
    words = WORDS.get(language, WORDS["zh"])
    cells = (_cells(mark, card, words) for card, of_issue in _by_issue(marks, cards) for mark in of_issue)
    return rows_as_csv([words[column] for column in COLUMNS], ([row[column] for column in COLUMNS] for row in cells))


def issue_name(card: IssueCard) -> str:
    """Name an issue as one cites it; by its file where it does not say its title."""
    title = f"《{card.title.strip('《》')}》" if card.title else card.name
    return f"{title}{card.number}" if card.number else title


def _by_issue(marks: Sequence[Mark], cards: Sequence[IssueCard]) -> Iterator[tuple[IssueCard, list[Mark]]]:
    """Yield the marks of each issue in the order of its text, the issues in the order of their cards."""
    known = {card.key: number for number, card in enumerate(cards)}
    ordered = sorted(
        marks, key=lambda mark: (known.get(mark.locator.issue, len(known)), mark.locator.issue, _start(mark))
    )
    for key, of_issue in groupby(ordered, key=lambda mark: mark.locator.issue):
        yield cards[known[key]] if key in known else IssueCard(key), list(of_issue)


def _start(mark: Mark) -> int:
    return mark.locator.pieces[0].start if mark.locator.pieces else 0


def _paragraphs(mark: Mark, words: Mapping[str, str]) -> list[str]:
    page = words["on page"].format(page=mark.page) if mark.page else ""
    quote = _escaped(mark.locator.quote)
    if not isinstance(mark, Highlight):
        facts = ", ".join(filter(None, (words["bookmark"], page)))
        return [f"- **{_escaped(mark.name) or quote}** ({facts})"]
    facts = ", ".join(filter(None, (words[mark.colour], words["underline"] if mark.underline else "", page)))
    note = [_escaped(line) + "  " if line.strip() else "" for line in mark.note.strip().splitlines()]
    return [f"> {quote}", ">", f"> *{facts}*", *(["", *note] if note else [])]


def _cells(mark: Mark, card: IssueCard, words: Mapping[str, str]) -> dict[str, str]:
    is_highlight = isinstance(mark, Highlight)
    return {
        "issue": card.title,
        "number": card.number,
        "date": card.date,
        "file": card.name,
        "article": mark.article,
        "page": mark.page,
        "kind": words["highlight" if is_highlight else "bookmark"],
        "colour": words[mark.colour] if isinstance(mark, Highlight) else "",
        "underline": words["yes"] if isinstance(mark, Highlight) and mark.underline else "",
        "quote": mark.locator.quote,
        "note": mark.note if isinstance(mark, Highlight) else mark.name,
        "created": _time(mark.created),
        "updated": _time(mark.updated),
        "id": mark.id,
    }


def _time(microseconds: int) -> str:
    """Write a time so that spreadsheets read it, in the machine's own time zone."""
    if not microseconds:
        return ""
    moment = datetime.fromtimestamp(microseconds // 1_000_000, tz=UTC)
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _escaped(text: str) -> str:
    """Write one line of text so that Markdown shows it as it is."""
    line = " ".join(text.splitlines())
    return ACTIVE_AT_START.sub(r"\1\\\2", ACTIVE.sub(r"\\\1", line))
