"""What is copied of the article: the words of the bulletin, and nothing that is only drawn."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from reader.ui.article_style import CONTINUED, OWN_WORDS
from reader.ui.document_builder import GAP, WORD_JOINER
from reader.ui.utf16 import code_points

LINE_SEPARATORS = str.maketrans({"\u2028": "\n", WORD_JOINER: None, GAP: " "})


def copied(cursor: QTextCursor) -> str:
    """Return the selected text, without the program's own words; cells of a row are parted by tabs."""
    if cursor.hasComplexSelection():  # a rectangle of cells
        return cursor.selection().toPlainText().translate(LINE_SEPARATORS)
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    text, before = "", -1
    block = document.findBlock(start)
    while block.isValid() and (block.position() < end or block.position() == start):
        whole = "".join(_fragments(block, start, end))
        row = _row_of(block)
        is_only_drawn = not whole and block.length() > 1
        if not is_only_drawn and not (block.length() == 1 and not block.text() and row < 0 and _is_beside_table(block)):
            if text and not block.blockFormat().boolProperty(CONTINUED):
                text += "\t" if row >= 0 and row == before else "\n"
            text += whole
            before = row
        block = block.next()
    return text.translate(LINE_SEPARATORS)


def _fragments(block: QTextBlock, start: int, end: int) -> Iterator[str]:
    """Yield the selected words of a text block but the program's own."""
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        first, last = max(fragment.position(), start), min(fragment.position() + fragment.length(), end)
        if first < last and not fragment.charFormat().boolProperty(OWN_WORDS):
            words = fragment.text()
            begin = code_points(words, first - fragment.position())
            yield words[begin : code_points(words, last - fragment.position())]
        at += 1


def _row_of(block: QTextBlock) -> int:
    """Return a number for the table row of a text block, -1 outside tables."""
    cursor = QTextCursor(block)
    table = cursor.currentTable()
    return table.firstPosition() * 100 + table.cellAt(cursor).row() if table else -1


def _is_beside_table(block: QTextBlock) -> bool:
    """Tell whether an empty text block is one that Qt keeps around a table."""
    return any(near.isValid() and _row_of(near) >= 0 for near in (block.previous(), block.next()))
