"""A publication as a book for e-readers: EPUB 3, with the contents of EPUB 2 for old devices.

Sources: W3C, EPUB 3.3 and EPUB Type to Role; IDPF, OPF 2.0.1 (the NCX).
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from reader.export.facts import named, nested, source_facts
from reader.export.packed import packed
from reader.export.publication import Publication
from reader.export.web import FACES, LANGUAGE, style_sheet
from reader.export.wording import words_in
from reader.export.xhtml import Shape, chapter_key, chapter_lines, escaped, lang_of, plate_file
from reader.pictures.facts import MEDIA

FOLDER = "EPUB"
MODIFIED = "2000-01-01T00:00:00Z"  # asked for by the standard; the same export gives the same bytes
XML = '<?xml version="1.0" encoding="utf-8"?>'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
CONTAINER = f"""{XML}
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def make(publication: Publication) -> bytes:
    """Return the book."""
    files = {
        "mimetype": "application/epub+zip",  # first and not compressed, so that the file tells its kind
        "META-INF/container.xml": CONTAINER,
        f"{FOLDER}/package.opf": "\n".join(_package(publication)),
        f"{FOLDER}/nav.xhtml": "\n".join(_navigation(publication)),
        f"{FOLDER}/toc.ncx": "\n".join(_old_contents(publication)),
        f"{FOLDER}/style.css": f"body {{ font-family: {FACES[publication.choice.face]}; }}\n{style_sheet('epub.css')}",
        f"{FOLDER}/title.xhtml": "\n".join(_title_page(publication)),
    }
    shape = Shape(publication, is_book=True)
    for number, chapter in enumerate(publication.chapters, 1):
        title = named(chapter, publication.choice.language)
        lines = [*_opening(title), *chapter_lines(shape, chapter, number), "</body>", "</html>", ""]
        files[f"{FOLDER}/{_file(number)}"] = "\n".join(lines)
    plates = {f"{FOLDER}/{plate_file(number, plate)}": plate.data for number, plate in enumerate(publication.plates)}
    written = ((name, text.encode("utf-8")) for name, text in files.items())
    return packed((*written, *plates.items()), frozenset({"mimetype", *plates}))


def _file(number: int) -> str:
    return f"{chapter_key(number)}.xhtml"


def _identifier(publication: Publication) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, publication.identity)}"


def _name(publication: Publication) -> str:
    """Return the title of the book, which may not be blank."""
    return publication.title.strip() or words_in(publication.choice.language)["untitled"]


def _package(publication: Publication) -> Iterator[str]:
    files = [_file(number) for number in range(1, len(publication.chapters) + 1)]
    yield XML
    yield '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-CN">'
    yield '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    yield f'<dc:identifier id="id">{_identifier(publication)}</dc:identifier>'
    yield f"<dc:title>{escaped(_name(publication))}</dc:title>"
    yield f"<dc:language>{LANGUAGE}</dc:language>"
    for author in publication.authors:
        if author.strip():
            yield f"<dc:creator>{escaped(author)}</dc:creator>"
    if publication.publisher.strip():
        yield f"<dc:publisher>{escaped(publication.publisher)}</dc:publisher>"
    if source := " ".join(publication.source).strip():
        yield f"<dc:source>{escaped(source)}</dc:source>"
    yield f'<meta property="dcterms:modified">{MODIFIED}</meta>'
    yield "</metadata>"
    yield "<manifest>"
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    yield '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    yield '<item id="style" href="style.css" media-type="text/css"/>'
    for name in ("title.xhtml", *files):
        yield f'<item id="{name.removesuffix(".xhtml")}" href="{name}" media-type="application/xhtml+xml"/>'
    for number, plate in enumerate(publication.plates):
        name = plate_file(number, plate)
        yield f'<item id="p{number + 1}" href="{name}" media-type="{MEDIA[plate.format]}"/>'
    yield "</manifest>"
    yield '<spine toc="ncx">'
    for name in ("title.xhtml", *files):
        yield f'<itemref idref="{name.removesuffix(".xhtml")}"/>'
    yield "</spine>"
    yield "</package>"
    yield ""


def _opening(title: str, language: str = LANGUAGE) -> Iterator[str]:
    yield XML
    yield "<!DOCTYPE html>"
    yield f"<html {XHTML}{lang_of(language)}>"
    yield f'<head><title>{escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>'
    yield "<body>"


def _title_page(publication: Publication) -> Iterator[str]:
    yield from _opening(_name(publication))
    yield '<section class="front" epub:type="titlepage">'
    yield f"<h1>{escaped(_name(publication))}</h1>"
    for fact in source_facts(publication):
        if fact != publication.title:
            yield f"<p>{escaped(fact)}</p>"
    yield "</section>"
    yield "</body>"
    yield "</html>"
    yield ""


def _navigation(publication: Publication) -> Iterator[str]:
    language = publication.choice.language
    contents = escaped(words_in(language)["contents"])
    yield from _opening(words_in(language)["contents"])
    yield '<nav epub:type="toc" role="doc-toc">'
    yield f"<h1{Shape(publication).lang}>{contents}</h1>"
    yield "<ol>"
    for opens, number, chapter, closing in nested(publication.chapters):
        ending = "<ol>" if opens else "</li>" + "</ol></li>" * closing
        yield f'<li><a href="{_file(number)}">{escaped(named(chapter, language))}</a>{ending}'
    if not publication.chapters:
        yield f'<li><a href="title.xhtml">{escaped(_name(publication))}</a></li>'
    yield "</ol>"
    yield "</nav>"
    yield "</body>"
    yield "</html>"
    yield ""


def _old_contents(publication: Publication) -> Iterator[str]:
    language = publication.choice.language
    rows = list(nested(publication.chapters))
    yield XML
    yield '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">'
    yield "<head>"
    yield f'<meta name="dtb:uid" content="{_identifier(publication)}"/>'
    yield "</head>"
    yield f"<docTitle><text>{escaped(_name(publication))}</text></docTitle>"
    yield "<navMap>"
    for opens, number, chapter, closing in rows:
        yield _point(number, named(chapter, language), _file(number)) + ("" if opens else "</navPoint>" * (1 + closing))
    if not rows:
        yield _point(1, _name(publication), "title.xhtml") + "</navPoint>"
    yield "</navMap>"
    yield "</ncx>"
    yield ""


def _point(number: int, title: str, file: str) -> str:
    label = f"<navLabel><text>{escaped(title)}</text></navLabel>"
    return f'<navPoint id="p{number}" playOrder="{number}">{label}<content src="{file}"/>'
