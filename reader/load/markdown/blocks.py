"""The blocks of a Markdown text as markdown-it-py tells them, written as rows with their places in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.load.markdown.raw import Raw, torn_tables
from reader.load.markdown.sheet import BROKEN, WRAPPED, Row, Sheet
from reader.load.markdown.tables import cells_of
from reader.model.kinds import LineRole

MARK = re.compile(r"(?P<quote>>)|(?P<bullet>[-*+](?=\s|$))|(?P<hash>#{1,6})|(?P<number>\d{1,9}[.)](?=\s|$))")
BULLET = "•"  # that a sign of Markdown stands for
MARKS = MappingProxyType({"quote": "markup:>", "bullet": "bullet", "hash": "markup:#"})
BREAK = re.compile(r"<br\s*/?>", re.I)
ANCHOR = re.compile(r"(?>(?:<a\s[^<>]*+>\s*+</a>\s*+)+)", re.I)  # a place for links to lead to, which shows nothing
BAR = re.compile(r"[|｜▍▎▌┃]+\s*+(?=\S)")
NAME = re.compile(r"(?<!\s)\s*+(?:\{(?:[#.:]|/\*)[^{}\n]{0,200}\}|\[?[¶#]\](?:\([^()\s]*\))|¶|\\\*|＊)\s*+$")
GLUED = re.compile(r"(?P<hashes>#{1,6})(?P<words>[^\s#!](?=[^#]*[\u3400-\u9fff])[^#]*)$")
FENCED = re.compile(r"`{3,}|~{3,}")
HARD_BREAK = re.compile(r"(?:(?<! ) {2,}+|\\)$")
NOTE = re.compile(r"\s*\[\^[^\[\]\s]{1,60}\]:")
REFERENCE = re.compile(r"\s{0,3}\[[^\[\]]+\]:")
RULED_TITLE_MOST = 60  # characters of a heading that a line of dashes underlines; a longer text is closed by it
PROSE_END = "。；，,;：:"
HAN = re.compile(r"[\u3400-\u9fff]")
HAN_IN_CODE = 0.3  # of the characters; an indented text with more of them is no code


def write_blocks(sheet: Sheet, reach: range) -> Mapping[str, str]:
    """Write the blocks of some lines of a text; return the addresses that they define for links by their labels."""
    lines, raw = sheet.lines, Raw(sheet)
    shown = [lines.shown(number) for number in reach]
    for torn in torn_tables(lines, reach):
        raw.write(lines.starts[torn[0]], lines.ends[torn[-1]])
        for number in torn:
            shown[number - reach.start] = ""
    tokens, references = parsed("\n".join(_spaced(shown)))
    blocks = Blocks(sheet, reach)
    blocks.write(tokens)
    blocks.write_rest(shown)
    return references


def _spaced(shown: Sequence[str]) -> list[str]:
    """Put a space behind # signs that touch a heading, as many write them, where ## among them tell them from tags."""
    glued = [line for line in shown if line[:1] == "#" and GLUED.match(line)]
    if not any(line.startswith("##") for line in glued):
        return list(shown)
    out, fence = [], ""
    for line in shown:
        mark = FENCED.match(line)
        if mark and (not fence or mark.group().startswith(fence)):
            fence = "" if fence else mark.group()
        m = GLUED.match(line) if line[:1] == "#" and not fence else None
        out.append(f"{m['hashes']} {m['words']}" if m else line)
    return out


def parsed(text: str) -> tuple[list[Token], Mapping[str, str]]:
    """Return the blocks of a text, and the addresses that it defines for links by their labels."""
    parser = MarkdownIt("commonmark").enable("table").disable(["inline"])
    env: dict[str, dict[str, dict[str, str]]] = {}
    tokens = parser.parse(text, env)
    return tokens, {label: found["href"] for label, found in env.get("references", {}).items() if label[0] != "^"}


