"""Between the open issues and the library: recognises them, and keeps the session and the places a moment later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.marks import KeptSession, OpenIssue
from reader.store import Library
from reader.ui.article.article_view import ArticleView
from reader.ui.features.memory.keeper import LibraryKeeper
from reader.ui.features.memory.knowing import KnownIssue, look_up, reading_place
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.session import IssuePlace, Session

MOST_BEFORE_SHOWN = 300_000  # characters; a longer issue is shown first, and recognised then
SOON_MILLISECONDS = 400  # between a change and its being kept


class HomeDesk(QObject):
    """Recognise the open issues, and keep what is open and where reading stopped."""

    recognised = Signal(object)  # KnownIssue

    def __init__(
        self, keeper: LibraryKeeper, session: Session, article: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._session = session
        self._article = article
        self._known: dict[Path, KnownIssue] = {}
        self._arrived: dict[Path, KnownIssue] = {}  # recognised on the thread that opened them
        self._places: dict[Path, IssuePlace] = {}  # where reading is now
        self._kept_places: dict[Path, IssuePlace] = {}
        self._kept_session: KeptSession | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self.keep)
        session.find_place = self.find_place
        session.find_reading = self.find_reading
        session.issues_changed.connect(self._on_issues_changed)
        session.current_changed.connect(lambda _opened: self.keep_soon())
        session.place_changed.connect(self._on_place_changed)
        article.scrolled.connect(self._on_scrolled)

    def start(self) -> None:
        """Recognise what is open already, when all who want to hear of it listen."""
        place = self._session.place()
        if place:
            self._places[place.path] = place
        self._on_issues_changed()

    def known(self, opened: OpenedIssue | None) -> KnownIssue | None:
        """Return what is known of an open issue, once it has been recognised."""
        known = self._known.get(opened.path) if opened else None
        return known if known and known.opened is opened else None

    def current(self) -> KnownIssue | None:
        """Return what is known of the issue in front."""
        return self.known(self._session.current())

    def find_place(self, opened: OpenedIssue) -> IssuePlace | None:
        """Recognise an issue that is being opened, on the thread that opens it; tell where reading stopped."""
        if not self._keeper.is_lasting or len(opened.issue.source.text) > MOST_BEFORE_SHOWN:
            return None
        arrived = self._arrived.get(opened.path)
        if arrived and arrived.opened is opened:
            return arrived.place
        try:
            known = self._keeper.use(lambda library: look_up(library, opened))
        except Exception:  # nothing of this may keep a file closed; it is tried again, and told, when the issue is open
            return None
        self._arrived[opened.path] = known
        return known.place

    def find_reading(self, opened: OpenedIssue) -> str:
        """Tell what the user once wanted the parts of an issue to be, on the thread that opens it."""
        self.find_place(opened)
        known = self._arrived.get(opened.path)
        return known.reading if known and known.opened is opened else ""

    def read_as(self, reading: str) -> None:
        """Read the parts of the issue in front as articles, as one article, or as the program thinks."""
        opened = self._session.current()
        if opened:
            self._session.read_as(opened, reading)

    def keep_soon(self) -> None:
        """Keep the session and the places in a moment; not later, however much goes on."""
        if not self._soon.isActive():
            self._soon.start()

    def is_pending(self) -> bool:
        """Tell whether something will be kept in a moment."""
        return self._soon.isActive()

    def keep(self) -> None:
        """Keep what changed, off the GUI thread."""
        for known, place in self._new_places():
            self._keeper.run(f"keep place {known.opened.path}", _place_keeping(known, place))
        kept = self._new_session()
        if kept:
            self._keeper.run("keep session", lambda library: library.keep_session(kept))

    def keep_now(self) -> None:
        """Keep what changed before the window closes; raises `CannotKeep`."""
        self._soon.stop()
        for known, place in self._new_places():
            _place_keeping(known, place)(self._keeper.library)
        kept = self._new_session()
        if kept:
            self._keeper.library.keep_session(kept)

    def keep_anew(self) -> None:
        """Keep the session whether it changed or not."""
        self._kept_session = None
        self.keep_soon()

    # What changes

    def _on_place_changed(self, place: IssuePlace) -> None:
        self._places[place.path] = place
        self.keep_soon()

    def _on_scrolled(self) -> None:
        place = self._session.place()
        if place and self._article.is_complete():  # else it has not got to where it shall be
            self._places[place.path] = place
            self.keep_soon()

    def _on_issues_changed(self) -> None:
        """Recognise what was opened; keep the last place of what was closed."""
        issues = {opened.path: opened for opened in self._session.issues()}
        for path in [path for path in self._known.keys() & issues.keys() if self.known(issues[path]) is None]:
            self._forget(path)  # it was read anew, so that its entries are others
        if self._known.keys() - issues.keys():
            self.keep()
        for path in self._known.keys() - issues.keys():
            self._forget(path)
        for path, opened in issues.items():
            arrived = self._arrived.pop(path, None)
            if arrived and arrived.opened is opened:
                self._adopt(arrived)
            elif self.known(opened) is None:
                self._recognise(opened)
        self.keep_soon()

    def _forget(self, path: Path) -> None:
        del self._known[path]
        self._kept_places.pop(path, None)
        self._places.pop(path, None)
        place = self._session.place()
        if place and place.path == path:
            self._places[path] = place

    def _recognise(self, opened: OpenedIssue) -> None:
        """Look up an issue that was open before the library was."""

        def arrive(known: KnownIssue) -> None:
            if not any(opened is other for other in self._session.issues()):
                return
            if known.place and self._is_untouched(opened):
                self._session.return_to(known.place)
            self._adopt(known)

        self._keeper.run(f"recognise {opened.path}", lambda library: look_up(library, opened), arrive)

    def _adopt(self, known: KnownIssue) -> None:
        """Take up what is known of an issue; read it anew where its parts shall be something else."""
        opened = known.opened
        wanted = self._session.reading_of(opened.path)
        if wanted is not None and wanted != known.reading:
            key = known.key
            self._keeper.run(f"keep reading {key}", lambda library: library.keep_reading(key, wanted))
        elif known.reading != opened.reading:
            self._session.read_as(opened, known.reading)
        self._known[opened.path] = known
        if known.place:
            self._kept_places[known.opened.path] = known.place
        self.recognised.emit(known)
        self.keep_soon()

    def _is_untouched(self, opened: OpenedIssue) -> bool:
        """Tell whether an issue still stands where it opened: nobody has begun to read."""
        place = self._places.get(opened.path)
        if place is None:
            return True
        is_first = place.entry == opened.outline.readable[0]
        return is_first and (opened is not self._session.current() or self._article.verticalScrollBar().value() == 0)

    # What is kept

    def _new_places(self) -> list[tuple[KnownIssue, IssuePlace]]:
        """Return the places that are not kept yet, which count as kept from now on."""
        new = [
            (known, place)
            for path, place in self._places.items()
            if (known := self._known.get(path)) and self._kept_places.get(path) != place
        ]
        self._kept_places.update({place.path: place for _known, place in new})
        return new

    def _new_session(self) -> KeptSession | None:
        """Return what is open, where that is not kept yet."""
        if not self._session.is_kept or self._session.expects_issue() and not self._session.opening():
            return None  # the session of old is still to be opened
        opened = {issue.path: issue for issue in self._session.issues()}
        paths = [*opened, *(path for path in self._session.waiting() if path not in opened)]
        current = self._session.current()
        at = paths.index(current.path) if current else 0
        kept = KeptSession(tuple(self._open_issue(path) for path in paths), at)
        if kept == self._kept_session:
            return None
        self._kept_session = kept
        return kept

    def _open_issue(self, path: Path) -> OpenIssue:
        known, place = self._known.get(path), self._places.get(path)
        encoding = self._session.waiting().get(path) or self._session.encoding_of(path)
        if known is None:
            return OpenIssue(str(path), encoding=encoding)
        return OpenIssue(str(path), known.key, known.article(place) if place else "", encoding)


def _place_keeping(known: KnownIssue, place: IssuePlace) -> Callable[[Library], None]:
    def keep(library: Library) -> None:
        library.keep_reading_place(reading_place(known, place))

    return keep
