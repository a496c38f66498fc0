"""Fonts of the window: the shipped families first, then what a desktop is likely to have."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from reader.app.paths import resource

EMOJI = ("Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", "Bulletin Emoji")  # coloured ones, if there are any
SERIF = (
    "Bulletin Serif",
    "Bulletin Letters",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "SimSun",
    "serif",
    *EMOJI,
)
HEITI = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI")
SANS = ("Bulletin Sans", *HEITI, "sans-serif", *EMOJI)
MONO = ("Noto Sans Mono CJK SC", "DejaVu Sans Mono", "Menlo", "Consolas", "monospace", *SANS)
PRINT_ONLY = ("BulletinLast", "BulletinMath")  # the window has the system's fonts and a box of its own
INTERFACE_PIXELS = 13
NARROW_SIGNS = QFont.Tag("palt")  # punctuation as wide as it is drawn, not as a Han character


@dataclass(frozen=True, slots=True)
class Families:
    """Font families by use, each a list in order of preference."""

    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS
    mono: tuple[str, ...] = MONO


def load_fonts() -> None:
    """Register the fonts that ship with the program and serve the window."""
    for path in sorted(resource("fonts").glob("*.[ot]t[fc]")):
        if not path.name.startswith(PRINT_ONLY):
            QFontDatabase.addApplicationFont(str(path))


def interface_font(families: Families, language: str) -> QFont:
    """Make the font of menus, buttons and messages; in English its quotation marks are no wider than they are."""
    font = font_of(families.sans, INTERFACE_PIXELS)
    font.setFeature(NARROW_SIGNS, language == "en")
    return font


def font_of(families: tuple[str, ...], pixels: float, *, bold: bool = False) -> QFont:
    """Make a font of the first family present, `pixels` high, unhinted so that Han stays even."""
    font = QFont(list(families))
    font.setPixelSize(round(pixels))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(NARROW_SIGNS, 0)  # whatever the interface's font says: the bulletin is Chinese
    return font
