"""What a person does to find words, and what he sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTabBar, QToolButton

from reader import pipeline
from reader.model.document import Block, Issue, Run, Text
from reader.model.mentions import Mentions
from reader.ui.article.document_builder import GAP
from reader.ui.features.find.results_view import ResultsView
from reader.ui.kit.theme import load_theme
from tests.ui.harbour import SOURCE, harbour
from tests.ui.understanding import understand_by
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")


class Seeker(User):
    """A person who looks for something."""

    def find(self, words: str, scope: str = "") -> None:
        """Open the bar by its key, write, and wait for all matches."""
        self.press("Ctrl+F")
        if scope:
            self.click_bar("findScope", scope)
        self.field().setText(words)
        self.wait_for_matches()

    def wait_for_matches(self) -> None:
        self.qtbot.waitUntil(self.window.finding.is_settled, timeout=MILLISECONDS)

    def switch(self, name: str) -> None:
        """Click a switch of the bar."""
        self.click(name)
        self.wait_for_matches()

    def field(self) -> QLineEdit:
        found = self.widget("findField")
        assert isinstance(found, QLineEdit)
        return found

    def results(self) -> ResultsView:
        found = self.widget("findResults")
        assert isinstance(found, ResultsView)
        return found

    def listed_results(self) -> list[str]:
        """Return the rows of the list of results, headings with their counts."""
        model, role = self.results().model(), int(Qt.ItemDataRole.AccessibleTextRole)
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def click_result(self, row: int) -> None:
        view = self.results()
        place = view.visualRect(view.model().index(row, 0)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.wait_for_page()

    def highlighted(self) -> list[str]:
        """Return the words of the article that are lit as matches; the current one in brackets."""
        desk, article = self.window.finding.desk, self.window.article
        assert desk is not None
        text = article.toPlainText().replace(GAP, " ")
        pieces = desk.layer.stretches(0, article.document().characterCount())
        return [f"[{text[first:last]}]" if now else text[first:last] for first, last, now in pieces]

    def count(self) -> str:
        return self.text_of("findCount")


@pytest.fixture
def bulletin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is understood as the harbour issue."""
    path = tmp_path / "harbour.txt"
    path.write_text(SOURCE, encoding="utf-8")

    def open_issue(wanted: Path, progress: object = None, encoding: str | None = None) -> Issue:
        issue = harbour()
        berth, boats = issue.nodes
        lengthy = replace(boats, blocks=(*boats.blocks, Block("paragraph", Text((Run("x" * 5000),)), ())))
        issue = replace(issue, nodes=(berth, lengthy))
        return issue if wanted == path else replace(issue, source=replace(issue.source, name=wanted.name))

    understand_by(monkeypatch, open_issue)
    monkeypatch.setattr(pipeline, "extract_mentions", lambda _issue, _progress=None: Mentions())
    return path


@pytest.fixture
def seeker(make_user: Callable[..., User], bulletin: Path) -> Seeker:
    user = make_user()
    found = Seeker(user.window, user.qtbot)
    found.open_bulletin(bulletin)
    return found


def test_typing_counts_and_lights_all_matches_without_moving_on(seeker: Seeker) -> None:
    seeker.press("Ctrl+F")
    seeker.type_into("findField", "96")
    seeker.wait_for_matches()
    assert seeker.count() == "1 / 1" and seeker.highlighted() == ["[96]"]
    seeker.find("泊位", "本篇")
    assert seeker.highlighted() == ["泊位", "泊位", "[泊位]", "泊位"] and seeker.count() == "3 / 4"


def test_a_slash_opens_the_bar_too_and_can_be_written_in_it(seeker: Seeker) -> None:
    seeker.press("Slash", seeker.window.article)
    assert seeker.widget("findBar").isVisible() and seeker.field().hasFocus()
    seeker.type_into("findField", "/")
    assert seeker.field().text() == "/"


def test_width_case_wraps_and_inner_spaces_do_not_matter(seeker: Seeker) -> None:
    for words, shown in (("30亿元", "30 亿元"), ("teu", "TEU"), ("８００万", "800 万"), ("宋岚", "宋 岚")):
        seeker.find(words, "本篇")
        assert seeker.highlighted() == [f"[{shown}]"], words


LAMP = "# 二、塔\n\n## 北岛修灯\n\n　　灯塔修复完工，夜里照得更远。\n"


