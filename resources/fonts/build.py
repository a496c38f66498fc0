"""Build the fonts of this folder from Debian's packages fonts-noto-cjk and fonts-noto-core, and from Noto Emoji.

    apt-get download fonts-noto-cjk fonts-noto-core && for deb in fonts-noto-*.deb; do dpkg -x $deb noto; done
    npm pack @expo-google-fonts/noto-emoji@0.4.7 && tar -C noto -xzf expo-google-fonts-noto-emoji-*.tgz
    pip install fonttools
    python resources/fonts/build.py noto

Takes the simplified-Chinese face of Noto Serif CJK and Noto Sans CJK (Regular and Bold), keeps the
characters that bulletins use, drops hinting, and names the result Bulletin Serif and Bulletin Sans,
so that it never stands in for a complete Noto font of the same name. Bulletin Letters and Bulletin Math, of
Noto Serif and Noto Sans Math, have the letters with marks and the signs that these lack. Bulletin Emoji is
Noto Emoji with all its characters and sequences (emoji.py). What none of them has is drawn by the fonts
of last_resort.py.
The licence, OFL.txt, allows that; copyright and licence entries stay as they are. Not needed at run time.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from typing import Any

import emoji
import last_resort
from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
FACE = "CJK SC"
EMOJI = "Bulletin Emoji"
FONTS = (
    ("NotoSerifCJK-Regular.ttc", "Bulletin Serif", "Regular"),
    ("NotoSerifCJK-Bold.ttc", "Bulletin Serif", "Bold"),
    ("NotoSansCJK-Regular.ttc", "Bulletin Sans", "Regular"),
    ("NotoSansCJK-Bold.ttc", "Bulletin Sans", "Bold"),
    ("NotoSerif-Regular.ttf", "Bulletin Letters", "Regular"),
    ("NotoSerif-Bold.ttf", "Bulletin Letters", "Bold"),
    ("NotoSansMath-Regular.ttf", "Bulletin Math", "Regular"),
    ("NotoEmoji_400Regular.ttf", "Bulletin Emoji", "Regular"),
    *(("NotoSansCJK-Regular.ttc", family, "Regular") for family in last_resort.FAMILIES),
)
# Text is set in the serif, so it holds all of GBK: names use characters far outside daily ones. The
# sans sets the interface and may borrow a rare character from the serif; level 1 of Big5 ends at C67E.
HAN = {"Bulletin Serif": (("gbk", b"\xff\xff"),), "Bulletin Sans": (("gb2312", b"\xff\xff"), ("big5", b"\xc6\x7e"))}
RANGES = (
    (0x0020, 0x024F),  # Latin with its two extensions
    (0x02B0, 0x02FF),  # modifier letters
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin for pinyin and Vietnamese
    (0x2000, 0x206F),  # punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x218F),  # letter-like symbols, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # technical symbols
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x257F),  # box drawing
    (0x2580, 0x25FF),  # blocks and geometric shapes
    (0x2600, 0x27BF),  # symbols, dingbats
    (0x2E80, 0x2FDF),  # radicals, which PDF files hold in place of characters
    (0x2FF0, 0x303F),  # CJK punctuation
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # enclosed and squared
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE6F),  # compatibility and small forms
    (0xFF00, 0xFFEF),  # full-width forms
)
# Letters and signs that the source of the two large families lacks, from others.
MORE = {
    "Bulletin Letters": (
        (0x0100, 0x036F),  # Latin, phonetic letters, marks that are set on letters
        (0x0370, 0x03FF),  # Greek with its accents
        (0x0400, 0x052F),  # Cyrillic of all languages
        (0x1D00, 0x1DBF),  # raised and lowered letters
        (0x1E00, 0x1FFF),  # Latin of Vietnamese, Greek of old
        (0x2090, 0x20BF),  # lowered letters, currencies
    ),
    "Bulletin Math": (
        (0x2100, 0x22FF),  # letter-like signs, arrows, operators
        (0x27C0, 0x27EF),
        (0x2900, 0x2AFF),
        (0x1D400, 0x1D7FF),  # letters of formulas
    ),
}
# Rare characters of personal and place names that the encodings above lack.
EXTRA = "𠮷㐂䶮䓖㛃㙍㭎䥽䴙䴘䦃䏝䓛䗴䜣䩄䢺䓨䝙㳇㧑㧟㬎㮾㸆㽏㿠𬭊𬭛𬬻𫓧𫟼𬬭𫖮𬀩𬍛𬘡𬘭𬶍𫍯𫄧𫄨"
# Signs that the source lacks, drawn by shrinking and shifting the character they are made from.
RAISED = dict(zip("⁰⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "056789+−=()n", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True))
MODEL = ("4", "⁴")  # a pair the source has: it tells how much smaller and higher
LOWERED_BY = 140  # units of 1000 that a subscript's baseline lies below that of the text
SAME_SHAPE = {"◼": "■", "◻": "□", "⬛": "■", "⬜": "□", "∙": "·", "✔": "✓", "✕": "×", "✖": "×"}
FEATURES = ["ccmp", "locl", "vert", "vrt2", "kern", "halt", "palt", "liga", "mark", "mkmk", "sups", "subs"]


def main(arguments: list[str]) -> int:
    """Build from the folder named first all fonts, or those of the families named after it."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder, *families = arguments
    for file, family, style in FONTS:
        if families and family not in families:
            continue
        source = next(Path(folder).rglob(file))
        if family in last_resort.FAMILIES:
            font = last_resort.last_resort(family, simplified_face(source))
        elif family in MORE:
            font = TTFont(source)
            reduce(font, {point for first, last in MORE[family] for point in range(first, last + 1)})
            font.recalcTimestamp = False
            rename(font, family, style)
        elif family == EMOJI:
            font = all_emoji(source)
            rename(font, family, style)
        else:
            font = simplified_face(source)
            reduce(font, characters(family))
            add_signs(font)
            rename(font, family, style)
        target = HERE / f"{family.replace(' ', '')}-{style}.{'otf' if 'CFF ' in font else 'ttf'}"
        font.save(target)
        print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size / 1e6:.1f} MB")
    return 0


