"""What a person does with the window, in his words."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from reader import pipeline
from reader.app.paths import sample_issues
from reader.model.document import Issue
from reader.model.errors import CannotRead
from reader.ui import app
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings, load_settings, save_settings, settings_file
from tests.load.packing import zipped
from tests.ui.bulletins import SOURCE, ocean
from tests.ui.understanding import understand_by
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def ocean_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is understood as the ocean issue, whatever the pipeline would make of it."""
    path = tmp_path / "ocean.txt"
    path.write_text(SOURCE, encoding="utf-8")
    really = pipeline.open_issue

    def open_issue(wanted: Path, progress: object = None, encoding: str | None = None) -> Issue:
        return ocean() if wanted == path else really(wanted, progress, encoding)  # type: ignore[arg-type]

    understand_by(monkeypatch, open_issue)
    return path


@pytest.fixture
def opened_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the links that were handed to the browser."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    return opened


# Opening


@pytest.mark.parametrize("sample", sample_issues(), ids=lambda path: path.stem[:3])
def test_each_sample_opens_with_its_articles_in_the_contents(user: User, sample: Path) -> None:
    user.open_bulletin(sample)
    opened = user.window.session.current()
    assert opened is not None
    assert [row for row in user.rows() if row]
    for index in opened.outline.readable:
        user.window.session.go_to(index)
        user.wait_for_page()
        shown = user.article_text()
        for block in opened.outline.entries[index].node.blocks:
            assert block.text.plain.replace("\n", " ")[:20].strip() in shown.replace("\n", " ").replace("\u2028", " ")


def test_the_sample_issues_open_as_tabs_and_the_first_comes_to_the_front(user: User) -> None:
    user.click("openSamples")
    user.qtbot.waitUntil(lambda: len(user.tabs()) == len(sample_issues()), timeout=20_000)
    current = user.window.session.current()
    assert current is not None and current.path == sample_issues()[0]


def test_a_file_that_is_open_comes_to_the_front_instead_of_opening_twice(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file, sample_issues()[0])
    user.press("Ctrl+Tab")
    user.window.session.open_paths([ocean_file])
    assert len(user.window.session.issues()) == 2
    assert user.title() == "风暴潮预报更进一步"


def test_a_file_that_cannot_be_opened_is_told_in_one_sentence_and_changes_nothing(
    user: User, ocean_file: Path, tmp_path: Path
) -> None:
    user.open_bulletin(ocean_file)
    before = user.article_text()
    user.try_to_open(tmp_path / "missing.txt")
    assert user.widget("messageBar").isVisible()
    assert "missing.txt" in user.text_of("messageText") and "找不到" in user.text_of("messageText")
    assert user.article_text() == before
    user.click("dismissMessage")
    assert not user.widget("messageBar").isVisible()


