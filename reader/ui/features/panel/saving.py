"""Save what the panel lists as files that other programs read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.model.document import Issue
from reader.model.errors import CannotWrite, ReaderError
from reader.model.mentions import Mentions
from reader.ui.kit.error_words import told
from reader.ui.kit.i18n import QT_TRANSLATE_NOOP, resolve_language
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings

SAVE_JOB = "save mentions"


@dataclass(frozen=True, slots=True)
class Saving:
    """One kind of file: what goes into it and how its name ends."""

    id: str
    what: str  # figures, contacts, links, deadlines
    suffix: str
    text: str


SAVINGS = (
    Saving("figures_csv", "figures", ".csv", QT_TRANSLATE_NOOP("Saving", "Save Figures as CSV…")),
    Saving("figures_xlsx", "figures", ".xlsx", QT_TRANSLATE_NOOP("Saving", "Save Figures for Excel…")),
    Saving("contacts_vcf", "contacts", ".vcf", QT_TRANSLATE_NOOP("Saving", "Save Contacts as vCard…")),
    Saving("contacts_csv", "contacts", ".csv", QT_TRANSLATE_NOOP("Saving", "Save Contacts as CSV…")),
    Saving("links_csv", "links", ".csv", QT_TRANSLATE_NOOP("Saving", "Save Links as CSV…")),
    Saving("deadlines_ics", "deadlines", ".ics", QT_TRANSLATE_NOOP("Saving", "Save Deadlines for a Calendar…")),
)


class Saver(QObject):
    """Ask where to, and write off the GUI thread."""

    done = Signal(str)  # a sentence for the user
    failed = Signal(str)  # a sentence for the user

    def __init__(self, settings: Settings, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._session = session
        self._window = window

    def ask_and_save(self, saving: Saving, mentions: Mentions) -> None:
        """Ask for a file and write the mentions into it."""
        opened = self._session.current()
        if opened is None:
            return
        if not (mentions.figures or mentions.contacts and saving.what == "contacts" or mentions.links):
            self.done.emit(self.tr("There is nothing to save."))
            return
        path = self._ask(saving, f"{opened.file_title} {opened.edition}".replace("/", "-").strip())
        if path:
            language = resolve_language(self._settings.language)
            self._session.jobs.start(
                SAVE_JOB,
                lambda _report: write(saving, opened.issue, mentions, path, language),
                lambda _none: self.done.emit(self.tr("Saved as {name}.").format(name=path.name)),
                lambda error: self._on_failed(path, error),
            )

    def _ask(self, saving: Saving, stem: str) -> Path | None:
        """Let the user choose a file; its name gets the ending that tells what it is."""
        from PySide6.QtWidgets import QFileDialog

        proposal = str(Path(self._settings.last_folder) / f"{stem}{saving.suffix}")
        title = saving_text(saving).rstrip("…")
        name, _kind = QFileDialog.getSaveFileName(self._window, title, proposal, f"*{saving.suffix}")
        if not name:
            return None
        path = Path(name)
        self._settings.last_folder = str(path.parent)
        return path if path.suffix.lower() == saving.suffix else path.with_name(path.name + saving.suffix)

    def _on_failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self.failed.emit(told(path, error))
            return
        text = self.tr("“{name}” could not be saved because of an error in the program.")
        self.failed.emit(text.format(name=path.name))
        raise error  # the one handler of unexpected errors is to hear of it


def saving_text(saving: Saving) -> str:
    """Return the text of a saving's menu entry."""
    return QCoreApplication.translate("Saving", saving.text)


def write(saving: Saving, issue: Issue, mentions: Mentions, path: Path, language: str) -> None:
    """Write mentions of an issue into a file."""
    # Imported here, on the thread that writes: the libraries for these files take long to load.
    from reader.export.exporters import export

    if not export(saving.what, issue, mentions, path, language):
        raise CannotWrite("Nothing was found to save; no file was written.", code="nothing-to-save", path=str(path))
