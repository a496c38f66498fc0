"""The one door to the library: what it holds, what is put in and taken out, and what is found in it.

    with IssueLibrary(data_folder() / FILE_NAME) as library:
        library.put([(seen, held)])
        answer = library.search("储能 after:2024-01")

Nothing here knows SQL from outside: a library that an institute shares can stand on another database behind the same
calls. All can be read anew from the issues, which stay where they are and are never written to.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from reader.library.base import Base
from reader.library.folding import canonical
from reader.library.held import HeldArticle, HeldIssue
from reader.library.packing import article_grams, contact_text, figure_row, names_in, packed, unpacked
from reader.model.errors import ReaderError

FILE_NAME = "issues.sqlite3"
FIGURE_COLUMNS = (
    "article", "text", "kind", "low", "high", "unit", "comparator", "label", "surface", "inferred", "start", "stop"
)  # fmt: skip
PUT_FIGURE = f"""INSERT INTO figures ({", ".join(FIGURE_COLUMNS)})
    VALUES ({", ".join(f":{name}" for name in FIGURE_COLUMNS)})"""


class Seen(NamedTuple):
    """A file as it was when it was looked at."""

    path: str
    size: int
    modified: int  # nanoseconds


@dataclass(frozen=True, slots=True)
class FileCard:
    """A file that the library knows; `trouble` says why it could not be read."""

    path: str
    sha256: str
    size: int
    modified: int
    is_missing: bool
    trouble: str

    @property
    def seen(self) -> Seen:
        return Seen(self.path, self.size, self.modified)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue in the list, with its files and what is in it."""

    id: int
    sha256: str
    title: str
    number: str
    printed: str
    date: str
    name: str
    path: str
    is_missing: bool
    articles: int
    figures: int
    deadlines: int
    contacts: int

    @property
    def label(self) -> str:
        """The issue as it names itself, or by its file."""
        return " ".join(filter(None, (self.title, self.number or self.printed))) if self.title else self.name


