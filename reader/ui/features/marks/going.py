"""The way to a mark: in the article, in another one, in an issue that is not open, or in a file that has moved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.document import Span
from reader.model.marks import Bookmark, Mark
from reader.store import Placement
from reader.ui.article.article_view import ArticleView
from reader.ui.kit.files import is_there
from reader.ui.session.session import Session
from reader.ui.session.shelf import MarksShelf, Shelved


class MarkGuide(QObject):
    """Show marks where they stand."""

    told = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence for the user

    def __init__(self, session: Session, article: ArticleView, shelf: MarksShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self._shelf = shelf
        self._window = parent
        self._waiting: tuple[Mark, Path] | None = None  # a mark to show when its issue is there
        self._last: tuple[str, int] | None = None  # bookmark shown last, and how far the page was scrolled then
        shelf.changed.connect(self._go_on)
        session.failed.connect(lambda _path, _error: self._forget())

    def go(self, mark: Mark) -> None:
        """Show a mark and light it up; its issue is opened when it is not open."""
        shelved = self._shelf.of_key(mark.locator.issue)
        if shelved:
            self._session.bring_to_front(shelved.opened)
            self._show(shelved, mark)
            return
        card = self._shelf.cards().get(mark.locator.issue)
        path = Path(card.path) if card and card.path else None
        if path is None or not is_there(path):
            path = self._ask(card.title or card.name if card else "", path)
        if path:
            self._waiting = (mark, path.absolute())
            self._session.open_path(path.absolute())
            self._go_on()

    def step_bookmark(self, step: int) -> Mark | None:
        """Show the next or previous bookmark of the issue, around the end; return it."""
        shelved = self._shelf.ready()
        places = sorted(
            (place.spans[0].start, mark.id, mark)
            for mark, place in (shelved.placed.marks if shelved else ())
            if isinstance(mark, Bookmark)
        )
        if not places:
            self.told.emit(self.tr("This issue has no bookmarks; Ctrl+B sets one."))
            return None
        here = self._here(places)
        ahead = [place for place in places if place[0] > here] if step > 0 else [p for p in places if p[0] < here]
        _start, identity, mark = (ahead or places)[0 if step > 0 else -1]
        self.go(mark)
        self._last = (identity, self._article.verticalScrollBar().value())
        return mark

    def _here(self, places: list[tuple[int, str, Bookmark]]) -> int:
        """Return the source offset to step from: that of the bookmark shown last, if the page has not moved since."""
        if self._last and self._last[1] == self._article.verticalScrollBar().value():
            shown = next((start for start, identity, _mark in places if identity == self._last[0]), None)
            if shown is not None and self._article.built().offsets.position_at(shown) is not None:
                return shown
        offset = self._article.top_offset()
        return -1 if offset is None or self._article.verticalScrollBar().value() == 0 else offset

    def _show(self, shelved: Shelved, mark: Mark) -> None:
        place = next((place for other, place in shelved.placed.marks if other.id == mark.id), None)
        if place is None:
            self.told.emit(self.tr("This mark has no place in the text; select the text that it belongs to."))
            return
        span = _whole(place)
        if self._article.built().offsets.position_at(span.start) is not None:
            self._session.mark_place()
        elif not self._session.go_to_source(span.start):
            self.told.emit(self.tr("The marked text is not part of an article now."))
            return
        self._article.flash(span.start, span.end)

    def _go_on(self) -> None:
        """Show the mark that waits, now that an issue is there."""
        if self._waiting is None:
            return
        mark, path = self._waiting
        shelved = self._shelf.current()
        if shelved is None or shelved.opened.path != path:
            return
        self._waiting = None
        if shelved.key == mark.locator.issue:
            self._show(shelved, mark)
        else:
            text = self.tr("“{name}” holds another issue than the one that was marked.")
            self.failed.emit(text.format(name=path.name))

    def _forget(self) -> None:
        self._waiting = None

    def _ask(self, title: str, path: Path | None) -> Path | None:
        """Ask for the file of an issue that is not where it was."""
        text = self.tr("Where Is “{title}”?").format(title=title or (path.name if path else ""))
        folder = str(path.parent) if path and path.parent.is_dir() else ""
        name, _kind = QFileDialog.getOpenFileName(self._window, text, folder)
        return Path(name) if name else None


def _whole(place: Placement) -> Span:
    return Span(place.spans[0].start, max(span.end for span in place.spans))
