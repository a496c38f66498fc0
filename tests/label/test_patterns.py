"""Patterns that are compiled when they are first tried behave as all others."""

from __future__ import annotations

import re

from reader.text.patterns import rare


def test_a_rare_pattern_matches_as_any_other() -> None:
    pattern = rare(r"第 (?P<number>\d+) 版", re.X)
    for _ in range(2):  # compiled, and at hand
        found = pattern.search("见第12版")
        assert found is not None
        assert found["number"] == "12"
        assert pattern.match("见第12版") is None
        assert pattern.sub("某版", "见第3版、第4版") == "见某版、某版"
