"""Each sample issue is understood as written down; after a wanted change: `python -m tests.golden.regenerate`."""

from __future__ import annotations

import pytest

from reader.pipeline import open_issue
from tests.golden.regenerate import GOLDEN, golden_path, golden_text, seed_paths


@pytest.mark.parametrize("number", seed_paths())
def test_a_sample_issue_is_understood_as_written_down(number: str) -> None:
    actual = golden_text(seed_paths()[number]).splitlines()
    assert actual == golden_path(number).read_text("utf-8").splitlines()


def test_every_golden_outline_has_its_sample() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(seed_paths())


@pytest.mark.parametrize("number", seed_paths())
def test_every_footnote_stands_with_the_article_that_calls_it(number: str) -> None:
    nodes = list(open_issue(seed_paths()[number]).walk())
    calls = [(node.title.plain, ref.marker) for node in nodes for block in node.blocks for ref in block.refs]
    notes = [(node.title.plain, note.marker) for node in nodes for note in node.footnotes]
    assert calls == notes
