"""Headings are told by colour, bars and rules as by size; head and foot of a lone page are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.document import Issue
from tests.load.pdf.test_pdf import PARAGRAPHS, understood
from tests.pdfs import SETTING, typeset

DRESSES = {
    "colour": "#text(fill: rgb(0, 110, 80), size: 11.5pt)[{}]",
    "bar behind": "#block(fill: blue, width: 100%, inset: 3pt)[#text(fill: white)[{}]]",
    "bar at the left": "#block(stroke: (left: 3pt + green), inset: (left: 6pt, y: 1pt))[{}]",
    "rule below": "#block(width: 100%, stroke: (bottom: .6pt + blue), inset: (bottom: 3pt))[*{}*]",
}
HEADS = ("蔬菜：均价三连降", "畜禽：猪价跌破关口", "水产：淡水鱼企稳")


def headings(issue: Issue) -> set[str]:
    titles = {node.title.plain for node in issue.walk()}
    return titles | {block.text.plain for node in issue.walk() for block in node.blocks if block.kind == "subheading"}


@pytest.mark.parametrize("dress", DRESSES.values(), ids=DRESSES)
def test_a_line_set_apart_by_its_dress_is_a_heading(dress: str, tmp_path: Path) -> None:
    parts = [f"{dress.format(head)}\n\n{text}" for head, text in zip(HEADS, PARAGRAPHS[1:], strict=False)]
    found = headings(understood(typeset("= 市场价格周报\n\n" + "\n\n".join(parts)), tmp_path))
    assert found >= set(HEADS)


ALONE = """
#set page(
  header: [#text(size: 8pt)[青澜研究所 | 行业研究 #h(1fr) 晨间快评] #v(-6pt) #line(length: 100%, stroke: .5pt)],
  footer: [#line(length: 100%, stroke: .5pt) #v(-6pt) #text(size: 8pt)[请务必阅读最后的声明 #h(1fr) 第 1 页]],
)
"""


def test_head_and_foot_of_a_lone_page_are_left_out(tmp_path: Path) -> None:
    issue = understood(typeset(f"= 储能晨报\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}", SETTING + ALONE), tmp_path)
    dropped = "".join(issue.source.text[d.start : d.end] for d in issue.dropped)
    assert "青澜研究所" in dropped
    assert "请务必阅读" in dropped


def test_the_colophon_of_a_lone_page_stays(tmp_path: Path) -> None:
    foot = "#place(bottom)[#line(length: 100%)#text(size: 8pt)[编辑：沈知遥　审核：顾长卿　电话：0971-5550805]]"
    issue = understood(typeset(f"= 储能晨报\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{foot}"), tmp_path)
    assert not [d for d in issue.dropped if "沈知遥" in issue.source.text[d.start : d.end]]


def test_items_whose_headline_opens_their_first_line_are_told_from_emphasis(tmp_path: Path) -> None:
    items = (("会长高的海堤。", 1), ("用光缆听鲸。", 2), ("海草床的碳去了哪里？", 3), ("鲎的回家路。", 4))
    set_so = "\n\n".join(f"*{head}*{PARAGRAPHS[k]}" for head, k in items)
    issue = understood(typeset(f"= 海岸文摘\n\n{PARAGRAPHS[0]}\n\n{set_so}"), tmp_path)
    assert headings(issue) >= {"会长高的海堤", "用光缆听鲸", "海草床的碳去了哪里？", "鲎的回家路"}
    assert not [d for d in issue.dropped if issue.source.text[d.start : d.end] != "。"]


def test_heavy_words_at_the_head_of_one_paragraph_stay_in_it(tmp_path: Path) -> None:
    source = f"= 海岸文摘\n\n*会长高的海堤。*{PARAGRAPHS[0]}\n\n" + "\n\n".join(PARAGRAPHS[1:4])
    assert "会长高的海堤" not in headings(understood(typeset(source), tmp_path))


def test_an_item_of_a_series_is_no_heading_where_its_neighbours_are_none(tmp_path: Path) -> None:
    items = (
        "(1) 按理事会的要求，年会改在四月下旬举行，借用青榆大学的礼堂。",
        "(2) 增加委员三名：陈远、刘岸、许渡，都是南岸学会的会员。",
        "(3) 请管理局核定年会所需的经费三十二万元",
        "(4) 第一号通知由江小舟起草，预定在十二月十日发出。",
    )
    issue = understood(typeset("= 会议记录\n\n== 讨论事项\n\n" + "\n\n".join(items) + f"\n\n{PARAGRAPHS[0]}"), tmp_path)
    assert headings(issue) == {"会议记录", "讨论事项"}


@pytest.mark.parametrize("date", ["20310330-20310405", "2031年5月21日至2031年5月24日", "2031.3.30—2031.4.5"])
def test_a_span_of_dates_is_no_heading(date: str, tmp_path: Path) -> None:
    issue = understood(typeset(f"= 行业周报\n\n*{date}*\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"), tmp_path)
    assert date not in headings(issue)


def test_words_on_a_tab_at_the_side_of_the_page_are_left_out(tmp_path: Path) -> None:
    tab = (
        "#place(dx: -19mm, dy: 30mm)[#block(width: 5mm, fill: blue)[#text(fill: white, size: 9pt)[行\\ 业\\ 研\\ 究]]]"
    )
    issue = understood(typeset(f"= 储能晨报\n\n{tab}{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"), tmp_path)
    assert "行业研究" in {issue.source.text[d.start : d.end] for d in issue.dropped}


def test_a_red_head_of_two_organs_and_its_number_are_the_masthead(tmp_path: Path) -> None:
    red = "#text(fill: red, size: 24pt)[{}]"
    head = "\n\n".join(red.format(name) for name in ("青榆省水务局办公室", "青榆省林业局文件"))
    title = '#align(center)[#text(size: 16pt, weight: "bold")[关于加强石榴河用水信用建设的通知]]'
    source = f"{head}\n\n青发改〔2031〕86 号#h(4em)签发人：郁孟和\n\n#line(length: 100%, stroke: red)\n\n{title}"
    issue = understood(typeset(f"{source}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"), tmp_path)
    assert "".join(issue.masthead.number.text.split()) == "青发改〔2031〕86号"
    assert [node.title.plain for node in issue.walk()] == ["关于加强石榴河用水信用建设的通知"]
    assert [(line.label, line.value) for line in issue.nodes[0].meta] == [("签发人", "郁孟和")]
