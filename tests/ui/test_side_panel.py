"""What a person does with the panel at the right, in his words."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDesktopServices, QGuiApplication, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QTabBar

from reader import pipeline
from reader.export.columns import FIGURE_COLUMNS, figure_rows
from reader.model.document import Issue
from reader.model.mentions import Mentions
from reader.ui.session.settings import Settings
from tests.ui.harbour import SOURCE, harbour, harbour_mentions
from tests.ui.understanding import understand_by
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def harbour_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is understood as the harbour issue, whatever the pipeline would make of it."""
    path = tmp_path / "harbour.txt"
    path.write_text(SOURCE, encoding="utf-8")
    really = pipeline.open_issue

    def open_issue(wanted: Path, progress: object = None, encoding: str | None = None) -> Issue:
        return harbour() if wanted == path else really(wanted, progress, encoding)  # type: ignore[arg-type]

    def extract(issue: Issue, progress: object = None) -> Mentions:
        return harbour_mentions() if issue.source.name == "harbour.txt" else Mentions()

    understand_by(monkeypatch, open_issue)
    monkeypatch.setattr(pipeline, "extract_mentions", extract)
    monkeypatch.setattr(pipeline, "article_keywords", lambda node: {"b1": ("深水泊位", "岸电")}.get(node.id, ()))
    return path


# Listing


