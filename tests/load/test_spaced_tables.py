"""Tables of a text that shows pages as they are laid out are told cell by cell; what only looks like one is none."""

from __future__ import annotations

import pytest

from reader.load.laid_out import in_reading_order
from reader.load.lines import split_lines

PLAIN = """
                表 1 各码头的渡船
    码头          船数       每日班次       最早一班
    东岸            4           36          5:40
    西岸            3           36          5:55
  盐场（夏季）        1            8          7:10
"""
WRAPPED = """
  物件              用处                        数量
  木箱              装计时器，放在塔底                 2
                  避雨的一侧
  铜框（镜头           固定镜头                      31
  用）
                  给灯芯加油，冬天要
  油壶                                        5
                  先在炉边暖过
"""
TEXTS = """
        物件          来历
                    守塔人从旧船上拆下来的铜管，用了三十多年，每年只在雾天响，
  1     汽笛
                    镇上的孩子都认得它的声音。
  2     油灯          原是渡口的路灯。
                    由一位钟表匠改成，每天中午校准一次，误差不超过两秒，冬天要用
  3     计时器         棉布包好；匠人去世以后，图纸交给了灯塔站，由值班的人照着
                    保养，每月记录一次。
"""
HEADS = """
  表 2 盐价
                 本月        上月         同比         环比
    品名
                     元/担                    （%）
    粗盐          12.40      11.90        +4.2        -0.3
    细盐          18.05      18.00        +0.3        +1.1
"""
NAMED = """
  表 3 各仓存货
   仓            货物        单位        存量
   一号          渔网        张          210
                 缆绳        捆           34
   二号          浮标        只           77
                 帆布        卷           12
  三号仓          船钉        箱            9
"""
TIGHT = """
  表 4 报名
     事项（无截止日期的不列）      截止日期 登出日期
        冬泳                       12.20 11.03
      灯塔讲解员                    11.28 11.10
        旧船票征集                   12.05 11.12
"""
CHART = """
      300         280         260         240         220
      200         190         180         170         160
      100          90          80          70          60
      一月        二月        三月        四月        五月
            图 1 各月的渡客
"""
LABELS = """
  联系人：周渡口                    电话：0971-5550101
  联系人：林守塔                    电话：0971-5550102
  联系人：陈望潮                    电话：0971-5550103
"""
CENTRED = """
  表 5 各仓存货
   仓            货物        单位        存量
                 渔网        张          210
   一号          缆绳        捆           34
                 浮标        只           77
                 帆布        卷           12
   二号          船钉        箱            9
                 木桨        支           40
"""
NAMES = """
  周渡口    林守塔    陈望潮    石晚舟
  何小满    杜若水    郑归帆    苏一苇
  吴听涛    江  白    许知远    沈青禾
"""
PAGES = """
  渡口今年不涨价                              1
  灯塔向孩子开放                              3
  盐场的新路                                  7
"""


def _rows(text: str) -> list[list[str]]:
    """Return the cells of the tables of a text, by rows, the lines of a cell joined by a stroke."""
    rows: list[list[str]] = []
    lines = in_reading_order(text, split_lines(text))
    place = ""
    for line in lines:
        if line.hint is None:
            continue
        begins, row, column = line.hint.data.split(" ")
        shown = text[line.start : line.end]
        if begins == "line":
            rows[-1][-1] += f"|{shown}"
            continue
        if row != place:
            rows.append([])
        place = row
        rows[-1] += [""] * (int(column) - len(rows[-1]))
        rows[-1].append(shown)
    return rows


def test_cells_stand_below_their_heads() -> None:
    assert _rows(PLAIN) == [
        ["码头", "船数", "每日班次", "最早一班"],
        ["东岸", "4", "36", "5:40"],
        ["西岸", "3", "36", "5:55"],
        ["盐场（夏季）", "1", "8", "7:10"],
    ]


def test_the_lines_of_a_cell_belong_together() -> None:
    assert _rows(WRAPPED) == [
        ["物件", "用处", "数量"],
        ["木箱", "装计时器，放在塔底|避雨的一侧", "2"],
        ["铜框（镜头|用）", "固定镜头", "31"],
        ["油壶", "给灯芯加油，冬天要|先在炉边暖过", "5"],
    ]


def test_a_number_and_a_name_stand_in_the_middle_of_a_long_text() -> None:
    assert _rows(TEXTS)[1:] == [
        [
            "1",
            "汽笛",
            "守塔人从旧船上拆下来的铜管，用了三十多年，每年只在雾天响，|镇上的孩子都认得它的声音。",
        ],
        ["2", "油灯", "原是渡口的路灯。"],
        [
            "3",
            "计时器",
            (
                "由一位钟表匠改成，每天中午校准一次，误差不超过两秒，冬天要用"
                "|棉布包好；匠人去世以后，图纸交给了灯塔站，由值班的人照着|保养，每月记录一次。"
            ),
        ],
    ]


def test_a_head_of_two_rows_has_its_name_in_the_first() -> None:
    head, units, *body = _rows(HEADS)
    assert head == ["品名", "本月", "上月", "同比", "环比"]
    assert [unit for unit in units if unit] == ["元/担", "（%）"]
    assert body == [["粗盐", "12.40", "11.90", "+4.2", "-0.3"], ["细盐", "18.05", "18.00", "+0.3", "+1.1"]]


def test_rows_without_a_name_follow_the_one_that_has_it() -> None:
    assert _rows(NAMED)[1:] == [
        ["一号", "渔网", "张", "210"],
        ["", "缆绳", "捆", "34"],
        ["二号", "浮标", "只", "77"],
        ["", "帆布", "卷", "12"],
        ["三号仓", "船钉", "箱", "9"],
    ]


def test_a_name_in_the_middle_of_its_rows_belongs_to_the_first() -> None:
    assert [row[:2] for row in _rows(CENTRED)[1:]] == [
        ["一号", "渔网"],
        ["", "缆绳"],
        ["", "浮标"],
        ["二号", "帆布"],
        ["", "船钉"],
        ["", "木桨"],
    ]


def test_numbers_with_one_space_between_stand_in_two_columns() -> None:
    assert _rows(TIGHT) == [
        ["事项（无截止日期的不列）", "截止日期", "登出日期"],
        ["冬泳", "12.20", "11.03"],
        ["灯塔讲解员", "11.28", "11.10"],
        ["旧船票征集", "12.05", "11.12"],
    ]


@pytest.mark.parametrize("text", [CHART, LABELS, NAMES, PAGES], ids=["chart", "labels", "names", "pages"])
def test_what_only_stands_in_columns_is_no_table(text: str) -> None:
    assert _rows(text) == []
