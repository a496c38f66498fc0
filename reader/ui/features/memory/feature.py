"""The part of the window that remembers; loaded when the first page has been seen, or when there will be none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from reader.model.errors import CannotKeep
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.error_words import told
from reader.ui.kit.files import is_there
from reader.ui.session.settings import with_recent

if TYPE_CHECKING:
    from reader.model.marks import KeptSession
    from reader.ui.features.memory.desk import HomeDesk
    from reader.ui.features.memory.keeper import LibraryKeeper, OpenShelf
    from reader.ui.features.memory.read_states import ReadStates
    from reader.ui.features.memory.taking_along import TakingAlong

LOAD_JOB = "open library"
SETTLE_MILLISECONDS = 160  # between the first page and the opening of the library
STATE_MILLISECONDS = 700  # between a change of the window's panes and sizes and its being kept


class MemoryFeature(Feature):
    """Open the library, restore and keep the session, and carry out the commands on what is kept."""

    ready = Signal(object)  # the LibraryKeeper
    unread_changed = Signal(object)  # numbers of the entries of the contents that are unread
    settings_arrived = Signal()  # from another machine
    state_due = Signal()  # what the window looks like may have changed, and is to be kept
    done = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence for the user

    def __init__(self, ground: FeatureGround, *, lasting: bool) -> None:
        super().__init__(ground)
        self._is_lasting = lasting
        self._is_started = False
        self._is_closed = False
        self._waiting: list[Callable[[], None]] = []  # commands given before the library was open
        self._sentences: list[str] = []  # to be told when no file is being opened
        self._told: set[str] = set()  # codes of failures that were told
        self.keeper: LibraryKeeper | None = None
        self.desk: HomeDesk | None = None
        self.states: ReadStates | None = None
        self._along: TakingAlong | None = None
        self._state = QTimer(self)
        self._state.setSingleShot(True)
        self._state.setInterval(STATE_MILLISECONDS)
        self._state.timeout.connect(self.state_due)
        self._article.painted.connect(self._on_painted)
        self._session.opening_changed.connect(self._on_opening_changed)
        if self._session.expects_issue() and not self._session.opening():
            QTimer.singleShot(0, self, self.start)

    def start(self) -> None:
        """Open the library, its code being loaded on a thread too: the window goes on meanwhile."""
        if not self._is_started:
            self._is_started = True
            lasting = self._is_lasting
            self._session.jobs.start(LOAD_JOB, lambda _report: _open(lasting), self._on_open, self._on_broken)

    def call_when_open(self, call: Callable[[], None]) -> None:
        """Call now, or as soon as the library is open."""
        if self.keeper:
            call()
            return
        self._waiting.append(call)
        self.start()

    def is_read(self) -> bool | None:
        """Tell whether the article in front was read; None while that is not known."""
        return self.states.is_read() if self.states else None

    def toggle_read(self, entry: int) -> None:
        """Mark an entry of the contents as read, or as unread where it was read."""
        self.call_when_open(lambda: self.states.toggle(entry) if self.states else None)

    def toggle_article(self) -> None:
        """Mark the article in front as read, or as unread where it was read."""
        self.call_when_open(lambda: self.states.toggle() if self.states else None)

    def mark_all_read(self) -> None:
        """Mark all articles of the issue as read."""
        self.call_when_open(lambda: self.states.mark_all() if self.states else None)

    def read_as_articles(self, wanted: bool) -> None:
        """Read the parts of the issue as articles, or as the program thinks."""
        self._read_as("articles" if wanted else "")

    def read_as_one(self, wanted: bool) -> None:
        """Read the issue as one article, or as the program thinks."""
        self._read_as("one" if wanted else "")

    def export_marks(self) -> None:
        """Save marks of the article, the issue or all issues."""
        self.call_when_open(lambda: self._make_along().ask_which_marks())

    def import_marks(self) -> None:
        """Bring in marks from a file."""
        self.call_when_open(lambda: self._make_along().import_marks())

    def export_data(self) -> None:
        """Put all that is kept into one file."""
        self.call_when_open(lambda: self._make_along().export_data())

    def import_data(self) -> None:
        """Bring in all that was kept on another machine."""
        self.call_when_open(lambda: self._make_along().import_data())

    def watch_state(self) -> None:
        """Keep the window's panes and sizes in a moment."""
        if not self._state.isActive():
            self._state.start()

    def close(self) -> None:
        """Keep what is not kept yet, and close the library."""
        self._is_closed = True
        self._window.removeEventFilter(self)
        self._state.stop()
        if self.keeper and self.desk:
            try:
                self.desk.keep_now()
            except CannotKeep as error:
                self._on_failed(error)
            self.keeper.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window was moved or got another size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange):
            self.watch_state()
        return super().eventFilter(watched, event)

    # Opening

    def _on_painted(self) -> None:
        if not self._is_started and self._is_lasting:  # what is in memory alone has nothing to say before it is used
            QTimer.singleShot(SETTLE_MILLISECONDS, self, self.start)

    def _on_open(self, result: tuple[OpenShelf, list[str]]) -> None:
        """Connect the library with the window."""
        from reader.ui.features.memory.desk import HomeDesk
        from reader.ui.features.memory.keeper import LibraryKeeper
        from reader.ui.features.memory.read_states import ReadStates

        shelf, gone = result
        keeper = self.keeper = LibraryKeeper(shelf, self._session.jobs, self)
        keeper.failed.connect(self._on_failed)
        keeper.looked_around.connect(self.watch_state)  # some changes of the settings come with no signal
        self.desk = HomeDesk(keeper, self._session, self._article, self)
        self.states = ReadStates(keeper, self.desk, self._session, self._article, self)
        self.states.unread_changed.connect(self.unread_changed)
        self.states.done.connect(self.done)
        self._window.installEventFilter(self)
        self.ready.emit(keeper)
        self.desk.start()
        self._tell_opening(shelf)
        self._take_up(shelf.session, gone)
        for call in self._waiting:
            call()
        self._waiting.clear()

    def _on_broken(self, error: Exception) -> None:
        """Go on without a memory after an error of the program."""
        self._session.resume(())
        raise error  # the one handler of unexpected errors is to hear of it

    def _take_up(self, kept: KeptSession, gone: list[str]) -> None:
        """Open what was open last; a window that was started with files only remembers the others."""
        there = [issue for issue in kept.issues if issue.path not in gone]
        if not self._session.expects_issue() or self._session.opening() or self._session.issues():
            open_now = [str(opened.path) for opened in self._session.issues()]
            rest = [name for name in self._settings.recent if name not in open_now]
            recent = (*open_now, *(i.path for i in there if i.path not in open_now), *rest)
            for name in reversed(tuple(dict.fromkeys(recent))):
                self._settings.recent = with_recent(self._settings.recent, Path(name))
            self._session.resume(())
            return
        if gone:
            names = " ".join(f"“{Path(name).name}”" for name in gone)
            text = self.tr("%n file(s) of the last session are no longer there: {names}.", "", len(gone))
            self.tell(text.format(names=names))
        front = kept.issues[kept.current] if 0 <= kept.current < len(kept.issues) else None
        at = there.index(front) if front in there else 0
        self._session.resume([(Path(issue.path), issue.encoding or None) for issue in there], at)

    # What is told

    def _tell_opening(self, shelf: OpenShelf) -> None:
        """Say what the user must know about his library."""
        if shelf.problem and shelf.second is None:
            until = self.tr("Until then, what you mark is kept only as long as this window is open.")
            self.tell(f"{self._reason(shelf.problem)} {until}")
        elif shelf.problem:
            self._on_failed(shelf.problem)
        rescue = shelf.rescue
        if rescue:
            parts = [self.tr("The file of your marks was damaged; %n mark(s) could be saved.", "", rescue.marks)]
            if rescue.from_copy:
                parts.append(self.tr("%n more came from the last copy.", "", rescue.from_copy))
            parts.append(self.tr("The damaged file is now “{name}”.").format(name=rescue.set_aside.name))
            self.tell(" ".join(parts))
        mended = shelf.library.mended
        if mended:
            count = mended.lost + mended.damaged
            self.tell(self.tr("%n mark(s) had gone or changed on the disk; all are as you left them again.", "", count))

    def _on_failed(self, error: CannotKeep) -> None:
        """Say it once: the next attempt will fail in the same way."""
        if error.code not in self._told:
            self._told.add(error.code)
            self.tell(self._reason(error))

    def _reason(self, error: CannotKeep) -> str:
        return told(Path(str(error.params.get("path", ""))), error)

    def tell(self, sentence: str) -> None:
        """Show a sentence, when no file is being opened: its beginning would take away what was told before."""
        self._sentences.append(sentence)
        self._on_opening_changed()

    def _on_opening_changed(self, *_progress: object) -> None:
        if self._sentences and not self._session.expects_issue():
            sentences, self._sentences = self._sentences, []
            self.failed.emit(" ".join(sentences))

    def _read_as(self, reading: str) -> None:
        self.call_when_open(lambda: self.desk.read_as(reading) if self.desk else None)

    def _make_along(self) -> TakingAlong:
        if self._along is None:
            from reader.ui.features.memory.taking_along import TakingAlong

            assert self.keeper and self.desk
            self._along = TakingAlong(self.keeper, self.desk, self._session, self._settings, self._window)
            self._along.done.connect(self.done)
            self._along.failed.connect(self.failed)
            self._along.settings_arrived.connect(self.settings_arrived)
        return self._along


def _open(lasting: bool) -> tuple[OpenShelf, list[str]]:
    """Open the library on a thread; return it, and the files of the last session that are gone."""
    from reader.app.data_folder import data_folder
    from reader.store import FILE_NAME
    from reader.ui.features.memory import desk, read_states  # noqa: F401
    from reader.ui.features.memory.keeper import open_shelf

    shelf = open_shelf(data_folder() / FILE_NAME if lasting else None)
    return shelf, [issue.path for issue in shelf.session.issues if not is_there(Path(issue.path))]
