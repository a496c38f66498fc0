"""What the marks panel lists: the marks that are wanted, below headings of issue and article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.marks import COLOURS, Bookmark, Highlight, Mark
from reader.store.normalised import visible

KINDS = ("highlight", "note", "bookmark")
SCOPES = ("article", "issue", "all")


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark as it is listed."""

    mark: Mark
    issue: str = ""  # as it is shown
    start: int = 0  # where it stands in its text
    is_orphan: bool = False
    is_changed: bool = False  # its words are no longer what was marked


@dataclass(frozen=True, slots=True)
class MarkSection:
    """Rows below one heading."""

    key: str
    title: str
    rows: tuple[MarkRow, ...]
    is_orphans: bool = False


@dataclass(frozen=True, slots=True)
class ListWish:
    """Which marks are wanted, and in which order."""

    kinds: frozenset[str] = frozenset(KINDS)
    colours: frozenset[str] = frozenset(COLOURS)
    text: str = ""
    newest: bool = False


def kind_of(mark: Mark) -> str:
    """Return the kind under which a mark is listed; a highlight with a note counts as a note."""
    if isinstance(mark, Bookmark):
        return "bookmark"
    return "note" if mark.note else "highlight"


def sections_of(
    rows: Iterable[MarkRow], wish: ListWish, *, names_issues: bool, orphans: str
) -> tuple[MarkSection, ...]:
    """Group the wanted rows by issue and article; those without a place come last, below `orphans`."""
    words = visible(wish.text)
    wanted = [row for row in rows if _is_wanted(row, wish, words)]
    placed = sorted((row for row in wanted if not row.is_orphan), key=lambda r: (r.mark.locator.issue, r.start))
    if wish.newest:
        placed.sort(key=lambda row: -row.mark.updated)
    groups: dict[tuple[str, str], list[MarkRow]] = {}
    for row in placed:
        groups.setdefault((row.mark.locator.issue, row.mark.article), []).append(row)
    sections = [
        MarkSection("\n".join(key), _title(group[0], names_issues), tuple(group)) for key, group in groups.items()
    ]
    lost = tuple(row for row in wanted if row.is_orphan)
    return (*sections, MarkSection("orphans", orphans, lost, True)) if lost else tuple(sections)


def text_of(mark: Mark) -> str:
    """Return a mark as it is copied."""
    if isinstance(mark, Highlight):
        return "\n".join(part for part in (mark.locator.quote, mark.note) if part)
    return mark.name or mark.locator.quote


def rows_text(rows: Sequence[MarkRow]) -> str:
    """Return rows as they are copied, an empty line between two."""
    return "\n\n".join(text_of(row.mark) for row in rows)


def _is_wanted(row: MarkRow, wish: ListWish, words: str) -> bool:
    mark = row.mark
    if kind_of(mark) not in wish.kinds or (isinstance(mark, Highlight) and mark.colour not in wish.colours):
        return False
    return not words or words in visible(f"{text_of(mark)}\0{mark.locator.quote}\0{mark.article}\0{row.issue}")


def _title(row: MarkRow, names_issues: bool) -> str:
    parts = (row.issue if names_issues else "", row.mark.article)
    return " › ".join(part for part in parts if part)
