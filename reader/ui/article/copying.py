"""What is copied of the article: the words of the bulletin, and nothing that is only drawn; as text and as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextTable

from reader.text.scripts import scripted
from reader.ui.article.article_style import CALL, CONTINUED, LISTED, OWN_WORDS, STYLES, TITLE_LEVEL
from reader.ui.article.document_builder import GAP, WORD_JOINER
from reader.ui.article.inner_links import REF_LINK, is_inner
from reader.ui.kit.utf16 import code_points

ALIGNMENT = QTextCharFormat.VerticalAlignment
LINE_SEPARATORS = str.maketrans({"\u2028": "\n", WORD_JOINER: None, GAP: " "})
TAGS = {
    "sup": "sup", "sub": "sub", "strong": "b", "em": "em", "code": "code", "strike": "s", "ins": "ins",
    "underline": "u", "mark": "mark",
}  # fmt: skip
TAB = "\t"  # between the number of a footnote and its text
FRAME = ' border="1" style="border-collapse:collapse"'


class CopiedPiece(NamedTuple):
    """Selected words of one format."""

    words: str
    form: QTextCharFormat


class CopiedParagraph(NamedTuple):
    """The selected pieces of one text block."""

    block: QTextBlock
    pieces: tuple[CopiedPiece, ...]
    row: int  # a number for the row of the table it stands in, -1 outside tables


def copied_data(cursor: QTextCursor) -> QMimeData:
    """Return the selection as text, and as HTML for word processors."""
    data = QMimeData()
    data.setText(copied(cursor))
    rich = copied_as_html(cursor)
    if rich:
        data.setHtml(rich)
    return data


def copied(cursor: QTextCursor) -> str:
    """Return the selected text, without the program's own words; cells of a row are parted by tabs."""
    if cursor.hasComplexSelection():  # a rectangle of cells
        return cursor.selection().toPlainText().translate(LINE_SEPARATORS)
    text, before = "", -1
    for number, paragraph in enumerate(_paragraphs(cursor)):
        if number and not paragraph.block.blockFormat().boolProperty(CONTINUED):
            text += "\t" if paragraph.row >= 0 and paragraph.row == before else "\n"
        words = "".join(_plain(piece) for piece in paragraph.pieces)
        text += words.replace(TAB, " ", 1) if _is_note(paragraph) else words
        before = paragraph.row
    return text.translate(LINE_SEPARATORS)


def copied_as_html(cursor: QTextCursor) -> str:
    """Return the selection for a word processor: headings, lists, tables, styles; nothing for a rectangle of cells."""
    if cursor.hasComplexSelection():
        return ""
    parts: list[str] = []
    for _table_start, group in groupby(_paragraphs(cursor), lambda paragraph: _start_of_table(paragraph.block)):
        paragraphs = list(group)
        table = QTextCursor(paragraphs[0].block).currentTable()
        parts += [_table(table, paragraphs)] if table else _flow(paragraphs)
    return '<meta charset="utf-8">' + "\n".join(parts)


def _paragraphs(cursor: QTextCursor) -> Iterator[CopiedParagraph]:
    """Yield what is selected, block by block, but for what is only drawn."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    block = document.findBlock(start)
    while block.isValid() and (block.position() < end or block.position() == start):
        pieces = tuple(_pieces(block, start, end))
        row = _row_of(block)
        is_only_drawn = not pieces and block.length() > 1
        if not is_only_drawn and not (block.length() == 1 and not block.text() and row < 0 and _is_beside_table(block)):
            yield CopiedParagraph(block, pieces, row)
        block = block.next()


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[CopiedPiece]:
    """Yield the selected words of a text block but the program's own."""
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first, last = max(fragment.position(), start), min(fragment.position() + fragment.length(), end)
        if first < last and not fragment.charFormat().boolProperty(OWN_WORDS):
            words = fragment.text()
            begin = code_points(words, first - fragment.position())
            yield CopiedPiece(words[begin : code_points(words, last - fragment.position())], fragment.charFormat())
        at += 1


