"""What a printed line can look like: numbering, ends of sentences, signatures, labels, captions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple, cast

from reader.model.kinds import NumberStyle
from reader.text.vocabulary import MAKERS, OWN_PAPER, REACHED_BY, SIGNERS, STANDING, wide

URL_LONGEST = 2000  # characters


class _Rare:
    """Stands in for a pattern until it is first asked for one of its attributes."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, found)  # asked again, it is at hand
        return found


def rare(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that few files need: it is compiled when it is first tried, not before the window opens."""
    return cast("re.Pattern[str]", _Rare(pattern, flags))


HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
IS_HAN = rare(f"[{HAN}]")
# The same and other scripts than Latin, as an atom: a class of that many characters takes long to compile.
HAN_LETTER = r"(?:(?![\x00-\xff])\w)"
LETTER = r"[^\W\d_]"
STOP = re.compile(r"[。！？!?…．][”’」』）)\]】〕》\"']*$|(?<=[a-zA-Z)\]\u3400-\u9fff])\.[\"”)]*$")
SIGNED_END = re.compile(r"[。！？”][（(][^（）()。，]{2,18}[）)]$")  # a paragraph with its author in brackets
STRAY_CALL = re.compile(r"(?<=[。！？”）]) {2,}\d{1,3}$")
DIGITS = frozenset("0123456789")
STOPS = frozenset("。！？!?…．")
MAY_STOP = frozenset("。！？!?…．.”’」』）)]】〕》\"'")
CLOSERS = "，。、；：？！,;:?!.％%）)】］]〕》〉」』”’…"
OPENERS = "（([【［〔《〈「『“‘"
PAIRS = (
    dict(zip("】〕》〉」』”’", "【〔《〈「『“‘", strict=True))
    | dict.fromkeys("）)", "（(")
    | dict.fromkeys("］]", "［[")
)
"""What each closing mark may close: wide and narrow brackets are often mixed up."""

BULLETS = "◆◇■□◼◻◾◽●○⚫⚪•‧▪▲△►▶★☆※❖✦➢▌▍▎┃"
RULE_LINE = re.compile(r"^[\s\-—–_=＝*~·.…□|+\\\u2500-\u257f]{3,}$")
URL = re.compile(r"(?:https?://|www\.)[!-~]+", re.I)
ONLY_URL = re.compile(r"^<?[!-;=?-~]+>?$")

HAN_NUMBER = "一二三四五六七八九十百零〇"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CALLED_END = re.compile(  # the call of a note behind the end of a sentence
    rf"(?<=[。！？…”’」』）)])(?:[{CIRCLED}{SUPERSCRIPT}]{{1,3}}|\[\d{{1,3}}\]|［\d{{1,3}}］|〔\d{{1,3}}〕)$"
)
CALLS = frozenset(CIRCLED + SUPERSCRIPT + "]］〕")  # what such a call ends in
TOPICS = "目标|任务|专题|主题|议题|专栏|附件|方向|课题|领域|措施|步骤|行动|举措"
NUMBERED = re.compile(
    rf"""
      (?P<chapter>第\s*(?P<c>[{HAN_NUMBER}]+|\d+)\s*(?P<unit>章|节|编|部分|条)[、：:\s\u3000]*)
    | (?P<han>(?P<h>[{HAN_NUMBER}]{{1,3}})\s*[、．.]\s*)
    | (?P<han_paren>[（(]\s*(?P<hp>[{HAN_NUMBER}]{{1,3}})\s*[）)]\s*[、.]?\s*)
    | (?P<multi>
        (?P<m>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?![\d%％.]|\s*[a-zA-Z℃°万亿])  # 1.2, not that of 1.2 m, 1.2% or 1.2亿
        [、.]?\s*(?={LETTER}|[“《]))
    | (?P<arab>(?P<a>\d{{1,3}})\s*(?:[、．]|\\?\.(?!\d))\s*)
    | (?P<arab_paren>[（(]\s*(?P<ap>\d{{1,2}})\s*[）)]\s*|(?P<ap2>\d{{1,2}})[）)]\s*)
    | (?P<circled>(?P<o>[{CIRCLED}])\s*)
    | (?P<topic>(?:{TOPICS})\s*(?P<t>[{HAN_NUMBER}]{{1,3}}|\d{{1,2}})\s*[：:、\s]\s*)
    """,
    re.X,
)
STYLE_ORDER: tuple[NumberStyle, ...] = (
    "chapter",
    "topic",
    "han",
    "han_paren",
    "arab",
    "multi",
    "arab_paren",
    "circled",
)


def mark_value(mark: str) -> int:
    """Read the mark of a note, ¹², [12], <sup>12</sup> or ⑫, as 12; 0 where there is no number."""
    if mark and mark[0] in CIRCLED:
        return CIRCLED.index(mark[0]) + 1
    digits = "".join(str(SUPERSCRIPT.index(c)) if c in SUPERSCRIPT else c for c in mark)
    return int("".join(c for c in digits if c.isdecimal())[:NUMBERING_LENGTH] or 0)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends in an end mark; closing quotes and brackets after it are allowed.

    So are the call of a note behind them, and one raised before the mark that a tool wrote down behind some spaces.
    """
    last = text[-1:]
    if last in DIGITS and "  " in text:
        text = STRAY_CALL.sub("", text)
    elif last in CALLS and (called := CALLED_END.search(text[-12:])):
        text = text[: len(text) - len(called.group())]
    last = text[-1:]
    if last in STOPS:
        return True
    return last in MAY_STOP and bool(STOP.search(text[-8:]) or last in "）)" and SIGNED_END.search(text[-24:]))


