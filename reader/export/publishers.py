"""The kinds of file in which articles are handed on: one table."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from reader.errors import NOT_MADE, CannotWrite, foreseen
from reader.export.files import write_file
from reader.export.publication import Publication

Make = Callable[[Publication], bytes]


class Publisher(NamedTuple):
    """A kind of file: the suffix of its name, and the module whose `make` sets a publication as its bytes."""

    suffix: str
    module: str

    def make(self, publication: Publication) -> bytes:
        """Return the bytes of the file; the library for it is loaded on first use."""
        make: Make = import_module(self.module).make
        return make(publication)


PUBLISHERS = (
    Publisher(".pdf", "reader.export.pdf"),
    Publisher(".docx", "reader.export.word"),
    Publisher(".epub", "reader.export.epub"),
    Publisher(".html", "reader.export.web"),
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
        write_file(path, publisher(path).make(publication))
