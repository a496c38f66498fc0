"""An issue as the window holds it: what was understood of a file, and what the views need besides.

Made off the GUI thread, because each part reads all of the text once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from reader.model.document import UNCERTAIN, Issue, Node
from reader.model.shown import has_words
from reader.ui.kit.jobs import Report
from reader.ui.kit.line_index import LineIndex, index_lines
from reader.ui.session.outline import Outline, outline_of

if TYPE_CHECKING:
    from reader.model.kinds import Reading
    from reader.model.marks import OutlineMark
    from reader.periodical import Suggestion
    from reader.pipeline import Understood
    from reader.store import NormalisedText

LOCKED = "locked"  # warning: nothing was read, the file waits for its password
KEPT = 3_000_000  # characters of a file of which it is kept in memory how it was understood
SLICE = 200_000  # characters counted at a time, so that the GUI thread gets its turn


@dataclass(frozen=True, slots=True)
class IssueTally:
    """How much of a file is shown, in visible characters."""

    visible: int
    dropped: int
    doubtful: int  # blocks and headings

    @property
    def dropped_share(self) -> float:
        """Return the part of the visible characters that is shown nowhere, 0 to 1."""
        return self.dropped / self.visible if self.visible else 0.0


@dataclass(frozen=True, slots=True)
class OpenedIssue:
    """One open file."""

    path: Path
    issue: Issue
    outline: Outline
    tally: IssueTally
    lines: LineIndex
    password: str | None = field(default=None, repr=False)  # that opened the file
    reading: str = ""  # what the user wants its parts to be: articles, or one
    understood: Understood | None = field(default=None, repr=False)  # to compose it again; None where it is too big
    followed: int = 0  # corrections by what was learned of its periodical
    outline_marks: tuple[OutlineMark, ...] = ()  # what the user said of its outline, as it is composed
    written: int = 0  # when the file was written, in nanoseconds; 0 where that is not known

    @property
    def title(self) -> str:
        """Return the name under which the issue is shown: a key for a file's name says less than the first headline."""
        if self.stated_title or has_words(self.path.stem.replace("_", " ").replace("-", " ")):
            return self.file_title
        readable = (self.outline.entries[at] for at in self.outline.readable)
        titles = (entry.title for entry in readable if entry.node.kind in ("article", "notice"))
        return next(filter(None, titles), self.file_title)

    @property
    def file_title(self) -> str:
        """Return the name for what is made of the issue: that which it states, or its file's."""
        return self.stated_title or self.path.stem

    @property
    def stated_title(self) -> str:
        """Return the title that the file prints or declares; empty where only its name tells it."""
        nodes = self.issue.nodes
        only = nodes[0].title.plain.strip() if len(nodes) == 1 else ""  # all is in it
        return self.issue.masthead.title.text or only or self.issue.source.declared

    def is_outdated(self) -> bool:
        """Tell whether the file was written since it was read."""
        return bool(self.written) and written_at(self.path) not in (0, self.written)

    @property
    def has_text(self) -> bool:
        """Tell whether there are words; a locked file and pages that are pictures have none that can be read."""
        return bool(self.issue.source.text) and (bool(self.outline.readable) or not self.has_pages)

    @property
    def has_pages(self) -> bool:
        """Tell whether the file has pages that can be drawn."""
        return self.issue.source.pages > 0

    @property
    def is_locked(self) -> bool:
        """Tell whether only the name of the file is known, as its password was not given."""
        return LOCKED in self.issue.source.warnings

    @property
    def edition(self) -> str:
        """Return number and date as printed; a number that is the date only once."""
        number, date = self.issue.masthead.number.text, self.issue.masthead.date.text
        return " · ".join(dict.fromkeys(part for part in (number, date) if part))


