"""Write what is kept into files, and read it from them: for any thread, no dialogs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reader.export.annotations import marks_from_json, marks_json
from reader.export.files import write_file
from reader.export.marks import marks_csv, marks_markdown
from reader.model.errors import CannotRead
from reader.model.marks import IssueCard, Mark
from reader.store import Library, place_marks
from reader.ui.features.memory.knowing import KnownIssue
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP
from reader.ui.session.outline import Entry
from reader.ui.session.session import holds
from reader.ui.session.settings import Settings, is_possible

OF_THIS_MACHINE = frozenset({"recent", "last_folder", "hand_folder", "hand_geometry", "geometry", "widths", "side"})


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file for marks."""

    id: str
    suffix: str
    text: str


FORMATS = (
    Format("markdown", ".md", QT_TRANSLATE_NOOP("MarksFormat", "&Markdown, to read")),
    Format("csv", ".csv", QT_TRANSLATE_NOOP("MarksFormat", "&CSV, for a spreadsheet")),
    Format("json", ".json", QT_TRANSLATE_NOOP("MarksFormat", "&W3C annotations (JSON), to import elsewhere")),
)


@dataclass(frozen=True, slots=True, eq=False)
class MarksWish:
    """Which marks are to be saved, and how."""

    scope: str  # article, issue, all
    format: Format
    known: KnownIssue | None  # the issue in front
    entry: Entry | None  # the article in front


def write_marks(library: Library, wish: MarksWish, path: Path, language: str) -> int:
    """Save marks, and return how many; where there are none nothing is written. Raises `ReaderError`."""
    marks, cards = wanted_marks(library, wish), library.issues()
    if marks:
        write_file(path, _made(marks, cards, wish.format.id, language))
    return len(marks)


def wanted_marks(library: Library, wish: MarksWish) -> list[Mark]:
    """List the marks of the article, the issue or all issues."""
    if wish.scope == "all" or wish.known is None:
        return library.marks()
    marks, entry = library.marks(wish.known.key), wish.entry
    if wish.scope == "issue" or entry is None:
        return marks
    placed = place_marks(wish.known.text, marks)
    here = [mark for mark, placement in placed.marks if holds(entry, placement.spans[0].start)]
    return here + [mark for mark in placed.orphans if mark.article == entry.title]


def read_marks(library: Library, issue: str, path: Path) -> tuple[int, int]:
    """Bring in annotations; return how many are new or newer than here, and how many quote nothing.

    What names no issue that is known here is taken to be of `issue`. Raises `ReaderError`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = "“{path}” could not be read ({reason}); check the disk or the connection and try again."
        raise CannotRead(sentence, code="unreadable", path=str(path), reason=reason) from error
    arrived = marks_from_json(data, issue, frozenset(card.key for card in library.issues()))
    edits = library.incoming(arrived.marks)
    library.apply(edits)
    return len(edits), arrived.skipped


def settings_as_data(settings: Settings) -> dict[str, Any]:
    """Return the settings that make sense on another machine."""
    names = [field.name for field in fields(Settings) if field.name not in OF_THIS_MACHINE]
    return {name: value for name in names if isinstance(value := getattr(settings, name), str | int | float | tuple)}


def take_over(settings: Settings, data: Mapping[str, Any]) -> None:
    """Set what another machine had set, as far as this version knows it."""
    for name, value in data.items():
        if name in OF_THIS_MACHINE or name not in Settings.__slots__:
            continue
        kind = type(getattr(settings, name))
        fitting = tuple(value) if kind is tuple and isinstance(value, list) else value
        if type(fitting) is kind and is_possible(name, fitting):
            setattr(settings, name, fitting)


def _made(marks: list[Mark], cards: list[IssueCard], kind: str, language: str) -> bytes:
    if kind == "json":
        return marks_json(marks, cards)
    return (marks_csv if kind == "csv" else marks_markdown)(marks, cards, language)
