"""Text of a Word document as WordprocessingML: runs, paragraphs, tables, links and footnotes.

It is written as text and read by python-docx in one piece a passage: building a long table cell by cell takes minutes.
Source: ECMA-376, part 1, 17; the order of the properties is that of its schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from reader.export.characters import address, fit
from reader.export.facts import CellPlace, columns_of, padded, spans_of
from reader.export.publication import Chapter, Passage, Phrase, Plate, Publication, Words
from reader.model.document import Merged

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
UNDERLINED = '<w:u w:val="single"/>'
STYLES = {  # in the order in which Word wants them
    "code": '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>', "strong": "<w:b/>", "em": "<w:i/>",
    "strike": "<w:strike/>", "color": '<w:color w:val="A63E25"/>', "mark": '<w:highlight w:val="yellow"/>',
    "ins": UNDERLINED, "underline": UNDERLINED,
}  # fmt: skip
RAISED = {"sup": '<w:vertAlign w:val="superscript"/>', "sub": '<w:vertAlign w:val="subscript"/>'}
MARKERS = {"yellow": "FFE9A8", "green": "D4ECDA", "blue": "D4E6F7", "pink": "FBDCE4", "purple": "E8DFF7"}
INKS = {"yellow": "B58500", "green": "3F8F5B", "blue": "2F7BBF", "pink": "CC4C74", "purple": "8159C0"}
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
EMU = 12700  # to a point
MOST_COLUMNS = 63  # that Word takes
LONGEST = 1_000_000  # characters of one run; readers of XML refuse more than ten million


@dataclass(slots=True)
class Links:
    """The addresses that a part of the document leads to, each with the id of its relation."""

    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, url: str) -> str:
        return self.ids.setdefault(url, f"rLink{len(self.ids) + 1}")


@dataclass(slots=True)
class Notes:
    """The footnotes of the document, in the order in which the text calls them.

    Where their printed marks are numbers one after the other, from `start`, Word counts them itself; else each has its
    mark as text. LibreOffice, up to 7.4 at least, shows such a mark twice at the foot of the page.
    """

    start: int | None = None
    written: list[str] = field(default_factory=list)
    links: Links = field(default_factory=Links)


@dataclass(slots=True)
class WordPage:
    """A chapter in the making."""

    chapter: Chapter
    number: int
    width: int  # of the text, in twentieths of a point
    links: Links
    notes: Notes
    plates: tuple[Plate, ...] = ()
    called: set[int] = field(default_factory=set)


def text_of(text: str, tabs: bool = False) -> str:
    """Write characters as the content of a run; line ends stay, tabs only where they mean something."""
    if len(text) > LONGEST:
        return "".join(text_of(text[at : at + LONGEST], tabs) for at in range(0, len(text), LONGEST))
    out = f'<w:t xml:space="preserve">{escape(fit(text), quote=False)}</w:t>'
    if "\n" in out:
        out = out.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return out.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">' if tabs else " ") if "\t" in out else out


def run(text: str, style: str = "", properties: str = "", tabs: bool = False) -> str:
    """Write a run; `style` is the id of a style of characters."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    told = f"<w:rPr>{named}{properties}</w:rPr>" if named or properties else ""
    return f"<w:r>{told}{text_of(text, tabs)}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Write a paragraph of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def anchored(name: str, number: int, content: str) -> str:
    """Put a bookmark around content."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def chapter_anchor(number: int) -> str:
    """Name the bookmark of a chapter, counted from 1."""
    return f"chapter_{number}"


def phrase(page: WordPage, words: Phrase, links: Links | None = None, tabs: bool = False) -> str:
    """Write a phrase; links go to the part that it stands in."""
    links = links or page.links
    out = []
    for url, pieces in groupby(words, lambda piece: piece.url):
        target = address(url) if url else ""
        inner = "".join(_words(page, piece, bool(target), tabs) for piece in pieces)
        out.append(_link(f'r:id="{links.id_of(target)}"', inner) if target else inner)
    return "".join(out)


def plate_id(number: int) -> str:
    """Name the relation to a picture, counted from 0."""
    return f"rPlate{number + 1}"


def drawing(number: int, plate: Plate, most: int) -> str:
    """Write a picture in the line, no wider than `most` twentieths of a point, as a run."""
    width = min(plate.width, most / 20)
    height = width * plate.height / max(1.0, plate.width)
    size = f'cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    told = f'id="{number + 1}" name="Picture {number + 1}" descr="{escape(fit(plate.alt))}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"'
        ' distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr {told}/><a:graphic xmlns:a="{DRAWING}/main">'
        f'<a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{plate_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _link(target: str, inner: str) -> str:
    return f'<w:hyperlink {target} w:history="1">{inner}</w:hyperlink>'


def _words(page: WordPage, words: Words, is_link: bool, tabs: bool) -> str:
    marked = _marked(page, words.mark)
    if words.note >= 0:
        return _call(page, words, marked)
    if words.plate >= 0:
        return drawing(words.plate, page.plates[words.plate], page.width)
    own = dict.fromkeys(sign for style, sign in STYLES.items() if style in words.styles)
    styles = "".join(sign for sign in own if sign != UNDERLINED or "<w:u " not in marked)  # no two lines below words
    raised = next((RAISED[style] for style in words.styles if style in RAISED), "")
    return run(words.text, "Hyperlink" if is_link else "", styles + marked + raised, tabs)


def _marked(page: WordPage, mark: int) -> str:
    if mark < 0:
        return ""
    light = page.chapter.marks[mark]
    if light.underline:
        return f'<w:u w:val="thick" w:color="{INKS[light.colour]}"/>'
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{MARKERS[light.colour]}"/>'


def _call(page: WordPage, words: Words, marked: str) -> str:
    """Write the mark of a footnote, as printed; marks after the first lead to that one, as a note hangs on one mark."""
    name = f"note_{page.number}_{words.note}"
    if words.note in page.called:
        inner = run(words.text, "FootnoteReference", marked)
        return _link(f'w:anchor="{name}"', inner)
    page.called.add(words.note)
    note = page.chapter.notes[words.note]
    number = len(page.notes.written) + 1
    named = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    own = f'<w:rPr><w:rStyle w:val="FootnoteReference"/>{marked}</w:rPr>'
    if page.notes.start is None:
        mark = f"<w:r>{named}{text_of(note.marker or words.text or '*')}</w:r>"
        first, rest = (words.text or "*")[:1], words.text[1:]  # LibreOffice takes one character for the mark
        reference = f'<w:r>{own}<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>{text_of(first)}</w:r>'
        reference += f"<w:r>{own}{text_of(rest)}</w:r>" if rest else ""
    else:
        mark = f"<w:r>{named}<w:footnoteRef/></w:r>"
        reference = f'<w:r>{own}<w:footnoteReference w:id="{number}"/></w:r>'
    content = f"{mark}{run(' ')}{phrase(page, note.words, page.notes.links)}"
    page.notes.written.append(f'<w:footnote w:id="{number}">{paragraph("FootnoteText", content)}</w:footnote>')
    return anchored(name, 1_000_000 + number, reference)


def counted_from(publication: Publication) -> int | None:
    """Return the first printed number of the footnotes where they are numbers one after the other, else None."""
    marks = [mark for chapter in publication.chapters for mark in _printed(chapter)]
    if not marks or not all(mark.isascii() and mark.isdecimal() for mark in marks):
        return None
    start = int(marks[0])
    return start if start and marks == [str(start + k) for k in range(len(marks))] else None


def _printed(chapter: Chapter) -> Iterator[str]:
    """Yield the printed marks of the footnotes of a chapter in the order of their first calls."""
    called: set[int] = set()
    for passage in chapter.passages:
        for words in passage.words:
            if words.note >= 0 and words.note not in called:
                called.add(words.note)
                yield words.text


def table(page: WordPage, passage: Passage) -> Iterator[str]:
    """Yield a table and the gap after it; one too wide for Word becomes lines with tabs."""
    columns = columns_of(passage)
    if columns > MOST_COLUMNS:
        for row in passage.rows:
            yield paragraph("Cell", "<w:r><w:tab/></w:r>".join(phrase(page, cell) for cell in row))
        return
    rows = [[phrase(page, cell) for cell in padded(row, columns)] for row in passage.rows]
    spans, taken = spans_of(passage)
    longest = [max(_length(row[column]) for row in passage.rows if column < len(row)) for column in range(columns)]
    merged = [[_merging(spans, taken, (number, column)) for column in range(columns)] for number in range(len(rows))]
    yield _table(rows, passage.header_rows, widths(longest, page.width), merged)
    yield paragraph("Gap", "")


def _merging(
    spans: Mapping[CellPlace, Merged], taken: Mapping[CellPlace, CellPlace], place: CellPlace
) -> tuple[int, str]:
    """Return how many columns a cell takes, none where one at its left takes it, and how it goes on from above."""
    if own := spans.get(place):
        return own.columns, '<w:vMerge w:val="restart"/>' if own.rows > 1 else ""
    if place not in taken:
        return 1, ""
    owner = taken[place]
    return (spans[owner].columns, "<w:vMerge/>") if owner[1] == place[1] else (0, "")


def plain_table(rows: Iterable[tuple[str, ...]], width: int) -> Iterator[str]:
    """Yield a table of plain texts whose first row is its head."""
    rows = list(rows)
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    yield _table([[run(cell) for cell in row] for row in rows], 1, widths(longest, width))
    yield paragraph("Gap", "")


def _length(cell: Phrase) -> int:
    return sum(len(words.text) for words in cell)


def widths(longest: list[int], width: int) -> list[int]:
    """Share the width among columns by the square root of their longest cells."""
    weights = [max(length, 4) ** 0.5 for length in longest]
    return [int(width * weight / sum(weights)) for weight in weights]


def _table(
    rows: list[list[str]], header_rows: int, shares: list[int], merged: list[list[tuple[int, str]]] | None = None
) -> str:
    """Write a table; `merged` tells of each cell how many columns it takes and how it goes on from above."""
    look = '<w:tblLook w:val="0020" w:firstRow="1"/>' if header_rows else '<w:tblLook w:val="0000" w:firstRow="0"/>'
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in shares)
    told = f'<w:tblStyle w:val="BulletinTable"/><w:tblW w:w="5000" w:type="pct"/>{look}'
    out = [f"<w:tbl><w:tblPr>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"]
    for number, row in enumerate(rows):
        is_head = number < header_rows
        style = "HeadCell" if is_head else "Cell"
        repeated = "<w:tblHeader/>" if is_head else ""
        spans = merged[number] if merged else [(1, "")] * len(row)
        cells = "".join(
            _cell(paragraph(style, cell), sum(shares[column : column + across]), across, goes_on)
            for column, (cell, (across, goes_on)) in enumerate(zip(row, spans, strict=True))
            if across
        )
        out.append(f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>")
    out.append("</w:tbl>")
    return "".join(out)


def _cell(content: str, width: int, across: int, goes_on: str) -> str:
    spans = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{goes_on}</w:tcPr>{content}</w:tc>'
