"""Take marks and all other data along, and bring them in: asks where, and works off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.errors import ReaderError
from reader.store import Arrival, Library, pack, unpack
from reader.ui.features.memory.desk import HomeDesk
from reader.ui.features.memory.keeper import LibraryKeeper
from reader.ui.features.memory.marks_dialog import MarksDialog
from reader.ui.features.memory.moving import (
    FORMATS,
    Format,
    MarksWish,
    read_marks,
    settings_as_data,
    take_over,
    write_marks,
)
from reader.ui.kit.error_words import told
from reader.ui.kit.i18n import resolve_language
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings

DATA_SUFFIX = ".zip"


class TakingAlong(QObject):
    """Export and import marks, and all data."""

    done = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence for the user
    settings_arrived = Signal()

    def __init__(
        self, keeper: LibraryKeeper, desk: HomeDesk, session: Session, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._keeper, self._desk = keeper, desk
        self._session, self._settings = session, settings
        self._window = window

    def ask_which_marks(self) -> None:
        """Ask which marks are to be saved."""
        is_known = self._desk.current() is not None
        scopes = [*(["article"] if is_known and self._session.entry() else []), *(["issue"] if is_known else []), "all"]
        dialog = MarksDialog(scopes, self._window)
        dialog.chosen.connect(lambda scope, number: self.export_marks(scope, FORMATS[number]))
        dialog.open()

    def export_marks(self, scope: str, kind: Format) -> None:
        """Save marks in a file that the user names."""
        wish = MarksWish(scope, kind, self._desk.current(), self._session.entry())
        path = self._ask_where(self.tr("Export Marks"), self._stem(scope), kind.suffix)
        if path is None:
            return
        language = resolve_language(self._settings.language)

        def tell(count: int) -> None:
            text = self.tr("%n mark(s) saved as {name}.", "", count)
            self.done.emit(text.format(name=path.name) if count else self.tr("There is nothing to save."))

        self._run(path, lambda library: write_marks(library, wish, path, language), tell)

    def import_marks(self) -> None:
        """Bring in annotations from a file that the user chooses."""
        known = self._desk.current()
        path = self._ask_which(self.tr("Import Marks"), self.tr("W3C annotations (JSON)"), ("*.json", "*.jsonld"))
        if path is None:
            return

        def tell(counts: tuple[int, int]) -> None:
            sentence = self.tr("%n mark(s) brought in.", "", counts[0])
            skipped = self.tr("%n annotation(s) without a quoted text left out.", "", counts[1]) if counts[1] else ""
            self.done.emit(" ".join(filter(None, (sentence, skipped))))
            self._keeper.look_around()

        key = known.key if known else ""
        self._run(path, lambda library: read_marks(library, key, path), tell)

    def export_data(self) -> None:
        """Put all that is kept into one file."""
        path = self._ask_where(self.tr("Export All Data"), self.tr("Bulletin Reader data"), DATA_SUFFIX)
        if path is None:
            return
        settings = settings_as_data(self._settings)
        text = self.tr("All data saved as {name}.").format(name=path.name)
        self._run(path, lambda library: pack(library, path, settings), lambda _none: self.done.emit(text))

    def import_data(self) -> None:
        """Bring in all that another machine kept."""
        kind = self.tr("Data of Bulletin Reader")
        path = self._ask_which(self.tr("Import All Data"), kind, (f"*{DATA_SUFFIX}",))
        if path:
            self._run(path, lambda library: unpack(library, path), self._on_arrival)

    def _on_arrival(self, arrival: Arrival) -> None:
        take_over(self._settings, arrival.settings)
        self.settings_arrived.emit()
        self._keeper.look_around()
        self._desk.keep_anew()  # what is open here, not what was open there
        issues = self.tr("%n issue(s)", "", arrival.written.get("issues", 0))
        marks = self.tr("%n mark(s)", "", arrival.written.get("marks", 0))
        self.done.emit(self.tr("Brought in: {marks}, {issues}, and the settings.").format(marks=marks, issues=issues))

    def _run(self, path: Path, work: Callable[[Library], Any], done: Callable[[Any], None]) -> None:
        """Work off the GUI thread; a failure is one of the file that the user named."""

        def attempt(library: Library) -> Any:
            try:
                return work(library)
            except Exception as error:  # the user hears of it, whatever it is
                return error

        def finish(result: Any) -> None:
            if not isinstance(result, Exception):
                done(result)
                return
            named = result.params.get("path", path) if isinstance(result, ReaderError) else path
            self.failed.emit(told(Path(str(named)), result))
            if not isinstance(result, ReaderError):
                raise result  # a bug: the one handler of unexpected errors is to hear of it

        self._keeper.run(f"take along {path}", attempt, finish)

    def _stem(self, scope: str) -> str:
        opened, entry = self._session.current(), self._session.entry()
        if scope == "all" or opened is None:
            return self.tr("Marks")
        name = entry.title if scope == "article" and entry else f"{opened.file_title} {opened.edition}"
        return name.strip()

    def _ask_where(self, title: str, stem: str, suffix: str) -> Path | None:
        """Let the user name a file; its name gets the ending that tells what it is."""
        for sign in '/\\:*?"<>|':
            stem = stem.replace(sign, "-")
        proposal = str(Path(self._settings.last_folder) / f"{stem}{suffix}")
        name, _kind = QFileDialog.getSaveFileName(self._window, title, proposal, f"*{suffix}")
        if not name:
            return None
        path = Path(name)
        self._settings.last_folder = str(path.parent)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _ask_which(self, title: str, kind: str, patterns: tuple[str, ...]) -> Path | None:
        kinds = f"{kind} ({' '.join(patterns)});;{self.tr('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self._window, title, self._settings.last_folder, kinds)
        if not name:
            return None
        self._settings.last_folder = str(Path(name).parent)
        return Path(name)
