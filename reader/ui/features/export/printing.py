"""Print pages: each is drawn off the GUI thread at what the printer can show, and let go of before the next."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from reader.export.files import writing
from reader.model.errors import Cancelled, CannotWrite
from reader.ui.features.export.file_names import file_stem
from reader.ui.features.export.preview_pages import picture_of
from reader.ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.pictures.pages import Pages

PRINT_JOB = "print"
FINEST = 300  # dots an inch: 35 MB for a page of A4
POINTS = 72  # an inch
PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


class Printing(QObject):
    """One run of the printer."""

    progressed = Signal(int, int)  # how many pages are done, of how many
    done = Signal(int)  # how many pages went to the printer
    failed = Signal(Exception)  # OSError: the printer takes nothing

    def __init__(self, pages: Pages, printer: QPrinter, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._jobs = jobs
        self._painter = QPainter()
        self._order = order_of(printer, pages.count)
        self._at = 0
        self._file = _file_of(printer)

    def start(self) -> None:
        """Print the first page, and after it the others."""
        if self._file:
            try:
                self._printer.setOutputFileName(str(self._file.__enter__()))
            except CannotWrite as error:
                self._file = None
                self._end()
                self.failed.emit(error)
                return
        if not self._order or not self._painter.begin(self._printer):
            self._on_failed(OSError("the printer takes nothing"))
            return
        self._painter.setRenderHints(
            QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering
        )
        self._draw()

    def cancel(self) -> None:
        """Stop; what the printer has not got yet stays unprinted."""
        self._jobs.cancel(PRINT_JOB)
        if self._painter.isActive():
            self._printer.abort()
        self._end()

    def _draw(self) -> None:
        self.progressed.emit(self._at, len(self._order))
        page, sheet = self._order[self._at], self._printer.paperRect(QPrinter.Unit.Point).size()
        width, height = self._pages.size(page)
        fit = min(sheet.width() / width, sheet.height() / height)
        scale = min(self._printer.resolution(), FINEST) / POINTS * fit
        self._jobs.start(PRINT_JOB, lambda _report: picture_of(self._pages, page, scale), self._paint, self._on_failed)

    def _paint(self, picture: QImage) -> None:
        dots = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        size = QSizeF(picture.size()).scaled(dots.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (dots.width() - size.width()) / 2, (dots.height() - size.height()) / 2
        if self._at and not self._printer.newPage():
            self._on_failed(OSError("the printer takes no more pages"))
            return
        self._painter.drawImage(QRectF(left, top, size.width(), size.height()), picture)
        self._at += 1
        if self._at < len(self._order):
            self._draw()
            return
        try:
            self._end(is_whole=True)
        except CannotWrite as error:
            self.failed.emit(error)
        else:
            self.done.emit(self._at)

    def _on_failed(self, error: Exception) -> None:
        if self._painter.isActive():
            self._printer.abort()
        self._end()
        self.failed.emit(error)

    def _end(self, *, is_whole: bool = False) -> None:
        """Let go of the pages; put a file that was printed whole in its place, and leave nothing of another."""
        if self._painter.isActive():
            self._painter.end()
        self._pages.close()
        file, self._file = self._file, None
        if file and is_whole:
            file.__exit__(None, None, None)
        elif file:
            file.__exit__(Cancelled, Cancelled(), None)


def _file_of(printer: QPrinter) -> AbstractContextManager[Path] | None:
    """Return the file that a printer prints into, which is written whole or not at all; None for one of paper."""
    is_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName()
    return writing(Path(printer.outputFileName())) if is_file else None


def printer_for(paper: str, name: str, folder: Path) -> QPrinter:
    """Return the usual printer, set to a paper and to use all of it: the pages have their own margins.

    Where there is no printer it prints into a file of this name in a folder, which the system's dialog lets choose.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    layout = QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setCreator("Bulletin Reader")
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        printer.setOutputFileName(str(folder / f"{file_stem((name,))}.pdf"))
    return printer


def ask(printer: QPrinter, pages: int, title: str, parent: QWidget) -> bool:
    """Let the user choose a printer, pages and copies in the system's dialog; tell whether he wants to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return wanted


def order_of(printer: QPrinter, count: int) -> Sequence[int]:
    """List the pages to print, from 0: the range that was chosen, copies where the printer makes none itself."""
    ranges = printer.pageRanges()
    is_range = printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    order = [page for page in range(count) if not is_range or ranges.contains(page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        order.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    return order * copies if printer.collateCopies() else [page for page in order for _copy in range(copies)]
