"""Two windows, or two processes, never lose each other's marks."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.errors import CannotKeep
from reader.model.marks import Highlight
from reader.store import Edit
from tests.store.marks import add, bookmark, highlight, notes, opened

ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from pathlib import Path
from tests.store.marks import add, bookmark, opened
with opened(Path(sys.argv[1])) as library:
    for number in range(int(sys.argv[3])):
        add(library, bookmark(f"{sys.argv[2]}{number}"))
"""


def test_each_sees_what_the_other_wrote(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        start = two.changes_since(-1)
        assert start.marks == ()
        [mark] = add(one, highlight(note="new"))
        changes = two.changes_since(start.cursor)
        assert changes.marks == (mark,)
        assert two.changes_since(changes.cursor).marks == ()
        one.apply([Edit(mark, None)])
        one.keep_read("k", ["a"])
        later = two.changes_since(changes.cursor)
        assert (later.marks, later.deleted, later.read) == ((), (mark.id,), {"k"})


def test_a_new_colour_and_a_new_note_of_the_same_mark_both_stay(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        [mark] = add(one, highlight())
        assert isinstance(mark, Highlight)
        one.apply([Edit(mark, replace(mark, colour="blue"))])
        two.apply([Edit(mark, replace(mark, note="from the other"))])
        [kept] = one.marks()
        assert isinstance(kept, Highlight)
        assert (kept.colour, kept.note) == ("blue", "from the other")


def test_the_last_note_wins_and_its_time_says_so(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        [mark] = add(one, highlight())
        assert isinstance(mark, Highlight)
        [first] = two.apply([Edit(mark, replace(mark, note="first"))])
        [last] = one.apply([Edit(mark, replace(mark, note="last"))])
        assert last.updated > first.updated > mark.updated
        assert notes(two) == ["last"]


def test_a_note_to_a_mark_from_a_machine_whose_clock_is_ahead_is_the_newer_one(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        [mark] = add(library, highlight(note="from the future"))
        with library.database.writing():
            library.database.run("UPDATE marks SET updated = :ahead", {"ahead": 10 * mark.updated})
        [ahead] = library.marks()
        assert isinstance(ahead, Highlight)
        [last] = library.apply([Edit(ahead, replace(ahead, note="last"))])
        assert last.updated > ahead.updated == 10 * mark.updated


def test_an_edit_does_not_bring_back_what_another_window_deleted(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        [mark] = add(one, highlight())
        two.apply([Edit(mark, None)])
        assert isinstance(mark, Highlight)
        one.apply([Edit(mark, replace(mark, note="late"))])
        assert one.marks() == []


def test_processes_that_write_at_once_wait_for_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    writers = [subprocess.Popen([*command, name, "40"], cwd=ROOT) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    with opened(tmp_path) as library:
        assert sorted(notes(library)) == sorted(f"{name}{number}" for name in "ab" for number in range(40))


def test_a_file_that_stays_locked_is_told(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path, wait=0.05) as two, one.database.writing():
        with pytest.raises(CannotKeep, match="Another program keeps") as refusal:
            add(two, bookmark("late"))
        assert refusal.value.code == "store-locked"
