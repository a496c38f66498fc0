"""The marks of the open issues, each at its place in the text, and every change of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.model.errors import CannotKeep
from reader.model.marks import Correction, IssueCard, Kept, Mark, OutlineMark
from reader.store import (
    Edit,
    History,
    Library,
    NormalisedText,
    PlacedMark,
    Placement,
    normalise,
    place_all,
    place_marks,
)
from reader.ui.kit.error_words import told
from reader.ui.session.keeping import MarksKeeper
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.session import Session

JOB = "marks"
Corrections = tuple[tuple[Correction, Placement], ...]  # of an issue, each with its place; those without one wait


@dataclass(frozen=True, slots=True)
class Shelved:
    """One open issue: its text to anchor in, its key, and its marks with their places."""

    opened: OpenedIssue
    text: NormalisedText
    key: str
    placed: PlacedMark
    corrections: Corrections = ()
    outline: tuple[OutlineMark, ...] = ()  # what the user said of the outline


class MarksShelf(QObject):
    """Know the marks of the open issues; write what the user does, and see what other windows did."""

    changed = Signal()  # some marks, or where they stand
    failed = Signal(str)  # a sentence for the user

    def __init__(self, session: Session, keeper: MarksKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._memory: Library | None = None  # instead of a library that cannot be written
        self._shelved: dict[Path, Shelved] = {}
        self._cursor = -1  # up to where the changes of other windows are known
        self.history = History(self)
        keeper.marks_changed.connect(self._on_marks_changed)
        session.current_changed.connect(lambda _opened: self.want_current())
        session.issues_changed.connect(self._forget_closed)

    @property
    def library(self) -> Library:
        """Where marks go now."""
        return self._memory or self._keeper.library

    def keep_with(self, keeper: MarksKeeper) -> None:
        """Keep marks elsewhere from now on; those made so far move there."""
        made, issues = self._all_kept(), list(self._shelved.values())
        self._keeper.marks_changed.disconnect(self._on_marks_changed)
        self._keeper, self._memory, self._cursor = keeper, None, -1
        keeper.marks_changed.connect(self._on_marks_changed)
        self._shelved.clear()
        if made:
            keys = {s.key: _known(self.library, s.opened, s.text)[0] for s in issues}
            self.apply([Edit(None, _of_issue(mark, keys.get(mark.locator.issue))) for mark in made])
        self.want_current()

    def current(self) -> Shelved | None:
        """Return the issue in front once its marks are known."""
        opened = self._session.current()
        shelved = self._shelved.get(opened.path) if opened else None
        return shelved if shelved and shelved.opened is opened else None

    def of_key(self, key: str) -> Shelved | None:
        """Return the open issue of a key, the one in front if two are copies of it."""
        front = self.current()
        if front and front.key == key:
            return front
        return next((shelved for shelved in self._shelved.values() if shelved.key == key), None)

    def want_current(self) -> None:
        """Find the marks of the issue in front, off the GUI thread."""
        opened = self._session.current()
        if opened is None or self.current():
            self.changed.emit()
            return
        text = opened.issue.source.text
        self._session.jobs.start(JOB, lambda _report: normalise(text), lambda found: self._find(opened, found))

    def ready(self) -> Shelved | None:
        """Return the issue in front with its marks, found at once when they are not known yet."""
        opened = self._session.current()
        if opened and self.current() is None:
            self._session.jobs.cancel(JOB)
            text = normalise(opened.issue.source.text)
            try:
                known = _known(self.library, opened, text)
            except CannotKeep as error:
                known = _known(self._go_on_in_memory(error), opened, text)
            self._put(_shelved(opened, text, known))
        return self.current()

    def apply(self, edits: Sequence[Edit]) -> tuple[Kept, ...]:
        """Write edits; when that cannot be, tell it and go on in memory."""
        try:
            marks = self.library.apply(edits)
        except CannotKeep as error:
            marks = self._go_on_in_memory(error).apply(edits)
        self.refresh()
        return marks

    def all_marks(self) -> list[Mark]:
        """List the marks of all issues."""
        try:
            return self.library.marks()
        except CannotKeep as error:
            return self._go_on_in_memory(error).marks()

    def _all_kept(self) -> list[Kept]:
        """List marks and corrections of all issues."""
        try:
            return self.library.kept()
        except CannotKeep as error:
            return self._go_on_in_memory(error).kept()

    def cards(self) -> dict[str, IssueCard]:
        """Name the issues by their keys."""
        try:
            known = {card.key: card for card in self._keeper.library.issues()}
        except CannotKeep:
            known = {}
        for shelved in self._shelved.values():
            head = shelved.opened.issue.masthead
            card = known.get(shelved.key, IssueCard(shelved.key))
            title = head.title.text or shelved.opened.path.stem
            known[shelved.key] = replace(
                card, title=title, number=head.number.text, date=head.date.text, path=str(shelved.opened.path)
            )
        return known

    def refresh(self) -> None:
        """Read the marks of the open issues anew; only those that are new are looked for in the text."""
        for path, shelved in list(self._shelved.items()):
            marks = self.library.marks(shelved.key)
            corrections = _corrections_in(shelved.text, self.library.corrections(shelved.key), shelved.corrections)
            outline = tuple(self.library.outline_marks(shelved.key))
            placed = _placed_again(shelved, marks)
            self._shelved[path] = replace(shelved, placed=placed, corrections=corrections, outline=outline)
        self.changed.emit()

    def look(self) -> None:
        """See what other windows wrote; cheap enough to be asked every few seconds."""
        try:
            changes = self.library.changes_since(self._cursor)
            is_first, self._cursor = self._cursor < 0, changes.cursor
            if is_first or changes.marks or changes.deleted:
                self.refresh()
        except CannotKeep:
            return  # what the user does next will tell him

    def _find(self, opened: OpenedIssue, text: NormalisedText) -> None:
        """Find the key of an issue, then its marks in its text."""

        def place(known: KnownPlaces) -> None:
            self._session.jobs.start(JOB, lambda _report: _shelved(opened, text, known), self._put)

        if self._memory:
            place(_known(self._memory, opened, text))
            return
        try:
            self._keeper.run(JOB, lambda library: _known(library, opened, text), place)
        except CannotKeep as error:
            place(_known(self._go_on_in_memory(error), opened, text))

    def _on_marks_changed(self, key: str) -> None:
        if self.of_key(key):
            self.refresh()
        else:
            self.changed.emit()

    def _put(self, shelved: Shelved) -> None:
        self._shelved[shelved.opened.path] = shelved
        if self._cursor < 0:
            self.look()
        else:
            self.changed.emit()

    def _forget_closed(self) -> None:
        there = {opened.path: opened for opened in self._session.issues()}
        self._shelved = {path: s for path, s in self._shelved.items() if there.get(path) is s.opened}
        self.want_current()

    def _go_on_in_memory(self, error: CannotKeep) -> Library:
        """Keep marks in memory from now on; those that can still be read come along."""
        try:
            marks = self.library.kept()
        except CannotKeep:
            marks = [mark for shelved in self._shelved.values() for mark in _kept_of(shelved)]
        broken = self._keeper.library.path
        self._memory = Library(None)
        self._memory.apply([Edit(None, mark) for mark in marks])
        self._cursor = self._memory.changes_since(-1).cursor
        reason = told(broken, error) if broken else str(error)
        rest = self.tr("Until then marks are kept only while this window is open; export them to keep them.")
        self.failed.emit(f"{reason} {rest}")
        return self._memory


class KnownPlaces(NamedTuple):
    """What a library knows of an issue."""

    key: str
    marks: list[Mark]
    corrections: list[Correction]
    outline: list[OutlineMark]


def _known(library: Library, opened: OpenedIssue, text: NormalisedText) -> KnownPlaces:
    """Return the key of an issue, its marks and corrections."""
    key = library.recognise(opened.issue, text, opened.path)
    return KnownPlaces(key, library.marks(key), library.corrections(key), library.outline_marks(key))


def _shelved(opened: OpenedIssue, text: NormalisedText, known: KnownPlaces) -> Shelved:
    """Find what a library knows of an issue in its text."""
    placed, corrections = place_marks(text, known.marks), _corrections_in(text, known.corrections)
    return Shelved(opened, text, known.key, placed, corrections, tuple(known.outline))


def _corrections_in(text: NormalisedText, corrections: Sequence[Correction], known: Corrections = ()) -> Corrections:
    """Find corrections in the text; those whose places are known keep them."""
    places = {(each.id, each.locator): place for each, place in known}
    fresh = [each for each in corrections if (each.id, each.locator) not in places]
    found = dict(zip((each.id for each in fresh), place_all(text, [each.locator for each in fresh]), strict=True))
    pairs = ((each, places.get((each.id, each.locator)) or found.get(each.id)) for each in corrections)
    return tuple((each, place) for each, place in pairs if place is not None)


def _placed_again(shelved: Shelved, marks: Sequence[Mark]) -> PlacedMark:
    """Give marks the places that are known, and look for the others."""
    known = {(mark.id, mark.locator): placement for mark, placement in shelved.placed.marks}
    lost = {(mark.id, mark.locator) for mark in shelved.placed.orphans}
    fresh = [mark for mark in marks if (mark.id, mark.locator) not in known and (mark.id, mark.locator) not in lost]
    found: dict[str, Placement] = {}
    if fresh:
        found = {mark.id: placement for mark, placement in place_marks(shelved.text, fresh).marks}
    places = {mark.id: known.get((mark.id, mark.locator)) or found.get(mark.id) for mark in marks}
    return PlacedMark(
        tuple((mark, place) for mark in marks if (place := places[mark.id])),
        tuple(mark for mark in marks if not places[mark.id]),
    )


def _of_issue(mark: Kept, key: str | None) -> Kept:
    """Return a mark under another key of its issue."""
    return replace(mark, locator=replace(mark.locator, issue=key)) if key else mark


def _kept_of(shelved: Shelved) -> list[Kept]:
    placed, corrections = shelved.placed, shelved.corrections
    return [*(mark for mark, _place in placed.marks), *placed.orphans, *(each for each, _place in corrections)]
