"""The command palette: a field, and below it what answers to the words typed in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLabel, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.features.keys.palette_model import (
    CHOICE_ROLE,
    Index,
    PaletteChoice,
    PaletteModel,
    matching_articles,
    matching_commands,
    split_query,
)
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.jobs import Jobs
from reader.ui.kit.overlay import Overlay
from reader.ui.kit.theme import Theme, style_sheet
from reader.ui.session.opened import OpenedIssue

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SIZE = (600, 0)
TOP_SHARE = 0.13
ROW = 38
SHOWN_ROWS = 10
SIDE = 18
EDGES = 14  # pixels above and below the rows
CHECK_ROOM = 20
ARTICLES_JOB = "articles for the palette"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChoiceDelegate(QStyledItemDelegate):
    """Draw a row: the text left, the key or the issue right; muted where the command cannot be given."""

    def __init__(self, view: QListView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self.theme = theme
        self._font = font_of(families.sans, INTERFACE_PIXELS + 1)
        self._note_font = font_of(families.sans, INTERFACE_PIXELS - 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row."""
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        theme, choice = self.theme, index.data(CHOICE_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(theme.accent_tint if chosen else theme.hover))
        place = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        metrics = QFontMetrics(self._note_font)
        note = metrics.elidedText(choice.note, Qt.TextElideMode.ElideRight, place.width() // 2)
        painter.setFont(self._note_font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(place, RIGHT, note)
        painter.setPen(QColor(_text_colour(choice, theme, chosen)))
        if choice.checked:
            self._draw_check(painter, QRect(place.right() - metrics.horizontalAdvance(note) - 26, place.top(), 16, ROW))
        room = place.width() - metrics.horizontalAdvance(note) - 16 - (CHECK_ROOM if choice.checked else 0)
        painter.setFont(self._font)
        text = QFontMetrics(self._font).elidedText(choice.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, LEFT, text)
        painter.restore()

    def _draw_check(self, painter: QPainter, box: QRect) -> None:
        """Draw a tick: the command is switched on."""
        pen = QPen(QColor(self.theme.accent), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.save()
        painter.setPen(pen)
        x, y = box.left() + 3, box.center().y()
        painter.drawPolyline([QPointF(x, y), QPointF(x + 3.5, y + 3.5), QPointF(x + 10, y - 3.5)])
        painter.restore()


class Palette(Overlay):
    """Find a command or an article by typing, and give it with Enter."""

    command_chosen = Signal(str)  # id of the command
    article_chosen = Signal(object, int)  # OpenedIssue, number of its entry

    def __init__(self, window: QWidget, jobs: Jobs, looks: tuple[Families, Theme]) -> None:
        super().__init__(window, "commandPalette", SIZE, TOP_SHARE)
        self._families, theme = looks
        self._jobs = jobs
        self._commands: Sequence[PaletteChoice] = ()
        self._issues: Sequence[OpenedIssue] = ()
        self._recent: Sequence[str] = ()
        self._enter_waits = False  # for the articles that are still being looked for
        self.field.setObjectName("paletteField")
        self.list = QListView(self.card)
        self.list.setObjectName("paletteList")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = PaletteModel(self)
        self.list.setModel(self.model)
        self._delegate = ChoiceDelegate(self.list, self._families, theme)
        self.list.setItemDelegate(self._delegate)
        self._nothing = QLabel(self.card)
        self._nothing.setObjectName("paletteNothing")
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._nothing)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._say(index))
        self.field.textChanged.connect(lambda _text: self._find())
        self.list.clicked.connect(lambda index: self._choose(index.data(CHOICE_ROLE)))
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._delegate.theme = theme
        self.setStyleSheet(style_sheet(theme, self._families.sans, self._families.serif, "keys"))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.field.setPlaceholderText(self.tr("A command or an article; pinyin works"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.list.setAccessibleName(self.tr("Commands and articles"))
        self._nothing.setText(self.tr("No command or article matches."))

    def ask(self, commands: Sequence[PaletteChoice], issues: Sequence[OpenedIssue], recent: Sequence[str]) -> None:
        """Open with what can be chosen now; `recent` are commands, latest first."""
        self._commands, self._issues, self._recent = commands, issues, recent
        self.field.clear()
        self._find()
        self.open()
        # Its dictionary takes a quarter of a second to load: meanwhile the user reads and types.
        self._jobs.start("pinyin for the palette", lambda _report: matching_commands(commands, "z", ()), _nothing_more)

    def choices(self) -> tuple[PaletteChoice, ...]:
        """Return the rows that are listed."""
        return tuple(self.model.index(row).data(CHOICE_ROLE) for row in range(self.model.rowCount()))

    def wanted_height(self) -> int:
        """Return the height of the field and the rows, as many as are shown at once."""
        rows = min(self.model.rowCount(), SHOWN_ROWS)
        return self.field.sizeHint().height() + max(rows, 1) * ROW + EDGES

    def move_in_list(self, event: QKeyEvent) -> None:
        """Choose another row; around the ends by the arrows."""
        count = self.model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: 1 - SHOWN_ROWS}
        step = steps.get(Qt.Key(event.key()), SHOWN_ROWS - 1)
        row = (row + step) % count if abs(step) == 1 else min(max(row + step, 0), count - 1)
        self.list.setCurrentIndex(self.model.index(row))

    def enter(self) -> None:
        """Give the chosen command; one that cannot be given now has no effect."""
        index = self.list.currentIndex()
        if index.isValid():
            self._choose(index.data(CHOICE_ROLE))
        else:
            self._enter_waits = ARTICLES_JOB in self._jobs.running()

    def _choose(self, choice: PaletteChoice) -> None:
        if not choice.enabled:
            return
        self.leave()
        if choice.command:
            self.command_chosen.emit(choice.command)
        else:
            self.article_chosen.emit(choice.issue, choice.entry)

    def _say(self, index: Index) -> None:
        """Let screen readers say the chosen row: the keyboard itself stays in the field."""
        self.field.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def _find(self) -> None:
        """List what answers to the words: commands at once, articles when they have been looked through."""
        self._enter_waits = False
        wanted, only_commands = split_query(self.field.text())
        self.model.show(matching_commands(self._commands, wanted, self._recent))
        issues = tuple(self._issues)
        if wanted and not only_commands and issues:
            self._jobs.start(ARTICLES_JOB, lambda _report: matching_articles(issues, wanted), self._add_articles)
        else:
            self._jobs.cancel(ARTICLES_JOB)
        self._show_rows()

    def _add_articles(self, found: list[PaletteChoice]) -> None:
        self.model.append(found)
        self._show_rows()
        if self._enter_waits and found:
            self.enter()

    def _show_rows(self) -> None:
        has_rows = self.model.rowCount() > 0
        if has_rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
        if self.isVisible():
            self.fit()


def _text_colour(choice: PaletteChoice, theme: Theme, chosen: bool) -> str:
    if not choice.enabled:
        return theme.muted
    return theme.accent if chosen else theme.text


def _nothing_more(_result: object) -> None:
    """Leave it at what the work has loaded."""
