"""What stands in the article's place as long as a file waits for its password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.kit.fonts import Families, font_of
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

ICON_PIXELS = 40
NAME_PIXELS = 17


class LockedView(QWidget):
    """Say that a file is locked, and offer to unlock it."""

    unlock_wanted = Signal()

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lockedView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel(self)
        self._name = QLabel(self)
        self._name.setFont(font_of(families.sans, NAME_PIXELS, bold=True))
        self._sentence = QLabel(self)
        self._sentence.setObjectName("welcomeHint")
        self._unlock = QPushButton(self)
        self._unlock.setObjectName("unlock")
        self._unlock.setProperty("primary", True)
        self._unlock.clicked.connect(self.unlock_wanted)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._icon, self._name, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
            column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._unlock)
        row.addStretch(1)
        column.addSpacing(10)
        column.addLayout(row)
        column.addStretch(3)
        self.set_theme(theme)
        self.retranslate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the button."""
        super().focusInEvent(event)
        self._unlock.setFocus(event.reason())

    def show_name(self, name: str) -> None:
        """Say which file is locked."""
        self._name.setText(name)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._icon.setPixmap(themed_icon("lock", theme, ICON_PIXELS).pixmap(ICON_PIXELS, ICON_PIXELS))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._sentence.setText(self.tr("This file is locked; it can be read with its password."))
        self._unlock.setText(self.tr("Enter Password…"))
