"""Of a damaged file all that can be read is saved, and the damaged one is kept."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from reader.store import Library
from tests.store.marks import add, bookmark, notes, opened

FILE = "library.sqlite3"
MANY = 300
ROOT = Path(__file__).resolve().parents[2]
RESCUER = """
import sys
from pathlib import Path
from tests.store.marks import opened
print("starting", flush=True)
opened(Path(sys.argv[1])).close()
"""


def _filled(folder: Path) -> list[str]:
    names = [f"mark {number}" for number in range(MANY)]
    with opened(folder) as library:
        add(library, *(bookmark(name) for name in names))
        library.keep_read("k", ["a", "b"])
    return names


def _damage(path: Path, pages: list[int], page_size: int = 4096) -> None:
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * page_size : (page + 1) * page_size] = Random(page).randbytes(page_size)
    path.write_bytes(data)


def test_the_rows_outside_a_broken_page_are_saved(tmp_path: Path) -> None:
    names = _filled(tmp_path)
    pages = (tmp_path / FILE).stat().st_size // 4096
    _damage(tmp_path / FILE, [pages // 2])
    damaged = (tmp_path / FILE).read_bytes()
    with opened(tmp_path) as library:
        rescue = library.rescue
        assert rescue is not None
        assert rescue.set_aside.read_bytes() == damaged
        kept = notes(library)
        assert rescue.marks == len(kept) >= 0.8 * MANY
        assert set(kept) <= set(names)
        add(library, bookmark("life goes on"))
    with opened(tmp_path) as library:
        assert library.rescue is None
        assert "life goes on" in notes(library)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_broken_the_library_opens(tmp_path: Path, seed: int) -> None:
    names = _filled(tmp_path)
    pages = (tmp_path / FILE).stat().st_size // 4096
    random = Random(seed)
    _damage(tmp_path / FILE, random.sample(range(1, pages), random.randint(1, 6)))
    with opened(tmp_path) as library:
        assert set(notes(library)) <= set(names)
        add(library, bookmark("new"))
        assert "new" in notes(library)


def test_a_file_without_a_head_comes_back_from_the_last_copy(tmp_path: Path) -> None:
    names = _filled(tmp_path)
    with opened(tmp_path) as library:
        library.keep_copy()
        add(library, bookmark("after the copy"))
    _damage(tmp_path / FILE, [0])
    with opened(tmp_path) as library:
        assert library.rescue is not None
        assert (library.rescue.marks, library.rescue.from_copy) == (0, MANY)
        assert notes(library) == [*names, "after the copy"]


def test_what_only_a_copy_still_has_is_added_to_what_was_saved(tmp_path: Path) -> None:
    names = _filled(tmp_path)
    with opened(tmp_path) as library:
        library.keep_copy()
        add(library, *(bookmark(f"late {number}") for number in range(MANY)))
    pages = (tmp_path / FILE).stat().st_size // 4096
    _damage(tmp_path / FILE, [pages // 3])
    with opened(tmp_path) as library:
        assert set(names) <= set(notes(library))
        assert any(note.startswith("late") for note in notes(library))


def test_a_file_that_is_no_database_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"This is no database. " * 500)
    with opened(tmp_path) as library:
        assert library.rescue is not None
        assert library.rescue.set_aside.read_bytes().startswith(b"This is no")
        assert library.marks() == []


def test_a_rescue_that_was_cut_off_is_finished(tmp_path: Path) -> None:
    with Library(tmp_path / "library.rescued.sqlite3") as library:
        add(library, bookmark("saved"))
    with opened(tmp_path) as library:
        assert notes(library) == ["saved"]


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows cannot be killed in the middle of a write")
def test_a_rescue_that_is_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    _filled(tmp_path)
    _damage(tmp_path / FILE, [5])
    whole = (tmp_path / FILE).read_bytes()
    with opened(tmp_path) as library:
        saved = sorted(notes(library))
    random = Random(3)
    for number in range(8):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / FILE).write_bytes(whole)
        rescuer = subprocess.Popen([sys.executable, "-c", RESCUER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)
        assert rescuer.stdout is not None
        rescuer.stdout.readline()
        time.sleep(random.uniform(0, 0.12))
        rescuer.kill()
        rescuer.communicate()
        with opened(folder) as library:
            assert sorted(notes(library)) == saved


def test_an_open_window_goes_on_in_the_rescued_file(tmp_path: Path) -> None:
    _filled(tmp_path)
    with opened(tmp_path) as window:
        aside = tmp_path / "aside.sqlite3"
        with Library(tmp_path / "other.sqlite3") as other:
            add(other, bookmark("rescued"))
        (tmp_path / FILE).replace(aside)
        (tmp_path / "other.sqlite3").replace(tmp_path / FILE)
        for side in ("-wal", "-shm"):
            (tmp_path / (FILE + side)).unlink(missing_ok=True)
        add(window, bookmark("mine"))
    with opened(tmp_path) as library:
        assert {"rescued", "mine"} <= set(notes(library))
        assert library.mended and library.mended.lost == MANY
