"""The issue that a child process reads while the window starts: received by the event loop, without a thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from reader.app.prefetch import ReadingAhead


class ArrivingIssue(QObject):
    """Receive one issue piece by piece, and tell when it is there."""

    came = Signal(object)  # the Issue, or None when the file must be read here

    def __init__(self, prefetched: ReadingAhead, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prefetched = prefetched
        self._notifier = QSocketNotifier(prefetched.pipe, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._receive)

    def abandon(self) -> None:
        """Want the issue no more."""
        self._notifier.setEnabled(False)
        self._prefetched.abandon()
        self.deleteLater()

    def _receive(self) -> None:
        if self._prefetched.receive():
            self._notifier.setEnabled(False)  # before the pipe is closed
            self.came.emit(self._prefetched.issue())
            self.deleteLater()
