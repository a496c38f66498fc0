"""Titles are shown on one line, and their pieces are what stands in the source."""

from __future__ import annotations

import pytest

from reader.compose.titles import closed_up
from reader.model.document import Run

TITLES = (  # as they are printed, and as they are shown
    ("光伏　　装机　创新高", "光伏 装机　创新高"),
    ("亿　　", "亿 "),
    ("Solar  power", "Solar power"),
    ("通　　知", "通知"),
    ("检修通知", "检修通知"),
)


@pytest.mark.parametrize(("printed", "shown"), TITLES)
def test_spaces_are_folded_and_what_is_left_is_verbatim(printed: str, shown: str) -> None:
    source = f"第一行\n{printed}"
    runs = closed_up([Run(printed, 4, ("strong",))])
    assert "".join(run.text for run in runs) == shown
    assert all(source.startswith(run.text, run.start) for run in runs if run.start >= 0)
    assert all(run.text == " " and run.styles == ("strong",) for run in runs if run.start < 0)


def test_a_joiner_stays_one() -> None:
    assert [run.start for run in closed_up([Run("检修报告", 7), Run("  "), Run("公告", 9)])] == [7, -1, 9]
