"""Processes that read issues beside this one: a file that ends or holds up its process costs that file alone.

Each is asked for one file after another through a pipe, and ends with it; so it ends with this process too.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, NamedTuple

from reader.library.held import HeldIssue
from reader.model.errors import CannotRead, ReaderError, foreseen

OPTION = "--read-in"  # of the command line: serve as one of the crew
SECONDS_A_FILE = 180.0  # after which a file is given up; an issue takes about one
TICK = 0.1
HEAD = 8  # bytes of a length
GIVEN_UP = "{path} could not be read: it takes more memory or time than any bulletin needs; get it again."


class Outcome(NamedTuple):
    """What came of a file: what is held of it, or why there is nothing."""

    path: Path
    held: HeldIssue | None
    refusal: ReaderError | None


class _Worker:
    """One process and the thread that asks it."""

    def __init__(self, tasks: SimpleQueue[Path], done: SimpleQueue[Outcome]) -> None:
        self.tasks, self.done = tasks, done
        self.process: subprocess.Popen[bytes] | None = None
        self.is_stopped = False
        self.thread = Thread(target=self._work, name="library-crew", daemon=True)
        self.thread.start()

    def _work(self) -> None:
        while not self.is_stopped:
            try:
                path = self.tasks.get_nowait()
            except Empty:
                break
            outcome = self._outcome(path)
            if not self.is_stopped:
                self.done.put(outcome)
        self._end()

    def _outcome(self, path: Path) -> Outcome:
        try:
            process = self.process = self.process or begun()
            assert process.stdin and process.stdout
            _say(process.stdin, path)
            answer = _heard(process)
        except (OSError, EOFError, pickle.UnpicklingError):
            answer = None
        if isinstance(answer, HeldIssue):
            return Outcome(path, answer, None)
        if isinstance(answer, ReaderError):
            return Outcome(path, None, answer)
        self._end()
        return Outcome(path, None, CannotRead(GIVEN_UP, code="given-up", path=str(path)))

    def _end(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    with suppress(OSError):
                        pipe.close()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.is_stopped = True
        if self.process is not None:
            with suppress(OSError):
                self.process.kill()


class Crew:
    """Reads files in several processes; what comes of them is given as it is ready."""

    def __init__(self, paths: Sequence[Path], size: int | None = None) -> None:
        self._left = len(paths)
        self._done: SimpleQueue[Outcome] = SimpleQueue()
        tasks: SimpleQueue[Path] = SimpleQueue()
        for path in paths:
            tasks.put(path)
        size = max(1, min(size or os.cpu_count() or 1, len(paths)))
        self._workers = [_Worker(tasks, self._done) for _ in range(size)]

    def outcomes(self) -> Iterator[Outcome | None]:
        """Yield what came of each file, and `None` now and then while nothing is ready."""
        while self._left:
            try:
                outcome = self._done.get(timeout=TICK)
            except Empty:
                yield None
                continue
            self._left -= 1
            yield outcome

    def close(self) -> None:
        """End all processes; what they were reading is not read."""
        for worker in self._workers:
            worker.stop()
        for worker in self._workers:
            worker.thread.join()


def begun() -> subprocess.Popen[bytes]:
    """Begin a process that serves."""
    is_built = getattr(sys, "frozen", False)
    program = [sys.executable] if is_built else [sys.executable, "-m", "reader"]
    return subprocess.Popen(
        [*program, OPTION],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=None if is_built else Path(__file__).resolve().parents[2],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def serve() -> int:
    """Read the files that standard input names, until it ends; answer on standard output, where nobody else writes."""
    from reader.library.taking import take

    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with suppress(AttributeError, OSError):
        os.nice(5)  # whoever waits for a window comes first
    while isinstance(path := _hear(sys.stdin.buffer), Path):
        answer: object
        try:
            with foreseen(GIVEN_UP, "unforeseen", str(path)):
                answer = take(path)
        except ReaderError as refusal:
            refusal.__cause__ = refusal.__context__ = None  # stays here: it may be of a kind that does not travel
            answer = refusal
        try:
            _say(out, answer)
        except BrokenPipeError:
            return 0
    return 0


def _say(out: IO[bytes], what: object) -> None:
    data = pickle.dumps(what, pickle.HIGHEST_PROTOCOL)
    out.write(len(data).to_bytes(HEAD, "big") + data)
    out.flush()


def _hear(said: IO[bytes]) -> object:
    """Return what is said next, `None` at the end; both ends are ours, and nobody else has the pipe."""
    head = said.read(HEAD)
    if len(head) < HEAD:
        return None
    data = said.read(int.from_bytes(head, "big"))
    return pickle.loads(data)


def _heard(process: subprocess.Popen[bytes]) -> object:
    """Return the answer of a process; one that takes too long is ended, which ends its pipe."""
    from threading import Timer

    assert process.stdout
    timer = Timer(SECONDS_A_FILE, process.kill)
    timer.daemon = True
    timer.start()
    try:
        return _hear(process.stdout)
    finally:
        timer.cancel()
