"""Notice that the file of an open issue was changed by another program."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader.ui.session.opened import OpenedIssue
from reader.ui.session.session import Session

SETTLE_MILLISECONDS = 400  # a program that writes a file changes it more than once


class FileWatch(QObject):
    """Watch the files of the open issues, and tell when that of the one in front is another."""

    outdated = Signal(object)  # the OpenedIssue in front
    fresh = Signal()  # what is in front is what is on the disk

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watcher: QFileSystemWatcher | None = None  # from the first file on
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MILLISECONDS)
        self._soon.timeout.connect(self._look)
        session.issues_changed.connect(self._watch)
        session.current_changed.connect(self._tell)

    def _watch(self) -> None:
        """Watch the files of the issues that are open now."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(lambda _name: self._soon.start())
        wanted = {str(opened.path) for opened in self._session.issues()}
        watched = set(self._watcher.files())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def _look(self) -> None:
        self._watch()  # a file that was replaced is no longer watched
        self._tell(self._session.current())

    def _tell(self, opened: OpenedIssue | None) -> None:
        if opened is not None and opened.is_outdated():
            self.outdated.emit(opened)
        else:
            self.fresh.emit()
