"""Bring the rows of another file in: of two versions of a row the newer one stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reader.store.database import Database, Stamp
from reader.store.rows import is_whole
from reader.store.schema import KEYS, upsert

Record = Mapping[str, Any]


def columns_of(database: Database, table: str) -> list[str]:
    """List the columns of a table but for its row's number."""
    return [row["name"] for row in database.rows(f"PRAGMA table_info({table})") if row["name"] != "id"]


def merge_rows(database: Database, table: str, records: Iterable[Record], stamp: Stamp) -> int:
    """Write the records that are new or newer than what is there; return how many were.

    A record that lacks what a row needs is passed over: it comes from a damaged file.
    """
    columns = columns_of(database, table)
    written = 0
    for record in records:
        row = {column: record[column] for column in columns if column in record} | {"change": stamp.change}
        if not is_whole(table, row):
            continue
        try:
            written += database.run(f"{upsert(table, tuple(row))} WHERE excluded.updated > {table}.updated", row)
        except sqlite3.IntegrityError:
            continue
    return written


def merge_all(database: Database, records: Mapping[str, Iterable[Record]], stamp: Stamp) -> dict[str, int]:
    """Merge the records of all tables; an issue that both files know under two keys keeps the one that is here."""
    editions = list(records.get("editions", ()))
    here = {row["text"]: row["issue"] for row in database.rows("SELECT text, issue FROM editions")}
    renamed = {
        record["issue"]: here[record["text"]]
        for record in editions
        if record.get("text") in here and record.get("issue") and here[record["text"]] != record["issue"]
    }
    written = {}
    for table in KEYS:
        rows = editions if table == "editions" else records.get(table, ())
        written[table] = merge_rows(database, table, _under_new_keys(table, rows, renamed), stamp)
    return written


def _under_new_keys(table: str, records: Iterable[Record], renamed: Mapping[str, str]) -> Iterator[Record]:
    for record in records:
        if table == "issues" and record.get("key") in renamed:
            continue  # it is here under its other key
        issue = renamed.get(record.get("issue") or "")
        yield {**record, "issue": issue} if issue else record
