"""What each command does: the handlers that `actions.COMMANDS` names.

Dialogs are imported when they are first asked for, so that start-up does not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from reader.app.paths import sample_issues
from reader.ui.kit.file_kinds import READABLE_SUFFIXES
from reader.ui.kit.files import files_of, is_collection
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings
from reader.ui.window.mark_commands import MarkCommands
from reader.ui.window.outline_commands import OutlineCommands
from reader.ui.window.row_commands import RowCommands
from reader.ui.window.view_commands import ViewCommands


class Commands(ViewCommands, MarkCommands, OutlineCommands, RowCommands, QObject):
    """Carry out the commands of one window; what only the window can do is left to its slots."""

    message = Signal(str)  # a sentence for the user: something cannot be opened
    told = Signal(str)  # a sentence in passing
    panels_changed = Signal()
    text_size_changed = Signal()
    look_changed = Signal()
    filter_wanted = Signal()
    tab_wanted = Signal(str)  # of the panel at the right
    home_wanted = Signal(str)  # a command on what is kept: read states, marks and data to take along
    mark_wanted = Signal(str)  # an act of the desk of the marks
    row_wanted = Signal(str)  # an act on rows of the panel: correct, remove, add_figure, add_contact
    outline_wanted = Signal(str)  # an act on the outline: article, section, text, raise, join, …
    keys_wanted = Signal(str)  # palette, key_sheet, change_keys, next_pane, previous_pane
    caret_wanted = Signal(bool)
    width_wanted = Signal(int)  # 1 for more, -1 for less
    move_wanted = Signal(int)  # of the issue in front among the tabs: 1 to the right, -1 to the left
    find_wanted = Signal(str)  # open, next or previous
    source_copy_wanted = Signal(str)  # in a style of `export.citing`
    hand_wanted = Signal(str)  # hand_on or print
    reading_wanted = Signal()  # the settings of how the article is set

    def __init__(self, settings: Settings, session: Session, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._session = session
        self._window = window

    def settings(self) -> Settings:
        """Return what the user has chosen."""
        return self._settings

    # File

    def ask_open_files(self) -> None:
        """Let the user choose files to open."""
        from PySide6.QtWidgets import QFileDialog

        patterns = " ".join(f"*{suffix}" for suffix in READABLE_SUFFIXES)
        bulletins, all_files = self.tr("Bulletins"), self.tr("All files")
        kinds = f"{bulletins} ({patterns});;{all_files} (*)"
        title = self.tr("Open Bulletins")
        names, _kind = QFileDialog.getOpenFileNames(self._window, title, self._settings.last_folder, kinds)
        if names:
            self._settings.last_folder = str(Path(names[0]).parent)
            self.open_paths([Path(name) for name in names])

    def ask_open_folder(self) -> None:
        """Let the user choose a folder and open the bulletins in it."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open Folder"), self._settings.last_folder)
        if name:
            self._settings.last_folder = name
            self.open_paths([Path(name)])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, and all readable files of folders and archives."""
        files: list[Path] = []
        for path in paths:
            found = files_of(path) if is_collection(path) else [path]
            if not found:
                text = self.tr("“{name}” holds no bulletins; choose a folder or an archive with files to read.")
                self.message.emit(text.format(name=path.name))
            files += found
        self._session.open_paths(files)

    def open_samples(self) -> None:
        """Open the sample issues that ship with the program."""
        self._session.open_paths(sample_issues())

    def reopen_with(self, encoding: str) -> None:
        """Read the current file again in another encoding."""
        opened = self._session.current()
        if opened:
            self._session.open_path(opened.path, encoding)

    def new_window(self) -> None:
        """Open another window beside this one, a program of its own."""
        from PySide6.QtCore import QProcess

        from reader.app.desktop_entry import own_command

        command = own_command()
        is_started, _number = QProcess.startDetached(command[0], [*command[1:], "--new-window"])
        if not is_started:
            self.told.emit(self.tr("No other window can be opened."))

    def reload(self) -> None:
        """Read the file of the issue in front again."""
        opened = self._session.current()
        if opened:
            self._session.read_anew(opened)

    def reopen_closed(self) -> None:
        """Open the issue that was closed last."""
        self._session.reopen()

    def cancel_opening(self) -> None:
        """Stop opening files."""
        self._session.cancel_opening()

    def hand_on(self) -> None:
        """Let the user hand articles on as a file or print them."""
        self.hand_wanted.emit("hand_on")

    def print_pages(self) -> None:
        """Print the article."""
        self.hand_wanted.emit("print")

    def close_issue(self) -> None:
        """Close the issue in front."""
        opened = self._session.current()
        if opened:
            self._session.close(opened)

    def quit(self) -> None:
        """Close the window and with it the program."""
        self._window.close()

    # Edit

    def copy_selection(self) -> None:
        """Copy what is selected in the text that has the focus."""
        self._call_on_focus("copy")

    def select_all(self) -> None:
        """Select everything in the text that has the focus."""
        self._call_on_focus("selectAll", "select_all")

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the contents."""
        self.filter_wanted.emit()

    def find(self) -> None:
        """Find words in the article or the issue."""
        self.find_wanted.emit("open")

    def find_next(self) -> None:
        """Go to the next match."""
        self.find_wanted.emit("next")

    def find_previous(self) -> None:
        """Go to the previous match."""
        self.find_wanted.emit("previous")

    def copy_with_source(self) -> None:
        """Copy the selection with its issue, article and page."""
        self.source_copy_wanted.emit("plain")

    def copy_with_reference(self) -> None:
        """Copy the selection with a reference as GB/T 7714 asks."""
        self.source_copy_wanted.emit("gbt7714")

    def copy_as_markdown(self) -> None:
        """Copy the selection as a quotation in Markdown."""
        self.source_copy_wanted.emit("markdown")

    # Go

    def go_back(self) -> None:
        """Return to the place before."""
        self._session.go_back()

    def go_forward(self) -> None:
        """Return to the place that was gone back from."""
        self._session.go_forward()

    def previous_article(self) -> None:
        """Read the article before."""
        self._session.step_article(-1)

    def next_article(self) -> None:
        """Read the article after."""
        self._session.step_article(1)

    def next_doubtful(self) -> None:
        """Go to the next place where the reading is uncertain."""
        if not self._session.go_to_doubtful():
            self.told.emit(self.tr("Nothing in this issue is uncertain."))

    def next_issue(self) -> None:
        """Bring the next open issue to the front."""
        self._session.step_issue(1)

    def previous_issue(self) -> None:
        """Bring the previous open issue to the front."""
        self._session.step_issue(-1)

    # What is kept

    def toggle_read(self) -> None:
        """Mark the article as read, or as unread where it was read."""
        self.home_wanted.emit("toggle_read")

    def mark_all_read(self) -> None:
        """Mark all articles of the issue as read."""
        self.home_wanted.emit("all_read")

    def read_as_articles(self, wanted: bool) -> None:
        """Read the parts of the issue as articles, or as the program thinks."""
        self.home_wanted.emit("as_articles" if wanted else "as_it_is")

    def read_as_one(self, wanted: bool) -> None:
        """Read the issue as one article, or as the program thinks."""
        self.home_wanted.emit("as_one" if wanted else "as_it_is")

    def export_marks(self) -> None:
        """Save marks of the article, the issue or all issues."""
        self.home_wanted.emit("export_marks")

    def import_marks(self) -> None:
        """Bring in marks from a file."""
        self.home_wanted.emit("import_marks")

    def export_data(self) -> None:
        """Put all that is kept into one file."""
        self.home_wanted.emit("export_data")

    def import_data(self) -> None:
        """Bring in all that was kept on another machine."""
        self.home_wanted.emit("import_data")

    # Keyboard

    def use_caret(self, wanted: bool) -> None:
        """Move a caret in the article by key, or scroll it."""
        self.caret_wanted.emit(wanted)

    def next_pane(self) -> None:
        """Take the keyboard to the next pane."""
        self.keys_wanted.emit("next_pane")

    def previous_pane(self) -> None:
        """Take the keyboard to the pane before."""
        self.keys_wanted.emit("previous_pane")

    def widen_pane(self) -> None:
        """Give the pane that has the keyboard more room."""
        self.width_wanted.emit(1)

    def narrow_pane(self) -> None:
        """Give the pane that has the keyboard less room."""
        self.width_wanted.emit(-1)

    def move_issue_left(self) -> None:
        """Put the issue in front one tab to the left."""
        self.move_wanted.emit(-1)

    def move_issue_right(self) -> None:
        """Put the issue in front one tab to the right."""
        self.move_wanted.emit(1)

    def show_palette(self) -> None:
        """Find a command or an article by typing."""
        self.keys_wanted.emit("palette")

    def show_key_sheet(self) -> None:
        """Show all keys."""
        self.keys_wanted.emit("key_sheet")

    def change_keys(self) -> None:
        """Let the user choose other keys."""
        self.keys_wanted.emit("change_keys")

    # Help

    def show_first_steps(self) -> None:
        """Show the three steps for the first start."""
        from reader.ui.features.about.first_steps import show_first_steps

        show_first_steps(self, self._settings, self._window)

    def show_about(self) -> None:
        """Say what this program is."""
        from reader.ui.features.about.about_box import AboutBox
        from reader.ui.features.about.error_desk import last_trouble

        AboutBox(self._settings, last_trouble(), self._window).open()

    def _call_on_focus(self, *names: str) -> None:
        """Call the first of these methods that the focused widget has."""
        focused = QApplication.focusWidget()
        for name in names:
            method = getattr(focused, name, None)
            if callable(method):
                method()
                return
