"""What was read, and the dots of what was not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from reader.ui.features.memory import read_states
from reader.ui.features.memory.read_states import ReadingClock
from tests.ui.remembering import (
    TITLES,
    close,
    keeper_of,
    states_of,
    unread,
    wait_for_memory,
    wait_until_kept,
    write_issue,
)
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")
MakeUser = Callable[..., User]


@pytest.fixture(autouse=True)
def _no_time_passes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests say how much time passes, however slow the machine is."""
    monkeypatch.setattr(read_states, "TICK_MILLISECONDS", 10_000_000)


def _pass_time(user: User, seconds: float) -> None:
    for _second in range(round(seconds)):
        states_of(user).pass_time(1.0)


def _to_the_end(user: User) -> None:
    bar = user.window.article.verticalScrollBar()
    bar.setValue(bar.maximum())


def _trigger(user: User, command: str) -> None:
    action = user.window.findChild(QAction, command)
    assert action is not None and action.isEnabled()
    action.trigger()


def _opened(user: User, tmp_path: Path) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)


def test_a_new_issue_is_unread_and_says_so_once_it_is_known(user: User, tmp_path: Path) -> None:
    user.open_bulletin(write_issue(tmp_path))
    assert unread(user) == []
    wait_for_memory(user)
    assert unread(user) == list(TITLES)


def test_an_article_is_read_when_its_end_was_in_view_for_a_moment(user: User, tmp_path: Path) -> None:
    _opened(user, tmp_path)
    _pass_time(user, 5)
    assert unread(user) == list(TITLES)
    _to_the_end(user)
    states_of(user).pass_time(0.5)
    assert unread(user) == list(TITLES)
    _pass_time(user, 1)
    assert unread(user) == list(TITLES[1:])


def test_leafing_through_is_not_reading(user: User, tmp_path: Path) -> None:
    _opened(user, tmp_path)
    for _article in TITLES[1:]:
        _to_the_end(user)
        states_of(user).pass_time(1.0)
        user.press("Alt+Down")
    assert unread(user) == list(TITLES)


def test_an_article_is_read_after_the_time_that_a_fast_reader_needs() -> None:
    clock, short = ReadingClock(1200), ReadingClock(10)
    assert [clock.pass_time(1.0, False) for _second in range(100)].index(True) == 99
    assert [short.pass_time(1.0, False) for _second in range(8)].index(True) == 7


def test_the_time_in_which_the_machine_slept_is_not_spent_reading() -> None:
    assert not ReadingClock(1200).pass_time(3600.0, False)


def test_what_is_marked_as_unread_stays_so_while_it_is_read_on(user: User, tmp_path: Path) -> None:
    _opened(user, tmp_path)
    _trigger(user, "toggle_read")
    assert unread(user) == list(TITLES[1:])
    assert "已读" in user.window.status.message.whole_text()
    _trigger(user, "toggle_read")
    assert unread(user) == list(TITLES)
    assert "未读" in user.window.status.message.whole_text()
    _to_the_end(user)
    _pass_time(user, 10)
    assert unread(user) == list(TITLES)
    user.press("Alt+Down")
    user.press("Alt+Up")
    _to_the_end(user)
    _pass_time(user, 2)
    assert unread(user) == list(TITLES[1:])


def test_all_can_be_marked_as_read_at_once_by_key(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    user = make_user(language="en")
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    user.press("Ctrl+Shift+R")
    user.qtbot.waitUntil(lambda: "3 articles" in user.window.status.message.whole_text())
    wait_until_kept(user)
    close(user, qtbot)
    again = make_user()
    _opened(again, tmp_path)
    assert unread(again) == []
    again.press("Ctrl+R")
    assert unread(again) == [TITLES[0]]


def test_a_row_of_the_contents_offers_to_mark_it(user: User, tmp_path: Path) -> None:
    _opened(user, tmp_path)
    for expected in ([TITLES[0], TITLES[1]], list(TITLES)):
        place = user.tree().visualRect(user.row(TITLES[2])).center()
        user.tree().customContextMenuRequested.emit(place)
        action = user.window.findChild(QAction, "toggleRead")
        assert action is not None and action.text() == ("标为已读" if expected != list(TITLES) else "标为未读")
        action.trigger()
        user.widget("contentsMenu").close()
        user.qtbot.wait(10)
        assert unread(user) == expected
    assert user.title() == TITLES[0]


def test_the_dot_follows_to_the_issue_in_front(user: User, tmp_path: Path) -> None:
    _opened(user, tmp_path)
    user.press("Ctrl+R")
    user.open_bulletin(write_issue(tmp_path, "shan.md", "山城快报"))
    wait_for_memory(user)
    assert unread(user) == list(TITLES)
    user.press("Ctrl+Tab")
    assert unread(user) == list(TITLES[1:])


def test_two_windows_see_what_was_read_in_the_other(make_user: MakeUser, tmp_path: Path) -> None:
    one, two = make_user(), make_user()
    _opened(one, tmp_path)
    _opened(two, tmp_path)
    one.press("Ctrl+R")
    two.press("Alt+Down")
    two.press("Ctrl+R")
    wait_until_kept(one)
    wait_until_kept(two)
    for user in (one, two):
        keeper_of(user).look_around()
        user.qtbot.waitUntil(lambda user=user: unread(user) == [TITLES[2]], timeout=MILLISECONDS)  # type: ignore[misc]
