"""Read the case files: each case a title, the text of a bulletin and what is to be understood of it.

    == A title that says the rule
    fails: why                          (optional; the case is then a strict xfail)
    name: weekly.md                     (optional; the file's name, `bulletin.txt` else)
    encoding: gb18030                   (optional; utf-8 else)
    newline: crlf                       (optional; lf else)
    -- text
    The bulletin. ␌ stands for a form feed, → for a tab, ␣ for a space at a line's end.
    -- understood
    The outline, in the notation of `tests.golden.notation`.

A bug becomes a test by pasting its lines; the failing test shows what is understood instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).resolve().parent / "cases"
SIGNS = str.maketrans({"␌": "\f", "→": "\t", "␣": " "})
NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
_CASE = re.compile(
    r"(?P<title>[^\n]+)\n(?P<fields>(?:[a-z]+: [^\n]+\n)*)-- text\n(?P<text>.*?)\n-- understood\n(?P<understood>.*)",
    re.DOTALL,
)
_TITLE = re.compile(r"^== ", re.MULTILINE)
FIELDS = frozenset({"fails", "name", "encoding", "newline"})


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a file to open, and the lines that are to be understood of it."""

    title: str
    file: str  # of cases
    name: str
    content: bytes
    understood: tuple[str, ...]
    failure: str  # why it is known to fail; empty where it passes


def read_cases() -> Iterator[Case]:
    """Yield the cases of all files, sorted by the file's name."""
    for path in sorted(CASES.glob("*.txt")):
        for part in _TITLE.split(path.read_text("utf-8"))[1:]:
            yield _case(part, path)


def _case(part: str, path: Path) -> Case:
    match = _CASE.fullmatch(part)
    if match is None:
        raise ValueError(f"{path.name}: the case “{part.partition(chr(10))[0]}” lacks “-- text” or “-- understood”")
    fields = dict(line.split(": ", 1) for line in match["fields"].splitlines())
    if unknown := set(fields) - FIELDS:
        raise ValueError(f"{path.name}: there is no field {', '.join(sorted(unknown))}")
    text = match["text"].translate(SIGNS).replace("\n", NEWLINES[fields.get("newline", "lf")])
    content = text.encode(fields.get("encoding", "utf-8"))
    lines = tuple(line for line in match["understood"].splitlines() if line.strip())
    failure = fields.get("fails", "")
    return Case(match["title"], path.stem, fields.get("name", "bulletin.txt"), content, lines, failure)
