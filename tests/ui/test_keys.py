"""What a person does with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reader.app.paths import resource, sample_issues
from reader.ui.article.fixed_keys import FIXED_KEYS
from reader.ui.article.reading_keys import ReadingKeys
from reader.ui.commands.table import COMMANDS, MENUS, SUBMENUS
from reader.ui.features.keys.key_map import DEFAULTS, holder_of, key_map
from reader.ui.features.keys.key_rows import KeyGroup, KeyRow, columns_of
from reader.ui.features.keys.key_sheet import KeySheet
from reader.ui.features.keys.names import named_commands
from reader.ui.features.keys.palette import Palette
from reader.ui.kit.command_texts import access_key
from reader.ui.session.settings import load_settings, save_settings, settings_file
from tests.ui.keyboard import focused, strike, write, write_cable
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def cable_file(tmp_path: Path) -> Path:
    """Return a file of three articles, the first some pages long."""
    return write_cable(tmp_path)


def palette(user: User) -> Palette:
    """Return the palette, which is open."""
    view = user.window.keys.palette
    assert view is not None and view.card.isVisible() and view.card.objectName() == "commandPalette"
    return view


def found(user: User, text: str) -> list[str]:
    """Open the palette, type a text, and return the rows when all have been looked through."""
    strike(user, "Ctrl+K")
    write(text)
    user.qtbot.waitUntil(lambda: user.window.session.jobs.running() == (), timeout=20_000)
    return [choice.text for choice in palette(user).choices()]


def sheet(user: User) -> KeySheet:
    """Return the sheet of keys, which is open."""
    view = user.window.keys.sheet
    assert view is not None and view.card.isVisible() and view.card.objectName() == "keySheet"
    return view


# The tables


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_entries_of_a_menu_have_the_same_letter_and_each_has_one(
    make_user: Callable[..., User], language: str
) -> None:
    window = make_user(language=language).window
    entries = {"bar": [action.text() for action in window.menuBar().actions()]}
    for identity, _title, listed in MENUS + SUBMENUS:
        if listed:
            menu = window.findChild(QWidget, f"{identity}Menu")
            assert menu is not None
            entries[identity] = [action.text() for action in menu.actions() if not action.isSeparator()]
    entries["encoding"] = [action.text() for action in window.findChild(QWidget, "encodingMenu").actions()]  # type: ignore[union-attr]
    for menu_id, texts in entries.items():
        letters = [access_key(text) for text in texts]
        assert all(letters), (menu_id, texts)
        assert [pair for pair in combinations(sorted(letters), 2) if pair[0] == pair[1]] == [], (menu_id, texts)


def test_no_two_commands_share_a_key_or_one_that_begins_another() -> None:
    keys = key_map({})
    assert {(c, key): other for c, held in keys.items() for key in held if (other := holder_of(key, keys, c))} == {}


def test_no_command_has_a_key_that_the_article_reads() -> None:
    fixed = {key for row in FIXED_KEYS if row.act for key in row.keys}
    assert {command: held for command, held in DEFAULTS.items() if set(held) & fixed} == {}


def test_each_key_of_the_article_has_an_act() -> None:
    assert all(callable(getattr(ReadingKeys, row.act)) for row in FIXED_KEYS if row.act)
    assert all(QKeySequence(key).toString() == key for row in FIXED_KEYS for key in row.keys)


def test_each_command_has_a_text_in_both_languages_and_appears_in_the_palette(make_user: Callable[..., User]) -> None:
    own_names = {"language_zh", "language_en"}
    for language in ("zh", "en"):
        user = make_user(language=language)
        strike(user, "Ctrl+K")
        assert {choice.command for choice in palette(user).choices()} == {command.id for command in COMMANDS}
        for named in named_commands(language):
            chinese, english = (named.text, named.other) if language == "zh" else (named.other, named.text)
            assert named.id in own_names or any("\u4e00" <= sign <= "\u9fff" for sign in chinese), named
            assert named.id in own_names or english.isascii(), named
        strike(user, "Esc")
        user.window.close()


def test_the_compiled_chinese_names_are_found_from_an_english_window(qapp: QApplication) -> None:
    catalogue = QTranslator()
    assert catalogue.load(str(resource("translations/bulletin_zh.qm")))
    assert {command.id for command in COMMANDS if not catalogue.translate("Command", command.text)} == {
        "language_zh",
        "language_en",
    }


# The palette


@pytest.mark.parametrize("typed", ["筛选", "shaixuan", "sxml", "filter", "> filter", "》筛选"])
def test_a_command_is_found_by_chinese_pinyin_initials_and_english(user: User, cable_file: Path, typed: str) -> None:
    user.open_bulletin(cable_file)
    rows = found(user, typed)
    assert rows[0] == "筛选目录"
    strike(user, "Return")
    assert focused() == "contentsFilter"


def palette_is_open(user: User) -> bool:
    """Tell whether the palette covers the window."""
    view = user.window.keys.palette
    return view is not None and view.isVisible()


def test_the_english_palette_understands_chinese(make_user: Callable[..., User], cable_file: Path) -> None:
    user = make_user(language="en")
    user.open_bulletin(cable_file)
    assert found(user, "全屏")[0] == "Full Screen"
    strike(user, "Esc")
    assert found(user, "qp")[0] == "Full Screen"
    strike(user, "Esc")


def test_enter_gives_the_command_and_escape_gives_the_keyboard_back(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    assert focused() == "articleView"
    found(user, "放大")
    strike(user, "Esc")
    assert (focused(), user.window.settings.text_size) == ("articleView", 17)
    found(user, "放大")
    strike(user, "Return")
    assert (focused(), user.window.settings.text_size) == ("articleView", 18)
    strike(user, "Ctrl+K", "Ctrl+K")
    assert not palette_is_open(user)


def test_each_command_shows_its_key_and_whether_it_is_on(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Ctrl+K")
    rows = {choice.command: choice for choice in palette(user).choices()}
    assert (rows["original"].note, rows["original"].checked) == ("Ctrl+U", False)
    assert (rows["contents"].note, rows["contents"].checked) == ("Ctrl+T", True)
    assert rows["next"].note == "Alt+↓"
    assert rows["theme_light"].text == "主题：浅色" and rows["theme_light"].checked
    strike(user, "Esc")


def test_what_was_given_lately_comes_first_and_is_remembered(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    for words in ("缩小", "放大"):
        found(user, words)
        strike(user, "Return")
    assert found(user, "")[:2] == ["放大文字", "缩小文字"]
    strike(user, "Esc")
    store = settings_file()
    save_settings(user.window.settings, store)
    assert load_settings(store).recent_commands == ("larger", "smaller")


def test_a_command_that_cannot_be_given_is_listed_and_does_nothing(user: User) -> None:
    rows = found(user, "下一篇")
    assert rows == ["下一篇"] and not palette(user).choices()[0].enabled
    strike(user, "Return")
    assert palette_is_open(user)
    strike(user, "Esc")


def test_articles_of_all_open_issues_are_found_by_title(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file, sample_issues()[0])
    rows = found(user, "jidizhan")
    assert rows == ["极地站收到第一批信"]
    strike(user, "Return")
    assert (user.title(), focused()) == ("极地站收到第一批信", "articleView")
    user.press("Ctrl+Tab")
    assert "港口换了新灯塔" in found(user, "灯塔")
    strike(user, "Return")
    assert user.title() == "港口换了新灯塔"
    assert found(user, ">灯塔") == []
    strike(user, "Esc")


def test_enter_that_comes_before_the_articles_waits_for_them(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Ctrl+K")
    write("极地站")
    strike(user, "Return")
    user.qtbot.waitUntil(lambda: user.title() == "极地站收到第一批信")


def test_the_arrows_go_around_and_no_command_below_answers(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    before = user.title()
    strike(user, "Ctrl+K", "Up")
    last = palette(user).list.currentIndex().row()
    assert last == len(COMMANDS) - 1
    strike(user, "Down", "Down", "PgDown", "Alt+Down", "Ctrl+PgDown", "Tab")
    assert (user.title(), focused()) == (before, "paletteField")
    strike(user, "Esc")


def test_a_click_chooses_and_a_click_beside_leaves(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    found(user, "原文")
    view = palette(user).list
    user.qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center()
    )
    assert user.widget("originalView").isVisible()
    strike(user, "Ctrl+K")
    user.qtbot.mouseClick(palette(user), Qt.MouseButton.LeftButton, pos=palette(user).rect().bottomLeft())
    assert not palette_is_open(user)


# The sheet


@pytest.mark.parametrize("key", ["F1", "?"])
def test_the_sheet_shows_all_keys_by_menu(user: User, cable_file: Path, key: str) -> None:
    user.open_bulletin(cable_file)
    strike(user, key)
    rows = sheet(user).rows()
    assert list(rows) == [
        "在文章中",
        "用光标时",
        "在页面上",
        "在列表中",
        "到处可用",
        "文件",
        "编辑",
        "查看",
        "转到",
        "标记",
        "帮助",
    ]
    assert rows["在文章中"]["下一屏"] == "空格  PgDown"
    assert rows["转到"]["下一篇"] == "Alt+↓  Ctrl+PgDown"
    assert sum(len(group) for group in rows.values()) >= sum(bool(command.keys) for command in COMMANDS) + 20
    assert {label.text() for label in sheet(user).findChildren(QLabel)} >= {"Ctrl+K", "命令面板", "F6", "J"}
    strike(user, "Esc")
    assert (focused(), sheet_is_open(user)) == ("articleView", False)


def sheet_is_open(user: User) -> bool:
    """Tell whether the sheet covers the window."""
    view = user.window.keys.sheet
    return view is not None and view.isVisible()


def test_typing_narrows_the_sheet_by_what_is_done_and_by_key(user: User) -> None:
    strike(user, "F1")
    write("gechuangge")
    assert sheet(user).rows() == {"转到": {"下一个窗格": "F6", "上一个窗格": "Shift+F6"}}
    strike(user, "Ctrl+A")
    write("f11")
    assert sheet(user).rows() == {"查看": {"全屏": "F11"}}
    strike(user, "Ctrl+A")
    write("nothing of the kind")
    assert sheet(user).rows() == {}
    strike(user, "F1")
    assert not sheet_is_open(user)


def test_columns_keep_the_order_of_their_groups() -> None:
    groups = [KeyGroup(str(n), tuple(KeyRow(f"{n}{m}", ()) for m in range(n))) for n in (9, 2, 5, 1, 7, 3)]
    columns = columns_of(groups, 3)
    assert [group for column in columns for group in column] == groups
    assert max(sum(len(group.rows) + 2 for group in column) for column in columns) <= 15
    assert columns_of([], 3) == [[], [], []]
    assert [len(column) for column in columns_of(groups[:1], 3)] == [1, 0, 0]
