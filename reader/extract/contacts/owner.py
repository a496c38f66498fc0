"""Whose number it is that a sentence names: the person, with his unit, in the words directly in front of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.extract.contacts.names import is_org, is_surely_name, without_honorific
from reader.extract.located import fold

NEAR = 80  # characters in front of a number in which its owner is named
HAN = r"[^\W\d_a-zA-Z]"
NAMED = re.compile(
    rf"""(?:^|[\s,，;；、(:：]|联系|咨询|致电|洽)
    (?:(?P<unit>{HAN}{{3,24}})\s+)?(?P<name>{HAN}{{2,5}})
    \s?[(:：,，]?\s?(?:[电電][话話]|手机)?[:：]?\s?$""",
    re.X,
)
# 请与某局某处张三联系（电话：…）
ASKED = re.compile(
    rf"""(?:与|和|联系|咨询|聯絡|洽询|洽詢|致电|找|洽)\s?
    (?P<unit>{HAN}{{1,20}}[局厅廳处處科室部院所心司会會组組办辦队站])?
    (?P<name>{HAN}{{2,4}}?)\s?(?:联系|聯繫|聯絡|洽询)?\s?[(,，:：]?\s?$""",
    re.X,
)
LATIN = re.compile(r"(?P<unit>(?!))?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z.]{0,20}){1,4})\s?[<(]\s?$")  # Jane Doe <jane@…>


class Owner(NamedTuple):
    """A person and his unit, empty where none is named, with their places in the text."""

    name: str
    start: int
    end: int
    unit: str
    unit_start: int
    unit_end: int


def owner_before(text: str) -> Owner | None:
    """Return whom the last words of a text name; nobody where they are no sure name."""
    base = max(0, len(text) - NEAR)
    last = fold(text[base:])
    latin = LATIN.search(last)
    m = latin or ASKED.search(last) or NAMED.search(last)
    if m is None or not (latin or is_surely_name(m["name"])):
        return None
    unit = m["unit"] if m["unit"] and is_org(m["unit"]) else ""
    return Owner(
        without_honorific(m["name"]),
        base + m.start("name"),
        base + m.end("name"),
        unit,
        base + m.start("unit"),
        base + m.end("unit"),
    )