def test_words_that_the_article_does_not_hold_lead_back_to_where_one_read(user: User, tmp_path: Path) -> None:
    seeker = Seeker(user.window, user.qtbot)
    coast = "".join(f"　　海岸线第{number}段的护坡已经铺好，石料由东岭采石场供应。\n\n" for number in range(90))
    path = tmp_path / "coast.md"
    path.write_text(f"海岸简报 2034年第6期\n\n# 一、岸\n\n## 护坡\n\n{coast}　　灯塔照旧。\n\n{LAMP}", "utf-8")
    seeker.open_bulletin(path)
    bar = seeker.window.article.verticalScrollBar()
    QTest.qWait(200)  # what is laid out anew on opening has its place now
    bar.setValue(40)
    seeker.press("Ctrl+F")
    start = bar.value()
    seeker.find("灯塔")
    assert bar.value() > 400 and seeker.highlighted()[0] == "[灯塔]"
    seeker.find("灯塔修复")
    assert (bar.value(), seeker.count()) == (start, "1")
    seeker.press("Escape", seeker.field())
    assert bar.value() == start


def test_f3_goes_from_match_to_match_around_the_end(seeker: Seeker) -> None:
    seeker.find("泊位", "本篇")
    for keys, count in (("F3", "2 / 4"), ("F3", "3 / 4"), ("Shift+F3", "2 / 4"), ("Shift+F3", "1 / 4")):
        seeker.press(keys)
        assert seeker.count() == count
    seeker.press("Shift+F3")
    assert seeker.count() == "4 / 4" and seeker.highlighted()[-1] == "[泊位]"
    seeker.press("Return", seeker.field())
    assert seeker.count() == "1 / 4"
    seeker.press("Shift+Return", seeker.field())
    assert seeker.count() == "4 / 4"


def test_f3_leads_through_the_issue_and_one_step_back_leads_to_the_beginning(seeker: Seeker) -> None:
    seeker.find("年", "本期")
    before = seeker.count()
    assert before.startswith("1 / ")
    while seeker.title() == "深水泊位开工":
        seeker.press("F3")
    assert seeker.title() == "渔船改造" and seeker.highlighted() == ["[年]"]
    seeker.press("F3")
    assert seeker.title() == "深水泊位开工" and seeker.count() == before
    seeker.press("Escape", seeker.field())
    seeker.press("Alt+Left")
    assert seeker.title() == "深水泊位开工" and not seeker.window.session.can_go_back()


def test_results_are_grouped_by_article_and_a_click_jumps_flashes_and_is_one_step(seeker: Seeker) -> None:
    seeker.find("轮机员", "本期")
    assert seeker.listed_results() == [
        "深水泊位开工, 1",
        "万 TEU，耗电下降约 12%，招收 40 多名引航员和 6 名轮机员。",
    ]
    seeker.find("船")
    assert seeker.listed_results()[0] == "渔船改造, 3"
    seeker.click_result(3)
    assert seeker.title() == "渔船改造" and seeker.flashed() == "船" and seeker.count() == "3 / 3"
    seeker.press("Alt+Left")
    assert seeker.title() == "深水泊位开工" and not seeker.window.session.can_go_back()


def test_results_can_be_walked_and_chosen_by_keys(seeker: Seeker) -> None:
    seeker.find("船", "本期")
    view = seeker.results()
    view.setFocus()
    for key in ("Down", "Down"):
        seeker.press(key, view)
    seeker.press("Return", view)
    assert seeker.title() == "渔船改造" and seeker.flashed() == "船"
    seeker.press("Escape", view)
    assert not seeker.widget("findBar").isVisible() and seeker.window.article.hasFocus()


def test_the_list_can_be_put_away(seeker: Seeker) -> None:
    seeker.find("泊位", "本期")
    assert seeker.results().isVisible()
    seeker.switch("findList")
    assert not seeker.results().isVisible() and not seeker.window.settings.find_list


def test_switches_for_case_whole_words_and_patterns(seeker: Seeker) -> None:
    seeker.find("Teu", "本篇")
    assert seeker.count() == "1 / 1"
    seeker.switch("findCase")
    assert seeker.count() == "0"
    seeker.switch("findCase")
    seeker.find("0")
    assert seeker.count().endswith(" / 13") or int(seeker.count().split()[-1]) > 5
    seeker.switch("findWord")
    assert seeker.count() == "0"
    seeker.switch("findWord")
    seeker.find(r"\d+ 多?名")
    assert seeker.count() == "0"
    seeker.switch("findPattern")
    assert seeker.highlighted() == ["[40 多名]", "6 名"]


