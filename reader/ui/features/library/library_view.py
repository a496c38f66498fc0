"""The page of the library: a field to ask in, what the answers have in common, the answers, and how reading goes on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.features.library.shelf_model import ROW_ROLE, ShelfModel, ShelfRow
from reader.ui.kit.fonts import INTERFACE_PIXELS, Families, font_of
from reader.ui.kit.index import Index
from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar
from reader.ui.kit.theme import Theme, style_sheet

LINE = 22  # pixels
SIDE = 16
EDGE = 7
FACETS_WIDTH = 200
SETTLE_MILLISECONDS = 120  # after the last letter, before it is looked for
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NARROWING_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class ShelfDelegate(QStyledItemDelegate):
    """Draw a title with its facts at the right, and what an article says below it."""

    def __init__(self, view: QListView, families: Families, theme: Theme) -> None:
        super().__init__(view)
        self.theme = theme
        self._strong = font_of(families.sans, INTERFACE_PIXELS, bold=True)
        self._plain = font_of(families.sans, INTERFACE_PIXELS)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines for an article, one for an issue."""
        row: ShelfRow = index.data(ROW_ROLE)
        return QSize(200, (2 if row.quote else 1) * LINE + 2 * EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: ShelfRow = index.data(ROW_ROLE)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(self.theme.accent_tint if is_chosen else self.theme.hover))
        rect = option.rect.adjusted(SIDE, EDGE, -SIDE, -EDGE)
        head = QRect(rect.left(), rect.top(), rect.width(), LINE)
        painter.setFont(self._plain)
        painter.setPen(QColor(self.theme.muted))
        plain, strong = QFontMetrics(self._plain), QFontMetrics(self._strong)
        facts = plain.elidedText(row.facts, Qt.TextElideMode.ElideRight, head.width() // 2)
        painter.drawText(head, RIGHT, facts)
        room = head.width() - plain.horizontalAdvance(facts) - SIDE
        painter.setFont(self._strong)
        painter.setPen(QColor(self.theme.muted if row.is_faint else self.theme.text))
        painter.drawText(head, LEFT, strong.elidedText(row.title, Qt.TextElideMode.ElideRight, room))
        if row.quote:
            self._paint_quote(painter, QRect(rect.left(), head.bottom() + 1, rect.width(), LINE), row)
        painter.restore()

    def _paint_quote(self, painter: QPainter, rect: QRect, row: ShelfRow) -> None:
        """Draw what an article says, the words that were asked for lit."""
        pieces, at = [], 0
        for start, end in row.lit:
            pieces += [(row.quote[at:start], False), (row.quote[start:end], True)]
            at = end
        for text, is_lit in (*pieces, (row.quote[at:], False)):
            font = self._strong if is_lit else self._plain
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(rect.width(), 0))
            width = metrics.horizontalAdvance(shown)
            if is_lit and width:
                painter.fillRect(QRect(rect.left(), rect.top() + 2, width, LINE - 4), QColor(self.theme.found))
            painter.setFont(font)
            painter.setPen(QColor(self.theme.text))
            painter.drawText(rect, LEFT, shown)
            rect.setLeft(rect.left() + width)


