"""Draw texts: any characters, lines as bulletins print them, and pieces of the sample issues put together anew."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MARKS = (
    *("目录", "本期要目", "一、背景", "（一）任务", "1. ", "①", "◆ ", "# ", "## ", "- ", "> ", "```", "---", "***"),
    *("图1：", "表1 ", "联系人：", "电话：010-12345678", "（万 勇）", "◎申 红", "作者：", "摘要：", "（下转第2版）"),
    *("（上接第1版）", "| a | b |", "| --- | --- |", "a\tb\tc", "战 略 规 划", "………………12", "— 3 —", "第 4 页", "7"),
    *("<sup>2</sup>", "<sub>", "$x_2$", "$\\text{Ru}_2$", "¹", "[1]", "1 See https://a.example/b-", "**", "[a](b)"),
    *("![a](b)", "据新华社北京3月1日电（记者李明）", "。", "，", "”", "（", "\\[", "&amp;", "\ufeff", "\u200b", "\x00"),
)
BREAKS = ("\n", "\n", "\n\n", "\r\n", "\f", "\n　　", " \n", "\x85", "\u2028", "\t", "")


def lines_of_bulletins() -> st.SearchStrategy[str]:
    """Draw lines in which every kind of mark meets every other."""
    piece = st.one_of(st.sampled_from(MARKS), st.text("一的水田试验研究，。AbC1 ", max_size=40), st.text(max_size=6))
    return st.lists(st.tuples(piece, st.sampled_from(BREAKS)), max_size=40).map(
        lambda parts: "".join(text + end for text, end in parts)
    )


@cache
def _seed_lines() -> tuple[str, ...]:
    return tuple(line for path in sorted(SEEDS.iterdir()) for line in path.read_text("utf-8").split("\n"))


@st.composite
def cut_and_shuffled(draw: st.DrawFn) -> str:
    """Draw pieces of the sample issues, cut anywhere, in any order, wrapped to any width."""
    lines = _seed_lines()
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(lines) - 1))
        piece = "\n".join(lines[first : first + draw(st.integers(1, 30))])
        pieces.append(piece[draw(st.integers(0, 20)) :])
    text = draw(st.sampled_from(("\n", "\n\n", "\f", ""))).join(pieces)
    width = draw(st.sampled_from((0, 0, 7, 18, 24, 41)))
    return _wrapped(text, width) if width else text


def _wrapped(text: str, width: int) -> str:
    """Break every line that is longer than `width` characters."""
    parts = (line[at : at + width] for line in text.split("\n") for at in range(0, max(1, len(line)), width))
    return "\n".join(parts)
