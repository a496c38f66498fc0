"""What a figure measures, in a few words: from its clause, or from the head of its row and column."""

from __future__ import annotations

import re

from reader.extract.figures.spot import FigureLine, FoundFigure

REACH = 48  # characters before a figure in which its label is looked for
LONGEST = 14  # characters of a label
CUT = re.compile(r"[，。；!?！？、,;\n()（）“”《》\[\]|]")
BOUNDS = (
    "不?(?:得|能|应|可|允许|会)?(?:超过|少于|低于|高于|大于|小于|多于|超出) 不到 不足 不及 不满 至少 "
    "至多 最多 最少 大?约 近 将近 接近 超过?出? 优于 逾 突破 首超?"
)
ADVERBS = (
    "分别 已经? 累计 仅 只 共计? 合计 总计 平均 将 可以? 最高可?达? 最低 均 都 也 则 还 才 就 高出 多出 "
    "预计 每年 每天 每月 左右"
)
CHANGES = (
    "提高 增加 增长 上升 提升 扩大 扩展 降低 下降 下调 减少 压减 缩短 缩减 延长 升 降 增 减 回落 上涨 "
    "下跌 涨 跌 攀升 扩 添?加(?=[到至为了成])"
)
VERBS = (
    "达到? 为 是 到 至 有 占 了 在 由 从 的 于 以 按 等 需要? 控制 保持 计 [共具拥仅只]有 高达 低至 "
    "多达 相当 建成 实现 完成 选择 形成 提供 投入 还?包括 将?获得?到? 得到 给予 使用 预测 规定 创建 合成 发现 发布 "
    "一项 为期 出资 资助"
)
# Each leads to a noun, unless it begins one: 对照, 在线, 使用.
OPENINGS = (
    "其中 并且? 而且? 且 但是? 同时 使得?(?!用) 将(?!近|来) 把 让 由(?!于) 从(?!业) 在(?![线岗校建研售编营]) "
    "对(?![照比外称接应流]) 以及 以(?![太色上下内外]) 及(?!时) 和(?![田平谐]) 与(?!会) 则 该[项批些种类]? "
    "其(?!他) 这[些个项种类次]? 那[些个种]? 此[项次类] 也 还(?!原) 又 再(?!生) 均(?![匀价值]) 都(?!市) 已经? 仍 "
    "若(?!干) 如果? 当(?![地年前量]) 因此? 此外 另外 目前 预计 计划 其他 通过 要求 到时 届时 约(?![束翰旦]) 每个? "
    "等(?![级离效]) 的 是(?!否) 为(?![期主]) 所(?!有) 只 仅 被 向(?![日量]) 至 到(?![位期]) 一是 二是 三是 [①-⑤] "
    "[-·•▪▲△◆●■★▶►○◎※] [0-9]{1,2}[.、)]"
)
AT_A_FIGURE = re.compile(r"^(?:以上|以下|以内|之内|左右|[后前上下中内时多余起])")  # left over from the figure before


def _any(words: str) -> str:
    return "|".join(words.split())


# What leads from a noun to its number, and what leads to the noun.
TAIL = re.compile(
    rf"(?:[\s:：=+≥≤<>~≈±\-和与及或]|{_any(BOUNDS)}|{_any(ADVERBS)}|(?:{_any(CHANGES)})[了到至为成]?|{_any(VERBS)})$"
)
HEAD = re.compile(rf"^(?:\s|{_any(OPENINGS)})")
NOUN = re.compile(
    r"""
    [ ]?级?(?:以上|以下|以内|之内|内(?!部)|左右|多|余)?(?:的|之)?[ ]?
    (?!以[上下内]|之内|左右)(?P<noun>[^\s，。；：、,;:()（）“”《》0-9!?的在和与及并将使被由从等是为有占后前]{2,10})
    """,
    re.X,
)
NOT_A_NOUN = re.compile(rf"(?:{_any(CHANGES)}|起|者|以来|以后|开始|[到至达])")
COMPARED = re.compile(r"^(?:分别)?(?:同比|环比|[较比](?![例重值特率表差强]))")  # what a change is set against
REMARK = re.compile(r"\([^()]{0,14}\)\s*$")
PREPOSITION = re.compile(r"根据|通过|针对|围绕|[将把向对使让由以在的与和及]")
WORD_GOES_ON = re.compile(r"[A-Za-z]{2}")
OF_A_THING = re.compile(r"^.*一[个种项套台座条款](?=..)")  # 建造一个生产效率
OF = re.compile(r"的(?=[^的]{2,}$)")
SENTENCE = re.compile(r"[。；;!?！？\n]")
WITHOUT_SUBJECT = frozenset({"date", "date_range", "deadline", "issue"})


