"""Columns that a tool wrote down side by side are read one after the other; a table is not cut in two."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.load.laid_out import in_reading_order
from reader.load.lines import split_lines

LEFT = """\
渡船改到东岸
  自下月起，早班渡船改从东岸码头
开出，每半小时一班，遇大雾停航。船
票仍在西岸的小屋里卖，价钱不变。
  带自行车的乘客请走左边的跳板，
不要在船头停留，免得挡住别人的路。"""
RIGHT = """\
灯塔开放参观
  每逢周六，灯塔向镇上的孩子开放，
登塔时请扶好栏杆，不要在楼梯上追
跑打闹，听从守塔人的安排。
  塔上能看到两岸的稻田和远处的盐
场，天气好时还能看见海。"""
NEXT_LEFT = """\
潮水表照旧贴在码头的木牌上，每月
换一次，请大家互相转告，不要撕毁。"""
NEXT_RIGHT = """\
望远镜由灯塔的旧零件改成，只有
一架，请排队使用，每人两分钟。"""


def _side_by_side(left: str, right: str, edge: int) -> str:
    rows = zip(left.split("\n"), right.split("\n"), strict=True)
    return "\n".join(f"{a:{edge}}{b}" for a, b in rows)


HEAD, FOOT = " " * 16 + "渡口周刊", " " * 19 + "—1—"
NEWS = f"{HEAD}\n\n{_side_by_side(LEFT, RIGHT, 23)}\n\n{FOOT}\n\f{_side_by_side(NEXT_LEFT, NEXT_RIGHT, 21)}\n"
NEWS_READ = "\n".join((HEAD, LEFT, RIGHT, FOOT, NEXT_LEFT, NEXT_RIGHT))
TABLE = """\
  服务项目        时间                 地点        收费
  磨剪刀修伞      每月第一个周六上午   凉亭        免费
  量血压          每周二、周四         一楼        免费
  旧衣改短        每周三下午           三号楼      二十元
  家电维修        每月最后一个周日     凉亭        只收配件
  法律咨询        每月十日             二楼        免费
  修钟表          每月二十日           二楼        免费
"""


def _read(text: str) -> list[str]:
    return [text[line.start : line.end] for line in in_reading_order(text, split_lines(text))]


def test_the_columns_of_a_page_are_read_one_after_the_other() -> None:
    assert [line.strip() for line in _read(NEWS)] == [line.strip() for line in NEWS_READ.split("\n")]


def test_a_line_is_indented_from_the_edge_of_its_own_column() -> None:
    indents = {line.strip()[:4]: len(line) - len(line.lstrip()) for line in _read(NEWS)}
    assert indents["每逢周六"] == indents["自下月起"] == 2
    assert indents["登塔时请"] == indents["票仍在西"] == 0


def test_pages_begin_where_they_did() -> None:
    lines = in_reading_order(NEWS, split_lines(NEWS))
    assert [NEWS[line.start : line.start + 3] for line in lines if line.page_break] == ["潮水表"]


def test_the_columns_of_a_table_stay_in_their_rows() -> None:
    assert [line.strip() for line in _read(TABLE)] == TABLE.split()


def test_every_visible_character_stands_in_one_line() -> None:
    lines = in_reading_order(NEWS, split_lines(NEWS))
    held = sorted(at for line in lines for at in range(line.start, line.end) if not NEWS[at].isspace())
    assert held == [at for at, sign in enumerate(NEWS) if not sign.isspace()]


@pytest.mark.parametrize("end", ["", "乙" * 1200, " " * 1200 + "乙", "乙    " * 40])
def test_a_very_long_row_is_kept_whole(end: str) -> None:
    text = NEWS + "甲" + end + "\n"
    lines = in_reading_order(text, split_lines(text))
    held = sorted(at for line in lines for at in range(line.start, line.end) if not text[at].isspace())
    assert held == [at for at, sign in enumerate(text) if not sign.isspace()]


HEADED_LEFT = """\
    渡船改到东岸

　　自下月起，早班渡船改从东
岸码头开出，每半小时一班，遇
大雾停航。船票仍在西岸的小屋
里卖，价钱不变。
　　带自行车的乘客请走左边的
跳板，不要在船头停留，免得挡
住别人的路。
　　潮水表照旧贴在码头的木牌
上，每月换一次，请不要撕毁。"""
HEADED_RIGHT = """\
    灯塔开放参观

　　每逢周六，灯塔向镇上的孩
子开放，登塔时请扶好栏杆，不
要在楼梯上追跑打闹，听从守塔
人的安排。
　　塔上能看到两岸的稻田和远
处的盐场，天气好时还能看见海
上的渔火。

