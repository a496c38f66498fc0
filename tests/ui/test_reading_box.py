"""How a person sets the page to his taste, and what stays of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider

from reader import pipeline
from reader.model.document import Issue
from reader.model.mentions import Mentions
from reader.ui.kit.theme import load_theme
from reader.ui.session.settings import Settings, load_settings, save_settings, settings_file
from tests.ui.harbour import SOURCE, harbour
from tests.ui.understanding import understand_by
from tests.ui.user import User

pytestmark = pytest.mark.usefixtures("without_dictionary")


@pytest.fixture
def bulletin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is understood as the harbour issue, its first paragraph a long one."""
    path = tmp_path / "harbour.txt"
    path.write_text(SOURCE, encoding="utf-8")

    def open_issue(_path: Path, progress: object = None, encoding: str | None = None) -> Issue:
        return harbour()

    understand_by(monkeypatch, open_issue)
    monkeypatch.setattr(pipeline, "extract_mentions", lambda _issue, _progress=None: Mentions())
    return path


@pytest.fixture
def reader(user: User, bulletin: Path) -> User:
    user.open_bulletin(bulletin)
    user.press("Ctrl+Comma")
    return user


def paragraph(user: User) -> QTextBlock:
    """Return the first paragraph of the article."""
    return user.window.article.document().find("北湾港").block()


def slide(user: User, name: str, key: str) -> None:
    """Move a slider by a key."""
    slider = user.window.findChild(QSlider, name)
    assert slider is not None
    user.press(key, slider)


def test_the_typeface_changes_at_once(reader: User) -> None:
    assert "Serif" in paragraph(reader).charFormat().font().family()
    reader.click("readingFace_sans")
    assert "Sans" in paragraph(reader).charFormat().font().family()
    assert reader.window.settings.face == "sans"


def test_size_length_and_spacing_of_lines_follow_the_sliders(reader: User) -> None:
    width, height = reader.window.article.viewport().width(), paragraph(reader).blockFormat().lineHeight()
    slide(reader, "readingMeasure", "Left")
    assert reader.window.article.viewport().width() < width
    slide(reader, "readingSpacing", "Right")
    assert paragraph(reader).blockFormat().lineHeight() > height
    slide(reader, "readingSize", "Right")
    assert paragraph(reader).charFormat().font().pixelSize() == 18
    settings = reader.window.settings
    assert (settings.measure, settings.spacing, settings.text_size) == (36, 200, 18)


def test_all_of_the_box_is_seen_in_a_small_window(user: User, bulletin: Path) -> None:
    user.open_bulletin(bulletin)
    user.window.resize(640, 388)
    user.press("Ctrl+Comma")
    assert user.window.rect().contains(user.widget("readingBox").geometry())


def test_the_box_follows_keys_and_menus(reader: User) -> None:
    slider = reader.window.findChild(QSlider, "readingSize")
    assert slider is not None
    before = slider.value()
    reader.press("Ctrl+Plus")
    assert slider.value() == before + 1
    reader.window.actions_by_id["theme_dark"].trigger()
    assert reader.window.findChild(QAbstractButton, "readingTheme_dark").isChecked()  # type: ignore[union-attr]


def test_edges_are_justified_or_ragged(reader: User) -> None:
    assert paragraph(reader).blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify
    reader.click("readingEdges_ragged")
    assert paragraph(reader).blockFormat().alignment() == Qt.AlignmentFlag.AlignLeft
    reader.click("readingEdges_justified")
    assert paragraph(reader).blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_a_theme_is_chosen_in_the_box_and_marked_in_the_menu(reader: User, theme: str) -> None:
    reader.click(f"readingTheme_{theme}")
    page = reader.window.grab().toImage().pixelColor(420, 800).name().upper()
    assert page == load_theme(theme).page
    assert reader.window.actions_by_id[f"theme_{theme}"].isChecked()


def test_all_can_be_as_at_first(reader: User) -> None:
    reader.click("readingFace_sans")
    slide(reader, "readingSize", "Right")
    reader.click("readingReset")
    first, now = Settings(), reader.window.settings
    assert (now.face, now.text_size) == (first.face, first.text_size)
    assert "Serif" in paragraph(reader).charFormat().font().family()


def test_the_box_is_left_by_escape_by_its_key_or_its_button(reader: User) -> None:
    box = reader.widget("readingBox")
    reader.press("Escape", reader.widget("readingFace_serif"))
    assert not box.isVisible() and reader.window.article.hasFocus()
    reader.press("Ctrl+Comma")
    assert reader.widget("readingBox").isVisible()
    reader.press("Ctrl+Comma")
    assert not box.isVisible()
    reader.press("Ctrl+Comma")
    reader.click("readingClose")
    assert reader.window.article.hasFocus()


def test_what_was_chosen_is_there_the_next_time() -> None:
    chosen = replace(
        Settings(), face="sans", measure=28, spacing=215, justified=False, theme="sepia", searches=("泊位",)
    )
    save_settings(chosen, settings_file())
    assert load_settings(settings_file()) == chosen
    chosen.measure, chosen.spacing = 7, 900
    save_settings(chosen, settings_file())
    damaged = load_settings(settings_file())
    assert (damaged.measure, damaged.spacing) == (40, 185)


def test_the_box_speaks_both_languages(make_user: Callable[..., User], bulletin: Path) -> None:
    for language, word in (("zh", "行距"), ("en", "Line spacing")):
        user = make_user(language=language)
        user.open_bulletin(bulletin)
        user.press("Ctrl+Comma")
        assert word in [label.text() for label in user.widget("readingBox").findChildren(QLabel)]
