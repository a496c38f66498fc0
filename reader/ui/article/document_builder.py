"""From a node of the outline to a text document, block by block, with an offset map.

`setHtml` would fold spaces and lose positions, so every character goes in through `insertText`.
The work comes in small steps: an article of ten megabytes must not stop the window.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from reader.model.document import PICTURE_SIGN, UNCERTAIN, Block, Footnote, Node, Ref, Run, Span, Text
from reader.model.shown import ENUMERATED, NoteCalls, number_of, shown_marker, target_of
from reader.model.verbatim import located
from reader.ui.article.article_style import (
    CALL,
    CONTINUED,
    FIXED,
    INDENT,
    KEYWORD_ROOM,
    LISTED,
    OWN_WORDS,
    ArticleStyle,
)
from reader.ui.article.inner_links import NOTE_LINK, PICTURE_LINK, REF_LINK
from reader.ui.article.offset_map import OffsetMap
from reader.ui.article.picture_frames import Frames, PictureFrame
from reader.ui.kit.utf16 import units

LONGEST_BLOCK = 4000  # characters; Qt lays a block out in one go, so a longer one would stop the window
NUMBER_WIDTH, BULLET_WIDTH = 1.6, 1.0  # em, of what stands before the lines of a list item
BULLETS = ("•", "–", "·")  # by depth
LONGEST_TABLE = 60  # rows; Qt lays a table out in one go too
WIDEST_TABLE = 60  # columns; Qt takes their square in time, and no page shows more beside each other
GAP = "\u200b"  # stands for a space between Han and Latin; its letter spacing gives it its width
GAP_WIDTH = 0.25  # em
SPACES = re.compile("( +)")
# Words in a row that are no Han: their spaces stay, or the letters of a line full of them would be spaced out.
PHRASE = re.compile("(?<![^\\s\u2e80-\uffef])[^\\s\u2e80-\uffef]++(?: ++[^\\s\u2e80-\uffef]++){2,}")
HAN = re.compile("[\u3400-\u9fff]")
# A word among Han that leaves so much room at the end of the line above that Qt, where no space can take it, would
# space out the letters of the words there: such a paragraph is not justified.
LONG_WORD = re.compile(r"[\u3400-\u9fff] ?[A-Za-z-]{10}")
WORD_JOINER = "\u2060"
Rows = tuple[tuple[Text, ...], ...]
NO_FRAMES = Frames()

# Characters that Qt takes for the end of a block or for an object; each is replaced by one character.
UNSAFE = str.maketrans({"\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd",
                        "\0": "\ufffd"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """The few words that a page shows and the source does not hold, in the user's language."""

    info: str = ""  # the line below the title: issue, page, reading time
    notes: str = "Notes"
    repeated: str = "printed {count} times"
    doubtful: str = "This reading is uncertain."
    formula: str = "[formula]"  # for one that cannot be drawn
    undrawn: str = "[picture that cannot be drawn here]"
    absent: str = "[picture that the file does not hold]"


@dataclass(slots=True)
class BuiltDocument:
    """What a finished document tells about itself."""

    offsets: OffsetMap = field(default_factory=OffsetMap)
    notes: tuple[Footnote, ...] = ()
    note_positions: dict[int, int] = field(default_factory=dict)  # footnote number → where it is listed
    ref_positions: dict[int, int] = field(default_factory=dict)  # footnote number → its first mark in the text
    picture_positions: dict[int, int] = field(default_factory=dict)  # number of the picture → where it stands


