"""Open the database file, bring it to the newest version, and write to it in transactions.

Several windows and processes share one file: each transaction takes the right to write at its beginning, waits for
others, and is on the disk when it is done (write-ahead log, synchronous full).
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.store.failures import failure, told
from reader.store.schema import APPLICATION, MIGRATIONS, upsert

WAIT_SECONDS = 5.0  # for another process that is writing
PRIVATE = 0o600  # mode of what a user marked and noted
# A file's name that is no UTF-8 has half a character for each such byte. SQLite keeps none: each goes aside by as much.
HALVES, ASIDE = re.compile("[\ud800-\udfff]"), 0x100000
SET_ASIDE = re.compile("[\U0010d800-\U0010dfff]")
Value = str | int | bytes | None
Row = sqlite3.Row


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a transaction writes into the rows that it changes."""

    change: int
    now: int  # microseconds, later than in any transaction before


def connect(path: Path | None, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Connect to a file, or to a database in memory, and set it up; raises `sqlite3.Error`."""
    # A thread may open what another one uses then; that only one does so at a time is its owner's care.
    connection = sqlite3.connect(path or ":memory:", timeout=wait, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.text_factory = _read_text
    return connection


def _read_text(raw: bytes) -> str:
    """Read a text as it was kept; a byte that a bad disk changed costs one character, not all rows."""
    text = raw.decode("utf-8", "replace")
    if raw.isascii():
        return text
    return SET_ASIDE.sub(lambda found: chr(ord(found[0]) - ASIDE), text)


def kept_text(value: Any) -> Any:
    return HALVES.sub(lambda found: chr(ord(found[0]) + ASIDE), value) if isinstance(value, str) else value


def kept(values: Sequence[Any] | dict[str, Any]) -> Sequence[Any] | dict[str, Any]:
    """Give values the form in which the file can hold them."""
    if isinstance(values, dict):
        return {name: kept_text(value) for name, value in values.items()}
    return [kept_text(value) for value in values]


def sequence_of(path: Path) -> int:
    """Return the number of the last change in a file: the greater, the newer; -1 where that cannot be told."""
    try:
        with contextlib.closing(_read_only(path)) as connection:
            return int(connection.execute("SELECT change FROM clock").fetchone()[0])
    except (sqlite3.Error, TypeError, ValueError):
        return -1


def make_private(path: Path) -> None:
    """Let nobody but the user read a file, made here where it is missing; its log is made like it."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
    with contextlib.suppress(OSError):  # another user's, or on a disk without modes
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE)


def is_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether the pages of a database hang together; raises `sqlite3.DatabaseError` where none can be read."""
    return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a file's tables; 0 of a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(
    connection: sqlite3.Connection,
    path: Path | None,
    migrations: Sequence[Sequence[str]] = MIGRATIONS,
    shown: Path | None = None,
) -> None:
    """Bring the tables to the newest version; a copy of the file as it was is kept first.

    Raises `CannotKeep` for a file of a newer version or of another program, which it calls `shown`.
    """
    shown = shown or path or Path("memory")
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and tables:
        raise failure("store-foreign", shown)
    version = version_of(connection)
    if version > len(migrations):
        raise failure("store-newer", shown)
    if version < len(migrations):
        if version and path:
            copy_to(connection, path.with_name(f"{path.stem}.version{version}.{stamp_of_day()}{path.suffix}"))
        _migrate(connection, migrations)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _migrate(connection: sqlite3.Connection, migrations: Sequence[Sequence[str]]) -> None:
    """Run the missing migrations, all or none; another process may have been faster."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in migrations[version_of(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def copy_to(connection: sqlite3.Connection, path: Path) -> None:
    """Copy a database, as of one moment, into a new file."""
    target = sqlite3.connect(path)
    try:
        connection.backup(target)
        # A copy is one file: it must be readable from a disk that cannot be written.
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()


