"""What a window does when it has been opened by a start of the program, beside showing files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from reader.app.crash_guard import ended_badly
from reader.ui.window.later_starts import LaterStarts

if TYPE_CHECKING:
    from reader.app.single_instance import SingleInstance
    from reader.ui.window.main_window import MainWindow

LOOK_BACK_MILLISECONDS = 400  # after the start, and again while files are being opened
SOON_MILLISECONDS = 50


def greet(window: MainWindow, instance: SingleInstance | None, *, with_first_steps: bool = False) -> None:
    """Answer later starts from now on, and say what is to be said of earlier ones and to new users."""
    if instance:
        later = LaterStarts(instance, window)
        later.files_came.connect(window.opening.open_paths)
        later.came_first.connect(lambda: _keep(window))
        if instance.is_silent:
            text = QCoreApplication.translate(
                "Greeting",
                "The window that was open does not answer, so this is another one; "
                "close that one when it answers again.",
            )
            window.memory.tell(text)
    QTimer.singleShot(LOOK_BACK_MILLISECONDS, window, lambda: _look_back(window))
    if with_first_steps:
        _show_when_read(window)


def _keep(window: MainWindow) -> None:
    """Keep what is open in this window for the next start, now that it is the one that answers."""
    window.session.is_kept = True
    if window.memory.desk:
        window.memory.desk.keep_soon()


def _show_when_read(window: MainWindow) -> None:
    """Show the first steps when there is an article below them; a window without one tells what to do by itself."""
    if window.session.entry() and window.article.is_painted():
        window.about.show_first_steps()
    elif window.session.expects_issue() or window.session.current():
        QTimer.singleShot(SOON_MILLISECONDS, window, lambda: _show_when_read(window))


def _look_back(window: MainWindow) -> None:
    """Say in the status line that an earlier window was ended by an error, when no file is being opened there."""
    if window.session.expects_issue():
        QTimer.singleShot(LOOK_BACK_MILLISECONDS, window, lambda: _look_back(window))
    elif ended_badly():
        text = QCoreApplication.translate("Greeting", "The program ended unexpectedly last time; your marks are safe.")
        window.status.show_message(text)
