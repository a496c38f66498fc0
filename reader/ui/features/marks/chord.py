"""The keys that may follow Ctrl+H: a digit for a colour, then a letter for something else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from reader.model.marks import COLOURS

WAIT_MILLISECONDS = 3000
STROKES = {
    **{getattr(Qt.Key, f"Key_{number + 1}"): colour for number, colour in enumerate(COLOURS)},
    Qt.Key.Key_U: "underline",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_Escape: "end",
}
GOING_ON = (*COLOURS, "underline")  # after a colour may come a line or a note, but no other colour
SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Chord(QObject):
    """Wait a moment for the second key, wherever the focus is; any other key goes its way."""

    struck = Signal(str)  # a colour, underline, note, delete or end
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_colour = False  # a colour was struck already
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self.end)

    def is_waiting(self) -> bool:
        """Tell whether the second key may come."""
        return self._timer.isActive()

    def start(self, *, has_colour: bool = False) -> None:
        """Wait for the second key, or after a colour for the third."""
        self._has_colour = has_colour
        app = QApplication.instance()
        if app and not self.is_waiting():
            app.installEventFilter(self)
        self._timer.start()

    def end(self) -> None:
        """Wait no longer."""
        app = QApplication.instance()
        if app:
            app.removeEventFilter(self)
        self._timer.stop()
        self._has_colour = False
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the second key; Ctrl may still be held."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.end()
            return False
        if not isinstance(event, QKeyEvent) or not self.is_waiting() or event.key() in SILENT:
            return False
        stroke = STROKES.get(Qt.Key(event.key()))
        if stroke in COLOURS and self._has_colour:
            stroke = None
        others = event.modifiers() & ~(CONTROL | Qt.KeyboardModifier.KeypadModifier)
        if stroke is None or others or (event.modifiers() & CONTROL and stroke not in COLOURS):
            if event.type() == QEvent.Type.KeyPress:
                self.end()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.end()
            self.struck.emit(stroke)
            if stroke in GOING_ON:
                self.start(has_colour=True)
            return True
        return False
