"""The one handler of unexpected errors: written down at once, told in one dialog, and the window goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from reader.ui.features.about.error_dialog import ErrorDialog
    from reader.ui.session.settings import Settings

LAST = "lastTrouble"  # property of the application
MOST_NOTED = 20  # different errors of one session that go to the log


class ErrorDesk(QObject):
    """Hear of every error that nothing else caught, in whatever thread, slot or job it arose."""

    _came = Signal(str)  # the outline of an error, from any thread

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._window: QWidget | None = None
        self._noted: set[str] = set()  # outlines that went to the log
        self._known: set[str] = set()  # outlines that were told or counted
        self._is_busy = False
        self._hooks = (sys.excepthook, threading.excepthook)
        self.dialog: ErrorDialog | None = None
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Hear of errors from now on."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error

    def serve(self, window: QWidget) -> None:
        """Tell the errors over this window."""
        self._window = window

    def leave(self) -> None:
        """Hear of errors no more: the window is gone."""
        sys.excepthook, threading.excepthook = self._hooks
        self._window = None

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write an error down and have it told."""
        if sys.stderr:
            sys.__excepthook__(kind, error, trace)
        if self._is_busy:  # an error of the telling itself, which telling would repeat
            return
        from reader.app import crash_log

        self._is_busy = True
        try:
            outline = crash_log.outline_of(error)
            self._app.setProperty(LAST, outline)
            if outline not in self._noted and len(self._noted) < MOST_NOTED:
                self._noted.add(outline)
                crash_log.note(outline)
            self._came.emit(outline)
        finally:
            self._is_busy = False

    def give_up(self, error: Exception) -> None:
        """Tell an error that keeps the window from opening, and wait until it was read, where there is a screen."""
        from reader.ui.features.about.error_dialog import ErrorDialog

        self.on_error(type(error), error, error.__traceback__)
        if not has_screen():
            return
        dialog = ErrorDialog(self._settings, last_trouble(), None)
        dialog.exec()
        dialog.deleteLater()

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, outline: str) -> None:
        """Show the dialog, or count the error in the one that is open."""
        if self._window is None:
            return
        if self.dialog:
            self._known.add(outline)
            self.dialog.count()
        elif outline not in self._known:
            self._known.add(outline)
            self._open(outline)

    def _open(self, outline: str) -> None:
        from reader.ui.features.about.error_dialog import ErrorDialog

        parent = QApplication.activeModalWidget() or self._window
        self.dialog = ErrorDialog(self._settings, outline, parent)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.ending.connect(self._close)
        self.dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        if self._window:
            self._window.close()
            QApplication.exit(0)


def has_screen() -> bool:
    """Tell whether somebody can see what is drawn."""
    return QApplication.platformName() not in ("offscreen", "minimal")


def last_trouble() -> str:
    """Return the outline of the last unexpected error; empty while there was none."""
    app = QApplication.instance()
    return str(app.property(LAST) or "") if app else ""
