"""What finding knows without a window: its hits, its list, its search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.find import Readable, TextPlace, Wish, compile_search
from reader.model.document import Run, Text
from reader.ui.features.find.finder import FindRun
from reader.ui.features.find.found import FoundHits
from reader.ui.features.find.results_model import COUNT_ROLE, NUMBER_ROLE, ResultsModel
from reader.ui.kit.line_index import index_lines
from reader.ui.session.opened import OpenedIssue, tally_of
from reader.ui.session.outline import Entry, outline_of
from tests.ui.harbour import harbour

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


def opened() -> OpenedIssue:
    issue = harbour()
    return OpenedIssue(Path("harbour.txt"), issue, outline_of(issue), tally_of(issue), index_lines(issue.source.text))


def entries() -> dict[str, Entry]:
    return {entry.node.id: entry for entry in opened().outline.entries if entry.is_node}


def readable(node: str, number: int) -> Readable:
    """Return a text in which each of ten signs is a hit."""
    return Readable(TextPlace(node, "block", number), "零一二三四五六七八九", Text((Run("零一二三四五六七八九", 0),)))


def spread(counts: list[tuple[str, int]]) -> Iterator[tuple[Readable, int]]:
    for number, (node, hits) in enumerate(counts):
        text = readable(node, number)
        yield from ((text, at) for at in range(hits))


COUNTS = [("b1", 3), ("b1", 2), ("b2", 4)]


def test_hits_keep_their_order_their_articles_and_their_context() -> None:
    found = FoundHits("零一二三四五六七八九")
    for text, at in spread(COUNTS):
        found.add(text, at, at + 1)
    assert len(found) == 9 and found.range_of("b1", 9) == range(5) and found.range_of("b2", 9) == range(5, 9)
    assert found.range_of("b2", 5) == range(0) and found.groups(6) == [(0, 5), (5, 6)]
    assert (found.hit(4).match, found.hit(4).before, found.hit(4).after) == ("一", "零", "二三四五六七八九")


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9).map(sorted))
def test_a_list_that_grows_keeps_the_rules_of_qt(steps: list[int]) -> None:
    model, found = ResultsModel(), FoundHits("零一二三四五六七八九")
    tester = QAbstractItemModelTester(model, STRICT)
    waiting = list(spread(COUNTS))
    for count in steps:
        while len(found) < count:
            text, at = waiting[len(found)]
            found.add(text, at, at + 1)
        model.show(found, count, entries())
        heads = [row for row in range(model.rowCount()) if model.index(row).data(NUMBER_ROLE) is None]
        assert sum(model.index(row).data(COUNT_ROLE) for row in heads) == count
        assert [model.index(model.row_of(number)).data(NUMBER_ROLE) for number in range(count)] == list(range(count))
    assert model.index(0).data(SPOKEN) == f"深水泊位开工, {min(steps[-1], 5)}"
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable and model.index(1).flags()
    model.show(None, 0, {})
    assert model.rowCount() == 0 and model.rowCount(QModelIndex()) == 0
    del tester


def test_a_new_search_supersedes_the_one_before(qtbot: QtBot) -> None:
    finder, told = FindRun(), []
    finder.changed.connect(lambda: told.append(finder.count()))
    for words in ("泊位", "(泊|岸)", "船"):
        search = compile_search(Wish(words, is_pattern="(" in words))
        assert search is not None
        finder.search(opened(), None, search)
    qtbot.waitUntil(lambda: not finder.is_running())
    assert finder.count() == 3 and told[-1] == 3
    finder.forget()
    assert finder.found() is None and finder.count() == 0


def test_a_bug_in_a_search_reaches_the_window(qtbot: QtBot) -> None:
    finder, failures = FindRun(), []
    finder.failed.connect(failures.append)
    search = compile_search(Wish("泊位"))
    assert search is not None
    broken = type(search)(search.wish, lambda _text: 1 // 0)  # type: ignore[arg-type,return-value]
    finder.search(opened(), None, broken)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)
    finder.stop()
