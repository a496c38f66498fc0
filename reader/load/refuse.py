"""Name the kinds of file that cannot be opened yet, and say how to get text out of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.model.errors import CannotRead

DAMAGED_DOCUMENT = "{path} is a damaged document; get it again, or open and save it in a word processor."
DAMAGED_BOOK = "{path} is a damaged book; get it again, or open its pages one by one."
DAMAGED_PDF = "{path} is damaged and cannot be opened; get it once more from where it came from."
BY_NAME = {  # what a file is called whose bytes are of no kind at all
    ".docx": (DAMAGED_DOCUMENT, "document-damaged"),
    **dict.fromkeys((".doc", ".wps", ".rtf", ".xlsx", ".pptx"), (DAMAGED_DOCUMENT, "document-damaged")),
    ".epub": (DAMAGED_BOOK, "book-damaged"),
    ".pdf": (DAMAGED_PDF, "damaged"),
    ".ofd": (DAMAGED_DOCUMENT, "document-damaged"),
}
NO_KIND = frozenset(("binary", "archive-damaged"))  # codes of what says nothing of the kind that a name tells
HEAD_BYTES = 1024  # what of a file shows its kind


class Kind(NamedTuple):
    """A kind of file, known by how its bytes begin, and what the user can do with it."""

    name: str
    begins: re.Pattern[bytes]
    advice: str


_AS_TEXT = "choose Save As, plain text (UTF-8), in the program that made it, and open that file"

KINDS = (
    Kind(
        "a packed archive",
        re.compile(rb"\x1f\x8b|BZh[1-9]|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a|\x28\xb5\x2f\xfd"),
        "unpack it first, and open the text inside",
    ),
    Kind(
        "a program",
        re.compile(rb"\x7fELF|MZ.{58}..\0\0|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", re.DOTALL),
        "open a text file",
    ),
    Kind("a database", re.compile(rb"SQLite format 3\0"), "open a text file"),
)

LOCKED_DOCUMENT = Kind(
    "a document locked with a password",
    re.compile(rb""),
    "open it in a word processor, and save it without the password",
)


OLE_KIND = Kind("a word processor's document", re.compile(rb""), _AS_TEXT)
OLD_DOCUMENT = Kind(
    "a document of Word 95 or older", re.compile(rb""), "save it as DOCX in a word processor, and open that"
)
OLD_SPREADSHEET = Kind(
    "an old spreadsheet (XLS)", re.compile(rb""), "save it as XLSX in a spreadsheet program, and open that"
)
OLD_PRESENTATION = Kind(
    "an old presentation (PPT)", re.compile(rb""), "save it as PPTX in a presentation program, and open that"
)


def as_named(path: Path, refusal: CannotRead) -> CannotRead:
    """Say of a file whose bytes are of no known kind that it is damaged as what its name says that it is."""
    told = BY_NAME.get(path.suffix.lower()) if refusal.code in NO_KIND else None
    return CannotRead(told[0], code=told[1], path=str(path)) if told else refusal


def no_text(path: Path, *, has_pictures: bool) -> CannotRead:
    """Return the error for a file that shows no text: it may be one of scanned pages."""
    if has_pictures:
        sentence = "{path} holds pictures of its pages and no text; let a text recognition program add the text."
        return CannotRead(sentence, code="pictures-only", path=str(path))
    return CannotRead("{path} shows no text; choose another file.", code="empty", path=str(path))


def refuse_foreign(path: Path, head: bytes) -> None:
    """Raise `CannotRead` for a file that is known not to be text, with the way to get text.

    Goes by content, never by name alone: a text file called .pdf opens.
    """
    kind = next((kind for kind in KINDS if kind.begins.match(head)), None)
    if kind is None:
        return
    raise refused(path, kind)


def refused(path: Path, kind: Kind) -> CannotRead:
    """Return the error for a file of a kind that cannot be opened."""
    sentence = "{path} is {kind}, which this version cannot open: {advice}."
    return CannotRead(sentence, code="unsupported", path=str(path), kind=kind.name, advice=kind.advice)
