"""Whoever writes a note comes back to where he was; whoever comes back to an article sees it as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.ui.article.page_layer import CHIP_ABOVE, CHIP_HEIGHT
from tests.ui.marker import Marker, marker
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")
DAYS = "\n\n".join(
    f"　　第{day}天的巡查记录写明水位平稳，值守人员按时换班[{day % 5 + 1}]。" * 2 for day in range(1, 40)
)
NOTES = "\n".join(f"[{number}] 水文站。巡查日志第{number}卷。" for number in range(1, 6))
LONG = f"""# 汛期巡查纪要

{DAYS}

{NOTES}
"""
REPAIRS = "\n\n".join(f"　　第{day}天检修一号机组，更换的部件逐一登记。" * 2 for day in range(1, 30))
SHORT = f"""短讯周报 2033年第2期

## 渡口恢复通航

　　渡口本周恢复通航。

## 电站检修

{REPAIRS}
"""


@pytest.fixture
def reader(make_user: Callable[..., User], tmp_path: Path) -> Marker:
    """Return someone far down in an article with footnote marks."""
    path = tmp_path / "patrol.md"
    path.write_text(LONG, encoding="utf-8")
    user = make_user()
    person = marker(user.window, user)
    person.open_and_wait(path)
    person.read_text()
    bar = person.window.article.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    return person


def scrolled(person: User) -> int:
    return person.window.article.verticalScrollBar().value()


@pytest.mark.parametrize("key", ["Ctrl+Return", "Escape"])
@pytest.mark.parametrize("by_caret", [False, True])
def test_a_note_keeps_the_place(reader: Marker, key: str, by_caret: bool) -> None:
    if by_caret:
        reader.key("F7")
    reader.select("第20天的巡查", "第20天的巡查")
    before = scrolled(reader)
    end = reader.window.article.textCursor().selectionEnd()
    assert before > 0
    reader.key("Ctrl+Shift+H")
    reader.write("ask again")
    reader.key(key)
    reader.qtbot.wait(50)
    assert reader.window.article.hasFocus()
    assert scrolled(reader) == before
    assert reader.window.article.textCursor().position() == end


def test_a_short_article_shows_its_title_when_one_comes_back(user: User, tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text(SHORT, encoding="utf-8")
    user.open_bulletin(path)
    user.click_contents("电站检修")
    user.click_contents("渡口恢复通航")
    user.press("Alt+Left")
    assert user.title() == "电站检修" and scrolled(user) == 0
    user.window.actions_by_id["language_en"].trigger()
    user.wait_for_page()
    assert scrolled(user) == 0


def test_a_click_on_a_footnote_mark_offers_no_highlight(make_user: Callable[..., User], tmp_path: Path) -> None:
    path = tmp_path / "noted.md"
    path.write_text("# 渡口\n\n渡口本周恢复通航[^1]，往来的船只增多。\n\n[^1]: 航运处公告。\n", encoding="utf-8")
    user = make_user()
    person = marker(user.window, user)
    person.open_and_wait(path)
    article = person.window.article
    person.mark("渡口本周", end="往来的")
    person.key("Escape")
    cursor = article.textCursor()
    cursor.setPosition(min(article.built().ref_positions.values()) + 2)
    place = article.cursorRect(cursor).center() - QPoint(3, 0)
    assert article.anchorAt(place)
    QTest.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.qWait(500)
    assert not person.sees("highlightBar")


def test_keywords_have_room_above_a_table(user: User, tmp_path: Path) -> None:
    path = tmp_path / "table.md"
    path.write_text("# 水位表\n\n| 站点 | 水位 |\n|---|---|\n| 东滩 | 21 |\n\n　　以上为本周水位。\n", encoding="utf-8")
    user.open_bulletin(path)
    document = user.window.article.document()
    layout = document.documentLayout()
    head = document.find("站点").block()
    info = document.begin().next()
    chips = layout.blockBoundingRect(info).bottom() + user.window.article._style.size * (CHIP_ABOVE + CHIP_HEIGHT)
    assert layout.blockBoundingRect(head).top() > chips