class Number(NamedTuple):
    """A parsed numbering: its style, its value, where the numbered text begins, and of 第三章 what it counts."""

    style: NumberStyle
    value: int
    end: int
    unit: str = ""


def numbered(text: str) -> Number | None:
    """Parse the numbering that a line begins with."""
    return _numbered(text[:NUMBERING_LENGTH]) if text and text[0] in NUMBER_STARTS else None


@lru_cache(maxsize=8192)
def _numbered(text: str) -> Number | None:
    m = NUMBERED.match(text)
    if not m or not m.lastgroup:
        return None
    style = next(name for name in STYLE_ORDER if m.group(name))
    raw = next(m.group(g) for g in ("c", "h", "hp", "m", "a", "ap", "ap2", "o", "t") if m.group(g))
    return Number(style, number_value(raw), m.end(), m["unit"] or "")


NUMBERING_LENGTH = 18  # characters; no numbering is longer, a look at what follows included
NUMBER_STARTS = frozenset("第（(目任专主议附方课领措步行举0123456789" + HAN_NUMBER + CIRCLED)


def number_value(raw: str) -> int:
    """Read 12, 十二 or ⑫ as 12; the last part of 1.2.3."""
    if raw in CIRCLED:
        return CIRCLED.index(raw) + 1
    if raw[0].isdigit():
        return int(re.split(r"[.．]", raw)[-1])
    total, digit = 0, 0
    for ch in raw:
        if ch == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif ch == "百":
            total, digit = total + (digit or 1) * 100, 0
        else:
            digit = "零一二三四五六七八九".find(ch) if ch != "〇" else 0
    return total + digit