class IssueLibrary:
    """An open library. One thread at a time uses it; others open their own on the same file."""

    def __init__(self, path: Path) -> None:
        """Open a file, or make it; raises `CannotKeep` where that cannot be."""
        self.base = Base(path)

    def __enter__(self) -> IssueLibrary:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing waits to be written."""
        self.base.close()

    # What it holds

    def files(self) -> list[FileCard]:
        """List all files that were read or tried."""
        rows = self.base.rows("SELECT path, sha256, size, modified, is_missing, trouble FROM files")
        return [FileCard(*row) for row in rows]

    def issues(self) -> list[IssueRow]:
        """List the issues, the newest first."""
        rows = self.base.rows(
            """SELECT i.id, i.sha256, i.title, i.number, i.printed, i.date, i.name,
                (SELECT path FROM files e WHERE e.sha256 = i.sha256 ORDER BY is_missing, id LIMIT 1) AS path,
                NOT EXISTS (SELECT 1 FROM files e WHERE e.sha256 = i.sha256 AND e.is_missing = 0) AS is_missing,
                ifnull(sum(a.kind NOT IN ('masthead', 'section')), 0),
                ifnull(sum(a.figures), 0), ifnull(sum(a.deadlines), 0), ifnull(sum(a.contacts), 0)
            FROM issues i LEFT JOIN articles a ON a.issue = i.id GROUP BY i.id ORDER BY i.date DESC, i.id DESC"""
        )
        return [IssueRow(*row) for row in rows]

    def knows(self, sha256: str) -> bool:
        """Tell whether an issue of this content is held."""
        return bool(self.base.rows("SELECT 1 FROM issues WHERE sha256 = ?", (sha256,)))

    # What is put in and taken out

    def put(self, read: Iterable[tuple[Seen, HeldIssue]]) -> None:
        """Keep issues with the files that they were read from; on the disk when it returns.

        What stood at the same path before goes, unless another file still holds it.
        """
        with self.base.writing():
            for seen, issue in read:
                if not self.knows(issue.sha256):
                    self._put_issue(issue)
                self._put_file(seen, issue.sha256)

    def put_known(self, seen: Seen, sha256: str) -> bool:
        """Note that a file holds an issue that is held already; tell whether it is."""
        with self.base.writing():
            is_known = self.knows(sha256)
            if is_known:
                self._put_file(seen, sha256)
        return is_known

    def put_trouble(self, seen: Seen, refusal: ReaderError) -> None:
        """Note why a file could not be read."""
        told = {"code": refusal.code, "sentence": str(refusal), "params": refusal.params}
        with self.base.writing():
            self._put_file(seen, "", json.dumps(told, ensure_ascii=False))

    def mark_missing(self, paths: Sequence[str]) -> None:
        """Note that files are no longer there; their issues stay, for they were read."""
        with self.base.writing():
            self.base.run_many("UPDATE files SET is_missing = 1 WHERE path = ?", [(path,) for path in paths])
            # What was only moved is where it is now; what could not be read and is gone is nothing.
            self.base.run(
                """DELETE FROM files WHERE is_missing = 1 AND (sha256 = '' OR EXISTS (
                    SELECT 1 FROM files e WHERE e.sha256 = files.sha256 AND e.is_missing = 0))"""
            )

    def remove(self, paths: Sequence[str]) -> None:
        """Take files out of the library, and the issues that no other file holds; no file is touched."""
        with self.base.writing():
            held = [self.base.rows("SELECT sha256 FROM files WHERE path = ?", (path,)) for path in paths]
            self.base.run_many("DELETE FROM files WHERE path = ?", [(path,) for path in paths])
            for sha256 in {row[0] for rows in held for row in rows}:
                self._drop_unheld(sha256)

    def tidy(self) -> None:
        """Bring the parts of the index together, after much was put in."""
        with self.base.writing():
            self.base.run("INSERT INTO grams(grams) VALUES ('optimize')")

    def _put_file(self, seen: Seen, sha256: str, trouble: str = "") -> None:
        before = self.base.rows("SELECT sha256 FROM files WHERE path = ?", (seen.path,))
        self.base.run(
            """INSERT INTO files (path, size, modified, sha256, trouble) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
                sha256 = excluded.sha256, trouble = excluded.trouble, is_missing = 0""",
            (*seen, sha256, trouble),
        )
        if before and before[0][0] not in ("", sha256):
            self._drop_unheld(before[0][0])

    def _put_issue(self, issue: HeldIssue) -> None:
        form = canonical(" ".join((issue.title, issue.number, issue.publisher, issue.name)))
        number = self.base.run(
            """INSERT INTO issues (sha256, name, format, title, number, printed, date, publisher, form, edition,
                characters, taken) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                *(issue.sha256, issue.name, issue.format, issue.title, issue.number, issue.printed, issue.date),
                *(issue.publisher, form, issue.edition, issue.characters, time.time_ns() // 1000),
            ),
        )
        for article in issue.articles:
            self._put_article(number, article)

    def _put_article(self, issue: int, article: HeldArticle) -> None:
        deadlines = sum(held.figure.kind == "deadline" for held in article.figures)
        counts = (len(article.figures), deadlines, len(article.contacts))
        number = self.base.run(
            """INSERT INTO articles (issue, node, kind, title, is_titled, key, figures, deadlines, contacts, keywords)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                *(issue, article.node, article.kind, article.title, int(article.is_titled), article.key),
                *counts,
                "\n".join(article.keywords),
            ),
        )
        self.base.run("INSERT INTO texts VALUES (?, ?)", (number, packed(article.texts)))
        row = article_grams(article.title if article.is_titled else "", article.texts)
        self.base.run("INSERT INTO grams(rowid, title, text) VALUES (?, ?, ?)", (number, *row))
        self.base.run_many(PUT_FIGURE, [figure_row(number, held) for held in article.figures])
        told = [(number, contact_text(contact)) for contact in article.contacts]
        self.base.run_many("INSERT INTO contacts (article, told) VALUES (?, ?)", told)
        self.base.run_many("INSERT INTO names VALUES (?, ?, ?)", [(number, *name) for name in names_in(article)])

    def _drop_unheld(self, sha256: str) -> None:
        """Take out the issue of this content, where no file holds it any more."""
        unheld = self.base.rows(
            "SELECT id FROM issues WHERE sha256 = ? "
            "AND NOT EXISTS (SELECT 1 FROM files WHERE files.sha256 = issues.sha256)",
            (sha256,),
        )
        for (issue,) in unheld:
            rows = self.base.rows("SELECT id, title, is_titled FROM articles WHERE issue = ?", (issue,))
            for number, title, is_titled in rows:
                texts = self.texts(number)
                row = article_grams(title if is_titled else "", texts)
                self.base.run("INSERT INTO grams(grams, rowid, title, text) VALUES ('delete', ?, ?, ?)", (number, *row))
                for table in ("figures", "contacts", "names", "texts"):
                    self.base.run(f"DELETE FROM {table} WHERE article = ?", (number,))
            self.base.run("DELETE FROM articles WHERE issue = ?", (issue,))
            self.base.run("DELETE FROM issues WHERE id = ?", (issue,))

    def texts(self, article: int) -> tuple[str, ...]:
        """Return the texts of an article but its title."""
        rows = self.base.rows("SELECT packed FROM texts WHERE article = ?", (article,))
        return unpacked(rows[0][0]) if rows else ()
