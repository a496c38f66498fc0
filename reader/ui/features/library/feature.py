"""The library in the window: its page is made when it is first wanted, and all its work is done off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from reader.model.errors import ReaderError
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.error_words import told
from reader.ui.kit.jobs import Report
from reader.ui.kit.theme import Theme
from reader.ui.session.opened import OpenedIssue

if TYPE_CHECKING:
    from reader.library import IssueRow
    from reader.ui.features.library.asking import Shown
    from reader.ui.features.library.library_view import LibraryView
    from reader.ui.features.library.shelf_model import ShelfRow

LIST_SECONDS = 1.5  # between two lists, while reading goes on
ASK_JOB, READ_JOB = "ask library", "read into library"


class LibraryFeature(Feature):
    """Show the library in the place of the article; what is chosen there is opened."""

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self.view: LibraryView | None = None
        self._wanted: tuple[Path, str, str] | None = None  # file, node and words to show when it is opened
        self._paths: list[Path] = []  # that are being read in
        self._listed = 0.0  # when the list was made last, while reading goes on
        self._session.current_changed.connect(self._on_current)
        self._session.list_wanted.connect(self.show)

    def open(self) -> None:
        """Show the page, and let the user ask."""
        self.show(())

    def show(self, paths: Sequence[Path]) -> None:
        """Show the page; files and folders are listed at once, and read in behind it."""
        view = self._made()
        view.center.setCurrentWidget(view)
        view.field.setFocus()
        view.field.selectAll()
        if paths:
            view.field.clear()
            self._read_in([*self._paths, *paths])
        self._ask(view.field.text().strip())

    def _made(self) -> LibraryView:
        if self.view is None:
            from reader.ui.features.library.library_view import LibraryView

            center = self._window.findChild(QStackedWidget, "center")
            assert isinstance(center, QStackedWidget)
            view = self.view = LibraryView(self._families, self._theme, center)
            center.addWidget(view)
            view.asked.connect(self._ask)
            view.add_wanted.connect(self._add_folder)
            view.pause_wanted.connect(self._pause)
            view.left.connect(self._leave)
            view.list.chosen.connect(self._open)
        return self.view

    def _ask(self, question: str) -> None:
        """Ask on a thread; a later question takes the place of this one."""
        from reader.ui.features.library.asking import answered

        paths = tuple(self._paths)
        self._session.jobs.start(
            ASK_JOB, lambda _report: answered(question, paths, self._counted), self._on_answer, self._on_failure
        )

    def _on_answer(self, shown: Shown) -> None:
        if self.view is None:
            return
        count, message = "", ""
        if shown.is_answer:
            count = self.tr("%n article(s) found", "", shown.total)
            message = "" if shown.total else self.tr("Nothing was found; try fewer words, or leave a field out.")
        elif shown.rows:
            count = self.tr("%n issue(s)", "", shown.total)
        else:
            message = self.tr("The library is empty: add a folder, and all its issues are found from here.")
        self.view.show_rows(shown.rows, count, message)
        self.view.show_facets(shown.facets)
        if shown.lost and not self._paths:
            self._read_in(shown.lost)

    def _on_failure(self, error: Exception) -> None:
        if self.view:
            self.view.show_rows([], "", told(Path(), error))
            self.view.show_facets({})
        if not isinstance(error, ReaderError):
            raise error  # the one handler of unexpected errors is to hear of it

    def _counted(self, issue: IssueRow) -> tuple[str, ...]:
        """Say what is in an issue."""
        articles = self.tr("%n article(s)", "", issue.articles)
        figures = self.tr("%n figure(s)", "", issue.figures)
        deadlines = self.tr("%n deadline(s)", "", issue.deadlines)
        told = ((articles, issue.articles), (figures, issue.figures), (deadlines, issue.deadlines))
        return tuple(text for text, count in told if count)

    # Reading in

    def _add_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Add Folder"), self._settings.last_folder)
        if name:
            self._settings.last_folder = name
            self._read_in([*self._paths, Path(name)])
            self._ask("")

    def _read_in(self, paths: Sequence[Path]) -> None:
        from reader.ui.features.library.asking import reading

        self._paths = list(dict.fromkeys(paths))
        wanted = tuple(self._paths)

        def work(report: Report) -> list[str]:
            return reading(wanted, report)

        self._session.jobs.start(READ_JOB, work, self._on_read, self._on_read_failure, self._on_progress)

    def _on_progress(self, told_so: str, _share: float) -> None:
        if self.view is None or not told_so:
            return
        done, total = (int(number) for number in told_so.split("/"))
        self.view.show_progress(done, total, self.tr("Reading in {done} of {total}").format(done=done, total=total))
        if not self.view.field.text().strip() and monotonic() - self._listed > LIST_SECONDS:
            self._listed = monotonic()
            self._ask("")

    def _on_read(self, unread: list[str]) -> None:
        self._paths = []
        if self.view:
            text = self.tr("%n file(s) could not be read", "", len(unread)) if unread else ""
            self.view.show_progress(0, 0, text)
            self.view.working.setToolTip("\n".join(unread))
            self._ask(self.view.field.text().strip())

    def _on_read_failure(self, error: Exception) -> None:
        self._paths = []
        if self.view:
            self.view.show_progress(0, 0, "")
        self._on_failure(error)

    def _pause(self, is_paused: bool) -> None:
        """Stop reading, which loses nothing; or go on."""
        if is_paused:
            self._session.jobs.cancel(READ_JOB)
        elif self._paths:
            self._read_in(self._paths)
        if self.view:
            self.view.retranslate()

    # Going to what was chosen

    def _open(self, row: ShelfRow) -> None:
        path = Path(row.path)
        words = row.quote[slice(*row.lit[0])] if row.lit else ""
        self._wanted = (path, row.node, words)
        current = self._session.current()
        if current and current.path == path:
            self._leave()
            self._on_current(current)
        else:
            self._session.open_path(path)

    def _on_current(self, opened: OpenedIssue | None) -> None:
        """Go to the article that was chosen, when its issue is in front."""
        if opened is None or self._wanted is None or opened.path != self._wanted[0]:
            return
        (_path, node, words), self._wanted = self._wanted, None
        entry = next((each for each in opened.outline.entries if each.is_node and each.node.id == node), None)
        if entry and entry.readable:
            self._session.go_to(entry.index)
        if words:
            self._session.words_wanted.emit(words)

    def _leave(self) -> None:
        if self.view and self._session.current():
            self.view.center.setCurrentWidget(self._article)
            self._article.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        if self.view:
            self.view.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.view:
            self.view.retranslate()
            self._ask(self.view.field.text().strip())
