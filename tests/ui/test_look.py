"""Colours can be read, texts are translated, commands are complete."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from reader.app.paths import resource
from reader.ui.commands import table as actions
from reader.ui.kit.command_texts import plain_text
from reader.ui.kit.fonts import SANS, SERIF, Families
from reader.ui.kit.i18n import LANGUAGES, resolve_language
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme, contrast, load_theme, style_sheet
from tests.ui.user import User

UI = Path(actions.__file__).parents[1]


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
def test_text_stands_out_from_every_ground(name: str) -> None:
    theme = load_theme(name)
    for ground in (theme.page, theme.sidebar, theme.field, theme.mark, theme.hover):
        assert contrast(theme.text, ground) >= 7
    assert contrast(theme.on_selection, theme.selection) >= 7
    for ground in (theme.page, theme.sidebar, theme.field, theme.hover):
        assert contrast(theme.muted, ground) >= 4.5
    for ground in (theme.page, theme.sidebar, theme.field, theme.accent_tint):
        assert contrast(theme.accent, ground) >= 4.5
    for ground in (theme.found, theme.found_now):
        assert contrast(theme.text, ground) >= 7
    assert contrast(theme.found_now, theme.found) >= 1.15
    assert contrast(theme.warning, theme.page) >= 4.5
    assert contrast(theme.text, theme.warning_tint) >= 7


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_themes_have_every_token_and_the_sheet_uses_no_other() -> None:
    tokens = {field.name for field in fields(Theme)} - {"name"}
    for name in ("light", "sepia", "dark"):
        assert set(json.loads(resource(f"themes/{name}.json").read_text("utf-8"))) == tokens
        sheet = style_sheet(load_theme(name), SANS, SERIF)
        assert "$" not in sheet and "{" in sheet


def test_every_icon_that_a_command_names_can_be_drawn(qapp: QApplication) -> None:
    for command in actions.COMMANDS:
        if command.icon:
            assert not themed_icon(command.icon, load_theme("dark")).pixmap(20, 20).toImage().isNull()
            assert "currentColor" in resource(f"icons/{command.icon}.svg").read_text("utf-8")


def test_every_command_has_an_id_of_its_own_a_handler_and_a_place_in_a_menu() -> None:
    ids = [command.id for command in actions.COMMANDS]
    assert len(ids) == len(set(ids))
    placed = [entry for _id, _title, entries in actions.MENUS + actions.SUBMENUS for entry in entries]
    assert sorted(entry for entry in placed if entry and ":" not in entry) == sorted(ids)
    assert set(actions.TOOL_BAR_LEFT + actions.TOOL_BAR_RIGHT) <= {*ids, actions.SEPARATOR}


def test_no_two_commands_share_a_key() -> None:
    keys = [(QKeySequence(key).toString(), command.id) for command in actions.COMMANDS for key in command.keys]
    assert all(key for key, _id in keys)
    assert [(a, b) for a, b in combinations(keys, 2) if a[0] == b[0]] == []


def messages(language: str) -> dict[tuple[str, str], list[str]]:
    """Return the translations of a language by context and source text."""
    return catalogue_of(f"bulletin_{language}")


def catalogue_of(name: str) -> dict[tuple[str, str], list[str]]:
    """Return what a catalogue holds, by context and source text."""
    told = {}
    for context in ET.parse(resource(f"translations/{name}.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None and translation.get("type") is None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            told[context.findtext("name") or "", message.findtext("source") or ""] = forms
    return told


def test_both_languages_are_complete() -> None:
    chinese, english = messages("zh"), messages("en")
    assert chinese.keys() == english.keys()
    for key, forms in {**chinese}.items():
        assert all(forms), key
        assert all(english[key]), key
        for form in forms:
            assert sorted(re.findall(r"\{\w+\}|%n", form)) == sorted(re.findall(r"\{\w+\}|%n", key[1])), key
            assert re.search(r"[\u4e00-\u9fff]", form), key


OTHER_WORDS = "本文(?!件)|文本篇|全期|整期|这一期|脚注|W3C 注释|本处|标注|撤消|转到面板|最多两击"
NO_ENGLISH = r"Hand On|^&?Reading…?$|^Go to in the Panel$|Doubtful|^Measures$|Nothing answers|at First"


def test_a_thing_has_one_word() -> None:
    for language, others in (("zh", OTHER_WORDS), ("en", NO_ENGLISH)):
        forms = [form.replace("&", "") for of_key in messages(language).values() for form in of_key]
        assert [form for form in forms if re.search(others, form)] == []


def test_the_words_of_qt_are_in_the_language_of_the_window(make_user: Callable[..., User], qtbot: QtBot) -> None:
    make_user()
    dialog, field = QFileDialog(), QLineEdit()
    qtbot.addWidget(dialog)
    qtbot.addWidget(field)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    said = [widget.text() for kind in (QLabel, QPushButton) for widget in dialog.findChildren(kind)]
    menu = field.createStandardContextMenu()
    said += [action.text().partition("\t")[0] for action in menu.actions()]
    menu.deleteLater()
    assert len(said) > 8
    assert [words for words in said if words and not re.search(r"[\u4e00-\u9fff]", words)] == []
    assert any(words.startswith("撤销") for words in said)


def test_every_text_in_the_code_is_in_the_catalogue() -> None:
    sources = {source for _context, source in messages("zh")}
    pattern = re.compile(
        r"""(?:\.tr\(|QT_TRANSLATE_NOOP\(\s*"\w+",|translate\(\s*"\w+",)\s*((?:"(?:[^"\\]|\\.)*"\s*)+)""", re.VERBOSE
    )
    used = set()
    for path in UI.rglob("*.py"):
        for match in pattern.finditer(path.read_text("utf-8")):
            used.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[1])))
    assert len(used) > 80
    assert used - sources == set()
    assert sources - used == set()


