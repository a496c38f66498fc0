"""What figures of an issue tell beside their value: the year that is missing, what they measure, the table's unit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.extract import figures_of
from reader.model.document import Block, Field, Issue, Masthead, Node, Run, Span, Text
from reader.model.mentions import Figure
from reader.pipeline import open_issue
from tests.extract.figures.sentences import figures_in, issue_of, told


def _issued(text: str, date: str) -> Issue:
    """Return an issue with a date in its masthead."""
    issue = issue_of(text, after=f"\n{date}")
    at = len(text) + 1
    return replace(issue, masthead=Masthead(date=Field(date, (Span(at, at + len(date)),))))


def _completed(text: str, date: str) -> list[str]:
    return [figure.inferred for figure in figures_of(_issued(text, date)) if figure.start < len(text)]


@pytest.mark.parametrize(
    ("text", "date", "completed"),
    [
        ("10月8日开会。", "2025年10月10日", "2025-10-08"),
        ("12月20日开会。", "2025年1月10日", "2024-12-20"),
        ("1月20日前提交。", "2025年12月10日", "2026-01-20"),
        ("去年11月投产。", "2025年3月", "2024-11"),
        ("明年5月1日起施行。", "2025-03-07", "2026-05-01"),
        ("2023年5月1日起施行。", "2025年3月7日", ""),
        ("10月8日开会。", "", ""),
        ("10月8日开会。", "10月10日", ""),
    ],
)
def test_a_missing_year_comes_from_the_date_of_the_issue_alone(text: str, date: str, completed: str) -> None:
    assert _completed(text, date) == [completed]


def test_the_printed_value_keeps_its_year_missing() -> None:
    (figure,) = [f for f in figures_of(_issued("10月8日开会。", "2025年10月10日")) if f.kind == "date"][:1]
    assert (figure.value_low, figure.inferred) == ("--10-08", "2025-10-08")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("项目见 https://a.cn/xyz 投资 5 亿元，写信到 wang@abc.cn 订单3万份。", ["投资", "订单"]),
        ("溴化锂回收率≥98%，水分含量(wt%)<0.1%。", ["溴化锂回收率", "水分含量"]),
        ("其中，样机的综合能效达到62%。", ["样机的综合能效"]),
        ("项目总经费预算为5500万元。", ["项目总经费预算"]),
        ("灌溉次数由13次减少到8次。", ["灌溉次数", "灌溉次数"]),
        ("单样检测成本由38元降到11元。", ["单样检测成本", "单样检测成本"]),
        ("合成了58个拟定化合物。", ["拟定化合物"]),
        ("注册费：学生900元。", ["学生"]),
        ("单台产能≥100吨/天。", ["单台产能"]),
        ("真空度优于0.01 Pa，抖动小于3 ms，比能量超过300 Wh/kg。", ["真空度", "抖动", "比能量"]),
        ("能耗比为12 W/L，占比降到21%。", ["能耗比", "占比"]),
        ("有600名学者参与，收到意见书40份。", ["学者参与", "意见书"]),
        ("镜片口径从2米升级到3米。", ["镜片口径", "镜片口径"]),
        ("研发投入强度3.1%，高于全省平均水平0.4个百分点。", ["研发投入强度", "研发投入强度高于全省平均水平"]),
        ("海拔3200米处气温仅2℃。", ["海拔", "气温"]),
        ("膜的渗透通量衰减为8%。", ["渗透通量"]),
        ("需求方自筹300万元。", ["需求方自筹"]),
        ("他在门口等了二十分钟。", [""]),
        ("带鱼因休渔上涨5%。", ["带鱼上涨"]),
        ("载着30箱零件整整齐齐地码在岸边。", ["零件"]),
        ("对照组的产量仅为7.6吨/公顷。", ["对照组的产量"]),
        ("全程用时90秒内完成。", ["全程用时"]),
        ("该计划办公室还将根据备忘录向公司提供高达110亿美元的贷款。", ["贷款"]),
        ("在社区建造一个生产效率为20 kg/h的中试规模连续系统。", ["生产效率"]),
        ("Biden-Harris Administration Announces $62 Million to lower costs.", [""]),
        ("诺丁山大学将获得1400万英镑资助。", ["诺丁山大学获资助"]),
    ],
)
def test_a_figure_is_labelled_by_what_it_measures(text: str, labels: list[str]) -> None:
    assert [figure.label for figure in figures_in(text)] == labels


def _of_table(rows: list[list[str]], above: str = "") -> tuple[Figure, ...]:
    """Take the figures out of an issue with a table, `above` the paragraph before it."""
    cells, text, at = [], above + "\n", len(above) + 1
    for row in rows:
        line = []
        for cell in row:
            line.append(Text((Run(cell, at),)) if cell else Text())
            text += cell + "\t"
            at += len(cell) + 1
        cells.append(tuple(line))
    issue = issue_of(text)
    table = Block("table", Text(), (Span(len(above) + 1, len(text)),), rows=tuple(cells), header_rows=1)
    words = Block("paragraph", Text((Run(above, 0),)), (Span(0, len(above)),))
    return figures_of(replace(issue, nodes=(Node("n1", "article", 1, Text(), blocks=(words, table)),)))


def test_a_column_gives_unit_and_label_to_bare_numbers() -> None:
    figures = _of_table(
        [
            ["序号", "项目", "金额（万英镑）", "样点数（个）"],
            ["1", "海浪发电", "880", "12"],
            ["2", "地热", "1,200", "≥8"],
        ]
    )
    assert [told(figure) for figure in figures] == [
        "money 880 = 8800000 GBP",
        "count 12 = 12 个",
        "money 1,200 = 12000000 GBP",
        "count ≥8 ≥ 8 个",
    ]
    assert [figure.label for figure in figures] == ["海浪发电·金额", "海浪发电·样点数", "地热·金额", "地热·样点数"]


def test_a_column_of_coefficients_counts_nothing() -> None:
    assert _of_table([["地块", "系数", "样点数"], ["东区", "12", "0.5"]]) == ()


def test_the_head_of_a_column_may_be_traditional() -> None:
    figures = _of_table([["單位", "金額（億元）"], ["水利署", "3.2"]])
    assert [told(figure) for figure in figures] == ["money 3.2 = 320000000 CNY"]


def test_the_words_above_a_table_may_give_one_unit_to_all_of_it() -> None:
    figures = _of_table([["路线", "2023年", "效率"], ["压缩空气", "1.52", "62%—68%"]], "中标均价（单位：元/kWh）：")
    assert [told(figure) for figure in figures] == [
        "date 2023年 = 2023",
        "money 1.52 = 1.52 CNY/kWh",
        "percent 62%—68% = 62..68 %",
    ]


def test_a_row_may_give_the_unit() -> None:
    figures = _of_table([["指标", "电动", "氢能"], ["能耗（kWh/km）", "≤6.8", "9.5"]])
    assert [told(figure) for figure in figures] == ["measure ≤6.8 ≤ 6.8 kWh/km", "measure 9.5 = 9.5 kWh/km"]


def test_dates_in_a_column_of_deadlines_are_deadlines() -> None:
    figures = _of_table([["环节", "截止时间"], ["填报", "2025年10月15日17:30"]])
    assert [told(figure) for figure in figures] == ["deadline 2025年10月15日17:30 ≤ 2025-10-15T17:30"]


def test_phones_and_years_in_a_table_are_no_figures() -> None:
    assert _of_table([["单位", "电话", "编号"], ["水务所", "0971-8258301", "12"]]) == ()


def test_raised_digits_are_powers(tmp_path: Path) -> None:
    path = tmp_path / "notice.md"
    path.write_text(
        "# 排放要求\n\n粉尘含量不超过30 mg/Nm<sup>3</sup>，渗透系数为10<sup>-7</sup> cm/s，合格后验收。\n", "utf-8"
    )
    figures = figures_of(open_issue(path))
    assert [told(figure) for figure in figures] == [
        "measure 30mg/Nm3 ≤ 30 mg/Nm3",
        "measure 10-7cm/s = 0.0000001 cm/s",
    ]


def test_a_wrapped_number_is_one_figure() -> None:
    lines = ("三年共花费经费20", "亿、9.75亿和1.5亿英", "镑。")
    text = "\n".join(lines)
    runs = tuple(Run(line, text.index(line)) for line in lines)
    block = Block("paragraph", Text(runs), tuple(Span(run.start, run.start + len(run.text)) for run in runs))
    issue = replace(issue_of(text), nodes=(Node("n1", "article", 1, Text(), blocks=(block,)),))
    money = [figure for figure in figures_of(issue) if figure.kind == "money"]
    assert [told(figure) for figure in money] == [
        "money 20亿 = 2000000000 GBP",
        "money 9.75亿 = 975000000 GBP",
        "money 1.5亿英镑 = 150000000 GBP",
    ]
    assert [text[figure.start : figure.end] for figure in money] == ["20\n亿", "9.75亿", "1.5亿英\n镑"]


def test_what_is_struck_out_is_no_figure() -> None:
    issue = issue_of("总投资3亿元5亿元。")
    runs = (Run("总投资", 0), Run("3亿元", 3, ("strike",)), Run("5亿元。", 6))
    block = Block("paragraph", Text(runs), (Span(0, 11),))
    struck = replace(issue, nodes=(Node("n1", "article", 1, Text(), blocks=(block,)),))
    assert [figure.surface for figure in figures_of(struck)] == ["5亿元"]
