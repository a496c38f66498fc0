"""What surrounds the text: contents that act on release, its menu, undo, a file that changed, little room."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from reader import cli
from reader.ui.features.contents.contents_delegate import LINE_HEIGHT
from reader.ui.features.contents.contents_model import ENTRY_ROLE
from reader.ui.features.memory.read_states import ReadingClock
from reader.ui.kit import input_method
from reader.ui.kit.theme import load_theme
from tests.ui.keyboard import strike, write
from tests.ui.marker import Marker, marker
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")
COAST = """海岸简报 2034年第6期

# 一、港口

## 东港扩建泊位

　　东港的两个泊位本月动工，岸线延长三百米。

## 西港换装吊机

　　西港换装四台吊机，工期半年。

# 二、渔业

## 休渔期开始

　　休渔期从六月一日开始，渔船全部回港。
"""


@pytest.fixture
def coast(tmp_path: Path) -> Path:
    path = tmp_path / "coast.md"
    path.write_text(COAST, encoding="utf-8")
    return path


@pytest.fixture
def reader(user: User, coast: Path) -> Marker:
    person = marker(user.window, user)
    person.open_and_wait(coast)
    return person


def current_row(user: User) -> str:
    return str(user.tree().currentIndex().data() or "")


# Contents


def test_a_press_alone_chooses_nothing_and_the_release_the_row_that_was_pressed(reader: Marker) -> None:
    tree = reader.tree()
    place = tree.visualRect(reader.row("西港换装")).center()
    before = reader.title()
    QTest.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.title() == before
    moved = place + QPoint(0, 1)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(moved), tree.viewport().mapToGlobal(QPointF(moved)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(tree.viewport(), event)
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=moved)
    reader.wait_for_page()
    assert reader.title() == "西港换装吊机" and current_row(reader) == "西港换装吊机"


def test_a_section_with_a_long_name_has_room_for_its_second_line(user: User, tmp_path: Path) -> None:
    signed = COAST.replace("\n\n　　", "\n\n本报记者　苏明秋\n\n　　").replace(
        "# 一、港口", "# 港口的泊位、吊机、岸线、航道、锚地与候潮船只近况"
    )
    path = tmp_path / "harbour.md"
    path.write_text(signed.replace("# 二、渔业", "# 渔业"), encoding="utf-8")
    user.open_bulletin(path)
    long, short = (user.tree().visualRect(user.row(title)).height() for title in ("港口的", "渔业"))
    assert long - short == LINE_HEIGHT


def test_a_release_on_another_row_chooses_nothing(reader: Marker) -> None:
    tree, before = reader.tree(), reader.title()
    first, other = (tree.visualRect(reader.row(title)).center() for title in ("西港换装", "休渔期"))
    QTest.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert reader.title() == before and current_row(reader) == before


def test_arrows_then_escape_leave_the_row_of_what_is_read(reader: Marker) -> None:
    reader.click_contents("东港扩建")
    reader.tree().setFocus()
    strike(reader, "Down", "Down")
    assert current_row(reader) != "东港扩建泊位"
    strike(reader, "Esc")
    assert current_row(reader) == "东港扩建泊位"


def test_stepping_on_under_a_filter_marks_no_wrong_row(reader: Marker) -> None:
    reader.click_contents("东港扩建")
    strike(reader, "Ctrl+L")
    write("东港")
    reader.qtbot.waitUntil(lambda: "西港换装吊机" not in reader.rows(), timeout=MILLISECONDS)
    strike(reader, "Alt+Down")
    assert reader.title() == "西港换装吊机" and current_row(reader) == ""
    strike(reader, "Ctrl+L")
    strike(reader, "Esc")
    assert current_row(reader) == "西港换装吊机"


def test_enter_on_a_section_that_the_filter_found_reads_its_first_article(reader: Marker) -> None:
    reader.click_contents("东港扩建")
    strike(reader, "Ctrl+L")
    write("渔业")
    reader.qtbot.waitUntil(lambda: "东港扩建泊位" not in reader.rows(), timeout=MILLISECONDS)
    strike(reader, "Return")
    assert reader.title() == "休渔期开始"
    entry = reader.tree().model().index(0, 0).data(ENTRY_ROLE)
    assert entry is not None


# The menu of the text


def text_menu(user: User, point: QPoint) -> QMenu:
    """Click the right button on the text."""
    article = user.window.article
    place = article.viewport().mapToGlobal(point)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(article.viewport(), QContextMenuEvent(reason, point, place))
    user.qtbot.waitUntil(lambda: user.sees("articleMenu"), timeout=MILLISECONDS)
    found = user.widget("articleMenu")
    assert isinstance(found, QMenu)
    return found


def test_the_menu_of_the_text_marks_and_finds_what_is_selected(reader: Marker, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(reader.window.article, "open_link", opened.append)
    reader.click_contents("东港扩建")
    reader.read_text()
    reader.select("泊位本月", "泊位本月")
    menu = text_menu(reader, reader.point_at("本月动工"))
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [
        "copy", "copy_source", "select_all", "findThis", "lookUp", "highlight", "write_note", "bookmark",
        "add_figure", "add_contact",
        "outline_article", "outline_subheading", "outline_text", "outline_join", "outline_split", "outline_leave_out",
    ]  # fmt: skip
    menu.findChild(QAction, "lookUp").trigger()  # type: ignore[union-attr]
    assert len(opened) == 1 and opened[0].startswith("https://")
    menu.findChild(QAction, "findThis").trigger()  # type: ignore[union-attr]
    assert reader.widget("findField").property("text") == "泊位本月"
    next(action for action in menu.actions() if action.objectName() == "highlight").trigger()
    menu.close()
    assert reader.highlights() == [("yellow", "泊位本月")]


def test_without_a_selection_the_menu_looks_nothing_up(reader: Marker) -> None:
    menu = text_menu(reader, reader.point_at("动工"))
    assert menu.findChild(QAction, "findThis") is None
    menu.close()


# Undo


def test_undo_and_redo_stand_in_edit_and_are_grey_when_there_is_nothing(reader: Marker) -> None:
    edit = reader.widget("editMenu")
    assert isinstance(edit, QMenu)
    undo, redo = edit.actions()[:2]
    assert (undo.objectName(), redo.objectName()) == ("undo_mark", "redo_mark")
    assert not undo.isEnabled() and not redo.isEnabled()
    reader.mark("泊位")
    assert undo.isEnabled() and not redo.isEnabled()
    reader.key("Ctrl+Z")
    assert not undo.isEnabled() and redo.isEnabled()
    reader.key("Ctrl+Y")
    assert undo.isEnabled() and not redo.isEnabled() and reader.highlights() == [("yellow", "泊位")]


def test_the_star_is_lit_where_the_article_has_a_bookmark(reader: Marker) -> None:
    reader.click_contents("东港扩建")
    plain = icon_of(reader)
    strike(reader, "Ctrl+Shift+B")
    lit = icon_of(reader)
    assert lit != plain
    reader.click_contents("休渔期")
    assert icon_of(reader) == plain
    reader.click_contents("东港扩建")
    assert icon_of(reader) == lit


def icon_of(user: User) -> bytes:
    """Return how the star of the tool bar is drawn."""
    image = user.window.actions_by_id["bookmark"].icon().pixmap(20, 20).toImage()
    return bytes(image.constBits())


# A file that changed


def rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 5_000_000_000))


def test_a_changed_file_is_offered_and_read_anew_with_its_marks(reader: Marker, coast: Path) -> None:
    reader.click_contents("西港换装")
    reader.mark("换装四台吊机")
    rewrite(coast, COAST.replace("工期半年", "工期一年").replace("# 一、港口", "　　新加的一段说明。\n\n# 一、港口"))
    reader.qtbot.waitUntil(lambda: reader.sees("reloadFile"), timeout=MILLISECONDS)
    ground = reader.widget("messageBar").grab().toImage().pixelColor(3, 3)
    assert ground == QColor(load_theme("light").accent_tint)
    assert "coast.md" in reader.text_of("messageText") and not reader.sees("openOther")
    button = reader.widget("reloadFile")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    reader.qtbot.waitUntil(lambda: "工期一年" in reader.article_text(), timeout=MILLISECONDS)
    reader.wait_for_marks()
    assert reader.highlights() == [("yellow", "换装四台吊机")] and not reader.sees("messageBar")


def test_f5_reads_the_file_again_and_so_does_opening_it(reader: Marker, coast: Path) -> None:
    rewrite(coast, COAST.replace("三百米", "四百米"))
    strike(reader, "F5")
    reader.qtbot.waitUntil(lambda: "四百米" in reader.article_text(), timeout=MILLISECONDS)
    rewrite(coast, COAST.replace("三百米", "五百米"))
    reader.window.opening.open_paths([coast])
    reader.qtbot.waitUntil(lambda: "五百米" in reader.article_text(), timeout=MILLISECONDS)


def test_an_answer_is_no_failure_and_offers_no_other_file(reader: Marker) -> None:
    strike(reader, "F4")
    assert reader.text_of("statusMessage") == "本期没有存疑之处。" and not reader.sees("messageBar")


# Little room


def test_the_field_for_finding_leaves_out_its_key_where_there_is_no_room(user: User, coast: Path) -> None:
    user.open_bulletin(coast)
    keys = user.widget("findOpenerKeys")
    assert isinstance(keys, QLabel) and keys.isVisible()
    user.window.resize(700, 560)
    QApplication.processEvents()
    opener = user.widget("findOpener")
    assert isinstance(opener, QPushButton)
    needed = opener.fontMetrics().horizontalAdvance(opener.text()) + keys.sizeHint().width()
    assert not keys.isVisible() or needed <= opener.width()


@pytest.mark.parametrize(("width", "columns"), [(1440, 3), (760, 2)])
def test_the_sheet_of_keys_shows_all_of_its_columns(user: User, coast: Path, width: int, columns: int) -> None:
    user.window.resize(width, 600)
    user.open_bulletin(coast)
    user.window.resize(width, 600)
    strike(user, "F1")
    QApplication.processEvents()
    body, view = user.widget("sheetBody"), user.widget("sheetScroll")
    assert body.layout() is not None and body.layout().count() == columns  # type: ignore[union-attr]
    assert body.width() <= view.width()


def test_the_panel_waits_for_room_and_the_one_asked_for_last_has_it(user: User, coast: Path) -> None:
    user.open_bulletin(coast)
    side = user.window.actions_by_id["side"]
    user.window.resize(700, 560)
    QApplication.processEvents()
    assert user.window.width() == 700
    assert user.sees("contentsTree") and not user.sees("sidePanel") and not side.isChecked()
    strike(user, "F9")
    assert user.sees("sidePanel") and side.isChecked() and not user.sees("contentsTree")
    strike(user, "Ctrl+L")
    assert user.widget("contentsFilter").hasFocus() and not user.sees("sidePanel")
    strike(user, "F9")
    assert user.window.article.hasFocus() and not user.sees("contentsTree")
    strike(user, "Ctrl+L")
    user.window.resize(1440, 900)
    QApplication.processEvents()
    assert user.sees("contentsTree") and user.sees("sidePanel") and side.isChecked()


def test_the_original_pushes_the_window_over_no_edge(user: User, coast: Path) -> None:
    user.open_bulletin(coast)
    user.window.resize(800, 576)
    strike(user, "Ctrl+U")
    QApplication.processEvents()
    assert user.window.width() == 800 and user.original().isVisible() and not user.sees("sidePanel")
    assert user.window.article.width() >= 300
    strike(user, "Ctrl+U")
    assert user.sees("sidePanel")


def test_what_went_wrong_is_told_in_the_width_of_the_window(user: User, coast: Path, tmp_path: Path) -> None:
    user.open_bulletin(coast)
    user.window.resize(800, 576)
    strike(user, "Ctrl+U")
    user.try_to_open(tmp_path / "a file with rather a long name that is not there.docx")
    QApplication.processEvents()
    button = user.widget("openOther")
    assert user.widget("messageBar").width() == user.window.width()
    assert button.width() >= button.sizeHint().width()


def test_every_panel_has_its_button_in_a_narrow_window(user: User, coast: Path) -> None:
    user.open_bulletin(coast)
    assert user.sees("largerButton") and user.sees("crumbIssue") and not user.sees("qt_toolbar_ext_button")
    user.window.resize(800, 576)
    QApplication.processEvents()
    assert not user.sees("crumbIssue") and not user.sees("qt_toolbar_ext_button")
    user.window.resize(640, 400)
    QApplication.processEvents()
    names = ("contentsButton", "originalButton", "left_outButton", "bookmarkButton", "marks_panelButton", "sideButton")
    assert all(user.sees(name) for name in names) and not user.sees("qt_toolbar_ext_button")
    user.click("sideButton")
    assert user.sees("sidePanel")
    user.window.resize(1440, 900)
    QApplication.processEvents()
    assert user.sees("largerButton")


def test_a_narrow_bar_for_finding_leaves_room_to_write(user: User, coast: Path) -> None:
    user.open_bulletin(coast)
    strike(user, "Ctrl+F")
    bar, field = user.widget("findBar"), user.widget("findField")
    alone = bar.height()
    user.window.resize(800, 576)
    QApplication.processEvents()
    assert field.width() >= 120
    assert all(bar.rect().contains(user.widget(name).geometry()) for name in ("findScope", "findCase", "findClose"))
    user.window.resize(1440, 900)
    QApplication.processEvents()
    user.qtbot.waitUntil(lambda: bar.height() == alone, timeout=MILLISECONDS)


# Names


def test_a_headline_names_an_issue_that_prints_no_title(user: User, tmp_path: Path) -> None:
    path = tmp_path / "download (3).md"
    path.write_text("# 河口湿地的秋天\n\n　　芦苇黄了，候鸟来了，水位退了半米。\n", encoding="utf-8")
    user.open_bulletin(path)
    assert "河口湿地的秋天" in user.window.windowTitle() and "download" not in user.window.windowTitle()
    assert "  " not in user.window.windowTitle()
    assert user.article_text().count("河口湿地的秋天") == 1


@pytest.mark.parametrize(
    ("stated", "shown"), [("海湾观察 第12期", "海湾观察 第12期"), ("Unknown Title", "渔港扩建完成")]
)
def test_the_properties_of_a_document_name_an_issue_that_prints_no_title(
    user: User, tmp_path: Path, stated: str, shown: str
) -> None:
    document = Document()
    document.core_properties.title = stated
    for title in ("渔港扩建完成", "灯塔修缮启动"):
        document.add_heading(title, 1)
        document.add_paragraph("工程由县里负责，工期四个月，完工后可停大船六艘。")
    document.save(str(tmp_path / "20310402_v3.docx"))
    user.open_bulletin(tmp_path / "20310402_v3.docx")
    assert user.window.windowTitle().startswith(f"{shown} — ")
    assert "20310402" not in user.article_text()


# Read


def test_a_short_article_is_not_read_by_leafing_through() -> None:
    assert not ReadingClock(60).pass_time(2.0, end_is_seen=True, is_whole=True)
    clock = ReadingClock(120)
    assert not any(clock.pass_time(0.5, end_is_seen=True, is_whole=True) for _ in range(8))
    assert any(clock.pass_time(0.5, end_is_seen=True, is_whole=True) for _ in range(4))


def test_a_long_article_is_read_at_its_end() -> None:
    clock = ReadingClock(3000)
    assert not any(clock.pass_time(1.0, end_is_seen=False) for _ in range(20))
    assert any(clock.pass_time(0.5, end_is_seen=True) for _ in range(4))


# Around the program


def test_the_program_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert end.value.code == 0 and capsys.readouterr().out.startswith("bulletin-reader ")


@pytest.mark.parametrize("name", ["fcitx", "fcitx5"])
def test_chinese_is_typed_by_the_portal_where_fcitx_has_no_plugin(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(input_method.sys, "platform", "linux")
    monkeypatch.setenv("QT_IM_MODULE", name)
    monkeypatch.setenv("QT_IM_MODULES", f"wayland;{name}")
    monkeypatch.delenv("IBUS_USE_PORTAL", raising=False)
    input_method.use_input_portal()
    assert (os.environ["QT_IM_MODULE"], os.environ["IBUS_USE_PORTAL"]) == ("ibus", "1")
    assert os.environ["QT_IM_MODULES"] == "wayland;ibus"
    assert input_method.input_method() == "ibus (portal)"


def test_another_input_method_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "xim")
    monkeypatch.delenv("QT_IM_MODULES", raising=False)
    input_method.use_input_portal()
    assert os.environ["QT_IM_MODULE"] == "xim"


def test_a_file_that_cannot_be_read_leaves_nothing_of_the_one_before(
    make_user: Callable[..., User], coast: Path, tmp_path: Path
) -> None:
    user = make_user()
    user.open_bulletin(coast)
    broken = tmp_path / "noise.txt"
    broken.write_bytes(bytes(range(256)) * 40)
    user.try_to_open(broken)
    if user.window.session.entry() is None:
        assert user.text_of("readShare") == ""
    assert "正在" not in user.text_of("statusMessage")
