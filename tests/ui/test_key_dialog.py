"""Giving commands other keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from reader.ui.features.keys.key_dialog import KeyDialog
from reader.ui.features.keys.key_map import (
    DEFAULTS,
    fixed_holder_of,
    holder_of,
    is_usable,
    key_map,
    read_changes,
    write_changes,
)
from reader.ui.session.settings import load_settings, save_settings, settings_file
from tests.ui.keyboard import focused, strike, write, write_cable
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def cable_file(tmp_path: Path) -> Path:
    """Return a file of three articles, the first some pages long."""
    return write_cable(tmp_path)


def open_dialog(user: User) -> KeyDialog:
    """Open the dialog by key, from the palette."""
    strike(user, "Ctrl+K")
    write("genggaianjian")
    strike(user, "Return")
    view = user.window.findChild(KeyDialog, "keyDialog")
    assert view is not None and view.isVisible()
    user.qtbot.waitUntil(view.isActiveWindow)
    return view


def choose(user: User, view: KeyDialog, words: str) -> None:
    """Find a command in the dialog and go to its row."""
    view.search.setFocus()
    strike(user, "Ctrl+A")
    write(words)
    strike(user, "Down")
    assert focused() == "keyList"


def record(user: User, view: KeyDialog, *keys: str) -> str:
    """Record keys for the chosen command; return what the dialog says of it."""
    strike(user, "Return")
    assert focused() == "keyRecorder"
    strike(user, *keys)
    user.qtbot.waitUntil(lambda: view.record.isHidden(), timeout=5000)
    assert focused() == "keyList"
    return view.told.text()


def push(view: KeyDialog, name: str) -> None:
    """Press a button of the dialog by key."""
    button = view.findChild(QPushButton, name)
    assert button is not None
    button.setFocus()
    button.click()
    view.list.setFocus()


def test_a_recorded_key_works_at_once_and_is_shown_everywhere(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    view = open_dialog(user)
    choose(user, view, "放大")
    assert record(user, view, "Ctrl+J") == "“放大文字”现在用 Ctrl+J。"
    assert view.keys_shown()["larger"] == "Ctrl+J"
    strike(user, "Esc")
    strike(user, "Ctrl+J")
    assert user.window.settings.text_size == 18
    strike(user, "Ctrl++")
    assert user.window.settings.text_size == 18
    assert "Ctrl+J" in user.window.actions_by_id["larger"].toolTip()
    strike(user, "F1")
    assert user.window.keys.sheet is not None
    assert user.window.keys.sheet.rows()["查看"]["放大文字"] == "Ctrl+J"
    strike(user, "Esc")


def test_a_key_of_two_strokes_works(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    view = open_dialog(user)
    choose(user, view, "放大")
    record(user, view, "Ctrl+J", "2")
    assert view.keys_shown()["larger"] == "Ctrl+J, 2"
    choose(user, view, "缩小")
    assert record(user, view, "Ctrl+J") == "Ctrl+J 已归“放大文字”所用，未作更改。"
    strike(user, "Esc")
    strike(user, "Ctrl+J", "2")
    assert user.window.settings.text_size == 18


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("Ctrl+O",), "Ctrl+O 已归“打开”所用，未作更改。"),
        (("Ctrl+O", "1"), "Ctrl+O, 1 已归“打开”所用，未作更改。"),
        (("J",), "J 已归“下一行”所用，未作更改。"),
        (("Shift+Space",), "Shift+空格 已归“上一屏”所用，未作更改。"),
        (("Alt+V",), "Alt+V 已归“查看”所用，未作更改。"),
        (("Return",), "回车 要用来移动和选择，请换一个。"),
    ],
)
def test_a_key_that_is_taken_is_refused_and_its_holder_named(user: User, keys: tuple[str, ...], said: str) -> None:
    view = open_dialog(user)
    choose(user, view, "全屏")
    assert record(user, view, *keys) == said
    assert view.keys_shown()["full_screen"] == "F11"
    assert user.window.settings.keys == ()
    strike(user, "Esc")


def test_escape_leaves_the_key_as_it_is_and_delete_takes_it_away(user: User) -> None:
    view = open_dialog(user)
    choose(user, view, "全屏")
    record(user, view, "Esc")
    assert view.isVisible() and view.keys_shown()["full_screen"] == "F11"
    strike(user, "Delete")
    assert view.keys_shown()["full_screen"] == ""
    assert user.window.settings.keys == ("full_screen=",)
    strike(user, "Esc")
    assert not user.window.findChild(KeyDialog, "keyDialog") or not view.isVisible()


def test_keys_are_added_and_restored_one_by_one_and_all_together(user: User) -> None:
    view = open_dialog(user)
    choose(user, view, "全屏")
    view.begin(replaces=False)
    strike(user, "Ctrl+J", "1")
    user.qtbot.waitUntil(lambda: view.record.isHidden(), timeout=5000)
    assert view.keys_shown()["full_screen"] == "F11   Ctrl+J, 1"
    choose(user, view, "退出")
    record(user, view, "Ctrl+J", "2")
    assert set(user.window.settings.keys) == {"full_screen=F11", "full_screen=Ctrl+J, 1", "quit=Ctrl+J, 2"}
    push(view, "restoreKey")
    assert view.keys_shown()["quit"] == "Ctrl+Q"
    push(view, "restoreAllKeys")
    assert view.keys_shown()["full_screen"] == "F11"
    assert user.window.settings.keys == ()
    strike(user, "Esc")


def test_a_key_whose_owner_let_it_go_comes_back_only_when_it_is_free(user: User) -> None:
    view = open_dialog(user)
    choose(user, view, "全屏")
    strike(user, "Delete")
    choose(user, view, "退出")
    record(user, view, "F11")
    assert view.keys_shown()["quit"] == "F11"
    choose(user, view, "全屏")
    push(view, "restoreKey")
    assert view.told.text() == "F11 已归“退出”所用，未作更改。"
    strike(user, "Esc")


def test_only_differences_are_stored_and_return_after_a_restart(make_user: Callable[..., User]) -> None:
    keys = ("larger=Ctrl+J, 2", "larger=Ctrl+J, 3", "full_screen=", "nonsense=F1", "smaller=What?")
    store = settings_file()
    settings = make_user(keys=keys).window.settings
    save_settings(settings, store)
    assert load_settings(store).keys == keys
    actions = make_user(keys=load_settings(store).keys).window.actions_by_id
    assert [key.toString() for key in actions["larger"].shortcuts()] == ["Ctrl+J, 2", "Ctrl+J, 3"]
    assert actions["full_screen"].shortcuts() == []
    assert actions["smaller"].shortcut().toString() == "Ctrl+-"


def test_changes_are_read_and_written_as_differences_alone() -> None:
    changes = read_changes(("larger=Ctrl+J", "quit=Ctrl+Q", "full_screen="))
    assert write_changes(changes) == ("larger=Ctrl+J", "full_screen=")
    assert write_changes(read_changes(write_changes(changes))) == write_changes(changes)
    keys = key_map(read_changes(("quit=Ctrl+O",)))  # a key that another command has in the table
    assert (keys["quit"], keys["open"]) == (("Ctrl+O",), ())
    assert {**key_map({})} == {**DEFAULTS}


def test_a_stroke_that_begins_another_key_is_taken() -> None:
    keys = {"open": ("Ctrl+H, 1",), "quit": ("F1",)}
    assert holder_of("Ctrl+H", keys, "quit") == "open"
    assert holder_of("Ctrl+H, 2", keys, "quit") == ""
    assert holder_of("F1, F2", keys, "open") == "quit"
    assert holder_of("F11", keys, "open") == ""
    assert holder_of("F1", keys, "quit") == ""
    assert not is_usable("Tab") and not is_usable("Shift+Tab") and not is_usable("Left")
    assert is_usable("Ctrl+Left") and is_usable("D") and is_usable("Ctrl+,, 1")
    assert fixed_holder_of("N, 1") and not fixed_holder_of("Ctrl+N")
