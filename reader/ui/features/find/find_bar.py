"""The bar above the article: what to find, where, and how; how many there are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTabBar, QToolButton, QVBoxLayout, QWidget

from reader.find import Wish
from reader.ui.features.find.results_model import LISTED
from reader.ui.kit.elided_label import ElidedLabel
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme
from reader.ui.session.settings import Settings

SCOPES = ("article", "issue")
SWITCHES = (("findCase", "Aa"), ("findWord", "W"), ("findPattern", ".*"))  # name and face
KEPT_SEARCHES = 20
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ICON = 16
NARROW = 520  # pixels; below, the bar has two lines


class FindField(QLineEdit):
    """A line that steps with Enter, remembers with Up and Down, and leaves with Escape."""

    stepped = Signal(int)
    left = Signal()
    recalled = Signal(int)  # +1 for an older search, -1 for a newer one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Serve the keys of a find bar; all others write."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in ENTER:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.recalled.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Let the user say what to find; tell how it went."""

    wished = Signal()  # the words, a switch or the scope changed
    stepped = Signal(int)  # to the next or previous hit
    left = Signal()
    list_wanted = Signal(bool)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._recalled = -1  # which of the last searches is shown
        self._typed = ""  # what was typed before one was recalled
        self._is_narrow: bool | None = None  # not known before it is laid out
        self.scope = QTabBar(self)
        self.scope.setObjectName("findScope")
        self.scope.setExpanding(False)
        self.scope.setDrawBase(False)
        self.scope.setUsesScrollButtons(False)
        for _scope in SCOPES:
            self.scope.addTab("")
        self.field = FindField(self)
        self.field.setObjectName("findField")
        self.field.setClearButtonEnabled(False)
        self.count = QLabel(self)
        self.count.setObjectName("findCount")
        self.switches = {name: self._button(name, face) for name, face in SWITCHES}
        self.previous, self.next = self._button("findPrevious"), self._button("findNext")
        self.list = self._button("findList")
        self.close_button = self._button("findClose")
        self.message = ElidedLabel(self)
        self.message.setObjectName("findMessage")
        self.message.hide()
        self._lay_out()
        self._restore()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def wish(self) -> Wish:
        """Return what is to be found."""
        case, word, pattern = (self.switches[name].isChecked() for name, _face in SWITCHES)
        return Wish(self.field.text(), whole_word=word, is_pattern=pattern, match_case=case)

    def is_whole(self) -> bool:
        """Tell whether the whole issue is searched."""
        return SCOPES[self.scope.currentIndex()] == "issue"

    def take(self, words: str) -> None:
        """Put words into the field, if there are any, and let the user write."""
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, current: int, count: int, *, is_running: bool) -> None:
        """Tell which of how many hits is shown; `current` is -1 where none is."""
        if not self.field.text():
            self.count.setText("")
        else:
            at = f"{current + 1} / " if current >= 0 else ""
            self.count.setText(f"{at}{count or ('' if is_running else 0)}{'…' if is_running else ''}")
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)
        is_missing = bool(self.field.text()) and count == 0 and not is_running
        if self.field.property("missing") != is_missing:
            self.field.setProperty("missing", is_missing)
            self.field.style().polish(self.field)

    def show_message(self, text: str) -> None:
        """Tell in one sentence what is wrong, or nothing."""
        self.message.set_text(text)
        self.message.setVisible(bool(text))

    def show_listed(self, listed: int, count: int) -> None:
        """Tell when there are more matches than the list shows."""
        is_cut = LISTED <= listed < count
        tip = self.tr("List all matches")
        self.list.setToolTip(self.tr("The first {count} are listed").format(count=listed) if is_cut else tip)
        self.list.setText(f"{listed}+" if is_cut else "")
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if is_cut else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.list.setToolButtonStyle(style)

    def remember(self) -> None:
        """Keep the words among the last searches."""
        words = self.field.text()
        self._recalled = -1
        if words.strip():
            others = (search for search in self._settings.searches if search != words)
            self._settings.searches = (words, *others)[:KEPT_SEARCHES]

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme."""
        names = {self.previous: "previous", self.next: "next", self.list: "list", self.close_button: "close"}
        for button, name in names.items():
            button.setIcon(themed_icon(name, theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for at, text in enumerate((self.tr("Article"), self.tr("Issue"))):
            self.scope.setTabText(at, text)
        self.setAccessibleName(self.tr("Find"))
        self.scope.setAccessibleName(self.tr("Where to find"))
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find"))
        self.switches["findWord"].setText(self.tr("W"))
        tips = {
            self.switches["findCase"]: self.tr("Match capitals"),
            self.switches["findWord"]: self.tr("Whole words and numbers only"),
            self.switches["findPattern"]: self.tr("Regular expression"),
            self.previous: self.tr("Previous match (Shift+F3)"),
            self.next: self.tr("Next match (F3)"),
            self.list: self.tr("List all matches"),
            self.close_button: self.tr("Close (Esc)"),
        }
        for button, tip in tips.items():
            button.setToolTip(tip)
            button.setAccessibleName(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, whatever of the bar has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, face: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(face)
        button.setIconSize(QSize(ICON, ICON))
        button.setCheckable(bool(face) or name == "findList")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is seldom wanted on a second line where the field would get too short."""
        super().resizeEvent(event)
        self._share(is_narrow=self.width() < NARROW)

    def _lay_out(self) -> None:
        self._rows = (QHBoxLayout(), QHBoxLayout())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(4)
        for row in self._rows:
            row.setSpacing(4)
            layout.addLayout(row)
        layout.addWidget(self.message)
        self._share(is_narrow=False)

    def _share(self, *, is_narrow: bool) -> None:
        """Share what is in the bar between its two lines."""
        if self._is_narrow == is_narrow:
            return
        self._is_narrow = is_narrow
        switches, steps = tuple(self.switches.values()), (self.previous, self.next)
        first, second = self._rows
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        above: tuple[QWidget, ...]
        below: tuple[QWidget, ...]
        if is_narrow:
            above = (self.field, self.count, *steps, self.close_button)
            below = (self.scope, *switches, self.list)
        else:
            above = (self.scope, self.field, self.count, *switches, *steps, self.list, self.close_button)
            below = ()
        for row, widgets in ((first, above), (second, below)):
            for widget in widgets:
                row.addWidget(widget, widget is self.field)
        if below:
            second.insertStretch(second.indexOf(self.list))

    def choose_scope(self, scope: str) -> None:
        """Look in the article or in the issue."""
        self.scope.setCurrentIndex(SCOPES.index(scope))

    def _restore(self) -> None:
        self.scope.setCurrentIndex(SCOPES.index("article" if self._settings.find_scope == "article" else "issue"))
        self.list.setChecked(self._settings.find_list)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self.wished.emit())
        self.field.textEdited.connect(lambda _text: self._forget_recalled())
        self.field.stepped.connect(self._on_stepped)
        self.field.left.connect(self.left)
        self.field.recalled.connect(self._recall)
        self.scope.currentChanged.connect(self._on_scope)
        for switch in self.switches.values():
            switch.toggled.connect(lambda _on: self.wished.emit())
        self.previous.clicked.connect(lambda: self._on_stepped(-1))
        self.next.clicked.connect(lambda: self._on_stepped(1))
        self.list.toggled.connect(self._on_list)
        self.close_button.clicked.connect(self.left)

    def _on_stepped(self, step: int) -> None:
        self.remember()
        self.stepped.emit(step)

    def _on_scope(self, at: int) -> None:
        self._settings.find_scope = SCOPES[at]
        self.wished.emit()

    def _on_list(self, wanted: bool) -> None:
        self._settings.find_list = wanted
        self.list_wanted.emit(wanted)

    def _forget_recalled(self) -> None:
        self._recalled = -1

    def _recall(self, step: int) -> None:
        """Show an older or newer one of the last searches; beyond the newest, what was typed."""
        searches = self._settings.searches
        if self._recalled < 0:
            self._typed = self.field.text()
            # What stands in the field is not asked for again.
            step += step > 0 and bool(searches) and searches[0] == self._typed
        at = min(self._recalled + step, len(searches) - 1)
        if at < -1 or at == self._recalled:
            return
        self._recalled = at
        self.field.setText(searches[at] if at >= 0 else self._typed)
