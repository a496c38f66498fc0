"""Marks and all data are exported, and come back on another machine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from reader.model.document import Span
from reader.model.marks import Bookmark, Highlight, new_id
from reader.store import make_locator
from reader.ui.features.memory.marks_dialog import MarksDialog
from tests.store.marks import add, notes
from tests.ui.remembering import (
    TITLES,
    close,
    desk_of,
    keeper_of,
    unread,
    wait_for_memory,
    wait_until_kept,
    write_issue,
)
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")
MakeUser = Callable[..., User]


@pytest.fixture
def name_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return a function that lets the file dialogs answer a path."""

    def answer(path: Path) -> None:
        for dialog in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, dialog, lambda *_arguments: (str(path), ""))

    return answer


def _mark(user: User, words: str, note: str) -> None:
    """Leave a highlight with a note, as the panel of marks does."""
    known = desk_of(user).current()
    assert known is not None
    start = known.text.source.index(words)
    locator = make_locator(known.text, known.key, [Span(start, start + len(words))])
    assert locator is not None
    add(keeper_of(user).library, Highlight(new_id(), locator, note=note, article=TITLES[0]))


def _opened(user: User, tmp_path: Path) -> None:
    user.open_bulletin(write_issue(tmp_path))
    wait_for_memory(user)


def _marked(user: User, tmp_path: Path) -> None:
    """Open an issue with a mark in its first article and one in its second, and another issue's bookmark."""
    _opened(user, tmp_path)
    _mark(user, "第7处", "first")
    _mark(user, "第107处", "second")
    known = desk_of(user).current()
    assert known is not None
    locator = make_locator(known.text, "another issue", [Span(0, 4)])
    assert locator is not None
    add(keeper_of(user).library, Bookmark(new_id(), locator, "elsewhere"))


def _trigger(user: User, command: str) -> None:
    action = user.window.findChild(QAction, command)
    assert action is not None and action.isEnabled()
    action.trigger()


def _choose(user: User, *names: str, save: str = "saveMarks") -> None:
    """Choose in the dialog with the mouse, and press its button."""
    user.qtbot.waitUntil(lambda: user.sees("marksDialog"), timeout=MILLISECONDS)
    dialog = user.window.findChild(MarksDialog)
    assert dialog is not None
    for name in (*names, save):
        button = dialog.findChild(QAbstractButton, name)
        assert button is not None and button.isEnabled(), name
        at = QPoint(10, button.height() // 2)  # the sign of a radio button, not the empty room behind its text
        user.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)


def _said(user: User, words: str) -> None:
    user.qtbot.waitUntil(lambda: words in user.window.status.message.whole_text(), timeout=MILLISECONDS)


@pytest.mark.parametrize(
    ("scope", "there", "absent"),
    [
        ("article", ["first"], ["second", "elsewhere"]),
        ("issue", ["first", "second"], ["elsewhere"]),
        ("all", ["first", "second", "elsewhere"], []),
    ],
)
def test_the_marks_of_an_article_an_issue_or_all_are_saved_to_be_read(
    user: User, tmp_path: Path, name_file: Callable[[Path], None], scope: str, there: list[str], absent: list[str]
) -> None:
    _marked(user, tmp_path)
    name_file(tmp_path / "marks")
    _trigger(user, "export_marks")
    _choose(user, f"scope_{scope}", "format_markdown")
    _said(user, f"{len(there)} 条标记")
    text = (tmp_path / "marks.md").read_text("utf-8")
    assert [word for word in (*there, *absent) if word in text] == there


@pytest.mark.parametrize(("kind", "suffix"), [("csv", ".csv"), ("json", ".json")])
def test_marks_are_saved_for_other_programs(
    user: User, tmp_path: Path, name_file: Callable[[Path], None], kind: str, suffix: str
) -> None:
    _marked(user, tmp_path)
    name_file(tmp_path / f"marks{suffix}")
    _trigger(user, "export_marks")
    _choose(user, "scope_issue", f"format_{kind}")
    _said(user, "2 条标记")
    text = (tmp_path / f"marks{suffix}").read_text("utf-8-sig")
    assert "first" in text and "second" in text
    if kind == "json":
        assert len(json.loads(text)["items"]) == 2


def test_where_there_are_no_marks_nothing_is_saved(
    make_user: MakeUser, tmp_path: Path, name_file: Callable[[Path], None]
) -> None:
    user = make_user(language="en")
    _opened(user, tmp_path)
    name_file(tmp_path / "marks.md")
    user.press("Ctrl+Shift+E")
    _choose(user)
    _said(user, "nothing to save")
    assert not (tmp_path / "marks.md").exists()


