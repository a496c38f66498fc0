"""The main window: assembles the panels and connects them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from reader.ui.article.article_menu import ArticleMenu
from reader.ui.article.article_style import ArticleStyle, style_of
from reader.ui.article.article_view import ArticleView
from reader.ui.article.document_builder import Wording
from reader.ui.article.page_words import wording_for
from reader.ui.article.word_steps import open_dictionary
from reader.ui.commands import table as actions
from reader.ui.features.about.feature import AboutFeature
from reader.ui.features.bringing.feature import BringingFeature
from reader.ui.features.contents.contents_panel import ContentsPanel
from reader.ui.features.export.feature import ExportFeature
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.features.find.feature import FindFeature
from reader.ui.features.keys.feature import KeysFeature
from reader.ui.features.library.feature import LibraryFeature
from reader.ui.features.marks.feature import MarksFeature
from reader.ui.features.memory.feature import MemoryFeature
from reader.ui.features.opening.feature import OpeningFeature
from reader.ui.features.original.feature import OriginalFeature
from reader.ui.features.outline.feature import OutlineFeature
from reader.ui.features.pages.feature import PagesFeature
from reader.ui.features.panel.feature import PanelFeature
from reader.ui.features.reading.feature import ReadingFeature
from reader.ui.features.text.feature import TextFeature
from reader.ui.features.welcome.feature import WelcomeFeature
from reader.ui.kit.columns import WindowColumns, stacked
from reader.ui.kit.error_words import told
from reader.ui.kit.files import without_missing
from reader.ui.kit.fonts import Families
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme
from reader.ui.session.file_watch import FileWatch
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.session import IssuePlace, Session
from reader.ui.session.settings import Settings, with_recent
from reader.ui.window.frame import WindowFrame
from reader.ui.window.issue_tabs import IssueTabs
from reader.ui.window.menus import fill_encoding_menu, fill_recent_menu
from reader.ui.window.message_bar import MessageBar
from reader.ui.window.status_line import StatusLine
from reader.ui.window.tool_bar import ToolBar
from reader.ui.window.view import ViewChoices

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent


class MainWindow(WindowFrame):
    """Assemble the panels and connect them."""

    look_changed = Signal()  # the user wants another theme or language
    settings_changed = Signal()  # perhaps; they are complete and can be saved

    def __init__(
        self, settings: Settings, session: Session, families: Families, theme: Theme, *, lasting: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.settings = settings
        self._families = families
        self._known: set[Path] = set()  # files that the list of recent ones has
        self._starred: frozenset[int] = frozenset()  # numbers of the entries that hold a bookmark
        self._bars: tuple[QWidget, ...] = ()  # that hide in full screen
        self.session = session
        session.setParent(self)

        # Commands
        self.view = ViewChoices(settings, self)
        self.actions_by_id = actions.make_actions(self)
        self._menus = actions.make_menus(self.menuBar(), self.actions_by_id)

        # Panels
        self.article = ArticleView(self._article_style(theme), self)
        ground = FeatureGround(settings, session, self.article, families, theme, self)
        self.contents = ContentsPanel(session.jobs, families, theme, self)
        self.opening = OpeningFeature(ground)
        self.text = TextFeature(ground)
        self.about = AboutFeature(ground, self.actions_by_id)
        self.welcome = WelcomeFeature(ground)
        self.message_bar = MessageBar(theme, self)
        self.tabs = IssueTabs(theme, self)
        self.tools = ToolBar(self.actions_by_id, self)
        self.status = StatusLine(self._menus["encoding"], self)
        self.pages = PagesFeature(ground)
        self.original = OriginalFeature(ground)
        self.panel = PanelFeature(ground)
        self.memory = MemoryFeature(ground, lasting=lasting)
        self.marks = MarksFeature(ground, self.panel.column)
        self.outline = OutlineFeature(ground)
        self.keys = KeysFeature(ground, self.actions_by_id)
        self.export = ExportFeature(ground)
        self.bringing = BringingFeature(ground)
        self.finding = FindFeature(ground)
        self.reading = ReadingFeature(ground)
        self.library = LibraryFeature(ground)
        self.watch = FileWatch(session, self)
        self.menu = ArticleMenu(self.article, self._menu_groups())
        self._lay_out()
        actions.connect_actions(self.actions_by_id, self)
        self._connect()
        self._connect_columns()
        self._connect_keys()
        self._connect_memory()
        self._connect_marks()
        self._connect_export()

        # State
        self.set_theme(theme)
        self.retranslate()
        self.restore_size(settings.geometry)
        self._columns.restore(settings.widths)
        self._show_current(None)

    # Assembly

    def _lay_out(self) -> None:
        # Hidden first: a splitter asks its widgets for their least size, and a style sheet is worked out for each
        # asked, whether it will be seen or not.
        self.panel.column.hide()
        self.addToolBar(self.tools)
        self._center = QStackedWidget(self)
        self._center.setObjectName("center")
        self._center.addWidget(self.article)
        self.reading.stand_beside(self._center)
        middle = stacked(self.finding.column, self._center)
        self._columns = WindowColumns(self.contents, middle, self.original.column, self.panel.column, self)
        self.setCentralWidget(stacked(self.tabs, self.message_bar, self._columns, self.status))
        panes = (self.contents, self._center, self.original.column, self.panel.column)
        self.keys.set_panes(panes, self._columns, (self.tools, self.tabs, self.message_bar), (self.status,))

    def _connect(self) -> None:
        session = self.session
        self.files_dropped.connect(self.opening.open_paths)
        session.current_changed.connect(self._show_current)
        session.issues_changed.connect(self._show_issues)
        session.place_changed.connect(self._show_place)
        session.history_changed.connect(self._enable)
        session.opening_started.connect(self.message_bar.hide)
        session.opening_changed.connect(self._show_opening)
        session.failed.connect(self._show_failure)
        self.contents.chosen.connect(session.go_to)
        self.contents.chosen.connect(lambda _entry: self.article.setFocus())
        self.tabs.chosen.connect(session.bring_to_front)
        self.tabs.closed.connect(session.close)
        self.tabs.moved.connect(session.move)
        self.tabs.reopen_wanted.connect(session.reopen)
        self.article.scrolled.connect(self._on_article_scrolled)
        self.article.jumping.connect(session.mark_place)
        self.article.word_steps.dictionary_wanted.connect(
            lambda: session.jobs.start("dictionary", open_dictionary, lambda _none: None)
        )
        self.article.link_hovered.connect(self.status.show_message)
        self.article.link_refused.connect(self.status.explain_link)
        for filled in (self.panel.filled, self.original.filled):
            filled.connect(self.keys.order_tabs)
        for done in (self.panel.done, self.memory.done, self.marks.told, self.opening.told, self.text.told):
            done.connect(self.status.tell)
        failures = (self.panel.failed, self.memory.failed, self.marks.failed, self.original.failed, self.pages.told)
        for failed in failures:
            failed.connect(self.message_bar.show_message)
        self.opening.message.connect(self.message_bar.offer_another)
        self.original.nowhere.connect(self.status.tell_nowhere)
        self.pages.place_changed.connect(self.status.place.setText)
        for outside in (self.panel.outside, self.original.dropped_chosen):
            outside.connect(self._show_dropped)
        self.watch.outdated.connect(lambda opened: self.message_bar.offer_reload(opened.path.name))
        self.watch.fresh.connect(self.message_bar.take_back_offer)
        self.message_bar.reload_wanted.connect(self.opening.reload)
        self.message_bar.other_file.connect(self.opening.ask_open_files)
        self.status.opening_stopped.connect(session.cancel_opening)
        self.status.tally.clicked.connect(self.actions_by_id["left_out"].trigger)
        self.view.panels_changed.connect(self._on_panels_changed)
        self.text.style_changed.connect(lambda: self.article.set_style(self._article_style(self._theme)))
        self.view.look_changed.connect(self.look_changed)
        self.menu.find_wanted.connect(self.finding.open_in_issue)
        self.reading.style_changed.connect(self.text.style_changed)
        self.reading.theme_chosen.connect(lambda theme: self.actions_by_id[f"theme_{theme}"].trigger())
        self.reading.left.connect(self.article.setFocus)
        for changed in (self.text.style_changed, self.look_changed):
            changed.connect(self.reading.follow)
        fill_encoding_menu(self._menus["encoding"], self.opening.reopen_with)
        recent = self._menus["recent"]
        recent.aboutToShow.connect(
            lambda: fill_recent_menu(recent, self.settings.recent, lambda path: session.open_paths([path]))
        )

    def _connect_keys(self) -> None:
        self.welcome.files_wanted.connect(self.opening.ask_open_files)
        self.welcome.samples_wanted.connect(self.opening.open_samples)

    def _connect_memory(self) -> None:
        self.memory.unread_changed.connect(self.contents.show_unread)
        self.memory.ready.connect(self.marks.keep_with)
        self.marks.wait_for_keeper(self.memory.start)
        self.memory.settings_arrived.connect(self._on_settings_arrived)
        self.memory.state_due.connect(self.keep_state)
        self.contents.read_toggled.connect(self.memory.toggle_read)
        changes = (self.view.panels_changed, self.text.style_changed, self.view.look_changed)
        for change in (*changes, self._columns.splitterMoved, self.original.column.splitterMoved):
            change.connect(self.memory.watch_state)

    def _connect_marks(self) -> None:
        self.panel.righted.connect(self.marks.set_right)
        self.marks.updated.connect(lambda: self.panel.take_corrections(self.marks.corrections()))
        self.marks.starred.connect(self.contents.show_stars)
        self.marks.starred.connect(self._light_star)
        self.marks.history_changed.connect(self._enable)
        self.contents.outline_wanted.connect(self.outline.act_at)
        self.original.show_wanted.connect(self.outline.show_again)
        self.outline.wanted.connect(self.marks.set_right)
        self.outline.told.connect(self.status.tell)
        self.marks.updated.connect(lambda: self.outline.follow(self.marks.shelved()))

    def _connect_export(self) -> None:
        export, status = self.export, self.status
        export.draw_from(self.marks.highlights, self.panel.mentions)
        self.contents.hand_on_wanted.connect(export.open_at)
        self.marks.hand_on_wanted.connect(export.open_highlights)
        self.marks.updated.connect(export.take_marks)
        for worker in (export, self.bringing):
            worker.working.connect(status.show_work)
            worker.told.connect(status.tell)
            worker.failed.connect(self.message_bar.show_message)
            status.stopped.connect(worker.cancel)
        export.saved.connect(status.tell_saved)

    def _connect_columns(self) -> None:
        """Give room first to what was asked for last."""
        self._columns.folded_changed.connect(self._tick_panels)
        self._columns.keyboard_left.connect(self.article.setFocus)
        self.original.rearranged.connect(self._columns.share)
        beside, panel = self.original.column, self.panel.column
        wide = {"contents": self.contents, "original": beside, "left_out": beside, "side": panel, "marks_panel": panel}
        for identity, column in wide.items():
            self.actions_by_id[identity].triggered.connect(
                lambda is_on, column=column: self._columns.ask(column) if is_on else None
            )

    def _menu_groups(self) -> tuple[list[QAction], ...]:
        """Return the commands that the menu of the text offers."""
        return tuple([self.actions_by_id[identity] for identity in group] for group in actions.TEXT_MENU)

    def _features(self) -> tuple[Feature, ...]:
        return tuple(each for each in vars(self).values() if isinstance(each, Feature))

    # Look

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of a theme."""
        self._theme = theme
        actions.tint_actions(self.actions_by_id, theme)
        self._light_star(self._starred)
        for feature in self._features():
            feature.set_theme(theme)
        for panel in (self.contents, self.message_bar, self.tabs):
            panel.set_theme(theme)
        self.article.set_style(self._article_style(theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        actions.name_actions(self.actions_by_id)
        actions.name_menus(self._menus)
        for feature in self._features():
            feature.retranslate()
        for panel in (self.contents, self.message_bar, self.tools, self.tabs):
            panel.retranslate()
        self.article.setAccessibleName(self.tr("Article"))
        self._show_title()
        self.status.show_issue(self.session.current())
        self._show_position()
        self.article.set_wording(self._wording())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the application's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _article_style(self, theme: Theme) -> ArticleStyle:
        return style_of(self.settings, self._families, theme)

    def _wording(self) -> Wording:
        return wording_for(self.session.current(), self.session.entry())

    # What the session tells

    def _show_current(self, opened: OpenedIssue | None) -> None:
        """Show another issue, or the welcome page when none is open."""
        self.contents.show_issue(opened)
        self.status.show_issue(opened)
        self.tabs.show_current(opened)
        self.original.show_issue(opened)
        if opened is None or not opened.outline.readable:
            self.article.show_nothing()
        if opened is None and not self.session.expects_issue():
            self.welcome.show(self._center)
        else:  # while the first file is being opened the page stays empty: the welcome would only flash
            self._center.setCurrentWidget(self.pages.view_for(opened, self._center) or self.article)
        self.message_bar.say_of_issue(self.pages.sentence_for(opened))
        if opened:
            focused = QApplication.focusWidget()
            if focused is None or not self.contents.isAncestorOf(focused):
                (self._center.currentWidget() or self.article).setFocus()
        self._arrange()
        self._show_title()
        self._enable()

    def _show_issues(self) -> None:
        self.tabs.show_issues(self.session.issues(), self.session.current())
        for opened in self.session.issues():
            if opened.path not in self._known:
                self.settings.recent = with_recent(self.settings.recent, opened.path)
        self._known = {opened.path for opened in self.session.issues()}

    def _show_place(self, place: IssuePlace) -> None:
        opened, entry = self.session.current(), self.session.entry()
        if opened is None or entry is None:
            return
        self.contents.show_current(entry.index)
        self.tools.show_path(opened, entry)
        self.article.show_node(entry.node, opened.issue.source.text, self._wording(), place.offset)
        self._show_position()
        self._enable()

    def _show_opening(self, name: str, fraction: float) -> None:
        self.status.show_opening(name, fraction)
        if not name and self.session.current() is None and not self.session.expects_issue():  # nothing came of it
            self.welcome.show(self._center)
        self._enable()

    def _show_failure(self, path: Path, error: Exception) -> None:
        if not self.pages.takes(path, error):
            self.message_bar.offer_another(told(path, error))
        self.settings.recent = without_missing(self.settings.recent, path)

    # The two texts

    def _on_article_scrolled(self) -> None:
        if self.article.verticalScrollBar().maximum() > 0:  # what is in view whole does not tell where reading is
            self.session.note_offset(self.article.place_offset())
        self._show_position()
        self.original.follow_article()

    def _show_dropped(self, dropped: object) -> None:
        """Show what stands in no article in place, in the original."""
        if not self.actions_by_id["original"].isChecked():
            self.actions_by_id["original"].trigger()
        self.original.show_dropped(dropped)  # type: ignore[arg-type]

    # The panel at the right

    def show_list(self, tab: str) -> None:
        """Go to a list of the panel, which opens when it is hidden."""
        if not self.actions_by_id["side"].isChecked():
            self.actions_by_id["side"].trigger()
        self.panel.show_tab(tab)

    def go_to_marks(self) -> None:
        """Go to the list of marks, which opens when it is hidden."""
        if not (self.settings.show_side and self.settings.show_marks_panel):
            self.view.show_marks_panel(True)
        self.marks.take_focus()
        self._columns.ask(self.panel.column)

    # What is shown around

    def _arrange(self) -> None:
        """Show the panels that are wanted and have something to show."""
        current = self.session.current()
        is_open = current is not None and current.has_text
        wanted = ((self.contents, self.settings.show_contents), (self.panel.column, self.settings.show_side))
        focused = QApplication.focusWidget()
        if focused and not self.settings.show_side and self.panel.column.isAncestorOf(focused):
            self.article.setFocus()
        for panel, shown in wanted:
            panel.setVisible(is_open and shown)
        self.original.arrange()
        self.article.layer.show_marks(self.settings.show_marks)
        self.marks.arrange()
        self._columns.arrange()
        self._tick_panels()

    def _tick_panels(self) -> None:
        """Tick the commands of the panels that are shown; one that waits for room is not."""
        chosen, folded = self.settings, self._columns.is_folded
        ticks = {
            "contents": chosen.show_contents and not folded(self.contents),
            "original": chosen.show_original and not folded(self.original.column),
            "left_out": chosen.show_left_out and not folded(self.original.column),
            "side": chosen.show_side and not chosen.show_marks_panel and not folded(self.panel.column),
            "marks_panel": chosen.show_side and chosen.show_marks_panel and not folded(self.panel.column),
            "marks": chosen.show_marks,
        }
        for identity, is_on in ticks.items():
            self.actions_by_id[identity].setChecked(is_on)

    def _on_panels_changed(self) -> None:
        self._arrange()
        self.panel.fill()
        self.marks.arrange()
        self._on_article_scrolled()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the contents."""
        if not self.actions_by_id["contents"].isChecked():
            self.actions_by_id["contents"].trigger()
        self.contents.focus_filter()

    def _show_title(self) -> None:
        opened = self.session.current()
        name = self.tr("Bulletin Reader")
        issue = f"{opened.title} {opened.edition}".strip() if opened else ""
        self.setWindowTitle(f"{issue} — {name}" if issue else name)
        self.tools.show_path(opened, self.session.entry())

    def _show_position(self) -> None:
        opened = self.session.current()
        self.status.show_place(self.session.article_number(), len(opened.outline.readable) if opened else 0)
        self.status.show_read(self.article.read_share() if self.session.entry() else None)

    def _enable(self) -> None:
        current = self.session.current()
        present = {
            "issue": current is not None,
            "text": current is not None and current.has_text,
            "article": self.session.entry() is not None,
            "back": self.session.can_go_back(),
            "forward": self.session.can_go_forward(),
            "opening": self.session.opening(),
            "parts": current is not None and current.has_text,
            "closed": self.session.can_reopen(),
            "undo": self.marks.can_undo(),
            "redo": self.marks.can_redo(),
        }
        actions.enable_actions(self.actions_by_id, (need for need, there in present.items() if there))
        self.tabs.can_reopen = present["closed"]
        for identity, reading in (("as_articles", "articles"), ("as_one", "one")):
            self.actions_by_id[identity].setChecked(current is not None and current.reading == reading)
        self._menus["recent"].setEnabled(bool(self.settings.recent))
        self._menus["encoding"].setEnabled(current is not None and not current.has_pages)

    def _light_star(self, starred: frozenset[int]) -> None:
        """Fill the star of the tool bar where the article in front holds a bookmark."""
        self._starred = starred
        entry = self.session.entry()
        is_lit = entry is not None and entry.index in starred
        look = replace(self._theme, muted=self._theme.accent) if is_lit else self._theme
        self.actions_by_id["bookmark"].setIcon(themed_icon("starred" if is_lit else "star", look))

    def fill_screen(self, wanted: bool) -> None:
        """Fill the screen with the text alone, or return to a window; the bars hide."""
        state, full = self.windowState(), Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if wanted else state & ~full)
        self.show_bars(not wanted)

    def show_bars(self, shown: bool) -> None:
        """Show what lies around the panels, or leave the screen to the text."""
        if self.menuBar() not in self._bars:
            self._bars = (self.menuBar(), self.tools, self.tabs, self.status)
            self.addActions(list(self.actions_by_id.values()))  # a hidden menu bar answers no keys
        for bar in self._bars:
            bar.setVisible(shown and (bar is not self.tabs or self.tabs.bar.count() > 1))

    # Events of the window

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the state of the window and stop all work."""
        self.finding.end()
        self.export.end()
        self.memory.close()
        self.keep_state()
        self.session.end()
        super().closeEvent(event)

    def keep_state(self) -> None:
        """Put the sizes of the window and its columns into the settings, which can be saved then."""
        self.settings.geometry = bytes(self.saveGeometry().data())
        self.settings.widths = self._columns.chosen_state()
        self.settings.side = self.original.state()
        self.settings_changed.emit()

    def _on_settings_arrived(self) -> None:
        """Look as another machine's settings say."""
        self.look_changed.emit()
        self.article.set_style(self._article_style(self._theme))
        self._on_panels_changed()
