"""Where the files that ship with the program lie, in a source tree and when installed."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, named relative to `resources/`.

    A built package carries `resources/` inside as `_resources`; a source tree has it beside the package.
    """
    return _shipped("_resources", "resources") / name


READABLE_SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown"),
    *(".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".eml", ".rss", ".atom", ".xml"),
    *(".pdf", ".docx", ".epub", ".zip"),
)
"""How the names of the files end that are looked for in folders and archives; others open when they are chosen."""


def readable_path(path: str) -> str:
    """Return a path as a person reads it: what is no UTF-8 was most likely written in GB18030, on an old system."""
    if path.isascii() or not _is_raw(path):
        return path
    return "/".join(
        os.fsencode(part).decode("gb18030", "replace") if _is_raw(part) else part for part in path.split("/")
    )


def _is_raw(part: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in part)


def sample_issues() -> list[Path]:
    """List the sample issues that ship with the program, in the order of their names."""
    return sorted(path for path in _shipped("_samples", "seeds").glob("*") if path.is_file())


def _shipped(inside: str, beside: str) -> Path:
    packed = _PACKAGE / inside
    return packed if packed.is_dir() else _PACKAGE.parent / beside