@pytest.mark.parametrize("catalogue", ["bulletin_zh", "bulletin_en", "qt_zh"])
def test_the_compiled_catalogue_is_that_of_the_source(catalogue: str, qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(resource(f"translations/{catalogue}.qm")))
    for (context, source), forms in catalogue_of(catalogue).items():
        assert translator.translate(context, source, "", 2 if len(forms) > 1 or "%n" in source else -1) in forms


def test_the_language_is_the_wish_or_that_of_the_system() -> None:
    assert resolve_language("zh") == "zh"
    assert resolve_language("en") == "en"
    assert resolve_language(LANGUAGES[0]) in ("zh", "en")


def test_menu_texts_lose_their_access_keys_in_tool_tips() -> None:
    assert plain_text("打开(&O)…") == "打开"
    assert plain_text("&Open…") == "Open"


@pytest.mark.parametrize("name", ["light", "sepia", "dark"])
def test_a_file_that_is_chosen_in_the_dialog_of_qt_is_lit(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    theme, families = load_theme(name), Families()
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setStyleSheet(style_sheet(theme, families.sans, families.serif))
    dialog.show()
    view = dialog.findChild(QTreeView, "treeView")
    assert isinstance(view, QTreeView)
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) == 1)

    def ground() -> QColor:
        view.selectAll()
        row = view.visualRect(view.model().index(0, 0, view.rootIndex()))
        return view.viewport().grab().toImage().pixelColor(row.left() + 1, row.center().y())

    qtbot.waitUntil(lambda: ground() == QColor(theme.accent_tint))


def test_quotation_marks_are_narrow_in_english_but_not_in_what_is_read(
    make_user: Callable[..., User], tmp_path: Path
) -> None:
    path = tmp_path / "quoted.md"
    path.write_text("# 河口\n\n　　老人说“潮水”又来了。\n", encoding="utf-8")
    user = make_user(language="en")
    user.open_bulletin(path)
    label = user.widget("messageText")

    def widths() -> tuple[int, int]:
        sign = user.window.article.document().find("“")
        right = user.window.article.cursorRect(sign).left()
        sign.setPosition(sign.selectionStart())
        read = right - user.window.article.cursorRect(sign).left()
        return label.fontMetrics().horizontalAdvance("“"), read

    narrow, read = widths()
    user.window.actions_by_id["language_zh"].trigger()
    wide, still = widths()
    assert narrow < wide and read == still > wide
    user.window.actions_by_id["language_en"].trigger()
    assert widths() == (narrow, read)
