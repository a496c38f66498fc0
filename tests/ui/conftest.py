"""Open the real window for each test, and fail the test that leaves something behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import pipeline
from reader.ui import app as reader_app
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings
from tests.ui.user import User

OPEN_MILLISECONDS = 20_000


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Make the application as the program itself makes it."""
    return reader_app.make_application()


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path) -> None:
    """Keep the settings of a test away from those of the user."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window open, a mouse button pressed, or a thread that does not end by itself."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    # Without a screen the clipboard outlives Python, and what Python put there would be freed without it.
    qapp.clipboard().clear()
    left = [widget.objectName() for widget in qapp.topLevelWidgets() if widget.isVisible()]
    threads = [thread for thread in threading.enumerate() if thread.name.startswith("reader-job")]
    for thread in threads:
        thread.join(30)  # a slow machine takes long to open the dictionary
    pressed = QGuiApplication.mouseButtons()
    assert (left, [thread.name for thread in threads if thread.is_alive()]) == ([], [])
    assert pressed == Qt.MouseButton.NoButton


@pytest.fixture
def without_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name no keywords: a window that is closed at once would wait for seconds for the dictionary to be read."""
    monkeypatch.setattr(pipeline, "article_keywords", lambda _node: ())


@pytest.fixture
def make_user(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., User]]:
    """Return a function that opens a window in a language and theme and returns its user.

    With `resumes` the window opens what was open last, as at a start without files.
    """
    windows = []

    def make(*, resumes: bool = False, **chosen: object) -> User:
        settings = Settings(theme="light", language="zh")
        for name, value in chosen.items():
            setattr(settings, name, value)
        window = reader_app.open_window(qapp, settings, Session(resumes=resumes))
        windows.append(window)
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        return User(window, qtbot)

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def user(make_user: Callable[..., User]) -> User:
    """Return the user of a Chinese window."""
    return make_user()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Return the folder for pictures: what BULLETIN_PICTURES names, else one that goes away."""
    folder = Path(os.environ.get("BULLETIN_PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
