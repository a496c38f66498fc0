"""The shipped fonts show Chinese on a machine that has no Chinese font."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase, QPainterPath, QRawFont
from pytestqt.qtbot import QtBot

from reader import paths

FACES = {
    "BulletinSerif-Regular.otf": "Bulletin Serif",
    "BulletinSerif-Bold.otf": "Bulletin Serif",
    "BulletinSans-Regular.otf": "Bulletin Sans",
    "BulletinSans-Bold.otf": "Bulletin Sans",
}
DAILY = "快报阅览，。、；：？！“”‘’（）《》〈〉【】—…·　ＡＺａｚ０９％０１ABCxyz0189éüāáǎàΑαЯя"
SIGNS = "①⑳㈠㈩℃㎡㎏‰×÷±≤≥≈∑√→←↑↓◆◇■□●○▲△★☆─│┌┘²³½"
NAMES = "镕喆堃玥珺祎赟晢𠮷㐂䶮"


@pytest.mark.parametrize(("file", "family"), FACES.items())
def test_a_font_loads_under_its_own_family(qtbot: QtBot, file: str, family: str) -> None:
    number = QFontDatabase.addApplicationFont(str(paths.resource("fonts") / file))
    assert QFontDatabase.applicationFontFamilies(number) == [family]


@pytest.mark.parametrize("file", FACES)
def test_a_font_has_the_characters_of_daily_bulletins(qtbot: QtBot, file: str) -> None:
    wanted = set(DAILY + SIGNS + "".join(path.read_text("utf-8") for path in paths.sample_issues()))
    assert _missing(file, wanted) == set()


@pytest.mark.parametrize("file", [name for name in FACES if "Serif" in name])
def test_the_serif_has_rare_characters_of_names(qtbot: QtBot, file: str) -> None:
    assert _missing(file, set(NAMES)) == set()


@pytest.mark.parametrize("file", FACES)
def test_raised_and_lowered_signs_have_the_shape_of_their_sign(qtbot: QtBot, file: str) -> None:
    for raised, lowered, sign in zip("⁰⁵⁷⁺⁾", "₀₅₇₊₎", "057+)", strict=True):
        shapes = [_outline(file, character) for character in (raised, lowered, sign)]
        assert len({shape.elementCount() for shape in shapes}) == 1, sign
        tops = [shape.boundingRect().top() for shape in shapes]
        assert tops[1] > tops[2], f"{lowered} stands higher than {sign}"
        assert shapes[0].boundingRect().height() < shapes[2].boundingRect().height()


def test_the_fonts_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (paths.resource("fonts") / "OFL.txt").read_text("utf-8")


def _outline(file: str, character: str) -> QPainterPath:
    font = QRawFont(str(paths.resource("fonts") / file), 100)
    return font.pathForGlyph(font.glyphIndexesForString(character)[0])


def _missing(file: str, wanted: set[str]) -> set[str]:
    font = QRawFont(str(paths.resource("fonts") / file), 12)
    return {character for character in wanted if character.isprintable() and not font.supportsCharacter(ord(character))}
