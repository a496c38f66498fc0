"""The tables as data: each version of the file is a list of statements that make it of the one before.

A version that was given to people is never changed; a new thing is a new version at the end. In every table `id` is
the row's number, `updated` the microsecond of its last change, by which the newer of two rows wins, and `change` the
number of the transaction that wrote it, by which another window sees what is new.
"""

from __future__ import annotations

from collections.abc import Sequence

APPLICATION = 0x626C6672  # written in the file's head, so that no other program's database is taken for ours

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), change INTEGER NOT NULL, now INTEGER NOT NULL)",
        "INSERT INTO clock VALUES (1, 0, 0)",
        """CREATE TABLE issues (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL DEFAULT '',
            number TEXT NOT NULL DEFAULT '', date TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',
            path TEXT NOT NULL DEFAULT '', opened INTEGER NOT NULL DEFAULT 0,
            updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
        """CREATE TABLE editions (
            id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, issue TEXT NOT NULL, sketch BLOB NOT NULL,
            updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
        """CREATE TABLE files (
            id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, text TEXT NOT NULL, path TEXT NOT NULL DEFAULT '',
            updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
        "CREATE INDEX files_by_path ON files (path)",
        """CREATE TABLE marks (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, issue TEXT NOT NULL, kind TEXT NOT NULL,
            place TEXT NOT NULL, colour TEXT NOT NULL DEFAULT '', underline INTEGER NOT NULL DEFAULT 0,
            note TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', scope TEXT NOT NULL DEFAULT '',
            article TEXT NOT NULL DEFAULT '', page TEXT NOT NULL DEFAULT '', created INTEGER NOT NULL,
            deleted INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
        "CREATE INDEX marks_by_issue ON marks (issue)",
        "CREATE INDEX marks_by_change ON marks (change)",
        """CREATE TABLE places (
            id INTEGER PRIMARY KEY, issue TEXT NOT NULL UNIQUE, place TEXT NOT NULL, article TEXT NOT NULL DEFAULT '',
            updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
        """CREATE TABLE reads (
            id INTEGER PRIMARY KEY, issue TEXT NOT NULL, article TEXT NOT NULL, is_read INTEGER NOT NULL,
            updated INTEGER NOT NULL, change INTEGER NOT NULL, UNIQUE (issue, article))""",
        "CREATE INDEX reads_by_change ON reads (change)",
        """CREATE TABLE sessions (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT NULL, panes BLOB NOT NULL,
            updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
    ),
    (
        """CREATE TABLE readings (
            id INTEGER PRIMARY KEY, issue TEXT NOT NULL UNIQUE, reading TEXT NOT NULL,
            updated INTEGER NOT NULL, change INTEGER NOT NULL)""",
    ),
)

# table → the columns that say which row it is; in this order rows are merged, what others refer to first
KEYS = {
    "editions": ("text",),
    "issues": ("key",),
    "files": ("sha256",),
    "marks": ("key",),
    "places": ("issue",),
    "reads": ("issue", "article"),
    "readings": ("issue",),
    "sessions": ("name",),
}


def upsert(table: str, columns: Sequence[str]) -> str:
    """Return the statement that writes a row with named values, over the one of the same key if there is one."""
    sets = ", ".join(f"{column} = excluded.{column}" for column in columns if column not in KEYS[table])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{column}' for column in columns)}) "
        f"ON CONFLICT ({', '.join(KEYS[table])}) DO UPDATE SET {sets}"
    )
