"""Read the list of lines to break: `changes.txt` says of each where it stands, how it reads and how it is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).resolve().parent / "changes.txt"
_ENTRY = re.compile(r"== (?P<module>\S+): (?P<what>[^\n]+)\n(?P<old>.+?)\n->\n(?P<new>.+?)(?=\n\n==|\s*\Z)", re.DOTALL)


class Change(NamedTuple):
    """A line of the program and what it is broken into."""

    module: str  # path below reader/, without .py
    what: str  # the knowledge that is lost
    old: str
    new: str

    @property
    def path(self) -> str:
        """Where the line stands, below the root of the project."""
        return f"reader/{self.module}.py"

    def applied(self, text: str) -> str:
        """Return the text of the module with the line broken; a line that is not there once is a `LookupError`."""
        if text.count(self.old) != 1:
            raise LookupError(f"{self.path} has {text.count(self.old)} times: {self.old.strip()}")
        return text.replace(self.old, self.new)


def changes() -> Iterator[Change]:
    """Yield the changes in the order of the list."""
    for m in _ENTRY.finditer(LIST.read_text("utf-8")):
        yield Change(m["module"], m["what"], m["old"], m["new"])
