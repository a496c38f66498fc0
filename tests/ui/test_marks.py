"""Highlights, notes and bookmarks, as a reader makes them with keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest

from reader.model.marks import COLOURS
from reader.ui.article import article_view
from tests.ui.marker import WATERS, Marker, marker
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    """Return the file of a short bulletin."""
    path = tmp_path / "water.txt"
    path.write_text(WATERS, encoding="utf-8")
    return path


@pytest.fixture(params=["zh", "en"])
def reader(request: pytest.FixtureRequest, make_user: Callable[..., User], bulletin: Path) -> Marker:
    """Return someone who reads the second article of the bulletin."""
    return reading(make_user(language=request.param), bulletin)


@pytest.fixture
def zh(make_user: Callable[..., User], bulletin: Path) -> Marker:
    """Return someone who reads the second article in a Chinese window."""
    return reading(make_user(), bulletin)


def reading(user: User, bulletin: Path) -> Marker:
    person = marker(user.window, user)
    person.open_and_wait(bulletin)
    person.click_contents("北岭水库完成清淤")
    return person


# Highlights


def test_selected_words_are_highlighted_in_the_colour_used_last(reader: Marker) -> None:
    reader.mark("共清出泥沙")
    assert reader.painted() == [("yellow", "共清出泥沙")]
    reader.mark("库容恢复", "3")
    reader.mark("监测站")
    assert reader.highlights() == [("yellow", "共清出泥沙"), ("blue", "库容恢复"), ("blue", "监测站")]


@pytest.mark.parametrize(("key", "colour"), list(zip("12345", COLOURS, strict=True)))
def test_a_digit_after_the_key_chooses_the_colour(zh: Marker, key: str, colour: str) -> None:
    zh.mark("清淤工程历时九个月", key)
    assert zh.painted() == [(colour, "清淤工程历时九个月")]
    zh.key("Ctrl+Z")
    assert zh.painted() == [] and "已撤销：清淤工程" in zh.told()
    zh.key("Ctrl+Y")
    assert zh.painted() == [(colour, "清淤工程历时九个月")]


def test_only_the_key_right_after_ctrl_h_is_taken(zh: Marker) -> None:
    zh.mark("监测站")
    zh.key("Escape")
    zh.key("4")
    assert zh.highlights() == [("yellow", "监测站")]


def test_a_note_or_a_line_may_follow_the_digit(zh: Marker) -> None:
    zh.mark("共清出泥沙", "3")
    zh.key("U")
    assert [(mark.colour, mark.underline) for mark in zh.desk().shelf.all_marks()] == [("blue", True)]  # type: ignore[union-attr]
    zh.key("N")
    assert zh.title() == "北岭水库完成清淤"
    zh.write("later")
    zh.key("Ctrl+Return")
    assert [mark.note for mark in zh.desk().shelf.all_marks()] == ["later"]  # type: ignore[union-attr]


def test_a_highlight_runs_over_the_end_of_a_paragraph_and_over_wrapped_lines(zh: Marker) -> None:
    zh.mark("库容恢复", "2", end="回传一次水位")
    assert zh.painted() == [
        ("green", "库容恢复到设计值的 97%。|监测站每小时回传一次水位"),
    ]
    quote = zh.highlights()[0][1]
    assert quote.startswith("库容恢复") and quote.endswith("一次水位")


def test_what_is_only_drawn_is_not_copied(zh: Marker) -> None:
    before = zh.article_text()
    zh.note("共清出泥沙", "要核对")
    zh.mark("监测站", "5")
    zh.key("Ctrl+B")
    assert zh.article_text() == before
    zh.read_text()
    zh.select("清淤工程", "一次水位")
    zh.key("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("清淤工程历时九个月，共清出泥沙 46 万立方米。") and "要核对" not in text


def test_without_a_selection_the_key_says_what_to_do(zh: Marker) -> None:
    zh.read_text()
    zh.key("Ctrl+H")
    assert "选中" in zh.told() and zh.highlights() == []


def test_words_of_one_colour_that_meet_become_one(zh: Marker) -> None:
    zh.note("清淤工程历时", "第一")
    zh.note("共清出泥沙", "第二")
    zh.mark("历时九个月", end="共清出")
    assert zh.painted() == [("yellow", "清淤工程历时九个月，共清出泥沙")]
    assert [mark.note for mark in zh.marks()] == ["第一\n第二"]
    zh.key("Ctrl+Z")
    assert len(zh.painted()) == 2


def test_words_of_two_colours_overlap_and_the_shorter_lies_above(zh: Marker) -> None:
    zh.mark("清淤工程历时九个月", "1")
    zh.mark("历时", "2")
    assert zh.painted() == [("yellow", "清淤工程历时九个月"), ("green", "历时")]
    assert zh.desk().page.painted.stretches()[-1].mark.colour == "green"
    zh.mark("历时", "4")  # the same words again: another colour, not another highlight
    assert zh.painted() == [("yellow", "清淤工程历时九个月"), ("pink", "历时")]


def test_a_highlight_is_found_by_the_caret_and_recoloured_underlined_deleted_by_key(zh: Marker) -> None:
    zh.mark("共清出泥沙", "1")
    zh.click_text("清出泥沙")
    zh.key("Ctrl+H")
    zh.key("5")
    assert zh.highlights() == [("purple", "共清出泥沙")]
    zh.key("Ctrl+H")
    zh.key("U")
    assert [mark.underline for mark in zh.marks()] == [True]
    zh.key("Ctrl+H")
    zh.key("Delete")
    assert zh.highlights() == [] and "Ctrl+Z" in zh.told()
    zh.key("Ctrl+Z")
    assert zh.highlights() == [("purple", "共清出泥沙")]


def test_the_second_key_comes_before_any_shortcut_of_the_window(zh: Marker) -> None:
    fired: list[str] = []
    for key in ("3", "U"):
        QShortcut(QKeySequence(key), zh.window).activated.connect(lambda key=key: fired.append(key))
    control, system = Qt.KeyboardModifier.ControlModifier, zh.window.windowHandle()
    zh.read_text()
    zh.select("共清出泥沙", "共清出泥沙")
    QTest.keyClick(system, Qt.Key.Key_H, control)  # by way of the system, which asks for shortcuts first
    QTest.keyClick(system, Qt.Key.Key_3)
    assert zh.highlights() == [("blue", "共清出泥沙")] and fired == []
    QTest.keyClick(system, Qt.Key.Key_3)
    assert fired == ["3"]
    zh.click_text("清出泥沙")
    QTest.keyClick(system, Qt.Key.Key_H, control)
    QTest.keyClick(system, Qt.Key.Key_5, control)  # Ctrl is still held
    assert zh.highlights() == [("purple", "共清出泥沙")]
    assert zh.window.marks.panel is None


def test_marks_of_one_article_are_never_drawn_on_the_next(
    zh: Marker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_view, "FIRST_STEP", 0)  # the article is not whole at once
    monkeypatch.setattr(article_view, "NEXT_STEP", 0)
    zh.mark("共清出泥沙")
    zh.window.session.step_article(1)
    assert not zh.window.article.is_complete()
    assert zh.painted() == []
    zh.window.session.step_article(-1)
    zh.wait_for_page()
    assert zh.painted() == [("yellow", "共清出泥沙")]


# The small bar


def test_the_bar_appears_beside_what_the_mouse_selected(reader: Marker) -> None:
    reader.drag("清淤工程", "九个月")
    assert reader.bar().isVisible() and reader.bar().objectName() == "highlightBar"
    assert not reader.bar_button("deleteMark").isVisible()
    QTest.mouseClick(reader.bar_button("colour_pink"), Qt.MouseButton.LeftButton)
    assert reader.painted() == [("pink", "清淤工程历时九个月")]
    assert not reader.bar().isVisible()


def test_the_bar_of_a_highlight_changes_and_deletes_it(zh: Marker) -> None:
    zh.mark("共清出泥沙", "1")
    zh.click_text("清出泥沙")
    assert zh.bar().isVisible() and zh.bar_button("colour_yellow").isChecked()
    QTest.mouseClick(zh.bar_button("colour_blue"), Qt.MouseButton.LeftButton)
    assert zh.highlights() == [("blue", "共清出泥沙")]
    zh.click_text("清出泥沙")
    QTest.mouseClick(zh.bar_button("underlineMark"), Qt.MouseButton.LeftButton)
    assert [mark.underline for mark in zh.marks()] == [True]
    zh.click_text("清出泥沙")
    QTest.mouseClick(zh.bar_button("copyMark"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "共清出泥沙"
    zh.click_text("清出泥沙")
    QTest.mouseClick(zh.bar_button("deleteMark"), Qt.MouseButton.LeftButton)
    assert zh.painted() == []


def test_the_bar_of_a_highlight_copies_what_is_read(user: User, tmp_path: Path) -> None:
    path = tmp_path / "spring.md"
    path.write_text("# 泉水\n\n　　泉水[^1]含菌不足10<sup>3</sup>个。\n\n[^1]: 见旧志。\n", encoding="utf-8")
    reader = marker(user.window, user)
    reader.open_and_wait(path)
    reader.select("含菌", "个")
    reader.key("Ctrl+H")
    reader.click_text("含菌")
    QTest.mouseClick(reader.bar_button("copyMark"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "含菌不足10³个"


def test_a_selection_by_keys_is_offered_the_bar_when_it_rests(zh: Marker) -> None:
    zh.read_text()
    zh.select("监测站", "监测站")
    zh.qtbot.waitUntil(zh.bar().isVisible)
    QTest.mouseClick(zh.bar_button("copyMark"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "监测站"


def test_the_bar_stays_inside_the_page(zh: Marker) -> None:
    zh.window.resize(1024, 700)
    for words in ("北岭", "同样的作业"):
        zh.drag(words, words)
        assert zh.window.article.rect().contains(zh.bar().geometry())


def test_escape_puts_the_bar_away_and_leaves_the_selection(zh: Marker) -> None:
    zh.drag("清淤工程", "九个月")
    zh.read_text()
    zh.key("Escape")
    assert not zh.bar().isVisible() and zh.window.article.textCursor().selectedText() == "清淤工程历时九个月"


def test_all_of_an_article_can_be_highlighted(zh: Marker) -> None:
    zh.read_text()
    zh.key("Ctrl+A")
    zh.key("Ctrl+H")
    words = "".join(words for _colour, words in zh.painted())
    assert words.startswith("北岭水库完成清淤") and words.endswith("同样的作业。")
    assert "分钟" not in words  # the line below the title is the program's own


def test_a_digit_typed_elsewhere_is_not_taken(zh: Marker) -> None:
    zh.mark("监测站")
    field = zh.widget("contentsFilter")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "2")
    assert zh.window.contents.filter.text() == "2" and zh.highlights() == [("yellow", "监测站")]


# Notes


def test_a_note_is_written_edited_and_shown_at_the_margin(reader: Marker) -> None:
    reader.note("库容恢复", "check the survey")
    assert [mark.note for mark in reader.marks()] == ["check the survey"]
    assert [mark.note for mark, _rect in reader.margin().signs()] == ["check the survey"]
    assert reader.margin().isVisible()
    reader.click_text("容恢复")
    QTest.mouseClick(reader.bar_button("noteMark"), Qt.MouseButton.LeftButton)
    assert reader.leaf().toPlainText() == "check the survey"
    reader.write(" again")
    reader.key("Ctrl+Return")
    assert [mark.note for mark in reader.marks()] == ["check the survey again"]
    reader.key("Ctrl+Z")
    assert [mark.note for mark in reader.marks()] == ["check the survey"]


def test_escape_leaves_what_was_written_safe(zh: Marker) -> None:
    zh.read_text()
    zh.select("监测站", "监测站")
    zh.key("Ctrl+Shift+H")
    zh.write("unfinished")
    zh.key("Escape")
    assert not zh.leaf_is_open() and zh.window.article.hasFocus()
    zh.click_contents("南塘灌区")
    zh.click_contents("北岭水库")
    zh.click_text("监测站")
    QTest.mouseClick(zh.bar_button("noteMark"), Qt.MouseButton.LeftButton)
    assert zh.leaf().toPlainText() == "unfinished" and "尚未保存" in zh.text_of("noteTitle")
    zh.key("Ctrl+Return")
    assert [mark.note for mark in zh.marks()] == ["unfinished"]


def test_a_click_on_the_sign_in_the_margin_opens_the_note(zh: Marker) -> None:
    zh.note("库容恢复", "abc")
    _mark, rect = zh.margin().signs()[0]
    QTest.mouseClick(zh.margin(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert zh.leaf().toPlainText() == "abc"


def test_ctrl_z_while_writing_takes_back_letters_not_marks(zh: Marker) -> None:
    zh.read_text()
    zh.select("监测站", "监测站")
    zh.key("Ctrl+Shift+H")
    zh.write("abc")
    zh.key("Ctrl+Z")
    assert zh.highlights() == [("yellow", "监测站")] and zh.leaf().toPlainText() != "abc"


# Bookmarks


def test_a_paragraph_and_an_article_are_bookmarked_and_starred(reader: Marker) -> None:
    reader.read_text()
    reader.select("监测站", "监测站")
    reader.key("Ctrl+B")
    assert reader.bookmarks() == ["监测站每小时回传一次水位，数据向下游县市公开。"[:24]]
    assert reader.starred() == ["北岭水库完成清淤"]
    reader.click_contents("南塘灌区开闸放水")
    reader.key("Ctrl+Shift+B")
    assert reader.bookmarks()[1] == "南塘灌区开闸放水"
    assert reader.starred() == ["北岭水库完成清淤", "南塘灌区开闸放水"]
    reader.key("Ctrl+Shift+B")
    assert len(reader.bookmarks()) == 1 and reader.starred() == ["北岭水库完成清淤"]


def test_a_bookmark_is_named_by_what_is_read_not_by_its_markup(user: User, tmp_path: Path) -> None:
    path = tmp_path / "spring.md"
    path.write_text("# 泉水\n\n　　泉水[^1]来自**南坡**的石缝。\n\n[^1]: 见旧志。\n", encoding="utf-8")
    reader = marker(user.window, user)
    reader.open_and_wait(path)
    reader.select("来自", "石缝")
    reader.key("Ctrl+B")
    assert reader.bookmarks() == ["泉水来自南坡的石缝。"]


def test_bookmarks_are_stepped_through_around_the_end(zh: Marker) -> None:
    zh.read_text()
    zh.select("监测站", "监测站")
    zh.key("Ctrl+B")
    zh.click_contents("南塘灌区开闸放水")
    zh.key("Ctrl+Shift+B")
    zh.key("Ctrl+BracketRight")
    assert zh.title() == "北岭水库完成清淤" and zh.flashed().startswith("监测站")
    zh.key("Ctrl+BracketRight")
    assert zh.title() == "南塘灌区开闸放水"
    zh.key("Ctrl+BracketLeft")
    assert zh.title() == "北岭水库完成清淤"


def test_a_bookmark_gets_another_name_from_its_sign(zh: Marker) -> None:
    zh.read_text()
    zh.select("监测站", "监测站")
    zh.key("Ctrl+B")
    _mark, rect = zh.margin().signs()[0]
    QTest.mouseClick(zh.margin(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    zh.write("water level")
    zh.key("Return")
    assert zh.bookmarks() == ["water level"]


def test_without_bookmarks_the_key_says_so(zh: Marker) -> None:
    zh.read_text()
    zh.key("Ctrl+BracketRight")
    assert "Ctrl+B" in zh.told()
