"""Texts that were no file when they came, kept as files of their own in the user's data."""

from __future__ import annotations

import re
from pathlib import Path

from reader.app.data_folder import data_folder
from reader.model.errors import CannotKeep

FOLDER = "pasted"
LONGEST = 40  # characters of a name
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
UNNAMED = "clipboard"


def keep_pasted(data: bytes, suffix: str, text: str) -> Path:
    """Keep a text as a file that is named by its first line; the same again is the same file.

    Raises `CannotKeep` where nothing can be written there.
    """
    folder = data_folder() / FOLDER
    stem = name_for(text)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        number, path = 1, folder / f"{stem}{suffix}"
        while path.exists() and path.read_bytes() != data:
            number += 1
            path = folder / f"{stem} {number}{suffix}"
        path.write_bytes(data)
    except OSError as error:
        sentence = "{path} could not be used ({reason}); check the disk, and try again."
        reason = error.strerror or type(error).__name__
        raise CannotKeep(sentence, code="store-failed", path=str(folder), reason=reason) from error
    return path


def name_for(text: str) -> str:
    """Name a text by its first line, without what no name may hold."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    name = " ".join(NOT_IN_NAMES.sub(" ", first.lstrip("# \t\u3000")).split()).strip(". ")
    return name[:LONGEST].strip() or UNNAMED
