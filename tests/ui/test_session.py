"""What was open, and where reading stopped, is there again after a restart."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.store import Library
from reader.ui import app
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings
from tests.load.packing import zipped
from tests.ui.remembering import (
    TITLES,
    close,
    data_file,
    kept_session,
    scroll_to,
    top_words,
    wait_for_memory,
    wait_until_kept,
    write_issue,
)
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")
MakeUser = Callable[..., User]


def _resumed(make_user: MakeUser, count: int) -> User:
    user = make_user(resumes=True)
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == count, timeout=MILLISECONDS)
    user.qtbot.waitUntil(lambda: not user.window.session.opening(), timeout=MILLISECONDS)
    wait_for_memory(user)
    return user


def _read_on(user: User, words: str) -> str:
    """Go on to the second article and down to some words; return what is on the reading line."""
    wait_for_memory(user)
    user.click_contents(TITLES[1])
    here = scroll_to(user, words)
    wait_until_kept(user)
    return here


def test_a_start_without_files_goes_on_where_the_last_one_ended(
    make_user: MakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = write_issue(tmp_path), write_issue(tmp_path, "shan.md", "山城快报")
    user = make_user()
    user.open_bulletin(first, second)
    here = _read_on(user, "第120处")
    close(user, qtbot)

    again = _resumed(make_user, 2)
    assert [opened.path for opened in again.window.session.issues()] == [first, second]
    current = again.window.session.current()
    assert current is not None and current.path == first
    assert again.title() == TITLES[1]
    assert top_words(again) == here
    assert not again.window.session.can_go_back()  # to return is no step of the reader
    assert again.window.welcome.view is None  # it would only have flashed


def test_a_window_that_is_closed_at_once_keeps_where_it_was(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    user = make_user()
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    user.click_contents(TITLES[2])
    here = scroll_to(user, "第230处")
    close(user, qtbot)
    again = _resumed(make_user, 1)
    assert (again.title(), top_words(again)) == (TITLES[2], here)


def test_the_first_start_shows_the_welcome_page(make_user: MakeUser) -> None:
    user = make_user(resumes=True)
    user.qtbot.waitUntil(lambda: user.sees("welcomeView"), timeout=MILLISECONDS)
    assert not user.sees("messageBar")


def test_closing_all_issues_leaves_nothing_to_go_on_with(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    user = make_user()
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    user.press("Ctrl+W")
    close(user, qtbot)
    assert kept_session().issues == ()


def test_a_chosen_encoding_is_chosen_again(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    user = make_user()
    path = write_issue(tmp_path, encoding="gb18030")
    user.open_bulletin(path)
    wait_for_memory(user)
    user.window.opening.reopen_with("GB18030")
    user.qtbot.waitUntil(lambda: not user.window.session.opening(), timeout=MILLISECONDS)
    wait_until_kept(user)
    close(user, qtbot)
    again = _resumed(make_user, 1)
    assert again.window.session.encoding_of(path) == "GB18030"


def test_a_start_with_files_opens_those_and_keeps_the_others_as_recent(
    make_user: MakeUser, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    first, second = write_issue(tmp_path), write_issue(tmp_path, "shan.md", "山城快报")
    user = make_user()
    user.open_bulletin(first)
    wait_for_memory(user)
    close(user, qtbot)

    session = Session()
    session.open_paths([second])
    window = app.open_window(qapp, settings := Settings(language="zh"), session)
    window.show()
    other = User(window, qtbot)
    qtbot.waitUntil(lambda: window.session.current() is not None, timeout=MILLISECONDS)
    wait_for_memory(other)
    assert [opened.path for opened in window.session.issues()] == [second]
    assert settings.recent == (str(second), str(first))
    close(other, qtbot)
    assert [issue.path for issue in kept_session().issues] == [str(second)]
    window.deleteLater()


def test_a_file_that_is_gone_is_told_once_and_forgotten(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = write_issue(tmp_path), write_issue(tmp_path, "shan.md", "山城快报")
    user = make_user()
    user.open_bulletin(first, second)
    wait_for_memory(user)
    close(user, qtbot)
    first.unlink()

    again = _resumed(make_user, 1)
    qtbot.waitUntil(lambda: again.sees("messageBar"), timeout=MILLISECONDS)
    assert "gang.md" in again.text_of("messageText") and "shan" not in again.text_of("messageText")
    wait_until_kept(again)
    close(again, qtbot)
    third = _resumed(make_user, 1)
    assert not third.sees("messageBar")


def test_issues_in_an_archive_go_on_where_they_were(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    issues = [write_issue(tmp_path), write_issue(tmp_path, "shan.md", "山城快报")]
    archive = tmp_path / "往期.zip"
    archive.write_bytes(zipped({path.name: path.read_bytes() for path in issues}))
    user = make_user()
    user.window.opening.open_paths([archive])
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 2, timeout=MILLISECONDS)
    here = _read_on(user, "第120处")
    close(user, qtbot)

    again = _resumed(make_user, 2)
    assert [opened.path for opened in again.window.session.issues()] == [Path(f"{archive}!", p.name) for p in issues]
    assert top_words(again) == here
    assert not again.sees("messageBar")


def test_an_issue_opened_again_later_goes_on_where_it_was_left(
    make_user: MakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_issue(tmp_path)
    user = make_user()
    user.open_bulletin(path)
    here = _read_on(user, "第115处")
    user.press("Ctrl+W")
    user.open_bulletin(write_issue(tmp_path, "shan.md", "山城快报"))
    user.open_bulletin(path)
    user.qtbot.waitUntil(lambda: user.title() == TITLES[1], timeout=MILLISECONDS)
    user.wait_for_page()
    assert top_words(user) == here


def test_a_file_that_was_moved_and_renamed_is_known_by_what_it_says(
    make_user: MakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_issue(tmp_path)
    user = make_user()
    user.open_bulletin(path)
    here = _read_on(user, "第125处")
    close(user, qtbot)

    elsewhere = tmp_path / "别处" / "另一个名字.md"
    elsewhere.parent.mkdir()
    path.rename(elsewhere)
    elsewhere.write_bytes(elsewhere.read_text("utf-8").replace("\n", "\r\n").encode("gb18030"))
    again = make_user()
    again.open_bulletin(elsewhere)
    again.qtbot.waitUntil(lambda: again.title() == TITLES[1], timeout=MILLISECONDS)
    wait_for_memory(again)
    assert top_words(again) == here


def test_who_reads_on_before_the_library_is_open_stays_where_he_is(
    make_user: MakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_issue(tmp_path)
    user = make_user()
    user.open_bulletin(path)
    _read_on(user, "第110处")
    close(user, qtbot)
    again = make_user()
    again.open_bulletin(path)
    assert again.window.memory.keeper is None
    again.click_contents(TITLES[2])
    wait_for_memory(again)
    assert again.title() == TITLES[2]


def test_two_windows_keep_the_places_of_both(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = write_issue(tmp_path), write_issue(tmp_path, "shan.md", "山城快报")
    one, two = make_user(), make_user()
    one.open_bulletin(first)
    two.open_bulletin(second)
    _read_on(one, "第118处")
    _read_on(two, "第119处")
    close(one, qtbot)
    close(two, qtbot)
    third = make_user()
    third.open_bulletin(first, second)
    wait_for_memory(third)
    assert third.title() == TITLES[1]
    third.press("Ctrl+Tab")
    third.qtbot.waitUntil(lambda: third.title() == TITLES[1], timeout=MILLISECONDS)
    third.wait_for_page()
    assert "119" in third.window.article._source[(third.window.article.top_offset() or 0) - 20 :][:60]


def test_a_session_that_cannot_be_read_starts_anew(make_user: MakeUser, tmp_path: Path, qtbot: QtBot) -> None:
    user = make_user()
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    close(user, qtbot)
    with Library(data_file()) as library:
        kept = library.session()
        strange = replace(kept.issues[0], path="", article="?", key="?")
        library.keep_session(replace(kept, issues=(strange, *kept.issues), current=7))
    again = _resumed(make_user, 1)
    assert again.window.session.current() is not None


def test_what_is_read_ahead_ends_with_the_window(qapp: QApplication, tmp_path: Path) -> None:
    class Reading:
        path, ended = write_issue(tmp_path), False
        pipe, _their_end = os.pipe()

        def abandon(self) -> None:
            self.ended = True

    reading = Reading()
    session = Session(reading)  # type: ignore[arg-type]
    session.open_paths([reading.path])
    session.end()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert reading.ended