def test_a_bad_pattern_is_told_in_one_sentence_in_the_bar(seeker: Seeker) -> None:
    seeker.find("(泊位", "本篇")
    seeker.switch("findPattern")
    message = seeker.widget("findMessage")
    assert message.isVisible() and "(泊位" in seeker.text_of("findMessage") and seeker.count() == "0"
    assert "缺少" in seeker.text_of("findMessage") and "missing" not in seeker.text_of("findMessage")
    seeker.find("泊(位)")
    assert not message.isVisible() and seeker.count() == "1 / 4"


@pytest.mark.parametrize(("language", "words"), [("zh", "正则表达式"), ("en", "is no regular expression")])
def test_the_sentence_is_in_the_language_of_the_window(
    make_user: Callable[..., User], bulletin: Path, language: str, words: str
) -> None:
    user = make_user(language=language)
    seeker = Seeker(user.window, user.qtbot)
    seeker.open_bulletin(bulletin)
    seeker.find("[泊")
    seeker.switch("findPattern")
    assert words in seeker.text_of("findMessage")


def test_a_slow_pattern_is_stopped_and_told(seeker: Seeker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.find.search.SECONDS_A_TEXT", 0.01)
    seeker.find("", "本期")
    seeker.switch("findPattern")
    seeker.find("(x+x+)+y")
    assert seeker.widget("findMessage").isVisible() and "(x+x+)+y" in seeker.text_of("findMessage")
    seeker.find("岸电")
    assert not seeker.widget("findMessage").isVisible() and seeker.count() == "1 / 1"


def test_what_is_not_there_is_shown_as_none(seeker: Seeker) -> None:
    seeker.find("没有这个", "本期")
    assert seeker.count() == "0" and seeker.field().property("missing") and not seeker.results().isVisible()
    seeker.press("F3")
    assert seeker.title() == "深水泊位开工"


def test_escape_closes_returns_to_the_text_and_keeps_the_match_selected(seeker: Seeker) -> None:
    seeker.find("引航员", "本篇")
    seeker.press("Escape", seeker.field())
    assert not seeker.widget("findBar").isVisible() and seeker.window.article.hasFocus()
    assert seeker.highlighted() == []
    seeker.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "引航员"


def test_escape_in_the_text_closes_the_bar_too(seeker: Seeker) -> None:
    seeker.find("引航员", "本篇")
    seeker.window.article.setFocus()
    seeker.press("Escape", seeker.window.article)
    assert not seeker.widget("findBar").isVisible() and seeker.highlighted() == []


def test_f3_on_selected_words_finds_the_next_ones(seeker: Seeker) -> None:
    seeker.select("泊位", "泊位")
    seeker.press("Ctrl+F")
    seeker.wait_for_matches()
    assert seeker.count().startswith("1 / 4")
    seeker.press("Escape", seeker.field())
    seeker.press("F3")
    seeker.wait_for_matches()
    assert seeker.field().text() == "泊位" and seeker.count() == "2 / 4"


def test_a_result_in_the_article_being_read_is_one_step_too(seeker: Seeker) -> None:
    seeker.find("引航员", "本期")
    seeker.click_result(1)
    assert seeker.flashed() == "引航员" and seeker.window.session.can_go_back()
    seeker.press("Alt+Left")
    assert not seeker.window.session.can_go_back()


def test_a_list_that_is_cut_says_so(seeker: Seeker, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("results_model", "find_bar"):
        monkeypatch.setattr(f"reader.ui.features.find.{module}.LISTED", 3)
    seeker.find("泊位", "本期")
    assert len(seeker.listed_results()) == 4 and seeker.count() == "1 / 4" and seeker.text_of("findList") == "3+"
    seeker.find("岸电", "本期")
    assert seeker.text_of("findList") == ""


def test_selected_words_are_taken_into_the_field(seeker: Seeker) -> None:
    seeker.select("岸电", "覆盖率")
    seeker.press("Ctrl+F")
    seeker.wait_for_matches()
    assert seeker.field().text() == "岸电覆盖率" and seeker.count() == "1 / 1"


def test_the_last_searches_come_back_by_up_and_down(seeker: Seeker) -> None:
    for words in ("泊位", "岸电"):
        seeker.find(words, "本篇")
        seeker.press("Return", seeker.field())
    seeker.field().clear()
    seeker.type_into("findField", "x")
    seen = []
    for key in ("Up", "Up", "Up", "Down", "Down"):
        seeker.press(key, seeker.field())
        seen.append(seeker.field().text())
    assert seen == ["岸电", "泊位", "泊位", "岸电", "x"]
    seeker.field().setText("岸电")
    seeker.press("Up", seeker.field())
    assert seeker.field().text() == "泊位"


def test_f3_without_the_bar_looks_for_the_last_words_again(seeker: Seeker) -> None:
    seeker.find("岸电", "本篇")
    seeker.press("Escape", seeker.field())
    seeker.window.article.moveCursor(seeker.window.article.textCursor().MoveOperation.Start)
    seeker.press("F3")
    seeker.wait_for_matches()
    assert seeker.widget("findBar").isVisible() and seeker.field().text() == "岸电" and seeker.count() == "1 / 1"


def test_another_article_is_searched_when_it_is_shown(seeker: Seeker) -> None:
    seeker.find("船", "本篇")
    assert seeker.count() == "0"
    seeker.click_contents("渔船改造")
    seeker.wait_for_matches()
    assert seeker.count() == "1 / 3" and len(seeker.highlighted()) == 3


def test_another_issue_is_searched_when_it_comes_to_the_front(seeker: Seeker, tmp_path: Path) -> None:
    seeker.find("岸电", "本期")
    other = tmp_path / "other.txt"
    other.write_text("x")
    seeker.open_bulletin(other)
    QTest.qWait(20)
    seeker.wait_for_matches()
    assert seeker.count() == "1 / 1" and seeker.window.session.current().path == other  # type: ignore[union-attr]
    for _issue in range(2):
        seeker.press("Ctrl+W")
    assert not seeker.widget("findColumn").isVisible()


def test_highlights_are_no_part_of_the_text(seeker: Seeker) -> None:
    plain = seeker.article_text()
    seeker.find("泊位", "本篇")
    assert seeker.article_text() == plain
    seeker.press("Escape", seeker.field())
    seeker.press("Ctrl+A")
    seeker.press("Ctrl+C")
    assert QGuiApplication.clipboard().text().count("泊位") == 4


def test_the_field_in_the_tool_bar_opens_the_bar_and_names_its_key(
    make_user: Callable[..., User], bulletin: Path
) -> None:
    for language, text, scopes in (
        ("zh", "在本期中查找", ["本篇", "本期"]),
        ("en", "Find in this issue", ["Article", "Issue"]),
    ):
        user = make_user(language=language)
        assert not user.widget("findOpener").isEnabled()
        user.open_bulletin(bulletin)
        assert user.text_of("findOpener") == text and user.text_of("findOpenerKeys") == "Ctrl F"
        user.click("findOpener")
        bar = user.window.findChild(QTabBar, "findScope")
        assert bar is not None and [bar.tabText(at) for at in range(2)] == scopes
        assert user.widget("findField").hasFocus()
        for button in user.widget("findBar").findChildren(QToolButton):
            assert not button.objectName().startswith("find") or button.toolTip() and button.accessibleName()


def test_scope_list_and_searches_are_remembered(seeker: Seeker) -> None:
    seeker.find("岸电", "本篇")
    seeker.press("Escape", seeker.field())
    settings = seeker.window.settings
    assert (settings.find_scope, settings.searches) == ("article", ("岸电",))


def test_matches_can_be_seen_on_the_page_and_the_current_one_stands_out(seeker: Seeker) -> None:
    seeker.find("泊位", "本篇")
    picture = seeker.window.article.viewport().grab().toImage()
    seen = {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(0, 300, 3)}
    theme = load_theme("light")
    assert {theme.found, theme.found_now} <= seen
    seeker.press("Escape", seeker.field())
    picture = seeker.window.article.viewport().grab().toImage()
    seen = {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(0, 300, 3)}
    assert not {theme.found, theme.found_now} & seen


def test_words_that_are_looked_for_when_the_window_closes_are_kept(seeker: Seeker) -> None:
    seeker.find("岸电", "本期")
    seeker.window.close()
    assert seeker.window.settings.searches == ("岸电",)


def test_the_bar_costs_nothing_until_it_is_wanted(seeker: Seeker) -> None:
    assert seeker.window.finding.bar is None and not seeker.window.article.layer.sheets
