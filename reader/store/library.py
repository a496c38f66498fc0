"""The one door to what is kept: marks, bookmarks, reading places, what was read, and the session.

    library = Library(data_folder() / FILE_NAME)
    text = normalise(issue.source.text)
    key = library.recognise(issue, text, path)
    placed = place_marks(text, library.marks(key))

Every call is one transaction of a few milliseconds, and is on the disk when it returns. One thread at a time uses one
`Library`; several windows, threads and processes each open their own on the same file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from reader.app.data_folder import LIBRARY, make_private_folder
from reader.app.safe_file import replacing
from reader.model.document import Issue
from reader.model.marks import (
    Bookmark,
    Correction,
    Highlight,
    IssueCard,
    Kept,
    KeptSession,
    Mark,
    OpenIssue,
    OutlineMark,
    ReadingPlace,
)
from reader.store.database import WAIT_SECONDS, Database, Stamp, make_private, stamp_of_day
from reader.store.failures import told
from reader.store.history import Edit
from reader.store.identity import most_alike, sketch
from reader.store.journal import Journal, Mended
from reader.store.normalised import NormalisedText
from reader.store.rescue import Rescue, newest_first, rescue_if_damaged
from reader.store.rows import Fields, fields_of, is_whole, locator_as_text, locator_from_text, mark_of

FILE_NAME = LIBRARY
KEY_LENGTH = 32  # hexadecimal digits of a text's hash that name an issue
COPIES = "copies"  # folder of the daily copies, beside the file
MOST_COPIES = 5
READINGS = ("articles", "one")


@dataclass(frozen=True, slots=True)
class Changes:
    """What other windows wrote since a moment, and the moment to ask from next time."""

    cursor: int
    marks: tuple[Kept, ...] = ()  # new or changed
    deleted: tuple[str, ...] = ()  # ids
    marked: frozenset[str] = frozenset()  # keys of issues in which a mark is new, changed or deleted
    read: frozenset[str] = frozenset()  # keys of issues in which something became read or unread


class Library:
    """An open file of marks."""

    def __init__(self, path: Path | None, wait: float = WAIT_SECONDS, *, is_checked: bool = False) -> None:
        """Open a file, or with `None` one in memory that goes with the program.

        A missing file is made, an older one brought up to date, a damaged one rescued (`rescue` then says what was
        saved), and marks that a sound file has lost are brought back (`mended`). Raises `CannotKeep`; the window can
        go on with a library in memory. One that `is_checked` was opened a moment ago, and is not looked through.
        """
        self.path = path
        self.rescue: Rescue | None = None
        self.mended: Mended | None = None
        if path:
            with told(path):
                path.parent.mkdir(0o700, parents=True, exist_ok=True)
                make_private_folder(path.parent)
            self.rescue = rescue_if_damaged(path, path.parent / COPIES)
            with told(path):
                if not path.exists():
                    Journal(path).forget()
                make_private(path)
        self.database = Database(path, wait)
        if path:
            self._keep_journal(Journal(path), is_checked=is_checked)

    @classmethod
    def copy_of(cls, path: Path) -> Library:
        """Return a library in memory with what a file holds, an empty one where there is none; the file stays as it is.

        Raises `CannotKeep` where it cannot be read.
        """
        library = cls(None)
        if path.exists():
            library.database.take(path)
        return library

    def _keep_journal(self, journal: Journal, *, is_checked: bool) -> None:
        """Compare the marks with their second record, which from now on is told of each change."""
        try:
            self.mended = None if is_checked else journal.mend(self.database)
        except BaseException:
            self.database.close()
            raise
        self.database.on_written = partial(journal.note, self.database)

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing waits to be written."""
        self.database.close()

    def keep_copy(self) -> None:
        """Keep a copy of today, and the last few of other days; does nothing where there is one already."""
        if not self.path:
            return
        folder = self.path.parent / COPIES
        copy = folder / f"{self.path.stem}.{stamp_of_day()[:8]}{self.path.suffix}"
        with told(self.path):
            folder.mkdir(0o700, exist_ok=True)
            if not copy.exists():
                with replacing(copy) as part:
                    self.database.copy_to(part)
                for old in newest_first(folder)[MOST_COPIES:]:
                    old.unlink()
            for kept in newest_first(folder):
                make_private(kept)

    # Issues

    def recognise(self, issue: Issue, text: NormalisedText, path: Path | None = None) -> str:
        """Return the key of an issue, the same for all its copies, and note that it was opened."""
        source, head = issue.source, issue.masthead
        place = str(path.resolve()) if path else ""
        with self.database.writing() as stamp:
            key = self._edition(text) or self._new_edition(text, source.sha256, place, stamp)
            file = {"sha256": source.sha256, "text": text.digest, "path": place}
            self.database.put("files", file, stamp)
            facts = {"title": head.title.text, "number": head.number.text, "date": head.date.text}
            card = {"key": key, **facts, "name": source.name, "path": place, "opened": stamp.now}
            self.database.put("issues", card, stamp)
        return key

    def issues(self) -> list[IssueCard]:
        """List the issues that were opened, the latest first."""
        columns = ", ".join(IssueCard.__slots__)
        return [IssueCard(*row) for row in self.database.rows(f"SELECT {columns} FROM issues ORDER BY opened DESC")]

    def _edition(self, text: NormalisedText) -> str | None:
        """Find an issue by its very text."""
        same = self.database.rows("SELECT issue FROM editions WHERE text = ?", (text.digest,))
        return str(same[0]["issue"]) if same else None

    def _new_edition(self, text: NormalisedText, sha256: str, place: str, stamp: Stamp) -> str:
        """Note a text that was not seen before, as an edition of the issue that it is alike, or of a new one."""
        phrases = sketch(text.text)  # slow for a big issue: half a second for ten megabytes
        same_bytes = self.database.rows(
            "SELECT issue FROM editions JOIN files USING (text) WHERE sha256 = ?", (sha256,)
        )
        key = same_bytes[0]["issue"] if same_bytes else self._alike(phrases, place) or text.digest[:KEY_LENGTH]
        self.database.put("editions", {"text": text.digest, "issue": key, "sketch": phrases}, stamp)
        return str(key)

    def _alike(self, phrases: bytes, place: str) -> str | None:
        """Find an issue that says mostly the same."""
        known = self.database.rows(
            "SELECT issue, sketch, EXISTS (SELECT 1 FROM files WHERE files.text = editions.text AND path = ? "
            "AND path <> '') AS is_at_place FROM editions",
            (place,),
        )
        return most_alike(phrases, ((row["issue"], row["sketch"], bool(row["is_at_place"])) for row in known))

    # Marks

    def marks(self, issue: str | None = None) -> list[Mark]:
        """List the marks of one issue, or of all, in the order in which they were made."""
        return [mark for mark in self.kept(issue) if isinstance(mark, Highlight | Bookmark)]

    def corrections(self, issue: str | None = None) -> list[Correction]:
        """List what was set right among the rows of one issue, or of all, in the order in which it was done."""
        return [mark for mark in self.kept(issue) if isinstance(mark, Correction)]

    def outline_marks(self, issue: str | None = None) -> list[OutlineMark]:
        """List what was said of the outline of one issue, or of all, in the order in which it was said."""
        return [mark for mark in self.kept(issue) if isinstance(mark, OutlineMark)]

    def kept(self, issue: str | None = None) -> list[Kept]:
        """List marks and corrections of one issue, or of all, in the order in which they were made."""
        where, values = ("AND issue = ?", (issue,)) if issue is not None else ("", ())
        found = self.database.rows(f"SELECT * FROM marks WHERE deleted = 0 {where} ORDER BY created, id", values)
        return [mark_of(row) for row in found]

    def apply(self, edits: Sequence[Edit]) -> tuple[Kept, ...]:
        """Write edits, all or none; return the marks as they are now, without deleted ones.

        Only what an edit changes is written, so that another window's change of the same mark stays.
        """
        with self.database.writing() as stamp:
            for edit in edits:
                self._write(edit, stamp)
            keys = [mark.id for edit in edits if (mark := edit.after or edit.before)]
            rows = [
                row
                for key in keys
                for row in self.database.rows("SELECT * FROM marks WHERE key = ? AND deleted = 0", (key,))
            ]
        return tuple(mark_of(row) for row in rows)

    def incoming(self, marks: Sequence[Mark]) -> tuple[Edit, ...]:
        """Return the edits that bring in marks from elsewhere: those that are missing here or newer than here."""
        here = {mark.id: mark for mark in self.marks()}
        return tuple(
            Edit(here.get(mark.id), mark)
            for mark in {mark.id: mark for mark in marks}.values()
            if mark.id not in here or mark.updated > here[mark.id].updated
        )

    def _write(self, edit: Edit, stamp: Stamp) -> None:
        if edit.after is None:
            if edit.before is not None:
                self._set(edit.before.id, {"deleted": 1}, stamp)
            return
        after = fields_of(edit.after)
        if edit.before is not None:
            before = fields_of(edit.before)
            changed = {name: value for name, value in after.items() if before.get(name) != value}
            self._set(edit.after.id, changed, stamp)
        elif not self._set(edit.after.id, {"deleted": 0}, stamp):
            created = edit.after.created or stamp.now
            row = {**after, "key": edit.after.id, "created": created, "updated": stamp.now, "change": stamp.change}
            names = ", ".join(row)
            self.database.run(f"INSERT INTO marks ({names}) VALUES ({', '.join(f':{name}' for name in row)})", row)

    def _set(self, key: str, fields: Fields, stamp: Stamp) -> bool:
        """Change some columns of a mark; tell whether there is one."""
        sets = "".join(f"{name} = :{name}, " for name in fields)
        # A row that came from a machine whose clock is ahead must still become newer.
        statement = f"UPDATE marks SET {sets} updated = max(:now, updated + 1), change = :change WHERE key = :key"
        return bool(self.database.run(statement, {**fields, **asdict(stamp), "key": key}))

    def changes_since(self, cursor: int) -> Changes:
        """Return what was written after `cursor`, by this window or another; cheap enough for a timer.

        A cursor of -1 asks only for the present moment.
        """
        now = self.database.rows("SELECT change FROM clock")[0]["change"]
        if cursor < 0 or cursor == now:
            return Changes(now)
        rows = self.database.rows(
            "SELECT * FROM marks WHERE change > ? AND change <= ? ORDER BY change, id", (cursor, now)
        )
        read = self.database.rows("SELECT DISTINCT issue FROM reads WHERE change > ?", (cursor,))
        return Changes(
            now,
            tuple(mark_of(row) for row in rows if not row["deleted"]),
            tuple(row["key"] for row in rows if row["deleted"]),
            frozenset(row["issue"] for row in rows),
            frozenset(row["issue"] for row in read),
        )

    # Where reading stopped, what was read, what the window showed

    def reading_place(self, issue: str) -> ReadingPlace | None:
        """Return where reading stopped in an issue; `None` where nothing is kept that can be read."""
        rows = self.database.rows("SELECT * FROM places WHERE issue = ?", (issue,))
        if not rows or not is_whole("places", dict(rows[0])):
            return None
        return ReadingPlace(locator_from_text(rows[0]["place"], issue), rows[0]["article"], rows[0]["updated"])

    def keep_reading_place(self, place: ReadingPlace) -> None:
        """Keep where reading stopped."""
        with self.database.writing(is_durable=False) as stamp:
            locator = place.locator
            row = {"issue": locator.issue, "place": locator_as_text(locator), "article": place.article}
            self.database.put("places", row, stamp)

    def read_articles(self, issue: str) -> frozenset[str]:
        """Return the keys of the articles that were read."""
        rows = self.database.rows("SELECT article FROM reads WHERE issue = ? AND is_read = 1", (issue,))
        return frozenset(row["article"] for row in rows)

    def read_everywhere(self) -> list[tuple[str, str]]:
        """List all articles that were read: the hash of a text of their issue, and the key."""
        rows = self.database.rows(
            "SELECT text, article FROM reads JOIN editions ON editions.issue = reads.issue WHERE is_read = 1"
        )
        return [(str(row["text"]), str(row["article"])) for row in rows]

    def keep_read(self, issue: str, articles: Sequence[str], is_read: bool = True) -> None:
        """Note that articles were read, or that they count as unread."""
        with self.database.writing(is_durable=False) as stamp:
            for article in articles:
                row = {"issue": issue, "article": article, "is_read": int(is_read)}
                self.database.put("reads", row, stamp)

    def reading(self, issue: str) -> str:
        """Return what the user wants the parts of an issue to be: articles, one; nothing where he leaves it to us."""
        rows = self.database.rows("SELECT reading FROM readings WHERE issue = ?", (issue,))
        return str(rows[0]["reading"]) if rows and rows[0]["reading"] in READINGS else ""

    def keep_reading(self, issue: str, reading: str) -> None:
        """Keep what the user wants the parts of an issue to be."""
        with self.database.writing() as stamp:
            self.database.put("readings", {"issue": issue, "reading": reading}, stamp)

    def session(self, name: str = "last") -> KeptSession:
        """Return what the window showed last; an empty session where nothing is kept that can be read."""
        rows = self.database.rows("SELECT value, panes FROM sessions WHERE name = ?", (name,))
        if not rows:
            return KeptSession()
        try:
            value = json.loads(rows[0]["value"])
            issues = tuple(OpenIssue(**issue) for issue in value["issues"])
            return KeptSession(issues, int(value["current"]), bytes(rows[0]["panes"]))
        except (ValueError, TypeError, KeyError):  # damaged, or of a version that kept other things
            return KeptSession()

    def keep_session(self, session: KeptSession, name: str = "last") -> None:
        """Keep what the window shows."""
        value = json.dumps(
            {"issues": [asdict(i) for i in session.issues], "current": session.current}, ensure_ascii=False
        )
        with self.database.writing(is_durable=False) as stamp:
            self.database.put("sessions", {"name": name, "value": value, "panes": session.panes}, stamp)
