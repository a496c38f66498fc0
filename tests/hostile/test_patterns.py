"""No text makes a pattern of the package run for ever: the time of each grows with the text, not faster."""

from __future__ import annotations

import re
import sys

import pytest

from tests.hostile.patterns import Pattern, patterns
from tests.hostile.pumping import repeats_a_group_possessively, slow_text

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="a match can be stopped by a signal alone"),
    pytest.mark.xdist_group("patterns"),  # collected once
]


@pytest.mark.slow
def test_every_pattern_is_linear_in_what_it_repeats() -> None:
    found = {pattern.place: slow for pattern in patterns().values() if (slow := slow_text(pattern))}
    assert not found, "\n".join(f"{place}: {slow}" for place, slow in found.items())


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Hold that readings do not hang on the version: Python before 3.11.5 loses its place in `(?:ab)*+`."""
    assert [pattern.place for pattern in patterns().values() if repeats_a_group_possessively(pattern.regex)] == []
    assert repeats_a_group_possessively(re.compile(r"a(?:[ ]\S++)*+"))
    assert not repeats_a_group_possessively(re.compile(r"a(?>(?:[ ]\S++)*)[b-d]*+"))


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\d(?:[\x00-\xff]|[^\w])*$",
        r"(a+)+b",
        r"\s*$",
        r"\s*x\s*y",
        r"(?:a|ab|b)*c",
        r"[\w.-]+@",
        r"^(.+?)([. ]+)(\d+)$",
        rb"(x*)*y",
    ],
)
def test_a_pattern_that_is_not_linear_is_found(pattern: str | bytes) -> None:
    assert slow_text(Pattern("", re.compile(pattern), everywhere=True))


@pytest.mark.parametrize(
    "pattern", [r"(?<!\s)\s*+$", r"^\d[\x00-\xff\W]*+$", r"(?<![\w.-])[\w.-]++@", r"第\d{1,4}期", r"a|b"]
)
def test_a_linear_pattern_is_not_found(pattern: str) -> None:
    assert not slow_text(Pattern("", re.compile(pattern), everywhere=True))


def test_the_patterns_of_all_stages_are_there() -> None:
    places = {pattern.place.split(".")[1] for pattern in patterns().values()}
    assert {"label", "compose", "extract", "load", "text", "find"} <= places