def characters(family: str) -> set[int]:
    """Return the code points that `family` keeps, as far as its source has them."""
    wanted = {point for first, last in RANGES for point in range(first, last + 1)}
    wanted.update(map(ord, EXTRA))
    for point in range(0x3400, 0xA000):
        if any(_encodes(chr(point), encoding, last) for encoding, last in HAN[family]):
            wanted.add(point)
    return wanted


def simplified_face(collection: Path) -> TTFont:
    """Open the simplified-Chinese face of a font collection."""
    for font in TTCollection(str(collection), lazy=True).fonts:
        family = font["name"].getDebugName(1)
        if family.endswith(FACE) and "Mono" not in family:
            return font
    raise SystemExit(f"{collection} has no face {FACE}.")


def all_emoji(file: Path) -> TTFont:
    """Open Noto Emoji and keep all of it but controls and the private characters of old telephones."""
    font = TTFont(file)
    reduce(font, {point for point in font.getBestCmap() if 0x20 <= point < 0xF0000})
    del font["vhea"], font["vmtx"]
    emoji.set_apart(font)
    font.recalcTimestamp = False
    return font


def reduce(font: TTFont, wanted: set[int]) -> None:
    """Keep only `wanted` and what they need; drop hints, keep the layout features of running text."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def add_signs(font: TTFont) -> None:
    """Draw the superscripts and subscripts that are missing, and let like shapes stand for each other."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    plain, raised = (_bounds(glyphs, names[ord(sign)]) for sign in MODEL)
    scale = (raised[3] - raised[1]) / (plain[3] - plain[1])
    lift = raised[1] - plain[1] * scale
    signs = [(sign, base, lift) for sign, base in RAISED.items()]
    signs += [(sign, base, -LOWERED_BY) for sign, base in LOWERED.items()]
    drawn = {ord(sign): _add_scaled(font, names[ord(base)], scale, shift) for sign, base, shift in signs}
    shared = {ord(sign): names[ord(base)] for sign, base in SAME_SHAPE.items()}
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap.update({point: glyph for point, glyph in (drawn | shared).items() if point not in table.cmap})


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font its own family; copyright (0), licence (13, 14) and credits stay."""
    compact = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{compact}-{style}", 4: f"{family} {style}", 6: f"{compact}-{style}"}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names or record.nameID in (16, 17, 18, 21, 22, 25):
            table.removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    if "CFF " not in font:
        return
    top = font["CFF "].cff
    top.fontNames[0] = f"{compact}-{style}"
    top.topDictIndex[0].FamilyName = family
    top.topDictIndex[0].FullName = f"{family} {style}"


def _bounds(glyphs: Any, name: str) -> tuple[float, float, float, float]:
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds


def _add_scaled(font: TTFont, base: str, scale: float, shift: float) -> str:
    """Append a copy of the glyph `base`, scaled and shifted up; return its name."""
    top = font["CFF "].cff.topDictIndex[0]
    order = font.getGlyphOrder()
    dictionary = top.FDSelect[order.index(base)]
    private = top.FDArray[dictionary].Private
    width = round(font["hmtx"][base][0] * scale)
    pen = T2CharStringPen(width - private.nominalWidthX, None)
    glyphs = font.getGlyphSet()
    glyphs[base].draw(TransformPen(pen, (scale, 0, 0, scale, 0, shift)))
    known = set(order)
    name = next(name for number in count(1) if (name := f"cid{number:05d}") not in known)
    strings = top.CharStrings
    strings.charStringsIndex.append(pen.getCharString(private, top.GlobalSubrs))
    strings.charStrings[name] = len(strings.charStringsIndex) - 1
    top.FDSelect.gidArray.append(dictionary)
    top.charset = [*order, name]
    font.setGlyphOrder(top.charset)
    font["hmtx"][name] = (width, round(font["hmtx"][base][1] * scale))
    font["vmtx"][name] = font["vmtx"][base]
    font["maxp"].numGlyphs = len(order) + 1
    return name


def _encodes(character: str, encoding: str, last: bytes) -> bool:
    try:
        return character.encode(encoding) <= last
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
