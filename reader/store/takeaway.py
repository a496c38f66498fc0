"""All of a user's data in one file, to move to another machine or to keep."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.app.safe_file import replacing
from reader.model.errors import CannotKeep
from reader.store.database import Database
from reader.store.failures import failure, told
from reader.store.library import FILE_NAME, Library
from reader.store.merging import merge_all
from reader.store.schema import KEYS

SETTINGS = "settings.json"
ABOUT = "about.json"
FORMAT = "bulletin-reader data"
LARGEST = 1 << 30  # bytes of one part, unpacked
NOT_DATA = "“{path}” holds no data of this program; choose a file that was made with “Export All Data”."


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file brought in: rows that were new or newer, by table, and the settings for the window to take over."""

    written: Mapping[str, int]
    settings: Mapping[str, Any] = field(default_factory=dict)


def pack(library: Library, path: Path, settings: Mapping[str, Any]) -> None:
    """Write everything into one file; an older one there is replaced only when the new one is whole."""
    with told(path), replacing(path) as part, tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / FILE_NAME
        library.database.copy_to(copy)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(ABOUT, json.dumps({"format": FORMAT, "version": 1}))
            archive.writestr(SETTINGS, json.dumps(dict(settings), ensure_ascii=False, indent=1))
            archive.write(copy, FILE_NAME)


def unpack(library: Library, path: Path) -> Arrival:
    """Bring in what `pack` wrote: all that is new, and of what is on both sides the newer.

    Raises `CannotKeep` for a file that is none of ours, or of a newer version; nothing is changed then.
    """
    with told(path), tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / FILE_NAME
        settings = _taken_out(path, copy)
        try:
            with contextlib.closing(Database(copy)) as arrived:
                tables = {name: [dict(row) for row in arrived.rows(f"SELECT * FROM {name}")] for name in KEYS}
        except CannotKeep as error:
            if error.code == "store-newer":
                raise failure("store-newer", path) from error
            raise _not_data(path) from error
    with library.database.writing() as stamp:
        return Arrival(merge_all(library.database, tables, stamp), settings)


def _taken_out(path: Path, copy: Path) -> dict[str, Any]:
    """Put the database of an archive at `copy`; return its settings."""
    try:
        with zipfile.ZipFile(path) as archive:
            about = json.loads(_part(archive, ABOUT))
            settings = json.loads(_part(archive, SETTINGS))
            if about["format"] != FORMAT or not isinstance(settings, dict):
                raise _not_data(path)
            if archive.getinfo(FILE_NAME).file_size > LARGEST:
                raise _not_data(path)
            with archive.open(FILE_NAME) as source, copy.open("wb") as target:
                shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, EOFError, NotImplementedError) as error:
        raise _not_data(path) from error
    return settings


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise ValueError(f"{name} is too large")
    return archive.read(name)


def _not_data(path: Path) -> CannotKeep:
    return CannotKeep(NOT_DATA, code="not-user-data", path=str(path))
