"""Which articles were read: noticed while they are in front, shown in the contents, changed by command."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import Node
from reader.store import Library
from reader.ui.article.article_view import ArticleView
from reader.ui.features.memory.desk import HomeDesk
from reader.ui.features.memory.keeper import LibraryKeeper
from reader.ui.features.memory.knowing import KnownIssue
from reader.ui.session.outline import Entry
from reader.ui.session.session import Session

TICK_MILLISECONDS = 500
MOST_OF_A_TICK = 2.0  # seconds; a longer one means that the machine slept
END_SECONDS = 1.5  # that the end must be in view, so that leafing through is not reading
SKIMMED_A_SECOND = 25.0  # characters of one who skims: an end that is in view from the beginning says little
LEAST_SKIMMING = 4.0  # seconds
CHARACTERS_A_SECOND = 12.0  # of a fast reader; most read five to eight
LEAST_SECONDS = 8.0


class ReadingClock:
    """Tell when an article counts as read: its end was seen, or it was open long enough for all of it."""

    def __init__(self, characters: int) -> None:
        self._left = max(characters / CHARACTERS_A_SECOND, LEAST_SECONDS)
        self._left_at_end = END_SECONDS
        self._left_skimming = max(min(characters / SKIMMED_A_SECOND, LEAST_SECONDS), LEAST_SKIMMING)

    def pass_time(self, seconds: float, end_is_seen: bool, is_whole: bool = False) -> bool:
        """Let time pass; tell whether the article was read by now; one that is in view as a whole has to be skimmed."""
        seconds = min(seconds, MOST_OF_A_TICK)
        self._left -= seconds
        self._left_skimming -= seconds
        if end_is_seen:
            self._left_at_end -= seconds
        return self._left <= 0 or (self._left_at_end <= 0 and (not is_whole or self._left_skimming <= 0))


class ReadStates(QObject):
    """Note what is read in the issue in front."""

    unread_changed = Signal(object)  # numbers of the entries that are unread; none where that is not known
    done = Signal(str)  # a sentence for the status line

    def __init__(
        self,
        keeper: LibraryKeeper,
        desk: HomeDesk,
        session: Session,
        article: ArticleView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper, self._desk = keeper, desk
        self._session, self._article = session, article
        self._read: dict[str, frozenset[str]] = {}  # key of an issue → keys of its articles that were read
        self._node: Node | None = None
        self._clock: ReadingClock | None = None
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MILLISECONDS)
        desk.recognised.connect(lambda known: self._load(known.key))
        keeper.read_changed.connect(self._load)
        session.current_changed.connect(lambda _opened: self._show())
        session.place_changed.connect(lambda _place: self._watch())
        self._watch()

    def is_read(self, number: int | None = None) -> bool | None:
        """Tell whether an entry, or the article in front, was read; None where that is not known."""
        known, entry = self._desk.current(), self._entry(number)
        if known is None or entry is None or known.key not in self._read:
            return None
        return known.articles.get(entry.node.id, "") in self._read[known.key]

    def toggle(self, number: int | None = None) -> None:
        """Mark an entry, or the article in front, as read, or as unread where it was read."""
        known, entry, was_read = self._desk.current(), self._entry(number), self.is_read(number)
        if known is None or entry is None or was_read is None:
            return
        if entry.node is self._node:
            self._clock = None  # what the user decided stays so while he reads on
        self._keep(known, [known.articles[entry.node.id]], not was_read)
        self.done.emit(self.tr("Marked as unread.") if was_read else self.tr("Marked as read."))

    def mark_all(self) -> None:
        """Mark all articles of the issue in front as read."""
        known = self._desk.current()
        if known:
            self._clock = None
            self._keep(known, list(known.articles.values()), True)
            count = len(known.opened.outline.readable)
            self.done.emit(self.tr("%n article(s) marked as read.", "", count))

    def pass_time(self, seconds: float) -> None:
        """Let time pass over the article in front."""
        known, entry = self._desk.current(), self._session.entry()
        if known is None or entry is None or self._clock is None or not self._article.is_complete():
            return
        bar = self._article.verticalScrollBar()
        if self._clock.pass_time(seconds, bar.value() >= bar.maximum(), is_whole=bar.maximum() == 0):
            self._clock = None
            self._keep(known, [known.articles[entry.node.id]], True)

    def _entry(self, number: int | None) -> Entry | None:
        opened = self._session.current()
        return opened.outline.entries[number] if opened and number is not None else self._session.entry()

    def _watch(self) -> None:
        """Begin to measure the time of another article."""
        entry = self._session.entry()
        node = entry.node if entry else None
        if node is not self._node:
            self._node = node
            self._clock = ReadingClock(sum(len(block.text.plain) for block in node.blocks)) if node else None

    def _on_tick(self) -> None:
        now = monotonic()
        window = self._article.window()
        if self._article.is_painted() and self._article.isVisible() and window.isActiveWindow():
            self.pass_time(now - self._last)  # a window behind others may have been left alone
        self._last = now

    def _keep(self, known: KnownIssue, articles: Sequence[str], is_read: bool) -> None:
        """Note it here at once, and in the library a moment later."""
        before = self._read.get(known.key, frozenset())
        after = before | frozenset(articles) if is_read else before - frozenset(articles)
        if after == before:
            return
        self._read[known.key] = after
        self._show()

        def keep(library: Library) -> frozenset[str]:
            changed = [article for article in articles if (article in before) != is_read]
            library.keep_read(known.key, changed, is_read)
            return library.read_articles(known.key)

        # A key of its own for each: an article's state must not supersede another's that still waits.
        key = f"keep read {known.key} {' '.join(articles)}"
        self._keeper.run(key, keep, lambda read: self._arrive(known.key, read))

    def _load(self, issue: str) -> None:
        """Learn what was read in an issue, here or in another window."""

        self._keeper.run(
            f"read {issue}",
            lambda library: library.read_articles(issue),
            lambda read: self._arrive(issue, read),
        )

    def _arrive(self, issue: str, read: frozenset[str]) -> None:
        self._read[issue] = read
        self._show()

    def _show(self) -> None:
        """Tell which entries are unread."""
        known = self._desk.current()
        read = self._read.get(known.key) if known else None
        if known is None or read is None:
            self.unread_changed.emit(frozenset())
            return
        entries = known.opened.outline.entries
        self.unread_changed.emit(
            frozenset(i for i in known.opened.outline.readable if known.articles[entries[i].node.id] not in read)
        )
