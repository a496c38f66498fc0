"""The library as a window uses it: opened on a thread, used on two, and watched for what other windows write."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.errors import CannotKeep
from reader.model.marks import KeptSession
from reader.store import Library, Rescue
from reader.ui.kit.jobs import Jobs, Report

LOOK_MILLISECONDS = 1500  # between two looks at what other windows wrote
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenShelf:
    """What opening the library gave."""

    library: Library
    second: Library | None  # the same file for other threads; none where the library is in memory
    session: KeptSession
    problem: CannotKeep | None = None  # why the file could not be used, or no copy be made of it

    @property
    def rescue(self) -> Rescue | None:
        """Say what was done about a damaged file."""
        return self.library.rescue


def open_shelf(path: Path | None) -> OpenShelf:
    """Open the library of a file, or with `None` and where the file cannot be used one in memory; for any thread."""
    if path is None:
        return OpenShelf(Library(None), None, KeptSession())
    try:
        library = Library(path)
        try:
            with library.database.writing(is_durable=False):
                pass  # a file that can be read but not written is of no use
            session, second = library.session(), Library(path, is_checked=True)
        except CannotKeep:
            library.close()
            raise
    except CannotKeep as error:
        return OpenShelf(Library(None), None, KeptSession(), error)
    try:
        library.keep_copy()
    except CannotKeep as error:
        return OpenShelf(library, second, session, error)
    return OpenShelf(library, second, session)


class LibraryKeeper(QObject):
    """Hold the library of one window."""

    marks_changed = Signal(str)  # key of an issue whose marks were changed, perhaps by another window
    read_changed = Signal(str)  # key of an issue in which something became read or unread
    looked_around = Signal()
    failed = Signal(object)  # a CannotKeep

    def __init__(self, shelf: OpenShelf, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = shelf.library  # for the GUI thread alone
        self._second = shelf.second
        self._jobs = jobs
        self._using = threading.Lock()  # held by the thread that uses the second one
        self._closed = threading.Event()
        self._cursor = self.library.changes_since(-1).cursor
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_around)
        self._timer.start(LOOK_MILLISECONDS)

    @property
    def is_lasting(self) -> bool:
        """Tell whether what is kept outlives the window."""
        return self._second is not None

    def run(self, key: str, work: Callable[[Library], T], done: Callable[[T], None] | None = None) -> None:
        """Do `work(library)` off the GUI thread, where the library is a file; hand its result to `done`.

        Work under the key of one that still waits takes its place.
        """
        call = done or _ignore
        if self._second is None:
            try:
                result = work(self.library)
            except CannotKeep as error:
                self._on_failed(error)
            else:
                call(result)
            return
        self._jobs.start(key, lambda report: self.use(work, report), call, self._on_failed)

    def use(self, work: Callable[[Library], T], report: Report | None = None) -> T:
        """Do `work(library)` on the thread that calls, which may be any; raises `CannotKeep`."""
        with self._using:
            if report:
                report("", 0.0)  # what was superseded while it waited must not be written after what is newer
            if self._second is None or self._closed.is_set():
                raise CannotKeep("The library is closed.", code="store-closed")
            try:
                return work(self._second)
            finally:
                if self._closed.is_set():
                    self._second.close()

    def look_around(self) -> None:
        """Tell what other windows, and this one, wrote since the last look."""
        try:
            changes = self.library.changes_since(self._cursor)
        except CannotKeep as error:
            self._on_failed(error)
            return
        self._cursor = changes.cursor
        for issue in changes.marked:
            self.marks_changed.emit(issue)
        for issue in changes.read:
            self.read_changed.emit(issue)
        self.looked_around.emit()

    def close(self) -> None:
        """Close the file; a thread that still uses it closes its own access when it is done."""
        self._timer.stop()
        self._closed.set()
        self.library.close()
        if self._second and self._using.acquire(blocking=False):
            self._second.close()
            self._using.release()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CannotKeep):
            raise error  # a bug: the one handler of unexpected errors is to hear of it
        if not self._closed.is_set():
            self.failed.emit(error)


def _ignore(_result: object) -> None:
    """Do nothing with a result."""
