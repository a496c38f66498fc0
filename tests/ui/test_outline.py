"""The user says what is a heading and what is none; the contents follow, and it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu

from reader.periodical_file import profile_path
from reader.ui.features.contents.contents_model import ENTRY_ROLE
from reader.ui.features.outline.rules_dialog import RulesDialog
from tests.ui.keyboard import strike
from tests.ui.user import MILLISECONDS, User

NOTES = """# 河口简讯

## 桥面铺装完成

　　工人昨夜把最后一段桥面铺好，今早通车。桥下的水声整夜没有停过。

## 另外

　　渡轮仍旧每半小时一班，夜里停开，周末加开两班。

## 花市开张

　　花市今早开了门，来的人不少，摊位不够。

渡口修缮

　　渡口的石阶修好了，雨天也不滑。
"""


NEXT = """# 河口简讯

## 浮桥加宽

　　浮桥加宽了两尺，两个人可以并排走，早晚都不再排队。

## 另外

　　水位回落了三寸，石阶又露了出来，洗衣的人多了。
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return path


def titles(user: User) -> list[str]:
    """List the titles in the contents, those of the issue's parts alone."""
    opened = user.window.session.current()
    return [entry.title for entry in opened.outline.entries if entry.is_node] if opened else []


def wait_for_titles(user: User, wanted: list[str]) -> None:
    user.qtbot.waitUntil(lambda: titles(user) == wanted, timeout=MILLISECONDS)
    user.wait_for_page()


def choose(user: User, identity: str) -> None:
    """Choose a command by its name, as the menu and the palette do."""
    action = user.window.actions_by_id[identity]
    assert action.isEnabled()
    action.trigger()


def choose_in_contents(user: User, title: str, act: str) -> None:
    """Choose an entry of the menu of a row of the contents."""
    tree = user.tree()
    tree.customContextMenuRequested.emit(tree.visualRect(user.row(title)).center())
    menu = user.window.findChild(QMenu, "contentsMenu")
    assert menu is not None
    action = menu.findChild(QAction, act)
    assert action is not None, act
    action.trigger()
    menu.close()


def test_a_heading_becomes_text_by_key_and_a_heading_again_by_undo(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    before = titles(user)
    user.click_contents("另外")
    strike(user, "Ctrl+Alt+0")
    wait_for_titles(user, [title for title in before if title != "另外"])
    user.click_contents("桥面")
    assert "另外" in user.window.article.toPlainText()
    strike(user, "Ctrl+Z")
    wait_for_titles(user, before)
    strike(user, "Ctrl+Y")
    wait_for_titles(user, [title for title in before if title != "另外"])


def test_selected_words_become_an_article(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    user.click_contents("桥面")
    user.select("桥下的水声", "没有停过。")
    choose(user, "outline_article")
    user.qtbot.waitUntil(lambda: any("桥下的水声" in title for title in titles(user)), timeout=MILLISECONDS)


def test_the_menu_of_the_contents_says_what_a_row_is(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    choose_in_contents(user, "另外", "outline_section")
    user.qtbot.waitUntil(lambda: _kind(user, "另外") == "section", timeout=MILLISECONDS)
    choose_in_contents(user, "另外", "outline_subheading")
    user.qtbot.waitUntil(lambda: "另外" not in titles(user), timeout=MILLISECONDS)


def test_what_was_said_holds_when_the_file_is_opened_again(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    user.click_contents("另外")
    choose(user, "outline_text")
    user.qtbot.waitUntil(lambda: "另外" not in titles(user), timeout=MILLISECONDS)
    choose(user, "close_issue")
    user.open_bulletin(notes)
    user.qtbot.waitUntil(lambda: "另外" not in titles(user), timeout=MILLISECONDS)


def test_reading_stays_where_it_is_and_the_keyboard_too(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    user.click_contents("花市")
    user.tree().setFocus()
    user.window.contents.outline_wanted.emit("text", user.row("另外").data(ENTRY_ROLE).index)
    user.qtbot.waitUntil(lambda: "另外" not in titles(user), timeout=MILLISECONDS)
    entry = user.window.session.entry()
    assert entry is not None
    assert entry.title == "花市开张"
    assert user.tree().hasFocus()


def test_marks_keep_their_places(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    user.click_contents("花市")
    user.select("来的人", "不少")
    choose(user, "highlight")
    choose_in_contents(user, "另外", "outline_text")
    user.qtbot.waitUntil(lambda: "另外" not in titles(user), timeout=MILLISECONDS)
    user.qtbot.waitUntil(lambda: user.window.marks.shelved() is not None, timeout=MILLISECONDS)
    shelved = user.window.marks.shelved()
    assert shelved is not None
    assert [mark.locator.quote for mark, _ in shelved.placed.marks] == ["来的人不少"]


def test_a_paragraph_is_left_out_and_shown_again_from_the_list(user: User, notes: Path) -> None:
    user.open_bulletin(notes)
    user.click_contents("花市")
    user.select("花市今早", "摊位不够。")
    choose(user, "outline_leave_out")
    user.qtbot.waitUntil(lambda: _reasons(user).count("by-hand") == 1, timeout=MILLISECONDS)
    choose(user, "left_out")
    view = user.left_out()
    row = next(row for row in range(view.model().rowCount()) if "花市今早" in _left_out_text(user, row))
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(row, 0)).center())
    menu = user.window.findChild(QMenu, "leftOutMenu")
    assert menu is not None
    action = menu.findChild(QAction, "showAgain")
    assert action is not None
    action.trigger()
    menu.close()
    user.qtbot.waitUntil(lambda: "by-hand" not in _reasons(user), timeout=MILLISECONDS)


def test_the_title_of_the_issue_is_edited(user: User, notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user.open_bulletin(notes)
    answer = {"title": "河口周报", "number": "第3期", "date": "", "publisher": ""}
    monkeypatch.setattr("reader.ui.features.outline.facts_dialog.ask_facts", lambda _parent, _facts: answer)
    choose(user, "outline_facts")
    user.qtbot.waitUntil(lambda: user.window.windowTitle().startswith("河口周报 第3期"), timeout=MILLISECONDS)


def _kind(user: User, title: str) -> str:
    opened = user.window.session.current()
    entries = opened.outline.entries if opened else ()
    return next((entry.kind for entry in entries if entry.title == title), "")


def _reasons(user: User) -> list[str]:
    opened = user.window.session.current()
    return [dropped.reason for dropped in opened.issue.dropped] if opened else []


def _left_out_text(user: User, row: int) -> str:
    opened = user.window.session.current()
    assert opened is not None
    dropped = opened.issue.dropped[row]
    return opened.issue.source.text[dropped.start : dropped.end]


def test_the_next_issue_of_the_periodical_profits_until_the_rule_is_switched_off(
    user: User, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.open_bulletin(notes)
    user.click_contents("另外")
    choose(user, "outline_text")
    user.qtbot.waitUntil(lambda: "另外" not in titles(user), timeout=MILLISECONDS)
    choose(user, "outline_learn")
    profile = profile_path("河口简讯")
    user.qtbot.waitUntil(profile.exists, timeout=MILLISECONDS)
    following = notes.with_name("following.md")
    following.write_text(NEXT, encoding="utf-8")
    user.open_bulletin(following)
    assert titles(user) == ["浮桥加宽"]
    states: dict[int, bool] = dict.fromkeys(range(9), False)
    monkeypatch.setattr(RulesDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(RulesDialog, "states", lambda _dialog: states)
    choose(user, "outline_rules")
    wait_for_titles(user, ["浮桥加宽", "另外"])
