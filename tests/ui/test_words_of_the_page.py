"""A double click takes a word, Ctrl with an arrow goes by words, a third click takes the paragraph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader import words
from reader.ui.article.word_steps import step_from, word_at
from tests.ui.keyboard import strike
from tests.ui.user import MILLISECONDS, User

TEXT = """港口周报 2031年第4期

新码头本月投入使用

　　新码头的自动化设备由本地企业制造，年吞吐量达到4.5万箱；联系邮箱是harbour@example.org。使用 Beidou-3 定位。

旧仓库改成博物馆

　　旧仓库的外墙保留下来，内部改成展厅。
"""


@pytest.fixture(scope="module", autouse=True)
def _dictionary() -> None:
    """Have the dictionary at hand."""
    words.open_dictionary()


@pytest.fixture
def reader(user: User, tmp_path: Path) -> User:
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    user.open_bulletin(path)
    return user


def click_twice(user: User, text: str, inside: int = 0) -> QPoint:
    """Click twice on a character of the article."""
    article = user.window.article
    cursor = article.document().find(text)
    cursor.setPosition(cursor.selectionStart() + inside)
    point = article.cursorRect(cursor).center() + QPoint(6, 0)
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(article.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(article.viewport(), Qt.MouseButton.LeftButton, pos=point)  # which a double click of QTest lacks
    QApplication.processEvents()
    return point


def place_of(user: User, text: str) -> QPoint:
    """Return where the first character of a text stands."""
    article = user.window.article
    cursor = article.document().find(text)
    cursor.setPosition(cursor.selectionStart())
    return article.cursorRect(cursor).center() + QPoint(6, 0)


def send(user: User, kind: QEvent.Type, point: QPoint) -> None:
    """Let the left button do something at a point of the article, held down until it is released."""
    button, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    viewport = user.window.article.viewport()
    moved, released = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    place = viewport.mapToGlobal(point)
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, point, place, none if moved else button, none if released else button, modifiers)
    QApplication.sendEvent(viewport, event)


def selected(user: User) -> str:
    return user.window.article.textCursor().selectedText()


@pytest.mark.parametrize(
    ("text", "inside", "word"),
    [
        ("自动化设备", 3, "设备"),
        ("本地企业制造，", 4, "制造"),
        ("4.5万", 0, "4.5"),
        ("制造，年", 2, "，"),
        ("harbour@", 2, "harbour"),
        ("Beidou-3", 1, "Beidou-3"),
    ],
)
def test_a_double_click_selects_one_word(reader: User, text: str, inside: int, word: str) -> None:
    click_twice(reader, text, inside)
    assert selected(reader) == word


def test_dragging_after_a_double_click_selects_whole_words(reader: User) -> None:
    start, end = (place_of(reader, words) for words in ("设备由", "制造"))
    send(reader, QEvent.Type.MouseButtonDblClick, start)
    send(reader, QEvent.Type.MouseMove, start + QPoint(1, 0))
    assert selected(reader) == "设备"
    send(reader, QEvent.Type.MouseMove, end)
    send(reader, QEvent.Type.MouseButtonRelease, end)
    assert selected(reader) == "设备由本地企业制造"


def test_a_third_click_selects_the_paragraph(reader: User) -> None:
    point = click_twice(reader, "自动化设备", 3)
    QTest.mouseClick(reader.window.article.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert selected(reader).startswith("新码头的自动化") and selected(reader).endswith("定位。")


def test_the_caret_goes_by_words(reader: User) -> None:
    strike(reader, "F7")
    article = reader.window.article
    cursor = article.document().find("自动化设备")
    cursor.setPosition(cursor.selectionStart())
    article.setTextCursor(cursor)
    strike(reader, "Ctrl+Right", "Ctrl+Shift+Right")
    assert selected(reader) == "设备"
    strike(reader, "Ctrl+Left", "Ctrl+Left")
    assert article.document().find("自动化").selectionStart() == article.textCursor().position()


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("研究生院发布了《规划》。", 8, "规划"),
        ("价格36.57亿元", 3, "36.57"),
        ("，，", 1, "，"),
        ("don't stop", 1, "don't"),
        ("𠮷野家", 0, "𠮷野家"),
    ],
)
def test_words_never_cross_a_sign(text: str, at: int, word: str) -> None:
    begin, end = word_at(text, at)
    assert text[begin:end] in (word, word[: end - begin]) and begin <= at < end


@pytest.mark.parametrize("forward", [True, False])
def test_steps_visit_each_word_once_and_end(forward: bool) -> None:
    text, at, seen = "本地企业制造，年吞吐量达到4.5万箱。", 0 if forward else 18, []
    while (target := step_from(text, at, forward=forward)) is not None:
        assert target > at if forward else target < at
        seen.append(target)
        at = target
    assert len(seen) >= 6


def test_without_the_dictionary_a_run_of_han_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "is_open", lambda: False)
    assert word_at("新码头建成，投入使用", 1) == (0, 5)


def test_a_word_is_ready_to_be_marked(make_user: Callable[..., User], tmp_path: Path) -> None:
    user = make_user()
    path = tmp_path / "port.txt"
    path.write_text(TEXT, encoding="utf-8")
    user.open_bulletin(path)
    user.qtbot.waitUntil(user.window.marks.is_settled, timeout=MILLISECONDS)
    click_twice(user, "自动化设备", 3)
    user.qtbot.waitUntil(lambda: user.sees("highlightBar"), timeout=5000)
