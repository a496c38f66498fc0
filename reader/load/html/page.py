"""Load web pages: what a browser would show, as lines that say what the page's own markup takes them for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.load.decode import Decoded
from reader.load.html.assemble import Sheet
from reader.load.html.charset import decode_page
from reader.load.html.face import faces_of
from reader.load.html.furniture import HIDDEN, parts_of
from reader.load.html.grids import grids_of
from reader.load.html.judge import Page, judge, judge_page_of_book
from reader.load.html.names import names_of, title_rows
from reader.load.html.pictures import Beside, Surroundings
from reader.load.html.rows import Row, Walker
from reader.load.html.tree import Tree, parse_html
from reader.load.html.weights import Weights
from reader.load.loaded import Loaded, Progress
from reader.load.refuse import no_text
from reader.model.document import Picture, Source


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Turn a web page into a source text and its lines.

    Nothing is run or fetched. Raises `CannotRead` where the page shows nothing, `CannotDecode` where no encoding fits.
    """
    return load_page(path, data, format_name, decode_page(data, encoding, progress), progress)


def load_page(
    path: Path,
    data: bytes,
    format_name: str,
    decoded: Decoded,
    progress: Progress | None = None,
    around: Surroundings | None = None,
) -> Loaded:
    """Turn a decoded page into a source text and its lines; `data` are the bytes of the file that it came in.

    Its pictures lie `around` it: beside the file, unless somebody knows better.
    """
    sheet = Sheet()
    tree = parse_html(decoded.text)
    tell(progress, 0.6)
    names = names_of(tree)
    below: list[Picture] = []
    rows = rows_of(tree, names, progress, around or Beside(path), below)
    sheet.add(title_rows(names, rows), below)
    has_pictures = any(node.tag == "img" for node in tree)
    return finished(path, data, format_name, decoded, sheet, has_pictures=has_pictures)


def tell(progress: Progress | None, fraction: float) -> None:
    """Tell how far the reading of a page is; it may be stopped there."""
    if progress is not None:
        progress("load", fraction)


def finished(
    path: Path, data: bytes, format_name: str, decoded: Decoded, sheet: Sheet, *, has_pictures: bool = False
) -> Loaded:
    """Give a written sheet back as what was loaded; raise `CannotRead` where it shows nothing."""
    if not sheet.lines:
        raise no_text(path, has_pictures=has_pictures)
    digest = hashlib.sha256(data).hexdigest()
    source = Source(path.name, digest, format_name, decoded.encoding, sheet.text, decoded.warnings)
    sheet.place_waiting()
    return Loaded(source, tuple(sheet.lines), tuple(sheet.styled), pictures=tuple(sheet.pictures))


def book_rows(
    tree: Tree, names: tuple[str, ...], around: Surroundings | None = None
) -> tuple[list[Row], list[Picture]]:
    """Read the rows of a page of a book, and the pictures below them: all but the hidden is text."""
    faces, blocks = faces_of(tree)
    weights = Weights(tree, faces)
    walker = Walker(tree, faces, blocks, grids_of(tree, faces, weights), around)
    walker.walk([HIDDEN if face.hidden else "" for face in faces])
    return judge_page_of_book(tree, walker, names), walker.waiting


def rows_of(
    tree: Tree,
    names: tuple[str, ...] = (),
    progress: Progress | None = None,
    around: Surroundings | None = None,
    below: list[Picture] | None = None,
) -> list[Row]:
    """Read the rows of a tree of HTML, each with its role; `names` is what the page calls itself.

    Pictures lie `around` it; `below` takes those that stand under all rows.
    """
    faces, blocks = faces_of(tree)
    weights = Weights(tree, faces)
    tell(progress, 0.7)
    parts = parts_of(tree, faces, blocks, weights)
    main = range(parts.main, parts.end) if parts.main > 0 else range(0)
    walker = Walker(tree, faces, blocks, grids_of(tree, faces, weights), around, main)
    tell(progress, 0.8)
    walker.walk(parts.reasons)
    if below is not None:
        below += walker.waiting
    tell(progress, 0.9)
    return judge(Page(tree, parts, names), walker)
