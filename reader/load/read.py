"""Read the bytes of a file, with every way this fails told in the user's words."""

from __future__ import annotations

import stat
from pathlib import Path

from reader.load.inside import split_path
from reader.load.loaded import Progress
from reader.model.errors import CannotRead

MAX_BYTES = 2 << 30
_CHUNK = 1 << 22


def read_bytes(path: Path, progress: Progress | None = None) -> bytes:
    """Return all bytes of the file; raise `CannotRead` where there are none to be had."""
    try:
        if inside := split_path(path):
            from reader.load.packed import read_member  # few issues come packed

            return read_member(*inside)
        _check(path)
        return _read(path, progress)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in the name
        sentence = "There is no file {path}; check the name and the folder."
        raise CannotRead(sentence, code="missing", path=str(path)) from error
    except PermissionError as error:
        sentence = "You may not read {path}; ask its owner for permission, or copy it to a folder of yours."
        raise CannotRead(sentence, code="permission", path=str(path)) from error
    except OSError as error:
        sentence = "{path} could not be read ({reason}); check the disk or the connection, and try again."
        reason = error.strerror or type(error).__name__
        raise CannotRead(sentence, code="unreadable", path=str(path), reason=reason) from error


def _check(path: Path) -> None:
    """Refuse what is no ordinary file of a sensible size, before any byte is read."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise CannotRead("{path} is a folder; choose a file in it.", code="folder", path=str(path))
    if not stat.S_ISREG(status.st_mode):  # a pipe or a device could keep us waiting for ever
        raise CannotRead("{path} is not an ordinary file; choose a text file.", code="not-a-file", path=str(path))
    if status.st_size == 0:
        raise CannotRead("{path} is empty; choose another file.", code="empty", path=str(path))
    if status.st_size > MAX_BYTES:
        raise CannotRead(
            "{path} is larger than {limit} GB; split it, and open the parts.",
            code="too-big",
            path=str(path),
            limit=MAX_BYTES >> 30,
        )


def _read(path: Path, progress: Progress | None) -> bytes:
    """Read in pieces, so that a slow disk can be waited for and given up."""
    pieces = []
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            pieces.append(piece)
            if progress is not None:
                progress("load", 0.0)
    return b"".join(pieces)
