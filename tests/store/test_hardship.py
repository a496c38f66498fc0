"""What a disk, a clock and an old file system do to the file of marks costs as little as it can."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from reader.app.data_folder import data_folder
from reader.model.marks import KeptSession, OpenIssue
from reader.store import FILE_NAME, Library, normalise
from tests.store.marks import add, bookmark, issue_of, notes, opened

ODD_NAME = os.fsdecode("快报 第1期.txt".encode("gb18030"))


def test_a_file_whose_name_is_no_utf8_keeps_marks_and_session(tmp_path: Path) -> None:
    path, issue = tmp_path / ODD_NAME, issue_of()
    with opened(tmp_path) as library:
        key = library.recognise(issue, normalise(issue.source.text), path)
        add(library, bookmark(f"as {ODD_NAME}"))
        library.keep_session(KeptSession((OpenIssue(str(path), key),), 0, b""))
    with opened(tmp_path) as library:
        assert [card.path for card in library.issues()] == [str(path.resolve())]
        assert library.session().issues[0].path == str(path)
        assert notes(library) == [f"as {ODD_NAME}"]
        assert library.recognise(issue, normalise(issue.source.text), path) == key


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_in_a_note_costs_a_character_of_it_alone(bit: int, tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("第一条"), bookmark("这是笔记"), bookmark("第三条"))
    path = tmp_path / FILE_NAME
    data = bytearray(path.read_bytes())
    data[data.index("是笔记".encode())] ^= 1 << bit
    path.write_bytes(data)
    with opened(tmp_path) as library:
        found = notes(library)
        assert len(found) == 3
        assert {"第一条", "第三条"} <= set(found)
        add(library, bookmark("life goes on"))
        assert "life goes on" in notes(library)


def test_the_copy_that_counts_is_the_one_with_the_latest_change(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    with opened(tmp_path) as library:
        add(library, bookmark("old"))
        library.keep_copy()
    (made,) = copies.glob("*.sqlite3")
    made.rename(copies / "library.20991231.sqlite3")  # a clock that was wrong on that day
    with opened(tmp_path) as library:
        add(library, bookmark("new"))
        library.keep_copy()
    (tmp_path / FILE_NAME).write_bytes(b"SQLite format 3\0" + bytes(5000))
    with opened(tmp_path) as library:
        assert library.rescue is not None
        assert sorted(notes(library)) == ["new", "old"]


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_nobody_else_may_read_what_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "bulletin-reader"
    folder.mkdir(0o755)
    (folder / FILE_NAME).touch(0o644)
    with Library(folder / FILE_NAME) as library:
        add(library, bookmark("mine"))
        library.keep_copy()
        for path in (folder, *folder.rglob("*")):
            assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux finds it")
def test_a_user_without_a_home_has_a_folder_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "BULLETIN_READER_DATA"):
        monkeypatch.delenv(name, raising=False)

    def homeless(_path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    assert data_folder().is_absolute()


def test_the_numbers_of_a_row_may_be_damaged_too(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("one"), bookmark("two"))
    with contextlib.closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("UPDATE marks SET kind = x'ff00', colour = 7, place = x'c3' WHERE id = 1")
        connection.commit()
    shutil.rmtree(tmp_path / "copies", ignore_errors=True)
    with opened(tmp_path) as library:
        assert len(library.marks()) == 2
