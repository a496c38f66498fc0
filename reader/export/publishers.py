"""The kinds of file in which articles are handed on: one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from reader.export.files import write_file
from reader.export.plates import with_plates_of
from reader.export.publication import Publication
from reader.model.errors import NOT_MADE, CannotWrite, foreseen
from reader.pictures.facts import COMMON, DRAWABLE

Make = Callable[[Publication], bytes]


class Publisher(NamedTuple):
    """A kind of file: the suffix of its name, and the module whose `make` sets a publication as its bytes."""

    suffix: str
    module: str
    holds: frozenset[str] = frozenset()  # formats of the pictures that it holds; where none, they lie beside it

    def make(self, publication: Publication) -> bytes:
        """Return the bytes of the file; the library for it is loaded on first use."""
        make: Make = import_module(self.module).make
        return make(with_plates_of(publication, self.holds) if self.holds else publication)

    def files_beside(self, publication: Publication) -> dict[str, bytes]:
        """Return the pictures that lie in a folder beside the file, by their names there."""
        if self.holds or not publication.folder:
            return {}
        return {f"{number}{plate.suffix}": plate.data for number, plate in enumerate(publication.plates, 1)}


PUBLISHERS = (
    Publisher(".pdf", "reader.export.pdf", COMMON),
    Publisher(".docx", "reader.export.word", frozenset(("png", "jpeg", "gif", "bmp", "tiff", "emf", "wmf"))),
    Publisher(".epub", "reader.export.epub", COMMON),
    Publisher(".html", "reader.export.web", DRAWABLE),
    Publisher(".md", "reader.export.markdown"),
    Publisher(".txt", "reader.export.plain_text"),
)


def publisher(path: Path) -> Publisher:
    """Return the publisher for a target; raise `CannotWrite` where its suffix is none that is known."""
    for row in PUBLISHERS:
        if row.suffix == path.suffix.lower():
            return row
    sentence = "{path} does not say what to write; end the name in {suffixes}."
    raise CannotWrite(sentence, code="unknown-suffix", path=str(path), suffixes=", ".join(p.suffix for p in PUBLISHERS))


def save(publication: Publication, path: Path) -> None:
    """Write a publication to a file whose name tells its kind; raise `CannotWrite` with a sentence for the user."""
    with foreseen(NOT_MADE, "not-made", str(path), CannotWrite):
        kind, publication = publisher(path), beside(publication, path)
        write_all(path, kind.make(publication), kind.files_beside(publication))


def beside(publication: Publication, path: Path) -> Publication:
    """Return a publication that knows the folder of its pictures beside a file."""
    return replace(publication, folder=_folder(path)) if publication.plates else publication


def _folder(path: Path) -> str:
    return f"{path.stem}_files"


def write_all(path: Path, data: bytes, files: Mapping[str, bytes]) -> None:
    """Write a file and, first, the pictures beside it."""
    if files:
        folder = path.with_name(_folder(path))
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            sentence = "The folder {path} for the pictures could not be made; choose another place."
            raise CannotWrite(sentence, code="no-picture-folder", path=str(folder)) from error
        for name, picture in files.items():
            write_file(folder / name, picture)
    write_file(path, data)