def open_file(
    path: Path, encoding: str | None, report: Report, password: str | None = None, reading: str = ""
) -> OpenedIssue:
    """Open a file and prepare all that the window shows of it; `reading` says what its parts are: articles, or one."""
    # Imported here, on the thread that opens: the window can be built meanwhile.
    from reader import pipeline

    with without_collections():
        understood = pipeline.read(path, report, encoding, password, cast("Reading", reading))
        issue = pipeline.composed(understood, progress=report).issue
        hints = _hints(understood, issue)
        if hints:
            amendments, places = [hint.amendment for hint in hints], [hint.spans for hint in hints]
            issue = pipeline.composed(understood, amendments, places).issue
        report("window", 1.0)
        opened = replace(prepared(path, issue, password, reading), followed=len(hints))
        is_kept = len(issue.source.text) <= KEPT
        return replace(opened, understood=understood) if is_kept else opened


def _hints(understood: Understood, issue: Issue) -> tuple[Suggestion, ...]:
    """Return what was learned of the periodical of an issue, where the rules say otherwise."""
    from reader.periodical_file import kept_profile
    from reader.pipeline import suggested

    profile = kept_profile(issue)
    return suggested(understood, profile) if profile else ()


def recomposed(
    opened: OpenedIssue, encoding: str | None, marks: Sequence[OutlineMark], text: NormalisedText, report: Report
) -> OpenedIssue:
    """Return an issue as the user has set its outline right: composed anew from what was understood of its file."""
    from reader import pipeline
    from reader.outline_marks import PlacedOutline

    with without_collections():
        reading = cast("Reading", opened.reading)
        understood = opened.understood or pipeline.read(opened.path, report, encoding, opened.password, reading)
        found = PlacedOutline(text, marks)
        hints = _hints(understood, opened.issue)
        amendments = (*found.amendments, *(hint.amendment for hint in hints))
        issue = pipeline.composed(understood, amendments, (*found.places, *(hint.spans for hint in hints))).issue
        fresh = replace(prepared(opened.path, issue, opened.password, opened.reading), followed=opened.followed)
        is_kept = len(text.source) <= KEPT
        return replace(fresh, understood=understood if is_kept else None, outline_marks=tuple(marks))


def share_done(path: Path, stage: str, fraction: float) -> float:
    """Return how much of opening a file is done, 0 to 1; most of the work on a PDF is to read its pages."""
    load, label = (0.8, 0.95) if path.suffix.lower() == ".pdf" else (0.3, 0.75)
    start, end = {"load": (0.0, load), "label": (load, label), "compose": (label, 1.0)}.get(stage, (0.0, 0.0))
    return start + fraction * (end - start) if stage != "window" else 1.0


def prepared(path: Path, issue: Issue, password: str | None = None, reading: str = "") -> OpenedIssue:
    """Prepare all that the window shows of an issue."""
    lines = index_lines(issue.source.text)
    tally = tally_of(issue)
    written = written_at(path)
    return OpenedIssue(path, issue, outline_of(issue), tally, lines, password, reading, written=written)


def written_at(path: Path) -> int:
    """Return when a file was written, in nanoseconds; 0 where there is none, as of those in an archive."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@contextmanager
def without_collections() -> Iterator[None]:
    """Keep the garbage collector away from the objects of an issue.

    They hold no cycles, and a collection over millions of them would stop the GUI thread too, now and later.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # after a cancel too: what it lets go of is freed without being looked for
        gc.enable()


def tally_of(issue: Issue) -> IssueTally:
    """Count what is shown, left out and uncertain."""
    text = issue.source.text
    visible = sum(_count_visible(text[at : at + SLICE]) for at in range(0, len(text), SLICE))
    dropped = sum(_count_visible(text[span.start : span.end]) for span in issue.dropped)
    doubtful = sum(_count_doubtful(node) for node in issue.walk())
    return IssueTally(visible, dropped, doubtful)


def _count_visible(text: str) -> int:
    return sum(map(len, text.split()))


def _count_doubtful(node: Node) -> int:
    return (node.confidence < UNCERTAIN) + sum(block.confidence < UNCERTAIN for block in node.blocks)
