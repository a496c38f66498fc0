"""A formula that is drawn leaves a sign in its place; bullets and marks that are drawn leave none."""

from __future__ import annotations

from pathlib import Path

from tests.load.pdf.test_pdf import PARAGRAPHS, understood
from tests.pdfs import typeset

POINTS = "curve.move((0pt, 8pt)), curve.line((4pt, 0pt)), curve.line((8pt, 8pt)), curve.line((20pt, 3pt))"
DRAWN = f"#box(curve(stroke: .6pt, {POINTS}))"


def texts(source: str, folder: Path) -> list[str]:
    issue = understood(typeset(f"= 流量计算\n\n{PARAGRAPHS[0]}\n\n{source}\n\n{PARAGRAPHS[1]}"), folder)
    return [block.text.plain for node in issue.walk() for block in node.blocks]


def test_a_formula_drawn_in_a_line_leaves_a_sign(tmp_path: Path) -> None:
    found = texts(f"水位差记作 {DRAWN} 时，流速取平均值，逐日记在表里。", tmp_path)
    assert any("水位差记作\ufffc时，流速" in "".join(text.split()) for text in found)


def test_a_formula_between_lines_stands_for_itself(tmp_path: Path) -> None:
    assert "\ufffc" in texts(f"先求它的数值解：\n\n#align(center)[{DRAWN}]\n\n再求流量，糙率取上年的平均数。", tmp_path)


def test_a_bullet_that_is_drawn_is_no_formula(tmp_path: Path) -> None:
    dot = "#box(circle(radius: 2pt, fill: black))"
    found = texts("会议内容：\n\n" + "\n\n".join(f"{dot} 第{k}项工作的进展已经公布。" for k in "一二三"), tmp_path)
    assert not any("\ufffc" in text for text in found)
