"""Save what can be read of a damaged file into a new one, and set the damaged one aside.

Rows are read one by one where a page is broken; what the newest copy still has and the file has not comes from there.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.store.database import Database, connect, is_sound, make_private, sequence_of, stamp_of_day
from reader.store.failures import is_damage, told
from reader.store.merging import merge_all
from reader.store.schema import KEYS

LOCK_SECONDS = 30.0  # to wait for another process that rescues the file
MOST_FAILURES = 20_000  # reads of one table that may fail before the rest is given up
HOPELESS = 1_000  # the same where not one row was read: the root of the table is gone
LAST_ROW = 1 << 22  # looked for where the table itself cannot say
SIDE_FILES = ("-wal", "-shm")

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was done about a damaged file, for the user to know."""

    set_aside: Path  # where the damaged file is now
    marks: int  # saved from it
    from_copy: int  # marks that only an older copy still had


def rescue_if_damaged(path: Path, copies: Path) -> Rescue | None:
    """Check a file, and put a sound one in its place if it is damaged; `None` where all was well.

    `copies` is the folder of older copies. Raises `CannotKeep` where the folder cannot be written.
    """
    with told(path):
        _finish_an_interrupted_rescue(path)
        if not path.exists() or _is_sound_file(path):
            return None
        with _alone(path):
            if _is_sound_file(path):  # another process was faster
                return None
            with _writers_kept_out(path):
                return _rescue(path, copies)


def _rescue(path: Path, copies: Path) -> Rescue:
    ready = _ready(path)
    ready.unlink(missing_ok=True)
    make_private(ready)
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(Database(ready)) as sound:
        for side in ("", *SIDE_FILES[:1]):
            source = path.with_name(path.name + side)
            if source.exists():
                shutil.copyfile(source, Path(folder) / (path.name + side))
        with sound.writing() as stamp:
            marks = merge_all(sound, _readable(Path(folder) / path.name), stamp)["marks"]
        from_copy = 0
        for copy in newest_first(copies):
            if _is_sound_file(copy):
                with sound.writing() as stamp:
                    from_copy = merge_all(sound, _readable(copy), stamp)["marks"]
                break
        sound.run("PRAGMA journal_mode = DELETE")  # one file, so that one renaming puts it in place
    aside = path.with_name(f"{path.stem}.damaged.{stamp_of_day()}{path.suffix}")
    for side in ("", *SIDE_FILES):
        source = path.with_name(path.name + side)
        if source.exists():
            source.replace(aside.with_name(aside.name + side))
    ready.replace(path)
    return Rescue(aside, marks, from_copy)


@contextlib.contextmanager
def _writers_kept_out(path: Path) -> Iterator[None]:
    """Let no open window write to the damaged file while it is copied; it would write behind the copy's back."""
    connection = connect(path)
    try:
        with contextlib.suppress(sqlite3.DatabaseError):  # where this fails, nobody can write
            connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        with contextlib.suppress(sqlite3.DatabaseError):
            connection.close()


def _ready(path: Path) -> Path:
    return path.with_name(f"{path.stem}.rescued{path.suffix}")


def _finish_an_interrupted_rescue(path: Path) -> None:
    """Put the rescued file in place where the process died between the two renamings."""
    ready = _ready(path)
    if ready.exists() and not path.exists():
        ready.replace(path)


def _is_sound_file(path: Path) -> bool:
    """Tell whether a file is a database whose pages hang together; an empty file is a new one."""
    connection = connect(path)
    try:
        return is_sound(connection)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise
    finally:
        connection.close()


def _readable(path: Path) -> dict[str, list[Record]]:
    """Return all rows of all tables that can be read."""
    connection = connect(path)
    try:
        connection.execute("SELECT name FROM sqlite_master").fetchall()
        return {table: list(_rows(connection, table)) for table in KEYS}
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return {}  # without its head nothing of a file can be read
        raise
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Record]:
    """Yield the rows of a table; a range that cannot be read is halved until only the broken rows are left out."""
    ranges = [(1, _last_row(connection, table))]
    failures, most = 0, HOPELESS
    while ranges and failures < most:
        first, last = ranges.pop()
        try:
            found = connection.execute(f"SELECT * FROM {table} WHERE id BETWEEN ? AND ?", (first, last)).fetchall()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                return  # there is no such table
            failures += 1
            middle = (first + last) // 2
            if first < last:
                ranges += [(middle + 1, last), (first, middle)]
            continue
        if found:
            most = MOST_FAILURES
        yield from (dict(row) for row in found)


def _last_row(connection: sqlite3.Connection, table: str) -> int:
    try:
        return int(connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0)
    except sqlite3.DatabaseError:
        return LAST_ROW


def newest_first(folder: Path) -> list[Path]:
    """List the copies in a folder by what they hold: a clock that was wrong once makes no old copy the newest."""
    found = folder.glob("*.sqlite3") if folder.is_dir() else ()
    return sorted(found, key=lambda path: (sequence_of(path), path.name), reverse=True)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let only one process rescue a file; the lock of a process that dies goes with it."""
    lock = connect(path.with_name(path.name + ".lock"), LOCK_SECONDS)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()
