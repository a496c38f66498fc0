"""A first row is the head of a table where the file says so, or where it is not like the rows below."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.compose.heads import head_rows
from reader.pipeline import open_issue


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("姓名 数量/张三 12/李四 15", 1),
        ("张三 12/李四 15/王五 16", 0),
        ("1 张三/2 李四/3 王五", 0),
        ("指标 2021年 2022年/产量 12 15/面积 30 31", 1),
        ("指标 2021 2022/产量 12 15/面积 30 31", 1),
        ("月份 1月 2月/产量 12 15/面积 30 31", 1),
        ("棋手 1 2 3/张三 0 1 1/李四 1 0 1", 1),
        ("甲站 12.5% 30万元/乙站 13% 28万元/丙站 9.1% 7万元", 0),
        ("站名 水位 流量/甲站 12.5 30/乙站 13 —", 1),
        ("组别 组长/一组 张三/二组 李四", 1),
        ("张三 12", 0),
    ],
)
def test_a_row_of_numbers_above_numbers_is_no_head(rows: str, heads: int) -> None:
    assert head_rows([row.split() for row in rows.split("/")], 0) == heads


def test_what_the_file_tells_holds() -> None:
    assert head_rows([["1", "2"], ["3", "4"], ["5", "6"]], 2) == 2
    assert head_rows([["1", "2"], ["3", "4"]], 2) == 1


def test_a_table_of_markdown_has_the_head_that_its_signs_set_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 水位\n\n|甲站|12|\n|---|---|\n|乙站|15|\n|丙站|16|\n", encoding="utf-8")
    assert [block.header_rows for node in open_issue(path).walk() for block in node.blocks if block.rows] == [1]
