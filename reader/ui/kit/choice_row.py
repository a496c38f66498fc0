"""Buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget


class ChoiceRow(QWidget):
    """A row of buttons, or a few rows, of which one is down."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[str], parent: QWidget | None = None, columns: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        is_grid, columns = bool(columns), columns or len(values)
        if not is_grid:
            layout.setColumnStretch(columns, 1)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for number, value in enumerate(values):
            button = self.buttons[value] = QToolButton(self)
            button.setObjectName(f"{name}_{value}")
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _on, wanted=value: self.chosen.emit(wanted))
            if is_grid:  # the columns are of one width
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                layout.setColumnStretch(number % columns, 1)
            layout.addWidget(button, number // columns, number % columns)

    def value(self) -> str:
        """Return the value whose button is down."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def show_value(self, value: str) -> None:
        """Put down the button of a value."""
        self.buttons[value].setChecked(True)