def _read_only(path: Path) -> sqlite3.Connection:
    """Connect to a file without the right to change it; raises `sqlite3.Error`.

    Where no log lies beside it nobody has it open: the file is all there is, and no log needs to be made to read it.
    """
    is_open = path.with_name(f"{path.name}-wal").exists()
    return sqlite3.connect(f"{path.absolute().as_uri()}?{'mode=ro' if is_open else 'immutable=1'}", uri=True)


def stamp_of_day() -> str:
    """Return the time as a part of a file's name."""
    return time.strftime("%Y%m%d-%H%M%S")


class Database:
    """An open file; all failures of the environment are raised as `CannotKeep`."""

    def __init__(self, path: Path | None, wait: float = WAIT_SECONDS) -> None:
        self.path = path
        self._wait = wait
        self.on_written: Callable[[Stamp], None] | None = None  # called in each transaction when all is written
        self._connection = self._connected()
        self._identity = self._file_identity()

    def close(self) -> None:
        """Close the file; closing twice does nothing."""
        self._connection.close()

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[Row]:
        """Return the rows that a question yields."""
        with self._told():
            return self._connection.execute(statement, kept(values)).fetchall()

    @contextlib.contextmanager
    def writing(self, is_durable: bool = True) -> Iterator[Stamp]:
        """Write in one transaction: all of it is kept or nothing.

        One that is not durable survives the death of the process, but perhaps not that of the machine.
        """
        with self._told():
            self._begin("FULL" if is_durable else "NORMAL")
            try:
                stamp = self._stamp()
                yield stamp
                if self.on_written:
                    self.on_written(stamp)
                self.run("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self.run("ROLLBACK")
                raise

    def run(self, statement: str, values: Sequence[Value] | dict[str, Any] = ()) -> int:
        """Run a statement inside a transaction; return how many rows it changed."""
        return self._connection.execute(statement, kept(values)).rowcount

    def put(self, table: str, row: dict[str, Any], stamp: Stamp) -> None:
        """Write a row inside a transaction, over the one of the same key if there is one."""
        self.run(upsert(table, (*row, "updated", "change")), {**row, "updated": stamp.now, "change": stamp.change})

    def copy_to(self, path: Path) -> None:
        """Copy everything, as of this moment, into a new file."""
        with self._told():
            copy_to(self._connection, path)

    def take(self, path: Path) -> None:
        """Put a copy of what a file holds in the place of all that is here; the file is not written to.

        Raises `CannotKeep`, for a file of a newer version or of another program too.
        """
        with told(path):
            source = _read_only(path)
            try:
                source.backup(self._connection)
            finally:
                source.close()
            bring_up(self._connection, None, shown=path)

    def _connected(self) -> sqlite3.Connection:
        with self._told():
            connection = connect(self.path, self._wait)
            try:
                bring_up(connection, self.path)
            except BaseException:
                connection.close()
                raise
        return connection

    def _stamp(self) -> Stamp:
        """Take the number and the time of this transaction, both later than those of any before."""
        self.run("UPDATE clock SET change = change + 1, now = max(now + 1, ?)", (time.time_ns() // 1000,))
        change, now = self._connection.execute("SELECT change, now FROM clock").fetchone()
        return Stamp(change, now)

    def _begin(self, synchronous: str) -> None:
        """Take the right to write, in the file that is at the path now.

        Another process may have put a rescued file in the place of the damaged one, even while this one waited.
        """
        while True:
            self.run(f"PRAGMA synchronous = {synchronous}")
            self.run("BEGIN IMMEDIATE")
            identity = self._file_identity()
            if identity is None or identity == self._identity:
                return
            self.run("ROLLBACK")
            self._connection.close()
            self._connection = self._connected()
            self._identity = self._file_identity()

    def _file_identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat() if self.path else None
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if status else None

    def _told(self) -> contextlib.AbstractContextManager[None]:
        return told(self.path or Path("memory"))