def test_a_file_that_cannot_be_written_or_read_is_told(
    user: User, tmp_path: Path, name_file: Callable[[Path], None]
) -> None:
    _marked(user, tmp_path)
    name_file(tmp_path / "no folder" / "marks.md")
    _trigger(user, "export_marks")
    _choose(user)
    user.qtbot.waitUntil(lambda: user.sees("messageBar"), timeout=MILLISECONDS)
    assert "marks.md" in user.text_of("messageText")
    user.click("dismissMessage")
    (tmp_path / "list.json").write_text("[1, 2]", encoding="utf-8")
    name_file(tmp_path / "list.json")
    _trigger(user, "import_marks")
    user.qtbot.waitUntil(lambda: user.sees("messageBar"), timeout=MILLISECONDS)
    assert "W3C" in user.text_of("messageText")
    user.click("dismissMessage")
    name_file(tmp_path / "list.json")
    _trigger(user, "import_data")
    user.qtbot.waitUntil(lambda: user.sees("messageBar"), timeout=MILLISECONDS)
    assert "list.json" in user.text_of("messageText")


def test_a_dialog_that_is_called_off_changes_nothing(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _marked(user, tmp_path)
    before = sorted(tmp_path.iterdir())
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_arguments: ("", ""))
    _trigger(user, "export_marks")
    _choose(user)
    for command in ("import_marks", "export_data", "import_data"):
        _trigger(user, command)
    assert sorted(tmp_path.iterdir()) == before


def test_exported_marks_come_back_in_another_library(
    make_user: MakeUser,
    tmp_path: Path,
    name_file: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    user = make_user()
    _marked(user, tmp_path)
    name_file(tmp_path / "marks.json")
    _trigger(user, "export_marks")
    _choose(user, "scope_issue", "format_json")
    _said(user, "2 条标记")
    close(user, qtbot)

    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "other machine"))
    other = make_user()
    _opened(other, tmp_path)
    with qtbot.waitSignal(keeper_of(other).marks_changed, timeout=MILLISECONDS):
        _trigger(other, "import_marks")
    _said(other, "2 条标记")
    assert sorted(notes(keeper_of(other).library)) == ["first", "second"]
    _trigger(other, "import_marks")
    _said(other, "0 条标记")  # what is there already is not brought in twice


def test_all_data_move_to_another_machine(
    make_user: MakeUser,
    tmp_path: Path,
    name_file: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    user = make_user(theme="dark", text_size=22)
    _marked(user, tmp_path)
    user.press("Ctrl+R")
    wait_until_kept(user)
    name_file(tmp_path / "all.zip")
    _trigger(user, "export_data")
    _said(user, "all.zip")
    close(user, qtbot)

    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "other machine"))
    other = make_user()
    _opened(other, tmp_path)
    assert unread(other) == list(TITLES)
    _trigger(other, "import_data")
    _said(other, "3 条标记")
    assert sorted(notes(keeper_of(other).library)) == ["elsewhere", "first", "second"]
    keeper_of(other).look_around()
    other.qtbot.waitUntil(lambda: unread(other) == list(TITLES[1:]), timeout=MILLISECONDS)
    assert other.window.article._style.size == 22
    assert other.window.memory._settings.theme == "dark"


def test_data_can_be_brought_in_before_any_issue_was_opened(
    make_user: MakeUser, tmp_path: Path, name_file: Callable[[Path], None]
) -> None:
    user = make_user(language="en", resumes=False)
    name_file(tmp_path / "all.zip")
    _trigger(user, "export_data")
    _said(user, "all.zip")
    _trigger(user, "import_data")
    _said(user, "0 marks")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures_of_the_contents_with_dots_and_of_the_dialog(
    make_user: MakeUser, tmp_path: Path, pictures: Path, language: str, theme: str
) -> None:
    user = make_user(language=language, theme=theme)
    _opened(user, tmp_path)
    user.press("Ctrl+R")
    assert user.window.grab().save(str(pictures / f"unread-{language}-{theme}.png"))
    user.press("Ctrl+Shift+E")
    user.qtbot.waitUntil(lambda: user.sees("marksDialog"), timeout=MILLISECONDS)
    dialog = user.window.findChild(MarksDialog)
    assert dialog is not None and dialog.grab().save(str(pictures / f"marks-dialog-{language}-{theme}.png"))
    dialog.reject()
