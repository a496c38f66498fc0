"""The list of marks: what it shows, how it is narrowed, and what is done from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from reader.app.paths import resource
from reader.ui.kit.theme import contrast, load_theme
from tests.ui.marker import WATERS, Marker, marker, press_button
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


THEME_FILES = sorted(path.stem for path in resource("themes").glob("*.json"))
FORESTS = """林业简报 2032年第1期

北坡造林
　　今年春天在北坡种下云杉四千株，成活率高于去年。

火险预报
　　入夏以后火险升高。
"""


@pytest.fixture
def waters(tmp_path: Path) -> Path:
    """Return the file of a short bulletin."""
    path = tmp_path / "water.txt"
    path.write_text(WATERS, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return the file of another bulletin."""
    path = tmp_path / "forest.txt"
    path.write_text(FORESTS, encoding="utf-8")
    return path


def prepared(user: User, waters: Path) -> Marker:
    """Return someone who left four marks in two articles."""
    person = marker(user.window, user)
    person.open_and_wait(waters)
    person.click_contents("北岭水库完成清淤")
    person.mark("共清出泥沙", "1")
    person.note("库容恢复", "check")
    person.read_text()
    person.select("工程队", "工程队")
    person.key("Ctrl+B")
    person.click_contents("南塘灌区开闸放水")
    person.mark("多用的部分", "3")
    return person


@pytest.fixture(params=["zh", "en"])
def reader(request: pytest.FixtureRequest, make_user: Callable[..., User], waters: Path) -> Marker:
    """Return someone who left marks, in either language."""
    return prepared(make_user(language=request.param), waters)


@pytest.fixture
def zh(make_user: Callable[..., User], waters: Path) -> Marker:
    """Return someone who left marks in a Chinese window."""
    return prepared(make_user(), waters)


def test_the_panel_lists_the_marks_of_the_article_or_of_the_issue(reader: Marker) -> None:
    panel = reader.show_marks()
    assert panel.objectName() == "marksPanel" and panel.isVisible()
    assert reader.listed_marks() == {"南塘灌区开闸放水": ["多用的部分"]}
    reader.choose_marks_scope(panel.scopes.tabText(1))
    assert reader.listed_marks() == {
        "北岭水库完成清淤": ["共清出泥沙", "库容恢复", "工程队下月转往南塘水库，继续同样的作业。"],
        "南塘灌区开闸放水": ["多用的部分"],
    }


def test_a_click_or_enter_shows_the_place_and_lights_it_up(zh: Marker) -> None:
    zh.show_marks()
    zh.choose_marks_scope("本期")
    zh.click_mark("库容恢复")
    assert zh.title() == "北岭水库完成清淤" and zh.flashed() == "库容恢复"
    zh.key("Alt+Left")
    assert zh.title() == "南塘灌区开闸放水"
    zh.show_marks()
    zh.key("Ctrl+5")
    zh.mark_list().setFocus()
    zh.key("Home")
    zh.key("Down")
    zh.key("Return")
    assert zh.flashed() == "共清出泥沙"
    zh.mark_list().setFocus()
    zh.key("Escape")
    assert zh.window.article.hasFocus()


def test_switches_and_words_narrow_the_list(zh: Marker) -> None:
    panel = zh.show_marks()
    zh.choose_marks_scope("本期")
    zh.click("kind_bookmark")
    zh.click("kind_note")
    assert zh.listed_words() == ["共清出泥沙", "多用的部分"]
    zh.click("show_blue")
    assert zh.listed_words() == ["共清出泥沙"]
    for name in ("kind_bookmark", "kind_note", "show_blue"):
        zh.click(name)
    panel.filter.setText("chec k")
    zh.qtbot.waitUntil(lambda: zh.listed_words() == ["库容恢复"])
    panel.filter.setText("没有的")
    zh.qtbot.waitUntil(lambda: zh.listed_marks() == {})
    assert "没有" in zh.text_of("marksState")


def test_the_newest_come_first_when_wanted(zh: Marker) -> None:
    zh.show_marks()
    zh.choose_marks_scope("本期")
    assert next(iter(zh.listed_marks())) == "北岭水库完成清淤"
    assert zh.panel().order.isChecked() is False
    zh.click("marksNewest")
    assert next(iter(zh.listed_marks())) == "南塘灌区开闸放水"


