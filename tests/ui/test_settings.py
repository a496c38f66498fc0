"""A setting that makes no sense falls back and is named; it never stops a start."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from reader.ui.features.memory.moving import take_over
from reader.ui.session.settings import POSSIBLE, Settings, load_settings, save_settings


def _store(folder: Path, text: str) -> QSettings:
    path = folder / "settings.ini"
    path.write_text(f"[General]\n{text}\n", encoding="utf-8")
    return QSettings(str(path), QSettings.Format.IniFormat)


@pytest.mark.parametrize("name", sorted(POSSIBLE))
@pytest.mark.parametrize("value", ["no-such", "", "-1", "99999999999999999999", "@Invalid()", "a, b"])
def test_a_value_that_cannot_be_falls_back(
    name: str, value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = load_settings(_store(tmp_path, f"{name}={value}\nshow_side=false"))
    assert getattr(settings, name) == getattr(Settings(), name)
    assert not settings.show_side  # the others are kept
    named = capsys.readouterr().err
    assert not named or name in named


def test_an_unknown_theme_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_settings(_store(tmp_path, "theme=solarized\nlanguage=fr")).theme == "system"
    assert "no such theme" in (told := capsys.readouterr().err)
    assert "no such language" in told


def test_what_can_be_is_kept(tmp_path: Path) -> None:
    store = _store(tmp_path, "")
    save_settings(Settings(theme="dark", measure=48, marker="green"), store)
    settings = load_settings(store)
    assert (settings.theme, settings.measure, settings.marker) == ("dark", 48, "green")


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_nobody_else_may_read_the_settings(tmp_path: Path) -> None:
    store = _store(tmp_path, "")
    save_settings(Settings(searches=("密",)), store)
    assert stat.S_IMODE(Path(store.fileName()).stat().st_mode) == 0o600


def test_data_from_elsewhere_are_looked_at_field_by_field() -> None:
    settings = Settings()
    take_over(settings, {"theme": "solarized", "language": 7, "measure": 41, "marker": "green", "spacing": 200})
    assert settings == Settings(marker="green", spacing=200)
