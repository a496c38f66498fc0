"""The styles and lists of a Word 97–2003 file, in the words of DOCX."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from html import escape
from struct import unpack_from
from typing import NamedTuple

from reader.load.word.made import FORBIDDEN, ParagraphLook, RunLook, made_style
from reader.load.word.pieces import LIST_USES, LISTS, STYLES, Properties, WordStreams, properties

BOLD, SLANTED, STRUCK, HIDDEN, DELETED = 0x0835, 0x0836, 0x0837, 0x083C, 0x0800
SIZE, UNDERLINE, RAISED = 0x4A43, 0x2A3E, 0x2A48
ALIGN, OLD_ALIGN, OUTLINE, LIST, LIST_LEVEL = 0x2461, 0x2403, 0x2640, 0x460B, 0x260A
ALIGNS = ("left", "center", "right", "both")
NO_STYLE = 0xFFF
TITLE, CAPTION = 62, 34  # numbers of the styles that all versions have; 1–9 are headings, 19–27 lines of contents
AS_STYLE, OTHERWISE = 128, 129  # of a switch: as the style has it, and the contrary
FORMS = {  # how numbers are written, by their number
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "chineseCounting",
    11: "chineseCountingThousand",
    12: "ideographDigital",
    14: "decimalFullWidth",
    18: "decimalEnclosedCircle",
    20: "decimalEnclosedCircle",
    23: "bullet",
    30: "ideographTraditional",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}
LEVELS = 9
LISTS_MOST = 2000


class OldStyle(NamedTuple):
    """A style: its name, the number of the one that it builds on, and what it tells."""

    name: str
    base: int
    paragraph: Properties
    run: Properties


def styles_of(streams: WordStreams) -> dict[int, OldStyle]:
    """Read the styles of paragraphs by number."""
    told = streams.listed(STYLES)
    found: dict[int, OldStyle] = {}
    if len(told) < 6:
        return found
    at = 2 + unpack_from("<H", told)[0]
    count, head = unpack_from("<HH", told, 2)
    for number in range(count):
        if at + 2 > len(told):
            break
        size = unpack_from("<H", told, at)[0]
        one = told[at + 2 : at + 2 + size]
        at += 2 + size
        if size > head + 4 and (style := _style(one, head)):
            found[number] = style
    return found


def _style(one: bytes, head: int) -> OldStyle | None:
    usual, kind, more = unpack_from("<HHH", one)
    length = unpack_from("<H", one, head)[0]
    begin = head + 2
    name = one[begin : begin + 2 * length].decode("utf-16-le", "replace")
    if kind & 15 != 1:  # a style of characters, tables or lists
        return None
    at = begin + 2 * length + 2
    lists: list[bytes] = []
    for _ in range(min(2, more & 15)):
        if at + 2 > len(one):
            break
        size = unpack_from("<H", one, at)[0]
        lists.append(one[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    paragraph, run = ([*lists, b"", b""])[:2]
    return OldStyle(_usual_name(usual & 0xFFF, name), kind >> 4, dict(properties(paragraph[2:])), dict(properties(run)))


def _usual_name(number: int, name: str) -> str:
    """Return the English name of a style that all versions have, whatever the file's language calls it."""
    if 1 <= number <= 9:
        return f"heading {number}"
    if 19 <= number <= 27:
        return f"toc {number - 18}"
    return {TITLE: "title", CAPTION: "caption"}.get(number, name)


def written_styles(styles: dict[int, OldStyle]) -> Iterator[str]:
    """Yield the styles as they are written."""
    for number, style in styles.items():
        base = f"s{style.base}" if style.base != NO_STYLE and style.base != number else ""
        paragraph, run = paragraph_look(style.paragraph, ""), run_look(style.run)
        yield made_style(f"s{number}", style.name, base, paragraph, run, usual=number == 0)


def paragraph_look(told: Properties, style: str) -> ParagraphLook:
    """Tell how a paragraph is set."""
    align = (told.get(ALIGN) or told.get(OLD_ALIGN) or b"\xff")[0]
    outline = told.get(OUTLINE, b"\xff")[:1] or b"\xff"
    uses = told.get(LIST, b"")
    number = unpack_from("<h", uses)[0] if len(uses) == 2 else -1
    level = (told.get(LIST_LEVEL) or b"\0")[0]
    numbering = str(number) if 0 <= number < LISTS_MOST else ""
    aligned = ALIGNS[align] if align < len(ALIGNS) else ""
    return ParagraphLook(style, outline[0] if outline[0] < 9 else -1, aligned, numbering, min(level, LEVELS - 1))


def run_look(told: Properties) -> RunLook:
    """Tell how characters are set."""
    bold, slanted, struck, hidden = (_switch(told, key) for key in (BOLD, SLANTED, STRUCK, HIDDEN))
    line = told.get(UNDERLINE, b"")[:1]
    raised = {b"\1": "superscript", b"\2": "subscript"}.get(told.get(RAISED, b"")[:1], "")
    size = told.get(SIZE, b"")
    points = unpack_from("<H", size)[0] / 2 if len(size) == 2 else 0.0
    return RunLook(
        bold, slanted, struck, line not in (b"\0", b"\5") if line else None, hidden, raised, min(points, 400)
    )


def _switch(told: Properties, key: int) -> bool | None:
    """Tell whether a property is on; None where it is as the style has it."""
    operand = told.get(key, b"")[:1]
    if not operand or operand[0] == AS_STYLE:
        return None
    return operand[0] in (1, OTHERWISE)


def written_lists(streams: WordStreams) -> Iterator[str]:
    """Yield the lists and their uses as they are written; a damaged list tells nothing."""
    try:
        yield from [*_lists(streams), *_uses(streams)]
    except (struct.error, IndexError):
        return


def _lists(streams: WordStreams) -> Iterator[str]:
    at, length = streams.place(LISTS)
    if length < 2:
        return
    table = streams.table
    count = min(unpack_from("<H", table, at)[0], LISTS_MOST)
    heads = [table[at + 2 + 28 * k :][:28] for k in range(count)]
    at += 2 + 28 * count  # the levels of all lists follow
    for head in heads:
        levels = []
        for level in range(1 if head[26] & 1 else LEVELS):
            written, at = _level(table, at, level)
            levels.append(written)
        yield f'<w:abstractNum w:abstractNumId="{unpack_from("<i", head)[0]}">{"".join(levels)}</w:abstractNum>'


def _level(table: bytes, at: int, level: int) -> tuple[str, int]:
    start, form = unpack_from("<iB", table, at)
    runs, paragraphs = table[at + 24], table[at + 25]
    at += 28 + runs + paragraphs
    length = unpack_from("<H", table, at)[0]
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in text)
    inside = f'<w:start w:val="{max(0, start)}"/><w:numFmt w:val="{FORMS.get(form, "decimal")}"/>'
    written = f'{inside}<w:lvlText w:val="{escape(FORBIDDEN.sub("", shown))}"/>'
    return f'<w:lvl w:ilvl="{level}">{written}</w:lvl>', at + 2 + 2 * length


def _uses(streams: WordStreams) -> Iterator[str]:
    told = streams.listed(LIST_USES)
    count = min(unpack_from("<I", told)[0], LISTS_MOST) if len(told) >= 4 else 0
    for k in range(count):
        number = unpack_from("<i", told, 4 + 16 * k)[0]
        yield f'<w:num w:numId="{k + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
