"""Where the marks are kept, as the window sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from reader.store import Library


class Keeper(Protocol):
    """Whoever holds the library open; `marks_changed` is a signal with the key of an issue."""

    library: Library
    marks_changed: Any


class OwnKeeper(QObject):
    """Keep marks in a library of one's own: in memory, unless a file is named."""

    marks_changed = Signal(str)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = Library(path)
