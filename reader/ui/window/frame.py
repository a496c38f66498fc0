"""The window as the desktop sees it: files are dropped on it, it has a size, it ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class WindowFrame(QMainWindow):
    """A window that takes files, and finds its size again."""

    files_dropped = Signal(list)  # paths of files and folders

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def restore_size(self, geometry: bytes) -> None:
        """Take the size of the last session, or a sensible one."""
        room = self.screen().availableGeometry()
        self.resize(min(1440, round(room.width() * 0.9)), min(900, round(room.height() * 0.9)))
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)  # its bars are shown

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files that are dragged onto the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files and folders that were dropped."""
        event.acceptProposedAction()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
