"""Make small issues to search in."""

from __future__ import annotations

from pathlib import Path

from reader.find import Hit, Wish, compile_search, find, texts_of_issue
from reader.model.document import Issue
from reader.pipeline import open_issue


def hits_in(issue: Issue, wish: Wish) -> list[Hit]:
    """Return all hits of a wish."""
    search = compile_search(wish)
    assert search is not None
    return [hit for hit in find(texts_of_issue(issue), search, issue.source.text) if hit is not None]


def issue_of(folder: Path, text: str, name: str = "issue.txt") -> Issue:
    """Open a text as an issue."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return open_issue(path, encoding="utf-8")
