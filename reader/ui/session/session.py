"""What is open and where the reader is: issues, the current article, history. The signals say what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model.document import UNCERTAIN, Issue, Node
from reader.model.errors import ReaderError
from reader.ui.kit.jobs import Jobs, Report
from reader.ui.session.arrival import ArrivingIssue
from reader.ui.session.keyring import Keyring
from reader.ui.session.opened import OpenedIssue, prepared, recomposed, share_done, without_collections
from reader.ui.session.outline import Entry
from reader.ui.session.page_file import PageFiles

if TYPE_CHECKING:
    from reader.app.prefetch import ReadingAhead
    from reader.model.marks import OutlineMark
    from reader.store import NormalisedText

HISTORY_LIMIT = 200
OPEN_JOB = "open"
COMPOSE_JOB = "compose"


@dataclass(frozen=True, slots=True)
class IssuePlace:
    """Somewhere to read: an entry of an open issue and the source offset at the reading line."""

    path: Path
    entry: int
    offset: int | None = None


class Session(QObject):
    """Hold the open issues and the place being read."""

    opening_started = Signal()
    opening_changed = Signal(str, float)  # name of the file, how far; the name is empty when nothing is being opened
    failed = Signal(Path, Exception)  # a file could not be opened, and why
    issues_changed = Signal()  # one was opened, reopened or closed
    current_changed = Signal(object)  # the OpenedIssue in front, or None
    place_changed = Signal(object)  # the IssuePlace to show
    history_changed = Signal()
    list_wanted = Signal(object)  # paths of more issues than are opened at once
    words_wanted = Signal(str)  # to be lit in the issue in front

    def __init__(self, prefetched: ReadingAhead | None = None, *, resumes: bool = False, is_kept: bool = True) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.keyring, self.page_files = Keyring(), PageFiles()
        self.find_place: Callable[[OpenedIssue], IssuePlace | None] | None = None  # called on the thread that opens
        self.find_reading: Callable[[OpenedIssue], str] | None = None  # what was chosen once; on that thread too
        self._resumes = resumes  # the files of an earlier session will be opened, or that there are none be told
        self.is_kept = is_kept  # for the next start; beside another window it is that one's issues that are
        self._prefetched = prefetched  # the first file, when a child process is reading it already
        self._arrival: ArrivingIssue | None = None
        self._issues: list[OpenedIssue] = []
        self._current: OpenedIssue | None = None
        self._places: dict[Path, IssuePlace] = {}  # where each issue was left
        self._place: IssuePlace | None = None
        self._past: list[IssuePlace] = []
        self._future: list[IssuePlace] = []
        self._waiting: dict[Path, str | None] = {}  # files to open and their encodings; the first is being opened
        self._encodings: dict[Path, str] = {}  # chosen by the user
        self._readings: dict[Path, str] = {}  # what the parts of a file shall be: chosen by the user, now or once
        self._order: tuple[Path, ...] = ()  # of the tabs, while the files of an earlier session are opened
        self._to_front: Path | None = None
        self._closed: list[
            tuple[Path, str | None]
        ] = []  # files that were closed and their encodings, the last one last
        self._last_doubtful = -1  # source offset of the uncertain place shown last

    def issues(self) -> tuple[OpenedIssue, ...]:
        """Return the open issues in the order of their tabs."""
        return tuple(self._issues)

    def current(self) -> OpenedIssue | None:
        """Return the issue in front."""
        return self._current

    def place(self) -> IssuePlace | None:
        """Return the place being read."""
        return self._place

    def entry(self) -> Entry | None:
        """Return the entry being read."""
        if self._current is None or self._place is None:
            return None
        return self._current.outline.entries[self._place.entry]

    def opening(self) -> bool:
        """Tell whether a file is being opened."""
        return bool(self._waiting)

    def expects_issue(self) -> bool:
        """Tell whether there will be an issue to show, perhaps."""
        return self.opening() or self._resumes

    def waiting(self) -> dict[Path, str | None]:
        """Return the files that are still to be opened, and the encodings chosen for them."""
        return dict(self._waiting)

    def encoding_of(self, path: Path) -> str:
        """Return the encoding that the user chose for a file; nothing where he did not."""
        return self._encodings.get(path, "")

    def reading_of(self, path: Path) -> str | None:
        """Return what the user wants the parts of a file to be; None where he chose nothing since it was opened."""
        return self._readings.get(path)

    def read_as(self, opened: OpenedIssue, reading: str) -> None:
        """Read an issue anew: its parts as articles, all as one article, or as the program thinks."""
        self._readings[opened.path] = reading
        self.read_anew(opened)

    def compose_anew(self, opened: OpenedIssue, marks: Sequence[OutlineMark], text: NormalisedText) -> None:
        """Compose an open issue again as the user has set its outline right, in the background."""
        encoding = self._encodings.get(opened.path)

        def work(report: Report) -> OpenedIssue:
            return recomposed(opened, encoding, marks, text, report)

        self.jobs.start(COMPOSE_JOB, work, lambda fresh: self._show_composed(opened, fresh))

    def read_anew(self, opened: OpenedIssue) -> None:
        """Read the file of an open issue again, as it was read."""
        self.open_path(opened.path, self._encodings.get(opened.path), anew=True)

    def resume(self, files: Sequence[tuple[Path, str | None]], current: int = 0) -> None:
        """Open the files of an earlier session as they were, the one in front first; with no files start without."""
        self._resumes = False
        if not files:
            if not self._waiting:
                self.opening_changed.emit("", 1.0)
            return
        self._order = tuple(path for path, _encoding in files)
        front = files[current if 0 <= current < len(files) else 0]
        is_free = self._current is None and not self._waiting
        for path, encoding in (front, *(file for file in files if file != front)):
            self.open_path(path, encoding, to_front=is_free and path == front[0])

    def return_to(self, place: IssuePlace) -> None:
        """Show an issue where reading stopped once, which is no step of the history."""
        self._places[place.path] = place
        if self._current and self._current.path == place.path:
            self._show(place)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files; the first of them comes to the front."""
        for number, path in enumerate(dict.fromkeys(path.absolute() for path in paths)):
            self.open_path(path, to_front=number == 0)

    def open_path(self, path: Path, encoding: str | None = None, *, to_front: bool = True, anew: bool = False) -> None:
        """Open a file in the background, or bring it to the front when it is open already and not wanted anew."""
        opened = self._find(path)
        if opened and encoding is None and not opened.is_locked and not anew and not opened.is_outdated():
            if to_front:
                self.bring_to_front(opened)
            return
        if to_front:
            self._to_front = path
        if not self._waiting:
            self.opening_started.emit()
        self._waiting[path] = encoding
        if next(iter(self._waiting)) == path:  # none is being opened, or this one is and now shall be read otherwise
            self._open_next()

    def cancel_opening(self) -> None:
        """Stop opening; what was open stays as it was."""
        self._waiting.clear()
        self._abandon_arrival()
        self.jobs.cancel(OPEN_JOB)
        self.opening_changed.emit("", 1.0)

    def end(self) -> None:
        """Stop all work for good: the window closes, and no process or thread outlives it."""
        self._abandon_arrival()
        self.jobs.shut_down()

    def _abandon_arrival(self) -> None:
        if self._arrival:
            self._arrival.abandon()
            self._arrival = None

    def close(self, opened: OpenedIssue) -> None:
        """Close an issue; its neighbour comes to the front."""
        at = self._issues.index(opened)
        self._issues.remove(opened)
        closed = (opened.path, self._encodings.get(opened.path))
        self._closed = [*(other for other in self._closed if other[0] != opened.path), closed]
        self._places.pop(opened.path, None)
        self._encodings.pop(opened.path, None)
        self._readings.pop(opened.path, None)
        self._past = [place for place in self._past if place.path != opened.path]
        self._future = [place for place in self._future if place.path != opened.path]
        if opened is self._current:
            self._place = None
            self._set_current(self._issues[min(at, len(self._issues) - 1)] if self._issues else None)
        self.issues_changed.emit()
        self.history_changed.emit()

    def can_reopen(self) -> bool:
        """Tell whether an issue was closed."""
        return bool(self._closed)

    def reopen(self) -> None:
        """Open the issue that was closed last."""
        if self._closed:
            self.open_path(*self._closed.pop())

    def move(self, start: int, end: int) -> None:
        """Put an issue at another place among the tabs."""
        self._issues.insert(end, self._issues.pop(start))
        self._order = ()  # from now on it is the user's

    def bring_to_front(self, opened: OpenedIssue) -> None:
        """Show an open issue where it was left."""
        if opened is not self._current:
            self._remember()
            self._set_current(opened)

    def step_issue(self, step: int) -> None:
        """Bring the next or previous issue to the front, around the end."""
        if self._current and len(self._issues) > 1:
            at = self._issues.index(self._current)
            self.bring_to_front(self._issues[(at + step) % len(self._issues)])

    def go_to(self, entry: int, offset: int | None = None, *, remember: bool = True) -> None:
        """Read an entry of the current issue; a subheading leads into its article.

        Without `remember` it is no step of its own on the way back.
        """
        if self._current is None:
            return
        target = self._current.outline.entries[entry]
        if not target.is_node:
            spans = target.node.blocks[target.block].spans
            offset = spans[0].start if spans else None
            while not target.is_node:
                target = self._current.outline.entries[target.parent]
        if remember:
            self._remember()
        self._show(IssuePlace(self._current.path, target.index, offset))

    def go_to_source(self, offset: int) -> bool:
        """Read the article that shows a source offset; tell whether there is one."""
        if self._current is None:
            return False
        for index in self._current.outline.readable:
            if holds(self._current.outline.entries[index], offset):
                self.go_to(index, offset)
                return True
        return False

    def step_article(self, step: int) -> None:
        """Read the next or previous article; stay at the first and the last."""
        number = self.article_number()
        if self._current is None or number is None:
            return
        readable = self._current.outline.readable
        target = number + step
        if 0 <= target < len(readable):
            self.go_to(readable[target])

    def go_to_doubtful(self) -> bool:
        """Read the next uncertain place after the current one, around the end; tell whether there is one."""
        if self._current is None:
            return False
        places = [
            (index, offset)
            for index in self._current.outline.readable
            for offset in _doubtful_offsets(self._current.outline.entries[index].node)
        ]
        if not places:
            return False
        here = (self._place.entry, self._last_doubtful) if self._place else (-1, -1)
        target = next((place for place in places if place > here), places[0])
        self._last_doubtful = target[1]
        self.go_to(*target)
        return True

    def article_number(self) -> int | None:
        """Return the place of the current article among the readable ones, from 0."""
        if self._current is None or self._place is None:
            return None
        return self._current.outline.readable.index(self._place.entry)

    def note_offset(self, offset: int | None) -> None:
        """Keep in mind how far the current article has been read."""
        if self._place:
            self._place = IssuePlace(self._place.path, self._place.entry, offset)

    def mark_place(self) -> None:
        """Put the current place on the way back, before a jump inside the article."""
        self._remember()

    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._past)

    def can_go_forward(self) -> bool:
        """Tell whether there is a place to go forward to."""
        return bool(self._future)

    def go_back(self) -> None:
        """Return to the place before."""
        self._travel(self._past, self._future)

    def go_forward(self) -> None:
        """Return to the place that was gone back from."""
        self._travel(self._future, self._past)

    def _travel(self, source: list[IssuePlace], target: list[IssuePlace]) -> None:
        if not source:
            return
        if self._place:
            target.append(self._place)
        place = source.pop()
        opened = self._find(place.path)
        if opened and opened is not self._current:
            self._places[place.path] = place
            self._set_current(opened)
        else:
            self._show(place)
        self.history_changed.emit()

    def _remember(self) -> None:
        """Put the current place on the way back; the way forward ends here."""
        if self._place is None:
            return
        self._past = [*self._past, self._place][-HISTORY_LIMIT:]
        self._future.clear()
        self.history_changed.emit()

    def _show(self, place: IssuePlace) -> None:
        self._place = place
        self._places[place.path] = place
        self.place_changed.emit(place)

    def _set_current(self, opened: OpenedIssue | None) -> None:
        if self._place:
            self._places[self._place.path] = self._place
        self._current = opened
        self._place = None
        self.current_changed.emit(opened)
        if opened and opened.outline.readable:
            self._show(self._places.get(opened.path) or IssuePlace(opened.path, opened.outline.readable[0]))

    def _open_next(self) -> None:
        """Open the file that has waited longest; one at a time, so that the first is there soon."""
        if not self._waiting:
            self._order = ()
            self.opening_changed.emit("", 1.0)
            return
        path, encoding = next(iter(self._waiting.items()))
        self.opening_changed.emit(path.name, 0.0)
        prefetched, self._prefetched = self._prefetched, None
        if prefetched and encoding is None and prefetched.path == path:
            self._arrival = ArrivingIssue(prefetched, self)
            self._arrival.came.connect(lambda issue: self._on_arrived(path, issue))
            return
        if prefetched:
            prefetched.abandon()
        self._start_reading(path, encoding)

    def _on_arrived(self, path: Path, issue: Issue | None) -> None:
        """Show what a child process has read, or read the file here, which also tells what is wrong with it."""
        self._arrival = None
        if issue is None:
            self._start_reading(path, None)
            return
        with without_collections():
            opened = prepared(path, issue)
        if self.find_reading and self.find_reading(opened):
            self._start_reading(path, None)
            return
        self._on_opened(path, None, opened, self.find_place(opened) if self.find_place else None)

    def _start_reading(self, path: Path, encoding: str | None) -> None:
        quietly = path in self._order
        self.jobs.start(
            OPEN_JOB,
            lambda report: self._read(path, encoding, report, quietly=quietly),
            lambda result: self._on_opened(path, encoding, *result),
            lambda error: self._on_failed(path, error),
            lambda stage, fraction: self.opening_changed.emit(path.name, share_done(path, stage, fraction)),
        )

    def _read(
        self, path: Path, encoding: str | None, report: Report, *, quietly: bool
    ) -> tuple[OpenedIssue, IssuePlace | None]:
        """Open a file on a thread, and find where reading stopped in it."""
        reading = self._readings.get(path)
        opened = self.keyring.open(path, encoding, report, reading=reading or "", quietly=quietly)
        if reading is None and self.find_reading and (kept := self.find_reading(opened)):
            opened = self.keyring.open(path, encoding, report, reading=kept, quietly=quietly)
        return opened, self.find_place(opened) if self.find_place else None

    def _on_opened(self, path: Path, encoding: str | None, result: OpenedIssue, place: IssuePlace | None) -> None:
        self._waiting.pop(path, None)
        self._closed = [other for other in self._closed if other[0] != path]
        if encoding:
            self._encodings[path] = encoding
        old = self._find(path)
        if old:
            self._issues[self._issues.index(old)] = result
            place = self._same_place(old, result) or place
            self._forget_places(path)
        else:
            self._issues.append(result)
            order = {wanted: at for at, wanted in enumerate(self._order)}
            self._issues.sort(key=lambda opened: order.get(opened.path, len(order)))
        if place:
            self._places[path] = place
        if self._current is None or self._current is old or path == self._to_front:
            if self._current is not old:
                self._remember()
            self._set_current(result)
        self.issues_changed.emit()
        self._open_next()

    def _show_composed(self, old: OpenedIssue, new: OpenedIssue) -> None:
        """Show an issue that was composed anew where reading is."""
        if old not in self._issues:
            return
        self._issues[self._issues.index(old)] = new
        place = self._same_place(old, new)
        self._forget_places(old.path)
        if place:
            self._places[old.path] = place
        if self._current is old:
            self._set_current(new)
        self.issues_changed.emit()

    def _same_place(self, old: OpenedIssue, new: OpenedIssue) -> IssuePlace | None:
        """Find where reading is in an issue that was read anew from the same characters."""
        place = self._place if old is self._current else self._places.get(old.path)
        if place is None or old.issue.source.text != new.issue.source.text:
            return None
        node = old.outline.entries[place.entry].node
        first = place.offset if place.offset is not None else first_offset(node)
        for index in new.outline.readable:
            entry = new.outline.entries[index]
            if first is not None and holds(entry, first):
                is_top = place.offset is None and first == first_offset(entry.node)
                return IssuePlace(new.path, index, None if is_top else first)
        return None

    def _forget_places(self, path: Path) -> None:
        """Drop the places in an issue that was read anew: its entries are others now."""
        self._places.pop(path, None)
        self._past = [place for place in self._past if place.path != path]
        self._future = [place for place in self._future if place.path != path]
        if self._place and self._place.path == path:
            self._place = None

    def _on_failed(self, path: Path, error: Exception) -> None:
        self._waiting.pop(path, None)
        old = self._find(path)
        if old and path in self._readings:
            self._readings[path] = old.reading
        self._open_next()
        self.failed.emit(path, error)
        if not isinstance(error, ReaderError):
            raise error  # a bug: the one handler of unexpected errors is to hear of it

    def _find(self, path: Path) -> OpenedIssue | None:
        return next((opened for opened in self._issues if opened.path == path), None)


def _doubtful_offsets(node: Node) -> list[int]:
    """List where the uncertain parts of a node start in the source."""
    offsets = [node.title_spans[0].start] if node.confidence < UNCERTAIN and node.title_spans else []
    return offsets + [block.spans[0].start for block in node.blocks if block.confidence < UNCERTAIN and block.spans]


def first_offset(node: Node) -> int | None:
    """Return where a node begins in the source; None where nothing of it stands there."""
    spans = (*node.title_spans, *(span for block in node.blocks for span in block.spans))
    return spans[0].start if spans else None


def holds(entry: Entry, offset: int) -> bool:
    """Tell whether a node shows a source offset."""
    return any(start <= offset < end for start, end in entry.node.spans())
