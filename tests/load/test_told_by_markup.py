"""What the markup of a page says beside its words: numbers of items, depth, quotations, merged cells, struck text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.document import Block
from reader.pipeline import open_issue

PROSE = "云溪灌区本月检修闸门四十一座，更换止水橡皮六百米，巡查渠道二百公里，未发现险情。"


def _blocks(folder: Path, body: str) -> list[Block]:
    path = folder / "page.html"
    path.write_text(f"<title>办事指南</title><h1>办事指南</h1><p>{PROSE}</p>{body}<p>{PROSE}{PROSE}</p>", "utf-8")
    return [block for node in open_issue(path).walk() for block in node.blocks]


NUMBERED = (  # a list, and the markers of its items
    ("<ol><li>先取号</li><li>再填表</li></ol>", "1. 2."),
    ("<ol start=4><li>先取号</li><li value=9>再填表</li><li>后交表</li></ol>", "4. 9. 10."),
    ("<ol type=a><li>先取号</li><li>再填表</li></ol>", "a. b."),
    ("<ol reversed><li>先取号</li><li>再填表</li><li>后交表</li></ol>", "3. 2. 1."),
    ("<ol style='list-style-type:cjk-ideographic'><li>先取号</li><li>再填表</li></ol>", "一、 二、"),
    ("<ol style='list-style: upper-roman'><li>先取号</li><li>再填表</li></ol>", "I. II."),
    ("<ul><li>先取号</li><li>再填表</li></ul>", "• •"),
    ("<ul style='list-style:none'><li>先取号</li></ul>", ""),
    ("<ol start=99999999999><li>先取号</li></ol>", "1."),
)


@pytest.mark.parametrize(("body", "markers"), NUMBERED)
def test_items_keep_the_numbers_that_a_browser_shows(body: str, markers: str, tmp_path: Path) -> None:
    items = [block for block in _blocks(tmp_path, body) if block.kind == "list_item"]
    assert " ".join(block.marker for block in items).strip() == markers
    assert all(block.text.plain in ("先取号", "再填表", "后交表") for block in items)


def test_lists_in_lists_are_deeper(tmp_path: Path) -> None:
    found = _blocks(tmp_path, "<ol><li>取表</li><li>填表<ol type=a><li>本人签字</li></ol></li><li>交表</li></ol>")
    items = [(block.marker, block.level) for block in found if block.kind == "list_item"]
    assert items == [("1.", 1), ("2.", 1), ("a.", 2), ("3.", 1)]


def test_quotations_are_told(tmp_path: Path) -> None:
    found = _blocks(tmp_path, "<blockquote><p>这项工作必须抓紧，任何单位不得拖延。</p></blockquote>")
    assert [block.text.plain for block in found if block.quote] == ["这项工作必须抓紧，任何单位不得拖延。"]


STYLED = (
    ("原价<del>580元</del>，现价一样。", "strike", "580元"),
    ("原价<s>580元</s>，现价一样。", "strike", "580元"),
    ("原价<span style='text-decoration: line-through'>580元</span>，现价一样。", "strike", "580元"),
    ("现价<ins>480元</ins>，一直有效。", "ins", "480元"),
    ("这里<u>不得拖延</u>，请抓紧办理。", "underline", "不得拖延"),
    ("这里<mark>不得拖延</mark>，请抓紧办理。", "mark", "不得拖延"),
    ("这里<b><u>不得拖延</u></b>，请抓紧办理。", "underline", "不得拖延"),
)


@pytest.mark.parametrize(("words", "style", "told"), STYLED)
def test_struck_inserted_and_marked_text_is_told(words: str, style: str, told: str, tmp_path: Path) -> None:
    runs = [run for block in _blocks(tmp_path, f"<p>{words}</p>") for run in block.text.runs]
    assert "".join(run.text for run in runs if style in run.styles) == told


STRUCK = (  # Markdown of an article, and the words of it that are struck out
    ("原价 ~~580元~~ 480元。", "580元"),
    ("原价 <span style='color:red; text-decoration: line-through'>580元</span>480元。", "580元"),
    ("现价<span style='text-decoration:underline'>480元</span>。", ""),
    ("<del>\n\n原价为580元。\n\n请尽早购买。\n\n</del>\n\n现价为480元。", "原价为580元。请尽早购买。"),
    ('<div style="text-decoration:line-through"><div>原价</div>580元</div>\n\n现价480元。', "原价580元"),
    ("<div style='text-decoration:line-through'>原价580元。\n\n现价为480元，没有关闭。", ""),
)


@pytest.mark.parametrize(("words", "told"), STRUCK)
def test_words_of_markdown_are_struck_over_all_that_their_tag_holds(words: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.md"
    path.write_text(f"# 办事指南\n\n{PROSE}\n\n{words}\n", "utf-8")
    blocks = [block for node in open_issue(path).walk() for block in node.blocks]
    assert "".join(run.text for block in blocks for run in block.text.runs if "strike" in run.styles) == told


def test_a_space_between_struck_words_and_others_is_not_struck(tmp_path: Path) -> None:
    (block,) = [
        b for b in _blocks(tmp_path, "<p>截至<del>5月6日 </del> <ins>6月8日</ins>为止。</p>") if "截至" in b.text.plain
    ]
    assert [(run.text, run.styles) for run in block.text.runs if run.styles] == [
        ("5月6日", ("strike",)),
        ("6月8日", ("ins",)),
    ]


TABLE = """<table border=1><tr><th rowspan=2>地区</th><th colspan=2>产量</th></tr><tr><th>上年</th><th>本年</th></tr>
<tr><td>东区</td><td>12</td><td>15</td></tr><tr><td></td><td></td><td></td></tr>
<tr><td>西区</td><td colspan=2>未统计</td></tr><tr><td rowspan=2>南区<br>（含库区）</td><td>3</td><td>4</td></tr>
<tr><td>5</td><td>6</td></tr></table>"""


def test_merged_cells_are_told_and_lines_in_cells_stay(tmp_path: Path) -> None:
    (table,) = [block for block in _blocks(tmp_path, TABLE) if block.kind == "table"]
    assert [[cell.plain for cell in row] for row in table.rows] == [
        ["地区", "产量", ""],
        ["", "上年", "本年"],
        ["东区", "12", "15"],
        ["西区", "未统计", ""],
        ["南区\n（含库区）", "3", "4"],
        ["", "5", "6"],
    ]
    assert [tuple(merged) for merged in table.merged] == [(0, 0, 2, 1), (0, 1, 1, 2), (3, 1, 1, 2), (4, 0, 2, 1)]
    assert table.header_rows == 2


def test_signs_of_typefaces_of_signs_are_read_as_what_they_show(tmp_path: Path) -> None:
    drawn = "<font face=Symbol>±a</font>", "\uf0fe", "\uf0e0", "<span style='font-family:Symbol'>D</span>"
    words = "<p>允许误差{}，是否同意{}，方向{}南岸，系数{}。</p>".format(*drawn)
    assert any(block.text.plain == "允许误差±α，是否同意☑，方向→南岸，系数Δ。" for block in _blocks(tmp_path, words))


FORMULAS = (  # MathML, and how it reads on a line; ^ and _ stand for raised and lowered
    ("<math><mn>2.5</mn><mo>×</mo><msup><mn>10</mn><mn>8</mn></msup></math>", "2.5×10^8"),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
    ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac></math>", "(a+b)/c"),
    ("<math><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></math>", "√(x+1)"),
    ("<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>", "x_i^2"),
    ("<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>", "(x,y)"),
    ("<math><mfrac><mn>1</mn><mrow><mn>2</mn><mi>n</mi></mrow></mfrac></math>", "1/(2n)"),
    ("<math><mfrac><mi>人口</mi><mi>面积</mi></mfrac></math>", "人口/面积"),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi></math>", "(1/2)x"),
    ("<math><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "x(1/2)"),
    ("<math><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1 1/2"),
    ("<math><mroot><mn>27</mn><mn>3</mn></mroot></math>", "^3√(27)"),
    ("<math><mover><mi>x</mi><mo>¯</mo></mover></math>", "x\u0305"),
    ("<math><mmultiscripts><mi>U</mi><mprescripts/><mn>92</mn><mn>235</mn></mmultiscripts></math>", "_92^235U"),
    ("<math><mmultiscripts><mi>T</mi><mi>i</mi><mi>j</mi></mmultiscripts></math>", "T_i^j"),
    ("<math><mmultiscripts/><mi>x</mi></math>", "x"),
    ("<math><semantics><mi>x</mi><annotation>TeX</annotation></semantics></math>", "x"),
    ("<math><msup><mi>e</mi><msup><mi>x</mi><mn>2</mn></msup></msup></math>", "e^(x^2)"),
)


@pytest.mark.parametrize(("page", "line"), FORMULAS)
def test_formulas_are_read_on_a_line(page: str, line: str, tmp_path: Path) -> None:
    (block,) = [
        block for block in _blocks(tmp_path, f"<p>流量按{page}计算，逐日校核。</p>") if "流量按" in block.text.plain
    ]
    raised = {"sup": "^", "sub": "_"}
    shown = "".join("".join(raised.get(style, "") for style in run.styles) + run.text for run in block.text.runs)
    assert shown == f"流量按{line}计算，逐日校核。"
