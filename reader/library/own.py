"""What the user gave and did: files and folders, topics, tags and stars. All else can be read in anew from the files.

Kept in a file of its own, which is small, readable, and replaced whole: it is not lost with a damaged library.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from reader.app.data_folder import make_private_folder
from reader.app.safe_file import replacing
from reader.store.database import make_private
from reader.store.failures import told

OWN = "issues.json"
STAR = "*"  # a label that is no tag


class StandingQuestion(NamedTuple):
    """A question that is asked again and again; what was taken in after `seen` (microseconds) is new."""

    name: str
    question: str
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """Paths that were given, and those below them that were taken out again; topics; labels by hash of an issue."""

    paths: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    topics: tuple[StandingQuestion, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    @classmethod
    def kept(cls, folder: Path) -> Own:
        """Read what is kept; nothing where nothing is, or nothing that can be read."""
        try:
            kept: dict[str, Any] = json.loads((folder / OWN).read_text("utf-8"))
            return cls(
                tuple(map(str, kept["paths"])),
                tuple(map(str, kept["removed"])),
                tuple(StandingQuestion(*topic) for topic in kept["topics"]),
                tuple((str(sha256), str(label)) for sha256, label in kept["labels"]),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def keep(self, folder: Path) -> None:
        """Write it down; on the disk when it returns. Raises `CannotKeep`."""
        path = folder / OWN
        kept = {"paths": self.paths, "removed": self.removed, "topics": self.topics, "labels": self.labels}
        with told(path):
            folder.mkdir(0o700, parents=True, exist_ok=True)
            make_private_folder(folder)
            make_private(path)
            with replacing(path) as part:
                part.write_text(json.dumps(kept, indent=1), "ascii")

    def with_paths(self, given: Iterable[str]) -> Own:
        """Return it with paths that are given now: what lies below them is wanted again."""
        new = tuple(given)
        paths = tuple(dict.fromkeys((*self.paths, *new)))
        removed = tuple(path for path in self.removed if not is_below(path, new))
        return replace(self, paths=_topmost(paths), removed=removed)

    def without(self, gone: Iterable[str]) -> Own:
        """Return it without paths that are taken out."""
        out = tuple(gone)
        paths = tuple(path for path in self.paths if not is_below(path, out))
        below = tuple(path for path in out if is_below(path, paths))
        return replace(self, paths=paths, removed=tuple(dict.fromkeys((*self.removed, *below))))

    def topic(self, name: str) -> StandingQuestion | None:
        """Return the topic of a name."""
        return next((topic for topic in self.topics if topic.name == name), None)

    def with_topic(self, topic: StandingQuestion) -> Own:
        """Return it with a topic, in the place of the one of its name."""
        others = {other.name: other for other in self.topics}
        return replace(self, topics=tuple({**others, topic.name: topic}.values()))

    def without_topic(self, name: str) -> Own:
        """Return it without a topic."""
        return replace(self, topics=tuple(topic for topic in self.topics if topic.name != name))

    def labelled(self, issues: Iterable[str], label: str, is_on: bool = True) -> Own:
        """Return it with a label put on issues, or taken off."""
        changed = {(sha256, label) for sha256 in issues}
        left = tuple(pair for pair in self.labels if pair not in changed)
        return replace(self, labels=(*left, *sorted(changed)) if is_on else left)


def whole(path: Path) -> str:
    """Return a path from the root on, without dots; links stay what they are."""
    return os.path.normpath(path.absolute())


def is_below(name: str, paths: Iterable[str]) -> bool:
    """Tell whether a path is one of some, or lies in one of them."""
    return any(
        name == path or name.startswith((f"{path.rstrip(os.sep)}{os.sep}", f"{path}!{os.sep}")) for path in paths
    )


def _topmost(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the paths that lie in others."""
    return tuple(path for path in paths if not is_below(path, [other for other in paths if other != path]))
