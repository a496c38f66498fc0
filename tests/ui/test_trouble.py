"""Errors that nobody expected: told once, written down without what was read, and the window goes on."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader.app import crash_guard, crash_log
from reader.model.errors import ReaderError
from reader.store import Library
from reader.ui.features.about.error_desk import ErrorDesk, last_trouble
from reader.ui.features.about.error_dialog import ErrorDialog
from reader.ui.session.settings import Settings
from tests.ui.keyboard import strike
from tests.ui.remembering import data_file, keeper_of, wait_for_memory, write_issue
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")
SECRET = "绝密的海港计划"


@pytest.fixture
def desk(qapp: QApplication, user: User, capsys: pytest.CaptureFixture[str]) -> Iterator[ErrorDesk]:
    """Have the errors of a window told, as the program itself does."""
    del capsys  # what goes to the terminal is not shown
    desk = ErrorDesk(qapp, user.window.settings)
    desk.watch()
    desk.serve(user.window)
    yield desk
    desk.leave()
    desk.deleteLater()
    qapp.setProperty("lastTrouble", "")


def fail(words: str = SECRET) -> None:
    """Do what no part of the program should."""
    raise ValueError(f"no number in {words!r}")


def dialog_of(user: User, qtbot: QtBot) -> ErrorDialog:
    """Wait for the dialog; there is just one."""
    qtbot.waitUntil(lambda: bool(user.window.findChildren(ErrorDialog)))
    (dialog,) = user.window.findChildren(ErrorDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def log() -> str:
    """Return what was written to the log."""
    return crash_log.log_file().read_text("utf-8") if crash_log.log_file().exists() else ""


def test_an_error_in_a_slot_is_told_once_and_the_window_goes_on(
    desk: ErrorDesk, user: User, qtbot: QtBot, tmp_path: Path
) -> None:
    user.open_bulletin(write_issue(tmp_path))
    for _ in range(5):
        QTimer.singleShot(0, fail)
    dialog = dialog_of(user, qtbot)
    qtbot.waitUntil(lambda: dialog.told_count() == 4)
    assert "此后又有 4 个错误" in user.text_of("troubleCount")
    strike(user, "Return")  # the button that reads on has the keyboard
    qtbot.waitUntil(lambda: desk.dialog is None)
    title = user.title()
    strike(user, "Alt+Down")
    assert user.title() != title
    QTimer.singleShot(0, fail)  # the same again is no news
    qtbot.wait(50)
    assert desk.dialog is None
    assert log().count("ValueError") == 1


def test_an_error_in_a_thread_and_in_a_job_is_told_too(desk: ErrorDesk, user: User, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    dialog_of(user, qtbot).close()
    qtbot.waitUntil(lambda: desk.dialog is None)

    def work(_report: object) -> None:
        raise KeyError(SECRET)

    user.window.session.jobs.start("a job", work, lambda _result: None)
    qtbot.waitUntil(lambda: desk.dialog is not None)
    assert "KeyError" in last_trouble()


def test_what_a_job_refuses_is_no_error(desk: ErrorDesk, user: User, qtbot: QtBot) -> None:
    def work(_report: object) -> None:
        raise ReaderError("The file is locked.")

    user.window.session.jobs.start("a job", work, lambda _result: None)
    qtbot.waitUntil(lambda: not user.window.session.jobs.running())
    qtbot.wait(20)
    assert desk.dialog is None


def test_a_mark_made_just_before_an_error_is_kept(desk: ErrorDesk, user: User, qtbot: QtBot, tmp_path: Path) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)
    strike(user, "Ctrl+Shift+B")
    QTimer.singleShot(0, fail)
    dialog_of(user, qtbot)
    assert desk.dialog is not None
    qtbot.waitUntil(lambda: "keep" not in " ".join(user.window.session.jobs.running()))
    assert keeper_of(user).is_lasting
    with Library(data_file()) as other:  # as another process would see it after a kill
        (issue,) = other.issues()
        assert len(other.marks(issue.key)) == 1


def test_the_report_says_what_runs_and_nothing_of_what_was_read(
    desk: ErrorDesk, user: User, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = user.window.settings
    settings.searches, settings.last_folder, settings.measure = (SECRET,), f"/home/{SECRET}", 32
    user.open_bulletin(write_issue(tmp_path, f"{SECRET}.txt"))

    def read() -> None:
        (tmp_path / SECRET).read_text("utf-8")

    for act in (fail, read):
        QTimer.singleShot(0, act)
    dialog = dialog_of(user, qtbot)
    user.click("troubleShow")
    shown = user.window.findChild(QPlainTextEdit, "troubleReport").toPlainText()
    user.click("copyTrouble")
    copied = QApplication.clipboard().text()
    assert shown.splitlines() == copied.splitlines()
    for words in ("Bulletin Reader: ", "PySide6: ", "PDFium: ", "offscreen", "Window: 1440×900", "measure=32"):
        assert words in copied
    assert "tests/ui/test_trouble.py" in copied and "ValueError" in copied
    assert "FileNotFoundError: ENOENT" in log()
    for text in (copied, log(), last_trouble()):
        assert SECRET not in text and str(tmp_path) not in text and "海" not in text
    dialog.close()


def test_the_trace_goes_to_the_terminal_whole(
    desk: ErrorDesk, user: User, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    QTimer.singleShot(0, fail)
    dialog_of(user, qtbot).close()
    assert f"ValueError: no number in '{SECRET}'" in capsys.readouterr().err
    assert desk.dialog is None


def test_quitting_after_an_error_closes_the_window(
    desk: ErrorDesk, user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    QTimer.singleShot(0, fail)
    dialog_of(user, qtbot)
    user.click("quitAfterTrouble")
    qtbot.waitUntil(lambda: not user.window.isVisible())
    assert codes == [0]
    del desk


def test_an_error_of_the_telling_itself_is_not_told_again(
    desk: ErrorDesk, user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_error: BaseException) -> str:
        return fail() or ""

    monkeypatch.setattr(crash_log, "outline_of", broken)
    with pytest.raises(ValueError, match="no number"):
        desk.on_error(KeyError, KeyError("a"), None)
    qtbot.wait(20)
    assert desk.dialog is None
    del user


def test_both_languages_and_a_theme_reach_an_open_dialog(
    desk: ErrorDesk, user: User, qtbot: QtBot, qapp: QApplication
) -> None:
    from reader.ui.kit.i18n import install_translators

    QTimer.singleShot(0, fail)
    dialog = dialog_of(user, qtbot)
    assert user.text_of("goOn") == "继续阅读"
    install_translators(qapp, "en")
    qapp.processEvents()
    assert user.text_of("goOn") == "Continue Reading"
    install_translators(qapp, "zh")
    dialog.close()
    del desk


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (AttributeError("'NoneType' object has no attribute 'title'"), "'NoneType' object has no attribute 'title'"),
        (TypeError(f"cannot add {SECRET!r} and 'two words'"), "TypeError: cannot add '…' and '…'"),
        (RuntimeError(f"no such thing: /home/{SECRET}/a.txt"), "RuntimeError: no such thing: …"),
        (RuntimeError(f"{SECRET}"), "RuntimeError: …"),
        (ValueError(SECRET), "ValueError"),
        (KeyError("Intel"), "KeyError"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, SECRET), "UnicodeDecodeError"),
        (PermissionError(13, "no", f"/home/{SECRET}"), "PermissionError: EACCES"),
        (OSError("no number"), "OSError: no number"),
        (ReaderError(SECRET, code="missing"), "reader.model.errors.ReaderError: missing"),
    ],
)
def test_an_outline_keeps_the_words_of_the_program_alone(error: Exception, told: str) -> None:
    outline = crash_log.outline_of(error)
    assert outline.endswith(told)
    assert SECRET not in outline and "Intel" not in outline


def test_an_outline_tells_the_causes_and_no_endless_recursion() -> None:
    def deep() -> None:
        deep()

    try:
        try:
            deep()
        except RecursionError as error:
            raise TypeError("no number") from error
    except TypeError as error:
        outline = crash_log.outline_of(error)
    assert outline.count("\n") < 60
    assert outline.index("RecursionError") < outline.index("led to") < outline.index("TypeError: no number")


def test_the_log_stays_small() -> None:
    for number in range(40):
        crash_log.note(f"{number} " + "x" * 10_000)
    log_file = crash_log.log_file()
    sizes = [path.stat().st_size for path in log_file.parent.glob("trouble*.log")]
    assert len(sizes) == 2 and max(sizes) < crash_log.LOG_BYTES + 11_000
    assert "39 x" in log_file.read_text("utf-8")


def test_where_no_log_can_be_written_the_error_is_told_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "file"))
    crash_log.note("an error")
    watching = crash_guard.CrashGuard()
    watching.begin()
    watching.write("last words")
    watching.end()
    assert not crash_guard.ended_badly()


@pytest.mark.skipif(sys.platform == "win32", reason="no processes of this kind")
@pytest.mark.parametrize(
    ("end", "is_told"),
    [
        (lambda watching: os.abort(), True),
        (lambda watching: (watching.write("no plug-in"), os._exit(1)), True),
        (lambda watching: os._exit(1), False),  # as when somebody kills it
        (lambda watching: (watching.end(), os._exit(0)), False),
    ],
    ids=["crash", "fatal message", "kill", "end"],
)
def test_only_what_the_program_did_to_itself_is_told_at_the_next_start(
    end: Callable[[crash_guard.CrashGuard], object], is_told: bool
) -> None:
    child = os.fork()
    if child == 0:
        watching = crash_guard.CrashGuard()
        watching.begin()
        end(watching)
        os._exit(0)
    assert not crash_guard.ended_badly() or is_told
    os.waitpid(child, 0)
    told = crash_guard.ended_badly() or "Fatal" in log() or "no plug-in" in log()
    assert told is is_told
    assert list(crash_log.log_file().parent.glob("ended-*")) == []
    assert not crash_guard.ended_badly()  # once is enough
    if is_told:
        assert str(Path(__file__).parent) not in log()


def test_an_error_that_keeps_the_window_closed_is_told(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reader.ui.features.about.error_desk.has_screen", lambda: True)
    desk = ErrorDesk(qapp, Settings(language="zh"))
    seen: list[str] = []

    def look() -> None:
        (dialog,) = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, ErrorDialog)]
        seen.append(dialog.go_on.text())
        dialog.reject()

    QTimer.singleShot(100, look)
    desk.give_up(TypeError("no window"))
    desk.deleteLater()
    assert len(seen) == 1
    assert "TypeError: no window" in capsys.readouterr().err
    assert "TypeError: no window" in log()
    qapp.setProperty("lastTrouble", "")
