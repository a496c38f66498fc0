"""A publication as a Word document: real headings, footnotes, tables and links, for Word and LibreOffice alike."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from string import Template
from typing import TYPE_CHECKING, Any

from reader.app.paths import resource
from reader.export.characters import fit
from reader.export.facts import (
    chapter_facts,
    in_one_line,
    listed_marks,
    mark_facts,
    named,
    source_facts,
)
from reader.export.packed import packed
from reader.export.publication import MarkedQuote, Passage, Publication
from reader.export.word_text import (
    INKS,
    SPACES,
    Links,
    Notes,
    WordPage,
    anchored,
    chapter_anchor,
    counted_from,
    drawing,
    paragraph,
    phrase,
    plain_table,
    plate_id,
    run,
    table,
)
from reader.export.wording import words_in
from reader.pictures.facts import MEDIA

if TYPE_CHECKING:
    from docx.document import Document

MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same export gives the same bytes
PAPERS = {"a4": (11906, 16838), "letter": (12240, 15840)}  # twentieths of a point
MARGIN = 1440
FACES = {"serif": ("Times New Roman", "SimSun"), "sans": ("Arial", "Microsoft YaHei")}
FONT_TABLE = f"""<w:fonts {SPACES}>
<w:font w:name="SimSun"><w:altName w:val="宋体"/><w:charset w:val="86"/><w:family w:val="roman"/></w:font>
<w:font w:name="Microsoft YaHei"><w:altName w:val="微软雅黑"/><w:charset w:val="86"/><w:family w:val="swiss"/></w:font>
</w:fonts>"""  # both names of the faces, and which kind to take where they are missing
FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
DEEPEST = 6  # level of heading
SHARES = (70, 82, 85, 92, 100, 112, 130, 155, 190)  # hundredths of the size of the body
HUNG = 420  # twentieths of a point: where the text of a list item begins
STYLE_OF = {
    "caption": "Caption", "picture": "Caption", "note": "Aside", "editor_note": "EditorNote", "contact": "Contact",
}  # fmt: skip
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
UNWANTED = ("thumbnail", "stylesWithEffects", "customXml")  # relations of the library's template
SETTINGS = f"""<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>
<w:characterSpacingControl w:val="compressPunctuation"/>
<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"""
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
VERSE = '<w:ind w:leftChars="200" w:left="480" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'
KEPT_WITH_CAPTION = '<w:keepNext/><w:spacing w:line="240" w:lineRule="auto"/>'
QUOTED = '<w:keepNext w:val="0"/><w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="D9D4C9"/></w:pBdr>'
BULLETS = ("•", "◦", "▪", "•")


def make(publication: Publication) -> bytes:
    """Return the document (.docx)."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    links, notes = Links(), Notes(counted_from(publication))
    _set_styles(document, publication)
    body = document.element.body
    end = body[-1]  # the properties of the section stay last
    for piece in _content(publication, links, notes):
        end.addprevious(parse_xml(piece.replace(">", f" {SPACES}>", 1)))
    _set_page(document, publication, notes.start or 1)
    _tell(document, publication)
    _relate(document, links, notes)
    _relate_plates(document, publication)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return packed((name, archive.read(name)) for name in archive.namelist())


def _content(publication: Publication, links: Links, notes: Notes) -> Iterator[str]:
    words = words_in(publication.choice.language)
    facts = [in_one_line(fact) for fact in source_facts(publication)]
    width = PAPERS[publication.choice.paper][0] - 2 * MARGIN
    if publication.listed:
        yield paragraph("Title", run(in_one_line(publication.title)))
        facts = [fact for fact in facts if fact != in_one_line(publication.title)]
    if facts:
        yield paragraph("Source", run(" · ".join(facts)))
    if publication.listed:
        yield paragraph("TOCHeading", run(words["contents"]))
        yield from _contents(publication)
    for number, chapter in enumerate(publication.chapters, 1):
        yield from _chapter(publication, WordPage(chapter, number, width, links, notes, publication.plates))


