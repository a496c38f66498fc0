"""The panel quotes what the article shows, not the raw lines of the file."""

from __future__ import annotations

from pathlib import Path

from reader.export.shown_texts import ShownTexts
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from tests.ui.user import User

RAW = """# 观测月报

## 冷湖观测站扩建

　　冷湖观测站每秒计数达到 10<sup>15</sup> 次，CO<sub>2</sub> 捕集量为 36
万吨，报名截止日期为2031年5
月8日，逾期不再受理。
"""


def test_a_place_of_the_source_is_found_in_what_is_shown() -> None:
    source = "流量达\n10<sup>15</sup>次。\n— 7 —\n另起一段"
    at = source.index
    text = Text((Run("流量达", 0), Run("10", at("10")), Run("15", at("15"), ("sup",)), Run("次。", at("次"))))
    block = Block("paragraph", text, (Span(0, at("\n— 7")),))
    node = Node("a1", "article", 1, Text(), (), blocks=(block,))
    issue = Issue(Source("a.txt", "", "text", "utf-8", source), Masthead(), (), (), (node,), ())
    texts = ShownTexts(issue)
    assert texts.passage(at("10"), at("</sup>")) == ("流量达10¹⁵次。", 3, 7)
    assert texts.passage(at("7"), at("7") + 1) is None and ShownTexts().passage(0, 3) is None


def test_the_panel_shows_raised_digits_and_whole_sentences(user: User, tmp_path: Path) -> None:
    path = tmp_path / "station.md"
    path.write_text(RAW, encoding="utf-8")
    user.open_bulletin(path)
    user.press("F9")
    user.wait_for_mentions()
    user.press("Ctrl+1")
    rows = [text for texts in user.listed().values() for text in texts]
    assert any("10¹⁵" in row for row in rows) and any("CO₂" in row for row in rows), rows
    user.press("Ctrl+4")
    rows = [text for texts in user.listed().values() for text in texts]
    assert any("报名截止日期为2031年5月8日" in row for row in rows), rows
