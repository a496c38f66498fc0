"""Reading, selecting and going around in the window without a mouse."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QTabBar,
    QWidget,
)

from reader.app.paths import sample_issues
from reader.ui.kit.theme import contrast, load_theme
from tests.ui.bulletins import SOURCE, ocean
from tests.ui.keyboard import focused, strike, write, write_cable
from tests.ui.understanding import understand_by
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def cable_file(tmp_path: Path) -> Path:
    """Return a file of three articles, the first some pages long."""
    return write_cable(tmp_path)


def scrolled(user: User) -> int:
    """Return how far the article is scrolled."""
    return user.window.article.verticalScrollBar().value()


def top_line(user: User) -> str:
    """Return the words at the top of the page."""
    cursor = user.window.article.cursorForPosition(QPoint(1, 20))
    return cursor.block().text()


def selected(user: User) -> str:
    """Return what is selected in the article."""
    return user.window.article.textCursor().selectedText()


def ring(user: User) -> str:
    """Name what the focus ring stands around; nothing when it is not shown."""
    frame = user.window.findChild(QWidget, "focusRing")
    assert frame is not None
    around = user.window.keys.panes.ring.surrounded()  # type: ignore[union-attr]
    return around.objectName() if around and frame.isVisible() else ""


def click_in_window(user: User, widget: QWidget, place: QPoint) -> None:
    """Click as the system tells of it: to the window, which finds the widget there."""
    handle = user.window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=widget.mapTo(user.window, place))
    user.wait_for_page()


def press_in_window(user: User, key: Qt.Key) -> None:
    """Press a key as the system tells of it: to the window, which knows what has the keyboard."""
    handle = user.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key)


# The article


def test_space_turns_a_page_and_keeps_a_line(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    height = user.window.article.viewport().height()
    strike(user, "Space")
    page = scrolled(user)
    assert height - 60 < page < height - 20
    strike(user, "Space", "Shift+Space")
    assert scrolled(user) == page
    strike(user, "Shift+Space")
    assert scrolled(user) == 0
    strike(user, "PgDown")
    assert scrolled(user) == page
    strike(user, "PgUp")
    assert scrolled(user) == 0


def test_j_and_k_go_by_lines_and_with_shift_by_paragraphs(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "J", "J", "Down")
    three = scrolled(user)
    assert 80 < three < 130
    strike(user, "K", "Up")
    assert scrolled(user) == three // 3
    strike(user, "K", "K")
    assert scrolled(user) == 0
    strike(user, "Shift+J", "Shift+J", "Shift+J", "Shift+J")
    here = top_line(user)
    assert "程光缆" in here
    strike(user, "Shift+J")
    assert top_line(user) != here
    strike(user, "Shift+K")
    assert top_line(user) == here


@pytest.mark.parametrize(("down", "up"), [("Shift+G", "G"), ("End", "Home")])
def test_the_end_and_the_top_are_one_key_away(user: User, cable_file: Path, down: str, up: str) -> None:
    user.open_bulletin(cable_file)
    strike(user, down)
    assert scrolled(user) == user.window.article.verticalScrollBar().maximum() > 0
    strike(user, up)
    assert scrolled(user) == 0
    strike(user, "Shift+G", "Shift+J")
    assert scrolled(user) == user.window.article.verticalScrollBar().maximum()
    strike(user, "G", "Shift+K")
    assert scrolled(user) == 0


def test_n_and_p_read_the_next_article_and_the_one_before(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    first = user.title()
    strike(user, "N")
    assert user.title() == "港口换了新灯塔"
    strike(user, "Ctrl+PgDown")
    assert user.title() == "极地站收到第一批信"
    strike(user, "Alt+Up", "P")
    assert user.title() == first
    strike(user, "Alt+Left")
    assert user.title() == "港口换了新灯塔"


def test_letters_go_into_a_field_and_do_nothing_else(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    user.wait_for_mentions()
    before = user.title()
    for name in ("contentsFilter", "sideFilter"):
        field = user.window.findChild(QLineEdit, name)
        assert field is not None
        field.setFocus()
        write("jkgnp? 1/")
        strike(user, "Shift+J", "Shift+G", "?")
        assert field.text().casefold() == "jkgnp? 1/jg?"
        assert (user.title(), scrolled(user), user.window.keys.sheet) == (before, 0, None)
        field.clear()


def test_letters_that_were_given_to_a_command_do_not_fire_in_fields_and_lists(
    make_user: Callable[..., User], cable_file: Path
) -> None:
    user = make_user(keys=("larger=D", "smaller=5"))
    user.open_bulletin(cable_file)
    user.wait_for_mentions()
    for name in ("contentsFilter", "contentsTree", "figuresTable", "sideFilter"):
        target = user.window.findChild(QWidget, name)
        assert target is not None
        target.setFocus()
        strike(user, "D", "5")
    assert user.window.settings.text_size == 17
    strike(user, "Esc", "Esc", "D")
    assert user.window.settings.text_size == 18


# The caret


def test_f7_gives_a_caret_that_selects_and_what_is_selected_is_copied(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Shift+Right")
    assert selected(user) == ""
    strike(user, "F7")
    assert user.window.actions_by_id["caret"].isChecked()
    strike(user, "Home", *["Shift+Right"] * 4)
    assert selected(user) == "海底光缆"
    strike(user, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "海底光缆"
    strike(user, "N")
    assert user.title() == "港口换了新灯塔"
    strike(user, "Home", "Shift+End")
    assert selected(user) == "港口换了新灯塔"
    strike(user, "F7", "Down")
    assert not user.window.article.reading.has_caret()


def test_the_caret_begins_on_the_page_that_is_seen(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Space", "Space", "F7", "Right")
    article = user.window.article
    assert article.viewport().rect().intersects(article.cursorRect())
    there = article.textCursor().position()
    strike(user, "F7", "Shift+G", "F7", "Right")
    assert article.textCursor().position() > there + 500


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_caret_is_seen(make_user: Callable[..., User], cable_file: Path, theme: str) -> None:
    user = make_user(theme=theme)
    user.open_bulletin(cable_file)
    strike(user, "F7", "Down", "Home", "Right", "Right")
    article = user.window.article
    place = article.cursorRect()
    blink = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    strike(user, "Left", "Right")
    picture = article.viewport().grab(place.adjusted(-1, 0, 2, 0)).toImage()
    QApplication.setCursorFlashTime(blink)
    middle = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
    assert max(contrast(colour.name(), load_theme(theme).page) for colour in middle) > 7


# Panes


def test_f6_goes_through_the_panes_and_back_and_a_ring_shows_where(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    user.wait_for_mentions()
    strike(user, "Ctrl+U", "Ctrl+Shift+U")
    way = []
    for _ in range(5):
        strike(user, "F6")
        way.append(focused())
        assert ring(user) == focused() or focused() == "sideTabs"
    assert way[:2] == ["originalView", "leftOutList"]
    assert way[3:] == ["contentsTree", "articleView"]
    for name in reversed(way[:-1]):
        strike(user, "Shift+F6")
        assert focused() == name
    strike(user, "Esc")
    assert (focused(), ring(user)) == ("articleView", "articleView")


def test_hidden_panes_are_passed_over(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "F9", "F6")
    assert focused() == "contentsTree"
    strike(user, "Ctrl+T", "Esc", "F6")
    assert focused() == "articleView"


def test_the_ring_goes_when_the_mouse_takes_over(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "F6", "Shift+F6")
    assert ring(user) == "articleView"
    click_in_window(user, user.tree().viewport(), user.tree().visualRect(user.row("港口")).center())
    assert (focused(), ring(user)) == ("articleView", "")  # what is chosen takes the keyboard when the button is let go
    press_in_window(user, Qt.Key.Key_F6)
    assert ring(user) != ""
    click_in_window(user, user.window.article.viewport(), QPoint(5, 5))
    assert ring(user) == ""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_ring_stands_out_from_every_pane(theme: str) -> None:
    tokens = load_theme(theme)
    assert all(contrast(tokens.accent, ground) >= 3 for ground in (tokens.page, tokens.sidebar, tokens.field))


def test_escape_leads_back_to_the_article_from_everywhere(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    user.wait_for_mentions()
    user.window.message_bar.offer_another("…")
    strike(user, "Ctrl+U", "Ctrl+Shift+U")
    for widget in stops(user.window):
        widget.setFocus()
        assert QApplication.focusWidget() is widget
        strike(user, "Esc")
        assert focused() == "articleView", widget.objectName()


def stops(window: QWidget) -> list[QWidget]:
    """List what can be acted on in the window: buttons, fields, tabs, lists and texts."""
    kinds = (QAbstractButton, QLineEdit, QTabBar, QAbstractItemView, QAbstractSlider)
    by_other_means = {"closeTab"}  # Ctrl+W
    texts = [window.article, *filter(None, [window.original.original])]  # type: ignore[attr-defined]
    found = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.objectName() not in by_other_means
        and not _belongs_to_a_part(widget)
    ]
    return [*found, *(text for text in texts if text.isVisible())]


def _belongs_to_a_part(widget: QWidget) -> bool:
    """Tell scroll bars, and the button that clears a field, from things of their own."""
    inside = isinstance(widget.parent(), QLineEdit | QTabBar) or isinstance(widget, QAbstractSlider)
    return inside or widget.objectName() == "qt_toolbar_ext_button"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tab_reaches_everything_in_the_window_in_its_order(
    make_user: Callable[..., User], cable_file: Path, language: str
) -> None:
    user = make_user(language=language, show_original=True, show_left_out=True)
    user.open_bulletin(cable_file, sample_issues()[0])
    user.wait_for_mentions()
    user.window.message_bar.offer_another("…")
    wanted = stops(user.window)
    strike(user, "Esc")
    way: list[QWidget] = []
    while (widget := QApplication.focusWidget()) not in way:
        assert widget is not None
        way.append(widget)
        strike(user, "Tab")
        if focused() == "articleView":
            break
    assert [widget.objectName() for widget in wanted if widget not in way] == []
    names = [widget.objectName() for widget in way]
    order = ["contentsButton", "issueTabs", "openOther", "contentsFilter", "contentsTree"]
    assert [name for name in names if name in order] == order
    order = ["articleView", "originalView", "leftOutList", "sideTabs", "sideFilter", "statusTally", "statusEncoding"]
    assert [name for name in names if name in order] == order
    strike(user, "Shift+Tab")
    assert focused() == names[-1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_has_a_name_for_screen_readers(
    make_user: Callable[..., User], cable_file: Path, language: str
) -> None:
    user = make_user(language=language, show_original=True, show_left_out=True)
    user.open_bulletin(cable_file)
    user.wait_for_mentions()
    user.window.message_bar.offer_another("…")
    nameless = [
        widget.objectName()
        for widget in stops(user.window)
        if not (widget.accessibleName() or widget.property("text") or widget.toolTip())
    ]
    assert nameless == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_is_seen_wherever_it_is(make_user: Callable[..., User], cable_file: Path, theme: str) -> None:
    user = make_user(theme=theme, show_original=True, show_left_out=True)
    user.open_bulletin(cable_file, sample_issues()[0])
    user.wait_for_mentions()
    user.window.message_bar.offer_another("…")
    strike(user, "F6", "Esc")
    unseen = []
    for widget in stops(user.window):
        other = user.window.article if widget is not user.window.article else user.window.contents.tree
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = _looks(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if _looks(widget) == before:
            unseen.append(widget.objectName())
    assert unseen == []


def _looks(widget: QWidget) -> QImage:
    """Return what is seen of a widget, with all that lies over it."""
    QApplication.processEvents()
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    return widget.window().grab(place).toImage()


def test_the_welcome_page_is_used_by_key(user: User, cable_file: Path) -> None:
    strike(user, "F6")
    assert focused() == "openFiles"
    strike(user, "Tab")
    assert focused() == "openSamples"


def test_enter_in_the_original_shows_the_article_of_its_line(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    first = user.title()
    strike(user, "N", "Ctrl+U", "F6")
    assert (focused(), user.title()) == ("originalView", "港口换了新灯塔")
    strike(user, "Home", "Return")
    assert user.title() == first


def test_the_original_scrolls_by_the_keys_of_the_article(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Ctrl+U", "F6")
    original = user.original()
    strike(user, "Home")
    places = [original.reading_offset()]
    for key in ("Space", "Shift+Space", "J", "J", "J", "K", "K", "K"):
        strike(user, key)
        places.append(original.reading_offset())
    assert places[1] > places[0] == places[2] < places[5] and places[8] == places[0]


def test_a_palette_that_loses_the_keyboard_goes_away(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Ctrl+K")
    user.open_bulletin(sample_issues()[-1])
    user.window.session.step_issue(1)
    assert focused() == "articleView"
    assert user.window.keys.palette is not None and not user.window.keys.palette.isVisible()
    strike(user, "Ctrl+K", "Esc")
    assert focused() == "articleView"


def test_a_menu_opens_by_its_letter_and_a_command_is_given_by_its_own(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "Alt+G")
    popup = QApplication.activePopupWidget()
    assert popup is not None and popup.objectName() == "goMenu"
    QTest.keyClick(popup, Qt.Key.Key_N)
    assert user.title() == "港口换了新灯塔"


def test_a_pane_is_widened_and_narrowed_by_key_and_this_is_remembered(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file)
    strike(user, "F9", "F6")
    assert focused() == "contentsTree"
    before, article = user.window.contents.width(), user.window.article.width()
    strike(user, "Alt+Shift+Right", "Alt+Shift+Right", "Alt+Shift+Left")
    assert user.window.contents.width() > before
    assert user.window.article.width() < article
    widened = user.window.contents.width()
    strike(user, "Esc", "Alt+Shift+Right")
    assert user.window.contents.width() < widened
    assert user.window._columns.chosen_state()


def test_an_issue_moves_among_the_tabs_by_key(user: User, cable_file: Path) -> None:
    user.open_bulletin(cable_file, sample_issues()[-1])
    first, second = user.tabs()
    strike(user, "Ctrl+Shift+PgDown")
    assert user.tabs() == [second, first]
    assert [opened.path for opened in user.window.session.issues()] == [sample_issues()[-1], cable_file]
    strike(user, "Ctrl+Shift+PgDown", "Ctrl+Shift+PgUp")
    assert user.tabs() == [first, second]
    user.window.tabs.bar.setFocus()
    strike(user, "Right")
    assert user.window.session.current() is user.window.session.issues()[1]


def test_links_are_reached_by_tab_and_opened_by_an_explicit_act(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    understand_by(monkeypatch, lambda *_arguments: ocean())
    (tmp_path / "ocean.txt").write_text(SOURCE, encoding="utf-8")
    user.open_bulletin(tmp_path / "ocean.txt")
    user.window.resize(900, 400)
    strike(user, "Tab")
    assert "1" in selected(user)
    strike(user, "Return")
    there = scrolled(user)
    assert there > 0
    strike(user, "Alt+Left")
    assert scrolled(user) < there
    strike(user, "Tab", "Tab")
    assert selected(user) == "https://example.org/a"
    strike(user, "Return")
    assert opened == []
    strike(user, "Ctrl+Return")
    assert opened == ["https://example.org/a"]


def test_nothing_of_the_palette_the_sheet_and_the_dialog_is_loaded_with_the_window() -> None:
    begin = "'reader.ui.features.keys.'"
    probe = f"import sys, reader.ui.app; print(*[name for name in sys.modules if name.startswith({begin})])"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["reader.ui.features.keys.feature"]


# Pictures


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_views_of_the_keyboard_are_drawn_in_their_theme(
    make_user: Callable[..., User], pictures: Path, theme: str, language: str
) -> None:
    user = make_user(theme=theme, language=language)
    user.open_bulletin(sample_issues()[-1])
    user.wait_for_mentions()
    tokens, window = load_theme(theme), user.window
    for name, command in (("palette", "palette"), ("keys", "key_sheet")):
        window.actions_by_id[command].trigger()
        QApplication.processEvents()
        picture = _saved(window, pictures / f"{name}-{language}-{theme}.png")
        view = window.keys.palette if name == "palette" else window.keys.sheet
        assert view is not None
        corner = view.card.mapTo(window, QPoint(view.card.width() // 2, 8))
        assert picture.pixelColor(corner) == QColor(tokens.field)
        assert picture.pixelColor(3, 3).lightness() < QColor(tokens.sidebar).lightness()
        strike(user, "Esc")
    strike(user, "F6")
    picture = _saved(window, pictures / f"ring-{language}-{theme}.png")
    widget = QApplication.focusWidget()
    assert widget is not None
    assert picture.pixelColor(widget.mapTo(window, QPoint(widget.width() // 2, 0))) == QColor(tokens.accent)
    window.actions_by_id["change_keys"].trigger()
    dialog = window.findChild(QWidget, "keyDialog")
    assert dialog is not None
    _saved(dialog, pictures / f"change-keys-{language}-{theme}.png")
    dialog.close()


def _saved(widget: QWidget, path: Path) -> QImage:
    picture = widget.grab()
    assert picture.save(str(path))
    return picture.toImage()
