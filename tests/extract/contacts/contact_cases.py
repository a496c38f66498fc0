"""Read the contact cases: each a title, the text of a bulletin and who is to be found in it.

    == A title that says the rule
    fails: why                          (optional; the case is then a strict xfail)
    name: weekly.md                     (optional; `bulletin.txt` else)
    -- text
    The bulletin. ␣ stands for a space at a line's end.
    -- contacts
    One line each: role, people, `of` units, `as` title, `phone`, `fax`, `mail`, `web`, `at` address, `×` times.

A bug becomes a test by pasting its lines; the failing test shows what is found instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.model.mentions import Contact

CASES = Path(__file__).resolve().parent / "cases"
_CASE = re.compile(
    r"(?P<title>[^\n]+)\n(?P<fields>(?:[a-z]+: [^\n]+\n)*)-- text\n(?P<text>.*?)\n-- contacts\n?(?P<contacts>.*)",
    re.DOTALL,
)
_TITLE = re.compile(r"^== ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ContactCase:
    """One case: a file to open, and the contacts that are to be found in it."""

    title: str
    file: str  # of cases
    name: str
    text: str
    contacts: tuple[str, ...]
    failure: str


def read_contact_cases() -> Iterator[ContactCase]:
    """Yield the cases of all files, sorted by the file's name."""
    for path in sorted(CASES.glob("*.txt")):
        for part in _TITLE.split(path.read_text("utf-8"))[1:]:
            match = _CASE.fullmatch(part)
            if match is None:
                raise ValueError(f"{path.name}: a case lacks “-- text” or “-- contacts”: {part[:40]}")
            fields = dict(line.split(": ", 1) for line in match["fields"].splitlines())
            lines = tuple(line for line in match["contacts"].splitlines() if line.strip())
            name = fields.get("name", "bulletin.txt")
            text = match["text"].replace("␣", " ")
            yield ContactCase(match["title"], path.stem, name, text, lines, fields.get("fails", ""))


def told(contact: Contact) -> str:
    """Say a contact in one line."""
    parts = [contact.role]
    if contact.persons:
        parts.append("、".join(contact.persons))
    for word, values in (
        ("of", " > ".join(contact.orgs)),
        ("as", contact.title),
        ("phone", ", ".join(contact.phones)),
        ("fax", ", ".join(contact.fax)),
        ("mail", ", ".join(contact.emails)),
        ("web", ", ".join(contact.urls)),
        ("account", ", ".join(contact.accounts)),
        ("at", contact.address),
        ("×", str(contact.repeats) if contact.repeats > 1 else ""),
    ):
        if values:
            parts.append(f"{word} {values}")
    return " | ".join(parts)
