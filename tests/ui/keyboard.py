"""The keyboard in the hands of a person, and an issue to try it on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.user import User

CABLE = """光纤观察 2031年第3期

海底光缆铺到新岛

{body}

港口换了新灯塔

灯塔的光每七秒闪一次。

极地站收到第一批信

信在路上走了四十天。
"""


def write_cable(folder: Path) -> Path:
    """Write a file of three articles, the first some pages long."""
    calm = "海面平静。" * 30
    body = "\n\n".join(f"　　第{day}段说的是施工船在第{day}天铺下的一程光缆。{calm}" for day in range(1, 31))
    path = folder / "cable.txt"
    path.write_text(CABLE.format(body=body), encoding="utf-8")
    return path


def strike(user: User, *keys: str) -> None:
    """Press keys, one after the other, where the keyboard is."""
    if QApplication.activeWindow() is None:
        user.window.activateWindow()
        user.qtbot.waitUntil(user.window.isActiveWindow)
    for key in keys:
        combination = QKeySequence(key)[0]  # type: ignore[index]
        target = QApplication.focusWidget() or user.window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()
    user.wait_for_page()


def write(text: str) -> None:
    """Type a text where the keyboard is; what is not Latin comes from an input method."""
    field = QApplication.focusWidget()
    assert field is not None
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(field, sign)
        else:
            event = QInputMethodEvent()
            event.setCommitString(sign)
            QApplication.sendEvent(field, event)


def focused() -> str:
    """Name what has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def scrolled(user: User) -> int:
    """Return how far the article is scrolled."""
    return user.window.article.verticalScrollBar().value()
