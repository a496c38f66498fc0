"""Annotations come into the same issue, a changed one, or another person's copy."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from reader.export.annotations import marks_from_json, marks_json
from reader.model.marks import Highlight
from reader.store import Edit, History, Library, normalise, place_marks
from tests.store.marks import TEXT, add, highlight, issue_of, notes


def _brought_in(library: Library, data: bytes, text: str) -> list[str | None]:
    """Import into the issue of `text`; return the words at which each mark now stands."""
    squeezed = normalise(text)
    key = library.recognise(issue_of(text, str(hash(text))), squeezed)
    known = frozenset(card.key for card in library.issues())
    library.apply(library.incoming(marks_from_json(data, key, known).marks))
    placed = dict(place_marks(squeezed, library.marks(key)).marks)
    places = [placed.get(mark) for mark in library.marks(key)]
    return [place and "".join(text[s:e] for s, e in place.spans) for place in places]


def _exported() -> bytes:
    with Library(None) as library:
        key = library.recognise(issue_of(), normalise(TEXT))
        marks = add(library, highlight("总投资三十亿元", issue=key), highlight("河道和水渠", issue=key))
        return marks_json(marks, library.issues())


def test_into_the_same_issue_of_another_person() -> None:
    with Library(None) as library:
        assert _brought_in(library, _exported(), TEXT) == ["总投资三十亿元", "河道和水渠"]
        assert _brought_in(library, _exported(), TEXT) == [
            "总投资三十亿元",
            "河道和水渠",
            "总投资三十亿元",
            "河道和水渠",
        ]


def test_into_a_copy_that_was_wrapped_and_changed() -> None:
    copy = "编者按：以下是一组短消息。\n" + TEXT.replace("三十亿元", "三\n十亿元").replace("河道和水渠", "水渠")
    with Library(None) as library:
        assert _brought_in(library, _exported(), copy) == ["总投资三\n十亿元", None]


def test_a_minimal_annotation_of_another_program() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "本月初 正式开工", "prefix": "加固工程"}
    data = json.dumps(
        {"type": "Annotation", "bodyValue": "早了", "target": {"source": "x", "selector": quote}}
    ).encode()
    with Library(None) as library:
        assert _brought_in(library, data, TEXT) == ["本月初正式开工"]
        assert notes(library) == ["早了"]


def test_a_second_import_changes_nothing_and_a_newer_one_does() -> None:
    with Library(None) as library:
        [mark] = add(library, highlight(note="old"))
        assert isinstance(mark, Highlight)
        data = marks_json([mark], [])
        assert library.incoming(marks_from_json(data, "k").marks) == ()
        newer = replace(mark, note="newer", updated=mark.updated + 1)
        library.apply(library.incoming([newer]))
        assert notes(library) == ["newer"]
        assert library.incoming([mark]) == ()


def test_an_import_brings_back_what_was_deleted_and_can_be_undone() -> None:
    with Library(None) as library:
        [mark] = add(library, highlight(note="kept"))
        data = marks_json([mark], [])
        library.apply([Edit(mark, None)])
        history = History(library)
        history.do(*library.incoming(marks_from_json(data, "k").marks))
        assert notes(library) == ["kept"]
        history.undo()
        assert notes(library) == []


def test_the_bulletin_itself_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0o400)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with Library(tmp_path / "data" / "library.sqlite3") as library:
        key = library.recognise(issue_of(path.read_text("utf-8")), normalise(TEXT), path)
        add(library, highlight(issue=key))
        assert place_marks(normalise(TEXT), library.marks(key)).orphans == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bulletin.txt", "data"]
