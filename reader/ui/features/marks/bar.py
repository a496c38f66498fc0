"""The small bar beside a selection or a highlight: five colours, underline, note, copy, delete."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.model.marks import COLOURS, Highlight
from reader.ui.features.marks.words import colour_names
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme, style_sheet

DOT = 18  # pixels of a colour
GAP = 8  # between the text and the bar


class HighlightBar(QFrame):
    """Offer what can be done with a selected text, or with a highlight; the selection keeps the focus."""

    coloured = Signal(str)  # one of COLOURS
    underlined = Signal(bool)
    note_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("highlightBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._colours = {colour: self._button(f"colour_{colour}") for colour in COLOURS}
        for colour, button in self._colours.items():
            button.setCheckable(True)
            button.setIconSize(QSize(DOT, DOT))
            button.clicked.connect(lambda _checked=False, name=colour: self.coloured.emit(name))
        self.underline = self._button("underlineMark")
        self.underline.setCheckable(True)
        self.underline.clicked.connect(self.underlined)
        self.note = self._button("noteMark")
        self.note.clicked.connect(self.note_wanted)
        self.copy = self._button("copyMark")
        self.copy.clicked.connect(self.copy_wanted)
        self.delete = self._button("deleteMark")
        self.delete.clicked.connect(self.delete_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(5, 4, 5, 4)
        layout.setSpacing(1)
        for button in (*self._colours.values(), self.underline, self.note, self.copy, self.delete):
            layout.addWidget(button)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.setStyleSheet(style_sheet(theme, (), (), "marks"))
        for number, (colour, button) in enumerate(self._colours.items()):
            button.setIcon(dot(theme, colour, str(number + 1)))
        icons = (self.underline, "underline"), (self.note, "note"), (self.copy, "copy"), (self.delete, "delete")
        for button, name in icons:
            button.setIcon(themed_icon(name, theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        names = colour_names()
        for number, (colour, button) in enumerate(self._colours.items()):
            self._name(button, f"{names[colour]}  (Ctrl+H {number + 1})")
        self._name(self.underline, self.tr("Underline") + "  (Ctrl+H U)")
        self._name(self.note, self.tr("Write a note") + "  (Ctrl+H N)")
        self._name(self.copy, self.tr("Copy") + "  (Ctrl+C)")
        self._name(self.delete, self.tr("Delete the highlight") + "  (Ctrl+H Del)")
        self.setAccessibleName(self.tr("Highlight"))

    def show_for(self, highlight: Highlight | None, text: QRect) -> None:
        """Appear above a text, below it where there is no room, for a selection or for a highlight."""
        for colour, button in self._colours.items():
            button.setChecked(highlight is not None and highlight.colour == colour)
        self.underline.setChecked(highlight is not None and highlight.underline)
        self.delete.setVisible(highlight is not None)
        self.adjustSize()
        room = self._page.rect().adjusted(6, 6, -6, -6)
        x = min(max(text.center().x() - self.width() // 2, room.left()), room.right() - self.width())
        y = text.top() - self.height() - GAP
        if y < room.top():
            y = min(text.bottom() + GAP, room.bottom() - self.height())
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must not take the selection's focus
        return button

    def _name(self, button: QToolButton, text: str) -> None:
        button.setToolTip(text)
        button.setAccessibleName(text)


def dot(theme: Theme, colour: str, digit: str = "") -> QIcon:
    """Draw a round piece of a highlight's colour, with its number on it."""
    ratio = 2
    pixmap = QPixmap(DOT * ratio, DOT * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(getattr(theme, f"marker_{colour}")))
    painter.setPen(QPen(QColor(getattr(theme, f"ink_{colour}")), 1.3))
    circle = QRectF(1.5, 1.5, DOT - 3, DOT - 3)
    painter.drawEllipse(circle)
    if digit:
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, digit)
    painter.end()
    return QIcon(pixmap)
