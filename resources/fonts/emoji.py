"""Give each emoji and each sequence of emoji a glyph of its own.

Noto Emoji draws 👍, 👍🏽 and 👍🏿 with one glyph, having no colours. A PDF names the text of a glyph once; where
one glyph stands for several, programs on PDFium lose all emoji but the first when text is copied. So every sequence
gets a glyph, which refers to the drawing that it shares. build.py uses this; it is not needed at run time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otTables import Ligature

PICTURED = 0xFE0F  # asks for the picture where a character is a sign by default
TONES = range(0x1F3FB, 0x1F400)


def set_apart(font: TTFont) -> None:
    """Give each sequence that forms a picture a glyph of its own, with and without the selectors that it may have."""
    taken = set(font.getBestCmap().values())
    signs, selector, tones = _signs(font), font.getBestCmap()[PICTURED], {font.getBestCmap()[tone] for tone in TONES}
    ligatures = _ligatures(font)
    for first, known in ligatures.items():
        for sequence, picture in _selected(first, known, signs, tones, selector):
            known.append(_ligature(sequence[1:], picture))
    for sign in sorted(signs - ligatures.keys()):
        ligatures[sign] = [_ligature((selector,), sign)]
    for known in ligatures.values():
        known.sort(key=lambda ligature: -len(ligature.Component))  # the first that fits is taken
        for ligature in known:
            if ligature.LigGlyph in taken:
                ligature.LigGlyph = _reference(font, ligature.LigGlyph)
            taken.add(ligature.LigGlyph)


def _signs(font: TTFont) -> set[str]:
    """Name the glyphs of emoji above U+FFFF that are signs by default; for those below readers need no help."""
    names = font.getBestCmap()
    variants = next(table for table in font["cmap"].tables if table.format == 14).uvsDict
    return {names[point] for pairs in variants.values() for point, _ in pairs if point > 0xFFFF}


def _ligatures(font: TTFont) -> dict[str, list[Any]]:
    """Return the sequences that form pictures, by their first glyph."""
    table = font["GSUB"].table.LookupList.Lookup[0].SubTable[0]
    ligatures: dict[str, list[Any]] = getattr(table, "ExtSubTable", table).ligatures
    return ligatures


def _selected(
    first: str, known: list[Any], signs: set[str], tones: set[str], selector: str
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the sequences that begin with `first` with a selector after each sign, and the pictures they form."""
    for ligature in list(known):
        plain = (first, *ligature.Component)
        full: list[str] = []
        for glyph, following in zip(plain, (*plain[1:], ""), strict=True):
            full += [glyph, selector] if glyph in signs and following not in tones else [glyph]
        if len(full) > len(plain):
            yield tuple(full), ligature.LigGlyph
    if first in signs:
        yield (first, selector), first


def _ligature(following: tuple[str, ...], picture: str) -> Any:
    ligature = Ligature()
    ligature.Component, ligature.LigGlyph = list(following), picture
    ligature.CompCount = len(following) + 1
    return ligature


def _reference(font: TTFont, name: str) -> str:
    """Append a glyph that refers to the glyph `name`; return its name."""
    order = font.getGlyphOrder()
    copy = f"copy{len(order):05d}"
    pen = TTGlyphPen({name: None})
    pen.addComponent(name, (1, 0, 0, 1, 0, 0))
    font["glyf"][copy] = pen.glyph()
    font["hmtx"][copy] = font["hmtx"][name]
    return copy
