"""What the window shows when nothing is open: what to do first, and the recent files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.kit.file_kinds import KINDS
from reader.ui.kit.fonts import Families, font_of
from reader.ui.kit.icons import app_icon, themed_icon
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

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
        self._picture.setPixmap(app_icon().pixmap(52, 52))
        self._title = QLabel(self)
        self._title.setFont(font_of(families.serif, 26, bold=True))
        self._title.setObjectName("welcomeTitle")
        self._hint = QLabel(self)
        self._hint.setObjectName("welcomeHint")
        self._hint.setWordWrap(True)
        self.drop_area = QFrame(self)
        self.drop_area.setObjectName("dropArea")
        self._drop_text, self._drop_kinds = QLabel(self.drop_area), QLabel(self.drop_area)
        self._drop_text.setObjectName("dropText")
        self._drop_kinds.setObjectName("dropKinds")
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
        self._hint.setText(self.tr("Opens a bulletin issue as a tree of clean, whole articles."))
        self._drop_kinds.setText(" · ".join(QCoreApplication.translate("Kind", kind.name) for kind in KINDS))
        self._show_dropping(False)
        self.open_button.setText(self.tr("Open Files…"))
        self.samples_button.setText(self.tr("Open Sample Issues"))
        self._recent_title.setText(self.tr("Recent files"))
        self.recent.setAccessibleName(self.tr("Recent files"))

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for files that are dragged over the window, which takes them."""
        super().showEvent(event)
        self.window().removeEventFilter(self)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where files can be dropped while they are dragged over the window."""
        if event.type() == QEvent.Type.DragEnter:
            self._show_dropping(any(url.isLocalFile() for url in event.mimeData().urls()))  # type: ignore[attr-defined]
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._show_dropping(False)
        return bool(super().eventFilter(watched, event))

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
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        area = QVBoxLayout(self.drop_area)
        area.setContentsMargins(18, 18, 18, 18)
        area.setSpacing(4)
        for label in (self._drop_text, self._drop_kinds):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            area.addWidget(label)
        column = QWidget(self)
        column.setFixedWidth(WIDTH)
        column.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addSpacing(20)
        inner.addWidget(self.drop_area)
        inner.addSpacing(16)
        inner.addLayout(buttons)
        inner.addSpacing(24)
        inner.addWidget(self._recent_title)
        inner.addSpacing(6)
        inner.addWidget(self.recent)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(column, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _show_dropping(self, is_over: bool) -> None:
        """Frame the place for files, and say what happens when they are let go."""
        self._drop_text.setText(self.tr("Release to open") if is_over else self.tr("Drop files or folders here"))
        if self.drop_area.property("dropping") != is_over:
            self.drop_area.setProperty("dropping", is_over)
            self.drop_area.style().unpolish(self.drop_area)
            self.drop_area.style().polish(self.drop_area)

    def _choose(self, item: QListWidgetItem) -> None:
        self.open_recent.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
