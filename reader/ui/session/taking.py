"""Take the mentions out of the issue being read, off the GUI thread, and keep them as long as it is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.export.shown_texts import ShownTexts
from reader.model.document import Issue, Node
from reader.model.mentions import Mentions
from reader.ui.kit.jobs import Report
from reader.ui.session.opened import OpenedIssue, without_collections
from reader.ui.session.session import Session

TAKE_JOB = "mentions"
KEYWORD_JOB = "keywords"


@dataclass(frozen=True, slots=True)
class TakenMentions:
    """What was taken out of one issue."""

    issue: Issue
    mentions: Mentions
    texts: ShownTexts = field(default_factory=ShownTexts)
    keywords: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by the id of a node; of those read so far


class Taking(QObject):
    """Hold what was taken out of each open issue; the issue in front is worked on first."""

    changed = Signal()  # there is something new of the issue in front
    failed = Signal(Path)  # an error of the program; it reaches the handler of errors too

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._taken: dict[Path, TakenMentions] = {}
        self._wanted: Issue | None = None  # what is being worked on
        session.issues_changed.connect(self._forget)

    def current(self) -> TakenMentions | None:
        """Return what was taken out of the issue in front; `None` as long as it is not known."""
        opened = self._session.current()
        taken = self._taken.get(opened.path) if opened else None
        return taken if opened and taken and taken.issue is opened.issue else None

    def want_current(self) -> None:
        """Work on the issue in front, unless that was done; work on another one is given up."""
        opened = self._session.current()
        if opened is None or self.current() or self._wanted is opened.issue:
            return
        issue, path = opened.issue, opened.path
        self._wanted = issue
        self._session.jobs.start(
            TAKE_JOB,
            lambda report: take(issue, report),
            lambda taken: self._on_taken(path, taken),
            lambda error: self._on_failed(opened, error),
        )

    def want_keywords(self, node: Node) -> None:
        """Find the keywords of an article of the issue in front, after the mentions: the dictionary takes a second."""
        taken = self.current()
        if taken is None or node.id in taken.keywords:
            return
        keywords = taken.keywords
        self._session.jobs.start(
            KEYWORD_JOB,
            lambda _report: keywords_of(node),
            lambda words: self._on_keywords(keywords, node, words),
            lambda error: self._on_no_keywords(keywords, node, error),
        )

    def _on_keywords(self, keywords: dict[str, tuple[str, ...]], node: Node, words: tuple[str, ...]) -> None:
        keywords[node.id] = words
        self.changed.emit()

    def _on_no_keywords(self, keywords: dict[str, tuple[str, ...]], node: Node, error: Exception) -> None:
        self._on_keywords(keywords, node, ())  # once is enough
        raise error  # the one handler of unexpected errors is to hear of it

    def _on_taken(self, path: Path, taken: TakenMentions) -> None:
        self._wanted = None
        self._taken[path] = taken
        self.changed.emit()

    def _on_failed(self, opened: OpenedIssue, error: Exception) -> None:
        self._wanted = None
        self._taken[opened.path] = TakenMentions(opened.issue, Mentions())  # once is enough
        self.changed.emit()
        self.failed.emit(opened.path)
        raise error  # the one handler of unexpected errors is to hear of it

    def _forget(self) -> None:
        """Let go of issues that were closed or read anew, and of the work on them."""
        issues = {opened.path: opened.issue for opened in self._session.issues()}
        self._taken = {path: taken for path, taken in self._taken.items() if issues.get(path) is taken.issue}
        if self._wanted and not any(issue is self._wanted for issue in issues.values()):
            self._wanted = None
            self._session.jobs.cancel(TAKE_JOB)


def take(issue: Issue, report: Report) -> TakenMentions:
    """Take out all mentions of an issue."""
    # Imported here, on the thread that works: the page is shown meanwhile.
    from reader import pipeline

    with without_collections():
        return TakenMentions(issue, pipeline.extract_mentions(issue, report), ShownTexts(issue))


def keywords_of(node: Node) -> tuple[str, ...]:
    """Name the keywords of an article."""
    from reader import pipeline

    return pipeline.article_keywords(node)
