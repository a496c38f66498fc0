"""How a line is signed: who wrote, with unit, post and role, whatever frames the line.

A signature holds names, units, posts and words for what was done, and nothing else; one word of another kind makes it
a remark. A word for a role, a surname or a unit makes it sure. Lines are read in simplified writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from reader.text.patterns import HAN_LETTER, rare
from reader.text.surnames import COMPOUND, SURNAMES
from reader.text.vocabulary import MAKERS, OWN_PAPER, SIGNERS, STANDING, UNIT_SIGNS, UNITS

LONGEST = 60  # characters of a signature
NAMES_MOST = 8
NAME_LONGEST = 4  # letters; a translated one has a dot
DESCRIBED_LONGEST = 16  # letters that tell of a person, behind the name

FRAMES = {"（": "）", "(": ")", "〔": "〕", "【": "】", "[": "]", "［": "］"}
WRITES = (
    f"{SIGNERS}|{MAKERS}|观察员|撰稿|图文|文图|图[/／]文|文[/／]图|文字|执笔人?|采写"
    "|编译者?|翻译|译者|整理|摘编|编写|口述|讲述"
)
PICTURES = "图片|摄影|摄像|供图|制图|绘图|插图|视频"
PRODUCES = "编辑|责编|责任编辑|美编|编审|审核|审校|校对|版式|制作|监制|排版|设计|[初复终]审|核稿|签发|策划|出品|统筹"
# In front of who has the role: 本报特约记者 苏明, 文/苏明, 通讯员苏明
ROLE = rare(
    rf"""(?:^|(?<=[\s、,，;；]))
    (?:{OWN_PAPER}|{HAN_LETTER}{{1,6}}(?=(?:{STANDING})?(?:{SIGNERS}|观察员)))?(?:{STANDING})?
    (?:
        (?:(?P<writes>{WRITES}|文)|(?P<pictures>{PICTURES}|图|摄)|(?P<produces>{PRODUCES}))\s*[:：/／|｜丨]\s*
      | (?:{SIGNERS}|观察员|撰稿|供稿|撰文|执笔)\s*(?={HAN_LETTER})
      | 文\s+(?={HAN_LETTER}{{2,4}}$)
    )""",
    re.X,
)
# The other way round: 苏明/文 路望/图
SLASHED = rare(rf"({HAN_LETTER}{{2,4}})\s*[/／]\s*(图文|文图|文|图|摄影?)(?:[\s、,，;；]+|$)")
SOURCE = r"自\s*(?:《[^《》]{2,30}》|[^\s，。；]{2,20})"
# Behind who did it: 苏明 供稿, 水务局发布, 路望摘自《…》
DONE = rare(
    rf"(?<=\S\S)\s*+(?:(?:供稿|撰稿|撰文|整理|综合|编辑|采写|报道|推荐|讲述|口述|发布|出品|(?<![逻专特剪选])辑)"
    rf"|(?:编译|摘编|编写|翻译|摘译|选|摘)(?:{SOURCE})|编译|摘编|编写|翻译|摘译)$"
)
POST = rare(
    r"(?:副|执行|责任|特约)?(?:主编|编辑|总编辑?)|责编|\S{0,12}(?:社长|馆长|站长|院长|所长|校长|主任|处长|科长|局长|会长"
    r"|理事长|教授|研究员|工程师|院士|博士|书记|主席|经理|老师|医师|馆员|讲师|顾问|法官|检察官|律师|委员|秘书长|干事)"
)
UNIT = rare(rf"(?:{UNITS}|(?<=..)[{UNIT_SIGNS}网报乡镇县厂场圃]|(?<=...)[村园团队店行委台区市班])$")
LATIN_UNIT = rare(
    r"Institut|Universit|Colleg|Department|School|Cent(?:er|re)|Laborator|Academ|Ministr|Office|Bureau|Faculty"
)
LATIN_NAME = rare(r"[A-Z][A-Za-z.'’-]*(?:\s+[A-Z][A-Za-z.'’-]*){1,3}")
TRANSLATED = rare(rf"{HAN_LETTER}{{1,8}}(?:[·•・]{HAN_LETTER}{{1,8}}){{1,3}}")
MARKS = rare(r"(?<![\d¹²³⁴⁵⁶⁷⁸⁹*＊†‡])[\d¹²³⁴⁵⁶⁷⁸⁹*＊†‡]+$")  # of a unit or a note, behind a name
AUTHORED = rare(rf"(?:^|[\s、，；])(?:{MAKERS}|文|图文|文图|执笔人?)\s*[:：/／|｜丨\s]|[A-Za-z]{{2}}|[·•・]")
DAY_BEHIND = rare(
    r"(?:[ \u3000]{1,6}|[ \u3000]{0,3}[|｜·][ \u3000]{0,3})"
    r"(?:\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\d{4}[-./]\d{1,2}[-./]\d{1,2})$"
)
RAISED_BY_TEX = rare(
    r"[ ]{0,2}\$[ ]{0,2}\^[ ]{0,2}\{?[\d,，* \\a-z]{1,12}\}?[ ]{0,2}\$"
)  # of a unit or a note, as converters write it
STROKE = re.compile(r"[/／|｜丨]")
PARTING = re.compile(r"[、,，;；/／|｜丨()（）]+")
# What is said in brackets of a text, not of who wrote it: （外一首）, （未完待续）, （试行）, （掌声）
REMARK = rare(
    r"^(?:外[一二三四五六七八九十]|[附续接待注含见详此该另无略共据]|未完|全文|节选|选[自登]|摘[自要]|本[文期刊报版]|以[上下]"
    r"|上(?!官)|下|组图|[图表]|视频|试行|施行|草案|暂行|修[订改]|征求|送审|讨论|审议|审定|通过|掌声|笑|鼓掌|欢呼|译文|原文|其[中一二三]"
    r"|之?[一二三四五六七八九十]+$|时间|地点|日期|来源|相关|有关|单位|人民币)|[略完续稿首则版期篇章节集回讲案元吨]$"
)


class Signature(NamedTuple):
    """Who signed, people or else units; what makes the line a signature; and if it says that they wrote themselves."""

    names: tuple[str, ...]
    by: Literal["role", "surname", "unit", ""]
    words: int = 1
    is_authors: bool = False

    @property
    def is_certain(self) -> bool:
        """Tell whether it is one wherever it stands: a role, or a name that is more than one word and no place."""
        return self.by == "role" or self.by == "surname" and self.words > 1


class _Word(NamedTuple):
    text: str
    kind: Literal["name", "pen name", "unit", "post"]


@lru_cache(maxsize=4096)
def signature(line: str) -> Signature | None:
    """Read a line that holds nothing but a signature, in brackets, behind a dash or bare; None where it holds more."""
    inner, dated = DAY_BEHIND.subn("", RAISED_BY_TEX.sub("", unframed(line)))
    if not 2 <= len(inner) <= LONGEST or "。" in inner or inner.isascii():
        return None  # Latin words alone, English Version, may be anything
    if slashed := SLASHED.findall(inner):
        wrote = tuple(name for name, what in slashed if "文" in what)
        return Signature(wrote, "role", len(wrote), True) if wrote and not SLASHED.sub("", inner) else None
    done = DONE.search(inner)
    inner = inner[: done.start()] if done else inner
    words: list[_Word] = []
    labelled = done is not None
    for segment, role in _segments(inner):
        found = _words(segment, described=labelled or role == "writes")
        if found is None or role == "produces":
            return None  # those who made the page are no authors of a text
        words += found if role != "pictures" else []
        labelled = labelled or role == "writes"
    names = [word for word in words if word.kind.endswith("name")] or [word for word in words if word.kind == "unit"]
    by = _sure_by(words, labelled)
    if not 0 < len(names) <= NAMES_MOST or (done or by != "role") and REMARK.search(inner):
        return None
    if dated and by != "role":
        return None  # a unit and a day sign a paper
    glued = done and not done.group()[0].isspace()
    if glued and any(word.kind == "pen name" for word in words):
        return None  # 此件公开发布 names nobody
    return Signature(tuple(word.text for word in names), by, len(words), AUTHORED.search(unframed(line)) is not None)


def unframed(line: str) -> str:
    """Take off the brackets around a line, or the dash in front of it."""
    line = line.strip()
    return (line[1:-1] if is_framed(line) else line.lstrip("—–―")).strip()


def is_framed(line: str) -> bool:
    """Tell whether a line stands in brackets as a whole."""
    return len(line) > 2 and FRAMES.get(line[0]) == line[-1]


def _sure_by(words: list[_Word], labelled: bool) -> Literal["role", "surname", "unit", ""]:
    if labelled:
        return "role"
    kinds = {word.kind for word in words}
    if "name" in kinds and "pen name" not in kinds:
        return "surname"
    return "unit" if "unit" in kinds else ""


def _segments(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands behind each word for a role, with what the role is; in front of the first there is none."""
    marks = list(ROLE.finditer(text))
    first = marks[0].start() if marks else len(text)
    if text[:first].strip():
        yield text[:first], ""
    for i, m in enumerate(marks):
        stop = marks[i + 1].start() if i + 1 < len(marks) else len(text)
        yield text[m.end() : stop], m.lastgroup or "writes"


