"""A window that is killed while it is used comes back as it was a moment before."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from reader.model.errors import CannotKeep
from reader.model.marks import ReadingPlace
from reader.store import Library
from reader.ui.session.settings import Settings, load_settings
from tests.ui.remembering import TITLES, data_file, wait_for_memory, write_issue
from tests.ui.user import MILLISECONDS, User

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60.0
NEAR = 120  # characters, three lines: the two windows are not of the same size
pytestmark = [
    pytest.mark.usefixtures("without_dictionary"),
    pytest.mark.skipif(sys.platform == "win32", reason="no process of Windows is killed in the middle of a write"),
]
# A window of its own process: reads the second article down to some words, hides the contents, and goes on
# scrolling up and down there until it is killed.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader import cli
from tests.ui.remembering import TITLES

def window():
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow")

def read_on():
    main = window()
    if main.session.current() is None:  # started without files
        QTimer.singleShot(20, read_on)
        return
    titles = [entry.title for entry in main.session.current().outline.entries]
    main.session.go_to(titles.index(TITLES[1]))
    main.resize(1111, 777)
    main.actions_by_id["contents"].trigger()
    QTimer.singleShot(300, scroll)

def scroll():
    article = window().article
    article.show_offset(article._source.index("第120处"))
    print("reading", flush=True)

cli.open_window([Path(name) for name in sys.argv[1:]], on_settled=lambda: QTimer.singleShot(0, read_on))
"""


@contextmanager
def _window(files: list[Path], settings: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(settings), "HOME": str(settings)}
    child = subprocess.Popen(
        [sys.executable, "-c", WINDOW, *map(str, files)], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < until, "nothing was kept"
        time.sleep(0.05)


def _kept_place() -> ReadingPlace | None:
    if not data_file().exists():
        return None
    try:
        with Library(data_file()) as library:
            session = library.session()
            return library.reading_place(session.issues[0].key) if session.issues and session.issues[0].key else None
    except CannotKeep:
        return None


def test_after_kill_9_the_window_comes_back_as_it_was(make_user: Callable[..., User], tmp_path: Path) -> None:
    issues = [write_issue(tmp_path), write_issue(tmp_path, "shan.md", "山城快报")]
    wanted = issues[0].read_text("utf-8").index("第120处")
    file = tmp_path / "bulletin-reader" / "bulletin-reader.ini"

    def settings() -> Settings:
        return load_settings(QSettings(str(file), QSettings.Format.IniFormat))

    def is_kept() -> bool:
        place = _kept_place()
        start = place.locator.pieces[0].start if place and place.locator.pieces else 0
        return abs(start - wanted) < NEAR and file.exists() and not settings().show_contents

    with _window(issues, tmp_path) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "reading"
        _wait_for(is_kept)
        child.kill()
        child.wait()

    assert settings().geometry and not settings().show_contents
    user = make_user(resumes=True, geometry=settings().geometry, show_contents=settings().show_contents)
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 2, timeout=MILLISECONDS)
    wait_for_memory(user)
    assert [opened.path for opened in user.window.session.issues()] == issues
    assert user.title() == TITLES[1]
    assert abs((user.window.article.top_offset() or 0) - wanted) < NEAR
    assert not user.sees("contentsPanel")


def test_a_process_that_starts_without_files_goes_on_too(tmp_path: Path) -> None:
    issue = write_issue(tmp_path)
    with _window([issue], tmp_path) as child:
        assert child.stdout is not None and child.stdout.readline()
        _wait_for(lambda: _kept_place() is not None)
    # The next one is given no file; it shows the issue all the same, or it could not go on to its second article.
    with _window([], tmp_path) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "reading"
