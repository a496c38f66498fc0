"""The numbering of headings as a whole: which numbers belong to one series, and how series nest.

A single line tells little: 2031 年 or 3 位 begin with a number too. A number without a mark behind it
(1 引言, 2.1 概况) counts only among headings that count on with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.patterns import HAN_NUMBER, STYLE_ORDER, number_value, numbered, rare

BARE = rare(
    r"^(?P<digits>\d{1,2}(?:[.．]\d{1,2}){0,3})[ \u3000\t]*(?=[^\W\d_]|[“《「])(?![年月日位个名家项次届人万亿版期%％℃])"
)
BARE_STYLE = "bare"  # 1 引言: a number alone
CHAPTERS = {"章": 1, "节": 2, "条": 3}  # how deep they stand below 编 and 部分
FORMAL = "壹貳參肆伍陸柒捌玖拾"  # 一 to 十 as papers of account write them
FORMAL_SIMPLE = "壹贰叁肆伍陆柒捌玖拾"
FORMAL_THREE = "参"  # 參 in simplified characters
FORMAL_NUMBER = rare(rf"^(?P<value>[{FORMAL}{FORMAL_SIMPLE}{FORMAL_THREE}])\s*[、．.]\s*")
ROMAN = rare(r"^(?P<value>[IVX]{1,4}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])\s*[、．.]\s*")
ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
KEYCAP = rare(r"^(?P<digit>\d)\ufe0f?\u20e3")
ORDINAL = rare(rf"^第\s*(?P<value>[{HAN_NUMBER}]+|\d+)\s*(?P<unit>[^\W\d_])")
COUNTED = rare(
    rf"^(?P<word>[^\W\d_]{{2,4}}|Part|Step|Day|Session|Topic|Q|No\.)\s?[（(]?(?P<value>[{HAN_NUMBER}]{{1,3}}|\d{{1,2}})"
    r"(?:[）)](?=\s*\S)|(?=[\s\u3000:：、]|$))"
)
TEXTS = frozenset(("文章", "新闻", "消息", "简讯", "故事", "作品", "稿件", "来稿"))  # that count whole texts
TENTH = re.compile(r"[.．]")


class Numbering(NamedTuple):
    """The number that a heading carries: its style with the number of its parts, its value, where the title begins."""

    style: str
    value: int
    end: int

    @property
    def order(self) -> float:
        """Say how deep the style usually stands."""
        return order_of(self.style)


def order_of(style: str) -> float:
    """Say how deep a style of numbering usually stands; with more parts (1.1.1) it stands deeper."""
    name, _, parts = style.partition("/")
    if name == BARE_STYLE:
        return STYLE_ORDER.index("arab") - 0.5
    return STYLE_ORDER.index(name) + 0.1 * int(parts or 0) if name in STYLE_ORDER else -1.0


# Words that count what they name, also where no mark follows: 项目三古建筑…
TOPIC = rare(
    rf"^(?P<word>项目|任务|课题|专题|议题|动议|案例|附件|方向|需求)\s?(?P<value>[{HAN_NUMBER}]{{1,2}}|\d{{1,2}})"
)


def numberings(texts: Sequence[str]) -> list[Numbering | None]:
    """Read the numbers of headings in reading order, those without a mark only where others count on with them."""
    found = [_marked(text) for text in texts]
    bare = {at: number for at, text in enumerate(texts) if found[at] is None and (number := _bare(text))}
    believed = {number.style for number in _counting(list(bare.values()))}
    for at, number in bare.items():
        if number.style in believed:
            found[at] = number
    return found


def _marked(text: str) -> Numbering | None:
    if keycap := KEYCAP.match(text):
        return Numbering("keycap", int(keycap["digit"]), keycap.end())
    if formal := FORMAL_NUMBER.match(text):
        sign = formal["value"].replace(FORMAL_THREE, "叁")
        value = max(FORMAL.find(sign), FORMAL_SIMPLE.find(sign)) + 1
        return Numbering("formal", value, formal.end())
    if roman := ROMAN.match(text):
        return Numbering("roman", _roman(roman["value"]), roman.end())
    number = numbered(text)
    if number is None:
        return None
    if number.style == "chapter":
        depth = CHAPTERS.get(number.unit)
        return Numbering(f"chapter/{depth}" if depth else "chapter", number.value, number.end)
    parts = len(TENTH.findall(text[: number.end].strip(" .．、"))) if number.style == "multi" else 0
    return Numbering(f"multi/{parts}" if parts else number.style, number.value, number.end)


def _roman(digits: str) -> int:
    return ROMANS.index(digits) + 1 if digits in ROMANS else max(0, ord(digits[0]) - ord("Ⅰ") + 1)


def _bare(text: str) -> Numbering | None:
    """Read a number that no mark follows, or a counting word: 1 引言, 第一夜, 项目三."""
    if m := BARE.match(text):
        parts = len(TENTH.findall(m["digits"]))
        return Numbering(f"multi/{parts}" if parts else BARE_STYLE, number_value(m["digits"]), m.end())
    if m := ORDINAL.match(text):
        return Numbering(f"第{m['unit']}", number_value(m["value"]), m.end())
    if m := COUNTED.match(text) or TOPIC.match(text):
        return Numbering(m["word"], number_value(m["value"]), m.end())
    return None


def _counting(numbers: Sequence[Numbering]) -> list[Numbering]:
    """Return the first numbers of the styles of which at least one number follows on another."""
    last: dict[str, int] = {}
    found: dict[str, Numbering] = {}
    for number in numbers:
        if last.get(number.style) == number.value - 1:
            found.setdefault(number.style, number)
        last[number.style] = number.value
    return list(found.values())
