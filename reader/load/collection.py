"""The issues in a folder or an archive, and whether a path leads to one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reader.app.paths import is_looked_for
from reader.load.inside import SIGN, split_path
from reader.load.packed import MAIL, NESTED_MOST, Archive, read_member
from reader.load.zipped import is_document, readable

ZIP = b"PK\x03\x04"


def issues_in(path: Path) -> list[Path]:
    """List the issues that a path stands for: the readable files of a folder or an archive by name, else itself.

    Raises `CannotRead` for an archive that is damaged, `OSError` for a folder that cannot be read.
    """
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.is_file() and is_looked_for(file.name))
        return [issue for file in files for issue in _in_archive(file)]
    return list(_in_archive(path))


def is_there(path: Path) -> bool:
    """Tell whether there is a file at a path, in an archive perhaps."""
    if path.is_file():
        return True
    inside = split_path(path)
    if inside is None:
        return False
    outer, names = inside
    try:
        if outer.suffix.lower() == MAIL:
            return Path(f"{outer}{SIGN}", *names) in _attached(outer)
        with closing(Archive(outer)) as archive:
            return names[0] in archive.names()
    except OSError:
        return False


def _in_archive(path: Path) -> Iterator[Path]:
    """Yield the issues in an archive, or an e-mail and those attached to it; another file is one itself."""
    if path.suffix.lower() == MAIL:
        yield path
        yield from _attached(path)
        return
    if path.suffix.lower() != ".zip" or not _begins_like_archive(path):
        yield path
        return
    with closing(Archive(path)) as archive:
        if is_document(archive):
            yield path
        else:
            yield from _inside(path, archive, path, (), 1)


def _attached(path: Path) -> Iterator[Path]:
    """Yield what can be read of what is attached to an e-mail; an archive in it is opened by itself."""
    from reader.load.mail import attachments

    for name in attachments(path.read_bytes()) if path.is_file() else ():
        if is_looked_for(name) and not name.lower().endswith(".zip"):
            yield Path(f"{path}{SIGN}", name)


def _inside(path: Path, archive: Archive, shown: Path, names: tuple[str, ...], depth: int) -> Iterator[Path]:
    for name in readable(archive):
        inner = Path(f"{shown}{SIGN}", *name.split("/"))
        if name.lower().endswith(".zip") and depth < NESTED_MOST:
            nested = Archive(inner, read_member(path, (*names, name)))
            yield from _inside(path, nested, inner, (*names, name), depth + 1)
        else:
            yield inner


def _begins_like_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(ZIP)) == ZIP
    except OSError:
        return False
