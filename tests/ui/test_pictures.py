"""Pictures of the named views, in both themes and languages, and what can be seen in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from reader.app import views
from reader.app.paths import sample_issues
from reader.model.errors import ReaderError
from reader.ui import app
from reader.ui.kit.theme import load_theme

SIZES = [(1440, 900), (1024, 700), (2560, 1440)]
SAMPLE = sample_issues()[-1]


def ink(picture: QImage, ground: str) -> float:
    """Return the share of pixels, on a grid, that are not the ground."""
    points = [(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)]
    return sum(picture.pixelColor(x, y) != QColor(ground) for x, y in points) / len(points)


@pytest.mark.parametrize(("language", "theme"), [("zh", "light"), ("en", "dark")])
@pytest.mark.parametrize("view", [view for view in views.VIEWS if view not in (*views.OVER_VIEWS, "hint")])
def test_a_view_is_drawn_in_the_colours_of_its_theme(view: str, language: str, theme: str, pictures: Path) -> None:
    out = pictures / f"{view}-{language}-{theme}.png"
    path = Path("missing.txt") if view == "error" else SAMPLE
    app.screenshot(out, path, article=3 if view == "article" else None, view=view, language=language, theme=theme)
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1440, 900)
    tokens = load_theme(theme)
    assert 0.1 < ink(picture, tokens.page) < 0.9
    assert picture.pixelColor(720, 880 if view == "welcome" else 899) == QColor(tokens.sidebar)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", [*views.OVER_VIEWS, "hint"])
def test_a_card_is_drawn_over_the_dimmed_window(view: str, theme: str, pictures: Path) -> None:
    out = pictures / f"over-{view}-{theme}.png"
    app.screenshot(out, SAMPLE, article=3, view=view, theme=theme)
    picture, tokens = QImage(str(out)), load_theme(theme)
    assert picture.pixelColor(720, 220 if view == "hint" else 140) == QColor(tokens.field)
    assert picture.pixelColor(720, 899).lightness() < QColor(tokens.sidebar).lightness()


@pytest.mark.parametrize("view", ["original", "figures"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_window_fits_the_size_it_is_given(size: tuple[int, int], view: str, pictures: Path) -> None:
    out = pictures / f"{view}-{size[0]}x{size[1]}.png"
    app.screenshot(out, SAMPLE, article=3, size=size, view=view)
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == size


def test_a_picture_that_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no view"):
        app.screenshot(tmp_path / "a.png", SAMPLE, view="sideways")
    with pytest.raises(ReaderError, match="no article 99"):
        app.screenshot(tmp_path / "a.png", SAMPLE, article=99)
    with pytest.raises(ReaderError, match="missing"):
        app.screenshot(tmp_path / "a.png", tmp_path / "missing.txt")
    with pytest.raises(ReaderError, match="cannot be saved"):
        app.screenshot(tmp_path / "no folder" / "a.png", SAMPLE)
    assert not (tmp_path / "a.png").exists()


def test_without_a_display_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(ReaderError, match="no display"):
        app.run([])
