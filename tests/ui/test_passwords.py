"""A locked PDF: the password is asked for, kept in memory alone, and asked for quietly after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget

from reader.ui.features.pages.password_dialog import PasswordDialog
from tests.ui import printed
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep what the window remembers in a folder of the test."""
    monkeypatch.setenv("BULLETIN_READER_DATA", str(tmp_path / "data"))
    yield


def questions(user: User) -> list[PasswordDialog]:
    """Return the questions for a password that are on the screen."""
    return [dialog for dialog in user.window.findChildren(PasswordDialog) if dialog.isVisible()]


def question(user: User) -> PasswordDialog:
    """Wait for the question for a password."""
    user.qtbot.waitUntil(lambda: len(questions(user)) == 1, timeout=MILLISECONDS)
    return questions(user)[0]


def part(dialog: PasswordDialog, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def answer(user: User, password: str) -> None:
    """Type a password into the question and press Enter."""
    field = question(user).field
    field.clear()
    QTest.keyClicks(field, password)
    QTest.keyClick(field, Qt.Key.Key_Return)


def is_read(user: User) -> bool:
    return "Harbour bulletin" in user.article_text()


def test_the_right_password_opens_the_file_with_text_and_pages(user: User, tmp_path: Path) -> None:
    user.window.opening.open_paths([printed.locked(tmp_path)])
    dialog = question(user)
    assert dialog.field.hasFocus() or dialog.focusWidget() is dialog.field
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
    assert not part(dialog, "givePassword").isEnabled()
    answer(user, printed.PASSWORD)
    user.qtbot.waitUntil(lambda: is_read(user), timeout=MILLISECONDS)
    assert questions(user) == []
    user.press("Ctrl+U")
    pages = user.window.original.pages
    assert pages is not None
    user.qtbot.waitUntil(lambda: pages.page_count() == 1 and pages.is_settled(), timeout=MILLISECONDS)
    assert pages.pictures.picture(0) is not None


def test_a_wrong_password_is_told_and_asked_for_again(user: User, tmp_path: Path) -> None:
    user.window.opening.open_paths([printed.locked(tmp_path)])
    answer(user, "nope")
    dialog = question(user)
    user.qtbot.waitUntil(part(dialog, "passwordWrong").isVisible, timeout=MILLISECONDS)
    assert not dialog.is_waiting() and dialog.field.selectedText() == "nope"
    QTest.keyClicks(dialog.field, "x")
    assert not part(dialog, "passwordWrong").isVisible()
    answer(user, printed.PASSWORD)
    user.qtbot.waitUntil(lambda: is_read(user), timeout=MILLISECONDS)


def test_the_password_can_be_seen_while_it_is_typed(user: User, tmp_path: Path) -> None:
    user.window.opening.open_paths([printed.locked(tmp_path)])
    dialog = question(user)
    user.qtbot.mouseClick(part(dialog, "showPassword"), Qt.MouseButton.LeftButton)
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Normal
    user.qtbot.mouseClick(part(dialog, "showPassword"), Qt.MouseButton.LeftButton)
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
    dialog.reject()


def test_escape_gives_up_with_one_sentence(user: User, tmp_path: Path) -> None:
    user.window.opening.open_paths([printed.locked(tmp_path)])
    QTest.keyClick(question(user), Qt.Key.Key_Escape)
    assert questions(user) == [] and user.window.session.issues() == ()
    assert "仍未解锁" in user.text_of("messageText")
    user.open_bulletin(printed.issue(tmp_path))
    user.window.opening.open_paths([tmp_path / "加密简报.pdf"])  # again asks again
    answer(user, printed.PASSWORD)
    user.qtbot.waitUntil(lambda: is_read(user), timeout=MILLISECONDS)


def test_several_locked_files_ask_one_after_the_other_and_one_password_serves_all(user: User, tmp_path: Path) -> None:
    same = [printed.locked(tmp_path, f"第{n}期.pdf") for n in range(3)]
    other = printed.locked(tmp_path, "别的.pdf", "another")
    user.window.opening.open_paths([same[0]])
    answer(user, printed.PASSWORD)
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 1, timeout=MILLISECONDS)
    user.window.opening.open_paths([*same[1:], other])
    answer(user, "another")
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 4, timeout=MILLISECONDS)
    assert questions(user) == []


def test_a_closed_file_opens_again_without_being_asked(user: User, tmp_path: Path) -> None:
    path = printed.locked(tmp_path)
    user.window.opening.open_paths([path])
    answer(user, printed.PASSWORD)
    user.qtbot.waitUntil(lambda: is_read(user), timeout=MILLISECONDS)
    user.press("Ctrl+W")
    assert user.window.session.issues() == ()
    user.open_bulletin(path)
    assert is_read(user) and questions(user) == []


def test_after_a_restart_a_locked_file_waits_quietly_and_a_click_asks(
    make_user: Callable[..., User], tmp_path: Path
) -> None:
    paths = [printed.issue(tmp_path), printed.locked(tmp_path), printed.locked(tmp_path, "第二份.pdf")]
    before = make_user()
    before.open_bulletin(paths[0])
    for path in paths[1:]:
        before.window.opening.open_paths([path])
        if path == paths[1]:
            answer(before, printed.PASSWORD)
        before.qtbot.waitUntil(lambda: not before.window.session.opening() and not questions(before))
    before.qtbot.waitUntil(lambda: len(before.window.session.issues()) == 3, timeout=MILLISECONDS)
    before.window.memory.start()
    before.qtbot.waitUntil(lambda: before.window.memory.desk is not None, timeout=MILLISECONDS)
    before.window.close()

    user = make_user(resumes=True)
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 3, timeout=MILLISECONDS)
    assert questions(user) == [] and not user.sees("messageBar")
    tabs = user.window.findChild(QTabBar, "issueTabs")
    assert isinstance(tabs, QTabBar)
    assert [tabs.tabIcon(at).isNull() for at in range(3)] == [True, False, False]
    user.window.session.bring_to_front(user.window.session.issues()[1])
    assert user.sees("lockedView") and not user.window.contents.isVisible()
    assert not user.window.actions_by_id["find"].isEnabled()
    assert user.widget("unlock").hasFocus()
    user.click("unlock")
    answer(user, printed.PASSWORD)
    user.qtbot.waitUntil(lambda: is_read(user), timeout=MILLISECONDS)
    assert not user.sees("lockedView")
    assert all("haigang" not in file.read_text(errors="ignore") for file in tmp_path.rglob("*") if file.is_file())
