"""One window for one person: a later start leaves a letter for the window that is open, and ends.

The letterbox is a folder in the data folder, with a lock that the window holds as long as its process lives. Files and
a lock are the same on every system, need no library and no socket, and cost a start half a millisecond; the system
itself frees the lock of a process that ends, however it ends, so that nothing stale is left to be cleared away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.app.data_folder import data_folder

LETTER, PART = ".letter", ".part"
LOCKED_BYTE = 1 << 30  # Windows lets nobody read a byte that is locked
PATIENCE = 4.0  # seconds that a window has to answer
START_PATIENCE = 30.0  # the same while it is being started, which takes long from a slow disk
STALE = 90.0  # seconds after which nobody waits for an answer to a letter any more
LOOK_SECONDS = 0.01
TAKEN = (errno.EACCES, errno.EAGAIN, getattr(errno, "EDEADLOCK", errno.EDEADLK))  # a lock is another process's


class Letter(NamedTuple):
    """What a later start was asked for."""

    paths: tuple[Path, ...] = ()  # absolute
    token: str = ""  # the desktop's leave to come to the front


class SingleInstance:
    """The letterbox of one person at one screen; `is_mine` says that this process is the one to empty it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.is_mine = False
        self.is_others = False  # another process has it
        self.is_silent = False  # and does not answer
        self._lock = -1  # a file handle

    def claim(self) -> bool:
        """Become the one who empties it, unless another process is; raises `OSError` where there can be none."""
        if self.is_mine:
            return True
        if self._lock < 0:
            _make_private(self.folder)
            self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        self.is_mine = _locked(self._lock)
        self.is_others = not self.is_mine
        if self.is_mine:
            os.ftruncate(self._lock, 0)
        return self.is_mine

    def listen(self) -> None:
        """Say that letters are answered at once from now on."""
        os.lseek(self._lock, 0, os.SEEK_SET)
        os.write(self._lock, str(os.getpid()).encode("ascii"))  # who listens is for people; that somebody does counts

    def leave(self, letter: Letter, patience: float = PATIENCE) -> bool:
        """Leave a letter and wait until it is taken; tell whether it was.

        Where it was not, the window has ended, and the letterbox is ours now, or it is silent. Raises `OSError`.
        """
        name = f"{time.time_ns():020}-{os.getpid()}"
        posted = self.folder / f"{name}{LETTER}"
        part = self.folder / f"{name}{PART}"
        part.write_bytes(b"\0".join([os.fsencode(text) for text in (letter.token, *map(str, letter.paths))]))
        part.replace(posted)
        began = time.monotonic()
        while posted.exists():
            if self.claim():
                posted.unlink(missing_ok=True)
                return False
            waited = time.monotonic() - began
            if waited > (patience if self._is_answered() else max(patience, START_PATIENCE)):
                self.is_silent = _withdrawn(posted)
                return not self.is_silent
            time.sleep(LOOK_SECONDS)
        return True

    def take(self) -> list[Letter]:
        """Take out the letters, the earliest first; each is had by this window or withdrawn by its sender, not both."""
        letters = []
        for path in sorted(self.folder.glob("*-*")):
            with contextlib.suppress(OSError, ValueError):  # withdrawn meanwhile
                is_stale = abs(time.time() - path.stat().st_mtime) > STALE  # its sender was ended while it waited
                if path.suffix == LETTER or is_stale:
                    token, *names = map(os.fsdecode, path.read_bytes().split(b"\0"))
                    path.unlink()
                    if not is_stale:
                        letters.append(Letter(tuple(map(Path, names)), token))
        return letters

    def close(self) -> None:
        """Leave it to the next one."""
        if self._lock >= 0:
            os.close(self._lock)
        self._lock, self.is_mine = -1, False

    def _is_answered(self) -> bool:
        return os.fstat(self._lock).st_size > 0


def find_instance() -> SingleInstance:
    """Return the letterbox of this person at this screen; the files of other persons and machines are elsewhere."""
    names = ("COMPUTERNAME", "SESSIONNAME", "WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    machine = os.uname().nodename if hasattr(os, "uname") else ""
    screen = zlib.crc32("|".join((machine, *(os.environ.get(name, "") for name in names))).encode("utf-8", "replace"))
    return SingleInstance(data_folder() / f"window-{_person()}-{screen:08x}")


def hand_over(paths: Sequence[Path], *, new_window: bool = False) -> SingleInstance | None:
    """Hand files to the window that is open; `None` says that it has them, or was brought to the front without any.

    Otherwise a window is to be opened, which answers the letters of the letterbox that is returned. Nothing that is
    wrong with the letterbox keeps a window from being opened.
    """
    box = find_instance()
    with contextlib.suppress(OSError):
        if box.claim() or new_window:
            return box
        _let_come_to_front()
        token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID") or ""
        if box.leave(Letter(tuple(path.absolute() for path in paths), token)):
            box.close()
            return None
    return box


def _make_private(folder: Path) -> None:
    """Make a folder that only this person can use; raises `OSError` where it is another person's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if hasattr(os, "getuid"):
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
            raise PermissionError(f"{folder} is not private")


def _person() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else f"{zlib.crc32(os.environ.get('USERNAME', '').encode()):x}"


def _withdrawn(posted: Path) -> bool:
    """Take a letter back; tell whether it was still there."""
    try:
        posted.unlink()
    except OSError:
        return False
    return True


def _locked(handle: int) -> bool:
    """Lock a file for as long as this process has it open; tell whether nobody else has it.

    Raises `OSError` where the disk knows no locks.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            # Not `flock`, whose locks a child that reads ahead would hold on to.
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, LOCKED_BYTE)
    except OSError as error:
        if error.errno not in TAKEN:
            raise
        return False
    return True


def _let_come_to_front() -> None:
    """Give the other process the leave that Windows gave this one."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
