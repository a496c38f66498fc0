"""A sentence above the article that says what went wrong and what to do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.ui.icons import themed_icon
from reader.ui.theme import Theme


class MessageBar(QWidget):
    """Show one message with a way out, until it is dismissed."""

    other_file = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel(self)
        self.text.setObjectName("messageText")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._picture = QLabel(self)
        self.open_other = QPushButton(self)
        self.open_other.setObjectName("openOther")
        self.open_other.clicked.connect(self.other_file)
        self.dismiss = QToolButton(self)
        self.dismiss.setObjectName("dismissMessage")
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(self._picture)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.open_other)
        layout.addWidget(self.dismiss)
        self._theme = theme
        self._of_issue = ""
        self.retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        if self.isVisible():
            self._draw_icons()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.open_other.setText(self.tr("Open Another File…"))
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))

    def show_message(self, text: str) -> None:
        """Show a sentence."""
        self._draw_icons()  # only now: most sessions have no message, and the start need not wait for them (3 ms)
        self.text.setText(text)
        self.show()

    def say_of_issue(self, text: str) -> None:
        """Show a sentence about the issue in front; an empty one takes away what was said about another."""
        if text:
            self.show_message(text)
        elif self._of_issue and self.text.text() == self._of_issue:
            self.hide()
        self._of_issue = text

    def _draw_icons(self) -> None:
        loud = replace(self._theme, muted=self._theme.warning)
        self._picture.setPixmap(themed_icon("warning", loud).pixmap(20, 20))
        self.dismiss.setIcon(themed_icon("close", self._theme))