def label_of(line: FigureLine, figure: FoundFigure, before: str, topic: str) -> str:
    """Return what the figure measures.

    `before` is the subject that leads to it, `topic` what the figures before it in its sentence are about.
    """
    if figure.kind in WITHOUT_SUBJECT:
        is_told = line.text[figure.start - 1 : figure.start] in ("：", ":")
        return before if is_told else _noun_behind(line, figure)
    owned = line.text.startswith(("的", " 的"), figure.behind or figure.end)
    is_equated = figure.kind != "money" and line.text[max(0, figure.start - 4) : figure.start].rstrip().endswith(
        ("为", "是", "达", "达到")
    )
    if owned and not (before and is_equated) and (noun := _noun_behind(line, figure)):
        return noun  # 3亿元的贷款, but not 生产效率为20 kg/h的系统
    if figure.kind == "count":
        return _noun_behind(line, figure) or before or topic
    return before or topic or _noun_behind(line, figure)


def subject_of(line: FigureLine, start: int, floor: int) -> str:
    """Return the words that lead to a figure, back to the end of a clause or of the figure before."""
    begin = max(floor, start - REACH)
    text = REMARK.sub("", line.text[begin:start].rstrip(" ：:（("))
    cuts = [m.end() for m in CUT.finditer(text)]
    clause = text[cuts[-1] :] if cuts else AT_A_FIGURE.sub("", text) if begin == floor else text
    clause = _trimmed(clause)
    head, colon, tail = clause.rpartition("：")
    clause = tail if len(tail) >= 2 else head if colon else clause
    clause = OF_A_THING.sub("", clause)
    of = OF.search(clause)
    if of and len(clause) > LONGEST:
        clause = clause[of.end() :]
    clause = _trimmed(clause)
    if len(clause) > LONGEST:
        clause = _shortened(clause)
    return clause if len(clause) >= 2 and not COMPARED.match(clause) else ""


def _shortened(clause: str) -> str:
    """Take the end of a long clause: from behind a preposition, where a word begins for sure, else as much as fits."""
    m = PREPOSITION.search(clause, len(clause) - LONGEST)
    rest = clause[m.end() :] if m else ""
    if len(rest) >= 3:
        return rest
    at = len(clause) - LONGEST
    while WORD_GOES_ON.match(clause, at - 1):
        at += 1
    return clause[at:].lstrip("的在了和与 ")


def topic_after(line: FigureLine, start: int, floor: int, topic: str) -> str:
    """Return what remains of a topic at `start`: nothing where a new sentence began since `floor`."""
    return "" if topic and SENTENCE.search(line.text, floor, start) else topic


def _trimmed(clause: str) -> str:
    """Take from a clause what leads to its noun and from it to the number."""
    clause = clause.strip()
    for _ in range(6):
        m = TAIL.search(clause)
        if m is None or m.start() == m.end():
            break
        clause = clause[: m.start()].rstrip()
    for _ in range(4):
        m = HEAD.match(clause)
        if m is None or m.end() == len(clause) or len(clause) - m.end() < 2:
            break
        clause = clause[m.end() :].lstrip()
    return clause


def _noun_behind(line: FigureLine, figure: FoundFigure) -> str:
    m = NOUN.match(line.text, figure.behind or figure.end)
    if m is None or NOT_A_NOUN.match(m["noun"]):
        return ""
    return m["noun"].strip().removesuffix("外")


def printed(line: FigureLine, label: str) -> str:
    """Return a label in the characters of the printed text, which may be traditional ones."""
    at = line.text.find(label)
    return line.raw[at : at + len(label)] if label and at >= 0 else label
