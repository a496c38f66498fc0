"""Who made a picture: the credit of a caption, 图片来源：…, …供图, （图源：…）, … 摄."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.extract.contacts.contact_draft import ContactDraft
from reader.extract.contacts.names import is_name, is_org, is_surely_name, names_in
from reader.extract.located import LocatedText, fold

NAMES_SOURCE = (
    "图片来源|圖片來源|图源|圖源|照片来源|图片提供|照片提供|圖片提供|供图|供圖"
    "|摄影|攝影|摄|攝|制图|製圖|绘图|图片|图|资料图片|资料图"
)
MADE_BY_END = r"供图|供圖|摄影|攝影|摄|攝|制图|製圖|绘制|绘图|提供图片|提供"
CREDIT = re.compile(
    rf"""(?P<credit>
      [(\[]\s*(?:{NAMES_SOURCE})\s*+[:：/]\s*+(?P<a>[^()\[\]]{{2,36}}?)\s*+[)\]]
    | [(\[]\s*(?P<b>[^()\[\]。:：]{{2,30}}?)\s*+[/]?\s*+(?:{MADE_BY_END})\s*+[)\]]
    | (?:(?<=[。！？\s;；])|^)
      (?:图片来源|圖片來源|图源|照片来源|图片提供|照片提供|供图|摄影|攝影)\s*+[:：/]\s*+(?P<c>[^()\[\]。:：]{{2,36}}?)
    | (?:(?<=[。！？\s;；)])|^)
      (?P<d>[^()\[\]。:：，,\s]{{2,20}}(?:[、\s][^()\[\]。:：，,\s]{{2,5}}){{0,3}}?)\s*+[/]?\s*+
      (?:供图|供圖|摄影|摄|攝影|攝|制图)
    )\s*+[。.]?\s*+$""",
    re.X,
)
REPORTS = re.compile(r"^(?P<paper>\S{0,10}?(?:报|社|网|刊))?(?:特约|实习|本报|本刊)?(?:记者|記者|通讯员|摄影师)\s*")


class Credit(NamedTuple):
    """A credit as printed, its place in the text, and whom it names."""

    text: str
    start: int
    end: int
    names: tuple[str, ...]
    orgs: tuple[str, ...]


def credit_of(text: str) -> Credit | None:
    """Read the credit that a caption ends with."""
    base = max(0, len(text) - 80)
    m = CREDIT.search(fold(text)[base:])
    if not m:
        return None
    who = next(group for group in (m.group("a"), m.group("b"), m.group("c"), m.group("d")) if group)
    start, end = base + m.start("credit"), base + m.end("credit")
    report = REPORTS.match(who)
    bare = who[report.end() :] if report else who
    names = tuple(name for name, _, _ in names_in(bare) if is_name(name) and _can_sign(name, bool(report), m))
    orgs = [report.group("paper")] if report and report.group("paper") else []
    orgs += [word for word in re.split(r"[\s、,，]+", bare) if is_org(word)]
    if not names and not orgs:
        orgs = [who.strip()]
    return Credit(text[start:end].strip("()（）[]【】 \u3000。"), start, end, names, tuple(orgs))


def _can_sign(name: str, reports: bool, m: re.Match[str]) -> bool:
    """Tell a photographer from an agency: four letters that no surname opens are a firm's."""
    return (
        reports
        or is_surely_name(name)
        or len(name) <= 3
        and m.group("credit").rstrip(")]】）").endswith(("摄", "攝", "摄影"))
    )


def image_sources(pieces: Sequence[LocatedText]) -> Iterator[ContactDraft]:
    """Yield whom the captions of an article name as makers of its pictures."""
    for piece in pieces:
        if piece.zone != "caption":
            continue
        credit = credit_of(piece.text)
        if credit:
            span = piece.span(credit.start, credit.end)
            yield ContactDraft("image_source", *span, orgs=list(credit.orgs), persons=list(credit.names))
