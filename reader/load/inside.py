"""Paths that lead into an archive: they go on behind its name and a `!`, as in `/home/x/issues.zip!/a/b.txt`."""

from __future__ import annotations

from pathlib import Path

SIGN = "!"  # behind the name of an archive


def split_path(path: Path) -> tuple[Path, tuple[str, ...]] | None:
    """Split a path that leads into an archive into the archive's own and the names inside; None where it does not."""
    if not any(part.endswith(SIGN) for part in path.parts[:-1]) or path.exists():
        return None
    for at, part in enumerate(path.parts[:-1]):
        outer = Path(*path.parts[:at], part.removesuffix(SIGN))
        if part.endswith(SIGN) and outer.is_file():
            names, current = [], []
            for inner in path.parts[at + 1 :]:
                current.append(inner.removesuffix(SIGN) if inner.endswith(SIGN) else inner)
                if inner.endswith(SIGN):
                    names.append("/".join(current))
                    current = []
            return outer, (*names, "/".join(current))
    return None
