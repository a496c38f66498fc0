"""Where the marks are kept, as the window sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.store import Library

T = TypeVar("T")


class MarksKeeper(Protocol):
    """Whoever holds the library open."""

    library: Library  # for the GUI thread
    marks_changed: Any  # a signal with the key of an issue

    def run(self, key: str, work: Callable[[Library], T], done: Callable[[T], None] | None = None) -> None:
        """Do `work(library)`, off the GUI thread where that can be, and hand its result to `done`."""
        ...


class OwnKeeper(QObject):
    """Keep marks in a library of one's own: in memory, unless a file is named."""

    marks_changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = Library(path)

    def run(self, key: str, work: Callable[[Library], T], done: Callable[[T], None] | None = None) -> None:
        """Do `work(library)` at once: a library in memory has one thread alone."""
        del key
        result = work(self.library)
        if done:
            done(result)
