"""What stands before and around the text of a Markdown file: front matter, and a fence around the whole."""

from __future__ import annotations

import re
from types import MappingProxyType

from reader.load.markdown.sheet import Lines, Row, Sheet

FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*[:=][ \t]*(?P<value>\S.*)?$")
FIELDS = MappingProxyType(
    {"title": "title", "number": "number", "issue": "number", "date": "date", "publisher": "publisher"}
)
FENCES = MappingProxyType({"---": ("---", "..."), "+++": ("+++",)})
FENCE = re.compile(r"(?P<sign>`{3,}+|~{3,}+)[ \t]*+(?P<language>\w*+)[ \t]*+$")
LANGUAGES = frozenset(("", "markdown", "md"))
HEADING = re.compile(r"#{1,6}[ \t]+\S")


def unfenced(sheet: Sheet) -> tuple[int, int]:
    """Return the first line of the text and the one behind its last, without a fence around the whole file."""
    lines = sheet.lines
    filled = [number for number in (*_first_two(lines), _last(lines)) if number >= 0]
    if len(filled) < 2:
        return 0, len(lines)
    first, last = filled[0], filled[-1]
    m = FENCE.match(lines.shown(first).strip("\ufeff \t"))
    if not m or m["language"].lower() not in LANGUAGES or lines.shown(last).strip() != m["sign"]:
        return 0, len(lines)
    fences = [n for n in range(first, last + 1) if lines.shown(n).startswith(m["sign"])]
    headed = any(HEADING.match(lines.shown(n)) for n in range(first, last))
    if len(fences) % 2 or not headed and m["language"] == "":
        return 0, len(lines)
    for number in (first, last):
        sheet.leave_out(lines.starts[number], lines.ends[number], "markup:```")
    return first + 1, last


def _first_two(lines: Lines) -> list[int]:
    return [number for number in range(min(len(lines), 20)) if not lines.is_blank(number)][:2]


def _last(lines: Lines) -> int:
    return next((number for number in range(len(lines) - 1, -1, -1) if not lines.is_blank(number)), -1)


def front_matter(sheet: Sheet, first: int, stop: int) -> int:
    """Write the front matter that a file begins with; return the line at which the text begins."""
    lines = sheet.lines
    opening = next((n for n in range(first, stop) if not lines.is_blank(n)), -1)
    sign = lines.shown(opening).strip("\ufeff \t") if opening >= 0 else ""
    if sign not in FENCES:
        return first
    close = next((n for n in range(opening + 1, stop) if lines.shown(n).rstrip() in FENCES[sign]), -1)
    if close < 0 or not any(FIELD.match(lines.shown(n)) for n in range(opening + 1, close)):
        return first
    seen: set[str] = set()
    for number in range(opening, close + 1):
        _field(sheet, number, seen)
    return close + 1


def _field(sheet: Sheet, number: int, seen: set[str]) -> None:
    """Write a line of front matter: the value of a fact, all else left out."""
    start, end = sheet.lines.starts[number], sheet.lines.ends[number]
    m = FIELD.match(sheet.text, start, end)
    name = FIELDS.get(m["key"].lower(), "") if m else ""
    if not m or not m["value"] or not name or name in seen:
        sheet.leave_out(start, end, "front-matter")
        return
    seen.add(name)
    value = m["value"].rstrip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    a, b = m.start("value") + quoted, m.start("value") + len(value) - quoted
    sheet.leave_out(start, a, "front-matter")
    sheet.leave_out(b, end, "front-matter")
    if b > a:
        sheet.add(Row(a, b, "masthead", 0, sheet.group(), name))
