"""The list of lines to break fits the program as it is."""

from __future__ import annotations

import ast

from tests.mutations.changes import ROOT, changes

LEAST = 60


def test_each_line_that_is_to_be_broken_is_there_and_breaks_into_python() -> None:
    for change in changes():
        ast.parse(change.applied((ROOT / change.path).read_text("utf-8")))


def test_enough_lines_are_broken_and_none_twice() -> None:
    told = [(change.module, change.what) for change in changes()]
    assert len(told) == len(set(told)) >= LEAST
