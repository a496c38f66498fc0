"""Make what is shown of a wish, off the GUI thread; the latest wish is the one that counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.errors import Cancelled
from reader.ui.features.export.making import ExportWish, Made, Material, made
from reader.ui.kit.jobs import Jobs, Report

PREVIEW_JOB = "preview"
SETTLE_MILLISECONDS = 60  # in which several changes are taken as one


class PreviewMaker(QObject):
    """Make one preview at a time: a compiler cannot be stopped, and two would keep all threads busy."""

    ready = Signal(object)  # what was Made
    failed = Signal(Exception)

    def __init__(self, material: Material, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._material = material
        self._jobs = jobs
        self._wish: ExportWish | None = None
        self._round = 0  # counts the wishes
        self._done = 0  # the last one that was made
        self._is_running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._timer.timeout.connect(self._start)

    def want(self, wish: ExportWish) -> None:
        """Make this next, in the place of whatever is being made."""
        self._wish = wish
        self._round += 1
        if not self._timer.isActive():
            self._timer.start()

    def is_busy(self) -> bool:
        """Tell whether the latest wish is still to be shown."""
        return self._done != self._round

    def stop(self) -> None:
        """Make nothing any more."""
        self._timer.stop()
        self._jobs.cancel(PREVIEW_JOB)
        self._wish = None

    def _start(self) -> None:
        if self._is_running or self._wish is None:
            return
        self._is_running = True
        wish, number, material = self._wish, self._round, self._material

        def work(report: Report) -> Made | None:
            try:
                return made(material, wish, report, lambda: number == self._round)
            except Cancelled:
                return None

        self._jobs.start(
            PREVIEW_JOB,
            work,
            lambda result: self._on_made(number, result),
            lambda error: self._on_failed(number, error),
        )

    def _on_made(self, number: int, result: Made | None) -> None:
        self._is_running = False
        if number != self._round:
            if result and result.pages:
                result.pages.close()
            self._start()
        elif result:
            self._done = number
            self.ready.emit(result)

    def _on_failed(self, number: int, error: Exception) -> None:
        self._is_running = False
        if number != self._round:
            self._start()
        else:
            self._done = number
            self.failed.emit(error)
