"""Turn a right answer into printed pieces: the lines of each heading, paragraph, table and note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.quality.answers import is_front_signed
from tests.quality.breaking import MARK_END, MARK_START, PrintedLine, break_lines, centre, em_width
from tests.quality.setting import Setting

Outline = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taste:
    """Small habits of one printing house, drawn once an issue."""

    hang: bool  # closing marks may stand past the line's end
    tight_titles: bool  # no blank line inside a wrapped headline
    centre_blank: str
    section_mark: tuple[str, str]
    article_mark: tuple[str, str]
    bullet: str
    name_gap: str  # between the two characters of a name in a signature
    note_url_own_line: bool
    cover_page: bool
    contents_heading: str
    wide_pipes: bool  # a rule of dashes under the table's head


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together; `node` is the number of the node they belong to."""

    lines: tuple[PrintedLine, ...]
    node: int
    keep_next: bool = False  # do not leave it alone at a column's foot
    tight: bool = False  # no blank lines inside
    solid: bool = False  # its lines are never joined
    floats: bool = False
    title: bool = False


def draw_taste(random: Random) -> Taste:
    """Draw the habits of one issue."""
    brackets, nothing = ("【", "】"), ("", "")
    marked = random.choice(((brackets, ("◆", "")), (("■ ", ""), ("◆ ", "")), (nothing, ("■", "")), (brackets, nothing)))
    return Taste(
        hang=random.random() < 0.5,
        tight_titles=random.random() < 0.5,
        centre_blank=random.choice((" ", "\u3000")),
        section_mark=marked[0],
        article_mark=marked[1],
        bullet=random.choice(("•", "● ", "- ", "◼ ")),
        name_gap=random.choice(("", " ", "\u3000")),
        note_url_own_line=random.random() < 0.6,
        cover_page=random.random() < 0.7,
        contents_heading=random.choice(("目录", "目 录", "目  录", "目　　录")),
        wide_pipes=random.random() < 0.7,
    )


def body_pieces(answer: Outline, setting: Setting, taste: Taste) -> list[Piece]:
    """Print all nodes, in reading order."""
    printer = _Printer(setting, taste)
    for node in answer["nodes"]:
        printer.add_node(node)
    return printer.pieces


def note_lines(note: Outline, setting: Setting, taste: Taste) -> list[str]:
    """Print a footnote: its mark, its text, its URL wrapped at the measure."""
    head = f"{note['marker']} {note['text']}".rstrip()
    texts = [text for text in (head, note.get("url")) if text]
    if not taste.note_url_own_line:
        texts = [" ".join(texts)]
    return [line.text for text in texts for line in break_lines(text, setting.measure)]


def printed_title(title: str, is_section: bool, setting: Setting, taste: Taste) -> str:
    """Dress a title as the setting wants it."""
    if setting.headings == "spaced" and is_section and is_spaceable(title):
        return " ".join(title)
    if setting.headings == "marked":
        before, after = taste.section_mark if is_section else taste.article_mark
        return before + title + after
    return title


def is_spaceable(title: str) -> bool:
    """Tell whether a name is short and purely Han, so that printers letter-space it."""
    return 2 <= len(title) <= 7 and all("一" <= char <= "鿿" for char in title)


