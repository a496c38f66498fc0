"""The head of the panel: tabs, scope, order, filter, and the menu that saves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QTabBar, QToolButton, QVBoxLayout, QWidget

from reader.ui.features.panel.sections import TABS
from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme

SCOPES = ("article", "issue")


class SideHead(QWidget):
    """Let the user choose what is listed and in which order."""

    tab_chosen = Signal(str)
    changed = Signal()  # scope or order
    typed = Signal()  # into the filter
    entered = Signal()  # Enter in the filter: choose the first that was found
    stepped_down = Signal()  # the cursor leaves the filter for the list
    left = Signal()  # the user wants to go back to the text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = _tab_bar("sideTabs", len(TABS), self)
        self.filter = QLineEdit(self)  # the order in which they are made is that of the Tab key
        self.scopes = _tab_bar("scopeSwitch", len(SCOPES), self)
        self.sort, orders = _menu_button("sortButton", self)
        self.save, self.save_menu = _menu_button("saveButton", self)
        self._orders = [QAction(self), QAction(self)]
        group = QActionGroup(self)
        for name, action in zip(("sortByPlace", "sortByValue"), self._orders, strict=True):
            action.setObjectName(name)
            action.setCheckable(True)
            group.addAction(action)
            orders.addAction(action)
        self._orders[0].setChecked(True)
        self.filter.setObjectName("sideFilter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files dropped here are for the window
        self.filter.installEventFilter(self)
        self._lay_out()
        self.tabs.currentChanged.connect(lambda at: self.tab_chosen.emit(TABS[at]))
        self.scopes.currentChanged.connect(lambda _at: self.changed.emit())
        self.filter.textChanged.connect(lambda _text: self.typed.emit())
        self.filter.returnPressed.connect(self.entered)
        group.triggered.connect(self._on_order)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of another theme."""
        self.save.setIcon(themed_icon("save", theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        titles = (self.tr("Figures"), self.tr("Captions"), self.tr("Contacts"), self.tr("Dates"))
        for at, title in enumerate(titles):
            self.tabs.setTabText(at, title)
        self.tabs.setAccessibleName(self.tr("What is listed"))
        for at, title in enumerate((self.tr("Article"), self.tr("Issue"))):
            self.scopes.setTabText(at, title)
        self.scopes.setAccessibleName(self.tr("Scope"))
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the list"))
        for action, text in zip(self._orders, (self.tr("In the order of the text"), self.tr("By value")), strict=True):
            action.setText(text)
        self.sort.setAccessibleName(self.tr("Order"))
        self.sort.setToolTip(self.tr("Order of the list"))
        self.save.setToolTip(self.tr("Copy or save what is listed"))
        self.save.setAccessibleName(self.tr("Copy or save what is listed"))
        self._name_order()

    def tab(self) -> str:
        """Return the tab in front."""
        return TABS[max(self.tabs.currentIndex(), 0)]

    def show_tab(self, tab: str) -> None:
        """Bring a tab to the front; it can be sorted when it has values."""
        self.tabs.setCurrentIndex(TABS.index(tab) if tab in TABS else 0)
        self.sort.setVisible(self.tab() in ("figures", "dates"))
        self._name_order()

    def scope(self) -> str:
        """Return the scope: article or issue."""
        return SCOPES[max(self.scopes.currentIndex(), 0)]

    def show_scope(self, scope: str) -> None:
        """Choose a scope."""
        self.scopes.setCurrentIndex(SCOPES.index(scope) if scope in SCOPES else 0)

    def is_by_value(self) -> bool:
        """Tell whether the list is sorted by value."""
        return self._orders[1].isChecked()

    def sort_by_value(self, by_value: bool) -> None:
        """Choose an order."""
        self._orders[int(by_value)].setChecked(True)
        self._name_order()

    def type_on(self, text: str) -> None:
        """Go on in the filter with what was typed in the list."""
        self.filter.setFocus()
        self.filter.insert(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the filter by Down for the list, by Escape for the text once it is empty."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.stepped_down.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.filter.text():
                    self.filter.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(2)
        choices.addWidget(self.scopes)
        choices.addStretch(1)
        choices.addWidget(self.sort)
        choices.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 4)
        layout.setSpacing(6)
        layout.addWidget(self.tabs)
        layout.addWidget(self.filter)
        layout.addLayout(choices)

    def _name_order(self) -> None:
        by_value = self.tr("By date") if self.tab() == "dates" else self.tr("By value")
        self._orders[1].setText(by_value)
        by_place = self.tr("By place")
        self.sort.setText(f"{by_value if self.is_by_value() else by_place} ∨")

    def _on_order(self) -> None:
        self._name_order()
        self.changed.emit()


def _tab_bar(name: str, count: int, parent: QWidget) -> QTabBar:
    bar = QTabBar(parent)
    bar.setObjectName(name)
    bar.setDrawBase(False)
    bar.setExpanding(False)
    bar.setUsesScrollButtons(False)
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    for _ in range(count):
        bar.addTab("")
    return bar


def _menu_button(name: str, parent: QWidget) -> tuple[QToolButton, QMenu]:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    menu = QMenu(button)
    menu.setObjectName(f"{name}Menu")
    button.setMenu(menu)
    return button, menu