def test_figures_stand_by_kind_and_unit_with_label_and_value(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    assert user.listed() == {
        "金额 · 元": ["北湾港投资, 30 亿元", "设备, 4.5 亿元"],
        "金额 · 美元": ["贷款, 2.2 亿美元"],
        "百分比": ["岸电覆盖率, 96%", "耗电下降, ≈ 12%"],
        "计量": ["年吞吐, 800 万 TEU"],
        "数量 · 名": ["引航员, 40 多名", "轮机员, 6 名"],
        "截止": ["申报材料寄出, 2031年8月31日18:00前"],
        "日期": ["评审, 2031年9月"],
    }


def test_the_scope_widens_to_the_whole_issue_and_rows_name_their_article(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.choose_scope("本期")
    assert "补贴, 9000 万元, 渔船改造" in user.listed()["金额 · 元"]
    user.choose_scope("本篇")
    user.click_contents("渔船改造")
    assert user.listed()["金额 · 元"] == ["补贴, 9000 万元"]


def test_a_figure_without_label_is_explained_by_its_clause(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.click_contents("渔船改造")
    assert user.listed()["计量"] == ["每船减排 35 吨, 35 吨"]


def test_values_are_sorted_within_their_unit_alone(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.choose_scope("本期")
    by_value = user.widget("sideHead").findChild(QAction, "sortByValue")
    assert by_value is not None
    by_value.trigger()
    assert [row.split(", ")[1] for row in user.listed()["金额 · 元"]] == ["30 亿元", "4.5 亿元", "9000 万元"]
    assert [row.split(", ")[1] for row in user.listed()["金额 · 美元"]] == ["2.2 亿美元"]
    assert user.window.settings.side_by_value


def test_typing_narrows_the_list_by_label_value_unit_and_article(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.choose_scope("本期")
    for typed, found in (("岸电", "96%"), ("4.5亿", "4.5 亿元"), ("usd", "2.2 亿美元"), ("渔船改造", "35 吨")):
        user.filter_panel(typed)
        assert any(found in row for rows in user.listed().values() for row in rows), typed
        assert not any("轮机员" in row for rows in user.listed().values() for row in rows), typed
    user.filter_panel("没有这个")
    assert user.listed() == {} and "筛选" in user.text_of("sideState")
    user.press("Escape", user.widget("sideFilter"))
    QTest.qWait(200)
    assert user.listed()


def test_each_tab_has_its_own_list_and_says_when_it_is_empty(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.choose_tab("图表")
    assert user.listed() == {"图": ["图1 泊位平面图"]}
    user.choose_tab("联系")
    assert user.listed() == {
        "联系": ["宋岚, 联系人, 北湾港务局, 建设处, 副处长, 电话 0771-3900112, 邮箱 berth@example.org, 文中出现 2 次"]
    }
    user.click_contents("渔船改造")
    assert list(user.listed()) == ["编写"]
    user.choose_tab("图表")
    assert user.widget("sideState").isVisible() and "1" in user.text_of("sideState")


def test_deadlines_count_the_days_and_stand_on_the_time_line(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.choose_tab("日期")
    assert user.window.panel.panel is not None
    for today, told in (
        (date(2031, 8, 1), "还有 30 天"),
        (date(2031, 8, 31), "今天截止"),
        (date(2031, 9, 2), "已过 2 天"),
    ):
        user.window.panel.panel.set_today(today)
        assert told in user.listed()["截止"][0]
    assert user.widget("timeline").isVisible()
    user.choose_tab("数字")
    assert not user.widget("timeline").isVisible()


def test_a_click_on_the_time_line_shows_the_date_in_the_text(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    assert user.window.panel.panel is not None
    user.window.panel.panel.set_today(date(2031, 7, 1))
    user.choose_tab("日期")
    line = user.window.panel.panel.timeline
    point = next(point for point in line._points if point.is_due)
    place = line.rect().center()
    place.setX(round(line._x(point.day)))
    user.qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    assert user.flashed() == "2031年8月31日18:00前"


# Going to a place and back


def test_a_click_shows_the_place_and_lights_it_up(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.window.resize(1100, 420)
    user.click_mention("轮机员")
    assert user.flashed() == "6 名"
    assert user.window.actions_by_id["back"].isEnabled()


def test_a_figure_of_another_article_opens_it_and_one_step_leads_back(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.choose_scope("本期")
    user.click_mention("补贴")
    assert user.title() == "渔船改造"
    assert user.flashed() == "9000 万元"
    user.press("Alt+Left")
    assert user.title() == "深水泊位开工"
    assert not user.window.actions_by_id["back"].isEnabled()


def test_what_stands_in_no_article_is_shown_in_the_original(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+3")
    user.choose_scope("本期")
    user.click_mention("港口通讯")
    assert user.original().isVisible()
    assert user.original()._focus.start == 0


def test_the_row_of_the_figure_under_the_mouse_is_shown_without_taking_the_focus(
    user: User, harbour_file: Path
) -> None:
    user.open_harbour(harbour_file)
    user.window.article.setFocus()
    user.hover(user.point_at("96%"))
    view = user.list()
    user.qtbot.waitUntil(view.cards.pointed.isValid)
    assert "岸电覆盖率" in str(view.cards.pointed.data())
    assert user.window.article.hasFocus()
    user.hover(user.point_at("北湾港投"))
    user.qtbot.waitUntil(lambda: not view.cards.pointed.isValid())


# Marks


def test_figures_and_contacts_are_marked_in_the_text_and_one_key_hides_the_marks(
    user: User, harbour_file: Path
) -> None:
    user.open_harbour(harbour_file)
    assert user.marked()[:3] == ["30 亿元", "4.5 亿元", "2.2 亿美元"]
    assert {"宋 岚", "0771-3900112", "berth@example.org"} <= set(user.marked())
    user.press("F2")
    assert user.marked() == []
    assert not user.window.settings.show_marks
    user.press("F2")
    assert "96%" in user.marked()


def test_marks_are_never_copied(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.window.article.setFocus()
    user.select("北湾港投资", "深水泊位，")
    user.press("Ctrl+C", user.window.article)
    assert QGuiApplication.clipboard().text() == "北湾港投资 30 亿元扩建深水泊位，"


def test_marks_follow_the_size_of_the_text(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    before = user.marked()
    user.press("Ctrl+Equal")
    assert user.marked() == before


# Keywords


def test_keywords_appear_below_the_title_and_move_nothing(
    user: User, harbour_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()
    words = ("深水泊位", "岸电")
    monkeypatch.setattr(pipeline, "article_keywords", lambda _node: may_end.wait(10) and words)
    user.open_bulletin(harbour_file)
    user.qtbot.waitUntil(lambda: bool(user.marked()))
    article = user.window.article
    before = (article.document().size(), article.toPlainText(), user.point_at("北湾港投资"))
    assert article.layer.keywords() == ()
    may_end.set()
    user.wait_for_mentions()
    assert article.layer.keywords() == words and words[0] in article.accessibleDescription()
    assert (article.document().size(), article.toPlainText(), user.point_at("北湾港投资")) == before


def test_keywords_stay_where_a_part_of_the_page_is_drawn_anew(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    page = user.window.article.viewport()
    whole = page.grab().toImage()
    for left, top in ((0, 0), (60, 40), (30, 70), (0, 90)):
        part = QRect(left, top, 300, 120)
        picture = QImage(part.size() * whole.devicePixelRatio(), whole.format())
        page.render(picture, QPoint(), QRegion(part))
        assert picture == whole.copy(part), (left, top)


def test_each_article_has_its_own_keywords(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    assert user.window.article.layer.keywords() == ("深水泊位", "岸电")
    user.click_contents("渔船改造")
    user.wait_for_mentions()
    assert user.window.article.layer.keywords() == ()


# By keyboard


def test_the_panel_is_walked_and_left_by_key(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+1")
    view = user.list()
    assert view.hasFocus()
    user.press("Down", view)
    user.press("Return", view)
    assert user.flashed() == "4.5 亿元"
    user.press("Escape", view)
    assert user.window.article.hasFocus()
    user.press("Ctrl+4")
    assert user.list().objectName() == "datesList" and user.list().hasFocus()


def test_tab_goes_through_all_of_the_panel(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+3")
    names = ["sideTabs", "sideFilter", "scopeSwitch", "saveButton", "contactsList", "copyContact", "mailContact"]
    user.widget("sideTabs").setFocus()
    passed = []
    for _ in names:
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == names


def test_typing_in_the_list_goes_into_the_filter(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+1")
    QTest.keyClicks(user.list(), "te")
    QTest.keyClicks(user.widget("sideFilter"), "u")
    user.qtbot.waitUntil(lambda: list(user.listed()) == ["计量"])


def test_enter_in_the_filter_goes_to_the_first_that_was_found(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.filter_panel("美元")
    user.press("Return", user.widget("sideFilter"))
    assert user.flashed() == "2.2 亿美元"


def test_headings_fold_by_key_and_by_click_and_stay_folded(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+1")
    view = user.list()
    user.press("Left", view)
    user.press("Left", view)
    assert not view.isExpanded(view.mentions.index(0, 0))
    user.choose_scope("本期")
    assert not view.isExpanded(view.mentions.index(0, 0))
    head = view.visualRect(view.mentions.index(0, 0)).center()
    user.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert view.isExpanded(view.mentions.index(0, 0))


def test_selected_rows_are_copied_in_the_columns_of_the_table_that_is_saved(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.click_mention("北湾港投资")
    user.click_mention("设备", Qt.KeyboardModifier.ShiftModifier)
    user.press("Ctrl+C", user.list())
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    opened, mentions = user.window.session.current(), user.window.panel.mentions()
    assert opened and mentions
    saved = [[str(cell) for cell in row[:4]] for row in figure_rows(opened.issue, mentions, "zh")]
    assert [row[:4] for row in rows] == [row for row in saved if row[1] in ("北湾港投资", "设备")]
    assert {len(row) for row in rows} == {len(FIGURE_COLUMNS)}


# Contacts


def test_a_contact_is_copied_as_text_and_mailed_by_an_explicit_act(
    user: User, harbour_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailed: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: mailed.append(url.toString()))
    user.open_harbour(harbour_file)
    user.press("Ctrl+3")
    user.click("copyContact")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0] == "宋岚" and "电话: 0771-3900112" in copied
    user.click_mention("宋岚")
    assert mailed == []
    user.click("mailContact")
    assert mailed == ["mailto:berth@example.org"]


# Showing and hiding


def test_the_panel_is_shown_and_hidden_by_key_and_this_is_remembered(
    make_user: Callable[..., User], harbour_file: Path
) -> None:
    user = make_user(show_side=False)
    user.open_harbour(harbour_file)
    assert not user.widget("sidePanel").isVisible() and user.window.panel.panel is None
    user.press("F9")
    assert user.widget("sidePanel").isVisible() and user.listed()
    assert user.window.settings.show_side
    user.press("Ctrl+2")
    user.press("F9")
    assert not user.widget("sidePanel").isVisible()
    assert user.window.article.hasFocus()
    assert user.window.settings.side_tab == "captions"


def test_the_panel_is_as_it_was_left(make_user: Callable[..., User], harbour_file: Path) -> None:
    user = make_user(side_tab="dates", side_scope="issue", side_by_value=True)
    user.open_harbour(harbour_file)
    assert user.list().objectName() == "datesList"
    assert user.listed()["日期"][0].startswith("2030")


@pytest.mark.parametrize("width", [1024, 1440, 2560])
def test_text_and_panel_share_the_window(user: User, harbour_file: Path, width: int) -> None:
    user.open_harbour(harbour_file)
    user.window.resize(width, 700)
    QTest.qWait(30)
    panel = user.widget("sidePanel").width()
    assert 230 <= panel <= 360
    assert user.window.article.width() >= 500
    bar = user.window.findChild(QTabBar, "sideTabs")
    assert bar is not None and bar.tabRect(bar.count() - 1).right() <= bar.width()


def test_the_tabs_fit_in_english_too(make_user: Callable[..., User], harbour_file: Path) -> None:
    user = make_user(language="en")
    user.open_harbour(harbour_file)
    user.window.resize(1024, 700)
    QTest.qWait(30)
    bar = user.window.findChild(QTabBar, "sideTabs")
    assert bar is not None and bar.tabRect(bar.count() - 1).right() <= bar.width()
    assert next(iter(user.listed())) == "Money · yuan"
    user.window.actions_by_id["language_zh"].trigger()
    user.qtbot.waitUntil(lambda: next(iter(user.listed())) == "金额 · 元")
    user.window.actions_by_id["theme_dark"].trigger()
    assert user.listed()


# The work behind it


def test_the_page_is_shown_before_anything_is_taken_out_of_it(
    user: User, harbour_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()
    may_end = threading.Event()
    painted: list[bool] = []

    def slow(_issue: Issue, progress: Callable[[str, float], None]) -> Mentions:
        painted.append(user.window.article.is_painted())
        begun.set()
        may_end.wait(10)
        return harbour_mentions()

    monkeypatch.setattr(pipeline, "extract_mentions", slow)
    user.open_bulletin(harbour_file)
    user.qtbot.waitUntil(begun.is_set)
    user.qtbot.waitUntil(lambda: user.window.panel.panel is not None)
    assert painted == [True]
    assert "正在提取" in user.text_of("sideState") and user.marked() == []
    may_end.set()
    user.wait_for_mentions()
    assert user.listed() and user.marked()


def test_work_on_an_issue_ends_with_it_and_what_was_found_is_kept(
    user: User, harbour_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked: list[str] = []

    def extract(issue: Issue, progress: Callable[[str, float], None]) -> Mentions:
        worked.append(issue.source.name)
        if issue.source.name != "harbour.txt":
            for _ in range(5000):
                progress("figures", 0.5)
                QTest.qSleep(2)
        return harbour_mentions()

    monkeypatch.setattr(pipeline, "extract_mentions", extract)
    other = tmp_path / "other.txt"
    other.write_text("第一篇的标题\n\n正文很短，没有数字。\n", encoding="utf-8")
    user.open_harbour(harbour_file)
    user.open_bulletin(other)
    user.qtbot.waitUntil(lambda: "other.txt" in worked)
    assert "正在提取" in user.text_of("sideState")
    user.press("Ctrl+W")
    user.qtbot.waitUntil(lambda: "mentions" not in user.window.session.jobs.running())
    assert user.listed()
    assert worked.count("harbour.txt") == 1


def test_an_error_in_the_extraction_is_told_and_reaches_the_handler_of_errors(
    user: User, harbour_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> Mentions:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "extract_mentions", broken)
    with user.qtbot.captureExceptions() as exceptions:
        user.open_bulletin(harbour_file)
        user.wait_for_mentions()
        user.qtbot.waitUntil(lambda: user.widget("messageBar").isVisible())
    assert [kind for kind, _error, _trace in exceptions] == [ZeroDivisionError]
    assert "harbour.txt" in user.text_of("messageText")
    assert user.title() == "深水泊位开工"


def test_the_context_menu_offers_to_copy_and_to_save(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+1")
    user.list().menu_wanted.emit(user.window.mapToGlobal(user.window.rect().center()))
    menu = user.window.findChild(QMenu, "rowsMenu")
    assert menu is not None
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [
        "correctRowAction",
        "removeRowAction",
        "copyRows",
        "copyAllRows",
        "figures_csv",
        "figures_xlsx",
        "contacts_vcf",
        "contacts_csv",
        "links_csv",
        "deadlines_ics",
    ]
    menu.close()


def test_a_right_click_on_a_row_opens_its_menu(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+1")
    tree = user.list()
    point = tree.visualRect(tree.mentions.first()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, tree.viewport().mapToGlobal(point))
    QApplication.sendEvent(tree.viewport(), event)
    menu = user.window.findChild(QMenu, "rowsMenu")
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_the_context_menu_of_a_contact_offers_what_its_buttons_do(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+3")
    user.list().menu_wanted.emit(user.window.mapToGlobal(user.window.rect().center()))
    menu = user.window.findChild(QMenu, "rowsMenu")
    assert menu is not None
    copy = menu.findChild(QAction, "copyContactAction")
    assert copy is not None
    copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("宋岚")
    menu.close()


def test_all_rows_are_copied_from_the_menu(user: User, harbour_file: Path) -> None:
    user.open_harbour(harbour_file)
    user.save("copyAllRows")
    rows = QGuiApplication.clipboard().text().splitlines()
    assert len(rows) == sum(map(len, user.listed().values())) == 10


def test_old_settings_do_no_harm(make_user: Callable[..., User], harbour_file: Path) -> None:
    user = make_user(side_tab="nothing", side_scope="galaxy", widths=b"\x00")
    user.open_harbour(harbour_file)
    assert user.list().objectName() == "figuresTable"
    assert Settings().show_side


def test_nothing_of_the_panel_is_loaded_with_the_window() -> None:
    late = (
        "reader.ui.features.panel.",
        "reader.ui.features.marks.",
        "reader.ui.session.shelf",
        "reader.store",
        "reader.model.mentions",
        "reader.extract",
    )
    probe = f"import sys, reader.ui.app; print(*[name for name in sys.modules if name.startswith({late!r})])"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) == {f"reader.ui.features.{feature}.feature" for feature in ("panel", "marks")}


# Saving


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return a function that makes the file dialog answer with a path."""

    def answer(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))

    return answer


@pytest.mark.parametrize(
    ("act", "name", "words"),
    [
        ("figures_csv", "a.csv", ["30 亿元", "岸电覆盖率"]),
        ("contacts_vcf", "a.vcf", ["BEGIN:VCARD", "berth@example.org"]),
        ("contacts_csv", "a.csv", ["宋岚", "0771-3900112"]),
        ("deadlines_ics", "a.ics", ["BEGIN:VEVENT", "20310831"]),
    ],
)
def test_what_is_listed_is_saved(
    user: User,
    harbour_file: Path,
    tmp_path: Path,
    save_as: Callable[[Path], None],
    act: str,
    name: str,
    words: list[str],
) -> None:
    user.open_harbour(harbour_file)
    path = tmp_path / name
    save_as(path.with_suffix(""))  # the ending is added
    user.save(act)
    user.qtbot.waitUntil(path.exists, timeout=20_000)
    user.qtbot.waitUntil(lambda: name in user.window.status.message.whole_text())
    saved = path.read_text("utf-8-sig")
    assert [word for word in words if word not in saved] == []
    assert "渔船" not in saved  # of the other article


def test_figures_are_saved_for_excel_as_far_as_the_filter_lets_them(
    user: User, harbour_file: Path, tmp_path: Path, save_as: Callable[[Path], None]
) -> None:
    user.open_harbour(harbour_file)
    user.filter_panel("美元")
    path = tmp_path / "a.xlsx"
    save_as(path)
    user.save("figures_xlsx")
    user.qtbot.waitUntil(path.exists, timeout=20_000)
    rows = list(load_workbook(path).active.iter_rows(values_only=True))
    assert len(rows) == 2 and 220_000_000 in rows[1]


def test_one_contact_is_saved_as_a_card(
    user: User, harbour_file: Path, tmp_path: Path, save_as: Callable[[Path], None]
) -> None:
    user.open_harbour(harbour_file)
    user.press("Ctrl+3")
    save_as(tmp_path / "song.vcf")
    user.click("saveContact")
    user.qtbot.waitUntil((tmp_path / "song.vcf").exists, timeout=20_000)


def test_a_file_that_cannot_be_saved_is_told(
    user: User, harbour_file: Path, tmp_path: Path, save_as: Callable[[Path], None]
) -> None:
    user.open_harbour(harbour_file)
    save_as(tmp_path / "no folder" / "a.csv")
    user.save("figures_csv")
    user.qtbot.waitUntil(lambda: user.widget("messageBar").isVisible(), timeout=20_000)
    assert "a.csv" in user.text_of("messageText")


def test_a_save_that_is_called_off_or_has_nothing_to_save_does_nothing(
    user: User, harbour_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (asked.append(1) or "", ""))
    user.open_harbour(harbour_file)
    user.save("figures_csv")
    user.filter_panel("没有这个")
    user.save("figures_csv")
    assert asked == [1]
    assert "没有" in user.window.status.message.whole_text()
    assert "save mentions" not in user.window.session.jobs.running()
