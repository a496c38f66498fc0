"""What looks like a field in the tool bar, and opens the find bar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

LEAST, USUAL = 130, 290  # pixels
SIDES = 28  # pixels left and right of the words and the key, and between them


class FindOpener(QPushButton):
    """Say what can be found here, and by which key."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findOpener")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(USUAL)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action = action
        self._words = ""
        self._keys = QLabel(self)
        self._keys.setObjectName("findOpenerKeys")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 10, 0)
        layout.addStretch(1)
        layout.addWidget(self._keys)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """Ask for the usual width."""
        return QSize(USUAL, super().sizeHint().height())

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._words = self.tr("Find in this issue")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the key, then the end of the words, where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room, words = self.width() - SIDES, metrics.horizontalAdvance(self._words)
        self._keys.setVisible(words + self._keys.sizeHint().width() <= room)
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 0)))

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        native = QKeySequence.SequenceFormat.NativeText
        self._keys.setText(self._action.shortcut().toString(native).replace("+", " "))
        self.setToolTip(self._action.toolTip())
