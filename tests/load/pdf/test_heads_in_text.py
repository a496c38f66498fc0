"""A line that ends paragraphs on page after page is text, wherever it comes back."""

from __future__ import annotations

from pathlib import Path

from reader.pipeline import open_issue
from tests.ui.printed import issue

LAST = "允许的范围里。"


def test_a_short_last_line_that_comes_back_is_no_running_head(tmp_path: Path) -> None:
    understood = open_issue(issue(tmp_path))
    assert {dropped.reason for dropped in understood.dropped} == {"page-number"}
    shown = "".join(block.text.plain for node in understood.walk() for block in node.blocks)
    assert shown.count(LAST) == "".join(understood.source.text.split()).count(LAST) >= 3
