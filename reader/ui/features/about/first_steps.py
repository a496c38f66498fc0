"""Three steps for the first start: a card over the window, which can be put away for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.features.about.looks import FAMILIES, LOOK_CHANGES, dress, theme_of
from reader.ui.features.about.miniature import CONTENTS, MARKS, PANEL, Miniature
from reader.ui.kit.command_texts import key_text
from reader.ui.kit.fonts import font_of
from reader.ui.kit.overlay import SHADE, SIDE_ROOM, WindowCover, shadowed_card
from reader.ui.kit.theme import resolve
from reader.ui.session.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

WIDTH = 860
TOP_SHARE = 0.42  # of the room that is left goes above the card
STEPS = ((CONTENTS, ("next", "previous", "filter")), (MARKS, ("highlight", "bookmark")), (PANEL, ("side", "hand_on")))
LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def show_first_steps(actions: dict[str, QAction], settings: Settings, window: QMainWindow) -> FirstSteps:
    """Show the card over a window."""
    card = window.findChild(FirstSteps)
    if card is None:
        card = FirstSteps(settings, actions, window)
    card.open()
    return card


class FirstSteps(WindowCover):
    """Show where things are and which keys lead on; all keys stay here until it is left."""

    def __init__(self, settings: Settings, actions: dict[str, QAction], window: QMainWindow) -> None:
        super().__init__(window, "firstStepsShade")
        self._settings, self._actions = settings, actions
        self._theme = theme_of(settings)
        dress(self, self._theme)
        self.card = shadowed_card(self, "firstSteps")
        self._title = QLabel(self.card)
        self._title.setFont(font_of(FAMILIES.serif, 22, bold=True))
        self._foot = self._label("stepsFoot")
        self.never = QCheckBox(self.card)
        self.never.setObjectName("neverAgain")
        self.begin = QPushButton(self.card)
        self.begin.setObjectName("startReading")
        self.begin.setProperty("primary", True)
        self.begin.clicked.connect(self.leave)
        self._pictures = [Miniature(part, self._theme, self.card) for part, _keys in STEPS]
        self._heads = [self._label("stepHead") for _step in STEPS]
        self._texts = [self._label("stepText") for _step in STEPS]
        self._caps = [QHBoxLayout() for _step in STEPS]
        self._lay_out()
        self.retranslate()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def open(self) -> None:
        """Cover the window and take the keyboard."""
        self._show_keys()
        self.never.setChecked(True)
        self.cover(self.begin)

    def leave(self) -> None:
        """Uncover the window, and come back at the next start or never again, as the box says."""
        if self.isHidden():
            return
        self._settings.first_steps = not self.never.isChecked()
        self.uncover()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Step aside, for this time, where the window goes on by itself: a file came from another start."""
        is_beside = new is not None and new.window() is self._window and not self.isAncestorOf(new) and new is not self
        if self.isVisible() and is_beside:
            self._before = None
            self.hide()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self._title.setText(self.tr("Three steps to begin with"))
        heads = (self.tr("Go from article to article"), self.tr("Keep what matters"), self.tr("Take it further"))
        texts = (
            self.tr("The contents are at the left, the article stands beside them. Pinyin initials find a title too."),
            self.tr("Select words and highlight them in one of five colours; a star keeps a paragraph."),
            self.tr("Figures, contacts and dates are listed at the right; articles go on as PDF, Word or Markdown."),
        )
        for labels, words in ((self._heads, heads), (self._texts, texts)):
            for label, text in zip(labels, words, strict=True):
                label.setText(text)
        self.never.setText(self.tr("&Don't show this again"))
        self.begin.setText(self.tr("Start Reading"))
        self.card.setAccessibleName(self._title.text())
        self._show_keys()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme and language."""
        super().changeEvent(event)
        if event.type() in LOOK_CHANGES and resolve(self._settings.theme) != self._theme.name:
            self._theme = theme_of(self._settings)
            dress(self, self._theme)
            for picture in self._pictures:
                picture.theme = self._theme
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape and Enter; Space stays the box's and the button's."""
        if event.key() in LEAVING:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave by a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the keyboard on the card, which has two places for it."""
        other = self.never if self.begin.hasFocus() else self.begin
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(SHADE))
        painter.end()

    def _show_keys(self) -> None:
        """Show the keys that the commands have now."""
        for caps, (_part, identities) in zip(self._caps, STEPS, strict=True):
            while caps.count():
                item = caps.takeAt(0)
                if item and (old := item.widget()):
                    old.hide()
                    old.deleteLater()
            for key in self._keys(identities):
                cap = QLabel(key, self.card)
                cap.setObjectName("keyCap")
                caps.addWidget(cap)
            caps.addStretch(1)
        more = self.tr("{palette} finds every command and article, {keys} shows all keys.")
        (palette,), (keys,) = self._keys(("palette",)) or ("",), self._keys(("key_sheet",)) or ("",)
        self._foot.setText(more.format(palette=palette, keys=keys))
        self._foot.setVisible(bool(palette and keys))

    def _keys(self, identities: Sequence[str]) -> tuple[str, ...]:
        """Return the first key of each command that has one."""
        there = [self._actions[identity] for identity in identities if identity in self._actions]
        return tuple(key for action in there if (key := key_text(action.shortcut())))

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(WIDTH, self.width() - 2 * SIDE_ROOM)
        layout = self.card.layout()
        height = layout.totalHeightForWidth(width) if layout else 0
        height = min(height, self.height() - 2 * SIDE_ROOM)
        top = round((self.height() - height) * TOP_SHARE)
        self.card.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def _label(self, name: str) -> QLabel:
        label = QLabel(self.card)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setIndent(0)  # labels with an edge of their own are set in otherwise
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(30)
        for picture, head, text, caps in zip(self._pictures, self._heads, self._texts, self._caps, strict=True):
            caps.setSpacing(5)
            column = QVBoxLayout()
            column.setSpacing(0)
            for widget, space in ((picture, 14), (head, 4), (text, 10)):
                column.addWidget(widget)
                column.addSpacing(space)
            column.addLayout(caps)
            column.addStretch(1)
            steps.addLayout(column, 1)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.never)
        foot.addStretch(1)
        foot.addWidget(self.begin)
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(34, 26, 34, 22)
        whole.setSpacing(0)
        whole.addWidget(self._title)
        whole.addSpacing(20)
        whole.addLayout(steps)
        whole.addSpacing(20)
        whole.addWidget(self._foot)
        whole.addSpacing(14)
        whole.addLayout(foot)
