"""A line of any length is read; a very long one is text."""

from __future__ import annotations

from pathlib import Path

from reader.compose.inline import STRETCH
from reader.pipeline import open_issue


def test_a_line_longer_than_any_title_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    path = tmp_path / "one-line.md"
    path.write_text("# " + "河口的湿地每年扩大三公顷，水鸟也多了起来" * 20 + "\n", encoding="utf-8")
    (article,) = open_issue(path).walk()
    assert len(article.title.plain) < 60
    assert any("水鸟也多了起来" in block.text.plain for block in article.blocks)


def test_markup_is_found_wherever_it_stands_in_a_line_of_half_a_million_characters(tmp_path: Path) -> None:
    path = tmp_path / "one-line.txt"
    words, address = "河口的湿地每年扩大三公顷，水鸟也多了起来。", "https://example.org/birds"
    for before in range(STRETCH - 8, STRETCH + 2):
        line = (words * (STRETCH // len(words) + 1))[:before]
        path.write_text(line + address + words * 20_000, encoding="utf-8")
        (article,) = open_issue(path).walk()
        links = [run for block in article.blocks for run in block.text.runs if run.url]
        assert [(link.text, link.start) for link in links] == [(address, before)]
