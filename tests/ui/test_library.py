"""The library in the window: a folder is listed and read in, all issues are asked at once, a hit opens its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app.data_folder import data_folder
from reader.cli import main
from reader.library import FILE_NAME
from reader.ui.features.library.library_view import LibraryView
from reader.ui.features.opening.feature import MOST_TABS
from tests.ui.user import User

ISSUE = """纪要第{number}期
2024年{month}月

一、第{number}次会议研究储能项目

    会议研究了储能项目，计划投资{number}00万元，请于2024年12月1日前报送材料。

二、其他事项

    会议还研究了食堂改造。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(1, MOST_TABS + 4):
        text = ISSUE.format(number=number, month=number % 12 + 1)
        (tmp_path / f"纪要{number:02}.txt").write_text(text, "utf-8")
    return tmp_path


def _page(user: User) -> LibraryView:
    view = user.window.library.view
    assert view is not None
    return view


def test_a_big_folder_is_listed_and_a_hit_opens_its_article(
    make_user: Callable[..., User], folder: Path, qtbot: QtBot
) -> None:
    user = make_user()
    user.window.opening.open_paths([folder])
    page = _page(user)
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == MOST_TABS + 3, timeout=20_000)
    assert user.window.session.issues() == ()  # none is opened before it is chosen
    qtbot.waitUntil(lambda: not user.window.session.jobs.running(), timeout=120_000)
    page.field.setText("食堂改造 amount>100万")
    qtbot.waitUntil(lambda: page.message.isVisible() or page.count.text().endswith("篇"), timeout=20_000)
    page.field.setText("第7次会议")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 1, timeout=20_000)
    page._go_to_list()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: user.window.session.current() is not None, timeout=20_000)
    entry = user.window.session.entry()
    assert entry is not None and "第7次会议" in entry.title
    assert user.window.finding.is_open()
    qtbot.waitUntil(user.window.finding.is_settled, timeout=20_000)


def test_an_empty_library_and_a_wrong_question_say_what_to_do(make_user: Callable[..., User], qtbot: QtBot) -> None:
    user = make_user()
    user.window.actions_by_id["search_all"].trigger()
    page = _page(user)
    qtbot.waitUntil(lambda: "添加一个文件夹" in page.message.text(), timeout=20_000)
    page.field.setText('"没有关上')
    qtbot.waitUntil(lambda: "引号" in page.message.text(), timeout=20_000)


def test_a_damaged_library_is_read_in_anew(make_user: Callable[..., User], tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.txt").write_text(ISSUE.format(number=5, month=6), "utf-8")
    assert main(["library", "add", str(tmp_path / "a.txt")]) == 0
    (data_folder() / FILE_NAME).write_bytes(b"no database at all" * 400)
    user = make_user()
    user.window.library.open()
    page = _page(user)
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 1, timeout=60_000)
    qtbot.waitUntil(lambda: not user.window.session.jobs.running(), timeout=60_000)
    page.field.setText("食堂改造")
    qtbot.waitUntil(lambda: page.count.text().startswith("找到 1"), timeout=20_000)