class _Printer:
    """Collects pieces and counts nodes."""

    def __init__(self, setting: Setting, taste: Taste) -> None:
        self.setting = setting
        self.taste = taste
        self.pieces: list[Piece] = []
        self.node = -1

    def add_node(self, node: Outline) -> None:
        self.node += 1
        body = list(self._body(node))
        heading = self._title(node)
        self.pieces += [*body, heading] if node.get("heading_position") == "after" else [heading, *body]
        for child in node.get("children") or []:
            self.add_node(child)

    def _body(self, node: Outline) -> Iterator[Piece]:
        byline = node.get("byline")
        if byline and is_front_signed(node):
            yield self._piece(f"◎{byline['text']}", keep_next=True)
        for line in node.get("meta") or []:
            yield self._piece(f"{line['label']}：{line['value']}", keep_next=True)
        for block in node["blocks"]:
            yield from self._block(block)
        if byline and not is_front_signed(node):
            yield self._piece(_signature(byline, self.taste))

    def _title(self, node: Outline) -> Piece:
        title = printed_title(node["title"], node["kind"] in ("section", "column"), self.setting, self.taste)
        lines = title_lines(title, self.setting.measure)
        if self.setting.headings == "centred":
            lines = [centre(line, self.setting.measure, self.taste.centre_blank) for line in lines]
        keep = node.get("heading_position") != "after"
        printed = tuple(map(PrintedLine, lines))
        return Piece(printed, self.node, keep_next=keep, tight=self.taste.tight_titles, title=True)

    def _block(self, block: Outline) -> Iterator[Piece]:
        kind = block["type"]
        if kind == "table":
            lines = tuple(map(PrintedLine, table_lines(block["rows"], self.setting, self.taste)))
            yield Piece(lines, self.node, tight=self.setting.tables == "pipes", solid=True)
        elif kind == "caption":
            lines = tuple(break_lines(block["text"], self.setting.measure))
            yield Piece(lines, self.node, tight=True, floats=self._floats(block["text"]))
        elif kind == "subheading":
            yield self._piece(block["text"], indented=True, keep_next=True)
        elif kind == "list_item" and not _starts_with_number(block["text"]):
            yield self._piece(self.taste.bullet + with_marks(block), indented=True)
        else:
            for part in with_marks(block).split("\n"):
                yield self._piece(part, indented=True)

    def _floats(self, caption: str) -> bool:
        """Tell whether a caption goes with its picture to a column's top; one of a table stays with it."""
        return self.setting.floats == "column" and not caption.startswith("表")

    def _piece(self, text: str, indented: bool = False, keep_next: bool = False) -> Piece:
        indent = self.setting.indent if indented else "none"
        first = self.setting.measure - (0 if indent == "none" else 2)
        lines = break_lines(text, self.setting.measure, first, self.taste.hang)
        before = {"ideographic": "\u3000\u3000", "ascii": "    "}.get(indent, "")
        lines[:1] = [PrintedLine(before + lines[0].text, lines[0].marks)]
        return Piece(tuple(lines), self.node, keep_next=keep_next)


def title_lines(title: str, measure: float) -> list[str]:
    """Break a headline, at its space where both parts fit a line."""
    if em_width(title) <= measure:
        return [title]
    parts = title.split(" ")
    if len(parts) == 2 and all(em_width(part) <= measure for part in parts):
        return parts
    return [line.text for line in break_lines(title, measure)]


def table_lines(rows: list[list[str]], setting: Setting, taste: Taste) -> list[str]:
    """Print a table as the setting wants it."""
    if setting.tables == "pipes":
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return [lines[0], "|" + "---|" * len(rows[0]), *lines[1:]] if taste.wide_pipes else lines
    if setting.tables == "tabs":
        return ["\t".join(row) for row in rows]
    texts = [cell for row in rows for cell in row] if setting.tables == "cells" else [" ".join(row) for row in rows]
    width = setting.measure * (1 if setting.tables == "cells" else setting.columns)
    return [line.text for text in texts for line in break_lines(text, width)]


def with_marks(block: Outline) -> str:
    """Put a block's footnote marks back into its text, fenced for the line breaker."""
    text = str(block["text"])
    for ref in sorted(block.get("refs") or [], key=lambda ref: -int(ref["at"])):
        text = text[: ref["at"]] + MARK_START + ref["marker"] + MARK_END + text[ref["at"] :]
    return text


def _signature(byline: Outline, taste: Taste) -> str:
    names = byline["names"]
    if len(names) == 1 and len(names[0]) == 2:
        return str(byline["text"]).replace(names[0], taste.name_gap.join(names[0]))
    return str(byline["text"])


def _starts_with_number(text: str) -> bool:
    return text[:1].isdigit() or text[:1] in "（(①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十"