"""
HEADED = f"{_side_by_side(HEADED_LEFT, HEADED_RIGHT, 18)}\n\n                       渡口周刊\n"


def test_columns_begin_with_the_headlines_in_the_middle_of_them_and_the_longer_one_ends_first() -> None:
    read = [line.strip() for line in _read(HEADED)]
    assert read[0] == "渡船改到东岸"
    assert read.index("上，每月换一次，请不要撕毁。") + 1 == read.index("灯塔开放参观")
    assert read[-2:] == ["上的渔火。", "渡口周刊"]


def test_wide_spaces_indent_a_row_and_reach_into_no_other() -> None:
    spans = sorted((line.start, line.end) for line in in_reading_order(HEADED, split_lines(HEADED)))
    assert all(above[1] <= below[0] for above, below in pairwise(spans))
    assert not any("\n" in line for line in _read(HEADED))


def test_columns_whose_lines_stand_at_different_heights_are_read_one_after_the_other() -> None:
    rows = zip(LEFT.split("\n"), RIGHT.split("\n"), strict=True)
    text = "\n".join(row for a, b in rows for row in (a, " " * 23 + b))
    assert [line.strip() for line in _read(text)] == [line.strip() for line in f"{LEFT}\n{RIGHT}".split("\n")]


def test_a_third_column_stands_as_far_from_the_second_as_that_from_the_first() -> None:
    third = "\n".join(("", "", *NEXT_LEFT.split("\n"), "", ""))
    text = _side_by_side(_side_by_side(LEFT, RIGHT, 23), third, 46)
    read = f"{LEFT}\n{RIGHT}\n{NEXT_LEFT}"
    assert [line.strip() for line in _read(text)] == [line.strip() for line in read.split("\n")]


def test_a_headline_across_the_columns_parts_them_though_it_ends_left_of_the_gutter() -> None:
    stories = "\n\n\n潮水的事\n\n".join((_side_by_side(LEFT, RIGHT, 23), _side_by_side(NEXT_LEFT, NEXT_RIGHT, 23)))
    read = f"{LEFT}\n{RIGHT}\n潮水的事\n{NEXT_LEFT}\n{NEXT_RIGHT}"
    assert [line.strip() for line in _read(stories)] == [line.strip() for line in read.split("\n")]


def test_a_note_in_latin_letters_below_the_columns_is_not_cut_at_its_spaces() -> None:
    note = "1 Timetables of the ferry. https://ferry.example.org/timetables"
    text = f"{_side_by_side(LEFT, RIGHT, 27)}\n\n\n{note}\n"
    assert _read(text)[-1] == note


def test_a_signature_at_the_right_end_belongs_to_its_column() -> None:
    signed = _side_by_side(f"{LEFT}\n晚班不变。", f"{RIGHT}\n{'':12}（沈渡）", 23)
    assert [line.strip() for line in _read(signed)][-2:] == ["场，天气好时还能看见海。", "（沈渡）"]


SHOP = """\
  小店营业时间如下：
早上九点到中午十二点。
下午两点到晚上六点。
  周一休息。
  电话请打到码头值班室转接，也可写
明信片寄到灯塔脚下的邮筒，邮差每
天下午取一次，遇到暴雨就顺延一日，
第二天清晨补送。
  付款方法：
现金或镇上的储值卡。
  新到货品有棉线、渔网、煤油灯罩和
孩子用的图画本，数量不多，先到先
得，售完之后要等下一班货船靠岸。"""
BESIDE = """\
  早潮退去以后，沙滩上留下许多贝
壳，孩子们提着篮子去拾，大人在旁
边看着，不让他们走到礁石那边去，
因为那里风浪很大。
  镇里的木匠答应做几张长凳，摆在
栈桥两边，让等船的老人可以坐下歇
脚。木料从后山砍来，已经晾了半年。
  长凳漆成蓝色。
  学校的音乐老师每个星期三带着合
唱队到栈桥上练习，路过的人常常停
下来听，掌声比礼堂里还要热闹。
  乐谱由图书馆借给。
  下月初有一场小小的音乐会。"""


def test_a_column_of_short_lines_is_one_where_its_sentences_are_broken_off_at_its_edge() -> None:
    text = _side_by_side(BESIDE, SHOP, 23)
    lines = [text[line.start : line.end].strip() for line in in_reading_order(text, split_lines(text))]
    assert lines == [line.strip() for line in (BESIDE + "\n" + SHOP).split("\n")]
