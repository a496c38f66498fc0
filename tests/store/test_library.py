"""What was kept is there after the library is opened again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.marks import COLOURS, Highlight, KeptSession, OpenIssue, ReadingPlace
from reader.store import Edit, Library, normalise, place_marks
from tests.store.marks import TEXT, add, bookmark, highlight, notes, opened


def test_marks_are_there_after_a_restart(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        marks = add(
            library,
            highlight(colour="pink", underline=True, note="查一下\n去年的数", article="大坝", page="3"),
            bookmark("开头"),
        )
    assert all(mark.created and mark.updated for mark in marks)
    with opened(tmp_path) as library:
        assert tuple(library.marks()) == marks
        assert tuple(library.marks("k")) == marks
        assert library.marks("another issue") == []


def test_a_mark_is_edited_recoloured_and_deleted(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        [mark] = add(library, highlight())
        assert isinstance(mark, Highlight)
        for colour in COLOURS:
            [mark] = library.apply([Edit(mark, replace(mark, colour=colour))])
        [mark] = library.apply([Edit(mark, replace(mark, note="改过"))])
        [kept] = library.marks()
        assert isinstance(kept, Highlight)
        assert (kept.colour, kept.note) == (COLOURS[-1], "改过")
        assert library.apply([Edit(mark, None)]) == ()
        assert library.marks() == []


def test_all_edits_of_a_step_are_written_or_none(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        broken = replace(highlight(), note=object())  # type: ignore[arg-type]
        with pytest.raises(Exception, match=r"(?i)bind|type"):
            add(library, highlight(note="good"), broken)
        assert library.marks() == []
        add(library, highlight(note="after"))
        assert notes(library) == ["after"]


def test_the_reading_place_and_what_was_read_are_kept(tmp_path: Path) -> None:
    place = ReadingPlace(highlight().locator, "article-1")
    with opened(tmp_path) as library:
        assert library.reading_place("k") is None
        library.keep_reading_place(place)
        library.keep_reading_place(replace(place, article="article-2"))
        library.keep_read("k", ["a", "b"])
        library.keep_read("k", ["a"], is_read=False)
    with opened(tmp_path) as library:
        kept = library.reading_place("k")
        assert kept is not None
        assert (kept.locator, kept.article) == (place.locator, "article-2")
        assert library.read_articles("k") == {"b"}


def test_the_session_comes_back_with_the_panes_as_they_were(tmp_path: Path) -> None:
    session = KeptSession(
        (OpenIssue("/a/快报.txt", "k", "article-1", "gb18030"), OpenIssue("/b.md")), 1, b"\x00\xff\x01"
    )
    with opened(tmp_path) as library:
        assert library.session() == KeptSession()
        library.keep_session(session)
        library.keep_session(KeptSession(), "second window")
    with opened(tmp_path) as library:
        assert library.session() == session


@pytest.mark.parametrize("value", ["", "[]", '{"issues": [{"tab": 1}], "current": 0}', '{"issues": []}'])
def test_a_session_that_cannot_be_read_is_an_empty_one(tmp_path: Path, value: str) -> None:
    with opened(tmp_path) as library:
        library.keep_session(KeptSession((OpenIssue("/a.txt"),)))
        with library.database.writing():
            library.database.run("UPDATE sessions SET value = ?", (value,))
        assert library.session() == KeptSession()


def test_a_mark_whose_place_is_damaged_still_shows_its_note(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        add(library, highlight(note="kept"))
        library.keep_reading_place(ReadingPlace(highlight().locator))
        with library.database.writing():
            library.database.run("UPDATE marks SET place = '[{'")
            library.database.run("UPDATE places SET place = '7'")
        assert notes(library) == ["kept"]
        assert place_marks(normalise(TEXT), library.marks()).orphans == tuple(library.marks())
        assert library.reading_place("k") is None


def test_a_library_in_memory_works_where_no_file_can(tmp_path: Path) -> None:
    with Library(None) as library:
        add(library, highlight(note="for now"))
        library.keep_copy()
        assert notes(library) == ["for now"]
    assert list(tmp_path.iterdir()) == []


def test_a_copy_is_kept_once_a_day_and_old_ones_go(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for day in range(1, 9):
        (copies / f"library.2020010{day}.sqlite3").write_bytes(b"old")
    with opened(tmp_path) as library:
        add(library, highlight(note="kept"))
        library.keep_copy()
        library.keep_copy()
    names = sorted(path.name for path in copies.iterdir())
    assert len(names) == 5
    with Library(copies / names[-1]) as copy:
        assert notes(copy) == ["kept"]
