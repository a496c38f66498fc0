"""What the reader hands on it can read again: the articles of an issue come back from each kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.paths import sample_issues
from reader.export.publishers import PUBLISHERS
from reader.export.publishing import publish
from reader.model.document import Issue
from reader.pipeline import open_issue
from tests.quality.readings import squeeze

SAME = 0.75  # of the paragraphs, at least, are cut as they were; Markdown escapes the numbers that items begin with


def titles(issue: Issue) -> list[str]:
    """Return the titles of an issue in order."""
    return [squeeze(node.title.plain) for node in issue.walk()]


def paragraphs(issue: Issue) -> list[str]:
    """Return the paragraphs and items of an issue in order."""
    blocks = (block for node in issue.walk() for block in node.blocks)
    return [squeeze(block.text.plain) for block in blocks if block.kind in ("paragraph", "list_item")]


@pytest.mark.parametrize("suffix", [row.suffix for row in PUBLISHERS])
@pytest.mark.parametrize("path", sample_issues(), ids=lambda path: path.stem[:3])
def test_every_article_of_an_issue_comes_back_from_its_file(path: Path, suffix: str, tmp_path: Path) -> None:
    issue = open_issue(path)
    target = tmp_path / f"{path.stem}{suffix}"
    target.write_bytes(next(row for row in PUBLISHERS if row.suffix == suffix).make(publish(issue)))
    again = open_issue(target)
    found = iter(titles(again))
    assert all(title in found for title in titles(issue))
    kept = set(paragraphs(again))
    assert sum(text in kept for text in paragraphs(issue)) >= SAME * len(paragraphs(issue))