def test_marks_are_deleted_from_the_list_and_brought_back(zh: Marker) -> None:
    zh.show_marks()
    zh.choose_marks_scope("本期")
    zh.click_mark("共清出泥沙")
    zh.mark_list().setFocus()
    zh.key("Delete")
    assert "共清出泥沙" not in zh.listed_words()
    assert "Ctrl+Z" in zh.told()
    assert zh.mark_list().current_row() is not None
    zh.mark_list().selectAll()
    zh.key("Delete")
    assert zh.listed_marks() == {}
    zh.key("Ctrl+Z")
    zh.key("Ctrl+Z")
    assert len(zh.listed_words()) == 4


def test_marks_are_copied_with_their_notes(zh: Marker) -> None:
    zh.show_marks()
    zh.choose_marks_scope("本期")
    zh.mark_list().setFocus()
    zh.mark_list().selectAll()
    zh.key("Ctrl+C")
    assert QGuiApplication.clipboard().text().split("\n\n")[1] == "库容恢复\ncheck"


def test_note_and_name_are_written_from_the_list(zh: Marker) -> None:
    zh.show_marks()
    zh.click_mark("多用的部分")
    zh.mark_list().setFocus()
    zh.key("F2")
    zh.write("price")
    zh.key("Ctrl+Return")
    assert zh.notes() == ["check", "price"]
    zh.panel().tree.menu_wanted.emit(zh.window.mapToGlobal(zh.window.rect().center()))
    menu = zh.window.findChild(QMenu, "marksMenu")
    assert menu is not None
    names = [action.objectName() for action in menu.actions()]
    assert names == ["goAction", "editAction", "copyAction", "handOnAction", "deleteAction"]
    delete = menu.findChild(QAction, "deleteAction")
    assert delete is not None
    delete.trigger()
    menu.close()
    assert zh.listed_marks() == {}


def test_a_mark_in_an_issue_that_is_not_open_opens_it(zh: Marker, other: Path) -> None:
    zh.open_and_wait(other)
    zh.show_marks()
    zh.choose_marks_scope("全部")
    first = zh.window.session.issues()[0]
    zh.window.session.close(first)
    zh.wait_for_marks()
    assert [title for title in zh.listed_marks() if title.startswith("水利通讯")]
    zh.click_mark("库容恢复")
    zh.qtbot.waitUntil(lambda: zh.flashed() == "库容恢复", timeout=20_000)
    assert zh.title() == "北岭水库完成清淤"


