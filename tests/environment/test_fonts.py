"""The shipped fonts show Chinese on a machine that has no Chinese font, and something for any character at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QFontDatabase, QPainterPath, QRawFont, QTextLayout
from pytestqt.qtbot import QtBot

from reader.app import paths
from reader.ui.kit.fonts import Families, font_of, load_fonts

FACES = {
    "BulletinSerif-Regular.otf": "Bulletin Serif",
    "BulletinSerif-Bold.otf": "Bulletin Serif",
    "BulletinSans-Regular.otf": "Bulletin Sans",
    "BulletinSans-Bold.otf": "Bulletin Sans",
}
MORE = {
    "BulletinLetters-Regular.ttf": "Bulletin Letters",
    "BulletinLetters-Bold.ttf": "Bulletin Letters",
    "BulletinMath-Regular.ttf": "Bulletin Math",
}
EMOJI = {"BulletinEmoji-Regular.ttf": "Bulletin Emoji"}
BOXES = {
    "BulletinLast-Regular.otf": "Bulletin Last",
    "BulletinLastHan-Regular.otf": "Bulletin Last Han",
    "BulletinLastSigns-Regular.otf": "Bulletin Last Signs",
}
DAILY = "快报阅览，。、；：？！“”‘’（）《》〈〉【】—…·　ＡＺａｚ０９％０１ABCxyz0189éüāáǎàΑαЯя"
SIGNS = "①⑳㈠㈩℃㎡㎏‰×÷±≤≥≈∑√→←↑↓◆◇■□●○▲△★☆─│┌┘²³½"
FACED = "😀🙏👍🎉📌📞📧🔥🌈🚀🏭🦠💉🛰🪿🧑🏽❤☀⚠✅❌⭐➡🇨🇳"
# General categories of what has a shape, and the few characters that have none all the same.
SHAPED = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"}
SHAPED |= {"Sm", "Sc", "Sk", "So", "Co"}
UNSHAPED = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
UNSHAPED += "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
NAMES = "镕喆堃玥珺祎赟晢𠮷㐂䶮"


@pytest.mark.parametrize(("file", "family"), (FACES | MORE | EMOJI | BOXES).items())
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


def test_letters_with_marks_and_the_signs_of_formulas_have_a_font(qtbot: QtBot) -> None:
    assert _missing("BulletinLetters-Regular.ttf", set("Ελληνικά ἀρχή Ёё Đđ ẫ ə ǎ")) - set(" ") == set()
    assert _missing("BulletinMath-Regular.ttf", set("𝑥𝛼ℝ∑⨯⟨⟩→")) == set()


@pytest.mark.parametrize("file", EMOJI)
def test_emoji_have_a_font(qtbot: QtBot, file: str) -> None:
    assert _missing(file, set(FACED)) == set()


@pytest.mark.parametrize("together", ["👨‍👩‍👧", "🇨🇳", "👍🏽", "👩🏽‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈"])
def test_emoji_of_several_characters_are_one_picture(qtbot: QtBot, together: str) -> None:
    load_fonts()
    layout = QTextLayout(together, font_of(("Bulletin Emoji",), 16))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = [run for run in layout.glyphRuns() if run.rawFont().familyName() == "Bulletin Emoji"]
    assert [len(run.glyphIndexes()) for run in runs] == [1]


def test_any_character_that_has_a_shape_has_a_box(qtbot: QtBot) -> None:
    shaped = {chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) in SHAPED}
    assert shaped - _boxed(shaped) == set(UNSHAPED)


def test_what_has_no_shape_has_no_box(qtbot: QtBot) -> None:
    controls = "\t\n\r\x00\x1f\x7f\x85\u200e\u202e\u2066\u061c"
    spaces = " \xa0\u2003\u3000\u2028\xad\u200b\u200d\u2060\ufeff"
    selectors = "\u034f\ufe0f\U000e0100"
    assert _boxed(controls + spaces + selectors) == set()


def test_two_boxes_differ(qtbot: QtBot) -> None:
    shapes = [_outline("BulletinLastHan-Regular.otf", character) for character in "𠀀𠀁𠄀"]
    assert len({shape.elementCount() for shape in shapes}) > 1
    assert all(shape.boundingRect() == shapes[0].boundingRect() for shape in shapes)


def test_the_window_keeps_its_own_boxes(qtbot: QtBot) -> None:
    QFontDatabase.removeAllApplicationFonts()
    load_fonts()
    assert set(QFontDatabase.families()) >= {"Bulletin Serif", "Bulletin Sans", "Bulletin Emoji"}
    assert not set(QFontDatabase.families()) & set(BOXES.values())


def test_emoji_are_drawn_in_any_text_of_the_window(qtbot: QtBot) -> None:
    families = Families()
    assert all("Bulletin Emoji" in kind for kind in (families.serif, families.sans, families.mono))


def test_no_font_is_without_a_test() -> None:
    assert {path.name for path in paths.resource("fonts").glob("*.[ot]tf")} == set(FACES | MORE | EMOJI | BOXES)


def test_the_fonts_come_with_their_licence() -> None:
    licence = (paths.resource("fonts") / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert [family for family in (FACES | MORE | EMOJI | BOXES).values() if family not in licence] == []


def _outline(file: str, character: str) -> QPainterPath:
    font = QRawFont(str(paths.resource("fonts") / file), 100)
    return font.pathForGlyph(font.glyphIndexesForString(character)[0])


def _boxed(characters: Iterable[str]) -> set[str]:
    fonts = [QRawFont(str(paths.resource("fonts") / file), 12) for file in BOXES]
    return {character for character in characters if any(font.supportsCharacter(ord(character)) for font in fonts)}


def _missing(file: str, wanted: set[str]) -> set[str]:
    font = QRawFont(str(paths.resource("fonts") / file), 12)
    return {character for character in wanted if character.isprintable() and not font.supportsCharacter(ord(character))}
