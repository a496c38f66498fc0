"""What the library's page does on threads: ask, list, read in. Each opens the library for itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from reader.app.data_folder import data_folder
from reader.library import FILE_NAME, ArticleHit, IssueLibrary, IssueRow, search
from reader.library.base import LibraryDamaged
from reader.library.own import Own, is_below, whole
from reader.ui.features.library.shelf_model import ShelfRow
from reader.ui.kit.jobs import Report

FIRST_HITS = 200  # that are listed; nobody reads more
Counted = Callable[[IssueRow], Sequence[str]]  # says what is in an issue, in the language of the window


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page is to show."""

    rows: list[ShelfRow]
    total: int
    is_answer: bool  # to a question; else all issues
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lost: tuple[Path, ...] = ()  # what has to be read in anew: the library was damaged


def answered(question: str, paths: Sequence[Path], counted: Counted) -> Shown:
    """Answer a question; without one list the issues, and the files of paths that are still to be read."""
    with IssueLibrary(data_folder() / FILE_NAME) as library:
        try:
            shown = _answered(library, question, paths, counted)
        except LibraryDamaged:
            library.base.begin_anew()
            shown = _answered(library, question, paths, counted)
        kept = Own.kept(data_folder()).paths if library.base.is_new else ()
        return replace(shown, lost=tuple(path for path in map(Path, kept) if path.exists()))


def _answered(library: IssueLibrary, question: str, paths: Sequence[Path], counted: Counted) -> Shown:
    if question:
        answer = search(library, question, FIRST_HITS)
        return Shown([_hit_row(hit) for hit in answer.hits], answer.total, True, answer.facets)
    rows = [_issue_row(issue, counted) for issue in library.issues()]
    if paths:  # what was just opened stands first
        given = [whole(path) for path in paths]
        waiting = _waiting(library, paths)
        rows.sort(key=lambda row: not is_below(row.path, given))
        rows = [*waiting, *rows]
    return Shown(rows, len(rows), False)


def _waiting(library: IssueLibrary, paths: Sequence[Path]) -> list[ShelfRow]:
    from reader.library.intake import planned

    text = QCoreApplication.translate("Library", "not read yet")
    return [ShelfRow(seen.path, Path(seen.path).name, text, is_faint=True) for seen in planned(library, paths).to_read]


def _hit_row(hit: ArticleHit) -> ShelfRow:
    quote = hit.quotes[0]
    facts = " · ".join(filter(None, (hit.issue, hit.date)))
    return ShelfRow(hit.path, hit.title, facts, hit.node, quote.text, quote.lit, hit.is_missing)


def _issue_row(issue: IssueRow, counted: Counted) -> ShelfRow:
    missing = QCoreApplication.translate("Library", "file is missing")
    facts = (issue.date, *counted(issue), missing if issue.is_missing else "")
    return ShelfRow(issue.path, issue.label, " · ".join(filter(None, facts)), is_faint=issue.is_missing)


def reading(paths: Sequence[Path], report: Report) -> list[str]:
    """Read files and folders in, as `report` is told; return what could not be read. Stopped, it goes on next time."""
    from reader.library.intake import planned, read_in

    own = Own.kept(data_folder()).with_paths(whole(path) for path in paths)
    own.keep(data_folder())
    unread = []
    with IssueLibrary(data_folder() / FILE_NAME) as library:
        plan = planned(library, paths, own.removed)
        for step in read_in(library, plan):
            report(f"{step.done}/{step.total}", step.done / max(step.total, 1))
            if step.refusal:
                unread.append(str(step.refusal))
    return unread
