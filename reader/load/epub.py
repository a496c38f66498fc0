"""Load electronic books (EPUB): the pages of their spine one after the other, their list of contents before them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple

from reader.load.data_addresses import quoted_out
from reader.load.declared import clean, is_placeholder
from reader.load.decode import Decoded
from reader.load.html.assemble import Sheet
from reader.load.html.charset import decode_page
from reader.load.html.face import Face
from reader.load.html.names import names_of
from reader.load.html.page import book_rows, finished
from reader.load.html.pictures import Alone, Found, file_name
from reader.load.html.rows import Chunk, Row, RowRole
from reader.load.html.tree import Tree, parse_html, parse_xml
from reader.load.loaded import Loaded
from reader.load.packed import Archive
from reader.load.parts import packed_facts
from reader.load.refuse import DAMAGED_BOOK, no_text
from reader.model.document import FilePart
from reader.model.errors import CannotRead

LOCKS = "META-INF/encryption.xml"
VEILS = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))  # of type alone
CONTAINER = "META-INF/container.xml"
PAGES_MOST = 5000
ENTRIES_MOST = 5000


class Book(NamedTuple):
    """What the package file of a book tells: its facts, its pages in order and where its contents stand."""

    facts: tuple[tuple[str, str], ...]  # name and text of title, publisher, date
    pages: tuple[str, ...]  # names in the archive
    nav: str  # of the contents, as a page (EPUB 3) or else as a list of its own (EPUB 2); empty where there is none
    ncx: str


class InArchive(Alone):
    """A page in an archive, as those of books are."""

    def __init__(self, archive: Archive, folder: str) -> None:
        super().__init__()
        self._archive, self._folder = archive, folder

    def _named(self, address: str) -> Found | None:
        name = posixpath.normpath(posixpath.join(self._folder, file_name(address))).lstrip("/")
        facts = packed_facts(self._archive, name)
        return Found(FilePart("packed", name, facts.format), facts) if facts else None


def load_packed(path: Path, data: bytes, archive: Archive, format_name: str) -> Loaded:
    """Turn a book into a source text and its lines; raise `CannotRead` where it is damaged, locked or shows nothing."""
    book = _book(path, archive)
    _refuse_locked(path, archive, book)
    names = frozenset(archive.names())
    sheet = Sheet()
    front = [_row(text, "masthead", name) for name, text in book.facts]
    entries = list(_contents(archive, book, names))
    sheet.add([*front, *entries])
    has_words = has_pictures = False
    for name in book.pages[:PAGES_MOST]:
        if name in names and not (name == book.nav and entries):
            tree = _page(archive, name)
            rows, below = book_rows(tree, names_of(tree), InArchive(archive, posixpath.dirname(name)))
            has_words = has_words or bool(rows)
            has_pictures = has_pictures or any(node.tag in ("img", "image") for node in tree)
            sheet.add(rows, below)
    if has_pictures and not has_words:  # its package names it all the same
        raise no_text(path, has_pictures=True)
    return finished(path, data, format_name, Decoded("", "utf-8"), sheet)


def _refuse_locked(path: Path, archive: Archive, book: Book) -> None:
    """Raise `CannotRead` where a page of the book is locked; type that is only veiled is no lock."""
    told = _xml(archive, LOCKS) if archive.has(LOCKS) else []
    method, locked = "", set()
    for node in told:
        if node.tag == "encrypteddata":
            method = ""
        elif node.tag == "encryptionmethod":
            method = method or node.attributes.get("algorithm", node.attributes.get("Algorithm", ""))
        elif node.tag == "cipherreference" and method not in VEILS:
            locked.add(_joined("", node.attributes.get("uri", node.attributes.get("URI", ""))))
    if locked.intersection(book.pages):
        sentence = "{path} is a book that its seller has locked (DRM) and that only his program reads; get it without."
        raise CannotRead(sentence, code="book-locked", path=str(path))


def _book(path: Path, archive: Archive) -> Book:
    container = _xml(archive, CONTAINER)
    package = next((node.attributes.get("full-path", "") for node in container if node.tag == "rootfile"), "")
    if package not in archive.names():
        raise CannotRead(DAMAGED_BOOK, code="book-damaged", path=str(path))
    tree = _xml(archive, package)
    items = {node.attributes.get("id", ""): node.attributes for node in tree if node.tag == "item"}
    place = posixpath.dirname(package)
    known = {name.lower(): name for name in archive.names()}  # a name may be spelled otherwise than in the archive
    files = {key: _spelled(_joined(place, item.get("href", "")), archive, known) for key, item in items.items()}
    spine = [node.attributes.get("idref", "") for node in tree if node.tag == "itemref"]
    nav = next((files[key] for key, item in items.items() if "nav" in item.get("properties", "").split()), "")
    ncx = next((files[key] for key, item in items.items() if item.get("media-type", "").endswith("dtbncx+xml")), "")
    pages = tuple(dict.fromkeys(files[key] for key in spine if key in files))
    return Book(tuple(_facts(tree)), pages, nav, ncx)


def _facts(tree: Tree) -> Iterator[tuple[str, str]]:
    """Yield the title, publisher and date that the package states, each once."""
    seen = set()
    for at, node in enumerate(tree):
        if node.tag not in ("title", "publisher", "date") or node.tag in seen or not (text := _words(tree, at)):
            continue
        if not is_placeholder(text) and not text.startswith("0101-"):  # the year of what has no date
            seen.add(node.tag)
            yield node.tag, text


def _joined(place: str, href: str) -> str:
    """Resolve the address of a file in the archive, without the place in it that it may name."""
    return posixpath.normpath(posixpath.join(place, unescape(quoted_out(href.partition("#")[0])))).lstrip("/")


def _spelled(name: str, archive: Archive, known: Mapping[str, str]) -> str:
    """Return a name as the archive spells it."""
    return name if archive.has(name) else known.get(name.lower(), name)


def _contents(archive: Archive, book: Book, names: frozenset[str]) -> Iterator[Row]:
    """Yield the list of contents of a book, if it has one of two and more entries."""
    entries: list[tuple[int, str]] = []
    if book.nav in names:
        entries = list(_nav(_page(archive, book.nav)))
    if not entries and book.ncx in names:
        entries = list(_ncx(_xml(archive, book.ncx)))
    if len(entries) > 1:
        for level, text in entries[:ENTRIES_MOST]:
            row = _row(text, "contents", "")
            row.level = level
            yield row


def _nav(tree: Tree) -> Iterator[tuple[int, str]]:
    """Yield level and title of each entry of the first list in a page of contents."""
    nav = next((at for at, node in enumerate(tree) if node.tag == "nav" and "toc" in _kind(node.attributes)), 0)
    lists: list[int] = []
    for at in range(nav + 1, tree[nav].end if nav else 0):
        while lists and lists[-1] <= at:
            lists.pop()
        if tree[at].tag in ("ol", "ul"):
            lists.append(tree[at].end)
        elif tree[at].tag in ("a", "span") and lists and (text := _words(tree, at)):
            yield len(lists), text


def _kind(attributes: object) -> str:
    pairs = attributes.items() if hasattr(attributes, "items") else ()
    return " ".join(str(text) for key, text in pairs if str(key).endswith(("type", "id", "role")))


def _ncx(tree: Tree) -> Iterator[tuple[int, str]]:
    points: list[int] = []
    for at, node in enumerate(tree):
        while points and points[-1] <= at:
            points.pop()
        if node.tag == "navpoint":
            points.append(node.end)
        elif node.tag == "navlabel" and points and (text := _words(tree, at)):
            yield len(points), text


def _words(tree: Tree, at: int) -> str:
    return clean("".join(node.text for node in tree[at : tree[at].end]))


def _page(archive: Archive, name: str) -> Tree:
    return parse_html(decode_page(archive.read(name), None, None).text)


def _xml(archive: Archive, name: str) -> Tree:
    return parse_xml(decode_page(archive.read(name), None, None).text)


def _row(text: str, role: RowRole, data: str) -> Row:
    runs = ("masthead", "contents")
    return Row(0, -1 - runs.index(role), [Chunk(text, Face())], role=role, data=data, held=True)
