"""What a figure measures, in a few words: from its clause, or from the head of its row and column."""

from __future__ import annotations

import re

from reader.extract.spot import Found, Line

REACH = 48  # characters before a figure in which its label is looked for
LONGEST = 14  # characters of a label
CUT = re.compile(r"[，。；!?！？、,;\n()（）“”《》\[\]|]")
BOUNDS = (
    "不?(?:得|能|应|可|允许|会)?(?:超过|少于|低于|高于|大于|小于|多于|超出) 不到 不足 不及 不满 至少 "
    "至多 最多 最少 大?约 近 将近 接近 超过?出? 优于 逾 突破 首超?"
)
ADVERBS = (
    "分别 已经? 累计 仅 只 共计? 合计 总计 平均 将 可以? 最高 最低 均 都 也 则 还 才 能 就 高出 多出 "
    "预计 每年 每天 每月 左右"
)
CHANGES = (
    "提高 增加 增长 上升 提升 扩大 扩展 降低 下降 下调 减少 压减 缩短 缩减 延长 升 降 增 减 回落 上涨 "
    "下跌 涨 跌 攀升 扩 加 变 改"
)
VERBS = (
    "达到? 为 是 到 至 有 占 了 在 由 从 的 于 以 用 按 等 需要? 控制 保持 计 [共具拥仅只]有 高达 低至 "
    "多达 相当 建成 实现 完成 选择 形成"
)
OPENINGS = (
    "其中 并且? 而且? 且 但是? 同时 使得? 将 把 让 由 从 在 对 以及? 及 和 与 则 该 其 这 那 也 还 又 "
    "再 均 都 已经? 仍 若 如果? 当 因此? 此外 另外 目前 预计 计划 其他 通过 要求 到时 届时 约 每个? 等 "
    "的 是 为 所 可 能 只 仅 被 向 至 到 后 前 上 下 中 内 时 年 月 日 一是 二是 三是 [①-⑤] [-·•▪] "
    "[0-9]{1,2}[.、)]"
)


def _any(words: str) -> str:
    return "|".join(words.split())


# What leads from a noun to its number, and what leads to the noun.
TAIL = re.compile(
    rf"(?:[\s:：=≥≤<>~≈±\-和与及或]|{_any(BOUNDS)}|{_any(ADVERBS)}|(?:{_any(CHANGES)})[了到至为成]?|{_any(VERBS)})$"
)
HEAD = re.compile(rf"^(?:\s|{_any(OPENINGS)})")
NOUN = re.compile(
    r"[ ]?(?:的|之)?[ ]?(?P<noun>[^\s，。；：、,;:()（）“”《》0-9!?的在和与及并将使被由从等是为有占后前]{2,10})"
)
OF = re.compile(r"的(?=[^的]{2,}$)")
WITHOUT_SUBJECT = frozenset({"date", "date_range", "deadline", "issue"})


def label_of(line: Line, figure: Found, floor: int, last: str, touches: bool) -> str:
    """Return what the figure measures.

    `floor` is where the figure before it ends, `last` that one's label; it is kept where nothing but a joint stands
    between the two (`touches`).
    """
    behind = _noun_behind(line, figure)
    if figure.kind in WITHOUT_SUBJECT:
        return _before(line, figure.start, floor) if line.text[figure.start - 1 : figure.start] in "：:" else behind
    if touches:
        return last
    before = _before(line, figure.start, floor)
    if figure.kind == "count":
        return behind or before
    return before or behind or last


def _before(line: Line, start: int, floor: int) -> str:
    text = line.text[max(floor, start - REACH) : start]
    cuts = [m.end() for m in CUT.finditer(text.rstrip(" ：:（("))]
    clause = text[cuts[-1] :] if cuts else text
    clause = _trimmed(clause)
    head, colon, tail = clause.rpartition("：")
    clause = tail if len(tail) >= 2 else head if colon else clause
    of = OF.search(clause)
    if of and len(clause) > LONGEST:
        clause = clause[of.end() :]
    clause = _trimmed(clause)
    if len(clause) > LONGEST:
        clause = clause[-LONGEST:].lstrip("的在了和与")
    return clause if len(clause) >= 2 else ""


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


def _noun_behind(line: Line, figure: Found) -> str:
    m = NOUN.match(line.text, figure.behind or figure.end)
    return m["noun"][:LONGEST].strip() if m else ""
