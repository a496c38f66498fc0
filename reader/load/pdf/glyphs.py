"""Read the characters of a page with their places, sizes and typefaces: the only look at PDFium's text."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import atan2, hypot, isfinite, pi
from typing import Any, NamedTuple

from reader.load.pdf.ink import UNSEEN, colour_of
from reader.load.pdf.letters import letters
from reader.load.pdf.parts import Typeface
from reader.load.pdf.view import View, view_of

BOLD = re.compile(r"bold|black|heavy|semibold|demi|[-,]b$|粗", re.IGNORECASE)
HEAVY = 600  # of 100 to 900: from here on a typeface is bold
STROKED, INVISIBLE = 1, 3  # modes of drawing text (ISO 32000-1, 9.3.6)
FILLED_AND_STROKED = 2  # text drawn twice over, as programs do that have no bold face
RAISED, LOWERED = 0.22, 0.48  # em above the baseline: the foot of a raised digit, the head of a lowered one
SKEW = 0.12  # radians from a quarter turn that count as straight
NAME_BYTES = 256
SMALLEST = 0.01  # points; a broken file sets type of no size at all


class Glyph(NamedTuple):
    """A character on the page as it is read."""

    text: str  # a space for any space
    left: float
    right: float
    base: float  # of the baseline, from the top
    size: float
    face: Typeface
    shift: int  # 1 a raised digit, -1 a lowered one, though the baseline is that of the line
    order: int  # place in the file; letters of one drawn sign share it
    colour: int = 0  # 0xRRGGBB; UNSEEN where nothing is drawn


class Turned(NamedTuple):
    """The glyphs of a page by the direction in which they are set, in quarter turns; 4 is askew."""

    turns: int  # of most glyphs
    straight: list[Glyph]
    aside: list[Glyph]
    view: View


class GlyphSetting(NamedTuple):
    """How the characters of one text object are set."""

    size: float
    face: Typeface
    turns: int
    colour: int


class RawGlyph(NamedTuple):
    """A character in the coordinates of the file."""

    code: int
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    setting: GlyphSetting
    shift: int


def read_glyphs(raw: Any, page: Any, text: Any) -> Turned:
    """Return the characters of a page in the order of the file; `text` is its text page."""
    found = list(_shared(_characters(raw, text, raw.FPDFPage_GetRotation(page))))
    return by_direction(found, lambda turns: view_of(raw, page, turns))


def by_direction(found: Sequence[tuple[RawGlyph, str]], view_when: Callable[[int], View]) -> Turned:
    """Put drawn signs, each with its letters, on the page as most of them are read; `view_when` knows it by turns."""
    counts = Counter(row.setting.turns for row, _ in found)
    del counts[4]
    turns = max(counts, key=lambda turn: counts[turn], default=0)
    view = view_when(turns)
    place = _placing(view)
    width, height = view.size
    out = Turned(turns, [], [], view)
    for order, (row, shown) in enumerate(found):
        if not shown:
            continue
        left, right, base = place(row)
        if right < -1 or left > width + 1 or base < -1 or base - row.setting.size > height + 1:
            continue  # outside the part of the page that is shown
        aim = out.straight if row.setting.turns == turns else out.aside
        step = (right - left) / len(shown)
        for k, char in enumerate(shown):
            begin = left + k * step
            size, face, _, colour = row.setting
            aim.append(Glyph(char, begin, begin + step, base, size, face, row.shift, order, colour))
    return out


def _shared(found: Iterable[RawGlyph]) -> Iterator[tuple[RawGlyph, str]]:
    """Yield each drawn sign with the letters that it stands for: one ligature is told as several characters."""
    last: RawGlyph | None = None
    shown = ""
    for row in found:
        if last is not None and row.setting is last.setting and row.x == last.x and row.y == last.y:
            shown += letters(row.code)
            continue
        if last is not None:
            yield last, shown
        last, shown = row, letters(row.code)
    if last is not None:
        yield last, shown


def _placing(view: View) -> Callable[[RawGlyph], tuple[float, float, float]]:
    """Return how a character's left end, right end and baseline are found on the page as it is read."""
    quarter, x0, y0, x1, y1 = view
    if quarter == 1:
        return lambda row: (row.bottom - y0, row.top - y0, row.x - x0)
    if quarter == 2:
        return lambda row: (x1 - row.right, x1 - row.left, row.y - y0)
    if quarter == 3:
        return lambda row: (y1 - row.top, y1 - row.bottom, x1 - row.x)
    return lambda row: (row.left - x0, row.right - x0, y1 - row.y)


