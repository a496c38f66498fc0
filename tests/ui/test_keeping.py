"""The library behind the window: opened late, told about when it cannot be used, shared with other windows."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.model.errors import CannotKeep
from reader.store import Library
from reader.ui import app
from reader.ui.features.memory import desk, keeper
from tests.store.marks import add, bookmark, notes
from tests.ui.remembering import data_file, keeper_of, unread, wait_for_memory, wait_until_kept, write_issue
from tests.ui.user import MILLISECONDS, User

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("without_dictionary")
MakeUser = Callable[..., User]
PROBE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader import cli
def tell():
    late = ("sqlite3", "platformdirs", "reader.store", "reader.ui.features.memory.desk")
    print(*(name for name in late if name in sys.modules))
    QApplication.closeAllWindows()
cli.open_window([Path(sys.argv[1])], on_settled=tell)
"""


def _told(user: User) -> str:
    user.qtbot.waitUntil(lambda: user.sees("messageBar"), timeout=MILLISECONDS)
    return user.text_of("messageText")


def _make_newer() -> None:
    with Library(data_file()) as library:
        library.database.run("PRAGMA user_version = 99")


def _make_foreign() -> None:
    data_file().parent.mkdir(exist_ok=True)
    other = sqlite3.connect(data_file())
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()


def _make_unwritable() -> None:
    data_file().mkdir(parents=True)


def test_nothing_of_the_library_is_loaded_before_the_first_page(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROBE, str(write_issue(tmp_path))],
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stdout.split() == []


@pytest.mark.parametrize(
    ("language", "spoil", "words"),
    [
        ("zh", _make_newer, "更新的版本"),
        ("en", _make_newer, "newer version"),
        ("zh", _make_foreign, "别的程序"),
        ("en", _make_unwritable, "cannot be written"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_the_window_goes_on_without_it(
    make_user: MakeUser, tmp_path: Path, language: str, spoil: Callable[[], None], words: str
) -> None:
    spoil()
    before = data_file().read_bytes() if data_file().is_file() else b""
    user = make_user(language=language, resumes=True)
    told = _told(user)
    assert words in told and "library.sqlite3" in told and "\n" not in told
    assert ("只保留到本窗口关闭" if language == "zh" else "only as long as this window") in told
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    assert keeper_of(user).library.path is None
    user.press("Ctrl+R")
    assert user.window.memory.is_read()
    [mark] = add(keeper_of(user).library, bookmark("in memory"))
    assert keeper_of(user).library.marks() == [mark]
    assert (data_file().read_bytes() if data_file().is_file() else b"") == before


@pytest.mark.slow
def test_a_file_that_another_program_keeps_locked_is_told(make_user: MakeUser, tmp_path: Path) -> None:
    with Library(data_file()) as library:
        add(library, bookmark("kept"))
    other = sqlite3.connect(data_file(), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        user = make_user(resumes=True)
        assert "锁" in _told(user) or "占用" in _told(user)
    finally:
        other.close()


def test_a_damaged_file_is_rescued_and_the_user_told_how_much(make_user: MakeUser, tmp_path: Path) -> None:
    with Library(data_file()) as library:
        add(library, *(bookmark(f"{number}") for number in range(20)))
        library.keep_copy()
    with data_file().open("r+b") as file:
        file.write(b"\0" * 4096)
    for side in ("-wal", "-shm"):
        data_file().with_name(data_file().name + side).unlink(missing_ok=True)
    user = make_user(language="en")
    user.open_bulletin(write_issue(tmp_path))
    told = _told(user)
    assert "0 marks could be saved" in told and "20 more came from the last copy" in told
    aside = next(data_file().parent.glob("library.damaged.*"))
    assert aside.name in told
    wait_for_memory(user)
    assert len(notes(keeper_of(user).library)) == 20


def test_a_note_that_the_disk_has_changed_is_as_it_was_and_the_user_told(make_user: MakeUser, tmp_path: Path) -> None:
    with Library(data_file()) as library:
        add(library, bookmark("call back at seven"), bookmark("other"))
    data_file().write_bytes(data_file().read_bytes().replace(b"at seven", b"at sevfn"))
    user = make_user(language="en")
    user.open_bulletin(write_issue(tmp_path))
    assert "1 mark had gone or changed" in _told(user)
    wait_for_memory(user)
    assert notes(keeper_of(user).library) == ["call back at seven", "other"]


def test_an_error_of_the_program_in_opening_the_library_reaches_the_handler_and_the_window_goes_on(
    make_user: MakeUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(_path: Path | None) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(keeper, "open_shelf", broken)
    with qtbot.captureExceptions() as exceptions:
        user = make_user(resumes=True)
        qtbot.waitUntil(lambda: user.sees("welcomeView"), timeout=MILLISECONDS)
        qtbot.waitUntil(lambda: bool(exceptions), timeout=MILLISECONDS)
    assert [kind for kind, _error, _trace in exceptions] == [ZeroDivisionError]
    user.open_bulletin(write_issue(tmp_path))
    assert user.window.session.current() is not None


def test_an_error_of_the_program_in_recognising_keeps_no_file_closed(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(desk, "look_up", broken)
    with qtbot.captureExceptions() as exceptions:
        user.open_bulletin(write_issue(tmp_path, "shan.md", "山城快报"))
        qtbot.waitUntil(lambda: bool(exceptions), timeout=MILLISECONDS)
    assert {kind for kind, _error, _trace in exceptions} == {ZeroDivisionError}


def test_a_copy_of_the_day_is_kept(user: User, tmp_path: Path) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    assert len(list((data_file().parent / "copies").glob("*.sqlite3"))) == 1


def test_a_disk_that_becomes_full_is_told_once(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    wait_until_kept(user)

    def full(*_arguments: object) -> None:
        raise CannotKeep("full", code="store-full", path=str(data_file()))

    monkeypatch.setattr(Library, "keep_read", full)
    user.press("Ctrl+R")
    assert "磁盘" in _told(user)
    user.click("dismissMessage")
    user.press("Alt+Down")
    user.press("Ctrl+R")
    user.qtbot.wait(100)
    assert not user.sees("messageBar")


def test_marks_of_other_windows_are_noticed_with_their_issue(user: User, tmp_path: Path, qtbot: QtBot) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    keeper_of(user).look_around()
    with Library(data_file()) as other, qtbot.waitSignal(keeper_of(user).marks_changed, timeout=MILLISECONDS) as told:
        add(other, bookmark("from the other", issue="some issue"))
    assert told.args == ["some issue"]


def test_a_picture_neither_reads_nor_changes_what_the_user_keeps(tmp_path: Path) -> None:
    app.screenshot(tmp_path / "a.png", write_issue(tmp_path))
    assert not data_file().parent.exists() or list(data_file().parent.iterdir()) == []


def test_the_bulletin_is_never_written_to(user: User, tmp_path: Path) -> None:
    path = write_issue(tmp_path)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    user.open_bulletin(path)
    wait_for_memory(user)
    user.press("Ctrl+R")
    wait_until_kept(user)
    assert unread(user)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before
