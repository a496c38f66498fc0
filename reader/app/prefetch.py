"""Reading ahead: the file that the window will show first is read in a child process while Qt loads.

Reading and loading Qt are both work of the interpreter, which does one thing at a time in a process. A start takes
a fifth less when another core reads. Where that cannot be had, or anything at all goes wrong in the child, the file is
read in the ordinary way, which also tells what is wrong with it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.document import Issue

LARGEST = 300_000  # bytes; a larger file takes long enough for its progress to be told, which the child does not do
CHUNK = 1 << 16  # bytes, what a pipe holds
PR_SET_PDEATHSIG, SIGKILL = 1, 9  # of Linux; the module `signal` is slow to load


class ReadingAhead:
    """One file that a child process is reading; its issue can be had once the child has sent it whole."""

    def __init__(self, path: Path, child: int, pipe: int) -> None:
        self.path = path
        self.pipe = pipe  # readable whenever there is something to receive
        self._child = child
        self._received = bytearray()

    def receive(self) -> bool:
        """Take what has come, waiting for it where nothing has; tell whether that was all."""
        chunk = os.read(self.pipe, CHUNK)
        self._received += chunk
        return not chunk

    def issue(self) -> Issue | None:
        """Return the issue that was received whole; None when the child could not read the file."""
        if self._end() != 0:
            return None
        import pickle

        issue: Issue = pickle.loads(self._received)  # from our own child, through a pipe that nobody else has
        return issue

    def abandon(self) -> None:
        """Stop the child."""
        os.kill(self._child, SIGKILL)
        self._end()

    def _end(self) -> int:
        os.close(self.pipe)
        _, status = os.waitpid(self._child, 0)
        return os.waitstatus_to_exitcode(status)


def read_ahead(path: Path) -> ReadingAhead | None:
    """Begin to read a file in a child process; None where that cannot be done or does not pay.

    Only a process that has one thread and no Qt yet can be copied safely; on macOS its frameworks forbid it.
    """
    if sys.platform != "linux" or "PySide6" in sys.modules or not _is_small(path) or not _is_alone():
        return None
    pipe, their_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(pipe)
        _serve(path, their_end)
    os.close(their_end)
    return ReadingAhead(path, child, pipe)


def _is_small(path: Path) -> bool:
    try:
        return path.is_file() and 0 < path.stat().st_size <= LARGEST
    except OSError:
        return False


def _is_alone() -> bool:
    """Tell whether this process has one thread and a core to spare."""
    threading = sys.modules.get("threading")
    return (threading is None or threading.active_count() == 1) and len(os.sched_getaffinity(0)) > 1


def _serve(path: Path, pipe: int) -> None:
    """Read a file, send its issue through the pipe and end this process, which must run nothing of its parent's."""
    status = 1
    try:
        import ctypes
        import pickle

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGKILL)  # nobody waits for the issue of a window that is gone

        from reader.pipeline import open_issue

        with os.fdopen(pipe, "wb") as end:
            pickle.dump(open_issue(path), end, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
