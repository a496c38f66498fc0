"""What bounds a figure, told by the words around it: 不少于, 超过, 以上, 约, 不足…的, 左右."""

from __future__ import annotations

import re

from reader.extract.figures.spot import FigureLine, FoundFigure, clause_before

REACH = 20  # characters before a figure in which a word may bound it
FILLER = r"[^0-9，。；：、,;:()%]"

NO_MORE = "超过|多于|高于|大于|超出|突破|逾|晚于|迟于"
LESS = "低于|少于|小于|优于|好于|短于|早于|弱于"  # 低于去年的26倍 is 26 times: with 的 these compare
SHORT_OF = "不足|不到|未到|未满|不满|不及|未达到?"
MORE = "超过|超出|大于|高于|多于|高出|突破|逾|超|长于|不止"
# 约 and 近 are parts of many words: 预约, 条约, 附近, 最近.
ABOUT = "(?<![预条合节签契公制违特纽履失简集])(?:大约|约|大概|约莫)"
NEARLY = "(?<![最附接靠亲邻远将新走贴临相])(?:将近|接近|近)"
BEFORE = re.compile(
    rf"""
    (?:
      (?P<at_most>
          不(?:得|能|应|可|会)?(?:{NO_MORE}){FILLER}{{0,8}}
        | 至多{FILLER}{{0,2}}
        | 最多(?:不超过|{FILLER}{{0,4}})
        | (?:最长|最迟)(?:不超过|可|为|是)?
        | 限[额报制定员]{FILLER}{{0,3}}
        | (?:小于|少于|低于)或?等于
      )
    | (?P<at_least>
          不(?:得|能|应|可|会)?[少低小短早弱]于{FILLER}{{0,6}}
        | 至少{FILLER}{{0,6}}
        | 最少(?:要|需|为)?
        | 起码{FILLER}{{0,3}}
        | 不下于?|不亚于|保底
        | (?:大于|高于|多于)或?等于
      )
    | (?P<less>(?:{LESS})了?|(?:{SHORT_OF})了?(?:{FILLER}{{0,12}}的)?|亚)
    | (?P<more>(?:{MORE})了?)
    | (?P<about>
          {ABOUT}(?:{FILLER}{{0,2}}[占为需达有合是当于可供能](?:{FILLER}{{0,10}}的)?|{FILLER}{{0,2}}要|等于)?
        | {NEARLY}|大致|估计|差不多|几乎
      )
    )
    [ ]?(?:每[^0-9，。；：、]{{1,3}})?$
    """,
    re.X,
)
NOT_ALLOWED = re.compile(r"(?:不允许|不得|不能|不应|不可|不准|不会|严禁|禁止|防止|避免)[^，。；,;]{0,25}$")
AFTER = re.compile(
    r"""[ ]?(?P<included>\(不?含[^()]{0,4}\))?
    (?: (?P<at_least>[（(]?(?:及|或|和)?以上[）)]?|往上|起步|起(?=[，。；、）)]) )
      | (?P<less>[（(]?(?:及|或|和)?以下[）)]?|之下|不到)
      | (?P<at_most>(?:以|之)内|封顶|为限|内(?![部容外地核存需陆置蒙涵层侧径壁科角含燃]))
      | (?P<about>左右|上下(?![游班级])|前后(?!端|者)|许(?=[，。；、）)]))
      | (?P<more>开外|有余|挂零)
    )
    """,
    re.X,
)
# Of lasting figures and of shares these words do not bound: 近三年 is the last three years.
CLOSE = re.compile(r"近[ ]?$")
SIGN_OF = {"at_most": "≤", "at_least": "≥", "less": "<", "more": ">", "about": "~"}


def comparator(line: FigureLine, found: FoundFigure) -> str:
    """Return the sign that the figure or the words around it tell; = where they tell none."""
    return found.comparator or _told_before(line, found) or _told_behind(line, found) or "="


def _told_before(line: FigureLine, found: FoundFigure) -> str:
    before = clause_before(line.text, found.start, REACH)
    m = BEFORE.search(before)
    if m is None or _is_the_last_years(found, m) or _belongs_to_another(before, m):
        return ""
    kind = next(name for name in SIGN_OF if m[name])
    word = found.start - len(before) + m.start()
    is_forbidden = kind == "more" and NOT_ALLOWED.search(line.text[max(0, word - REACH) : word])
    return "≤" if is_forbidden else SIGN_OF[kind]


def _told_behind(line: FigureLine, found: FoundFigure) -> str:
    m = AFTER.match(line.text, found.behind or found.end)
    if m is None or m["at_most"] == "封顶":
        return ""
    kind = next(name for name in SIGN_OF if m[name])
    included = m["included"] or ""
    if kind == "less" and ("及" in m.group() or included.startswith("(含")):
        return "≤"
    if kind == "at_least" and included.startswith("(不"):
        return ">"
    return SIGN_OF[kind]


def _is_the_last_years(found: FoundFigure, m: re.Match[str]) -> bool:
    """Tell whether 近 makes 近三年 the last three years, and not about three."""
    return found.kind == "duration" and found.unit in ("a", "mo", "d", "wk") and CLOSE.search(m.group()) is not None


def _belongs_to_another(before: str, m: re.Match[str]) -> bool:
    """Tell whether the word begins in the middle of another: 超 of 高超, 亚 of 西亚."""
    word, ahead = m.group().strip(), before[: m.start()]
    if word.startswith("超") and len(word) == 1:
        return ahead.endswith(("高", "反", "赶", "更"))
    if word == "亚":
        return ahead.endswith(("西", "东", "南", "中", "洲", "利", "尼", "比"))
    return word.startswith("突破") and ahead.endswith(("重大", "技术", "的", "新", "取得"))