def test_an_error_of_the_program_is_told_and_reaches_the_handler_of_errors(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> Issue:
        raise ZeroDivisionError

    understand_by(monkeypatch, broken)
    with user.qtbot.captureExceptions() as exceptions:
        user.try_to_open(tmp_path / "any.txt")
    assert [kind for kind, _error, _trace in exceptions] == [ZeroDivisionError]
    assert "any.txt" in user.text_of("messageText")


def test_cancelling_leaves_things_as_they_were(
    user: User, ocean_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.open_bulletin(ocean_file)

    def slow(_path: Path, progress: Callable[[str, float], None], _encoding: str | None = None) -> Issue:
        for step in range(10_000):
            progress("load", step / 10_000)
            QTest.qSleep(1)
        raise CannotRead("nobody cancelled")

    understand_by(monkeypatch, slow)
    user.window.opening.open_paths([tmp_path / "large.txt"])
    user.qtbot.waitUntil(lambda: user.widget("openingProgress").property("value") > 0, timeout=10_000)
    assert user.widget("openingProgress").isVisible()
    user.click("cancelOpening")
    assert not user.widget("openingProgress").isVisible()
    user.qtbot.wait(60)
    assert not user.widget("messageBar").isVisible()
    assert user.title() == "风暴潮预报更进一步"


def test_a_folder_opens_with_all_its_bulletins(user: User, tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(f"第{number}篇的标题\n\n正文很短。\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    user.window.opening.open_paths([tmp_path])
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 2, timeout=30_000)  # two jobs on a busy machine


def test_an_archive_opens_with_all_its_bulletins(user: User, tmp_path: Path) -> None:
    archive = tmp_path / "往期.zip"
    archive.write_bytes(
        zipped(
            {
                "上/1.txt": "第一篇的标题\n\n正文很短。\n",
                "2.html": "<h1>第二篇的标题</h1><p>正文很短。</p>",
                "a.png": b"\x89PNG",
            }
        )
    )
    user.window.opening.open_paths([archive])
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 2)
    assert [issue.path.name for issue in user.window.session.issues()] == ["2.html", "1.txt"]


def test_an_e_mail_opens_with_what_is_attached_to_it(user: User, tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@example.org", "请看附件", "<1@example.org>"
    message.set_content("各位好：\n\n本期快报见附件，请查收，如有问题请来信。\n")
    message.add_attachment("# 附件的标题\n\n正文很短。\n", filename="附件.md")
    (tmp_path / "信.eml").write_bytes(message.as_bytes())
    user.window.opening.open_paths([tmp_path / "信.eml"])
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 2)
    assert [issue.title for issue in user.window.session.issues()] == ["请看附件", "附件的标题"]


def test_a_damaged_archive_is_told(user: User, tmp_path: Path) -> None:
    archive = tmp_path / "往期.zip"
    archive.write_bytes(zipped({"1.txt": "正文很短。"})[:30])
    user.window.opening.open_paths([archive])
    user.qtbot.waitUntil(lambda: user.widget("messageBar").isVisible())
    assert "往期.zip" in user.text_of("messageText")


def test_an_empty_folder_is_told(user: User, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    user.window.opening.open_paths([tmp_path / "none"])
    assert "none" in user.text_of("messageText")


def test_files_can_be_dropped_on_the_window(user: User, ocean_file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ocean_file))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), actions, data, buttons, keys)
    user.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    user.window.dropEvent(QDropEvent(QPointF(50, 50), actions, data, buttons, keys))
    user.qtbot.waitUntil(lambda: len(user.window.session.issues()) == 1)


