"""Nothing is lost: each visible character of any text is shown in one place or left out with a reason."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.export.contract import issue_as_json
from reader.export.outline import log_lines, outline_lines, summary_line
from reader.model.document import Block, Issue, Node, Text
from reader.model.errors import Cancelled, ReaderError
from reader.pipeline import open_issue
from tests.properties.texts import cut_and_shuffled, lines_of_bulletins
from tests.quality.corpus import Outline
from tests.quality.measure import cover, squeeze
from tests.quality.strategies import printed_bulletins

Progress = Callable[[str, float], None]
NAMES = st.sampled_from(("a.txt", "a.md"))
KINDS = {"section", "column", "article", "notice"}
USUAL = settings().max_examples  # of the profile
BLOCKS = {"paragraph", "list_item", "subheading", "editor_note", "note", "contact", "caption", "table", "picture"}


SIGN_LONGEST = 2  # characters, as )/ between the parts of a fraction


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Keep one folder for all examples; it goes when the process does."""
    return tempfile.TemporaryDirectory()


def _open(content: bytes, name: str = "a.txt", progress: Progress | None = None) -> Issue:
    path = Path(_folder().name) / name
    path.write_bytes(content)
    return open_issue(path, progress, "utf-8" if name == "a.md" else None)


def _open_text(text: str, name: str) -> Issue | None:
    """Open a text; None where it is refused, as a blank one is."""
    path = Path(_folder().name) / name
    path.write_bytes(text.encode("utf-8"))
    try:
        return open_issue(path, encoding="utf-8")
    except ReaderError as refusal:
        assert "\n" not in str(refusal)
        return None


@given(text=st.text(max_size=400), name=NAMES)
@settings(max_examples=3 * USUAL)
def test_no_character_of_any_text_is_lost(text: str, name: str) -> None:
    _check(_open_text(text, name))


@given(text=lines_of_bulletins(), name=NAMES)
@settings(max_examples=6 * USUAL)
@example(text="---\ntitle: 试验\n---\n# 题\n正文。\n", name="a.md")
@example(text="```\n没有结束的代码\n# 题\n", name="a.md")
def test_no_character_is_lost_where_all_marks_meet(text: str, name: str) -> None:
    _check(_open_text(text, name))


@given(text=cut_and_shuffled(), name=NAMES)
@settings(max_examples=3 * USUAL)
def test_no_character_is_lost_of_samples_cut_and_shuffled(text: str, name: str) -> None:
    _check(_open_text(text, name))


@given(bulletin=printed_bulletins())
@settings(max_examples=USUAL)
def test_no_character_of_a_printed_bulletin_is_lost(bulletin: tuple[bytes, Outline]) -> None:
    _check(_open(bulletin[0]))


def _check(issue: Issue | None) -> None:
    """Hold an issue to all that the contract promises of any."""
    if issue is None:
        return
    outline = issue_as_json(issue)
    coverage = cover(outline, issue.source.text)
    assert (coverage.lost, coverage.twice) == (0, 0)
    assert not coverage.alien or _names_signs(issue)
    assert json.loads(json.dumps(outline)) == outline
    nodes = list(issue.walk())
    assert len({node.id for node in nodes}) == len(nodes)
    assert {node.kind for node in nodes} <= KINDS
    for node in nodes:
        assert all(child.level > node.level for child in node.children)
        if node.title_spans:
            _check_title(node, issue.source.text)
        for block in node.blocks:
            _check_block(block, issue.source.text)
    for start, end, reason in issue.dropped:
        assert 0 <= start < end <= len(issue.source.text)
        assert reason
    assert list(outline_lines(issue))
    assert summary_line(issue)
    assert len(list(log_lines(issue))) == len(issue.decisions)


def _names_signs(issue: Issue) -> bool:
    """Tell whether the source writes a sign by name, &amp; or \\leq, so that what is shown is not in it."""
    return any(
        run.is_joiner and run.text.strip()
        for node in issue.walk()
        for block in node.blocks
        for text in (block.text, *(cell for row in block.rows for cell in row))
        for run in text.runs
    )


def _check_title(node: Node, source: str) -> None:
    """The characters of a printed title stand in its spans, in order."""
    held = iter("".join(source[start:end] for start, end in node.title_spans))
    shown = "".join(run.text for run in node.title.runs if not run.is_joiner)
    assert all(char in held for char in squeeze(shown))


def _check_block(block: Block, source: str) -> None:
    assert block.kind in BLOCKS
    assert all(0 <= start < end <= len(source) for start, end in block.spans)
    assert all(0 <= ref.at <= len(block.text.plain) for ref in block.refs)
    assert bool(block.rows) == (block.kind == "table")
    assert len({len(row) for row in block.rows}) <= 1
    assert 0 <= block.header_rows <= len(block.rows)
    for text in (block.text, *(cell for row in block.rows for cell in row)):
        _check_text(text, source)


def _check_text(text: Text, source: str) -> None:
    """Every run is a verbatim slice of the source, or a joiner: a blank, or a sign that the source writes by name."""
    for run in text.runs:
        if run.is_joiner:
            assert len(run.text.strip()) <= SIGN_LONGEST
        else:
            assert source.startswith(run.text, run.start)


def test_no_block_is_empty() -> None:
    issue = _open("目录\n> \n".encode())
    assert all(block.spans and (block.rows or block.text.plain) for node in issue.walk() for block in node.blocks)


@given(text=cut_and_shuffled())
@settings(max_examples=USUAL // 3)
def test_opening_twice_gives_the_same(text: str) -> None:
    assert _open_text(text, "a.txt") == _open_text(text, "a.txt")


@given(bulletin=printed_bulletins(), data=st.data())
@settings(max_examples=USUAL // 3)
def test_work_can_be_cancelled_at_any_report(bulletin: tuple[bytes, Outline], data: st.DataObject) -> None:
    reports: list[tuple[str, float]] = []
    whole = _open(bulletin[0], progress=lambda stage, done: reports.append((stage, done)))
    assert reports
    assert all(0.0 <= done <= 1.0 for _, done in reports)
    stop = data.draw(st.integers(1, len(reports)), label="report")
    seen: list[str] = []

    def cancel(stage: str, _done: float) -> None:
        seen.append(stage)
        if len(seen) == stop:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        _open(bulletin[0], progress=cancel)
    assert len(seen) == stop  # nothing is reported, so nothing is done, after it was stopped
    assert _open(bulletin[0]) == whole
