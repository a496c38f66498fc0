"""Draw the fonts for characters that no other font has: boxes with the number of the character.

The box of 𠮷 (U+20BB7) reads 20B over B7, so that it can be looked up. Each character has a glyph of its own:
a PDF names the character of a glyph once, and readers disagree on what to do with a glyph that stands for
several. A font holds at most 65535 glyphs, hence three fonts, each small because a box is two calls: of the
frame with the upper digits, and of the lower digits. build.py uses this; it is not needed at run time.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict, SubrsIndex
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

Ranges = tuple[tuple[int, int], ...]
FAMILIES: dict[str, Ranges] = {
    "Bulletin Last": ((0x0000, 0xFFFF),),
    "Bulletin Last Han": ((0x20000, 0x2FA1F),),
    "Bulletin Last Signs": (
        (0x10000, 0x12FFF),  # old scripts, cuneiform
        (0x13000, 0x146FF),  # hieroglyphs
        (0x16000, 0x18DFF),  # African scripts, Tangut
        (0x1AF00, 0x1BCFF),  # old kana, Nüshu, shorthand
        (0x1CC00, 0x1FBFF),  # notation of music and mathematics, emoji, pieces of pictures
        (0x30000, 0x334FF),  # the youngest Han
    ),
}
# The last of the families also has all the rest, mostly private use, in boxes without digits. Characters share
# one if they are a multiple of PLAIN apart; it is a prime, so that the starts of two blocks never are.
REST: Ranges = ((0x10000, 0x10FFFF),)
PLAIN = 4093
# Characters that have no shape of their own: controls, spaces, surrogates, and those to be ignored where unknown.
SHAPELESS: Ranges = (
    (0x0000, 0x0020),
    (0x007F, 0x00A0),
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x1680, 0x1680),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2000, 0x200F),
    (0x2028, 0x202F),
    (0x205F, 0x206F),
    (0x3000, 0x3000),
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0xFFFE, 0xFFFF),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
# Letters that the text fonts have come here beside a combining mark that these lack: they stay readable.
LETTERS: Ranges = ((0x0021, 0x024F), (0x0370, 0x03FF), (0x0400, 0x045F))
EM, ASCENT, DESCENT = 1000, 880, -120
FRAME, LINE = (60, -60, 940, 820), 40  # left, bottom, right, top; thickness of its line
DIGIT_SCALE = (0.42, 0.46)  # of the width and height of the sans's digits
DIGIT_STEP = 270  # from the middle of one digit to that of the next
BASELINES = (430, 0)  # of the upper and of the lower digits
END = (FRAME[0] + LINE, FRAME[1] + LINE)  # where drawing the frame ends and drawing the lower digits begins
BIAS = 107  # what a call takes off the number of a subroutine, while there are fewer than 1240


class Outlines(NamedTuple):
    """How the glyphs are drawn, in their order: the calls, what they call, and how wide each glyph is."""

    programs: list[list[Any]]
    upper: list[list[Any]]
    lower: list[list[Any]]
    widths: list[int]


def last_resort(family: str, sans: TTFont) -> TTFont:
    """Make the font `family` of FAMILIES; digits, letters, copyright and licence are those of `sans`."""
    numbered, plain = _points(FAMILIES[family]), []
    if family == list(FAMILIES)[-1]:
        plain = sorted(set(_points(REST)).difference(*map(_points, FAMILIES.values())))
    outlines = _outlines(sans, numbered, PLAIN if plain else 0)
    glyphs = [".notdef", *(f"cid{number:05d}" for number in range(1, len(outlines.programs)))]
    shapes = dict(zip(numbered, glyphs[1:], strict=False))
    shapes |= {point: glyphs[1 + len(numbered) + point % PLAIN] for point in plain}
    names = {number: sans["name"].getDebugName(number) for number in (0, 13, 14)}
    return _font(family, glyphs, shapes, outlines, names)


def _outlines(sans: TTFont, numbered: list[int], plain: int) -> Outlines:
    """Draw an empty box, the boxes of `numbered`, and as many empty boxes as `plain` says."""
    rows = sorted({point >> 8 for point in numbered})
    place = {row: number - BIAS for number, row in enumerate(rows)}
    box = [len(rows) - BIAS, "callsubr", "endchar"]
    boxes = ([place[point >> 8], "callsubr", (point & 0xFF) - BIAS, "callgsubr"] for point in numbered)
    programs: list[list[Any]] = [box, *boxes, *[box] * plain]
    widths = [EM] * len(programs)
    drawn = sans.getBestCmap()
    for number, point in enumerate(numbered, start=1):
        if point in drawn and any(first <= point <= last for first, last in LETTERS):
            programs[number], widths[number] = _letter(sans, drawn[point])
    upper = [*(_upper(sans, row) for row in rows), _framed(T2CharStringPen(None, None))]
    return Outlines(programs, upper, [_lower(sans, low) for low in range(256)], widths)


def _points(ranges: Ranges) -> list[int]:
    """List the code points of `ranges` that have a shape."""
    shapeless = {point for first, last in SHAPELESS for point in range(first, last + 1)}
    return [point for first, last in ranges for point in range(first, last + 1) if point not in shapeless]


def _upper(sans: TTFont, row: int) -> list[Any]:
    """Draw all digits of a code point but the last two, then the frame."""
    pen = T2CharStringPen(None, None)
    _draw_digits(pen, sans, f"{row:02X}", BASELINES[0], (0, 0))
    return _framed(pen)


def _framed(pen: T2CharStringPen) -> list[Any]:
    """Draw the frame, and return what `pen` drew; it ends at END."""
    left, bottom, right, top = FRAME
    for corners in (
        ((left, bottom), (right, bottom), (right, top), (left, top)),
        ((left + LINE, top - LINE), (right - LINE, top - LINE), (right - LINE, bottom + LINE), END),
    ):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return [*pen.getCharString().program[:-1], "return"]


def _lower(sans: TTFont, low: int) -> list[Any]:
    """Draw the last two digits of a code point, starting where the frame ended."""
    pen = T2CharStringPen(None, None)
    _draw_digits(pen, sans, f"{low:02X}", BASELINES[1], END)
    program: list[Any] = pen.getCharString().program
    return program


def _draw_digits(pen: T2CharStringPen, sans: TTFont, text: str, baseline: float, origin: tuple[float, float]) -> None:
    """Draw `text` in the middle of the frame, as seen from `origin`."""
    glyphs, names = sans.getGlyphSet(), sans.getBestCmap()
    for number, digit in enumerate(text):
        name = names[ord(digit)]
        middle = (FRAME[0] + FRAME[2]) / 2 + (number - (len(text) - 1) / 2) * DIGIT_STEP
        left = middle - sans["hmtx"][name][0] * DIGIT_SCALE[0] / 2
        across, up = DIGIT_SCALE
        glyphs[name].draw(TransformPen(pen, (across, 0, 0, up, left - origin[0], baseline - origin[1])))


def _letter(sans: TTFont, name: str) -> tuple[list[Any], int]:
    """Draw a letter as the sans does; return its width too."""
    width: int = sans["hmtx"][name][0]
    pen = T2CharStringPen(width, None)
    sans.getGlyphSet()[name].draw(pen)
    return pen.getCharString().program, width


def _font(family: str, glyphs: list[str], shapes: dict[int, str], outlines: Outlines, names: dict[int, str]) -> TTFont:
    """Put a font together: `shapes` tells the glyph of each character, `names` holds entries that it keeps."""
    compact = f"{family.replace(' ', '')}-Regular"
    builder = FontBuilder(EM, isTTF=False)
    builder.setupGlyphOrder(glyphs)
    _add_cmap(builder.font, shapes)
    builder.setupCFF(compact, {"FamilyName": family, "FullName": f"{family} Regular"}, {}, {"defaultWidthX": EM})
    _fill_cff(builder.font["CFF "].cff, glyphs, outlines)
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in zip(glyphs, outlines.widths, strict=True)})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"}, mac=False)
    for number, text in ({3: compact, 4: f"{family} Regular", 6: compact} | names).items():
        builder.font["name"].setName(text, number, 3, 1, 0x409)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    _keep_marks_apart(builder.font, glyphs)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    return builder.font


def _add_cmap(font: TTFont, shapes: dict[int, str]) -> None:
    """Say which glyph shows which character, once for both platforms: FreeType guesses if there is but the second."""
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion = 0
    font["cmap"].tables = []
    for platform, encoding in ((0, 4), (3, 10)):
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.language, table.cmap = platform, encoding, 0, shapes
        table.format, table.reserved, table.length, table.nGroups = 12, 0, 0, 0
        font["cmap"].tables.append(table)


def _keep_marks_apart(font: TTFont, glyphs: list[str]) -> None:
    """Call every glyph a base and positioning done, or the box of a combining mark is drawn over the one before."""
    font["GDEF"] = newTable("GDEF")
    definition = font["GDEF"].table = otTables.GDEF()
    definition.Version = 0x00010000
    definition.GlyphClassDef = otTables.GlyphClassDef()
    definition.GlyphClassDef.classDefs = dict.fromkeys(glyphs[1:], 1)
    definition.AttachList = definition.LigCaretList = definition.MarkAttachClassDef = None
    addOpenTypeFeaturesFromString(font, "feature kern { pos cid00001 0; } kern;", tables=["GPOS"])


def _fill_cff(cff: Any, glyphs: list[str], outlines: Outlines) -> None:
    """Give the outlines the form that needs no names of glyphs, which would be larger than the outlines."""
    top = cff.topDictIndex[0]
    private = top.Private
    private.Subrs = SubrsIndex()
    for program in outlines.upper:
        private.Subrs.append(T2CharString(program=program, private=private, globalSubrs=cff.GlobalSubrs))
    for program in outlines.lower:
        cff.GlobalSubrs.append(T2CharString(program=program, private=private, globalSubrs=cff.GlobalSubrs))
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = len(glyphs)
    del top.Private
    dictionary = FontDict()
    dictionary.Private = private
    dictionary.setCFF2 = False
    top.FDArray = FDArrayIndex()
    top.FDArray.append(dictionary)
    top.FDSelect = FDSelect()
    top.FDSelect.format, top.FDSelect.gidArray = 3, [0] * len(glyphs)
    strings = top.CharStrings
    strings.fdArray, strings.fdSelect = top.FDArray, top.FDSelect
    for name, program in zip(glyphs, outlines.programs, strict=True):
        strings[name] = T2CharString(program=program, private=private, globalSubrs=cff.GlobalSubrs)
