"""What can go wrong with the file of marks, each told in one sentence."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reader.model.errors import CannotKeep

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
SENTENCES = {
    "store-locked": "Another program keeps “{path}” locked; close it, and try again.",
    "store-read-only": "“{path}” cannot be written; allow it, or choose another data folder.",
    "store-full": "The disk of “{path}” is full; make room, and try again.",
    "store-damaged": "“{path}” is damaged; start the program again to save what can be read of it.",
    "store-failed": "“{path}” could not be used ({reason}); check the disk, and try again.",
    "store-newer": "“{path}” was written by a newer version of the program; update this one to open it.",
    "store-foreign": "“{path}” belongs to another program; move it away, or choose another data folder.",
}
CODES = {
    sqlite3.SQLITE_BUSY: "store-locked",
    sqlite3.SQLITE_LOCKED: "store-locked",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_CANTOPEN: "store-read-only",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
    sqlite3.SQLITE_NOTADB: "store-damaged",
    sqlite3.SQLITE_IOERR: "store-failed",
    sqlite3.SQLITE_NOMEM: "store-failed",
    sqlite3.SQLITE_PROTOCOL: "store-locked",
}


def failure(code: str, path: Path, reason: str = "") -> CannotKeep:
    """Return the error for a case."""
    return CannotKeep(SENTENCES[code], code=code, path=str(path), reason=reason)


def code_of(error: sqlite3.Error) -> int:
    """Return the primary result code of an error; 0 where it has none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the file's bytes are wrong."""
    return code_of(error) in DAMAGE


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise failures of the environment as `CannotKeep`; a wrong statement stays the bug that it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = CODES.get(code_of(error))
        if code is None:
            raise
        raise failure(code, path, str(error)) from error
    except PermissionError as error:
        raise failure("store-read-only", path) from error
    except OSError as error:
        raise failure("store-failed", path, error.strerror or type(error).__name__) from error
