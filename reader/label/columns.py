"""What cells say of their table: in the right number of columns each holds one kind of thing.

A flattened table is a row of cells without its walls. Of all ways to cut it into rows the true one puts
numbers under numbers and words under words, below a head of words; how much better it does so than
cells in any order would is measured in log odds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from math import log

from reader.text.patterns import rare

COLUMN_ALIKE = 0.93  # of the cells of a column are of the kind that is usual in it
COLUMN_COST = 0.7  # log odds; each column can be chosen to hold words or numbers, a matter of one bit
COLUMN_FIRST = 1.5  # log odds that a first column, which names the rows, does not hold numbers
COLUMN_NAMED = 1.0  # log odds of a head for each cell in it that names a column: 单位, 电话, 金额（万元）
COLUMN_NAMED_MOST = 3.0  # log odds that they make together
NAME_LENGTH = 3  # characters of a person's name
HEAD_WORDS = 0.97  # of the cells of a head are words

NUMERIC = rare(
    r"^[约~≥≤<>＜＞±+-]?\s*+\d[\x00-\xff\Wμ万亿千百元台套项个人次件只辆吨年月天日左右以上下]*+$|^[-—/]$|\S@\S"
)
CONTACT = rare(r"\S@\S|^(?:\d{3,4}-)?\d{7,}")
YEAR = rare(r"^(?:19|20)\d\d\s*年?$")
NOTHING = frozenset("-—–－/…")


# What is printed above a column: a common noun of lists, or a unit in brackets behind a name.
COLUMN_NAME = rare(
    r"""
    ^.{0,4}(?:
        序号 | 编号 | 名称 | 名单 | 姓名 | 单位 | 部门 | 地区 | 区域 | 省份 | 城市 | 类别 | 类型 | 品种
      | 项目 | 事项 | 内容 | 指标
      | 数量 | 金额 | 面积 | 产量 | 总额 | 合计 | 占比 | 比例 | 比重 | 增长率?| 增速 | 同比 | 年份 | 年度 | 月份
      | 时间 | 日期 | 地点
      | 电话 | 手机 | 邮箱 | 联系人 | 联系方式 | 负责人 | 备注 | 职务 | 职称
    )$
    | \S[（(][^（）()]{1,7}[）)]$
    """,
    re.X,
)


def named_columns(head: Sequence[str]) -> float:
    """Measure, in log odds, how much the cells of a head read like names of columns."""
    return min(COLUMN_NAMED_MOST, COLUMN_NAMED * sum(bool(COLUMN_NAME.search(cell)) for cell in head))


def kind_of(cell: str) -> str:
    """Name the kind of thing that a cell holds: word, number, percent, year, contact; empty for a dash."""
    if cell in NOTHING:
        return ""
    if not NUMERIC.search(cell):
        return "word"
    if CONTACT.search(cell):
        return "contact"
    if "%" in cell or "％" in cell:
        return "percent"
    return "year" if YEAR.match(cell) else "number"


def is_numeric(kind: str) -> bool:
    """Tell whether a kind of cell tells anything of its column: words stand everywhere."""
    return kind not in ("word", "")


def odds(head: Sequence[str], rows: Sequence[Sequence[str]], chance: Counter[str]) -> float:
    """Measure, in log odds, how much the kinds of cells speak for these columns; `chance` counts all kinds.

    `head` and all rows are of one length.
    """
    total = chance.total()
    score = -COLUMN_COST * len(head)
    for kind in head:
        if kind == "word":
            score += log(HEAD_WORDS * total / chance[kind])
        elif is_numeric(kind) and kind != "year":
            score += log((1 - HEAD_WORDS) * total / chance[kind])
    for at, column in enumerate(zip(*rows, strict=True)):
        kinds = Counter(kind for kind in column if kind)
        if not kinds:
            continue
        usual = max(kinds, key=lambda kind: kinds[kind])
        for kind, count in kinds.items():
            share = COLUMN_ALIKE if kind == usual else 1 - COLUMN_ALIKE
            score += count * log(share * total / chance[kind])
        if not at and usual not in ("word", "year"):
            score -= COLUMN_FIRST
    return score


GAP = re.compile(r"[ \t\u3000]+")
WIDE_GAP = re.compile(r"\S(?:[ \u3000]{2,}|\t|\u3000)\S")


def grouped(counts: Sequence[int], goes_on: Sequence[bool], columns: int, most: int = 4) -> list[range]:
    """Group lines of so many cells each to rows of `columns` cells, at the least cost of cells too many or too few.

    A row takes more than one line only where the line above goes on (`goes_on`, one for each line).
    """
    best: list[tuple[float, int]] = [(0.0, 0)]  # cost of all lines before, and where the last row begins
    for end in range(1, len(counts) + 1):
        found: list[tuple[float, int]] = []
        cells = 0
        for begin in range(end - 1, max(-1, end - 1 - most), -1):
            cells += counts[begin]
            cost = float(cells - columns) if cells >= columns else 3.0 * (columns - cells)
            found.append((best[begin][0] + cost, begin))
            if not begin or not goes_on[begin - 1]:
                break
        best.append(min(found, key=lambda option: (option[0], -option[1])))
    rows: list[range] = []
    end = len(counts)
    while end:
        rows.append(range(best[end][1], end))
        end = rows[-1].start
    return rows[::-1]


def fitted(cells: Sequence[str], usual: Sequence[str], openers: Set[int] = frozenset()) -> list[int]:
    """Tell which of a row's cells begin a column, where it has more cells than columns: words that stand together.

    `usual` are the kinds of the columns. Names of two or three characters stand together sooner than other words.

    Returns the indexes of as many cells as `usual` has columns; each neighbour left out belongs to the cell before.
    `openers` are the cells that open a line: a cell is broken there sooner than elsewhere.
    """
    kinds = [kind_of(cell) for cell in cells]
    begins = list(range(len(kinds)))
    while len(begins) > len(usual):
        options = []
        # A cell that joins the one before leaves those above as they are, and moves those behind one column up.
        alike = sum(kinds[i] == kind for i, kind in zip(begins[1:], usual, strict=False))
        for k in range(1, len(begins)):
            if k <= len(usual):
                moved, stayed = kinds[begins[k]] == usual[k - 1], kinds[begins[k - 1]] == usual[k - 1]
                alike += stayed - moved
            words = kinds[begins[k]] == "word" == kinds[begins[k] - 1]
            names = words and max(len(cells[begins[k]]), len(cells[begins[k] - 1])) <= NAME_LENGTH
            options.append((alike, words, begins[k] in openers, names, -k))
        del begins[-max(options)[-1]]
    return begins