class DocumentBuilder:
    """Fill a document with one node, a few blocks at a time."""

    def __init__(
        self,
        document: QTextDocument,
        node: Node,
        source: str,
        style: ArticleStyle,
        wording: Wording,
        frames: Frames = NO_FRAMES,
    ) -> None:
        """Make ready; `frames` are the rooms of the pictures of the issue."""
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setIndentWidth(INDENT * style.size)
        frame = document.rootFrame()
        margins = frame.frameFormat()
        margins.setTopMargin(round(style.size * 2.4))
        margins.setBottomMargin(round(style.size * 4))
        frame.setFrameFormat(margins)
        self.built = BuiltDocument(notes=node.footnotes)
        self._document = document
        self._node = node
        self._source = source
        self._style = style
        self._wording = wording
        self._frames = frames
        self._cursor = QTextCursor(document)
        self._is_fresh = True  # the cursor stands in an empty text block that nothing has claimed
        self._in_block = 0  # characters in the text block that is being filled
        self._has_gaps = False  # spaces go in as gaps
        self._calls = NoteCalls(node.footnotes)
        self._work = self._insert_all()

    def step(self, seconds: float) -> bool:
        """Insert for about so many seconds, and no more than is laid out as fast; tell whether all is done."""
        until, room = perf_counter() + seconds, self._document.characterCount() + LONGEST_BLOCK
        edit = QTextCursor(self._document)
        edit.beginEditBlock()  # one layout for all blocks of the step, not one for each
        finished = all(perf_counter() < until and self._document.characterCount() < room for _ in self._work)
        edit.endEditBlock()
        return finished

    def _insert_all(self) -> Iterator[None]:
        """Insert the whole node; pauses wherever the work may be interrupted."""
        yield from self._insert_head()
        for is_picture, group in groupby(self._node.blocks, lambda block: block.picture >= 0):
            if is_picture:
                self._insert_pictures([frame for block in group if (frame := self._frames.of(block.picture))])
                yield
            else:
                yield from self._insert_blocks(group)
        yield from self._insert_notes()
        if self._is_fresh:
            self._flatten()

    def _insert_blocks(self, blocks: Iterable[Block]) -> Iterator[None]:
        for block in blocks:
            if block.rows:
                yield from self._insert_table(block)
            else:
                yield from self._insert_block(block)

    def _insert_head(self) -> Iterator[None]:
        """Insert the title and the lines below it."""
        node, style = self._node, self._style
        form = style.paragraph(26 / 17 / style.spacing * 1.4, below=0.45)
        form.setHeadingLevel(1)
        if node.title.plain.strip() and node.title_from != "opening":
            self._start_block(form, style.text("title"), node.title_spans)
            yield from self._insert_text(node.title, style.text("title"))
        self._start_block(style.paragraph(13 / 17, below=0.2 + KEYWORD_ROOM), style.text("info"), ())
        self._cursor.insertText(self._wording.info, style.text("info"))
        if node.byline:
            self._start_block(style.paragraph(14 / 17, below=0.1), style.text("byline"), node.byline.spans)
            yield from self._insert_text(
                located(self._source, node.byline.text, node.byline.spans), style.text("byline")
            )
        for line in node.meta:
            self._start_block(style.paragraph(14 / 17, below=0.05), style.text("label"), line.spans)
            self._cursor.insertText(f"{line.label}\u3000", style.text("label"))
            yield from self._insert_text(located(self._source, line.value, line.spans), style.text("byline"))
        last = self._cursor.blockFormat()
        last.setBottomMargin(last.bottomMargin() + round(style.size * 1.1))
        self._cursor.setBlockFormat(last)
        yield

    def _insert_block(self, block: Block) -> Iterator[None]:
        """Insert a paragraph-like block."""
        form, base = self._style.block(block)
        plain = block.text.plain
        if form.alignment() == Qt.AlignmentFlag.AlignJustify and LONG_WORD.search(plain):
            form.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._start_block(form, base, block.spans)
        if block.kind == "list_item" and number_of(block):
            self._insert_number(number_of(block), base)
        elif block.kind == "list_item" and not ENUMERATED.match(plain):
            self._insert_bullet(block, base)
        self._has_gaps = form.alignment() == Qt.AlignmentFlag.AlignJustify and _is_mostly_han(plain)
        yield from self._insert_text(block.text, base, block.refs)
        self._has_gaps = False
        if block.repeats > 1:
            self._insert_hint("\u2002" + self._wording.repeated.format(count=block.repeats))
        if block.confidence < UNCERTAIN:
            self._insert_hint("\u2002?", self._wording.doubtful)
        yield

    def _insert_pictures(self, frames: Sequence[PictureFrame]) -> None:
        """Insert pictures that stand together; no wider than the page, they are drawn when they come in sight."""
        if not frames:
            return
        block = QTextBlockFormat()
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        block.setTopMargin(round(self._style.size * 0.8))
        block.setBottomMargin(round(self._style.size * 0.35))
        self._start_block(block, self._style.text("caption"), ())
        for frame in frames:
            if frame.is_drawable:
                self._insert_picture(frame)
            else:
                self._insert_card(frame)

    def _insert_picture(self, frame: PictureFrame) -> None:
        """Insert one picture into the text block that is open."""
        form = QTextImageFormat()
        form.setName(f"{PICTURE_LINK}{frame.number}")
        form.setWidth(frame.width)
        form.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setProperty(QTextFormat.Property.ImageAltText, frame.words)
        form.setProperty(OWN_WORDS, True)
        form.setAnchor(True)
        form.setAnchorHref(form.name())
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        self.built.picture_positions[frame.number] = self._cursor.position()
        self._cursor.insertImage(form)

    def _insert_card(self, frame: PictureFrame) -> None:
        """Say that a picture is not shown, what it is, and where it is to be had."""
        form = self._style.text("hint")
        form.setProperty(OWN_WORDS, True)
        wording = self._wording.undrawn if frame.is_there else self._wording.absent
        if frame.url:
            self._style.make_link(form, frame.url)
        words = f"\u2002{frame.words}" if frame.words else ""
        self.built.picture_positions[frame.number] = self._cursor.position()
        self._cursor.insertText(f"{wording}{words}".translate(UNSAFE), form)

    def _insert_bullet(self, block: Block, base: QTextCharFormat) -> None:
        """Set a bullet of ours before a list item, and hang the item on it."""
        depth = max(block.level, 1) - 1
        form = self._cursor.blockFormat()
        form.setProperty(LISTED, True)
        self._cursor.setBlockFormat(form)
        own = QTextCharFormat(base)
        own.setProperty(OWN_WORDS, True)
        own.setFontFamilies(list(self._style.families.sans))  # some Song faces have but a dot for a bullet
        self._hang(f"{BULLETS[min(depth, len(BULLETS) - 1)]}\t", BULLET_WIDTH, own)

    def _insert_number(self, number: str, base: QTextCharFormat) -> None:
        """Set the number of a list item, which the file keeps beside the text, and hang the item on it."""
        self._hang(f"{number}\t", NUMBER_WIDTH, base)

    def _hang(self, sign: str, width: float, look: QTextCharFormat) -> None:
        """Set a sign before the paragraph that begins, whose lines begin at one edge right of it."""
        form = self._cursor.blockFormat()
        hang = width * self._style.size
        form.setLeftMargin(form.leftMargin() + INDENT * self._style.size + hang)
        form.setTextIndent(-hang)
        form.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        self._cursor.setBlockFormat(form)
        self._cursor.insertText(sign, look)

    def _insert_table(self, block: Block) -> Iterator[None]:
        """Insert a table: a long one in several of the same columns, a wide one in several of the same rows."""
        columns = max(len(row) for row in block.rows)
        for left in range(0, columns, WIDEST_TABLE):
            part = tuple([row[left : left + WIDEST_TABLE] for row in block.rows])
            form = self._style.table()
            form.setHeaderRowCount(block.header_rows)
            width = min(columns - left, WIDEST_TABLE)
            if len(part) > LONGEST_TABLE:
                shares = _column_shares(part, width)
                form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, s) for s in shares])
            for top in range(0, len(part), LONGEST_TABLE):
                yield from self._insert_part(block, part[top : top + LONGEST_TABLE], (top, left), width, form)

    def _insert_part(
        self, block: Block, rows: Rows, corner: tuple[int, int], width: int, form: QTextTableFormat
    ) -> Iterator[None]:
        """Insert a part of a table that begins at a corner; the first tells of all that the table owns."""
        if not self._is_fresh:  # Qt gives a table no distance from the paragraph before it
            self._cursor.insertBlock()
        self._flatten()
        table = self._cursor.insertTable(len(rows), width, form)
        _merge(table, block, corner)
        self.built.offsets.add_block(table.firstPosition(), _spans_of(rows) if any(corner) else block.spans)
        for number, row in enumerate(rows):
            yield from self._insert_row(table, number, row, corner[0] + number < block.header_rows)
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def _insert_row(self, table: QTextTable, number: int, row: tuple[Text, ...], is_header: bool) -> Iterator[None]:
        base = self._style.text("header_cell" if is_header else "cell")
        form = QTextBlockFormat()
        form.setLineHeight(round(self._style.size * 0.82 * 1.55), FIXED)
        for column, text in enumerate(row):
            cell = table.cellAt(number, column)
            if (cell.row(), cell.column()) != (number, column):
                continue  # a place that a merged cell takes
            if is_header:
                cell_format = cell.format()
                cell_format.setBackground(QColor(self._style.theme.sidebar))
                cell.setFormat(cell_format)
            self._cursor = cell.firstCursorPosition()
            self._cursor.setBlockFormat(form)
            self._cursor.mergeBlockCharFormat(base)  # it is the format of the cell too, with what the cell spans
            self._in_block = 0
            yield from self._insert_text(text, base)
        yield

    def _insert_notes(self) -> Iterator[None]:
        """List the footnotes at the end, each with a link back to its mark."""
        if not self._node.footnotes:
            return
        heading = self._style.paragraph(13 / 17, above=1.6, below=0.3)
        self._start_block(heading, self._style.text("hint"), ())
        self._cursor.insertText(self._wording.notes, self._style.text("hint"))
        base = self._style.text("footnote")
        form = self._style.paragraph(0.79 * 0.9, below=0.25)
        hang = round(self._style.size * 1.3)
        form.setLeftMargin(hang)
        form.setTextIndent(-hang)
        form.setTabPositions([QTextOption.Tab(hang, QTextOption.TabType.LeftTab)])
        for number, note in enumerate(self._node.footnotes):
            self._start_block(form, base, note.spans)
            self.built.note_positions[number] = self._cursor.position()
            mark = QTextCharFormat(base)
            self._style.make_link(mark, f"{REF_LINK}{number}")
            self._cursor.insertText(shown_marker(note.marker), mark)
            self._cursor.insertText("\t", base)
            yield from self._insert_text(located(self._source, note.text, note.spans), base)
            if note.url and note.url not in note.text:
                self._cursor.insertText(" " if note.text else "", base)
                link = self._style.styled(base, ("link",), note.url)
                yield from self._insert_text(located(self._source, note.url, note.spans), link)
            yield

    def _start_block(self, form: QTextBlockFormat, base: QTextCharFormat, spans: tuple[Span, ...]) -> None:
        """Open a text block and note which source characters it shows."""
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(base)
            self._is_fresh = False
        else:
            self._cursor.insertBlock(form, base)
        self._in_block = 0
        self.built.offsets.add_block(self._cursor.position(), spans)

    def _insert_text(self, text: Text, base: QTextCharFormat, refs: tuple[Ref, ...] = ()) -> Iterator[None]:
        """Insert runs with their styles, and the footnote marks at their places between them."""
        waiting = sorted(refs, key=lambda ref: ref.at)
        passed = 0
        for run in text.runs:
            form = self._style.styled(base, run.styles, target_of(run)) if run.styles or run.url else base
            begin = 0
            while waiting and waiting[0].at < passed + len(run.text):
                cut = max(waiting[0].at - passed, begin)
                yield from self._insert_run(run, begin, cut, form)
                self._insert_mark(waiting.pop(0))
                begin = cut
            yield from self._insert_run(run, begin, len(run.text), form)
            passed += len(run.text)
        for ref in waiting:
            self._insert_mark(ref)

    def _insert_run(self, run: Run, begin: int, end: int, form: QTextCharFormat) -> Iterator[None]:
        """Insert a part of a run; go on in another text block where one would become too long."""
        while begin < end:
            if self._in_block >= LONGEST_BLOCK:
                self._continue_block()
                yield
            stop = min(end, begin + LONGEST_BLOCK - self._in_block)
            text = run.text[begin:stop]
            if PICTURE_SIGN in text:
                stop = begin + (text.index(PICTURE_SIGN) or 1)
                text = run.text[begin:stop]
            if not run.is_joiner:
                self.built.offsets.add(self._cursor.position(), run.start + begin, text)
            if text == PICTURE_SIGN:
                self._insert_drawn(run.start + begin, form)
            else:
                self._insert_plain(text.translate(UNSAFE), form)
            self._in_block += stop - begin
            begin = stop

    def _insert_drawn(self, offset: int, form: QTextCharFormat) -> None:
        """Insert the picture for which a sign of the text stands, or a word for it."""
        frame = self._frames.at(offset)
        if frame is not None and frame.is_drawable:
            self._insert_picture(frame)
        else:
            self._insert_plain(self._wording.formula, form)

    def _insert_plain(self, text: str, form: QTextCharFormat) -> None:
        """Insert text; in a justified paragraph of Han each space as a narrow gap, but for those of a Latin phrase.

        Qt would stretch the space after a Latin word alone and leave the Han of the line as they are.
        """
        if not self._has_gaps or " " not in text:
            self._cursor.insertText(text, form)
            return
        at = 0
        for phrase in PHRASE.finditer(text):
            self._insert_gapped(text[at : phrase.start()], form)
            self._cursor.insertText(phrase[0], form)
            at = phrase.end()
        self._insert_gapped(text[at:], form)

    def _insert_gapped(self, text: str, form: QTextCharFormat) -> None:
        """Insert text with its spaces as narrow gaps."""
        gap = QTextCharFormat(form)
        gap.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        gap.setFontLetterSpacing(self._style.size * GAP_WIDTH)
        for part in SPACES.split(text):
            if part.startswith(" "):
                self._cursor.insertText(GAP * len(part), gap)
            elif part:
                self._cursor.insertText(part, form)

    def _continue_block(self) -> None:
        """Break a block that is too long to lay out at once; it goes on without indent or gap."""
        form = self._cursor.blockFormat()
        below = form.bottomMargin()
        form.setBottomMargin(0)
        self._cursor.setBlockFormat(form)
        form.setBottomMargin(below)
        form.setTopMargin(0)
        form.setTextIndent(0)
        form.setProperty(CONTINUED, True)
        self._cursor.insertBlock(form)
        self._in_block = 0

    def _insert_mark(self, ref: Ref) -> None:
        """Insert a footnote mark, linked with its note when the node has one."""
        form = self._style.text("mark")
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        form.setProperty(CALL, True)
        marker = shown_marker(ref.marker)
        number = self._calls.note_of(ref.marker)
        if number >= 0:
            self.built.ref_positions.setdefault(number, self._cursor.position())
            self._style.make_link(form, f"{NOTE_LINK}{number}")
        # A mark belongs to the word before it: a line must not begin with one.
        self._cursor.insertText(WORD_JOINER, form)
        if ref.span.end > ref.span.start and len(marker) == ref.span.end - ref.span.start:
            self.built.offsets.add(self._cursor.position(), ref.span.start, marker)
        self._cursor.insertText(marker, form)

    def _insert_hint(self, text: str, tip: str = "") -> None:
        """Insert a quiet word of the program's own."""
        form = self._style.text("hint")
        form.setToolTip(tip)
        self._cursor.insertText(text, form)

    def _flatten(self) -> None:
        """Make the empty text block that Qt keeps around tables as good as invisible."""
        form = QTextBlockFormat()
        form.setLineHeight(1, FIXED)
        self._cursor.setBlockFormat(form)


def _merge(table: QTextTable, block: Block, corner: tuple[int, int]) -> None:
    """Make cells of those from a corner on that take several places, as far as the table goes."""
    for merged in block.merged:
        row, column = merged.row - corner[0], merged.column - corner[1]
        if 0 <= row < table.rows() and 0 <= column < table.columns():
            rows = min(merged.rows, table.rows() - row)
            table.mergeCells(row, column, rows, min(merged.columns, table.columns() - column))


def _spans_of(rows: Rows) -> tuple[Span, ...]:
    """Return what the cells of some rows show of the source."""
    runs = (run for row in rows for cell in row for run in cell.runs if not run.is_joiner)
    return tuple(Span(run.start, run.start + len(run.text)) for run in runs)


def _is_mostly_han(text: str) -> bool:
    sample = text[:LONGEST_BLOCK]
    return 4 * len(HAN.findall(sample)) > len(sample)


def _column_shares(rows: Rows, columns: int) -> list[float]:
    """Share the width among columns by the square root of their longest cells."""
    longest = [max((units(row[c].plain) for row in rows if c < len(row)), default=1) for c in range(columns)]
    weights = [max(length, 1) ** 0.5 for length in longest]
    return [100 * weight / sum(weights) for weight in weights]