# Signed lines. （万 勇） alone on its line; ◎申红艳 张红; 本报记者 沈知遥 通讯员 何牧
SIGNED = re.compile(rf"^[（(]\s*+(?P<names>(?:{HAN_LETTER}|[·\s、,，/]){{2,30}})\s*+[）)]$")
MARKED_BYLINE = rare(
    rf"""^
    (?P<mark>
        [◎○●◆△▲■□☆★／/]\s*
      | (?:文|{MAKERS})\s*[/／|｜丨]\s*
    )
    (?P<names>\S.{{1,38}})$
    """,
    re.X,
)
NAME = rf"(?:{HAN_LETTER}|·){{2,5}}"
ROLE_BYLINE = re.compile(
    rf"""
    (?:[□■◎○●☆★]\s*)?
    (?P<names>
        (?:{OWN_PAPER}|{HAN_LETTER}{{2,6}}[报社])?
        (?:{STANDING})?(?:{SIGNERS})[\s:：]*
        {NAME}
        (?:  # more names, each with a role of its own or without
            [\s\u3000、,，和]+
            (?:(?:实习|见习|特约|本报)?(?:记者|通讯员)[\s:：]*)?
            {NAME}
        ){{0,5}}
    )$
    """,
    re.X,
)
ROLE_WORDS = rare(
    rf"""
    (?:{OWN_PAPER}|{HAN_LETTER}{{2,6}}[报社](?=.{{0,4}}(?:记者|通讯员)))?
    (?:{STANDING})?
    (?:
        {SIGNERS}|{MAKERS}
      | (?<!\w)文(?=[\s\u3000:：/／|｜丨])  # 文 is in names too
    )
    [\s\u3000]*[:：/／|｜丨]?
    """,
    re.X,
)
DATELINE_LENGTH = 120  # characters; no dateline is longer
# 新华社北京3月4日电（记者 沈知遥）
DATELINE = re.compile(
    rf"""^
    (?P<text>
        (?P<agency>{LETTER}{{1,11}}?[社报网台刊](?!社)|{LETTER}{{2,12}}?)[\s\u3000]*
        (?P<place>{HAN_LETTER}{{2,8}}?)?[\s\u3000]*
        (?P<date>(?:\d{{4}}\s*年\s*)?\d{{1,2}}\s*月\s*\d{{1,2}}\s*日)[\s\u3000]*
        (?:电|讯|消息|报道)
        (?:[\s\u3000]*[（(](?P<by>[^（）()]{{2,40}})[）)])?
    )
    """,
    re.X,
)
# 本报讯（记者 沈知遥）
BY_REPORTER = re.compile(
    rf"""^
    (?P<text>
        (?P<agency>(?:本报|本刊|本网|{HAN_LETTER}{{2,8}}[报网社])(?:讯|电|消息))[\s\u3000]*
        [（(](?P<by>[^（）()]{{2,40}})[）)]
    )
    """,
    re.X,
)
# 各有关单位： opens a letter
SALUTATION = re.compile(r"^(?:各|尊敬的).{2,40}[：:]$")
AUTHOR_NOTE = re.compile(
    r"""^
    [（(【\[]
    (?:作者|本文作者|本期|本版|以上|注[：:]|来源|编辑(?!手记|寄语|的话)|据|执笔|转载|摘自|文中|下转|责任编辑|供图|图文|文图|图/文|撰稿|供稿|审核|通讯员|摄影)
    .{2,120}
    [）)】\]]$
    """,
    re.X,
)
NOTE_NAMES = r"编者按|编者语|编者的话|编辑按|按语?|导\s*读|核心提示|内容提要|摘\s*要"
EDITOR_NOTE = re.compile(rf"^(?:[【〔\[](?:{NOTE_NAMES})[】〕\]]\s*[：:]?|(?:{NOTE_NAMES})\s*[：:])")
LABEL_LINE = re.compile(
    rf"^(?P<label>{HAN_LETTER}(?:\s*(?:{LETTER}|/)){{1,7}}|E-?mail|Email|QQ)\s*[：:](?!//)\s*(?P<value>\S.*)$"
)
CAPTION = re.compile(
    rf"""^(?:
      (?:图表|[图表]片?)\s*(?:\d+(?:[-–.]\d+)?|[{HAN_NUMBER}]{{1,3}})(?:[a-z]|[（(][a-z][）)])?[\s\u3000:：.．、]+\S
    | 图\s*\d{{4}}\s*[-—–]  # the number of a photograph
    | 图\s*[①-⑳]{{1,4}}\s*[：:]?\s*\S
    | 图(?:为|注|示|说|片说明)\s*[：:]?\S
    | (?:图注|图说|图示|表注)\s*[：:]
    | 图\s*[：:]\s*\S
    | (?:Fig(?:ure|\.)|Table)\s*\d+
    )""",
    re.X,
)
CREDIT_LINE = re.compile(
    r"""
      ^[（(]?(?:图片来源|图源|图片由|资料图片?|供图|摄影|制图)\s*[：:／/]?\s*\S{1,30}$
    | ^[（(]?(?:(?:本报|本刊|本网|新华社)?(?:记者|通讯员)[\s\u3000]*)?\S{2,20}?[\s\u3000]*(?:供图|摄|/摄|／摄)[）)]?$
    """,
    re.X,
)
CONTACT_LABEL = re.compile(
    rf"""
    (?:
        联\s*[系络]\s*(?:人|电\s*话|方\s*式|地\s*址)?
      | {wide(REACHED_BY)} | [Ee]-?mail | 电子邮件 | 电子邮箱 | 主持人 | 咨询电话 | Tel | TEL | Fax
    )
    {HAN_LETTER}{{0,2}}\s*[：:]
    """,
    re.X,
)
JUMP_TO = rare(r"[（(]\s*+下转\s*+第?\s*+\w{1,12}\s*版\s*+[）)]?\s*+$")
PAPER_NUMBER = r"[〔\[［（(]\s*+\d{4}\s*+[〕\]］)）]\s*+(?:第\s*+)?\d{1,4}\s*+号"  # 〔2031〕8号, of an official paper
ATTACHMENT_MARK = r"附\s*+件\s*+[\d一二三四五六七八九十]{0,2}"  # 附件2
JUMP_FROM = rare(r"^[（(\[【]\s*+上接\s*+第?\s*+\w{1,12}\s*版\s*+[）)\]】]\s*")
CONTENTS_HEAD = re.compile(
    r"""^(?:
      (?:本\s*期\s*|正\s*文\s*)?目\s*[录次]
    | Contents | CONTENTS
    | 目\s*录\s*[/／]?\s*(?:Contents|CONTENTS)
    )$""",
    re.X,
)
HIGHLIGHTS_HEAD = re.compile(
    r"^(?:本\s*期\s*)?(?:要\s*目|导\s*读|看\s*点|要\s*点|热\s*点|摘\s*要|提\s*要|聚\s*焦|重\s*点)$"
)
ATX = re.compile(r"^(#{1,6})[ \t]+(?=\S)")
LETTER_SPACED = re.compile(rf"^{HAN_LETTER}(?:[ \u3000]{{1,3}}{HAN_LETTER}){{1,9}}$")
SPACED_RUN = re.compile(r"(?:(?:(?![a-zA-Z])\w|[，。、；：（）“”])[ \u3000]){5,}")
SECTION_WORDS = re.compile(r"^(?:广\s*告|公\s*告|通\s*知|启\s*事|简\s*讯|短\s*讯|要\s*闻|快\s*讯|动\s*态)$")
NOTICE_TITLE = re.compile(
    r"""
      ^关于.{2,80}的?(?:公告|通知|通告|函|启事|公示|意见|决定|办法|说明|批复|请示)$
    | (?:公告|通知|通告|启事|公示|征稿|招聘|征集令|声明|讣告|更正)$
    """,
    re.X,
)


