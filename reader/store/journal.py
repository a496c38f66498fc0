"""A second record of the marks beside the database, of which each line can be checked by itself.

A bit that a disk turns inside a note leaves a database that hangs together, and one in its log makes SQLite leave out
all that was written after it: neither says anything. A line for each mark, with a sum over it, tells and brings back.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

from reader.app.safe_file import replacing
from reader.store.database import Database, Stamp, make_private
from reader.store.failures import told
from reader.store.merging import columns_of
from reader.store.schema import upsert

SUFFIX = ".marks"  # in the place of the database's
SPARE_LINES = 1000  # that are not the last of their mark, before the file is written anew

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mended:
    """What was brought back into a database that had lost it without knowing."""

    lost: int  # marks whose last change was gone
    damaged: int  # marks that said something else than was written


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What a journal and its database say of the marks."""

    known: Mapping[str, Record]
    lost: tuple[str, ...]  # keys of the marks that the database has not, or as they were before
    damaged: tuple[str, ...]
    behind: tuple[str, ...]  # that say the same and are numbered lower, as in a file that was rescued
    is_unlisted: bool  # some are in no line, or too many lines are of the past

    @property
    def is_well(self) -> bool:
        return not (self.lost or self.damaged or self.behind or self.is_unlisted)


class Journal:
    """The record beside one database."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_suffix(SUFFIX)

    def note(self, database: Database, stamp: Stamp) -> None:
        """Record the marks that a transaction wrote; a disk that takes no more has failed the transaction, too."""
        rows = database.rows("SELECT * FROM marks WHERE change = ?", (stamp.change,))
        lines = b"".join(_line(dict(row)) for row in rows)
        if not lines:
            return
        with suppress(OSError):
            make_private(self.path)
            with self.path.open("ab") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())

    def forget(self) -> None:
        """Begin anew: there is no database any more whose marks these were."""
        self.path.unlink(missing_ok=True)

    def mend(self, database: Database) -> Mended | None:
        """Bring back what a database has lost of its marks; `None` where all was well."""
        if self._compared(database).is_well:
            return None
        with database.writing() as stamp:  # what another window was just writing is written now
            found = self._compared(database)
            wrong = [*found.lost, *found.damaged]
            if wrong or found.behind:
                change = max([stamp.change, *(record["change"] for record in found.known.values())]) + 1
                database.run("UPDATE clock SET change = ?", (change,))
                later = replace(stamp, change=change)
                _bring_back(database, [found.known[key] for key in (*wrong, *found.behind)], later)
                self.note(database, later)
            if found.is_unlisted:
                self._write_anew(database)
        return Mended(len(found.lost), len(found.damaged)) if wrong else None

    def _compared(self, database: Database) -> _Comparison:
        known, lines = self._read()
        rows = {row["key"]: dict(row) for row in database.rows("SELECT * FROM marks")}
        older = [key for key, record in known.items() if key not in rows or rows[key]["change"] < record["change"]]
        lost = [key for key in older if key not in rows or _differs(known[key], rows[key])]
        same = (key for key, record in known.items() if key in rows and rows[key]["change"] == record["change"])
        return _Comparison(
            known,
            tuple(lost),
            tuple(key for key in same if _differs(known[key], rows[key])),
            tuple(set(older).difference(lost)),
            bool(rows.keys() - known.keys()) or lines > len(rows) + SPARE_LINES,
        )

    def _read(self) -> tuple[dict[str, Record], int]:
        """Return the last record of each mark, and how many lines there are; a damaged one is passed over."""
        known: dict[str, Record] = {}
        lines = self.path.read_bytes().splitlines() if self.path.exists() else []
        for line in lines:
            row = _row(line)
            if row and row["change"] >= known.get(row["key"], row)["change"]:
                known[row["key"]] = row
        return known, len(lines)

    def _write_anew(self, database: Database) -> None:
        with told(self.path):
            with replacing(self.path) as part:
                part.write_bytes(b"".join(_line(dict(row)) for row in database.rows("SELECT * FROM marks")))
            make_private(self.path)


def _bring_back(database: Database, records: list[Record], stamp: Stamp) -> None:
    """Write records over what a database has of them."""
    columns = columns_of(database, "marks")
    for record in records:
        row = {name: value for name, value in record.items() if name in columns} | {"change": stamp.change}
        database.run(upsert("marks", tuple(row)), row)


def _differs(record: Record, row: Record) -> bool:
    """Tell whether a row says something else than a record of it."""
    return any(record[name] != row[name] for name in record if name in row and name not in ("id", "updated", "change"))


def _line(row: Record) -> bytes:
    told_row = json.dumps(row).encode("ascii")
    return b"%08x %b\n" % (crc32(told_row), told_row)


def _row(line: bytes) -> Record | None:
    """Read a line; nothing where it is not as it was written."""
    try:
        total, _, rest = line.partition(b" ")
        if int(total, 16) != crc32(rest):
            return None
        row = json.loads(rest)
    except ValueError:
        return None
    return row if isinstance(row, dict) and {"key", "change"} <= row.keys() else None
