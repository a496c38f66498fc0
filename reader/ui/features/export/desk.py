"""What is done with what the user wants to hand on: shown, saved, printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.model.errors import ReaderError
from reader.ui.features.export.choices import choice_of
from reader.ui.features.export.dialog import HandDialog
from reader.ui.features.export.file_names import file_stem
from reader.ui.features.export.form import KIND_NAMES, KINDS, named
from reader.ui.features.export.making import ExportWish, Made, Material, pages_of, save
from reader.ui.features.export.previewing import PreviewMaker
from reader.ui.features.export.scopes import Offer, marked_nodes
from reader.ui.kit import error_words
from reader.ui.kit.fonts import Families
from reader.ui.kit.jobs import Jobs
from reader.ui.kit.theme import Theme
from reader.ui.session.settings import Settings

if TYPE_CHECKING:
    from reader.export.publication import Marked
    from reader.pictures.pages import Pages
    from reader.ui.features.export.printing import Printing

SAVE_JOB, SET_JOB = "save articles", "set pages"
UNKNOWN = -1.0  # how far: the makers of files do not tell
PRINTING = "print"  # what is shown of it is told apart from that of files by this name


class HandDesk(QObject):
    """Serve one dialog at a time, and the files and prints that came of earlier ones."""

    told = Signal(str)  # a sentence for the status line
    saved = Signal(Path)  # a file is there
    failed = Signal(str)  # a sentence for the user
    # a name for the work, a sentence, how far (-1: nobody knows); the sentence is empty at its end
    working = Signal(str, str, float)
    left = Signal()  # the dialog is gone

    def __init__(self, settings: Settings, jobs: Jobs, looks: tuple[Families, Theme], window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._jobs = jobs
        self._looks = looks
        self._window = window
        self._saving: set[Path] = set()
        self._printing: Printing | None = None
        self.dialog: HandDialog | None = None
        self.maker: PreviewMaker | None = None
        self._offer: Offer | None = None
        self._material: Material | None = None
        self._path = Path()  # of the issue
        self._title = ""

    # The dialog

    def open(self, offer: Offer, material: Material, scope: str, *, only_highlights: bool = False) -> None:
        """Let the user choose and look."""
        if self.dialog:
            return
        self._offer, self._material = offer, material
        self._path, self._title = offer.opened.path, offer.opened.title
        dialog = self.dialog = HandDialog(self._settings, offer, self._jobs, self._looks, self._window)
        maker = self.maker = PreviewMaker(material, self._jobs, dialog)
        maker.ready.connect(self._show)
        maker.failed.connect(self._show_failure)
        dialog.preview.pages.drawing_failed.connect(self._show_failure)
        dialog.wished.connect(lambda: maker.want(dialog.form.wish()))
        dialog.save_wanted.connect(self._ask_to_save)
        dialog.print_wanted.connect(self._set_to_print)
        dialog.finished.connect(self._on_closed)
        self._show_marks()
        dialog.form.choose(scope, only_highlights=only_highlights)
        dialog.open()
        dialog.form.take_focus()

    def show_marked(self, marked: tuple[Marked, ...]) -> None:
        """Take the highlights of the issue, which were not known when the dialog was opened."""
        if self._material and self.dialog and marked != self._material.marked:
            self._material.marked = marked
            self._show_marks()
            self.dialog.wished.emit()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._looks = (self._looks[0], theme)
        if self.dialog:
            self.dialog.set_theme(theme)

    def end(self) -> None:
        """Close the dialog and stop all work: the window is being closed."""
        if self.dialog:
            self.dialog.reject()
        if self._printing:
            self._printing.cancel()

    def _show_marks(self) -> None:
        if self._offer and self.dialog and self._material and self._material.marked is not None:
            self.dialog.form.show_marked(marked_nodes(self._offer.opened.issue, self._material.marked))

    def _show(self, made: Made) -> None:
        if self.dialog:
            self.dialog.show_made(made)

    def _show_failure(self, error: Exception) -> None:
        if self.dialog:
            self.dialog.show_failure(self._reason(error, self._path))
        self._pass_on(error)

    def _on_closed(self) -> None:
        if self.dialog and self.maker:
            self.maker.stop()
            self.dialog.preview.pages.close_pages()
        self.dialog, self.maker, self._offer, self._material = None, None, None, None
        if self._jobs.cancel(SET_JOB):
            self.working.emit(PRINTING, "", 1.0)
        self.left.emit()

    # Saving

    def _ask_to_save(self) -> None:
        """Ask for a file, which the system's dialog does not overwrite unasked, and write it."""
        material = self._material
        if self.dialog is None or material is None:
            return
        wish = self.dialog.form.wish()
        path = self._path_for(wish.suffix)
        if path is None:
            return
        self._settings.hand_folder = str(path.parent)
        self._leave()
        self._save(material, wish, path)

    def _path_for(self, suffix: str) -> Path | None:
        """Ask for a file; a name that ends as another kind does is obeyed, any other gets the ending of this one."""
        proposal, kind = self._folder() / f"{self._stem()}{suffix}", f"{named(KIND_NAMES[suffix])} (*{suffix})"
        while True:
            name, _kind = QFileDialog.getSaveFileName(self.dialog, self.tr("Save As"), str(proposal), kind)
            if not name:
                return None
            path = Path(name)
            if path.suffix.lower() in KINDS:
                return path
            proposal = path.with_name(path.name + suffix)
            if not proposal.exists():  # else the dialog is to ask whether it may be overwritten
                return proposal

    def _folder(self) -> Path:
        return Path(self._settings.hand_folder or self._settings.last_folder or Path.home())

    def _stem(self) -> str:
        """Propose a name: that of the issue, and what of it is handed on."""
        offer, dialog = self._offer, self.dialog
        if offer is None or dialog is None:
            return ""
        head = offer.opened.issue.masthead
        part = {"article": offer.article, "section": offer.section}.get(dialog.form.scope())
        only = self.tr("Highlights") if dialog.form.wish().choice.only_highlights else ""
        return file_stem((offer.opened.file_title, head.number.text, head.date.text, part.title if part else "", only))

    def _save(self, material: Material, wish: ExportWish, path: Path) -> None:
        sentence = self.tr("Saving {name} …").format(name=path.name)
        self._saving.add(path)
        self.working.emit(str(path), sentence, UNKNOWN)
        self._jobs.start(
            f"{SAVE_JOB} {path}",
            lambda report: save(material, wish, path, report),
            lambda _none: self._on_saved(path),
            lambda error: self._on_not_saved(path, error),
        )

    def _on_saved(self, path: Path) -> None:
        self._end_work(path)
        self.saved.emit(path)

    def _on_not_saved(self, path: Path, error: Exception) -> None:
        self._end_work(path)
        self.failed.emit(self._reason(error, path))
        self._pass_on(error)

    def _end_work(self, path: Path) -> None:
        self._saving.discard(path)
        self.working.emit(str(path), "", 1.0)

    def cancel(self, name: str) -> None:
        """Stop a piece of work by the name that `working` gave it."""
        path = Path(name)
        if path in self._saving:
            self._jobs.cancel(f"{SAVE_JOB} {path}")
            self._end_work(path)
            self.told.emit(self.tr("“{name}” was not saved.").format(name=path.name))
        elif name == PRINTING:
            self._jobs.cancel(SET_JOB)
            if self._printing:
                self._printing.cancel()
            self._end_printing()
            self.told.emit(self.tr("Printing was stopped."))

    # Printing

    def print_now(self, offer: Offer, material: Material) -> None:
        """Print the article as articles were printed last, without a dialog of ours."""
        if self.dialog is None:
            self._path, self._title = offer.opened.path, offer.opened.title
            self._set(
                material, ExportWish(offer.nodes("article" if offer.article else "section"), choice_of(self._settings))
            )

    def _set_to_print(self) -> None:
        if self.dialog and self._material:
            self._set(self._material, self.dialog.form.wish())

    def _set(self, material: Material, wish: ExportWish) -> None:
        """Set the pages of a wish, then ask for the printer."""
        if self._printing:
            self.told.emit(self.tr("The printer is still busy with the last pages."))
            return
        if self.dialog:
            self.dialog.preview.wait()
        self.working.emit(PRINTING, self.tr("Setting pages …"), UNKNOWN)
        self._jobs.start(
            SET_JOB,
            lambda report: pages_of(material.publication(wish, report)),
            lambda pages: self._ask_to_print(pages, wish),
            self._on_not_printed,
        )

    def _ask_to_print(self, pages: Pages, wish: ExportWish) -> None:
        from reader.ui.features.export.printing import Printing, ask, printer_for

        if self.dialog:
            self.dialog.preview.rest()
        self.working.emit(PRINTING, "", 1.0)
        printer = printer_for(wish.choice.paper, self._title, self._folder())
        if not ask(printer, pages.count, self.tr("Print"), self.dialog or self._window):
            pages.close()
            return
        self._leave()
        printing = self._printing = Printing(pages, printer, self._jobs, self)
        printing.progressed.connect(self._on_progress)
        printing.done.connect(self._on_printed)
        printing.failed.connect(self._on_not_printed)
        printing.start()

    def _on_progress(self, done: int, count: int) -> None:
        sentence = self.tr("Printing page {page} of {count} …").format(page=done + 1, count=count)
        self.working.emit(PRINTING, sentence, done / count)

    def _on_printed(self, count: int) -> None:
        self._end_printing()
        self.told.emit(self.tr("%n page(s) printed.", "", count))

    def _on_not_printed(self, error: Exception) -> None:
        self._end_printing()
        if isinstance(error, OSError):
            self.failed.emit(self.tr("The printer takes nothing; see whether it is on and connected, and try again."))
            return
        if self.dialog:
            self._show_failure(error)
            return
        self.failed.emit(self._reason(error, self._path))
        self._pass_on(error)

    def _end_printing(self) -> None:
        if self._printing:
            self._printing.deleteLater()
            self._printing = None
        self.working.emit(PRINTING, "", 1.0)

    # Both

    def _leave(self) -> None:
        """Keep what was chosen and close the dialog."""
        if self.dialog:
            self.dialog.form.remember()
            self.dialog.accept()

    def _reason(self, error: Exception, path: Path) -> str:
        if isinstance(error, ReaderError):
            return error_words.told(path, error)
        text = self.tr("“{name}” could not be made because of an error in the program.")
        return text.format(name=path.name)

    def _pass_on(self, error: Exception) -> None:
        """Let the one handler of unexpected errors hear of a bug."""
        if not isinstance(error, ReaderError):
            raise error