def unbalanced_open(text: str) -> bool:
    """Tell whether a bracket or quote opened in the text is still open at its end."""
    depth: list[str] = []
    for ch in text:
        if ch in OPENERS:
            depth.append(ch)
        elif ch in PAIRS and depth and depth[-1] in PAIRS[ch]:
            depth.pop()
    return bool(depth)


def first_token(text: str) -> str:
    """Return the part of a line that a printer may not separate from its beginning."""
    if "\u3400" <= text[:1] <= "\u9fff" and text[1:2] not in CLOSERS:
        return text[0]
    m = TOKEN.match(text)
    return m.group() if m else text[:1]


TOKEN = re.compile(
    rf"[{re.escape(OPENERS)}]*(?:[!-~µμ°℃‰×±≤≥＜＞–]+|.)[{re.escape(CLOSERS)}]*(?:(?<=[，。；：])[A-Za-z]+)?"
)


def is_caption(text: str) -> bool:
    """Tell whether a text begins as a caption does."""
    return text[:1] in "图表FT" and CAPTION.match(text) is not None


def is_role_byline(text: str) -> bool:
    """Tell whether a text is signed by role: 本报记者 沈知遥."""
    return ("者" in text or "员" in text or "人" in text) and ROLE_BYLINE.match(text) is not None


def has_url(text: str) -> bool:
    """Tell whether a text holds the address of a web page."""
    return ("://" in text or "www." in text.lower()) and URL.search(text) is not None


def is_contact(text: str) -> bool:
    """Tell whether a text begins with the label of a contact: 电话："""
    return ("：" in text or ":" in text) and CONTACT_LABEL.match(text) is not None


def label_line(text: str) -> re.Match[str] | None:
    """Split a text into its label and its value, where it begins with a label: 时间：…"""
    return LABEL_LINE.match(text) if "：" in text or ":" in text else None


def is_letter_spaced(text: str) -> bool:
    """Tell whether a text is a short name in wide letters: 战 略 规 划."""
    return len(text) > 2 and text[1] in " \u3000" and LETTER_SPACED.match(text) is not None


def closed_up(text: str) -> str:
    """Close the letter-spacing of a short name: 战 略 规 划 reads 战略规划."""
    return re.sub(r"[ \u3000]+", "", text) if is_letter_spaced(text) else text


def is_dateline(text: str) -> bool:
    """Tell whether a news report begins here: with place and date, or with its reporter."""
    head = text[:DATELINE_LENGTH]
    if "日" in head and DATELINE.match(text):
        return True
    return ("讯" in head or "电" in head or "消息" in head) and BY_REPORTER.match(text) is not None


TABLE_HINT = rare(r"(?:见|如)\s*(?:下|上|附)?\s*表|下表|表\s*\d+|一览表|列表如下")