def test_an_issue_that_has_moved_is_asked_for(
    zh: Marker, other: Path, waters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = waters.rename(waters.with_name("renamed.txt"))
    asked: list[str] = []

    def answer(_parent: object, title: str, *_more: object) -> tuple[str, str]:
        asked.append(title)
        return str(moved if len(asked) > 1 else other), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    zh.window.session.close(zh.window.session.issues()[0])
    zh.open_and_wait(other)
    zh.show_marks()
    zh.choose_marks_scope("全部")
    zh.click_mark("库容恢复")  # the wrong file is chosen first
    zh.qtbot.waitUntil(lambda: zh.widget("messageBar").isVisible())
    assert "forest.txt" in zh.text_of("messageText")
    zh.click_mark("库容恢复")
    zh.qtbot.waitUntil(lambda: zh.flashed() == "库容恢复", timeout=20_000)
    assert asked[0].startswith("“水利通讯”") and zh.window.session.current().path == moved


def test_panel_and_figures_share_the_column(zh: Marker) -> None:
    zh.wait_for_mentions()
    zh.key("Ctrl+5")
    assert zh.panel().isVisible() and not zh.window.panel.panel.isVisible()
    assert zh.window.actions_by_id["marks_panel"].isChecked()
    zh.key("Ctrl+1")
    assert not zh.panel().isVisible() and zh.window.panel.panel.isVisible()
    zh.key("Shift+F9")
    assert zh.panel().isVisible()
    zh.key("Shift+F9")
    assert zh.window.panel.panel.isVisible()
    zh.key("F9")
    assert not zh.widget("sidePanel").isVisible()
    zh.key("Shift+F9")
    assert zh.panel().isVisible()


def test_the_panel_is_back_in_the_next_session(make_user: Callable[..., User], waters: Path) -> None:
    person = marker((user := make_user(show_marks_panel=True, marks_scope="all")).window, user)
    person.open_and_wait(waters)
    assert person.panel().isVisible() and person.panel().scope() == "all"
    person.qtbot.waitUntil(lambda: person.window.panel.panel is not None)
    assert person.panel().isVisible() and not person.window.panel.panel.isVisible()
    assert "Ctrl+H" in person.text_of("marksState")


def test_an_empty_list_gives_the_keyboard_to_the_filter(make_user: Callable[..., User], waters: Path) -> None:
    person = marker((user := make_user()).window, user)
    person.open_and_wait(waters)
    person.show_marks()
    assert person.panel().filter.hasFocus()
    person.key("Escape")
    assert person.window.article.hasFocus()


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_switches_fit_in_the_panel(make_user: Callable[..., User], waters: Path, width: int, language: str) -> None:
    person = prepared(make_user(language=language), waters)
    panel = person.show_marks()
    person.window.resize(width, 700)
    QTest.qWait(30)
    assert person.widget("sidePanel").width() <= 360
    for name in ("kind_bookmark", "marksNewest"):
        button = person.widget(name)
        assert button.geometry().right() <= panel.width() and button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("theme", THEME_FILES)
def test_text_stands_out_from_every_marker(theme: str) -> None:
    tokens = load_theme(theme)
    for colour in ("yellow", "green", "blue", "pink", "purple"):
        assert contrast(tokens.text, getattr(tokens, f"marker_{colour}")) >= 7, colour
        assert contrast(getattr(tokens, f"ink_{colour}"), tokens.page) >= 3, colour


@pytest.mark.parametrize("theme", THEME_FILES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pictures_of_marks_panel_bar_and_note(
    make_user: Callable[..., User], waters: Path, pictures: Path, theme: str, language: str
) -> None:
    person = prepared(make_user(theme=theme, language=language), waters)
    person.click_contents("北岭水库完成清淤")
    panel = person.show_marks()
    person.choose_marks_scope(panel.scopes.tabText(1))
    person.click_text("清出泥沙")
    bar = person.window.grab()
    assert bar.save(str(pictures / f"highlightBar-{language}-{theme}.png"))
    person.read_text()
    person.key("Ctrl+Shift+H")
    assert person.window.grab().save(str(pictures / f"marksPanel-{language}-{theme}.png"))
    page, tokens = person.window.article.grab().toImage(), load_theme(theme)
    wanted = {QColor(tokens.marker_yellow).name()}
    seen = {page.pixelColor(x, y).name() for x in range(0, page.width(), 2) for y in range(0, page.height(), 2)}
    assert wanted <= seen


# What lost its place


def test_what_cannot_be_placed_waits_with_its_old_words(zh: Marker, waters: Path) -> None:
    changed = WATERS.replace("库容恢复到设计值的 97%。", "").replace("共清出泥沙", "合计清理淤泥")
    waters.write_text(changed, encoding="utf-8")
    zh.window.opening.reopen_with("utf-8")
    zh.qtbot.waitUntil(lambda: zh.window.session.current().issue.source.text == changed, timeout=20_000)
    zh.wait_for_page()
    zh.wait_for_marks()
    zh.show_marks()
    zh.choose_marks_scope("本期")
    rows = zh.listed_marks()
    assert "库容恢复" in rows["待认领"] and list(rows)[-1] == "待认领"
    assert "库容恢复" not in [words for _colour, words in zh.highlights()]
    zh.click_mark("库容恢复")
    assert zh.flashed() == "" and "没有位置" in zh.told()
    zh.click_contents("北岭水库完成清淤")
    zh.read_text()
    press_button(zh.panel(), "attachMark")
    assert "选中" in zh.told()
    zh.select("数据向下游", "数据向下游")
    press_button(zh.panel(), "attachMark")
    assert ("yellow", "数据向下游") in zh.highlights() or ("yellow", "数据向下游") in zh.painted()
    assert [m.note for m in zh.marks() if m.locator.quote == "数据向下游"] == ["check"]
    zh.key("Ctrl+Z")
    assert "库容恢复" in zh.listed_marks()["待认领"]
    zh.click_mark("库容恢复")
    zh.mark_list().setFocus()
    zh.key("Delete")
    assert "库容恢复" not in zh.listed_words()


def test_the_shift_key_selects_rows_without_jumping(zh: Marker) -> None:
    zh.show_marks()
    zh.choose_marks_scope("本期")
    tree = zh.mark_list()
    for words, held in (
        ("库容恢复", Qt.KeyboardModifier.ControlModifier),
        ("多用的", Qt.KeyboardModifier.ShiftModifier),
    ):
        place = tree.visualRect(zh.index_of(words)).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, held, place)
    assert zh.title() == "南塘灌区开闸放水" and len(tree.rows()) >= 2