def _words(segment: str, described: bool) -> list[_Word] | None:
    """Tell what the words of a segment are; None where one is of no kind that signs.

    Behind the first name a stretch may tell of the person, freely where a role was named.
    """
    found: list[_Word] = []
    for chunk in filter(None, (part.strip() for part in PARTING.split(segment))):
        words = [_word(word) for word in _closed_up(chunk)]
        if all(words):
            found += [word for word in words if word]
        elif not found or not (described and len(chunk) <= DESCRIBED_LONGEST):
            return None
    return found


def _closed_up(chunk: str) -> list[str]:
    """Split a stretch into words; a Latin name is one, and so are single letters side by side: 万 勇."""
    if chunk.isascii():
        return [chunk] if MARKS.sub("", chunk) else []
    words = [bare for word in chunk.split() if (bare := MARKS.sub("", word))]
    if len(words) > 1 and all(len(word) == 1 for word in words):
        whole = "".join(words)
        if len(words) < NAME_LONGEST or len(words) == NAME_LONGEST and whole.startswith(COMPOUND):
            return [whole]
    out: list[str] = []
    for word in words:
        if len(word) == 1 and out and len(out[-1]) == 1:
            out[-1] += word
        else:
            out.append(word)
    return out


def _word(word: str) -> _Word | None:
    """Tell what one word of a signature is."""
    if word.isascii():
        if LATIN_UNIT.search(word):
            return _Word(word, "unit")
        return _Word(word, "name") if LATIN_NAME.fullmatch(word) else None
    if TRANSLATED.fullmatch(word):
        return _Word(word, "name")
    if not word.isalpha():
        return None
    if UNIT.search(word):
        return _Word(word, "unit")
    if can_be_name(word):
        return _Word(word, "name")
    if POST.fullmatch(word):
        return _Word(word, "post")
    for cut in (len(word) - 3, len(word) - 2):  # 农技站苏明
        if cut > 2 and UNIT.search(word[:cut]) and can_be_name(word[cut:]):
            return _Word(word[cut:], "name")
    return _Word(word, "pen name") if 2 <= len(word) <= NAME_LONGEST else None


def can_be_name(word: str) -> bool:
    """Tell whether a word can be a personal name: it begins with a surname and is as long as names are."""
    return word[0] in SURNAMES and 2 <= len(word) < NAME_LONGEST or word.startswith(COMPOUND) and 2 < len(word) <= 4


def signs_by_role(line: str) -> bool:
    """Tell whether a line says what somebody did for a text: it heads none."""
    signed = signature(line)
    return signed is not None and signed.by == "role" or is_credits(line)


def is_credits(line: str) -> bool:
    """Tell whether a line names nothing but those who made a page, each behind a stroke: 编辑｜苏明 审核｜路望"""
    marks = list(ROLE.finditer(line)) if STROKE.search(line) else []
    if not marks or marks[0].start():
        return False
    if not any(m["produces"] for m in marks) and not all(m["pictures"] for m in marks):
        return False
    return all(_words(segment, described=True) for segment, _ in _segments(line))
