"""The columns of the window: contents, article, original, panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

CONTENTS_SHARE, CONTENTS_WIDTHS = 0.217, (205, 312)
SIDE_SHARE, SIDE_WIDTHS = 0.33, (300, 720)
PAGES_SHARE = 0.39  # pages are small beside an article
PANEL_SHARE, PANEL_WIDTHS = 0.225, (272, 360)
LEAST_WIDTHS = (190, 320, 240, 230)
ARTICLE = 1  # place of its column
KEY_PIXELS = 24  # that a key widens a column by


class PanelColumn(QWidget):
    """The room of the panel at the right; it is kept from the start and filled after the first page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._panels: list[QWidget] = []
        self._guest: QWidget | None = None
        self._is_guest_shown = False
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    def hold(self, panel: QWidget) -> None:
        """Show a panel here; of several only one is visible at a time."""
        self._room.addWidget(panel)
        self._panels.append(panel)
        if self._guest:
            self.share(self._guest, is_shown=self._is_guest_shown)

    def share(self, guest: QWidget, *, is_shown: bool) -> None:
        """Show one panel instead of the others, or the others instead of it."""
        self._guest, self._is_guest_shown = guest, is_shown
        for panel in sorted(self._panels, key=lambda panel: (panel is guest) == is_shown):  # first hide, then show
            panel.setVisible((panel is guest) == is_shown)


class WindowColumns(QSplitter):
    """Share the width sensibly until the user moves a column; from then on keep what he chose.

    Where there is no room for all columns, those that were asked for last stay beside the article; the others wait
    until there is room again.
    """

    folded_changed = Signal()  # which columns wait for room
    keyboard_left = Signal()  # the column that the keyboard was in waits for room

    def __init__(
        self, contents: QWidget, article: QWidget, side: QWidget, panel: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("columnSplitter")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._side, self._panel = side, panel
        for widget, least in zip((contents, article, side, panel), LEAST_WIDTHS, strict=True):
            widget.setMinimumWidth(least)
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self._is_chosen = False
        self._asked = [contents, side, panel]  # the first of them gets room first
        self._folded: tuple[QWidget, ...] = ()
        self.splitterMoved.connect(self._on_moved)

    def chosen_state(self) -> bytes:
        """Return the widths that the user chose; nothing when he left them alone."""
        return bytes(self.saveState().data()) if self._is_chosen else b""

    def restore(self, state: bytes) -> None:
        """Use widths that the user chose earlier."""
        if state:
            self._is_chosen = self.restoreState(QByteArray(state))

    def minimumSizeHint(self) -> QSize:
        """Ask for the article's least width alone: the other columns make room."""
        return QSize(LEAST_WIDTHS[ARTICLE], super().minimumSizeHint().height())

    def arrange(self) -> None:
        """Find room for the columns that are shown now, all that the user wants."""
        self._fold([column for column in self._asked if not column.isHidden()])
        self.share()

    def ask(self, column: QWidget) -> None:
        """Give room to this column before all others."""
        wanted = [other for other in self._asked if other in self._folded or not other.isHidden()]
        self._asked.sort(key=lambda other: other is not column)
        self._fold([other for other in self._asked if other in wanted])
        self.share()

    def is_folded(self, column: QWidget) -> bool:
        """Tell whether a column is wanted and waits for room."""
        return column in self._folded

    def _fold(self, wanted: list[QWidget]) -> None:
        """Show of the wanted columns what there is room for, and hide the others."""
        room, folded = self.width() - LEAST_WIDTHS[ARTICLE], []
        for column in wanted:
            room -= column.minimumWidth() + self.handleWidth()
            if room < 0:
                folded.append(column)
        focused = QApplication.focusWidget()
        before, self._folded = self._folded, tuple(folded)
        for column in wanted:
            column.setVisible(column not in folded)
        if focused and any(column.isAncestorOf(focused) for column in folded):
            self.keyboard_left.emit()
        if before != self._folded:
            self.folded_changed.emit()

    def share(self) -> None:
        """Share the width anew."""
        if self._is_chosen:
            return
        contents = _within(self.width() * CONTENTS_SHARE, CONTENTS_WIDTHS)
        panel = 0 if self._panel.isHidden() else _within(self.width() * PANEL_SHARE, PANEL_WIDTHS)
        share = PAGES_SHARE if self._side.property("pages") else SIDE_SHARE
        side = 0 if self._side.isHidden() else _within((self.width() - panel) * share, SIDE_WIDTHS)
        self.setSizes([contents, self.width() - contents - side - panel, side, panel])

    def widen(self, inside: QWidget | None, step: int) -> None:
        """Give the column that holds a widget more or less room; the article gives and takes it."""
        columns = [self.widget(at) for at in range(self.count())]
        at = next(
            (at for at, column in enumerate(columns) if inside and column and column.isAncestorOf(inside)), ARTICLE
        )
        other = ARTICLE if at != ARTICLE else next((at for at in (0, 3, 2) if not self._is_away(at)), ARTICLE)
        if other == at:
            return
        sizes = self.sizes()
        room = step * KEY_PIXELS
        sizes[at], sizes[other] = sizes[at] + room, sizes[other] - room
        self.setSizes(sizes)
        self._is_chosen = True

    def _is_away(self, at: int) -> bool:
        column = self.widget(at)
        return column is None or column.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fold([column for column in self._asked if column in self._folded or not column.isHidden()])
        self.share()

    def _on_moved(self) -> None:
        self._is_chosen = True


def _within(width: float, limits: tuple[int, int]) -> int:
    return min(max(round(width), limits[0]), limits[1])


def parted(*widgets: QWidget) -> QSplitter:
    """Stack widgets with an edge between them that can be moved; hidden as long as none of them is wanted."""
    column = QSplitter(Qt.Orientation.Vertical)
    column.setObjectName("sideSplitter")
    for widget in widgets:
        column.addWidget(widget)
    column.hide()
    column.setHandleWidth(1)
    column.setChildrenCollapsible(False)
    return column


def stacked(*widgets: QWidget) -> QWidget:
    """Stack widgets without gaps; the ones that hold others take the room."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, (QSplitter, QStackedWidget)) else 0)
    return column
