"""Opening files: those that the user chooses or drops, the samples, a file once more; each command a method."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from reader.app.paths import sample_issues
from reader.ui.features.feature import Feature
from reader.ui.kit.file_kinds import READABLE_SUFFIXES
from reader.ui.kit.files import files_of, is_collection

MOST_TABS = 24  # issues that are opened at once; more are listed in the library, and each is opened when it is chosen


class OpeningFeature(Feature):
    """Open files in this window, or another window."""

    message = Signal(str)  # a sentence for the user: something cannot be opened
    told = Signal(str)  # a sentence in passing

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
        if len(files) > MOST_TABS:
            self._session.list_wanted.emit(list(paths))
        else:
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

    def close_issue(self) -> None:
        """Close the issue in front."""
        opened = self._session.current()
        if opened:
            self._session.close(opened)