def _plain(piece: CopiedPiece) -> str:
    """Write words so that raised and struck ones are told by their characters, and marks of notes by brackets."""
    if piece.form.boolProperty(CALL) or _is_marker(piece):
        marker = piece.words.replace(WORD_JOINER, "")
        return f"[{marker}]" if marker else ""
    raised = {ALIGNMENT.AlignSuperScript: ("sup",), ALIGNMENT.AlignSubScript: ("sub",)}
    struck = ("strike",) if piece.form.fontStrikeOut() else ()
    return scripted(piece.words, (*struck, *raised.get(piece.form.verticalAlignment(), ())))


def _is_marker(piece: CopiedPiece) -> bool:
    """Tell whether a piece is the number before a footnote."""
    return piece.form.isAnchor() and piece.form.anchorHref().startswith(REF_LINK)


def _is_note(paragraph: CopiedParagraph) -> bool:
    return bool(paragraph.pieces) and _is_marker(paragraph.pieces[0])


def _flow(paragraphs: list[CopiedParagraph]) -> Iterator[str]:
    """Write paragraphs outside tables; one that was set in several blocks is one again, items of a list stand in it."""
    joined: list[list[CopiedParagraph]] = []
    for paragraph in paragraphs:
        if joined and paragraph.block.blockFormat().boolProperty(CONTINUED):
            joined[-1].append(paragraph)
        else:
            joined.append([paragraph])
    for is_item, group in groupby(joined, lambda parts: parts[0].block.blockFormat().boolProperty(LISTED)):
        lines = [_line("li" if is_item else _tag(parts[0].block), parts) for parts in group]
        yield f"<ul>{''.join(lines)}</ul>" if is_item else "\n".join(lines)


def _line(tag: str, parts: list[CopiedParagraph]) -> str:
    words = "".join(_marked_up(piece) for part in parts for piece in part.pieces)
    return f"<{tag}>{words.replace(TAB, ' ', 1) if _is_note(parts[0]) else words}</{tag}>"


def _tag(block: QTextBlock) -> str:
    level = block.blockFormat().headingLevel()
    return f"h{level}" if level >= TITLE_LEVEL else "p"


def _table(table: QTextTable, paragraphs: list[CopiedParagraph]) -> str:
    """Write the rows of a table that are selected, cells that were merged as such."""
    heads = table.format().headerRowCount()
    rows = []
    for _number, group in groupby(paragraphs, lambda paragraph: paragraph.row):
        cells = ""
        for paragraph in group:
            cell = table.cellAt(paragraph.block.position())
            tag = "th" if cell.row() < heads else "td"
            spans = (("rowspan", cell.rowSpan()), ("colspan", cell.columnSpan()))
            extra = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
            cells += f"<{tag}{extra}>{''.join(map(_marked_up, paragraph.pieces))}</{tag}>"
        rows.append(f"<tr>{cells}</tr>")
    return f"<table{FRAME}>{''.join(rows)}</table>"


def _marked_up(piece: CopiedPiece) -> str:
    """Write words of one format as HTML."""
    from html import escape  # here: it brings the table of all entities, 2 ms of the start

    words = escape(piece.words.translate(LINE_SEPARATORS)).replace("\n", "<br>")
    form = piece.form
    if form.boolProperty(CALL):
        return f"<sup>[{words}]</sup>" if words else ""
    words = f"[{words}]" if _is_marker(piece) else words
    for style in str(form.property(STYLES) or "").split():
        tag = TAGS.get(style)
        words = f"<{tag}>{words}</{tag}>" if tag else words
    target = form.anchorHref() if form.isAnchor() else ""
    return f'<a href="{escape(target)}">{words}</a>' if target and not is_inner(target) else words


def _start_of_table(block: QTextBlock) -> int:
    """Return where the table of a text block begins, -1 outside tables."""
    table = QTextCursor(block).currentTable()
    return table.firstPosition() if table else -1


def _row_of(block: QTextBlock) -> int:
    """Return a number for the table row of a text block, -1 outside tables."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return table.firstPosition() * 100 + table.cellAt(cursor).row() if table else -1


def _is_beside_table(block: QTextBlock) -> bool:
    """Tell whether an empty text block is one that Qt keeps around a table."""
    return any(near.isValid() and _row_of(near) >= 0 for near in (block.previous(), block.next()))
