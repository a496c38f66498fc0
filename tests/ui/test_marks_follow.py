"""Marks stay with their words: another encoding, a changed file, a better cleaner, another window, no disk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import pipeline
from reader.model.document import Block, Issue, Node, Run, Span, Text
from reader.model.errors import CannotKeep
from reader.store import FILE_NAME, Edit, Library
from tests.ui.marker import WATERS, Marker, marker
from tests.ui.understanding import understand_by
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def waters(tmp_path: Path) -> Path:
    """Return the file of a short bulletin."""
    path = tmp_path / "water.txt"
    path.write_text(WATERS, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the marks are kept."""
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / FILE_NAME


def someone(make_user: Callable[..., User], store: Path | None = None) -> Marker:
    """Return a person at a new window."""
    user = make_user()
    person = marker(user.window, user)
    if store:
        person.keep_in(store)
    return person


def test_marks_are_there_again_in_the_next_session(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    first = someone(make_user, store)
    first.open_and_wait(waters)
    first.click_contents("北岭水库完成清淤")
    first.mark("共清出泥沙", "4")
    first.note("监测站", "later")
    first.window.close()
    second = someone(make_user, store)
    second.open_and_wait(waters)
    second.click_contents("北岭水库完成清淤")
    assert second.painted() == [("pink", "共清出泥沙"), ("pink", "监测站")]
    assert [mark.note for mark, _rect in second.margin().signs()] == ["later"]


def test_marks_follow_into_another_encoding(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    person = someone(make_user, store)
    person.open_and_wait(waters)
    person.click_contents("北岭水库完成清淤")
    person.mark("共清出泥沙", "1", end="立方米")
    waters.write_bytes(WATERS.replace("\n", "\r\n").encode("gb18030"))
    person.window.opening.reopen_with("GB18030")
    person.qtbot.waitUntil(lambda: person.window.session.current().issue.source.encoding == "gb18030", timeout=20_000)
    person.wait_for_page()
    person.wait_for_marks()
    person.click_contents("北岭水库完成清淤")
    assert person.painted() == [("yellow", "共清出泥沙 46 万立方米")]


def test_marks_follow_into_a_changed_file(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    person = someone(make_user, store)
    person.open_and_wait(waters)
    person.click_contents("南塘灌区开闸放水")
    person.mark("农户可以在手机上", "2", end="用水量")
    changed = WATERS.replace("一、水库\n", "一、水库\n　　本期增加一段说明，放在最前面。\n").replace("自己的", "自家的")
    waters.write_text(changed, encoding="utf-8")
    person.window.opening.reopen_with("utf-8")
    person.qtbot.waitUntil(lambda: person.window.session.current().issue.source.text == changed, timeout=20_000)
    person.wait_for_page()
    person.wait_for_marks()
    person.click_contents("南塘灌区开闸放水")
    assert person.painted() == [("green", "农户可以在手机上查到自家的用水量")]
    person.show_marks()
    assert "有改动" in str(person.index_of("农户可以").data(int(Qt.ItemDataRole.AccessibleTextRole)))


def split_in_two(block: Block) -> tuple[Block, ...]:
    """Return a paragraph as another cleaner might give it: cut at its first full stop."""
    plain = block.text.plain
    cut = plain.find("。") + 1
    if len(block.text.runs) != 1 or not 0 < cut < len(plain):
        return (block,)
    run = block.text.runs[0]
    halves = (Run(plain[:cut], run.start), Run(plain[cut:], run.start + cut))
    return tuple(
        replace(block, text=Text((half,)), spans=(Span(half.start, half.start + len(half.text)),)) for half in halves
    )


def cleaned_otherwise(node: Node) -> Node:
    """Return a node with other paragraphs and without its section."""
    blocks = tuple(part for block in node.blocks for part in split_in_two(block))
    return replace(node, blocks=blocks, children=tuple(cleaned_otherwise(child) for child in node.children))


def test_marks_follow_a_better_cleaner(
    make_user: Callable[..., User], waters: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = someone(make_user, store)
    first.open_and_wait(waters)
    first.click_contents("北岭水库完成清淤")
    first.mark("共清出泥沙", "3", end="恢复到设计值")
    first.window.close()
    understood = pipeline.open_issue

    def better(*arguments: object, **more: object) -> Issue:
        issue = understood(*arguments, **more)  # type: ignore[arg-type]
        return replace(issue, nodes=tuple(cleaned_otherwise(node) for node in issue.nodes))

    understand_by(monkeypatch, better)
    second = someone(make_user, store)
    second.open_and_wait(waters)
    second.click_contents("北岭水库完成清淤")
    assert second.painted() == [("blue", "共清出泥沙 46 万立方米。|库容恢复到设计值")]


def test_what_another_window_did_appears(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    here, there = someone(make_user, store), someone(make_user, store)
    for person in (here, there):
        person.open_and_wait(waters)
        person.click_contents("北岭水库完成清淤")
    there.mark("共清出泥沙", "2")
    QApplication.sendEvent(here.window, QEvent(QEvent.Type.WindowActivate))
    assert here.painted() == [("green", "共清出泥沙")]
    here.mark("监测站", "1")
    there.qtbot.waitUntil(lambda: len(there.painted()) == 2, timeout=8000)  # without coming back to the window
    there.read_text()
    there.key("Ctrl+Z")
    here.desk().shelf.look()
    assert here.painted() == [("yellow", "监测站")]


OTHER_PROCESS = """
import sys
from dataclasses import replace
from pathlib import Path
from reader.store import FILE_NAME, Edit, Library
with Library(Path(sys.argv[1])) as library:
    library.apply([Edit(mark, replace(mark, colour="purple", note="other")) for mark in library.marks()])
"""


def test_what_another_process_did_appears(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    person = someone(make_user, store)
    person.open_and_wait(waters)
    person.click_contents("北岭水库完成清淤")
    person.mark("共清出泥沙", "2")
    subprocess.run([sys.executable, "-c", OTHER_PROCESS, str(store)], check=True)
    person.desk().shelf.look()
    assert person.painted() == [("purple", "共清出泥沙")]
    assert [mark.note for mark in person.marks()] == ["other"]


def test_a_note_whose_highlight_is_gone_is_not_lost(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    person = someone(make_user, store)
    person.open_and_wait(waters)
    person.click_contents("北岭水库完成清淤")
    person.read_text()
    person.select("监测站", "监测站")
    person.key("Ctrl+Shift+H")
    person.write("dear")
    with Library(store) as library:
        library.apply([Edit(mark, None) for mark in library.marks()])
    person.key("Ctrl+Return")
    assert QApplication.clipboard().text() == "dear"
    assert "剪贴板" in person.text_of("messageText")


def test_marks_go_on_in_memory_when_they_cannot_be_written(
    make_user: Callable[..., User], waters: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = someone(make_user, store)
    person.open_and_wait(waters)
    person.click_contents("北岭水库完成清淤")
    person.mark("共清出泥沙", "2")
    library = person.desk().shelf.library

    def refuse(_edits: object) -> None:
        raise CannotKeep("“{path}” cannot be written.", code="store-read-only", path=str(store))

    monkeypatch.setattr(library, "apply", refuse)
    person.mark("监测站", "1")
    assert person.widget("messageBar").isVisible()
    said = person.text_of("messageText")
    assert store.name in said and "本窗口打开期间" in said
    assert person.painted() == [("green", "共清出泥沙"), ("yellow", "监测站")]
    person.key("Ctrl+Z")
    person.note("工程队", "still here")
    assert len(person.painted()) == 2
    person.show_marks()
    assert len(person.listed_marks()["北岭水库完成清淤"]) == 2


def test_marks_made_before_the_library_is_open_move_into_it(
    make_user: Callable[..., User], waters: Path, store: Path
) -> None:
    person = someone(make_user)
    person.open_and_wait(waters)
    person.mark("上游来水", "2")
    person.move_marks_to(store)
    person.wait_for_marks()
    assert person.painted() == [("green", "上游来水")]
    with Library(store) as library:
        assert [mark.locator.quote for mark in library.marks()] == ["上游来水"]
    person.key("Ctrl+Z")
    assert person.painted() == []


def test_what_is_wanted_before_the_library_is_open_is_done_when_it_is(
    make_user: Callable[..., User], waters: Path, store: Path
) -> None:
    person = someone(make_user)
    if hasattr(person.window, "home"):
        pytest.skip("this window opens its library by itself")
    asked: list[bool] = []
    person.window.marks.wait_for_keeper(lambda: asked.append(True))
    person.open_bulletin(waters)
    person.mark("上游来水")
    assert asked and person.window.marks.desk is None
    person.keep_in(store)
    person.wait_for_marks()
    assert person.painted() == [("yellow", "上游来水")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_a_folder_that_becomes_read_only_is_told(make_user: Callable[..., User], waters: Path, store: Path) -> None:
    person = someone(make_user, store)
    person.open_and_wait(waters)
    store.chmod(0o400)
    store.parent.chmod(0o500)
    try:
        person.mark("上游来水")
        assert len(person.highlights()) == 1
    finally:
        store.parent.chmod(0o700)
        store.chmod(0o600)


def test_an_issue_in_the_back_keeps_its_marks(make_user: Callable[..., User], waters: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(WATERS.replace("\n", "\r\n"), encoding="utf-16")
    person = someone(make_user)
    person.open_and_wait(waters)
    person.mark("上游来水", "5")
    person.open_and_wait(copy)
    assert person.painted() == [("purple", "上游来水")]  # the same issue in another file
    person.key("Ctrl+Tab")
    QTest.qWait(20)
    person.wait_for_marks()
    assert person.painted() == [("purple", "上游来水")]
