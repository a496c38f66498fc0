"""Tabs of the open issues, shown as soon as there are two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from reader.ui.kit.icons import themed_icon
from reader.ui.kit.theme import Theme
from reader.ui.session.opened import OpenedIssue

TITLE_LENGTH, NUMBER_LENGTH = 9, 14  # characters that tell an issue among others
ASIDE = re.compile("[（(][^（）()]*[）)]")  # as a number in all beside that of the year
BLANKS = re.compile(r"\s+")


class TabBar(QTabBar):
    """Close by the middle button, offer a menu, and leave the wheel to whoever wants to scroll."""

    close_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)  # which tab, and where on the screen

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under the middle button."""
        at = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and at >= 0:
            self.close_wanted.emit(at)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a tab."""
        at = self.tabAt(event.pos())
        if at >= 0:
            self.menu_wanted.emit(at, event.globalPos())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Keep the number of each issue in sight: where tabs get many, the bar scrolls."""
        return self.tabSizeHint(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing: who turns the wheel over the tabs by chance would lose his place."""
        event.accept()


class IssueTabs(QWidget):
    """Show a tab an issue; tell which was chosen, closed or moved."""

    chosen = Signal(object)  # OpenedIssue
    closed = Signal(object)  # OpenedIssue
    moved = Signal(int, int)
    reopen_wanted = Signal()  # of the issue that was closed last

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = TabBar(self)
        self.bar.setObjectName("issueTabs")
        self.bar.setDocumentMode(True)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setMovable(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setUsesScrollButtons(True)
        self.all = QToolButton(self)
        self.all.setObjectName("listTabs")
        self.all.setAutoRaise(True)
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all.clicked.connect(self._show_list)
        self._issues: list[OpenedIssue] = []
        self.can_reopen = False  # an issue was closed
        self._theme = theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.all)
        self.bar.currentChanged.connect(self._choose)
        self.bar.tabMoved.connect(self._move)
        self.bar.close_wanted.connect(lambda at: self.closed.emit(self._issues[at]))
        self.bar.menu_wanted.connect(self._show_menu)
        self.set_theme(theme)
        self.retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in the colours of another theme."""
        self._theme = theme
        self.all.setIcon(themed_icon("list", theme))
        for at in range(self.bar.count()):
            button = self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(themed_icon("close", theme))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.all.setToolTip(self.tr("All open issues"))
        self.all.setAccessibleName(self.tr("All open issues"))

    def show_issues(self, issues: tuple[OpenedIssue, ...], current: OpenedIssue | None) -> None:
        """Show the open issues and which is in front."""
        self.bar.blockSignals(True)
        while self.bar.count() > 0:
            self.bar.removeTab(0)
        self._issues = list(issues)
        for opened, text in zip(issues, tab_texts(issues), strict=True):
            at = self.bar.addTab(text.replace("&", "&&"))
            self.bar.setTabToolTip(at, f"{opened.title} {opened.edition}".strip() + f"\n{opened.path}")
            if opened.is_locked:
                self.bar.setTabIcon(at, themed_icon("lock", self._theme))
            self.bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, self._close_button(opened))
        self.bar.blockSignals(False)
        self.show_current(current)
        self.setVisible(len(issues) > 1)

    def show_current(self, current: OpenedIssue | None) -> None:
        """Show which issue is in front."""
        at = next((at for at, opened in enumerate(self._issues) if opened is current), -1)
        if at >= 0:
            self.bar.blockSignals(True)
            self.bar.setCurrentIndex(at)
            self.bar.blockSignals(False)

    def shift(self, step: int) -> None:
        """Put the issue in front at another place."""
        at = self.bar.currentIndex()
        if 0 <= at + step < self.bar.count():
            self.bar.moveTab(at, at + step)

    def _close_button(self, opened: OpenedIssue) -> QToolButton:
        button = QToolButton(self.bar)
        button.setObjectName("closeTab")
        button.setIcon(themed_icon("close", self._theme))
        button.setFixedSize(20, 20)
        button.setToolTip(self.tr("Close this issue"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.closed.emit(opened))
        return button

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._issues):
            self.chosen.emit(self._issues[at])

    def _move(self, start: int, end: int) -> None:
        self._issues.insert(end, self._issues.pop(start))
        self.moved.emit(start, end)

    def _show_list(self) -> None:
        """List all open issues by their whole names; twenty tabs have no room for them."""
        menu = self._menu("tabList")
        for at, opened in enumerate(self._issues):
            action = menu.addAction(f"{opened.title} {opened.edition}".strip().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == self.bar.currentIndex())
            action.triggered.connect(lambda _checked=False, issue=opened: self.chosen.emit(issue))
        menu.popup(self.all.mapToGlobal(QPoint(0, self.all.height())))

    def _show_menu(self, at: int, place: QPoint) -> None:
        """Offer what can be done with one issue."""
        opened, others = self._issues[at], [issue for issue in self._issues if issue is not self._issues[at]]
        menu = self._menu("tabMenu")
        acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("closeThis", self.tr("Close This Issue"), lambda: self.closed.emit(opened)),
            ("closeOthers", self.tr("Close the Other Issues"), lambda: self._close_all(others)),
            ("reopenClosed", self.tr("Reopen Closed Issue"), self.reopen_wanted.emit),
            ("copyPath", self.tr("Copy File Path"), lambda: QGuiApplication.clipboard().setText(str(opened.path))),
            ("showFolder", self.tr("Show Folder"), lambda: _show_folder(opened)),
        )
        for name, text, act in acts:
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setEnabled({"closeOthers": bool(others), "reopenClosed": self.can_reopen}.get(name, True))
            action.triggered.connect(lambda _checked=False, act=act: act())
        menu.popup(place)

    def _close_all(self, issues: list[OpenedIssue]) -> None:
        for opened in issues:
            self.closed.emit(opened)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


def tab_texts(issues: tuple[OpenedIssue, ...]) -> list[str]:
    """Name issues shortly: the periodical and the number, with the file's name where two would be called the same."""
    texts = [_short(opened) for opened in issues]
    often = Counter(texts)
    return [
        f"{text} · {opened.path.stem}" if often[text] > 1 else text for text, opened in zip(texts, issues, strict=True)
    ]


def _short(opened: OpenedIssue) -> str:
    title = opened.title if len(opened.title) <= TITLE_LENGTH else f"{opened.title[: TITLE_LENGTH - 1]}…"
    head = opened.issue.masthead
    number = BLANKS.sub("", ASIDE.sub("", head.number.text or head.date.text))[:NUMBER_LENGTH]
    return f"{title} {number}".strip()


def _show_folder(opened: OpenedIssue) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(opened.path.parent)))
