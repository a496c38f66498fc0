"""The sheet of all keys, grouped by menu; typing narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.features.keys.key_rows import KeyGroup, columns_of, matching_groups
from reader.ui.kit.fonts import Families
from reader.ui.kit.overlay import Overlay
from reader.ui.kit.theme import Theme, style_sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

SIZE = (1060, 780)
TOP_SHARE = 0.05
COLUMNS = 3  # at most
EDGES = 90  # pixels beside the columns
COLUMN = 300  # pixels, at least
TEXT_WIDTH = 110  # least pixels
LINE = 60  # pixels that an arrow key scrolls


class KeySheet(Overlay):
    """Show which keys there are."""

    def __init__(self, window: QWidget, looks: tuple[Families, Theme]) -> None:
        super().__init__(window, "keySheet", SIZE, TOP_SHARE)
        self._families, theme = looks
        self._groups: Sequence[KeyGroup] = ()
        self._shown_columns = COLUMNS
        self.field.setObjectName("sheetField")
        self._scroll = QScrollArea(self.card)
        self._scroll.setObjectName("sheetScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QLabel(self.card)
        self._foot.setObjectName("sheetFoot")
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._foot)
        self.field.textChanged.connect(lambda _text: self._fill())
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.setStyleSheet(style_sheet(theme, self._families.sans, self._families.serif, "keys"))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.field.setPlaceholderText(self.tr("Keys: type what you want to do, or a key"))
        self.field.setAccessibleName(self.tr("Search the keys"))
        self._foot.setText(self.tr("Other keys can be chosen in the Help menu. Escape leads back."))

    def ask(self, groups: Sequence[KeyGroup]) -> None:
        """Open with the keys there are now."""
        self._groups = groups
        self.field.clear()
        self._fill()
        self.open()

    def rows(self) -> dict[str, dict[str, str]]:
        """Return what is shown: by group, each text with its keys."""
        shown = matching_groups(self._groups, self.field.text())
        return {group.title: {row.text: "  ".join(row.keys) for row in group.rows} for group in shown}

    def move_in_list(self, event: QKeyEvent) -> None:
        """Scroll."""
        bar = self._scroll.verticalScrollBar()
        steps = {Qt.Key.Key_Up: -LINE, Qt.Key.Key_Down: LINE, Qt.Key.Key_PageUp: -bar.pageStep()}
        bar.setValue(bar.value() + steps.get(Qt.Key(event.key()), bar.pageStep()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many columns as there is room for."""
        before = self._shown_columns
        super().resizeEvent(event)
        if self.isVisible() and self._columns() != before:
            self._fill()

    def _columns(self) -> int:
        return max(1, min(COLUMNS, (min(self._size[0], self._window.width()) - EDGES) // COLUMN))

    def _fill(self) -> None:
        """Set the rows that answer to what was typed, in columns."""
        self._shown_columns = self._columns()
        body = QWidget()
        body.setObjectName("sheetBody")
        groups = matching_groups(self._groups, self.field.text())
        row = QHBoxLayout(body)
        row.setContentsMargins(22, 2, 22, 16)
        row.setSpacing(34)
        for column in columns_of(groups, self._columns()):
            row.addLayout(_column(column), 1)
        if not groups:
            nothing = QLabel(self.tr("No key matches."), body)
            nothing.setObjectName("sheetNothing")
            row.insertWidget(0, nothing, 3, Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(body)


def _column(groups: Sequence[KeyGroup]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for group in groups:
        column.addLayout(_block(group))
    column.addStretch(1)
    return column


def _block(group: KeyGroup) -> QGridLayout:
    """Set a group: its title, and below it each text with its keys at the right."""
    block = QGridLayout()
    block.setHorizontalSpacing(8)
    block.setVerticalSpacing(3)
    block.setColumnStretch(0, 1)
    block.setColumnMinimumWidth(0, TEXT_WIDTH)
    title = QLabel(group.title)
    title.setObjectName("sheetTitle")
    block.addWidget(title, 0, 0, 1, 2)
    for at, row in enumerate(group.rows, 1):
        text = QLabel(row.text)
        text.setObjectName("sheetText")
        text.setWordWrap(True)
        block.addWidget(text, at, 0, Qt.AlignmentFlag.AlignTop)
        keys = QHBoxLayout()
        keys.setSpacing(4)
        keys.addStretch(1)
        for key in row.keys:
            cap = QLabel(key)
            cap.setObjectName("keyCap")
            keys.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        block.addLayout(keys, at, 1)
    return block
