"""What later starts ask of this window: their files are opened in it, and it comes to the front."""

from __future__ import annotations

import os

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.app.single_instance import SingleInstance

POLL_MILLISECONDS = 500  # between two looks where the system watches no more folders
CLAIM_MILLISECONDS = 3000  # between two attempts to take over the place of a window that may have been closed
TOKEN = "XDG_ACTIVATION_TOKEN"  # where Qt looks for the leave to come to the front


class LaterStarts(QObject):
    """Answer later starts while the window is open."""

    files_came = Signal(list)  # paths
    came_first = Signal()  # this is the window that answers, from now on

    def __init__(self, box: SingleInstance, window: QWidget) -> None:
        super().__init__(window)
        self._box = box
        self._window = window
        self._watcher: QFileSystemWatcher | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._listen)
        self._waiting.start(0)

    def _listen(self) -> None:
        """Begin to answer, or see later whether the window that answers now has gone."""
        try:
            if not self._box.claim():
                self._waiting.start(CLAIM_MILLISECONDS)
                return
            self._watcher = QFileSystemWatcher([str(self._box.folder)], self)
            self._watcher.directoryChanged.connect(self._answer)
            self._box.listen()
            if not self._watcher.directories():
                self._waiting.timeout.disconnect()
                self._waiting.timeout.connect(self._answer)
                self._waiting.setSingleShot(False)
                self._waiting.start(POLL_MILLISECONDS)
        except OSError:
            return  # there is none in a folder that cannot be written, and no letters
        self.came_first.emit()
        self._answer()

    def _answer(self) -> None:
        letters = self._box.take()
        if not letters:
            return
        # One after the other would bring the first file of the last letter to the front, whose sender waits most.
        for letter in letters:
            if letter.paths:
                self.files_came.emit(list(letter.paths))
        come_to_front(self._window, letters[-1].token)


def come_to_front(window: QWidget, token: str = "") -> None:
    """Show a window before all others, as far as the desktop lets it; else it asks for attention in the task bar."""
    if token:
        os.environ[TOKEN] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
    os.environ.pop(TOKEN, None)
