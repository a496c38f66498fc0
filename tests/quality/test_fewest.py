"""What a person says of an outline holds: a few words where it is read worst, and all of it for any bulletin."""

from __future__ import annotations

import statistics

import pytest

from reader.model.amendments import Amendment
from tests.quality.corpus import load_answer, original_names
from tests.quality.fewest import MOST, all_headings, fewest, is_right, worst_names

MEDIAN = 6  # corrections of a bulletin, at most

pytestmark = pytest.mark.slow


NAMED = [name for name in original_names() if load_answer(name)["nodes"]]


@pytest.mark.parametrize("name", NAMED)
def test_an_outline_that_is_told_whole_is_what_was_told(name: str) -> None:
    told: list[Amendment] = list(all_headings(load_answer(name)))
    assert is_right(name, told, as_outline=True)


def test_few_corrections_set_the_worst_outlines_right() -> None:
    taken = {name: fewest(name) for name in worst_names()}
    assert [name for name, told in taken.items() if not is_right(name, told)] == []
    assert statistics.median(len(told) for told in taken.values()) <= MEDIAN
    assert max(map(len, taken.values())) < MOST
