"""What can be saved of an issue, and as which kinds of file: one table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.export.cards import contacts_vcard
from reader.export.deadlines import deadlines_ics
from reader.export.files import write_file
from reader.export.spreadsheet import contacts_csv, contacts_xlsx, figures_csv, figures_xlsx, links_csv, links_xlsx
from reader.model.document import Issue
from reader.model.errors import NOT_MADE, CannotWrite, foreseen
from reader.model.mentions import Mentions


class Exporter(NamedTuple):
    """What is saved, the suffix of the file, and who makes its bytes of an issue in a language (`zh`, `en`)."""

    what: str  # figures, contacts, links, deadlines
    suffix: str
    make: Callable[[Issue, Mentions, str], bytes]


EXPORTERS = (
    Exporter("figures", ".csv", figures_csv),
    Exporter("figures", ".xlsx", figures_xlsx),
    Exporter("contacts", ".vcf", contacts_vcard),
    Exporter("contacts", ".csv", contacts_csv),
    Exporter("contacts", ".xlsx", contacts_xlsx),
    Exporter("links", ".csv", links_csv),
    Exporter("links", ".xlsx", links_xlsx),
    Exporter("deadlines", ".ics", deadlines_ics),
)


def suffixes(what: str) -> tuple[str, ...]:
    """List the suffixes that `what` can be saved with, the usual one first."""
    return tuple(row.suffix for row in EXPORTERS if row.what == what)


def exporter(what: str, path: Path) -> Exporter:
    """Return the exporter for a target; raise `CannotWrite` where its suffix is none that is known."""
    for row in EXPORTERS:
        if row.what == what and row.suffix == path.suffix.lower():
            return row
    sentence = "{path} does not say what to write; end the name in {suffixes}."
    raise CannotWrite(sentence, code="unknown-suffix", path=str(path), suffixes=", ".join(suffixes(what)))


def export(what: str, issue: Issue, mentions: Mentions, path: Path, language: str = "zh") -> bool:
    """Save figures, contacts, links or deadlines of an issue; raise `CannotWrite` with a sentence for the user.

    Where there are none no file is written; returns whether one was.
    """
    with foreseen(NOT_MADE, "not-made", str(path), CannotWrite):
        data = exporter(what, path).make(issue, mentions, language) if has_any(what, mentions) else b""
    if data:
        write_file(path, data)
    return bool(data)


def has_any(what: str, mentions: Mentions) -> bool:
    """Tell whether something may be found to save; that of contacts and deadlines its maker knows in the end."""
    listed = {"contacts": mentions.correspondents, "links": mentions.links}
    return bool(listed.get(what, mentions.figures))