def _contents(publication: Publication) -> Iterator[str]:
    """Yield the contents: a field that Word can make anew, filled in so that it need not."""
    deepest = min(max(chapter.level for chapter in publication.chapters), 3)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC '
        f'\\o "1-{deepest}" \\n \\h \\z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    last = len(publication.chapters)
    for number, chapter in enumerate(publication.chapters, 1):
        title = run(named(chapter, publication.choice.language), "Hyperlink")
        link = f'<w:hyperlink w:anchor="{chapter_anchor(number)}" w:history="1">{title}</w:hyperlink>'
        content = (begin if number == 1 else "") + link + (end if number == last else "")
        yield paragraph(f"TOC{min(chapter.level, 3)}", content)


def _chapter(publication: Publication, page: WordPage) -> Iterator[str]:
    chapter, language = page.chapter, publication.choice.language
    words = words_in(language)
    if chapter.section:
        yield paragraph("Within", run(chapter.section))
    title = phrase(page, chapter.title) if chapter.has_title else ""
    style = f"Heading{min(chapter.level, DEEPEST)}" if chapter.has_title else "Gap"
    yield paragraph(style, anchored(chapter_anchor(page.number), page.number, title))
    if chapter.signed:
        yield paragraph("Byline", phrase(page, chapter.signed))
    for label, value in chapter.meta:
        yield paragraph("Byline", run(f"{label}\u3000") + phrase(page, value))
    if facts := chapter_facts(publication, chapter):
        yield paragraph("Facts", run(" · ".join(facts)))
    for passage in chapter.passages:
        yield from _passage(page, passage)
    if rest := [note for number, note in enumerate(chapter.notes) if number not in page.called]:
        yield paragraph("Label", run(words["notes"]))
        for note in rest:
            marker = run(note.marker, "FootnoteReference")
            yield paragraph("FootnoteText", f"{marker}{run(' ')}{phrase(page, note.words)}")
    if marks := listed_marks(publication, chapter):
        yield paragraph("Label", run(words["highlights" if publication.choice.only_highlights else "marks"]))
        for mark in marks:
            yield from _mark(mark, language)
    if chapter.figures:
        yield paragraph("Label", run(words["figures"]))
        heads = tuple(words[name] for name in ("measures", "figure", "kind"))
        yield from plain_table([heads, *chapter.figures], page.width)
    if chapter.contacts:
        yield paragraph("Label", run(words["contacts"]))
        for contact in chapter.contacts:
            lines = "\n".join(f"{label}\u3000{value}" for label, value in contact)
            yield paragraph("Contact", run(lines))


def _passage(page: WordPage, passage: Passage) -> Iterator[str]:
    if passage.plate >= 0:
        yield paragraph("Caption", drawing(passage.plate, page.plates[passage.plate], page.width), KEPT_WITH_CAPTION)
        return
    lines = run(f"{passage.lines} ", "Lines") if passage.lines else ""
    if passage.rows:
        if lines:
            yield paragraph("Cell", lines)
        yield from table(page, passage)
        if not passage.words:
            return
        lines = ""
    if passage.code:
        lines += "<w:r><w:br/></w:r>" if lines else ""
        yield paragraph("Code", lines + phrase(page, passage.words, tabs=True))
        return
    content = lines + phrase(page, passage.words)
    if passage.kind == "subheading":
        level = min(page.chapter.level + max(passage.level, 1), DEEPEST)
        yield paragraph(f"Heading{level}", content)
    elif passage.kind == "list_item":
        yield paragraph("ListItem", content, _list_properties(passage))
    elif passage.quote and passage.kind == "paragraph":
        yield paragraph("Quote", content, QUOTED)
    else:
        properties = VERSE if passage.is_verse else ""
        yield paragraph(STYLE_OF.get(passage.kind, "BodyText"), content, properties)


def _list_properties(passage: Passage) -> str:
    """Indent an item; one without number or bullet of its own gets a bullet."""
    level = min(max(passage.level, 1), len(BULLETS))
    if passage.bullet:
        return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    return f'<w:ind w:left="{HUNG * (level + 1)}" w:hanging="{HUNG}"/>'


