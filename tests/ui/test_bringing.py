"""The clipboard opens as an issue, and a scan is recognised in the background."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app.data_folder import data_folder
from tests.ui.user import User

PAGE = "<html><body><h1>供水简报</h1><p>石榴河流域今年降水偏少，各地要按照计划供水。</p></body></html>"


def _put(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def test_a_page_on_the_clipboard_opens_as_an_issue(user: User, qtbot: QtBot) -> None:
    _put("供水简报\n一月来水偏少\n石榴河流域今年降水偏少，各地要按照计划供水。", PAGE)
    user.window.actions_by_id["paste"].trigger()
    qtbot.waitUntil(lambda: user.window.session.current() is not None)
    opened = user.window.session.current()
    assert opened is not None
    assert opened.path == data_folder() / "pasted" / "供水简报.html"
    assert opened.issue.source.format == "html"
    assert str(opened.path) in user.window.settings.recent


def test_an_empty_clipboard_is_told(user: User, qtbot: QtBot) -> None:
    _put(" \n")
    with qtbot.waitSignal(user.window.bringing.told):
        user.window.actions_by_id["paste"].trigger()
    assert not (data_folder() / "pasted").exists()


def test_a_scan_is_recognised_and_read_anew(
    user: User, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("reader.pipeline.recognise", lambda path, _report, _password: asked.append(path))
    monkeypatch.setattr("reader.load.picture.is_installed", lambda: True)
    path = tmp_path / "scan.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    user.try_to_open(path)
    user.window.actions_by_id["recognise"].trigger()
    qtbot.waitUntil(lambda: asked == [path])