class Blocks:
    """Writes the blocks of a text on a sheet; `reach` are the lines in which it stands."""

    def __init__(self, sheet: Sheet, reach: range) -> None:
        self._sheet, self._lines, self._whole, self._first = sheet, sheet.lines, reach, reach.start
        self._raw = Raw(sheet)
        self._depth = 0  # of the lists around
        self._quotes = 0
        self._opens_item = False
        self._in_table = False
        self._heading = 0  # level of the open heading
        self._mark = ""  # by which it is told
        self._taken: set[int] = set()  # lines that a block holds

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all blocks."""
        for token in tokens:
            if act := ACTS.get(token.type):
                act(self, token)

    def write_rest(self, shown: Sequence[str]) -> None:
        """Write the lines that are in no block."""
        for number, line in zip(self._whole, shown, strict=True):
            if number not in self._taken and line.strip():
                self._left(number)

    def _left(self, number: int) -> None:
        """Write a line that no block shows: it defines a link, or the parser has passed it over."""
        start, end = self._lines.starts[number], self._lines.ends[number]
        if NOTE.match(self._sheet.text, start, end):  # which CommonMark takes for the address of a link
            self._sheet.add(Row(start, end, "note", group=self._sheet.group()))
        elif REFERENCE.match(self._lines.shown(number)):
            self._sheet.leave_out(start, end, "markup:reference")
        elif all(text.isspace() or text in ">-*+" for text in self._lines.shown(number)):
            self._sheet.leave_out(start, end, "markup")
        else:
            self._sheet.add(Row(start, end, group=self._sheet.group()))

    def _reach(self, token: Token) -> range:
        """Return the lines of a block, and note that they are held."""
        first, stop = token.map or (0, 0)
        reach = range(first + self._first, min(stop + self._first, len(self._lines)))
        self._taken.update(reach)
        return reach

    def _open_list(self, token: Token) -> None:
        self._depth += 1

    def _close_list(self, token: Token) -> None:
        self._depth -= 1
        self._opens_item = False

    def _open_item(self, token: Token) -> None:
        self._opens_item = True

    def _open_quote(self, token: Token) -> None:
        self._quotes += 1

    def _close_quote(self, token: Token) -> None:
        self._quotes -= 1

    def _open_heading(self, token: Token) -> None:
        reach = self._reach(token)
        self._heading, self._mark = int(token.tag[1]), token.markup
        if token.markup[:1] in ("=", "-") and len(reach):
            last = reach[-1]
            self._sheet.leave_out(self._lines.starts[last], self._lines.ends[last], "rule")

    def _close_heading(self, token: Token) -> None:
        self._heading = 0

    def _inline(self, token: Token) -> None:
        """Write the lines of a paragraph or a heading."""
        if self._in_table:
            return
        contents = token.content.split("\n")
        reach = self._reach(token)
        if not token.content.strip():
            for number in reach:
                self._sheet.leave_out(self._lines.starts[number], self._lines.ends[number], "markup")
            return
        role, level = self._role(contents)
        row = Row(0, 0, role, level, self._sheet.group(), "tag" if role == "heading" else "", quote=self._quotes > 0)
        for number, content in zip(reach, contents, strict=False):
            row.start, row.end, row.marker = self._place(number, content)
            if role == "paragraph" and NOTE.match(self._sheet.text, row.start, row.end):
                row = replace(row, role="note", group=self._sheet.group(), data="")
            self._opens_item = False
            self._split(row)

    def _role(self, contents: Sequence[str]) -> tuple[LineRole, int]:
        """Name what a paragraph is, and its level."""
        if self._heading and not self._is_closed_by_rule(contents):
            return "heading", self._heading
        return ("list_item", self._depth) if self._opens_item else ("paragraph", 0)

    def _is_closed_by_rule(self, contents: Sequence[str]) -> bool:
        """Tell whether dashes under a text are a printed rule below a paragraph, and not the line of a heading."""
        text = contents[-1].strip()
        return self._mark == "-" and (len(contents) > 1 or text[-1:] in PROSE_END or len(text) > RULED_TITLE_MOST)

    def _place(self, number: int, content: str) -> tuple[int, int, str]:
        """Find what a parser took as the content of a line, and the mark of the item that it opens.

        The marks before it are left out but for numbers, which are shown.
        """
        text, content = self._sheet.text, content.strip()
        begin, end = self._lines.starts[number], self._lines.ends[number]
        at = text.rfind(content, begin, end)
        start, marker = max(begin, at), ""
        for m in MARK.finditer(text, begin, start):
            marker = BULLET if m.lastgroup == "bullet" else marker
            if m.lastgroup == "number" and self._opens_item:
                start, marker = m.start(), ""  # its text holds the number as it is printed
                break
            self._sheet.leave_out(m.start(), m.end(), MARKS.get(m.lastgroup or "", "markup"))
        if self._heading and at >= 0:
            self._sheet.leave_out(at + len(content), end, "markup:#")
            start, end = self._undecorated(start, at + len(content))
        return start, end, marker if self._opens_item else ""

    def _undecorated(self, start: int, end: int) -> tuple[int, int]:
        """Leave out what decorates a heading: a bar before it, behind it its name for links."""
        bar, name = BAR.match(self._sheet.text, start, end), NAME.search(self._sheet.text, start, end)
        if bar:
            self._sheet.leave_out(*bar.span(), "decoration")
        if name:
            self._sheet.leave_out(*name.span(), "decoration")
        return bar.end() if bar else start, name.start() if name else end

    def _split(self, row: Row) -> None:
        """Write a line of a paragraph, cut where a tag breaks it; tell in `row` how the line below goes on."""
        text = self._sheet.text
        if anchor := ANCHOR.match(text, row.start, row.end):
            self._sheet.leave_out(*anchor.span(), "markup:<a>")
            row.start = anchor.end()
        first, end = row.start, row.end
        for m in BREAK.finditer(text, first, end):
            if text[row.start : m.start()].strip():
                self._sheet.add(replace(row, end=m.start()))
            elif row.start > first:
                row.group = self._sheet.group()  # a second break in a row is a blank line
            self._sheet.leave_out(m.start(), m.end(), "markup:<br>")
            row.start, row.data, row.marker = m.end(), BROKEN, ""
        hard = HARD_BREAK.search(text, row.start, end)
        if hard and hard.group() == "\\":
            self._sheet.leave_out(hard.start(), hard.end(), "markup:break")
            end = hard.start()
        if text[row.start : end].strip():
            self._sheet.add(replace(row, end=end))
            row.data = BROKEN if hard else WRAPPED

    def _code(self, token: Token) -> None:
        """Write a block of code: its lines keep their indents."""
        reach = self._reach(token)
        if token.type == "code_block" and _is_prose(token.content):
            self._prose(reach)
            return
        group = self._sheet.group()
        fenced = token.type == "fence"
        inner = reach[1:] if fenced else reach
        count = token.content.count("\n")
        if fenced and len(reach):
            self._fence(reach[0])
        for number in inner[:count]:
            begin, end = self._lines.starts[number], self._lines.ends[number]
            start = begin if not (self._depth or self._quotes) else self._inner(number)
            if self._sheet.text[start:end].strip():
                self._sheet.rows.append(Row(start, end, "code", 0, group))
        for number in inner[count:]:
            self._fence(number)

    def _inner(self, number: int) -> int:
        """Return where a line of code begins inside a list or a quotation."""
        begin, end = self._lines.starts[number], self._lines.ends[number]
        m = re.compile(r"[ \t]*(?:>[ ]?)+").match(self._sheet.text, begin, end) if self._quotes else None
        if m:
            self._sheet.leave_out(m.start(), m.end(), "markup:>")
        return m.end() if m else begin

    def _fence(self, number: int) -> None:
        self._sheet.leave_out(self._lines.starts[number], self._lines.ends[number], "markup:```")

    def _prose(self, reach: range) -> None:
        """Write indented lines of running text: the indent is the printer's, no code, or a note goes on."""
        self._note_above(reach[0])
        above = self._sheet.rows[-1] if self._sheet.rows else None
        if above and above.role == "note":
            for number in reach:
                self._sheet.add(
                    replace(above, start=self._lines.starts[number], end=self._lines.ends[number], data=WRAPPED)
                )
            return
        group = self._sheet.group()
        for number in reach:
            if self._lines.is_blank(number):
                group = self._sheet.group()
            else:
                self._sheet.add(Row(self._lines.starts[number], self._lines.ends[number], group=group))

    def _note_above(self, number: int) -> None:
        """Write the note that stands right above a line, where the parser has passed it over."""
        above = number - 1
        while above > self._first and self._lines.is_blank(above):
            above -= 1
        if above >= self._first and above not in self._taken and NOTE.match(self._lines.shown(above)):
            self._taken.add(above)
            self._left(above)

    def _rule(self, token: Token) -> None:
        for number in self._reach(token):
            start, end = self._lines.starts[number], self._lines.ends[number]
            self._sheet.leave_out(start, end, "rule")

    def _html(self, token: Token) -> None:
        reach = self._reach(token)
        if len(reach):
            self._raw.write(self._lines.starts[reach[0]], self._lines.ends[reach[-1]])

    def _table(self, token: Token) -> None:
        """Write a table of pipes; the parser takes a text right below it for a row, which has no pipe."""
        self._in_table = True
        cells_of(self._sheet, self._reach(token))

    def _close_table(self, token: Token) -> None:
        self._in_table = False


def _is_prose(text: str) -> bool:
    """Tell whether an indented text is prose: most of its characters are Han."""
    letters = len("".join(text.split()))
    return letters > 0 and len(HAN.findall(text)) > HAN_IN_CODE * letters


ACTS: Mapping[str, Callable[[Blocks, Token], None]] = MappingProxyType(
    {
        "bullet_list_open": Blocks._open_list,
        "ordered_list_open": Blocks._open_list,
        "bullet_list_close": Blocks._close_list,
        "ordered_list_close": Blocks._close_list,
        "list_item_open": Blocks._open_item,
        "blockquote_open": Blocks._open_quote,
        "blockquote_close": Blocks._close_quote,
        "heading_open": Blocks._open_heading,
        "heading_close": Blocks._close_heading,
        "inline": Blocks._inline,
        "fence": Blocks._code,
        "code_block": Blocks._code,
        "hr": Blocks._rule,
        "html_block": Blocks._html,
        "table_open": Blocks._table,
        "table_close": Blocks._close_table,
    }
)
