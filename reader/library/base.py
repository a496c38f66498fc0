"""The library's file: opened, made, set aside where it is damaged or of another form."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.app.data_folder import make_private_folder
from reader.library.schema import APPLICATION, FORM, TABLES
from reader.store.database import connect, kept, make_private, version_of
from reader.store.failures import failure, is_damage, told

WAIT_SECONDS = 30.0  # for another process that is reading issues in
SIDE_FILES = ("-wal", "-shm")
CACHE = 32_768  # KiB of pages that are kept in memory


class LibraryDamaged(Exception):  # noqa: N818
    """The bytes of the file are wrong; it was set aside, and all is to be read in anew."""


class Base:
    """An open file. A damaged one is set aside and begun anew: `is_new` tells that all has to be read in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with told(path):
            path.parent.mkdir(0o700, parents=True, exist_ok=True)
            make_private_folder(path.parent)
        self.is_new = not path.exists()
        self.was_damaged = False
        with told(path):
            make_private(path)
            self._connection = self._opened()

    def close(self) -> None:
        """Close the file; nothing waits to be written."""
        self._connection.close()

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """Return the rows that a question yields."""
        with self._guarded():
            return self._connection.execute(statement, kept(values)).fetchall()

    def run(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run a statement; return the id of the row that it wrote."""
        with self._guarded():
            return int(self._connection.execute(statement, kept(values)).lastrowid or 0)

    def run_many(self, statement: str, rows: Sequence[Sequence[Any] | dict[str, Any]]) -> None:
        """Run a statement with each of many rows."""
        with self._guarded():
            self._connection.executemany(statement, [kept(row) for row in rows])

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Write in one transaction: all of it is on the disk when it is done, or nothing."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            with told(self.path):
                try:
                    yield
                except sqlite3.Error as error:
                    if is_damage(error):
                        raise LibraryDamaged from error
                    raise
        except zlib.error as error:
            raise LibraryDamaged from error

    def begin_anew(self) -> None:
        """Set the damaged file aside and begin another in its place."""
        self._connection.close()
        self._set_aside()
        with told(self.path):
            self._connection = self._opened()

    def _set_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.stem}.damaged{self.path.suffix}")  # one is enough: it holds no work
        with told(self.path):
            self.path.replace(aside)
            for side in SIDE_FILES:
                self.path.with_name(self.path.name + side).unlink(missing_ok=True)
            make_private(self.path)
        self.is_new = self.was_damaged = True

    def _opened(self) -> sqlite3.Connection:
        connection = connect(self.path, WAIT_SECONDS)
        try:
            self._prepare(connection)
        except sqlite3.DatabaseError as error:
            connection.close()
            if not is_damage(error):
                raise
            self._set_aside()
            connection = connect(self.path, WAIT_SECONDS)
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != APPLICATION:
            raise failure("store-foreign", self.path)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        if version_of(connection) != FORM:
            self._make(connection)

    def _make(self, connection: sqlite3.Connection) -> None:
        """Make the tables, in the place of those of another form; another process may have been faster."""
        connection.execute("BEGIN IMMEDIATE")
        if version_of(connection) != FORM:
            self.is_new = True
            for name in ("grams", "issues", "files", "articles", "texts", "figures", "contacts", "names"):
                connection.execute(f"DROP TABLE IF EXISTS {name}")
            for statement in TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORM}")
        connection.execute("COMMIT")