def _mark(mark: MarkedQuote, language: str) -> Iterator[str]:
    border = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="{INKS[mark.colour]}"/></w:pBdr>'
    yield paragraph("Quote", run(mark.quote), border)
    if note := mark.note.strip():
        yield paragraph("Remark", run(note))
    yield paragraph("QuoteFacts", run(" · ".join(mark_facts(mark, language))))


def _set_styles(document: Document, publication: Publication) -> None:
    """Put our styles, settings and bullets in the place of those of the library's template."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    choice = publication.choice
    latin, east = FACES[choice.face]
    width = PAPERS[choice.paper][0] - 2 * MARGIN
    sizes = {f"s{share}": round(choice.size * 2 * share / 100) for share in SHARES}
    values = {"latin": latin, "east": east, "indent": round(choice.size * 40), "width": width, **sizes}
    styles = Template(resource("publishing/word_styles.xml").read_text("utf-8")).substitute(values)
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{HUNG * (level + 2)}" w:hanging="{HUNG}"/></w:pPr></w:lvl>'
        for level, sign in enumerate(BULLETS)
    )
    bullets = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    part = document.part
    part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = FONT_TABLE.encode("utf-8")
    for element, xml in (
        (document.styles.element, styles.encode()),
        (document.settings.element, SETTINGS.encode()),
        (part.numbering_part.element, bullets.encode()),
    ):
        element[:] = list(parse_xml(xml))


def _set_page(document: Document, publication: Publication, first_note: int) -> None:
    """Set paper and margins, where footnotes are counted from, and a header with title and number of the page."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Twips

    section = document.sections[0]
    width, height = PAPERS[publication.choice.paper]
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(MARGIN)
    section.header.is_linked_to_previous = False
    told = re.split(r"(\{pages?\})", words_in(publication.choice.language)["pages"])
    fields = "".join(
        f'<w:fldSimple w:instr=" {FIELDS[part]} ">{run("1")}</w:fldSimple>' if part in FIELDS else run(part)
        for part in told
    )
    content = f"{run(in_one_line(publication.title))}<w:r><w:tab/></w:r>{fields}"
    made = parse_xml(paragraph("Header", content).replace(">", f" {SPACES}>", 1))
    counted = f'<w:footnotePr {SPACES}><w:numStart w:val="{first_note}"/></w:footnotePr>'
    section._sectPr.find(qn("w:pgSz")).addprevious(parse_xml(counted))
    header: Any = section.header.paragraphs[0]._p
    header.getparent().replace(header, made)


def _tell(document: Document, publication: Publication) -> None:
    """Fill in the properties of the document."""
    told = document.core_properties
    told.title = in_one_line(fit(publication.title))
    told.author = in_one_line(fit(", ".join(publication.authors)))
    told.subject = in_one_line(fit(" ".join(publication.source)))
    told.language = "zh-CN"
    told.created = told.modified = MADE
    told.last_modified_by = told.comments = told.keywords = told.category = ""
    told.revision = 1


def _relate(document: Document, links: Links, notes: Notes) -> None:
    """Add the footnotes and the targets of links, and leave out what the template brings and we do not use."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part, package = document.part, document.part.package
    for rels in (part.rels, package.rels):
        for name, rel in list(rels.items()):
            if rel.reltype.endswith(UNWANTED):
                del rels[name]
    for url, name in links.ids.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, name, is_external=True)
    written = "".join((SEPARATORS, *notes.written))
    xml = f'<?xml version="1.0" encoding="utf-8"?>\n<w:footnotes {SPACES}>{written}</w:footnotes>'
    footnotes = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode("utf-8"), package)
    for url, name in notes.links.ids.items():
        footnotes.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, name, is_external=True)
    part.relate_to(footnotes, RELATIONSHIP_TYPE.FOOTNOTES)


def _relate_plates(document: Document, publication: Publication) -> None:
    """Add the pictures as they are."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = document.part
    for number, plate in enumerate(publication.plates):
        name = PackURI(f"/word/media/picture{number + 1}{plate.suffix}")
        picture = Part(name, MEDIA[plate.format], plate.data, part.package)
        part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, picture, plate_id(number))
