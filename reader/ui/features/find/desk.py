"""Between the search and the article: which hit is the current one, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from reader.find import Wish, compile_search
from reader.model.errors import ReaderError
from reader.ui.article.article_view import ArticleView
from reader.ui.features.find.finder import FindRun
from reader.ui.features.find.found import FoundHits
from reader.ui.features.find.hits_layer import HitsLayer
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry
from reader.ui.session.session import Session

REVEAL = 0.35  # height, as a share of the view, at which a hit is put that was out of sight
NONE = -1


class FindDesk(QObject):
    """Search what is being read, keep one hit as the current one, and show it."""

    changed = Signal()  # the hits, or which of them is the current one
    failed = Signal(Exception)

    def __init__(self, session: Session, article: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self.finder = FindRun(self)
        self.layer = HitsLayer(article)
        article.layer.sheets.append(self.layer)
        self.current = NONE
        self._known: OpenedIssue | None = None  # whose entries are kept
        self._entries: dict[str, Entry] = {}
        self._wish = Wish("")
        self._is_whole = True
        self._is_open = False
        self._origin = 0  # position of the document from which on the first hit is looked for
        self._is_marked = False  # where this search began is on the way back
        self._left: tuple[int, int] | None = None  # how far was scrolled before typing showed a hit, and after
        self._is_moving = False  # another place is shown because of a hit
        self.finder.changed.connect(self._on_changed)
        self.finder.failed.connect(self._on_failed)
        session.current_changed.connect(lambda _opened: self._on_other_issue())
        session.place_changed.connect(lambda _place: self._on_other_place())
        article.built_up.connect(self._on_built_up)

    def open(self, origin: int | None = None) -> None:
        """Begin where the reader is now, or at a position of the article."""
        self._is_open, self._is_marked, self._left = True, False, None
        self._origin = self._top() if origin is None else origin

    def close(self) -> None:
        """Let go of the hits; the current one stays selected, so that it can be copied or marked."""
        place = self.layer.stretch_of(self.current) if self.current != NONE else None
        if place:
            cursor = QTextCursor(self._article.document())
            cursor.setPosition(place[0])
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            self._article.setTextCursor(cursor)
        self._is_open = False
        self.finder.stop()
        self.current = NONE
        self._show()

    def search(self, wish: Wish, *, is_whole: bool) -> None:
        """Find other words, or in another scope. Raises `ReaderError` for a bad pattern."""
        self._wish, self._is_whole = wish, is_whole
        here = self.layer.stretch_of(self.current) if self.current != NONE else None
        if here:
            self._origin = here[0]
        self._search()

    def count(self) -> int:
        """Return how many hits are known."""
        return self.finder.count()

    def found(self) -> FoundHits | None:
        """Return the hits."""
        return self.finder.found()

    def step(self, step: int) -> None:
        """Show the next or the previous hit, around the end."""
        count = self.count()
        self._left = None
        if count == 0:
            return
        number = (self.current + step) % count if self.current != NONE else self._from_here(step)
        self._make_current(number)
        self._move_to(number)

    def go_to(self, number: int) -> None:
        """Show a hit and light it up; one step on the way back."""
        found = self.found()
        if found is None or not 0 <= number < self.count():
            return
        self._left = None
        entry = self._session.entry()
        self._is_marked = entry is not None and entry.node.id == found.node(number)
        if self._is_marked:
            self._session.mark_place()
        self._make_current(number)
        self._move_to(number)
        spans = found.hit(number).spans
        if spans:
            self._article.flash(spans[0].start, spans[-1].end)

    def _search(self) -> None:
        self.current = NONE
        self.finder.stop()
        opened, entry = self._session.current(), self._session.entry()
        try:
            search = compile_search(self._wish)
        except ReaderError:
            self._show()
            raise
        if search and opened and entry:
            self.finder.search(opened, None if self._is_whole else entry.node, search)
        else:
            self._come_back()
        self._show()

    def _come_back(self) -> None:
        """Show again what was read before typing led to a hit that the longer words no longer are."""
        bar = self._article.verticalScrollBar()
        if self._left and bar.value() == self._left[1]:
            bar.setValue(self._left[0])
            self._origin = self._top()
        self._left = None

    def _on_changed(self) -> None:
        """Choose the first hit from where the reader was, as soon as it is known."""
        numbers = self._numbers()
        self.layer.show(self.found(), numbers, self.current)
        if self.current == NONE and numbers and self._article.is_complete():
            number = self.layer.first_from(self._origin)
            if number is None and not self.finder.is_running():
                number = numbers[0]
            if number is not None:
                self.current = number
                bar = self._article.verticalScrollBar()
                before = self._left[0] if self._left else bar.value()
                self._reveal(number)
                self._left = (before, bar.value())
        elif not numbers and not self.finder.is_running():
            self._come_back()
        self._show()

    def _on_failed(self, failure: Exception) -> None:
        self.finder.stop()
        self.current = NONE
        self._show()
        self.failed.emit(failure)

    def _on_other_issue(self) -> None:
        self.finder.forget()
        self.current, self._origin = NONE, 0
        if self._session.current() is None:
            self._show()

    def _on_other_place(self) -> None:
        """Go on with the hits of another article; the reader, not the search, has gone there."""
        if not self._is_open:
            return
        if not self._is_moving:
            self._left = None
            self.current, self._origin = NONE, self._top()
            if not self._is_whole or self.found() is None:
                self._search_again()
                return
        self._show()

    def _search_again(self) -> None:
        try:
            self._search()
        except ReaderError as error:
            self.failed.emit(error)

    def _on_built_up(self) -> None:
        if self._is_open and self.found() is not None:
            self._on_changed() if self.current == NONE else self._show()

    def _from_here(self, step: int) -> int:
        """Return the hit next to where the reader is, when none is the current one."""
        found, numbers = self.found(), self._numbers()
        assert found is not None
        self.layer.show(found, numbers, self.current)
        if numbers:
            number = self.layer.first_from(self._origin)
            after = numbers[-1] + 1 if number is None else number
            return (after if step > 0 else after - 1) % self.count()
        here = self._session.entry()
        entries = self.entries()
        starts = [first for first, _last in found.groups(self.count())]
        later = (first for first in starts if here and entries[found.node(first)].index > here.index)
        after = next(later, self.count())
        return (after if step > 0 else after - 1) % self.count()

    def _make_current(self, number: int) -> None:
        self.current = number
        self._show()

    def _move_to(self, number: int) -> None:
        """Show the article of a hit, and the hit in it."""
        found, entry = self.found(), self._session.entry()
        assert found is not None
        node = found.node(number)
        if entry is None or entry.node.id == node:
            self._reveal(number)
            return
        spans = found.hit(number).spans
        self._is_moving = True
        self._session.go_to(self.entries()[node].index, spans[0].start if spans else None, remember=not self._is_marked)
        self._is_moving, self._is_marked = False, True
        self._show()
        self._reveal(number)

    def _reveal(self, number: int) -> None:
        """Scroll to a hit of the article unless it can be seen."""
        place = self.layer.stretch_of(number)
        if place is None:
            return
        cursor = QTextCursor(self._article.document())
        cursor.setPosition(place[0])
        line, height = self._article.cursorRect(cursor), self._article.viewport().height()
        if line.top() >= 0 and line.bottom() <= height:
            return
        if not self._is_marked:
            self._session.mark_place()
            self._is_marked = True
        bar = self._article.verticalScrollBar()
        bar.setValue(bar.value() + line.center().y() - round(height * REVEAL))

    def _show(self) -> None:
        self.layer.show(self.found(), self._numbers(), self.current)
        self.changed.emit()

    def _numbers(self) -> range:
        """Return the hits of the article being read."""
        found, entry = self.found(), self._session.entry()
        return found.range_of(entry.node.id, self.count()) if found and entry else range(0)

    def entries(self) -> dict[str, Entry]:
        """Return the entry of each node of the issue in front."""
        opened = self._session.current()
        if opened is not self._known:
            entries = opened.outline.entries if opened else ()
            self._known, self._entries = opened, {entry.node.id: entry for entry in entries if entry.is_node}
        return self._entries

    def _top(self) -> int:
        """Return the position of the first character in view."""
        return self._article.cursorForPosition(self._article.viewport().rect().topLeft()).position()
