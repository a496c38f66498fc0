"""A file of another version, another program or a bad disk is told in one sentence."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from reader.model.errors import CannotKeep
from reader.store import Library
from reader.store.database import bring_up, connect, version_of
from reader.store.schema import MIGRATIONS
from tests.store.marks import add, bookmark, highlight, notes, opened

FILE = "library.sqlite3"


def _refusal(path: Path) -> str:
    with pytest.raises(CannotKeep) as refusal:
        Library(path)
    assert "\n" not in str(refusal.value)
    assert str(path) in str(refusal.value)
    return refusal.value.code


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("kept"))
        library.database.run("PRAGMA user_version = 99")
    before = (tmp_path / FILE).read_bytes()
    assert _refusal(tmp_path / FILE) == "store-newer"
    assert (tmp_path / FILE).read_bytes() == before


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("CREATE TABLE recipes (name)")
    other.commit()
    other.close()
    assert _refusal(tmp_path / FILE) == "store-foreign"


def test_an_empty_file_becomes_a_new_library(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with opened(tmp_path) as library:
        assert library.rescue is None
        assert library.marks() == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert _refusal(tmp_path / "file" / "below" / FILE) == "store-failed"
    (tmp_path / FILE).mkdir()
    assert _refusal(tmp_path / FILE) == "store-read-only"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert _refusal(tmp_path / FILE) == "store-read-only"
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, highlight(note="before"))
        pages = library.database.rows("PRAGMA page_count")[0][0]
        library.database.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(CannotKeep, match="is full") as refusal:
            add(library, highlight(note="x" * 100_000))
        assert refusal.value.code == "store-full"
        assert notes(library) == ["before"]


def test_a_migration_keeps_a_copy_of_the_file_as_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("old"))
    newer = (*MIGRATIONS, ("ALTER TABLE marks ADD COLUMN tags TEXT NOT NULL DEFAULT ''",))
    connection = connect(tmp_path / FILE)
    bring_up(connection, tmp_path / FILE, newer)
    assert version_of(connection) == len(newer)
    assert connection.execute("SELECT name, tags FROM marks").fetchall()[0][:] == ("old", "")
    connection.close()
    [copy] = tmp_path.glob(f"library.version{len(MIGRATIONS)}.*.sqlite3")
    with Library(copy) as old:
        assert notes(old) == ["old"]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("old"))
    broken = (*MIGRATIONS, ("ALTER TABLE marks ADD COLUMN tags TEXT", "SELECT nothing FROM nowhere"))
    connection = connect(tmp_path / FILE)
    with pytest.raises(sqlite3.OperationalError):
        bring_up(connection, tmp_path / FILE, broken)
    connection.close()
    with opened(tmp_path) as library:
        assert notes(library) == ["old"]


def test_every_version_can_be_made_from_nothing() -> None:
    for version in range(1, len(MIGRATIONS) + 1):
        connection = connect(None)
        bring_up(connection, None, MIGRATIONS[:version])
        bring_up(connection, None)
        assert version_of(connection) == len(MIGRATIONS)
        connection.close()


@pytest.mark.parametrize("is_open", [True, False], ids=["open in a window", "closed"])
def test_a_copy_holds_what_the_file_holds_and_leaves_it_alone(tmp_path: Path, is_open: bool) -> None:
    with opened(tmp_path) as library:
        add(library, highlight("总投资三十亿元", note="查"))
        if is_open:
            with Library.copy_of(tmp_path / FILE) as copy:
                assert notes(copy) == notes(library)
                add(copy, highlight("工期三年"))
            assert len(library.marks()) == 1
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    with Library.copy_of(tmp_path / FILE) as copy:
        assert len(copy.marks()) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_a_copy_of_no_file_is_empty_and_makes_none(tmp_path: Path) -> None:
    with Library.copy_of(tmp_path / FILE) as copy:
        assert copy.marks() == []
    assert not list(tmp_path.iterdir())


def test_no_copy_is_taken_of_a_newer_or_foreign_or_broken_file(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.database.run("PRAGMA user_version = 99")
    (tmp_path / "noise").write_bytes(b"noise" * 400)
    for name, code in ((FILE, "store-newer"), ("noise", "store-damaged")):
        with pytest.raises(CannotKeep) as refusal:
            Library.copy_of(tmp_path / name)
        assert (refusal.value.code, str(tmp_path / name) in str(refusal.value)) == (code, True)
