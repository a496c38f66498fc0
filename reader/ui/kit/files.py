"""Which files a path stands for, and whether it is there; archives are looked into only where one is met."""

from __future__ import annotations

from pathlib import Path

from reader.model.errors import ReaderError


def is_collection(path: Path) -> bool:
    """Tell whether a path may hold several issues: a folder, or an archive or an e-mail by its name."""
    return path.is_dir() or path.suffix.lower() in (".zip", ".eml")


def files_of(path: Path) -> list[Path]:
    """List the readable files of a folder or an archive by name; a damaged archive is listed itself."""
    from reader.pipeline import issues_in

    try:
        return issues_in(path)
    except ReaderError:
        return [path]


def is_there(path: Path) -> bool:
    """Tell whether there is a file at a path, in an archive perhaps."""
    from reader import pipeline

    return path.is_file() or pipeline.is_there(path)


def without_missing(recent: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """Leave a path out of the recent ones, where there is no file any more."""
    return tuple(name for name in recent if name != str(path)) if str(path) in recent and not is_there(path) else recent
