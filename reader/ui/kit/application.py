"""The application object: it also hears what the desktop asks of the running program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Opens the files that macOS names in an event after a double-click, also those named before there is a window.

    An event filter would do as well, but see every event of every widget, which a key press would feel.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))
        self._open_paths: Callable[[list[Path]], object] | None = None
        self._waiting: list[Path] = []

    def event(self, event: QEvent) -> bool:
        """Take the requests to open a file out of what comes to the application itself."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._waiting.append(Path(event.file()))
            self._serve()
            return True
        return super().event(event)

    def open_with(self, open_paths: Callable[[list[Path]], object]) -> None:
        """Have the files opened by this from now on."""
        self._open_paths = open_paths
        self._serve()

    def _serve(self) -> None:
        if self._open_paths and self._waiting:
            paths, self._waiting = self._waiting, []
            self._open_paths(paths)
