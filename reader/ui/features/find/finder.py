"""The search itself: as many hits as there are, and never a window that waits.

Words are looked for in slices between two turns of the event loop: a thread at work would make the window wait at each
of its own steps. A regular expression may take long in one text; it is looked for on a thread, and lets others work.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from math import inf
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.find import Readable, Search, find_spots, texts_of_node
from reader.model.document import Issue, Node
from reader.ui.features.find.found import FoundHits
from reader.ui.session.opened import OpenedIssue

SLICE = 0.008  # seconds of searching between two turns of the event loop
FIRST_LOOK = 5  # milliseconds until the window looks what a thread has found
NEXT_LOOK = 30
TELLING = 0.06  # seconds between two reports of more hits; the first ones are told at once


class _Run:
    """One search under way; what a thread and the window share."""

    def __init__(self, source: str, texts: Iterable[Readable], search: Search) -> None:
        self.found = FoundHits(source)
        self.spots = find_spots(texts, search)
        self.stopped = threading.Event()
        self.ended = threading.Event()
        self.failure: Exception | None = None


class FindRun(QObject):
    """Search an article or an issue; a new search stops the one before."""

    changed = Signal()  # there are more hits, or the search has ended
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None
        self._seen = 0
        self._is_running = False
        self._is_threaded = False
        self._told = 0.0  # when the last report was made
        self._kept: tuple[Issue, list[Readable]] | None = None  # the texts of the issue searched last
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)

    def search(self, opened: OpenedIssue, node: Node | None, search: Search) -> None:
        """Search a node of an issue, or all that can be read of it."""
        self.stop()
        texts = texts_of_node(node) if node else self._texts_of(opened)
        run = self._run = _Run(opened.issue.source.text, texts, search)
        self._is_running, self._is_threaded, self._told = True, search.wish.is_pattern, 0.0
        if self._is_threaded:
            threading.Thread(target=_work, args=(run,), name="reader-job-find", daemon=True).start()
        self._looking.start(FIRST_LOOK if self._is_threaded else 0)

    def stop(self) -> None:
        """Stop, and forget what was found."""
        self._looking.stop()
        if self._run:
            self._run.stopped.set()
        self._run, self._seen, self._is_running = None, 0, False

    def forget(self) -> None:
        """Stop, and let go of the texts of the issue too."""
        self.stop()
        self._kept = None

    def is_running(self) -> bool:
        """Tell whether there may be more to find."""
        return self._is_running

    def found(self) -> FoundHits | None:
        """Return what was found; only the first `count` hits are settled."""
        return self._run.found if self._run else None

    def count(self) -> int:
        """Return how many hits are known."""
        return self._seen

    def _texts_of(self, opened: OpenedIssue) -> Iterable[Readable]:
        """Return the texts of an issue; they are gathered by the first search that comes to the end."""
        if self._kept and self._kept[0] is opened.issue:
            return self._kept[1]
        return self._gathered(opened)

    def _gathered(self, opened: OpenedIssue) -> Iterator[Readable]:
        texts = []
        for index in opened.outline.readable:
            for readable in texts_of_node(opened.outline.entries[index].node):
                texts.append(readable)
                yield readable
        self._kept = (opened.issue, texts)

    def _look(self) -> None:
        """Search on, or see what the thread has found since."""
        run = self._run
        if run is None:
            return
        if self._is_threaded:
            self._looking.setInterval(NEXT_LOOK)
        else:
            _work(run, perf_counter() + SLICE)
        has_ended = run.ended.is_set()  # asked first: after it no hit is added
        count = len(run.found)
        if has_ended:
            self._looking.stop()
            self._is_running = False
        elif count == self._seen or (self._seen and perf_counter() < self._told + TELLING):
            return
        self._told = perf_counter()
        self._seen = count
        if run.failure:
            self.failed.emit(run.failure)
        else:
            self.changed.emit()


def _work(run: _Run, until: float = inf) -> None:
    """Search on, to the end or to a moment; nothing of Qt is touched here."""
    try:
        for spot in run.spots:
            if spot is not None:
                run.found.add(*spot)
            if run.stopped.is_set() or perf_counter() > until:
                return
    except Exception as error:  # the window tells it
        run.failure = error
    run.ended.set()
