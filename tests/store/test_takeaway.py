"""All data go to another machine in one file, and nothing newer is lost there."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.errors import CannotKeep
from reader.model.marks import Bookmark, KeptSession, OpenIssue, ReadingPlace
from reader.store import Edit, Library, data_folder, normalise, pack, unpack
from reader.store.library import FILE_NAME
from tests.store.marks import TEXT, add, bookmark, highlight, issue_of, notes, opened


def test_everything_arrives_in_an_empty_library(tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    with opened(tmp_path / "one") as one:
        key = one.recognise(issue_of(), normalise(TEXT), tmp_path / "a.txt")
        marks = add(one, highlight(issue=key, note="备注"), bookmark("开头", issue=key))
        one.keep_reading_place(ReadingPlace(marks[0].locator, "x"))
        one.keep_read(key, ["x"])
        one.keep_session(KeptSession((OpenIssue("/a.txt"),), 0, b"\x00"))
        pack(one, file, {"theme": "dark", "size": 17})
    with opened(tmp_path / "two") as two:
        arrival = unpack(two, file)
        assert arrival.settings == {"theme": "dark", "size": 17}
        assert arrival.written["marks"] == 2
        assert tuple(two.marks(key)) == marks
        assert two.reading_place(key) is not None
        assert two.read_articles(key) == {"x"}
        assert two.session().panes == b"\x00"
        assert two.recognise(issue_of(), normalise(TEXT)) == key
        assert unpack(two, file).written["marks"] == 0  # a second time brings nothing


def test_what_is_newer_here_stays_and_what_is_newer_there_comes(tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    with opened(tmp_path / "one") as one, opened(tmp_path / "two") as two:
        here, there, gone = add(one, bookmark("here"), bookmark("there"), bookmark("gone"))
        pack(one, file, {})
        unpack(two, file)
        assert isinstance(there, Bookmark)
        assert isinstance(here, Bookmark)
        one.apply([Edit(there, replace(there, name="there, newer")), Edit(gone, None)])
        pack(one, file, {})
        two.apply([Edit(here, replace(here, name="here, newer"))])
        add(two, bookmark("only here"))
        unpack(two, file)
        assert sorted(notes(two)) == ["here, newer", "only here", "there, newer"]


def test_marks_of_one_issue_known_under_two_keys_come_together(tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    changed = TEXT.replace("工期三年", "工期四年")
    with opened(tmp_path / "one") as one, opened(tmp_path / "two") as two:
        theirs = one.recognise(issue_of(changed, "1"), normalise(changed))
        one.recognise(issue_of(TEXT, "2"), normalise(TEXT))
        ours = two.recognise(issue_of(TEXT, "2"), normalise(TEXT))
        assert ours != theirs
        add(one, highlight(issue=theirs, note="from there"))
        pack(one, file, {})
        unpack(two, file)
        assert [mark.locator.issue for mark in two.marks()] == [ours]
        assert len(two.issues()) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"not a zip at all"])
def test_a_file_that_is_none_of_ours_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "data.zip"
    file.write_bytes(content)
    _refused(file, "not-user-data")


@pytest.mark.parametrize("parts", [{}, {"about.json": "[]"}, {"about.json": "{}", "settings.json": "{}"}])
def test_a_zip_of_something_else_is_told(tmp_path: Path, parts: dict[str, str]) -> None:
    file = tmp_path / "data.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    _refused(file, "not-user-data")


def test_a_zip_with_a_broken_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("about.json", json.dumps({"format": "bulletin-reader data", "version": 1}))
        archive.writestr("settings.json", "{}")
        archive.writestr(FILE_NAME, b"SQLite format 3\x00" + b"\x07" * 5000)
    _refused(file, "not-user-data")


def test_data_of_a_newer_version_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    with opened(tmp_path) as library:
        library.database.run("PRAGMA user_version = 99")
        pack(library, file, {})
    _refused(file, "store-newer")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    _refused(tmp_path / "nowhere.zip", "store-failed")


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "data.zip"
    file.write_bytes(b"old")
    with Library(None) as library, pytest.raises(TypeError):
        pack(library, file, {"bad": object()})
    assert [path.name for path in tmp_path.iterdir()] == ["data.zip"]
    assert file.read_bytes() == b"old"


def _refused(file: Path, code: str) -> None:
    with Library(None) as library:
        add(library, bookmark("here"))
        with pytest.raises(CannotKeep) as refusal:
            unpack(library, file)
        assert refusal.value.code == code
        assert str(file) in str(refusal.value)
        assert notes(library) == ["here"]


def test_the_data_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "stick"))
    assert data_folder() == tmp_path / "stick"
    monkeypatch.delenv("BULLETIN_READER_DATA")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_folder().name == "bulletin-reader"
