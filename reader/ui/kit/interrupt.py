"""Ctrl+C in the terminal, heard between two events of the window and never within one."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

INTERRUPTED = 130  # exit code, as shells have it
MOST_BYTES = 64  # read from the pipe at once; each signal that comes writes one


class Interrupt(QObject):
    """Turns Ctrl+C into a signal of the event loop.

    Python would raise its error wherever it is, in the painting of a row too, and Qt does not survive that a window
    is closed while it is painted. A second Ctrl+C ends a program that no longer serves its events.
    """

    came = Signal()
    _asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_watching = False
        self._ends: tuple[int, int] | None = None  # of the pipe that wakes the event loop
        self._notifier: QSocketNotifier | None = None
        self._asked.connect(self.came, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Hear Ctrl+C from now on, unless whoever started the program made it deaf to it."""
        if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            return
        self._is_watching = True
        signal.signal(signal.SIGINT, self._on_signal)
        if sys.platform != "win32":  # whose pipes cannot be watched: there it is heard at the next event
            self._wake_by_signals()

    def leave(self) -> None:
        """Leave Ctrl+C to Python again."""
        if self._is_watching:
            self._is_watching = False
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if self._ends and self._notifier:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(-1)
            for end in self._ends:
                os.close(end)
            self._ends = None

    def _wake_by_signals(self) -> None:
        """Have the event loop run some Python when a signal comes: an idle one runs none, and would not hear of it."""
        read, write = self._ends = os.pipe()
        os.set_blocking(read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: os.read(read, MOST_BYTES))

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self._asked.emit()
