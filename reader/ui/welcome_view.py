"""What the window shows when nothing is open: what to do first, and the recent files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.fonts import Families, font_of
from reader.ui.icons import app_icon, themed_icon
from reader.ui.theme import Theme

WIDTH = 460
ROW_HEIGHT = 34
SHOWN_FILES = 6


class WelcomeView(QWidget):
    """Offer to open a file, the samples or a recent file."""

    open_files = Signal()
    open_samples = Signal()
    open_recent = Signal(Path)

    def __init__(self, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomeView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel(self)
        self._picture.setPixmap(app_icon().pixmap(64, 64))
        self._title = QLabel(self)
        self._title.setFont(font_of(families.serif, 26, bold=True))
        self._title.setObjectName("welcomeTitle")
        self._hint = QLabel(self)
        self._hint.setObjectName("welcomeHint")
        self._hint.setWordWrap(True)
        self.open_button = QPushButton(self)
        self.open_button.setObjectName("openFiles")
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(self.open_files)
        self.samples_button = QPushButton(self)
        self.samples_button.setObjectName("openSamples")
        self.samples_button.clicked.connect(self.open_samples)
        self._recent_title = QLabel(self)
        self._recent_title.setObjectName("recentTitle")
        self.recent = QListWidget(self)
        self.recent.setObjectName("recentList")
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent.setMouseTracking(True)
        self.recent.itemClicked.connect(self._choose)
        self.recent.itemActivated.connect(self._choose)
        self._theme = theme
        self._files: tuple[Path, ...] = ()
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of another theme."""
        self._theme = theme
        for row in range(self.recent.count()):
            self.recent.item(row).setIcon(themed_icon("document", theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._title.setText(self.tr("Bulletin Reader"))
        self._hint.setText(self.tr("Opens a bulletin issue as a tree of clean, whole articles. Drop a file here, or:"))
        self.open_button.setText(self.tr("Open Files…"))
        self.samples_button.setText(self.tr("Open Sample Issues"))
        self._recent_title.setText(self.tr("Recent files"))
        self.recent.setAccessibleName(self.tr("Recent files"))

    def show_recent(self, files: Sequence[Path]) -> None:
        """List the files opened lately."""
        self._files = tuple(files[:SHOWN_FILES])
        self.recent.clear()
        for path in self._files:
            item = QListWidgetItem(themed_icon("document", self._theme), path.name, self.recent)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setToolTip(str(path))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
        self.recent.setFixedHeight(ROW_HEIGHT * len(self._files) + 2)
        for widget in (self.recent, self._recent_title):
            widget.setVisible(bool(self._files))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.samples_button)
        buttons.addStretch(1)
        column = QWidget(self)
        column.setFixedWidth(WIDTH)
        column.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for widget, space in ((self._picture, 14), (self._title, 6), (self._hint, 18)):
            inner.addWidget(widget)
            inner.addSpacing(space)
        inner.addLayout(buttons)
        inner.addSpacing(30)
        inner.addWidget(self._recent_title)
        inner.addSpacing(6)
        inner.addWidget(self.recent)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _choose(self, item: QListWidgetItem) -> None:
        self.open_recent.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
