"""Load what is packed as a ZIP: a document of a word processor, an electronic book, or a file in an archive."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from reader.app.paths import is_looked_for
from reader.load.inside import SIGN
from reader.load.loaded import Loaded, Progress
from reader.load.packed import Archive, is_shown
from reader.model.errors import CannotRead

KINDS = (  # a file that each kind has, the kind, and the module that loads it
    ("word/document.xml", "docx", "reader.load.docx.document"),
    ("xl/workbook.xml", "xlsx", "reader.load.word.spreadsheet"),
    ("ppt/presentation.xml", "pptx", "reader.load.word.presentation"),
    ("META-INF/container.xml", "epub", "reader.load.epub"),
)
OFD = "OFD.xml"  # a file of pages, as a PDF is one
FOREIGN = (  # the same for kinds that cannot be opened, with their names
    ("xl/", "a spreadsheet"),  # in the binary form of its kind
    ("content.xml", "an office document"),
    ("AndroidManifest.xml", "a program"),
)
AS_TEXT = "choose Save As, plain text (UTF-8), in the program that made it, and open that file"


def load(
    path: Path, data: bytes, format_name: str, encoding: str | None = None, progress: Progress | None = None
) -> Loaded:
    """Load a document, a book, or the only readable file of an archive.

    Raises `CannotRead` where an archive holds none or several: each is opened by a path of its own.
    """
    archive = Archive(path, data)
    names = frozenset(archive.names())
    for name, kind, module in KINDS:
        if name in names:
            loaded: Loaded = import_module(module).load_packed(path, data, archive, kind)
            return loaded
    if OFD in names:
        laid_out: Loaded = import_module("reader.load.ofd").load(path, data, "ofd", progress)
        return laid_out
    for beginning, kind in FOREIGN:
        if any(name.startswith(beginning) for name in names):
            raise CannotRead(
                "{path} is {kind}, which this version cannot open: {advice}.",
                code="unsupported",
                path=str(path),
                kind=kind,
                advice=AS_TEXT,
            )
    inside = readable(archive)
    if not inside:
        sentence = "{path} holds no file that can be opened; choose another."
        raise CannotRead(sentence, code="archive-empty", path=str(path))
    raise CannotRead(
        "{path} is an archive of files ({count}); open it in the window, or name one of them: {example}.",
        code="archive",
        path=str(path),
        count=len(inside),
        example=f"{path.name}{SIGN}/{inside[0]}",
    )


def is_document(archive: Archive) -> bool:
    """Tell whether an archive is one document, whatever its name."""
    names = frozenset(archive.names())
    return OFD in names or any(name in names for name, _kind, _module in KINDS)


def readable(archive: Archive) -> list[str]:
    """List the files of an archive that can be opened, by name."""
    return sorted(name for name in archive.names() if is_shown(name) and is_looked_for(name))
