"""The room above the article for the find bar and its results, which are made when they are first wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.model.errors import ReaderError
from reader.ui.article.copying import copied
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.error_words import told
from reader.ui.kit.jobs import Report
from reader.ui.kit.theme import Theme, style_sheet

if TYPE_CHECKING:
    from reader.ui.features.find.desk import FindDesk
    from reader.ui.features.find.find_bar import FindBar
    from reader.ui.features.find.results_view import ResultsView

SETTLE_MILLISECONDS = 900  # between the first page and the loading of what finding needs
LONGEST_TAKEN = 100  # characters of a selection that are taken for something to find


class FindFeature(Feature):
    """Make the find bar, and connect it with the search and the article."""

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self.column = QWidget()
        self.column.setObjectName("findColumn")
        self.column.hide()
        self.bar: FindBar | None = None
        self.results: ResultsView | None = None
        self.desk: FindDesk | None = None
        self._article.painted.connect(self._on_painted)
        self._session.words_wanted.connect(self.open_in_issue)

    def ask(self) -> None:
        """Find words in the article or the issue: those that are selected, or what the user writes."""
        if self._session.entry():
            words = self._selected()
            self.open(words, self._article.textCursor().selectionStart() if words else None)

    def step(self, step: int) -> None:
        """Go to the next or previous match of what was looked for last."""
        if self._session.entry() is None:
            return
        if self.is_open():
            self._step(step)
            return
        cursor, words = self._article.textCursor(), self._selected()
        origin = cursor.selectionEnd() if step > 0 else cursor.selectionStart()
        self.open(words or next(iter(self._settings.searches), ""), origin if words else None)

    def is_open(self) -> bool:
        """Tell whether the bar is shown."""
        return not self.column.isHidden()

    def is_settled(self) -> bool:
        """Tell whether all that is looked for has been found."""
        return self.desk is None or not self.desk.finder.is_running()

    def open(self, words: str = "", origin: int | None = None) -> None:
        """Show the bar with something to find from a position on, and let the user write."""
        self._make()
        assert self.bar and self.desk
        if not self.is_open():
            self.desk.open(origin)
            self._article.installEventFilter(self)
            self.column.show()
            if not words or words == self.bar.field.text():
                self._search()
        self.bar.take(words)

    def open_in_issue(self, words: str) -> None:
        """Find words in the whole issue."""
        self._settings.find_scope = "issue"
        self.open(words)
        if self.bar:
            self.bar.choose_scope("issue")

    def close(self) -> None:
        """Hide the bar and go back to the text."""
        if self.bar and self.desk and self.is_open():
            self.bar.remember()
            self._article.removeEventFilter(self)
            self.column.hide()
            self.desk.close()
            if self._session.current():
                self._article.setFocus()

    def end(self) -> None:
        """Keep the last words and stop searching: the window is being closed."""
        if self.bar and self.desk and self.is_open():
            self.bar.remember()
            self.desk.finder.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close by Escape in the text, too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""
        self._theme = theme
        if self.bar and self.results:
            self._colour()
            self.bar.set_theme(theme)
            self.results.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.bar and self.results:
            self.bar.retranslate()
            self.results.retranslate()

    def _on_painted(self) -> None:
        """Load what finding needs on a thread, a while after the first page has been seen."""
        self._article.painted.disconnect(self._on_painted)
        QTimer.singleShot(
            SETTLE_MILLISECONDS, self, lambda: self._session.jobs.start("load find", _load, lambda _none: None)
        )

    def _make(self) -> None:
        """Make the bar when it is first wanted."""
        if self.bar:
            return
        from reader.ui.features.find.desk import FindDesk
        from reader.ui.features.find.find_bar import FindBar
        from reader.ui.features.find.results_view import ResultsView

        desk = self.desk = FindDesk(self._session, self._article, self)
        self._colour()
        bar = self.bar = FindBar(self._settings, self._theme, self.column)
        results = self.results = ResultsView(self._families, self._theme, self.column)
        layout = QVBoxLayout(self.column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(results)
        results.hide()
        bar.wished.connect(self._search)
        bar.stepped.connect(self._step)
        bar.left.connect(self.close)
        bar.list_wanted.connect(lambda _wanted: self._show())
        results.chosen.connect(self._choose)
        results.left.connect(self.close)
        desk.changed.connect(self._show)
        desk.failed.connect(self._tell)
        self._session.current_changed.connect(self._on_current_changed)

    def _colour(self) -> None:
        theme, families = self._theme, self._families
        self.column.setStyleSheet(style_sheet(theme, families.sans, families.serif, "find"))

    def _selected(self) -> str:
        """Return the selected words of the article, if they are few enough to be looked for."""
        cursor = self._article.textCursor()
        if not 0 < cursor.selectionEnd() - cursor.selectionStart() <= LONGEST_TAKEN:
            return ""
        words = copied(cursor).strip()
        return "" if "\n" in words else words

    def _search(self) -> None:
        if not self.bar or not self.desk or not self.is_open():
            return
        self.bar.show_message("")
        try:
            self.desk.search(self.bar.wish(), is_whole=self.bar.is_whole())
        except ReaderError as error:
            self._tell(error)

    def _step(self, step: int) -> None:
        if self.desk:
            self.desk.step(step)

    def _choose(self, number: int) -> None:
        if self.desk and self.bar:
            self.bar.remember()
            self.desk.go_to(number)

    def _show(self) -> None:
        """Show how many hits there are, and list them."""
        if not self.bar or not self.desk or not self.results:
            return
        desk, count = self.desk, self.desk.count()
        self.bar.show_count(desk.current, count, is_running=desk.finder.is_running())
        if count == 0 and desk.finder.is_running():
            return  # the list stays until something else is known, and the page does not jump at each letter
        is_listed = self.bar.is_whole() and self._settings.find_list and count > 0
        self.bar.list.setEnabled(self.bar.is_whole())
        if is_listed:
            # A long list is laid out as a whole each time: the first matches are listed at once, then all.
            if not desk.finder.is_running() or not self.results.hits.is_of(desk.found()):
                self.results.hits.show(desk.found(), count, desk.entries())
            self.bar.show_listed(self.results.hits.listed(), count)
            self.results.point_out(desk.current)
            self.results.fit()
        else:
            self.results.hits.show(None, 0, {})
        self.results.setVisible(is_listed)

    def _tell(self, error: Exception) -> None:
        if self.bar:
            self.bar.show_message(told(Path(), error))
        if not isinstance(error, ReaderError):
            raise error  # the one handler of unexpected errors is to hear of it

    def _on_current_changed(self, opened: object) -> None:
        if opened is None:
            self.close()


def _load(_report: Report) -> None:
    """Import the bar, and make the table of all characters that count as the same."""
    from reader.find import Wish, compile_search
    from reader.ui.features.find import desk, find_bar, results_view  # noqa: F401

    compile_search(Wish("a"))
