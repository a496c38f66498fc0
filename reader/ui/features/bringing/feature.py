"""Bring in what is no file to be read yet: open the clipboard as an issue, recognise the text of scanned pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from reader.app.pasted import keep_pasted
from reader.model.errors import ReaderError
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.error_words import told
from reader.ui.kit.jobs import Report

SCANS = ("pdf", "picture")  # formats whose pages can be recognised
SCAN_NAMES = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff"
HEAD = b'<!DOCTYPE html><html><head><meta charset="utf-8"></head>'


class BringingFeature(Feature):
    """Open the clipboard; recognise the text of a scan in the background, and open it then."""

    told = Signal(str)  # a sentence in passing
    failed = Signal(str)  # a sentence: what could not be done
    working = Signal(str, str, float)  # name of a piece of work, what is done (empty: it has ended), how far

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self._refused: Path | None = None  # the picture that was to be opened last
        self._works: set[str] = set()
        self._session.failed.connect(self._note_picture)

    def paste(self) -> None:
        """Keep what is on the clipboard as a file of its own, and open it."""
        data = QApplication.clipboard().mimeData()
        text = data.text()
        if not text.strip():
            self.told.emit(self.tr("There is no text on the clipboard."))
            return
        html = data.html().encode("utf-8", "replace") if data.hasHtml() else b""
        try:
            path = keep_pasted(HEAD + html, ".html", text) if html else keep_pasted(text.encode(), ".txt", text)
        except ReaderError as error:
            self.failed.emit(told(Path(text[:1]), error))
            return
        self._session.open_paths([path])

    def recognise(self) -> None:
        """Recognise the text of the scan in front, of the picture that was refused last, or of one that is chosen."""
        opened = self._session.current()
        if self._refused is not None:
            self._begin(self._refused, None)
        elif opened and opened.issue.source.format in SCANS:
            self._begin(opened.path, opened.password)
        else:
            from PySide6.QtWidgets import QFileDialog

            title, kind = self.tr("Recognise Text"), self.tr("Scans")
            folder = self._settings.last_folder
            name, _kind = QFileDialog.getOpenFileName(self._window, title, folder, f"{kind} ({SCAN_NAMES})")
            if name:
                self._begin(Path(name), None)

    def cancel(self, name: str) -> None:
        """Stop a piece of work by the name that `working` gave it; the pages that are done are kept."""
        if name in self._works and self._session.jobs.cancel(name):
            self._end(name)

    def _begin(self, path: Path, password: str | None) -> None:
        name = f"recognise {path}"

        def work(report: Report) -> None:
            from reader.pipeline import recognise

            recognise(path, report, password)

        def fail(error: Exception) -> None:
            self._end(name)
            self.failed.emit(told(path, error))

        self._works.add(name)
        self._tell(name, path, 0.0)
        self._session.jobs.start(
            name,
            work,
            lambda _none: self._finish(name, path),
            fail,
            lambda _stage, share: self._tell(name, path, share),
        )

    def _tell(self, name: str, path: Path, share: float) -> None:
        self.working.emit(name, self.tr("Recognising “{name}” …").format(name=path.name), share)

    def _end(self, name: str) -> None:
        self._works.discard(name)
        self.working.emit(name, "", 1.0)

    def _finish(self, name: str, path: Path) -> None:
        """Open what was recognised, anew where it is open already."""
        self._end(name)
        self._refused = None
        opened = next((one for one in self._session.issues() if one.path == path), None)
        if opened:
            self._session.read_anew(opened)
        else:
            self._session.open_paths([path])

    def _note_picture(self, path: Path, error: Exception) -> None:
        self._refused = path if isinstance(error, ReaderError) and error.code == "picture" else None
