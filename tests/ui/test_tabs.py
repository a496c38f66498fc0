"""Many open issues: told apart by their tabs, listed, closed, opened again, never changed by chance."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton

from reader.app import desktop_entry
from tests.ui.keyboard import strike
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")


def write(folder: Path, name: str, number: int, title: str = "沿海水文与航运周报") -> Path:
    path = folder / name
    path.write_text(
        f"{title}\n2031年第{number}期（总第{500 + number}期）\n\n## 潮位平稳\n\n　　本周潮位平稳，航道通畅。\n", "utf-8"
    )
    return path


@pytest.fixture
def three(user: User, tmp_path: Path) -> User:
    user.open_bulletin(*(write(tmp_path, f"{number}.md", number) for number in (1, 2, 3)))
    return user


def bar(user: User) -> QTabBar:
    found = user.widget("issueTabs")
    assert isinstance(found, QTabBar)
    return found


def menu_of(user: User, name: str) -> QMenu:
    user.qtbot.waitUntil(lambda: user.sees(name), timeout=MILLISECONDS)
    found = user.widget(name)
    assert isinstance(found, QMenu)
    return found


def test_a_tab_says_periodical_and_number_and_its_tip_all(three: User, tmp_path: Path) -> None:
    assert three.tabs() == [
        "沿海水文与航运周报 2031年第1期",
        "沿海水文与航运周报 2031年第2期",
        "沿海水文与航运周报 2031年第3期",
    ]
    assert "总第501期" in bar(three).tabToolTip(0) and str(tmp_path / "1.md") in bar(three).tabToolTip(0)


def test_two_of_one_name_are_told_apart_by_their_files(user: User, tmp_path: Path) -> None:
    user.open_bulletin(write(tmp_path, "draft.md", 4), write(tmp_path, "final.md", 4))
    assert [text.rpartition(" · ")[2] for text in user.tabs()] == ["draft", "final"]


def test_a_long_title_leaves_room_for_the_number(user: User, tmp_path: Path) -> None:
    title = "关于沿海各地水文航运与渔业生产情况的综合周报"
    user.open_bulletin(*(write(tmp_path, f"{number}.md", number, title) for number in (1, 2)))
    assert user.tabs() == ["关于沿海各地水文… 2031年第1期", "关于沿海各地水文… 2031年第2期"]


def test_many_tabs_keep_their_numbers_in_sight(make_user: Callable[..., User], tmp_path: Path) -> None:
    user = make_user()
    user.open_bulletin(*(write(tmp_path, f"{number}.md", number) for number in range(1, 13)))
    tabs = bar(user)
    room = tabs.tabRect(11).width() - tabs.tabButton(11, QTabBar.ButtonPosition.RightSide).width()
    assert tabs.fontMetrics().horizontalAdvance(tabs.tabText(11)) <= room
    assert tabs.width() <= user.window.width()


def test_the_middle_button_closes_and_a_key_opens_again(three: User) -> None:
    QTest.mouseClick(bar(three), Qt.MouseButton.MiddleButton, pos=bar(three).tabRect(1).center())
    assert len(three.window.session.issues()) == 2
    strike(three, "Ctrl+Shift+T")
    three.qtbot.waitUntil(lambda: len(three.window.session.issues()) == 3, timeout=MILLISECONDS)
    assert three.window.session.current().issue.masthead.number.text.startswith("2031年第2期")  # type: ignore[union-attr]
    assert not three.window.actions_by_id["reopen"].isEnabled()


def test_the_wheel_changes_no_tab(three: User) -> None:
    front = three.window.session.current()
    place = QPointF(bar(three).tabRect(1).center())
    for turn in (-120, 120):
        QApplication.sendEvent(
            bar(three),
            QWheelEvent(
                place, bar(three).mapToGlobal(place), QPoint(0, turn), QPoint(0, turn), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
    assert three.window.session.current() is front


def test_all_tabs_are_listed(three: User) -> None:
    button = three.widget("listTabs")
    assert isinstance(button, QToolButton)
    three.click("listTabs")
    menu = menu_of(three, "tabList")
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    menu.actions()[2].trigger()
    menu.close()
    assert three.window.session.current() is three.window.session.issues()[2]


def test_a_tab_has_a_menu(three: User, tmp_path: Path) -> None:
    place = bar(three).tabRect(1).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(bar(three), QContextMenuEvent(reason, place, bar(three).mapToGlobal(place)))
    menu = menu_of(three, "tabMenu")
    assert not menu.findChild(QAction, "reopenClosed").isEnabled()  # type: ignore[union-attr]
    menu.findChild(QAction, "copyPath").trigger()  # type: ignore[union-attr]
    assert QGuiApplication.clipboard().text() == str(tmp_path / "2.md")
    menu.findChild(QAction, "closeOthers").trigger()  # type: ignore[union-attr]
    menu.close()
    assert [opened.path.name for opened in three.window.session.issues()] == ["2.md"]


def test_another_window_is_a_program_of_its_own(three: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = tmp_path / "said"
    script = tmp_path / "start"
    script.write_text(f'#!/bin/sh\necho "$@" > {said}\n', "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(desktop_entry, "own_command", lambda: [str(script)])
    strike(three, "Ctrl+N")
    three.qtbot.waitUntil(lambda: said.exists() and said.read_text() == "--new-window\n", timeout=MILLISECONDS)


def test_full_screen_is_for_the_text_and_keeps_the_keys(make_user: Callable[..., User], tmp_path: Path) -> None:
    user = make_user()
    user.open_bulletin(write(tmp_path, "1.md", 1), write(tmp_path, "2.md", 2))
    strike(user, "F11")
    assert not any(user.sees(name) for name in ("toolBar", "tabLine", "statusLine"))
    assert not user.window.menuBar().isVisible()
    strike(user, "Ctrl+Tab")
    assert user.window.session.current() is user.window.session.issues()[1]
    strike(user, "F11")
    assert user.sees("toolBar") and user.sees("tabLine") and user.window.menuBar().isVisible()


def test_escape_leaves_the_full_screen_from_the_article(make_user: Callable[..., User], tmp_path: Path) -> None:
    user = make_user()
    user.open_bulletin(write(tmp_path, "1.md", 1))
    strike(user, "F11")
    strike(user, "Ctrl+F")
    strike(user, "Escape")
    assert not user.sees("toolBar")
    strike(user, "Escape")
    assert user.sees("toolBar") and not user.window.isFullScreen()


def test_who_ended_in_full_screen_begins_in_a_window(make_user: Callable[..., User]) -> None:
    user = make_user()
    strike(user, "F11")
    assert user.window.isFullScreen()
    geometry = bytes(user.window.saveGeometry().data())
    strike(user, "F11")
    user.window.restore_size(geometry)
    assert not user.window.isFullScreen()
