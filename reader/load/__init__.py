"""From bytes to a Source and its Lines: one module a format, each a row of LOADERS."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.load import sniff
from reader.load.loaded import Loaded, Progress
from reader.load.read import read_bytes
from reader.load.refuse import HEAD_BYTES, as_named
from reader.load.text import load_text
from reader.model.errors import CannotRead, readable_path
from reader.text.han import usual

PDF = b"%PDF-"
SCANNED = ("pdf", "picture")  # formats of pages whose text can be recognised

__all__ = ["LOADERS", "Loaded", "Progress", "load", "recognise"]


class LoadBytes(Protocol):
    """What a loader module provides."""

    def __call__(
        self, path: Path, data: bytes, format_name: str, encoding: str | None, progress: Progress | None
    ) -> Loaded:
        """Turn the bytes of `path` into a source and lines; raise `ReaderError` where that cannot be."""


class Unlock(Protocol):
    """What a module provides beside whose files can be locked."""

    def __call__(
        self, path: Path, data: bytes, format_name: str, password: str | None, progress: Progress | None
    ) -> Loaded:
        """Do the same with a password; raise `NeedsPassword` where it does not open the file."""


class Loader(NamedTuple):
    """A format: `matches(path, head)` tells by the name and the first bytes whether a file is one."""

    format: str
    matches: Callable[[Path, bytes], bool]
    load: LoadBytes
    unlock: Unlock | None = None  # loads where a password was given


def _is_pdf(path: Path, head: bytes) -> bool:
    """Tell a PDF by its sign; in a file that is called one, other bytes may stand before."""
    return head.lstrip().startswith(PDF) or PDF in head and path.suffix.lower() == ".pdf"


def _load_pdf(path: Path, data: bytes, format_name: str, encoding: str | None, progress: Progress | None) -> Loaded:
    """Load a PDF that is not locked."""
    return _unlock_pdf(path, data, format_name, None, progress)


def _unlock_pdf(path: Path, data: bytes, format_name: str, password: str | None, progress: Progress | None) -> Loaded:
    """Load a PDF in a process of its own, by a module which a text file does not pay for."""
    apart = import_module("reader.load.apart")
    loaded: Loaded = apart.load_apart(apart.ReadingWish(path, data, format_name, password), progress)
    return loaded


def deferred(module: str) -> LoadBytes:
    """Return the `load` of a module that is imported when the first file of its kind is opened."""

    def load_bytes(
        path: Path, data: bytes, format_name: str, encoding: str | None, progress: Progress | None
    ) -> Loaded:
        loaded: Loaded = import_module(module).load(path, data, format_name, encoding, progress)
        return loaded

    return load_bytes


LOADERS = (  # the first that matches loads
    Loader("pdf", _is_pdf, _load_pdf, _unlock_pdf),
    Loader("zip", sniff.is_zip, deferred("reader.load.zipped")),
    Loader("ole", sniff.is_ole, deferred("reader.load.ole")),
    Loader("rtf", sniff.is_rich_text, deferred("reader.load.word.rtf")),
    Loader("feed", sniff.is_feed, deferred("reader.load.feed")),
    Loader("feed", sniff.is_other_feed, deferred("reader.load.other_feeds")),
    Loader("html", sniff.is_mail, deferred("reader.load.mail")),
    Loader("html", sniff.is_saved_page, deferred("reader.load.mhtml")),
    Loader("html", sniff.is_page, deferred("reader.load.html.page")),
    Loader("markdown", sniff.is_markdown, deferred("reader.load.markdown")),
    Loader("picture", sniff.is_picture, deferred("reader.load.picture")),
    Loader("text", lambda path, head: True, load_text),
)


def load(
    path: Path,
    encoding: str | None = None,
    progress: Progress | None = None,
    password: str | None = None,
    recognised: Path | None = None,
) -> Loaded:
    """Read, decode and cut into lines the file at `path`; `encoding` overrides the detected one.

    What was recognised of its pages and is kept in the folder `recognised` is taken for its text.
    Raises `CannotRead` or `CannotDecode` with a sentence for the user, `NeedsPassword` for a locked file that
    `password` does not open, and whatever `progress` raises to stop.
    """
    data = read_bytes(path, progress)
    loader = next(row for row in LOADERS if row.matches(path, data[:HEAD_BYTES]))
    try:
        if recognised and loader.format in SCANNED and (kept := _kept(path, data, recognised)):
            return _in_usual_characters(kept)
        if loader.unlock and password:
            return _in_usual_characters(loader.unlock(path, data, loader.format, password, progress))
        return _in_usual_characters(loader.load(path, data, loader.format, encoding, progress))
    except CannotRead as refusal:
        raise as_named(path, refusal) from refusal


def recognise(path: Path, folder: Path, progress: Progress | None = None, password: str | None = None) -> None:
    """Recognise the text of a PDF or a picture in a process of its own, and keep it in a folder.

    Raises `CannotRead` where it is neither, cannot be drawn, or where nothing is installed that recognises text.
    """
    data = read_bytes(path, progress)
    loader = next(row for row in LOADERS if row.matches(path, data[:HEAD_BYTES]))
    if loader.format not in SCANNED:
        sentence = "{path} is neither a PDF nor a picture; open it as it is."
        raise CannotRead(sentence, code="not-scanned", path=str(path))
    apart = import_module("reader.load.apart")
    apart.load_apart(apart.ReadingWish(path, data, "ocr", password, folder), progress)


def _kept(path: Path, data: bytes, folder: Path) -> Loaded | None:
    """Return what was recognised of all pages of a file; None where nothing is kept."""
    if not folder.is_dir():
        return None
    kept = import_module("reader.load.ocr.kept")
    digest = hashlib.sha256(data).hexdigest()
    pages, whole = kept.kept_pages(folder, digest)
    if not whole:
        return None
    loaded: Loaded = import_module("reader.load.ocr.document").loaded_of(path, digest, pages, is_pdf=PDF in data[:1024])
    return loaded


def _in_usual_characters(loaded: Loaded) -> Loaded:
    """Read the radicals and doubles that programs write for characters as these, each in its place; so the name."""
    text, name = usual(loaded.source.text), readable_path(loaded.source.name)
    is_same = text is loaded.source.text and name == loaded.source.name
    return loaded if is_same else loaded._replace(source=replace(loaded.source, text=text, name=name))