def _characters(raw: Any, text: Any, rotation: int) -> Iterator[RawGlyph]:
    """Yield the characters that the file itself sets, none that PDFium adds."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    settings: dict[int, GlyphSetting] = {}
    faces: dict[int, Typeface] = {}
    count = raw.FPDFText_CountChars(text)
    code_of, box_of, origin_of, object_of = (
        raw.FPDFText_GetUnicode,
        raw.FPDFText_GetLooseCharBox,
        raw.FPDFText_GetCharOrigin,
        raw.FPDFText_GetTextObject,
    )
    high = 0
    for i in range(count):
        code = code_of(text, i)
        if code in (10, 13) or code == 32 and raw.FPDFText_IsGenerated(text, i):
            continue
        if 0xD800 <= code < 0xDC00:  # the first half of a character, where the system's are 16 bits wide
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        owner = object_of(text, i)
        key = address(owner)
        setting = settings.get(key)
        if setting is None:
            setting = settings[key] = _setting(raw, text, i, owner, rotation, faces)
        box_of(text, i, box)
        origin_of(text, i, x, y)
        if not isfinite(box.left + box.bottom + box.right + box.top + x.value + y.value):
            continue  # a damaged file sets it nowhere
        shift = 0
        if 48 <= code < 58 and setting.turns == 0 and rotation == 0:
            raw.FPDFText_GetCharBox(text, i, *edges)
            if edges[2].value - y.value > RAISED * setting.size:
                shift = 1
            elif edges[3].value - y.value < LOWERED * setting.size:
                shift = -1
        yield RawGlyph(code, box.left, box.bottom, box.right, box.top, x.value, y.value, setting, shift)


def address(pointer: Any) -> int:
    """Return where a pointer of the library points to, by which its objects are told apart; 0 where to nothing.

    Not by `ctypes.cast`, which leaves a cycle behind each time.
    """
    return ctypes.addressof(pointer.contents) if pointer else 0


def _setting(raw: Any, text: Any, i: int, owner: Any, rotation: int, faces: dict[int, Typeface]) -> GlyphSetting:
    """Read how the text object of character i is set."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, matrix)
    scale = hypot(matrix.c, matrix.d) or 1.0
    size = abs(raw.FPDFText_GetFontSize(text, i)) * scale
    quarters = atan2(matrix.b, matrix.a) / (pi / 2) - rotation
    level = isfinite(quarters) and isfinite(size)  # a damaged matrix turns its text nowhere
    turns = round(quarters) % 4 if level and abs(quarters - round(quarters)) * pi / 2 <= SKEW else 4
    font = raw.FPDFTextObj_GetFont(owner) if owner else None
    key = address(font)
    face = faces.get(key)
    if face is None:
        face = faces[key] = _face(raw, font)
    mode = raw.FPDFTextObj_GetTextRenderMode(owner) if owner else 0
    if not face.bold and mode == FILLED_AND_STROKED:
        face = face._replace(bold=True)
    colour = UNSEEN if mode == INVISIBLE else colour_of(raw, owner, mode == STROKED)
    return GlyphSetting(max(SMALLEST, round(size, 2)) if level else SMALLEST, face, turns, colour)


def _face(raw: Any, font: Any) -> Typeface:
    """Read the name and the weight of a font."""
    if not font:
        return Typeface("", False)
    buffer = ctypes.create_string_buffer(NAME_BYTES)
    raw.FPDFFont_GetBaseFontName(font, buffer, NAME_BYTES)
    name = _decoded(buffer.value)
    family = name.split("+", 1)[-1]
    bold = bool(BOLD.search(family)) or raw.FPDFFont_GetWeight(font) >= HEAVY
    return Typeface(family, bold)


def _decoded(name: bytes) -> str:
    """Decode a font's name, which old programs write in the encoding of their country."""
    for codec in ("utf-8", "gb18030"):
        try:
            return name.decode(codec)
        except UnicodeDecodeError:
            continue
    return name.decode("latin-1")