class ShelfList(QListView):
    """List rows; tell which was chosen."""

    chosen = Signal(object)  # a ShelfRow
    left = Signal()

    def __init__(self, families: Families, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.rows = ShelfModel(self)
        self.setModel(self.rows)
        self.drawn = ShelfDelegate(self, families, theme)
        self.setItemDelegate(self.drawn)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        keep_room_for_scroll_bar(self)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter, leave by Escape."""
        if event.key() in ENTER:
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if row := self.rows.row(index.row()):
            self.chosen.emit(row)


class LibraryView(QWidget):
    """The page: asks are told by `asked`, whatever else is wanted by its own signal."""

    asked = Signal(str)
    add_wanted = Signal()
    pause_wanted = Signal(bool)  # whether reading stops, or goes on
    left = Signal()

    def __init__(self, families: Families, theme: Theme, center: QStackedWidget) -> None:
        super().__init__(center)
        self.center = center
        self.setObjectName("libraryPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._families = families
        self.field, self.add, self.pause = QLineEdit(self), QPushButton(self), QPushButton(self)
        self.field.setObjectName("libraryField")
        self.field.setClearButtonEnabled(True)
        self.pause.setCheckable(True)
        self.message, self.count, self.working = QLabel(self), QLabel(self), QLabel(self)
        self.message.setObjectName("libraryMessage")
        self.message.setWordWrap(True)
        self.count.setObjectName("libraryCount")
        self.working.setObjectName("libraryCount")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.facets = QListWidget(self)
        self.facets.setObjectName("facets")
        self.facets.setFixedWidth(FACETS_WIDTH)
        self.list = ShelfList(families, theme, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_progress(0, 0, "")
        self.retranslate()

    def _lay_out(self) -> None:
        above, below, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.field, 1)
        above.addWidget(self.add)
        below.addWidget(self.facets)
        below.addWidget(self.list, 1)
        below.setSpacing(0)
        foot.addWidget(self.count)
        foot.addWidget(self.working, 1)
        foot.addWidget(self.bar)
        foot.addWidget(self.pause)
        self.bar.setFixedWidth(160)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SIDE, 12, SIDE, 10)
        layout.addLayout(above)
        layout.addWidget(self.message)
        layout.addLayout(below, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self._timer.timeout.connect(lambda: self.asked.emit(self.field.text().strip()))
        self.field.returnPressed.connect(self._go_to_list)
        self.add.clicked.connect(self.add_wanted)
        self.pause.toggled.connect(self.pause_wanted)
        self.list.left.connect(self.left)
        self.facets.itemActivated.connect(self._narrow)
        self.facets.itemClicked.connect(self._narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape, go to the list by Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self._go_to_list()
        else:
            super().keyPressEvent(event)

    def _go_to_list(self) -> None:
        if self.list.rows.rowCount():
            self.list.setCurrentIndex(self.list.rows.index(0))
            self.list.setFocus()

    def _narrow(self, item: QListWidgetItem) -> None:
        """Add a common trait to the question."""
        narrowing = item.data(NARROWING_ROLE)
        if narrowing and narrowing not in self.field.text():
            self.field.setText(f"{self.field.text().strip()} {narrowing}".strip())

    def show_rows(self, rows: list[ShelfRow], count: str, message: str = "") -> None:
        """Show rows, how many there are of them, and a sentence where there is something to say."""
        self.list.rows.show(rows)
        self.count.setText(count)
        self.message.setText(message)
        self.message.setVisible(bool(message))

    def show_facets(self, facets: Mapping[str, Mapping[str, int]]) -> None:
        """Show what the answers have in common."""
        self.facets.clear()
        for name, narrowing in (("year", "after:{0} before:{1}"), ("periodical", 'in:"{0}"')):
            for value, times in facets.get(name, {}).items():
                item = QListWidgetItem(f"{value}  {times}", self.facets)
                following = str(int(value) + 1) if name == "year" and value.isdecimal() else ""
                item.setData(NARROWING_ROLE, narrowing.format(value.replace('"', ""), following))
        self.facets.setVisible(self.facets.count() > 0)

    def show_progress(self, done: int, total: int, sentence: str) -> None:
        """Show how far reading is; nothing where all is read."""
        is_working = done < total
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setVisible(is_working)
        self.pause.setVisible(is_working)
        self.working.setText(sentence)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.setStyleSheet(style_sheet(theme, self._families.sans, self._families.serif, "library"))
        self.list.drawn.theme = theme
        self.list.viewport().update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.field.setPlaceholderText(self.tr("Search all issues: words, “phrases”, after:2024-01, amount>1亿 …"))
        self.field.setAccessibleName(self.tr("Search all issues"))
        self.add.setText(self.tr("Add Folder…"))
        self.pause.setText(self.tr("Go On") if self.pause.isChecked() else self.tr("Pause"))
        self.list.setAccessibleName(self.tr("Library"))
        self.facets.setAccessibleName(self.tr("Periodicals and years"))
