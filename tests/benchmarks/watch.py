"""Watch a window from inside its process: when has it settled, how long did it stand still?"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

TICK = 5  # ms


class SettledWatch(QObject):
    """Call `settled(view)` once a text view has painted and nothing is left to do.

    The view is the one named `name`; it counts from the moment it holds at least `characters`.
    """

    def __init__(self, name: str, characters: int, settled: Callable[[QTextEdit], None]) -> None:
        super().__init__()
        self._name = name
        self._characters = characters
        self._settled = settled
        self._view: QTextEdit | None = None
        self._idle = QTimer(self, interval=0, singleShot=True)  # fires when the event queue is empty
        self._idle.timeout.connect(self._on_idle)
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start waiting for rest after each paint of the wanted view that shows its text."""
        if event.type() == QEvent.Type.Paint:
            view = watched.parent()
            named = isinstance(view, QTextEdit) and view.objectName() == self._name
            if named and view.document().characterCount() >= self._characters:
                self._view = view
                self._idle.start()
        return False

    def _on_idle(self) -> None:
        QApplication.instance().removeEventFilter(self)
        self._settled(self._view)


class GapWatch(QObject):
    """Measure the longest time between two ticks of a fast timer on the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self.ticks = 0
        self._last: float | None = None  # not before the event loop runs
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self.longest = max(self.longest, now - self._last)
        self.ticks += 1
        self._last = now
