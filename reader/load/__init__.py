"""From bytes to a Source and its Lines: one module a format, each a row of LOADERS."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.load.loaded import Loaded, Progress
from reader.load.read import read_bytes
from reader.load.refuse import HEAD_BYTES
from reader.load.text import load_text

__all__ = ["LOADERS", "Loaded", "Progress", "load"]


class LoadBytes(Protocol):
    """What a loader module provides."""

    def __call__(
        self,
        path: Path,
        data: bytes,
        format_name: str,
        encoding: str | None,
        progress: Progress | None,
        password: str | None,
    ) -> Loaded:
        """Turn the bytes of `path` into a source and lines; raise `ReaderError` where that cannot be."""


class Loader(NamedTuple):
    """A format: `matches(path, head)` tells by the name and the first bytes whether a file is one."""

    format: str
    matches: Callable[[Path, bytes], bool]
    load: LoadBytes


def _is_pdf(path: Path, head: bytes) -> bool:
    """Tell a PDF by its sign, before which other bytes may stand."""
    return b"%PDF-" in head


def _load_pdf(
    path: Path, data: bytes, format_name: str, encoding: str | None, progress: Progress | None, password: str | None
) -> Loaded:
    """Load a PDF by the module for it, which a text file does not pay for."""
    loaded: Loaded = import_module("reader.load.pdf").load_pdf(path, data, format_name, encoding, progress, password)
    return loaded


LOADERS = (  # the first that matches loads
    Loader("pdf", _is_pdf, _load_pdf),
    Loader("markdown", lambda path, head: path.suffix.lower() in (".md", ".markdown"), load_text),
    Loader("text", lambda path, head: True, load_text),
)


def load(
    path: Path, encoding: str | None = None, progress: Progress | None = None, password: str | None = None
) -> Loaded:
    """Read, decode and cut into lines the file at `path`; `encoding` overrides the detected one.

    Raises `CannotRead` or `CannotDecode` with a sentence for the user, `NeedsPassword` for a locked file that
    `password` does not open, and whatever `progress` raises to stop.
    """
    data = read_bytes(path, progress)
    loader = next(row for row in LOADERS if row.matches(path, data[:HEAD_BYTES]))
    return loader.load(path, data, loader.format, encoding, progress, password)
