"""A sentence above the article that says what went wrong and what to do."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme


class MessageBar(QWidget):
    """Show one message with a way out, until it is dismissed."""

    other_file = Signal()
    reload_wanted = Signal()

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
        self.reload = QPushButton(self)
        self.reload.setObjectName("reloadFile")
        self.reload.clicked.connect(self.reload_wanted)
        self.dismiss = QToolButton(self)
        self.dismiss.setObjectName("dismissMessage")
        self.dismiss.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(self._picture)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.open_other)
        layout.addWidget(self.reload)
        layout.addWidget(self.dismiss)
        self._theme = theme
        self._of_issue = ""
        self._name = ""  # of a file that was changed, while the bar says so
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
        self.reload.setText(self.tr("Reload"))
        self.reload.setToolTip("F5")
        if self._name:
            self.text.setText(self._changed_text())
        self.dismiss.setToolTip(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss"))

    def offer_another(self, text: str) -> None:
        """Say that a file cannot be opened, and offer to choose another."""
        self.show_message(text)
        self.open_other.show()

    def show_message(self, text: str) -> None:
        """Show a sentence."""
        self._draw_icons()  # only now: most sessions have no message, and the start need not wait for them (3 ms)
        self.text.setText(text)
        self._name = ""
        self._show_buttons()
        self.show()

    def offer_reload(self, name: str) -> None:
        """Say quietly that a file is another one now."""
        if self.isVisible() and not self._name:
            return  # what went wrong is told first
        self._name = name
        self.text.setText(self._changed_text())
        self.dismiss.setIcon(themed_icon("close", self._theme))
        self._show_buttons()
        self.show()

    def take_back_offer(self) -> None:
        """Say no more that a file is another one."""
        if self._name:
            self._name = ""
            self.hide()

    def _changed_text(self) -> str:
        return self.tr("“{name}” was changed by another program.").format(name=self._name)

    def _show_buttons(self) -> None:
        is_offer = bool(self._name)
        self._picture.setVisible(not is_offer)
        self.open_other.hide()
        if self.property("offer") != is_offer:  # an offer is no warning
            self.setProperty("offer", is_offer)
            self.style().polish(self)
        self.reload.setVisible(is_offer)

    def say_of_issue(self, text: str) -> None:
        """Show a sentence about the issue in front; an empty one takes away what was said about another."""
        if text:
            self.offer_another(text)
        elif self._of_issue and self.text.text() == self._of_issue:
            self.hide()
        self._of_issue = text

    def _draw_icons(self) -> None:
        loud = replace(self._theme, muted=self._theme.warning)
        self._picture.setPixmap(themed_icon("warning", loud).pixmap(20, 20))
        self.dismiss.setIcon(themed_icon("close", self._theme))
