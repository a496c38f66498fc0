"""What was recognised of a file, kept by the hash of its bytes, so that no page is read twice."""

from __future__ import annotations

import gzip
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

VERSION = 1
LINES_MOST = 20_000  # of one page


class TextLine(NamedTuple):
    """A recognised line: how sure it is, 0 to 1, and its corners from the top left one on, in points."""

    text: str
    sure: float
    corners: tuple[float, ...]  # x, y, x, y …


class PageText(NamedTuple):
    """The lines of one page, in no order."""

    width: float  # points
    height: float
    lines: tuple[TextLine, ...]


def kept_at(folder: Path, digest: str) -> Path:
    """Return where the pages of a file are kept."""
    return folder / f"{digest}.json.gz"


def kept_pages(folder: Path, digest: str) -> tuple[list[PageText], bool]:
    """Return what is kept of a file and whether that is all; what cannot be read is not kept."""
    try:
        told: Any = json.loads(gzip.decompress(kept_at(folder, digest).read_bytes()))
        if told["version"] != VERSION:
            return [], False
        pages = [_page(page) for page in told["pages"]]
    except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError):
        return [], False
    return pages, bool(told.get("whole"))


def keep(folder: Path, digest: str, pages: list[PageText], *, whole: bool) -> None:
    """Keep the pages of a file; a disk that is full loses nothing but time."""
    told = {"version": VERSION, "whole": whole, "pages": pages}
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = kept_at(folder, digest)
        beside = target.with_suffix(f".{os.getpid()}.part")
        beside.write_bytes(gzip.compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"), mtime=0))
        beside.replace(target)


def _page(told: Any) -> PageText:
    width, height, lines = told
    return PageText(float(width), float(height), tuple(_line(line) for line in lines[:LINES_MOST]))


def _line(told: Any) -> TextLine:
    text, sure, corners = told
    places = tuple(float(value) for value in corners)
    if len(places) != 8 or not isinstance(text, str):
        raise ValueError("no line")
    return TextLine(text, float(sure), places)
