"""Which files and folders were given to the library: all that is needed to read it in anew.

Kept in a file of its own, which is small, readable, and replaced whole: it is not lost with a damaged library.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reader.app.data_folder import make_private_folder
from reader.app.safe_file import replacing
from reader.library.intake import is_below
from reader.store.database import make_private
from reader.store.failures import told

ROOTS = "issues.json"


@dataclass(frozen=True, slots=True)
class Roots:
    """Paths that were given, and those below them that were taken out again."""

    paths: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @classmethod
    def kept(cls, folder: Path) -> Roots:
        """Read what is kept; nothing where nothing is, or nothing that can be read."""
        try:
            told_paths = json.loads((folder / ROOTS).read_text("utf-8"))
            return cls(tuple(map(str, told_paths["paths"])), tuple(map(str, told_paths["removed"])))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def keep(self, folder: Path) -> None:
        """Write it down; on the disk when it returns. Raises `CannotKeep`."""
        path = folder / ROOTS
        with told(path):
            folder.mkdir(0o700, parents=True, exist_ok=True)
            make_private_folder(folder)
            make_private(path)
            with replacing(path) as part:
                part.write_text(json.dumps({"paths": self.paths, "removed": self.removed}, indent=0), "utf-8")

    def with_paths(self, given: Iterable[str]) -> Roots:
        """Return it with paths that are given now: what lies below them is wanted again."""
        new = tuple(given)
        paths = tuple(dict.fromkeys((*(path for path in self.paths if not is_below(path, new)), *new)))
        return replace(
            self, paths=_topmost(paths), removed=tuple(path for path in self.removed if not is_below(path, new))
        )

    def without(self, gone: Iterable[str]) -> Roots:
        """Return it without paths that are taken out."""
        out = tuple(gone)
        paths = tuple(path for path in self.paths if not is_below(path, out))
        below = tuple(path for path in out if is_below(path, paths))
        return Roots(paths, tuple(dict.fromkeys((*self.removed, *below))))


def _topmost(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path for path in paths if not is_below(path, [other for other in paths if other != path]))
