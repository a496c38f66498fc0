"""Where exports go: one rule for all kinds of file, whether one bulletin is exported or many.

A target is the name of a file. `{name}` in it stands for the name of the bulletin without its suffix. A target that is
a folder, or whose last part is only a suffix (`.pdf`, `out/.docx`), is `{name}` with that suffix; the first suffix of
its kind for a folder. A bare suffix lies beside the bulletin.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.model.errors import CannotWrite

SOURCE = "{path} is the bulletin itself, which is never written to; give another name."
ITSELF = "{path} would be written twice; give each kind of export a name of its own."
SAME = (
    "{first} and {second} would both become {path}; write {{name}} for the name of the bulletin, or export them apart."
)
TOO_LONG = "{path} is longer than a name can be ({limit} bytes); give a shorter one."
NAME = "{name}"
NAME_BYTES = 255  # of the usual file systems
SHOWN = 60  # characters of a name that is too long
Targets = tuple[tuple[str, Path], ...]  # what is written, where


def targets(
    files: Sequence[Path], wishes: Sequence[tuple[str, str]], suffixes: Mapping[str, Sequence[str]]
) -> list[Targets]:
    """Return for each bulletin what is written and where; of the `suffixes` of each kind the first is the usual one.

    Raises `CannotWrite` where two would have the same name, or one lie over a bulletin that is read.
    """
    planned = [tuple((what, _target(file, wish, suffixes[what])) for what, wish in wishes) for file in files]
    taken: dict[str, Path] = {}
    for file, row in zip(files, planned, strict=True):
        for _what, path in row:
            if _is_too_long(path):
                continue  # said when its turn comes
            _refuse_source(path, files)
            key = _key(path)
            if key in taken:
                sentence = ITSELF if taken[key] == file else SAME
                raise CannotWrite(sentence, path=str(path), first=str(taken[key]), second=str(file))
            taken[key] = file
    return planned


def _target(file: Path, wish: str, suffixes: Sequence[str]) -> Path:
    """Return where the export of a bulletin goes; a folder that is named like a file must end in a slash."""
    is_there = not _is_too_long(Path(wish)) and Path(wish).is_dir()
    if wish.endswith(("/", os.sep)) or is_there and Path(wish).suffix.lower() not in suffixes:
        return Path(wish) / f"{_fitting(file.stem, suffixes[0])}{suffixes[0]}"
    path = Path(wish.replace(NAME, _fitting(file.stem, Path(wish).name.replace(NAME, ""))))
    if path.name.startswith(".") and not path.suffix:
        folder = file.parent if path.name == wish else path.parent
        return folder / f"{_fitting(file.stem, path.name)}{path.name}"
    return path


def _fitting(stem: str, rest: str) -> str:
    """Shorten a name of our choice to what a file system allows, `rest` of the name included."""
    while stem and len(os.fsencode(stem + rest)) > NAME_BYTES:
        stem = stem[:-1]
    return stem


def refuse_long_name(path: Path) -> None:
    """Say before it is made that a name is longer than any file system allows."""
    if _is_too_long(path):
        raise CannotWrite(TOO_LONG, code="name-too-long", path=f"{str(path)[:SHOWN]}…", limit=NAME_BYTES)


def _is_too_long(path: Path) -> bool:
    return any(len(os.fsencode(part)) > NAME_BYTES for part in path.parts)


def _refuse_source(path: Path, files: Sequence[Path]) -> None:
    """Keep the bulletins as they are, under whatever name they are meant."""
    for file in files:
        if _key(path) == _key(file) or path.exists() and file.exists() and path.samefile(file):
            raise CannotWrite(SOURCE, path=str(path))


def _key(path: Path) -> str:
    """Return what two paths of one file have in common."""
    if path.exists():
        status = path.stat()
        if status.st_ino:
            return f"{status.st_dev}:{status.st_ino}"
    return os.path.normcase(path.resolve())
