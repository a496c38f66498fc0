"""Work off the GUI thread: progress, cancel and supersede."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.model.errors import Cancelled, ReaderError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

PROGRESS_INTERVAL = 0.04  # seconds between two reports to the GUI thread
WORKERS = 3  # to open a file, to take things out of it, to draw

Report = Callable[[str, float], None]
Work = Callable[[Report], Any]


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work and the callbacks that its end calls on the GUI thread."""

    key: str
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None = None
    progress: Report | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    reported: float = 0.0


class Jobs(QObject):
    """Run functions on a few threads and hand their results to the GUI thread.

    A job that is started under the key of a running one supersedes it. A superseded or cancelled
    job calls nothing back, so it leaves things as they were.
    """

    _delivered = Signal(object)  # a function to call on the GUI thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None  # from the first job on
        self._current: dict[str, Job] = {}
        self._speaking = threading.Lock()  # held by a thread that hands over a result
        self._is_down = False
        self._delivered.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        key: str,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Report | None = None,
    ) -> None:
        """Run `work(report)` on a thread; `report(stage, fraction)` raises `Cancelled` when it should stop.

        After `shut_down` nothing starts any more.
        """
        self.cancel(key)
        if self._is_down:
            return
        job = Job(key, done, failed, progress)
        self._current[key] = job
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # most starts come to the first page without a job

            self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="reader-job")
        self._pool.submit(self._run, job, work)

    def cancel(self, key: str) -> bool:
        """Stop the job of this key; tell whether there was one."""
        job = self._current.pop(key, None)
        if job:
            job.stopped.set()
        return job is not None

    def running(self) -> tuple[str, ...]:
        """List the keys of the jobs that have not ended."""
        return tuple(self._current)

    def shut_down(self) -> None:
        """Cancel all jobs without waiting: each thread ends at its next report, and touches no Qt object after."""
        self._is_down = True
        with self._speaking:  # a thread in the midst of a signal would find its sender gone
            for key in self.running():
                self.cancel(key)
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _run(self, job: Job, work: Work) -> None:
        """Do the work (on a thread of the pool) and deliver its end."""

        def report(stage: str, fraction: float) -> None:
            if job.stopped.is_set():
                raise Cancelled("Stopped.")
            now = monotonic()
            if job.progress and now - job.reported >= PROGRESS_INTERVAL:
                job.reported = now
                self._deliver(job, lambda: self._report(job, stage, fraction))

        try:
            report("", 0.0)
            result = work(report)
        except Cancelled:
            return
        except Exception as error:  # the GUI thread tells the user, whatever it is
            failure = error
            self._deliver(job, lambda: self._fail(job, failure))
        else:
            self._deliver(job, lambda: self._succeed(job, result))

    def _deliver(self, job: Job, call: Callable[[], object]) -> None:
        with self._speaking:
            if not job.stopped.is_set():  # nothing waits for a stopped job, and its window may be gone
                self._delivered.emit(call)

    @Slot(object)
    def _call(self, call: Callable[[], object]) -> None:
        call()

    def _report(self, job: Job, stage: str, fraction: float) -> None:
        if self._current.get(job.key) is job and job.progress:
            job.progress(stage, fraction)

    def _finish(self, job: Job) -> bool:
        """Forget a job that ended; tell whether it was still wanted."""
        if self._current.get(job.key) is not job:
            return False
        del self._current[job.key]
        return True

    def _succeed(self, job: Job, result: Any) -> None:
        if self._finish(job):
            job.done(result)

    def _fail(self, job: Job, error: Exception) -> None:
        if not self._finish(job):
            return
        if job.failed:
            job.failed(error)
        elif not isinstance(error, ReaderError):
            raise error  # the one handler of unexpected errors is to hear of it
