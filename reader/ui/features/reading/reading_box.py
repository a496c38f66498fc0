"""How the article is set, to be tried out while it is read: typeface, size, lines, edges, colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.ui.kit.choice_row import ChoiceRow
from reader.ui.kit.theme import THEMES
from reader.ui.session.settings import MEASURES, SPACINGS, TEXT_SIZES, Settings

FACES = ("serif", "sans")
EDGES = ("justified", "ragged")
ROOM = 14  # pixels around


class Scale(QWidget):
    """A slider along a few values, and the value in words."""

    chosen = Signal(int)

    def __init__(self, name: str, values: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self.words = "{value}"
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName(name)
        self.slider.setRange(0, len(values) - 1)
        self.slider.setPageStep(1)
        self._told = QLabel(self)
        self._told.setMinimumWidth(88)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._told)
        self.slider.valueChanged.connect(self._on_moved)

    def show_value(self, value: int) -> None:
        """Move to a value, or to the one next to it."""
        self.slider.blockSignals(True)
        self.slider.setValue(min(range(len(self._values)), key=lambda at: abs(self._values[at] - value)))
        self.slider.blockSignals(False)
        self._tell()

    def _on_moved(self, at: int) -> None:
        self._tell()
        self.chosen.emit(self._values[at])

    def _tell(self) -> None:
        value = self._values[self.slider.value()]
        self._told.setText(self.words.format(value=value, share=f"{value / 100:.2f}"))


class ReadingBox(QFrame):
    """Set the article while it is in view; a part of the window, so that it stands where it is put on any desktop."""

    style_changed = Signal()
    theme_chosen = Signal(str)
    left = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readingBox")
        self.hide()
        self._settings = settings
        self.face = ChoiceRow("readingFace", FACES, self)
        self.size_scale = Scale("readingSize", TEXT_SIZES, self)
        self.measure = Scale("readingMeasure", MEASURES, self)
        self.spacing = Scale("readingSpacing", SPACINGS, self)
        self.edges = ChoiceRow("readingEdges", EDGES, self)
        self.themes = ChoiceRow("readingTheme", THEMES, self)
        self.reset = QPushButton(self)
        self.reset.setObjectName("readingReset")
        self.done_button = QPushButton(self)
        self.done_button.setObjectName("readingClose")
        self._labels = [QLabel(self) for _row in range(6)]
        self._lay_out()
        self.retranslate()
        self.show_settings()
        self._connect()

    def stand_beside(self, place: QWidget) -> None:
        """Stand at the upper right of a widget, where little of the text is hidden."""
        self.show_settings()
        self.adjustSize()
        corner = place.mapTo(self.window(), QPoint(max(place.width() - self.width() - ROOM, 0), ROOM))
        corner.setY(max(min(corner.y(), self.window().height() - self.height() - ROOM), 0))
        self.move(corner)
        self.show()
        self.raise_()
        self.face.buttons[self._settings.face].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the application's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_settings()
        super().changeEvent(event)

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setAccessibleName(self.tr("Text appearance"))
        names = (
            self.tr("Typeface"), self.tr("Size"), self.tr("Line length"), self.tr("Line spacing"), self.tr("Edges"),
            self.tr("Theme"),
        )  # fmt: skip
        rows = (self.face, self.size_scale.slider, self.measure.slider, self.spacing.slider, self.edges, self.themes)
        for label, name, row in zip(self._labels, names, rows, strict=True):
            label.setText(name)
            row.setAccessibleName(name)
        texts = {
            self.face: (self.tr("Serif"), self.tr("Sans")),
            self.edges: (self.tr("Justified"), self.tr("Ragged")),
            self.themes: (self.tr("System"), self.tr("Light"), self.tr("Sepia"), self.tr("Dark")),
        }
        for choice, words in texts.items():
            for button, text in zip(choice.buttons.values(), words, strict=True):
                button.setText(text)
        self.measure.words = self.tr("{value} characters")
        self.spacing.words = "{share}"
        self.reset.setText(self.tr("Restore Defaults"))
        self.done_button.setText(self.tr("Close"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        rows = (self.face, self.size_scale, self.measure, self.spacing, self.edges, self.themes)
        for label, row in zip(self._labels, rows, strict=True):
            form.addRow(label, row)
        buttons = QHBoxLayout()
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        layout.addLayout(form)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        self.setMinimumWidth(390)

    def _connect(self) -> None:
        self.face.chosen.connect(lambda face: self._set("face", face))
        self.size_scale.chosen.connect(lambda size: self._set("text_size", size))
        self.measure.chosen.connect(lambda measure: self._set("measure", measure))
        self.spacing.chosen.connect(lambda spacing: self._set("spacing", spacing))
        self.edges.chosen.connect(lambda edges: self._set("justified", edges == "justified"))
        self.themes.chosen.connect(self.theme_chosen)
        self.reset.clicked.connect(self._reset)
        self.done_button.clicked.connect(self.leave)

    def show_settings(self) -> None:
        """Show what is chosen now."""
        settings = self._settings
        self.face.show_value(settings.face if settings.face in FACES else FACES[0])
        self.size_scale.show_value(settings.text_size)
        self.measure.show_value(settings.measure)
        self.spacing.show_value(settings.spacing)
        self.edges.show_value(EDGES[0] if settings.justified else EDGES[1])
        self.themes.show_value(settings.theme if settings.theme in THEMES else THEMES[0])

    def _set(self, name: str, value: object) -> None:
        setattr(self._settings, name, value)
        self.style_changed.emit()

    def _reset(self) -> None:
        first = Settings()
        for name in ("face", "text_size", "measure", "spacing", "justified"):
            setattr(self._settings, name, getattr(first, name))
        self.show_settings()
        self.style_changed.emit()
