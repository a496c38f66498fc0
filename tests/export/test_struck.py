"""What is struck out is struck in every file that is handed on, and is struck again when our own file is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.commands.export import run
from reader.find import Wish
from reader.pipeline import open_issue
from tests.find.issues import hits_in

PAGE = (
    "<html><body><h1>征稿通知</h1><p>全市科技工作会议昨日召开，部署了今年的任务。报名截止<del>2031年9月30日</del>"
    "<ins>2031年10月31日</ins>，<u>不得延期</u>，<mark>逾期不候</mark>。</p></body></html>"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def _styled(path: Path) -> dict[str, str]:
    runs = (run for node in open_issue(path).walk() for block in node.blocks for run in block.text.runs)
    return {run.text: style for run in runs for style in run.styles}


@pytest.mark.parametrize("suffix", [".html", ".md", ".docx", ".epub"])
def test_struck_and_underlined_words_are_so_when_they_are_read_back(suffix: str, page: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out{suffix}"
    assert run([str(page), "--to", str(out)]) == 0
    styled = _styled(out)
    assert styled["2031年9月30日"] == "strike"
    assert styled["2031年10月31日"] in ("ins", "underline") and styled["不得延期"] == "underline"
    assert styled["逾期不候"] == "mark"


def test_struck_words_are_told_in_plain_text(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    assert run([str(page), "--to", str(out)]) == 0
    assert "报名截止~~2031年9月30日~~2031年10月31日" in out.read_text("utf-8")


def test_a_pdf_of_struck_words_is_made(page: Path, tmp_path: Path) -> None:
    assert run([str(page), "--to", str(tmp_path / "out.pdf")]) == 0


def test_a_hit_in_struck_words_says_so(page: Path) -> None:
    hits = hits_in(open_issue(page), Wish("2031年"))
    assert [hit.is_struck for hit in hits] == [True, False]
    assert [hit.is_struck for hit in hits_in(open_issue(page), Wish("截止"))] == [False]
