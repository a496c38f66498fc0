"""What is on the clipboard after a person copied from the article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from reader import pipeline
from reader.model.document import Byline, Issue, Run, Text
from reader.model.mentions import Mentions
from reader.ui.article.document_builder import GAP, LONGEST_BLOCK, WORD_JOINER
from tests.ui.bulletins import SOURCE, ocean, span
from tests.ui.understanding import understand_by
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")
LONG = "潮水涨落。" * LONGEST_BLOCK


def signed() -> Issue:
    """Return the ocean issue, its first article signed and with a paragraph that is set in several pieces."""
    issue = ocean()
    (section,) = issue.nodes
    storm, fish = section.children
    byline = Byline("海洋观察", ("林 岸", "陶月"), "author", (span(SOURCE, "海洋观察"),))
    formula = (
        Run("每秒10"), Run("15", -1, ("sup",)), Run("次，H"), Run("2", -1, ("sub",)), Run("O，x"),
        Run("甲", -1, ("sup",)), Run("，"), Run("旧数", -1, ("strike",)),
    )  # fmt: skip
    fish_blocks = (
        *fish.blocks,
        replace(fish.blocks[0], text=Text((Run(LONG),))),
        replace(fish.blocks[0], text=Text(formula)),
    )
    children = (replace(storm, byline=byline), replace(fish, blocks=fish_blocks))
    return replace(issue, nodes=(replace(section, children=children),))


@pytest.fixture
def reader(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    path = tmp_path / "ocean.txt"
    path.write_text(SOURCE, encoding="utf-8")
    understand_by(monkeypatch, lambda _path, _progress=None, _encoding=None: signed())
    monkeypatch.setattr(pipeline, "extract_mentions", lambda _issue, _progress=None: Mentions())
    user.open_bulletin(path)
    return user


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_one_key_copies_the_words_and_where_they_are_from(reader: User) -> None:
    reader.select("新模型", "三天")
    reader.press("Ctrl+Shift+C")
    assert copied() == "新模型把预报提前到𠮷时的三天\n——《海洋观察》2031年第2期，《风暴潮预报更进一步》，第3页"


def test_the_reference_is_as_gbt_7714_asks(reader: User) -> None:
    reader.select("新模型", "三天")
    reader.window.actions_by_id["copy_reference"].trigger()
    assert copied().endswith("\n林岸, 陶月. 风暴潮预报更进一步[J]. 海洋观察, 2031(2): 3.")


def test_a_quotation_in_markdown(reader: User) -> None:
    reader.select("新模型", "三天")
    reader.window.actions_by_id["copy_markdown"].trigger()
    assert copied().startswith("> 新模型把预报提前到𠮷时的三天\n>\n> ——《海洋观察》2031年第2期")


def test_nothing_selected_is_told_and_leaves_the_clipboard_alone(reader: User) -> None:
    QGuiApplication.clipboard().setText("旧")
    reader.press("Ctrl+Shift+C")
    assert copied() == "旧" and "选择" in reader.text_of("statusMessage")


def test_nothing_that_is_only_drawn_is_copied(reader: User) -> None:
    reader.press("Ctrl+A", reader.window.article)
    reader.press("Ctrl+C")
    text = copied()
    assert text.startswith("风暴潮预报更进一步\n")
    for drawn in ("约 1 分钟", "第 3 页", "\u2002?", "注释", GAP, WORD_JOINER, "\u2028"):
        assert drawn not in text, drawn
    assert "浮标😀每小时传回数据，水温 21 ℃，见 https://example.org/a\n第一项\n第二项\n" in text
    assert "海区\t水温\n东海\t21 ℃\n" in text and "\n\n" not in text


def test_a_paragraph_is_copied_in_one_piece_however_it_is_set(reader: User) -> None:
    reader.click_contents("鱼群北迁")
    reader.press("Ctrl+A", reader.window.article)
    reader.press("Ctrl+C")
    assert LONG in copied()


def test_footnote_marks_stand_in_brackets(reader: User) -> None:
    reader.select("新模型", "很短")
    reader.press("Ctrl+C")
    assert copied() == "新模型把预报提前到𠮷时的三天[1]。本段很短"


def test_a_footnote_has_the_number_of_its_mark(user: User, tmp_path: Path) -> None:
    path = tmp_path / "spring.md"
    path.write_text("# 泉水\n\n　　泉水[^1]来自南坡。\n\n[^1]: 见旧志。\n", encoding="utf-8")
    user.open_bulletin(path)
    user.press("Ctrl+A", user.window.article)
    user.press("Ctrl+C")
    assert copied().endswith("泉水[1]来自南坡。\n[1] 见旧志。")
    assert "<p>[1] 见旧志。</p>" in QGuiApplication.clipboard().mimeData().html()


def test_raised_and_lowered_characters_are_told_by_themselves(reader: User) -> None:
    reader.click_contents("鱼群北迁")
    reader.press("Ctrl+A", reader.window.article)
    reader.press("Ctrl+C")
    assert "每秒10¹⁵次，H₂O，x^{甲}" in copied()


def test_a_word_processor_gets_headings_tables_and_styles(reader: User) -> None:
    reader.press("Ctrl+A", reader.window.article)
    reader.press("Ctrl+C")
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<h1>风暴潮预报更进一步</h1>" in html and "<h2>（1）观测</h2>" in html
    assert "<sup>[1]</sup>" in html and '<a href="https://example.org/a">' in html
    assert "<ul><li>第一项</li><li>第二项</li></ul>" in html
    assert "<tr><th>海区</th><th>水温</th></tr><tr><td>东海</td><td>21 ℃</td></tr>" in html
    for drawn in ("约 1 分钟", GAP, WORD_JOINER, "note:"):
        assert drawn not in html, drawn
    reader.click_contents("鱼群北迁")
    reader.press("Ctrl+A", reader.window.article)
    reader.press("Ctrl+C")
    html = QGuiApplication.clipboard().mimeData().html()
    assert "10<sup>15</sup>" in html and "H<sub>2</sub>O" in html and "<s>旧数</s>" in html
