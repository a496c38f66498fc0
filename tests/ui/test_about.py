"""What the program is, and the first steps in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

import reader
from reader.app import licences
from reader.app.data_folder import data_folder
from reader.app.paths import READABLE_SUFFIXES as LOOKED_FOR
from reader.app.paths import sample_issues
from reader.ui.features.about.first_steps import FirstSteps
from reader.ui.features.about.report import PRIVATE, changed_settings, report
from reader.ui.kit.file_kinds import FOUND_SUFFIXES, KINDS, READABLE_SUFFIXES
from reader.ui.session.settings import Settings
from reader.ui.window.starting import greet
from tests.ui.keyboard import focused, strike, write_cable
from tests.ui.user import MILLISECONDS, User

pytestmark = pytest.mark.usefixtures("without_dictionary")


def open_about(user: User, qtbot: QtBot) -> QDialog:
    """Open the box by the palette, as somebody who does not look for menus."""
    strike(user, "Ctrl+K")
    user.type_into("paletteField", "about")
    strike(user, "Return")
    qtbot.waitUntil(lambda: user.sees("aboutBox"))
    box = user.window.findChild(QDialog, "aboutBox")
    assert box is not None
    qtbot.waitUntil(lambda: licence_list(user).count() > 0, timeout=MILLISECONDS)
    return box


def licence_list(user: User) -> QListWidget:
    """Return the list of what the program is made of."""
    found = user.widget("licenceList")
    assert isinstance(found, QListWidget)
    return found


# About


def test_the_about_box_tells_versions_and_licences_by_key(user: User, qtbot: QtBot) -> None:
    box = open_about(user, qtbot)
    assert reader.__version__ in user.text_of("aboutVersion")
    for name in ("Python", "Qt", "PySide6", "typst", "PDFium"):
        assert f"{name}\u00a0" in user.text_of("aboutVersions")
    text = user.window.findChild(QPlainTextEdit, "licenceText")
    assert text is not None and focused() == "licenceList"
    assert "MIT" in text.toPlainText()
    read = set()
    for part in licences.shipped():
        assert part.name in text.toPlainText() and part.licence in text.toPlainText()
        read.add(text.toPlainText())
        strike(user, "Down")
    assert len(read) > 10
    strike(user, "Tab")
    assert focused() == "licenceText"
    strike(user, "Tab")  # out of the text again
    assert focused() != "licenceText"
    strike(user, "Escape")
    qtbot.waitUntil(lambda: not user.sees("aboutBox"))
    del box


def test_the_data_folder_is_named_and_shown(user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    box = open_about(user, qtbot)
    assert str(data_folder()) in (user.text_of("aboutFolder"), user.widget("aboutFolder").toolTip())
    data_folder().rmdir()
    user.click("openFolder")
    assert shown == [] and "没有" in user.text_of("aboutTold")
    data_folder().mkdir()
    user.click("openFolder")
    assert [Path(name) for name in shown] == [data_folder()]
    box.close()


def test_a_report_can_be_copied(user: User, qtbot: QtBot) -> None:
    user.window.settings.recent = ("/home/me/机密.txt",)
    box = open_about(user, qtbot)
    user.click("copyReport")
    copied = QApplication.clipboard().text()
    assert f"Bulletin Reader: {reader.__version__}" in copied
    assert "Screen: " in copied and "Locale: " in copied and "Platform plug-in: offscreen" in copied
    assert "机密" not in copied and "recent" not in copied
    assert "没有您读的" in user.text_of("aboutTold")
    box.close()


def test_a_report_holds_changed_settings_but_no_paths_and_words() -> None:
    changed = Settings(theme="dark", recent=("a",), searches=("b",), last_folder="c", geometry=b"d", keys=("open=F5",))
    assert changed_settings(changed) == ["theme=dark", "keys=open=F5"]
    assert changed_settings(Settings()) == []
    assert "none" in report(Settings())
    texts = {name for name, value in vars_of(Settings()).items() if value in ((), "", b"")}
    assert texts - PRIVATE <= {"keys", "hand_parts"}  # a new one of this kind is to be thought about


def vars_of(settings: Settings) -> dict[str, object]:
    """Return all settings by name."""
    return {name: getattr(settings, name) for name in Settings.__slots__}  # type: ignore[attr-defined]


def test_the_about_box_follows_theme_and_language(user: User, qtbot: QtBot) -> None:
    box = open_about(user, qtbot)
    assert user.text_of("closeAbout") == "关闭"
    before = box.grab().toImage().pixelColor(3, 3)
    user.window.actions_by_id["theme_dark"].trigger()
    user.window.actions_by_id["language_en"].trigger()
    QApplication.processEvents()
    assert user.text_of("closeAbout") == "Close"
    assert box.grab().toImage().pixelColor(3, 3).lightness() < before.lightness() / 2
    box.close()


# First steps


def steps(user: User) -> FirstSteps | None:
    """Return the card of the first steps while it is shown."""
    card = user.window.findChild(FirstSteps)
    return card if card and card.isVisible() else None


def greeted(user: User, qtbot: QtBot) -> FirstSteps:
    """Open an issue as the first start does, and wait for the card."""
    user.window.session.open_paths(sample_issues()[:1])
    greet(user.window, None, with_first_steps=True)
    qtbot.waitUntil(lambda: steps(user) is not None, timeout=MILLISECONDS)
    card = steps(user)
    assert card is not None
    return card


@pytest.mark.parametrize("keys", ["Escape", "Return", "Space"])
def test_the_first_steps_are_put_away_for_good_by_one_key(user: User, qtbot: QtBot, keys: str) -> None:
    greeted(user, qtbot)
    assert focused() == "startReading"
    strike(user, keys)
    assert steps(user) is None
    assert focused() == "articleView"
    assert not user.window.settings.first_steps


def test_the_first_steps_come_again_where_the_box_is_unticked(user: User, qtbot: QtBot) -> None:
    card = greeted(user, qtbot)
    strike(user, "Tab", "Space")
    assert focused() == "neverAgain" and not card.never.isChecked()
    strike(user, "Tab")
    assert focused() == "startReading"
    user.click("startReading")
    assert steps(user) is None
    assert user.window.settings.first_steps


def test_the_first_steps_step_aside_for_a_file_from_another_start(user: User, qtbot: QtBot) -> None:
    greeted(user, qtbot)
    user.window.opening.open_paths(sample_issues()[1:2])
    qtbot.waitUntil(lambda: steps(user) is None, timeout=MILLISECONDS)
    assert focused() == "articleView"
    assert user.window.settings.first_steps


def test_no_command_answers_below_the_first_steps_and_a_click_beside_leaves_them(user: User, qtbot: QtBot) -> None:
    greeted(user, qtbot)
    title = user.title()
    strike(user, "Alt+Down", "N")
    assert user.title() == title
    shade = user.widget("firstStepsShade")
    qtbot.mouseClick(user.widget("firstSteps"), Qt.MouseButton.LeftButton)
    assert steps(user)
    qtbot.mouseClick(shade, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert steps(user) is None


def test_the_first_steps_are_in_the_help_menu_and_show_the_keys_of_the_user(
    make_user: Callable[..., User], tmp_path: Path, qtbot: QtBot
) -> None:
    user = make_user(keys=("highlight=F8",), language="en")
    user.open_bulletin(write_cable(tmp_path))
    user.window.actions_by_id["first_steps"].trigger()
    card = steps(user)
    assert card is not None
    labels = [str(label.property("text")) for label in card.findChildren(type(user.widget("stepsFoot")), "keyCap")]
    assert "F8" in labels and "Ctrl+H" not in labels
    user.window.resize(900, 600)
    QApplication.processEvents()
    inside = card.card.geometry()
    assert card.rect().contains(inside) and inside.height() >= card.card.minimumSizeHint().height()
    del qtbot


def test_without_an_issue_the_first_steps_wait_for_nothing(user: User, qtbot: QtBot) -> None:
    greet(user.window, None, with_first_steps=True)
    qtbot.wait(200)
    assert steps(user) is None
    assert user.sees("welcomeView")


# The empty window


def files(*paths: Path) -> QMimeData:
    """Return what a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_the_empty_window_says_what_can_be_dropped_and_frames_the_place(
    make_user: Callable[..., User], tmp_path: Path, qtbot: QtBot
) -> None:
    user = make_user(language="en")
    assert user.text_of("dropKinds").startswith("Text · Markdown")
    assert user.text_of("dropText") == "Drop files or folders here"
    path, area = write_cable(tmp_path), user.widget("dropArea")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data, text = files(path), QMimeData()
    text.setText("words")
    QApplication.sendEvent(user.window, QDragEnterEvent(QPoint(9, 9), copy, text, left, none))
    assert not area.property("dropping")
    quiet = area.grab().toImage()
    QApplication.sendEvent(user.window, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    assert user.text_of("dropText") == "Release to open"
    assert area.grab().toImage() != quiet
    QApplication.sendEvent(user.window, QDragLeaveEvent())
    assert area.grab().toImage() == quiet
    QApplication.sendEvent(user.window, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(user.window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    qtbot.waitUntil(lambda: len(user.window.session.issues()) == 1, timeout=MILLISECONDS)
    assert not area.property("dropping")


def test_dialogs_offer_what_folders_and_archives_are_searched_for() -> None:
    assert set(FOUND_SUFFIXES) == set(LOOKED_FOR)


def test_every_kind_of_file_has_endings_of_its_own() -> None:
    assert len(set(READABLE_SUFFIXES)) == len(READABLE_SUFFIXES)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for kind in KINDS for suffix in kind.suffixes)
