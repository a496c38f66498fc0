"""Rows of the panel that the user removes, sets right or adds, by keys and menus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QMenu

from reader.model.mentions import Contact, Figure
from tests.ui.marker import Marker, marker
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")
BULLETIN = """水利通讯 2032年第3期

北岭水库完成清淤
　　清淤工程共清出泥沙 46 万立方米，投资 3.2 亿元。库容恢复到设计值的 97%。
　　工程队有熟手若干，另有学徒三十来位，下月转往南塘水库。

联系人：方原，电话：0571-85550101
"""


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    """Return the file of a short bulletin."""
    path = tmp_path / "water.txt"
    path.write_text(BULLETIN, encoding="utf-8")
    return path


@pytest.fixture
def reader(make_user: Callable[..., User], bulletin: Path) -> Marker:
    """Return someone who has the bulletin open, with its figures listed."""
    return reading(make_user(), bulletin)


def reading(user: User, bulletin: Path) -> Marker:
    person = marker(user.window, user)
    person.open_and_wait(bulletin)
    person.wait_for_mentions()
    person.press("Ctrl+1")
    return person


def surfaces(person: User) -> list[str]:
    return [row.surface for row in person.list().mentions.mentions() if isinstance(row, Figure)]


def editor(person: User) -> QDialog:
    person.qtbot.waitUntil(lambda: person.window.findChild(QDialog, "rowEditor") is not None)
    found = person.window.findChild(QDialog, "rowEditor")
    assert found is not None
    return found


def fill(dialog: QDialog, name: str, text: str) -> None:
    field = dialog.findChild(QLineEdit, f"row_{name}")
    assert field is not None, name
    field.setFocus()
    field.selectAll()
    field.insert(text)


def close(person: User, dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: not dialog.isVisible())


def test_delete_removes_a_row_and_undo_brings_it_back(reader: Marker) -> None:
    before = surfaces(reader)
    reader.click_mention("3.2 亿元")
    reader.press("Delete", reader.list())
    assert surfaces(reader) == [surface for surface in before if surface != "3.2 亿元"]
    assert "3.2 亿元" not in reader.marked()
    reader.press("Ctrl+Z")
    assert surfaces(reader) == before
    reader.press("Ctrl+Shift+Z")
    assert "3.2 亿元" not in surfaces(reader)


def test_several_rows_go_in_one_step(reader: Marker) -> None:
    before = surfaces(reader)
    reader.list().selectAll()
    reader.press("Ctrl+Delete")
    assert surfaces(reader) == []
    reader.press("Ctrl+Z")
    assert surfaces(reader) == before


def test_a_row_is_set_right_by_key_and_exported_as_it_is_now(reader: Marker) -> None:
    reader.click_mention("3.2 亿元")
    reader.press("Ctrl+E")
    dialog = editor(reader)
    fill(dialog, "label", "清淤投资")
    fill(dialog, "value_low", "325,000,000")
    close(reader, dialog)
    assert reader.window.panel.panel is not None
    figures = reader.window.panel.panel.listed("figures").figures
    row = next(figure for figure in figures if figure.surface == "3.2 亿元")
    assert (row.label, row.value_low, row.unit) == ("清淤投资", 325_000_000, "CNY")
    handed = reader.window.panel.mentions()
    assert handed is not None and row in handed.figures
    reader.press("Ctrl+Z")
    assert reader.mention_row("3.2 亿元").isValid()
    assert "清淤投资" not in str(reader.listed())


def test_what_is_no_number_is_not_taken(reader: Marker) -> None:
    reader.click_mention("97%")
    reader.press("Ctrl+E")
    dialog = editor(reader)
    fill(dialog, "value_low", "很多")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and reader.text_of("rowTold") == "“很多”不是数。"
    fill(dialog, "value_low", "98")
    close(reader, dialog)
    assert reader.window.panel.panel is not None
    assert {f.value_low for f in reader.window.panel.panel.listed("figures").figures if f.unit == "%"} == {98}


def test_a_figure_is_added_from_the_selection_and_removed_for_good(reader: Marker) -> None:
    before = surfaces(reader)
    reader.select("熟手", "若干")
    reader.press("Ctrl+Shift+G")
    dialog = editor(reader)
    kind = dialog.findChild(QComboBox, "row_kind")
    assert kind is not None
    kind.setCurrentIndex(kind.findData("count"))
    for name, text in (("label", "熟手"), ("value_low", "12"), ("unit", "名")):
        fill(dialog, name, text)
    close(reader, dialog)
    assert reader.list().objectName() == "figuresTable"
    assert sorted(surfaces(reader)) == sorted([*before, "熟手若干"])
    reader.click_mention("熟手, 12" if "熟手, 12" in str(reader.listed()) else "熟手")
    assert reader.flashed() == "熟手若干"
    reader.press("Delete", reader.list())
    assert surfaces(reader) == before


def test_a_contact_is_added_with_what_can_be_read_in_the_selection(reader: Marker) -> None:
    reader.press("Ctrl+3")
    reader.click_mention("方原")
    reader.press("Delete", reader.list())
    reader.select("联系人", "0101")
    reader.press("Ctrl+Shift+K")
    dialog = editor(reader)
    fill(dialog, "orgs", "工程处；北岭管理站")
    close(reader, dialog)
    (contact,) = [row for row in reader.list().mentions.mentions() if isinstance(row, Contact)]
    assert (contact.persons, contact.phones) == (("方原",), ("0571-85550101",))
    assert contact.orgs == ("工程处", "北岭管理站")


def test_without_a_row_or_a_selection_nothing_is_done(reader: Marker) -> None:
    reader.window.article.setFocus()
    reader.press("Ctrl+Shift+G")
    assert reader.window.findChild(QDialog, "rowEditor") is None
    assert reader.text_of("statusMessage") == "请先选中这一行所指的文字。"


def test_the_menu_of_a_row_removes_it(reader: Marker) -> None:
    reader.click_mention("97%")
    view = reader.list()
    view.menu_wanted.emit(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center()))
    menu = reader.window.findChild(QMenu, "rowsMenu")
    assert menu is not None
    act = menu.findChild(QAction, "removeRowAction")
    assert act is not None and menu.findChild(QAction, "correctRowAction") is not None
    act.trigger()
    menu.close()
    assert "97%" not in surfaces(reader)


def test_rows_stay_as_they_were_set_right_in_a_file_that_changed(
    make_user: Callable[..., User], bulletin: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept" / "library.db"
    first = reading(make_user(), bulletin)
    first.move_marks_to(kept)
    first.wait_for_marks()
    first.click_mention("3.2 亿元")
    first.press("Delete", first.list())
    bulletin.write_text(BULLETIN.replace("　　清淤工程", "　　入冬以来水位很低。\n　　清淤工程"), encoding="utf-8")
    second = reading(make_user(), bulletin)
    second.move_marks_to(kept)
    second.wait_for_marks()
    second.qtbot.waitUntil(lambda: "3.2 亿元" not in surfaces(second))
    assert "46 万立方米" in surfaces(second)


def test_links_are_folded_until_they_are_asked_for(make_user: Callable[..., User], tmp_path: Path) -> None:
    path = tmp_path / "weekly.md"
    path.write_text(
        "# 工具周刊\n\n## 新工具\n\n- [潮汐表](https://tides.example.org)。\n- [风速仪](https://wind.example.org)。\n",
        "utf-8",
    )
    user = make_user()
    person = marker(user.window, user)
    person.open_and_wait(path)
    person.wait_for_mentions()
    person.press("Ctrl+3")
    person.choose_scope("本期")
    model, view = person.list().mentions, person.list()
    assert list(person.listed()) == ["链接"]
    assert person.listed()["链接"][0].startswith("潮汐表")
    assert not view.isExpanded(model.index(0, 0))
    view.setExpanded(model.index(0, 0), True)
    person.choose_scope("本篇")
    assert view.isExpanded(model.index(0, 0))
