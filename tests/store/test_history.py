"""What was done to marks can be undone and done again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import CannotKeep
from reader.model.marks import COLOURS, Highlight, Mark
from reader.store import Edit, History, Library
from tests.store.marks import add, bookmark, highlight, notes, opened


def _state(library: Library) -> list[Mark]:
    return sorted((replace(mark, updated=0) for mark in library.marks()), key=lambda mark: mark.id)


def test_each_kind_of_edit_is_undone_and_redone(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        history = History(library)
        mark = highlight(note="a")
        history.do(Edit(None, mark))
        history.do(Edit(mark, replace(mark, colour="green", note="b")))
        history.do(Edit(replace(mark, colour="green", note="b"), None))
        assert notes(library) == []
        history.undo()
        assert notes(library) == ["b"]
        history.undo()
        assert notes(library) == ["a"]
        history.undo()
        assert notes(library) == []
        assert not history.can_undo
        assert history.undo() == ()
        history.redo()
        history.redo()
        [kept] = library.marks()
        assert isinstance(kept, Highlight)
        assert (kept.colour, kept.note) == ("green", "b")
        history.do(Edit(None, bookmark("new")))
        assert not history.can_redo  # what was undone is gone with a new step


def test_a_step_of_many_edits_is_undone_as_one(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        marks = add(library, *(bookmark(str(number)) for number in range(5)))
        history = History(library)
        history.do(*(Edit(mark, None) for mark in marks))
        assert notes(library) == []
        history.undo()
        assert tuple(_state(library)) == tuple(sorted((replace(m, updated=0) for m in marks), key=lambda m: m.id))


def test_undoing_a_colour_leaves_the_note_that_another_window_wrote(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as two:
        [mark] = add(one, highlight())
        assert isinstance(mark, Highlight)
        history = History(one)
        history.do(Edit(mark, replace(mark, colour="blue")))
        two.apply([Edit(mark, replace(mark, note="theirs"))])
        history.undo()
        [kept] = one.marks()
        assert isinstance(kept, Highlight)
        assert (kept.colour, kept.note) == ("yellow", "theirs")


def test_a_step_that_could_not_be_written_is_not_remembered() -> None:
    class Full:
        def apply(self, edits: object) -> tuple[Mark, ...]:
            raise CannotKeep("The disk is full.")

    history = History(Full())
    with pytest.raises(CannotKeep):
        history.do(Edit(None, bookmark("x")))
    assert not history.can_undo


@given(
    st.lists(st.tuples(st.sampled_from(("add", "colour", "delete", "undo", "redo")), st.integers(0, 9)), max_size=25)
)
def test_undoing_everything_leads_back_and_redoing_leads_forth(steps: list[tuple[str, int]]) -> None:
    with Library(None) as library:
        history = History(library)
        for kind, number in steps:
            marks = library.marks()
            mark = marks[number % len(marks)] if marks else None
            if kind == "add":
                history.do(Edit(None, highlight()))
            elif kind == "colour" and isinstance(mark, Highlight):
                history.do(Edit(mark, replace(mark, colour=COLOURS[number % 5])))
            elif kind == "delete" and mark:
                history.do(Edit(mark, None))
            elif kind == "undo":
                history.undo()
            elif kind == "redo":
                history.redo()
        while history.can_redo:
            history.redo()
        final = _state(library)
        while history.can_undo:
            history.undo()
        assert library.marks() == []
        while history.can_redo:
            history.redo()
        assert _state(library) == final
