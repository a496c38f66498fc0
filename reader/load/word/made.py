"""Write the parts of a document in memory, in the words of DOCX, for the reader of these to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
SPAN_MOST = 63


class RunLook(NamedTuple):
    """How some characters are set; None is as their style says."""

    bold: bool | None = None
    slanted: bool | None = None
    struck: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    raised: str = ""  # superscript subscript
    size: float = 0.0  # points; 0 is untold


class ParagraphLook(NamedTuple):
    """How a paragraph is set."""

    style: str = ""
    outline: int = -1  # 0 is the top; -1 is untold
    align: str = ""
    numbering: str = ""  # id of a list
    level: int = 0


class MadeCell(NamedTuple):
    """A cell of a table: its paragraphs as they are written, columns it takes, how it hangs on the one above."""

    paragraphs: tuple[str, ...]
    span: int = 1
    merge: str = ""  # restart continue


@dataclass(slots=True)
class MadeParagraph:
    """A paragraph in the making."""

    pieces: list[str] = field(default_factory=list)

    def add(self, text: str, look: RunLook) -> None:
        """Add some text; tabs and line ends in it stay what they are."""
        if text:
            self.pieces.append(f"<w:r>{_run_look(look)}{_signs(text)}</w:r>")

    def add_note(self, kind: str, number: int) -> None:
        """Add the call of a footnote or an endnote."""
        self.pieces.append(f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')

    def add_picture(self) -> None:
        """Say that a picture stands here, which is not read."""
        self.pieces.append("<w:r><w:pict/></w:r>")

    def add_field(self, part: str) -> None:
        """Say that a field begins, that its result does (separate), or that it ends."""
        self.pieces.append(f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>')

    def add_instruction(self, text: str) -> None:
        """Add what a field is to do."""
        self.pieces.append(f"<w:r><w:instrText>{_shown(text)}</w:instrText></w:r>")

    def written(self, look: ParagraphLook) -> str:
        """Return the paragraph as it is written."""
        return f"<w:p>{_paragraph_look(look)}{''.join(self.pieces)}</w:p>"


class MadeParts:
    """The parts of a document by name, as an archive of them would be read."""

    def __init__(self) -> None:
        self._parts: dict[str, str] = {}

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return list(self._parts)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return a part."""
        return self._parts[name].encode("utf-8", "replace")

    def head(self, name: str, most: int = 1 << 16) -> bytes:
        """Return the beginning of a part."""
        return self.read(name)[:most]

    def write(self, name: str, root: str, pieces: Iterable[str]) -> None:
        """Write a part whose pieces stand in one element."""
        self._parts[name] = f'<w:{root} xmlns:w="w">{"".join(pieces)}</w:{root}>'

    def write_document(self, pieces: Iterable[str], title: str = "") -> None:
        """Write the text, and what the document calls itself."""
        self.write("word/document.xml", "document", ("<w:body>", *pieces, "</w:body>"))
        if title:
            self.write("docProps/core.xml", "coreProperties", (f"<w:title>{_shown(title)}</w:title>",))

    def write_notes(self, kind: str, notes: Sequence[Sequence[str]]) -> None:
        """Write the footnotes or endnotes, each as paragraphs, numbered from 1."""
        pieces = (f'<w:{kind} w:id="{n}">{"".join(note)}</w:{kind}>' for n, note in enumerate(notes, 1))
        if notes:
            self.write(f"word/{kind}s.xml", f"{kind}s", pieces)


def made_table(rows: Iterable[Sequence[MadeCell]]) -> str:
    """Return a table as it is written."""
    written = ("".join(map(_cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in written if row)}</w:tbl>"


def made_style(key: str, name: str, base: str, paragraph: ParagraphLook, run: RunLook, *, usual: bool = False) -> str:
    """Return a style as it is written."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = ' w:default="1"' if usual else ""
    inside = f'<w:name w:val="{escape(FORBIDDEN.sub("", name))}"/>{based}{_paragraph_look(paragraph)}{_run_look(run)}'
    return f'<w:style w:type="paragraph"{default} w:styleId="{key}">{inside}</w:style>'


def _cell(cell: MadeCell) -> str:
    span = f'<w:gridSpan w:val="{min(cell.span, SPAN_MOST)}"/>' if cell.span > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{''.join(cell.paragraphs) or '<w:p/>'}</w:tc>"


def _run_look(look: RunLook) -> str:
    told = [
        f'<w:{tag} w:val="{int(is_on)}"/>'
        for tag, is_on in (("b", look.bold), ("i", look.slanted), ("strike", look.struck), ("vanish", look.hidden))
        if is_on is not None
    ]
    if look.underlined is not None:
        told.append(f'<w:u w:val="{"single" if look.underlined else "none"}"/>')
    if look.raised:
        told.append(f'<w:vertAlign w:val="{look.raised}"/>')
    if look.size:
        told.append(f'<w:sz w:val="{round(look.size * 2)}"/>')
    return f"<w:rPr>{''.join(told)}</w:rPr>" if told else ""


def _paragraph_look(look: ParagraphLook) -> str:
    told = [f'<w:pStyle w:val="{look.style}"/>'] if look.style else []
    if look.numbering:
        told.append(f'<w:numPr><w:ilvl w:val="{look.level}"/><w:numId w:val="{look.numbering}"/></w:numPr>')
    if 0 <= look.outline < 9:
        told.append(f'<w:outlineLvl w:val="{look.outline}"/>')
    if look.align:
        told.append(f'<w:jc w:val="{look.align}"/>')
    return f"<w:pPr>{''.join(told)}</w:pPr>" if told else ""


def _signs(text: str) -> str:
    """Write text, tabs and line ends."""
    lines = text.replace("\v", "\n").split("\n")
    return "<w:br/>".join("<w:tab/>".join(map(_text, line.split("\t"))) for line in lines)


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{_shown(text)}</w:t>' if text else ""


def _shown(text: str) -> str:
    return escape(FORBIDDEN.sub("", text), quote=False)
