"""Make marks and libraries for tests."""

from __future__ import annotations

from pathlib import Path

from reader.model.document import Field, Issue, Masthead, Source, Span
from reader.model.marks import Anchor, Bookmark, Highlight, Locator, Mark, new_id
from reader.store import Edit, Library, make_locator, normalise

TEXT = (
    "水库大坝加固工程本月初正式开工。总投资三十亿元，工期三年。\n各乡镇组织人员清理河道和水渠，已完成计划数的一半。\n"
)


def issue_of(text: str = TEXT, sha256: str = "00", name: str = "a.txt") -> Issue:
    """Make an issue of a text, without looking at its structure."""
    head = Masthead(Field("水利通讯"), Field("第3期"), Field("2025年3月"))
    return Issue(Source(name, sha256, "text", "utf-8", text), head, (), (), (), ())


def highlight(words: str = "总投资三十亿元", text: str = TEXT, issue: str = "k", **more: str | bool) -> Highlight:
    """Make a highlight of some words."""
    start = text.index(words)
    locator = make_locator(normalise(text), issue, [Span(start, start + len(words))])
    assert locator is not None
    return Highlight(new_id(), locator, **more)  # type: ignore[arg-type]


def bookmark(name: str, issue: str = "k") -> Bookmark:
    """Make a bookmark."""
    return Bookmark(new_id(), Locator(issue, (Anchor(0, 2, "水库"),)), name, "article")


def add(library: Library, *marks: Mark) -> tuple[Mark, ...]:
    """Add marks to a library."""
    return library.apply([Edit(None, mark) for mark in marks])


def notes(library: Library) -> list[str]:
    """List the notes of all highlights and the names of all bookmarks."""
    return [mark.note if isinstance(mark, Highlight) else mark.name for mark in library.marks()]


def opened(folder: Path, wait: float = 5.0) -> Library:
    """Open the library of a folder."""
    return Library(folder / "library.sqlite3", wait)
