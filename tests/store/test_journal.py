"""What a database loses without knowing is told and brought back: a bit in a note, the end of its log."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.store import Edit, Library, Mended
from tests.store.marks import add, bookmark, highlight, notes, opened

FILE, LOG, JOURNAL = "library.sqlite3", "library.sqlite3-wal", "library.marks"


def _kill(live: Path, after: Path) -> Path:
    """Return a folder with the files of an open library as they are now, as a killed window leaves them."""
    after.mkdir()
    for name in (FILE, LOG, JOURNAL):
        shutil.copyfile(live / name, after / name)
    return after


def _flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_bit_that_is_turned_in_a_note_is_turned_back(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, highlight(note="count to 7000"), highlight("工期三年", note="sound"))
    _flip(tmp_path / FILE, (tmp_path / FILE).read_bytes().index(b"count to 7000") + 9)
    with opened(tmp_path) as library:
        assert library.rescue is None and library.mended == Mended(0, 1)
        assert sorted(notes(library)) == ["count to 7000", "sound"]
    with opened(tmp_path) as library:
        assert library.mended is None


@pytest.mark.parametrize("seed", range(8))
def test_no_mark_is_lost_with_the_end_of_a_damaged_log(tmp_path: Path, seed: int) -> None:
    live = tmp_path / "live"
    names = [f"mark {number}" for number in range(30)]
    with opened(live) as library:
        for name in names:
            add(library, bookmark(name))
        killed = _kill(live, tmp_path / "killed")
    size = (killed / LOG).stat().st_size
    _flip(killed / LOG, Random(seed).randrange(size // 4, size))
    with opened(killed) as library:
        assert notes(library) == names
        was_lost = library.mended
        add(library, bookmark("life goes on"))
    with opened(killed) as library:
        assert library.mended is None and len(notes(library)) == len(names) + 1
    assert was_lost is None or was_lost.lost > 0


def test_a_mark_that_was_deleted_stays_so_and_one_that_was_changed_is_as_it_was_last(tmp_path: Path) -> None:
    live = tmp_path / "live"
    with opened(live) as library:
        gone, changed = add(library, bookmark("gone"), highlight(note="first"))
        killed_before = _kill(live, tmp_path / "before")
        library.apply([Edit(gone, None), Edit(changed, replace(changed, note="second"))])
    with opened(live) as library:
        kept = notes(library)
        shutil.copyfile(live / JOURNAL, killed_before / JOURNAL)
    with opened(killed_before) as library:
        assert notes(library) == kept and library.mended is not None


def test_a_damaged_line_of_the_journal_harms_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("one"), bookmark("two"))
    _flip(tmp_path / JOURNAL, 40)
    (tmp_path / JOURNAL).write_bytes((tmp_path / JOURNAL).read_bytes() + b"\xff\n\n12 {}\nzz {\n" + b"[" * 9000)
    with opened(tmp_path) as library:
        assert library.mended is None and notes(library) == ["one", "two"]


def test_a_library_without_journal_gets_one(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, highlight(note="kept for years"))
    (tmp_path / JOURNAL).unlink()
    with opened(tmp_path) as library:
        assert library.mended is None
    assert b"kept for years" in (tmp_path / JOURNAL).read_bytes()
    assert (tmp_path / JOURNAL).stat().st_mode & 0o077 == 0


def test_a_new_library_begins_without_the_marks_of_one_that_was_taken_away(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, bookmark("old"))
    (tmp_path / FILE).unlink()
    with opened(tmp_path) as library:
        assert notes(library) == [] and library.mended is None


def test_a_journal_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.store.journal.SPARE_LINES", 5)
    with opened(tmp_path) as library:
        (mark,) = add(library, bookmark("0"))
        for number in range(20):
            library.apply([Edit(mark, replace(mark, name=str(number)))])
    with opened(tmp_path):
        pass
    assert len((tmp_path / JOURNAL).read_bytes().splitlines()) <= 21


def test_a_library_in_memory_has_none() -> None:
    with Library(None) as library:
        add(library, bookmark("one"))
        assert library.mended is None
