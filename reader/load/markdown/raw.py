"""Raw HTML in Markdown: its text as rows, its tables as cells, its tags left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from reader.load.markdown.sheet import BROKEN, WRAPPED, Lines, Row, Sheet
from reader.load.markdown.tables import SPAN_MOST, Cell, write_cells
from reader.model.document import Styled
from reader.model.kinds import LineRole

TAG = re.compile(r"<!--|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>[^<>]*)>|<[!?][^<>]*>|\r\n?|\n")
ATTRIBUTE = re.compile(r"(?P<name>rowspan|colspan|align|style)\s*=\s*[\"']?(?P<value>[^\"'>]*)", re.I)
HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
OPENS_TABLE = re.compile(r"(?:<[^<>]*+>\s*+)*?<table\b", re.I)
TABLE_MOST = 2000  # lines
CENTRED = re.compile(r"^\s*center|text-align\s*:\s*center", re.I)
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"),
        *("label", "mark", "q", "ruby", "rb", "rp", "rt", "s", "samp", "small", "span", "strike", "strong", "sub"),
        *("sup", "time", "tt", "u", "var"),
    )
)
SILENT = frozenset(("script", "style", "title", "template"))
STRUCK = frozenset(("del", "s", "strike"))
STRIKES = re.compile(r"\btext-decoration(?:-line)?\s*:[^;]{0,60}?\bline-through")
HEADINGS = MappingProxyType({f"h{level}": level for level in range(1, 7)})


def torn_tables(lines: Lines, reach: range) -> Iterator[range]:
    """Yield the lines of tables that blank lines tear apart: they end raw HTML in Markdown, but no table."""
    if "<table" not in lines.text:
        return
    stop, fence = reach.start, ""
    for number in reach:
        shown = lines.shown(number).lstrip()
        if fence or shown.startswith(("```", "~~~")):
            fence = shown[:3] if not fence else "" if shown.startswith(fence) else fence
        elif number >= stop and OPENS_TABLE.match(shown):
            last = next((k for k in range(number, min(number + TABLE_MOST, reach.stop)) if _closes(lines, k)), -1)
            stop = max(stop, last + 1)
            if any(lines.is_blank(k) for k in range(number, last)):
                yield range(number, last + 1)


def _closes(lines: Lines, number: int) -> bool:
    return "</table" in lines.shown(number).lower()


class Raw:
    """Reads stretches of raw HTML on a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._text = sheet, sheet.text
        self._role: LineRole = "paragraph"
        self._level, self._group, self._data, self._goes_on = 0, 0, "", ""
        self._struck: list[tuple[str, int]] = []  # tags that strike out, and those of their names inside, -1
        self._reset()

    def _reset(self) -> None:
        self._start = self._end = -1  # of the open row
        self._held = False  # it shows something
        self._anew()
        self._depth = 0
        self._silent = ""
        self._table: list[list[Cell]] = []
        self._tables = 0
        self._cell: Cell | None = None

    def write(self, start: int, end: int) -> None:
        """Write the rows of a stretch."""
        self._reset()
        cursor = start
        while cursor < end:
            m = TAG.search(self._text, cursor, end)
            self._words(cursor, m.start() if m else end)
            if m is None:
                break
            cursor = self._sign(m, end)
        self._close_table()
        self._flush()

    def _words(self, start: int, end: int) -> None:
        """Add a stretch of text to the open row."""
        if not self._text[start:end].strip():
            return
        if self._silent:
            self._sheet.leave_out(start, end, f"markup:<{self._silent}>")
            return
        hashes = HASHES.match(self._text, start + len(self._text[start:end]) - len(self._text[start:end].lstrip()), end)
        if hashes and self._start < 0 and self._cell is None:
            self._sheet.leave_out(*hashes.span("hashes"), "markup:#")
            self._role, self._level, self._data = "heading", len(hashes["hashes"]), "tag"
            start = hashes.end()
        self._extend(start, end)
        self._held = True

    def _extend(self, start: int, end: int) -> None:
        self._start = start if self._start < 0 else self._start
        self._end = end

    def _sign(self, m: re.Match[str], end: int) -> int:
        """Read a tag, a comment or the end of a line; return where the text goes on."""
        sign, name = m.group(), (m["name"] or "").lower()
        if sign == "<!--":
            stop = self._text.find("-->", m.end(), end)
            stop = stop + 3 if stop >= 0 else end
            self._sheet.leave_out(m.start(), stop, "markup:comment")
            return stop
        if not name and sign[0] in "\r\n":
            self._flush(WRAPPED)
            if self._role == "heading" and not self._level:
                self._role = "paragraph"
            return m.end()
        if name:
            self._strike(m, name)
        if name in INLINE:
            self._extend(*m.span())
            if self._start == m.start() and m["close"]:
                self._sheet.leave_out(*m.span(), f"markup:<{name}>")
                self._start = -1
        else:
            self._sheet.leave_out(*m.span(), f"markup:<{name}>" if name else "markup:<!>")
            self._block(name, bool(m["close"]), m["attributes"] or "")
        return m.end()

    def _strike(self, m: re.Match[str], name: str) -> None:
        """Follow what is struck out, over as many blocks as it goes."""
        if m["close"]:
            if self._struck and self._struck[-1][0] == name:
                _, start = self._struck.pop()
                if start >= 0:
                    self._sheet.styled.append(Styled(start, m.start(), "strike", ""))
        elif name in STRUCK or STRIKES.search(m["attributes"]):
            self._struck.append((name, m.end()))
        elif self._struck and self._struck[-1][0] == name:
            self._struck.append((name, -1))

    def _block(self, name: str, closes: bool, attributes: str) -> None:
        """Enter or leave a block."""
        if name == "br":
            broken = self._flush(BROKEN)
            if not broken and self._goes_on:
                self._anew()
            self._goes_on = BROKEN
            return
        self._flush()
        self._anew()
        if name in SILENT:
            self._silent = "" if closes else name
        elif name in ("table", "tr", "td", "th"):
            self._grid(name, closes, attributes)
        elif name in ("ul", "ol"):
            self._depth = max(0, self._depth + (-1 if closes else 1))
        elif name in HEADINGS and not closes:
            self._role, self._level, self._data = "heading", HEADINGS[name], "tag"
        elif name == "li" and not closes:
            self._role, self._level = "list_item", max(1, self._depth)
        if not closes and self._data == "" and (name == "center" or _is_centred(attributes)):
            self._data = "center"

    def _anew(self) -> None:
        """Begin another thing."""
        self._group, self._goes_on = self._sheet.group(), ""
        self._role, self._level, self._data = "paragraph", 0, ""

    def _flush(self, goes_on: str = "") -> bool:
        """End the open row; tell whether it held anything."""
        start, end, held = self._start, self._end, self._held
        self._start = self._end = -1
        self._held = False
        if not held:
            if start >= 0:
                self._sheet.leave_out(start, end, "markup:<>")
            return False
        text = self._text[start:end]
        start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if self._cell is not None:
            self._cell.slices.append((start, end))
        else:
            data = self._goes_on or self._data
            self._sheet.add(Row(start, end, self._role, self._level, self._group, data))
        self._goes_on = goes_on
        return True

    def _grid(self, name: str, closes: bool, attributes: str) -> None:
        """Follow a table; one inside another is only more text of its cell."""
        if name == "table":
            self._tables = max(0, self._tables + (-1 if closes else 1))
            if not self._tables:
                self._close_table()
        elif self._tables != 1:
            return
        elif name == "tr":
            self._cell = None
            if not closes:
                self._table.append([])
        elif closes:
            self._cell = None
        else:
            told = {m["name"].lower(): m["value"].strip() for m in ATTRIBUTE.finditer(attributes)}
            self._cell = Cell([], _span(told.get("rowspan")), _span(told.get("colspan")), name == "th")
            if not self._table:
                self._table.append([])
            self._table[-1].append(self._cell)

    def _close_table(self) -> None:
        self._flush()
        if self._table:
            _tell_heads(self._table)
            write_cells(self._sheet, self._table)
        self._table, self._cell, self._tables = [], None, 0


def _is_centred(attributes: str) -> bool:
    """Tell whether the attributes of a tag centre what it holds."""
    return any(
        CENTRED.search(m["value"]) for m in ATTRIBUTE.finditer(attributes) if m["name"].lower() in ("align", "style")
    )


def _span(value: str | None) -> int:
    return max(1, min(SPAN_MOST, int(value))) if value and value.isdecimal() and len(value) < 6 else 1


def _tell_heads(table: list[list[Cell]]) -> None:
    """Take the first rows for the head as far down as their first cells reach, where some reach over columns."""
    if any(cell.head for row in table for cell in row):
        return
    first = table[0]
    deep = max((cell.down for cell in first), default=1)
    if any(cell.across > 1 for cell in first) and 1 < deep <= 3:
        for row in table[:deep]:
            for cell in row:
                cell.head = True