def test_a_file_can_be_read_again_in_another_encoding(user: User, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("海洋观察\n\n渔民在高纬发现了沙丁鱼。\n".encode("gb18030") * 3)
    user.open_bulletin(path)
    user.window.opening.reopen_with("GB18030")
    user.qtbot.waitUntil(lambda: user.text_of("statusEncoding") == "GB18030")
    assert "沙丁鱼" in user.article_text()
    assert len(user.window.session.issues()) == 1


def test_recent_files_are_kept_and_can_be_opened_from_the_welcome_page(
    make_user: Callable[..., User], ocean_file: Path
) -> None:
    user = make_user()
    user.open_bulletin(ocean_file)
    user.press("Ctrl+W")
    assert user.window.session.current() is None
    assert user.window.welcome.view is not None
    names = [user.window.welcome.view.recent.item(row).text() for row in range(user.window.welcome.view.recent.count())]
    assert names == ["ocean.txt"]
    user.window.welcome.view.recent.itemActivated.emit(user.window.welcome.view.recent.item(0))
    user.qtbot.waitUntil(lambda: user.window.session.current() is not None)


# Going about


def test_a_click_in_the_contents_shows_the_article(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.click_contents("鱼群北迁")
    assert user.title() == "鱼群北迁"
    assert user.text_of("statusPlace") == "第 2 / 2 篇"
    assert "近海" in user.window.tools.findChild(type(user.window.contents._facts), "crumbSection").whole_text()


def test_headings_fold_by_a_click_and_subheadings_open_with_their_article(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    assert user.rows() == ["近海", "风暴潮预报更进一步", "（1）观测", "鱼群北迁"]
    user.click_contents("鱼群北迁")
    assert user.rows() == ["近海", "风暴潮预报更进一步", "鱼群北迁"]
    user.click_arrow("风暴潮")
    assert "（1）观测" in user.rows()
    assert user.title() == "鱼群北迁"
    user.click_contents("近海")
    assert user.rows() == ["近海"]


def test_articles_and_places_can_be_walked_by_key(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.press("Ctrl+PageDown")
    assert user.title() == "鱼群北迁"
    user.press("Alt+Down")
    assert user.title() == "鱼群北迁"
    user.press("Alt+Up")
    assert user.title() == "风暴潮预报更进一步"
    user.press("Alt+Left")
    assert user.title() == "鱼群北迁"
    user.press("Alt+Right")
    assert user.title() == "风暴潮预报更进一步"
    assert not user.window.actions_by_id["forward"].isEnabled()


def test_each_issue_keeps_its_place(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file, sample_issues()[0])
    user.click_contents("鱼群北迁")
    user.press("Ctrl+Tab")
    assert user.title() != "鱼群北迁"
    user.press("Ctrl+Tab")
    assert user.title() == "鱼群北迁"
    user.press("Ctrl+W")
    assert len(user.window.session.issues()) == 1
    assert user.tabs() == []


def test_typing_pinyin_initials_narrows_the_contents_and_enter_opens_the_first(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.press("Ctrl+L")
    user.type_into("contentsFilter", "yqbq")
    user.qtbot.waitUntil(lambda: user.rows() == ["近海", "鱼群北迁"], timeout=10_000)
    user.press("Return", user.widget("contentsFilter"))
    assert user.title() == "鱼群北迁"
    user.type_into("contentsFilter", "zzz")
    user.qtbot.waitUntil(lambda: user.widget("nothingFound").isVisible())
    user.press("Escape", user.widget("contentsFilter"))
    user.qtbot.waitUntil(lambda: "风暴潮预报更进一步" in user.rows())
    assert not user.widget("nothingFound").isVisible()


def test_a_doubtful_place_can_be_found(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    assert "存疑 1" in user.text_of("statusTally")
    user.click_contents("鱼群北迁")
    user.press("F4")
    assert user.title() == "风暴潮预报更进一步"


# The page


def test_the_page_holds_all_parts_of_an_article(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    lines = user.article_text().splitlines()
    assert lines[0] == "风暴潮预报更进一步"
    assert "海洋观察 2031年第2期" in lines[1] and "第 3 页" in lines[1]
    assert lines[2].split() == ["来源", "海洋观察"]
    assert lines[3] == "新模型把预报提前到𠮷时的三天1。本段很短。"
    assert "21 ℃，见 https://example.org/a" in user.article_text()
    assert lines[-1] == "1\t作者不详。风暴潮年鉴。 https://example.org/notes/1"
    frames = user.window.article.document().rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    assert [(table.rows(), table.columns()) for table in tables] == [(2, 2)]


def test_a_line_holds_forty_han_at_most_whatever_the_window(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    for width in (800, 1440, 2560):
        user.window.resize(width, 800)
        QTest.qWait(20)
        article = user.window.article
        assert article.viewport().width() <= 40 * user.window.settings.text_size + 1
        margins = article.viewportMargins()
        assert margins.left() > 0 and margins.right() - margins.left() in (0, 1)


def test_a_footnote_pops_up_and_its_link_leads_there_and_back(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.window.resize(900, 400)
    article = user.window.article
    point = user.point_at("1。本段")
    user.hover(point)
    user.qtbot.waitUntil(lambda: "风暴潮年鉴" in QToolTip.text())
    user.qtbot.mouseClick(article.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert article.verticalScrollBar().value() > 0
    user.press("Alt+Left")
    assert "新模型" in article.document().findBlock(article._reading_position()).text()
    QToolTip.hideText()


def test_a_link_opens_by_an_explicit_act_alone(user: User, ocean_file: Path, opened_links: list[str]) -> None:
    user.open_bulletin(ocean_file)
    viewport = user.window.article.viewport()
    point = user.point_at("https://example.org/a")
    user.hover(point)
    user.qtbot.waitUntil(lambda: "https://example.org/a" in user.window.status.message.whole_text())
    user.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    assert opened_links == []
    assert "Ctrl" in user.window.status.message.whole_text()
    user.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, point)
    user.window.article.open_link("javascript:alert(1)")
    user.window.article.open_link("file:///etc/passwd")
    assert opened_links == ["https://example.org/a"]
    user.window.article.open_link("https://example.org/a")
    assert opened_links[-1] == "https://example.org/a"
    QToolTip.hideText()


def test_copying_gives_the_words_without_helpers_of_the_layout(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.window.article.setFocus()
    user.select("浮标", "℃")
    user.press("Ctrl+C", user.window.article)
    assert QGuiApplication.clipboard().text() == "浮标😀每小时传回数据，水温 21 ℃"


def test_the_text_grows_and_shrinks_by_key_and_stays_at_its_place(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    before = user.window.article.document().size().height()
    user.press("Ctrl+Equal")
    user.press("Ctrl+Equal")
    assert user.window.article.document().size().height() > before
    user.press("Ctrl+0")
    assert user.window.article.document().size().height() == before


# The original


def test_the_original_stands_beside_the_article_and_marks_its_paragraph(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    assert not user.sees("originalView")
    user.press("Ctrl+U")
    assert user.original().isVisible()
    user.window.article.show_offset(SOURCE.index("浮标"))
    marked = user.original().marked()
    assert marked and SOURCE[marked[0].start : marked[0].end]
    user.press("Ctrl+U")
    assert not user.original().isVisible()


def test_both_texts_scroll_together(user: User) -> None:
    user.open_bulletin(sample_issues()[-1])
    opened = user.window.session.current()
    assert opened is not None
    user.press("Ctrl+U")
    user.window.session.go_to(opened.outline.readable[0])
    user.wait_for_page()
    article, original = user.window.article, user.original()
    article.verticalScrollBar().setValue(article.verticalScrollBar().maximum() // 2)
    spans = article.current_spans()
    QTest.qWait(10)
    assert any(start <= original.reading_offset() < end for start, end in spans)
    before = article.verticalScrollBar().value()
    for _ in range(12):
        QTest.keyClick(original, Qt.Key.Key_Up)
    assert article.verticalScrollBar().value() < before


def test_a_click_in_the_original_shows_the_article_it_went_into(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.press("Ctrl+U")
    original = user.original()
    original.clicked.emit(SOURCE.index("沙丁鱼"))
    user.wait_for_page()
    assert user.title() == "鱼群北迁"
    original.clicked.emit(SOURCE.index("2031"))
    assert user.title() == "鱼群北迁"


def test_what_was_left_out_is_listed_and_shown_in_place(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.click("statusTally")
    assert user.left_out().isVisible() and user.left_out().model().rowCount() == 2
    user.click_left_out(1)
    assert user.original().isVisible()
    start = ocean().dropped[1].start
    assert user.original()._focus.start == start


def test_the_original_can_be_selected_and_copied(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.press("Ctrl+U")
    original = user.original()
    original.setFocus()
    user.press("Ctrl+A", original)
    user.press("Ctrl+C", original)
    assert QGuiApplication.clipboard().text() == SOURCE


# The look


@pytest.mark.parametrize(("language", "word"), [("zh", "文件"), ("en", "File")])
def test_the_window_speaks_the_language_that_was_chosen(
    make_user: Callable[..., User], language: str, word: str
) -> None:
    user = make_user(language=language)
    titles = [menu.title() for menu in user.window.menuBar().findChildren(QMenu)]
    assert any(word in title for title in titles)


def test_language_and_theme_change_at_once(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    user.window.actions_by_id["language_en"].trigger()
    user.qtbot.waitUntil(lambda: "page 3" in user.article_text())
    assert user.text_of("statusPlace") == "Article 1 of 2"
    assert user.window.actions_by_id["open"].text() == "&Open…"
    user.window.actions_by_id["theme_dark"].trigger()
    assert user.window._theme.name == "dark"
    user.window.actions_by_id["language_zh"].trigger()
    user.qtbot.waitUntil(lambda: "第 3 页" in user.article_text())


def test_settings_survive_and_damage_does_no_harm(tmp_path: Path) -> None:
    chosen = Settings(theme="dark", text_size=22, recent=("/a.txt", "/b.txt"), geometry=b"\x00\x01", show_original=True)
    save_settings(chosen, settings_file())
    assert load_settings(settings_file()) == chosen
    single = Settings(recent=("/a.txt",))
    save_settings(single, settings_file())
    assert load_settings(settings_file()) == single
    store = settings_file()
    for key, nonsense in {"text_size": "huge", "geometry": "x", "recent": "", "show_contents": "maybe"}.items():
        store.setValue(key, nonsense)
    damaged = load_settings(store)
    assert (damaged.text_size, damaged.geometry, damaged.recent) == (17, b"", ())


def test_closing_the_window_stops_the_work(
    make_user: Callable[..., User], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []

    def slow(_path: Path, progress: Callable[[str, float], None], _encoding: str | None = None) -> Issue:
        while True:
            steps.append(1)
            progress("load", 0.1)
            QTest.qSleep(1)

    understand_by(monkeypatch, slow)
    user = make_user()
    user.window.opening.open_paths([tmp_path / "endless.txt"])
    user.qtbot.waitUntil(lambda: len(steps) > 3)
    user.window.close()
    done = len(steps)
    user.qtbot.wait(30)
    assert len(steps) <= done + 1  # the window does not wait for the step that was under way


def test_the_window_follows_the_colours_of_the_system(
    make_user: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = make_user(theme="system")
    monkeypatch.setattr(app, "resolve", lambda wish: "dark" if wish == "system" else wish)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert user.window._theme.name == "dark"
    user.window.actions_by_id["theme_light"].trigger()
    assert user.window._theme.name == "light"


def test_the_contents_can_be_walked_by_key(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    tree = user.tree()
    tree.setFocus()
    tree.setCurrentIndex(user.row("风暴潮"))
    user.press("Down", tree)
    user.press("Down", tree)
    user.press("Return", tree)
    assert user.title() == "鱼群北迁"
    tree.setCurrentIndex(user.row("近海"))
    user.press("Left", tree)
    assert user.rows() == ["近海"]
    user.press("Return", tree)
    assert len(user.rows()) > 1


def test_a_column_that_was_moved_stays_and_the_others_follow_the_window(user: User, ocean_file: Path) -> None:
    user.open_bulletin(ocean_file)
    columns = user.window._columns
    assert columns.chosen_state() == b""
    user.window.resize(1024, 700)
    QTest.qWait(20)
    assert 190 <= columns.sizes()[0] <= 230
    columns.moveSplitter(270, 1)
    columns.splitterMoved.emit(270, 1)
    user.window.resize(1440, 900)
    QTest.qWait(20)
    assert columns.sizes()[0] == 270
    assert columns.chosen_state() != b""


def test_files_open_one_after_the_other_in_their_order_and_a_bad_one_stops_no_other(
    user: User, tmp_path: Path, ocean_file: Path
) -> None:
    user.window.opening.open_paths([tmp_path / "missing.txt", sample_issues()[1], ocean_file])
    user.qtbot.waitUntil(lambda: not user.window.session.opening(), timeout=20_000)
    assert [opened.path for opened in user.window.session.issues()] == [sample_issues()[1], ocean_file]
    current = user.window.session.current()
    assert current is not None and current.path == sample_issues()[1]
    assert "missing.txt" in user.text_of("messageText")
    assert user.widget("messageBar").isVisible()
    user.window.opening.open_paths([sample_issues()[2]])
    assert not user.widget("messageBar").isVisible()
    user.qtbot.waitUntil(lambda: not user.window.session.opening(), timeout=20_000)


def test_the_welcome_page_waits_for_the_first_file_and_comes_when_it_cannot_be_opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    session = Session()
    session.open_paths([tmp_path / "missing.txt"])
    window = app.open_window(qapp, Settings(language="en"), session)
    window.show()
    assert window.welcome.view is None  # it would only flash
    qtbot.waitUntil(lambda: not session.opening())
    assert window.welcome.view is not None and window.welcome.view.isVisible() and window.message_bar.isVisible()
    window.close()
    window.deleteLater()
