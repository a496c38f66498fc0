"""Tabs of the open issues, shown as soon as there are two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from reader.ui.icons import themed_icon
from reader.ui.opened import OpenedIssue
from reader.ui.theme import Theme


class IssueTabs(QWidget):
    """Show a tab an issue; tell which was chosen, closed or moved."""

    chosen = Signal(object)  # OpenedIssue
    closed = Signal(object)  # OpenedIssue
    moved = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QTabBar(self)
        self.bar.setObjectName("issueTabs")
        self.bar.setDocumentMode(True)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setMovable(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setUsesScrollButtons(True)
        self._issues: list[OpenedIssue] = []
        self._theme = theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self.bar, 1)
        self.bar.currentChanged.connect(self._choose)
        self.bar.tabMoved.connect(self._move)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw the close buttons in the colours of another theme."""
        self._theme = theme
        for at in range(self.bar.count()):
            button = self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(themed_icon("close", theme))

    def show_issues(self, issues: tuple[OpenedIssue, ...], current: OpenedIssue | None) -> None:
        """Show the open issues and which is in front."""
        self.bar.blockSignals(True)
        while self.bar.count() > 0:
            self.bar.removeTab(0)
        self._issues = list(issues)
        for opened in issues:
            at = self.bar.addTab(_tab_text(opened))
            self.bar.setTabToolTip(at, str(opened.path))
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


def _tab_text(opened: OpenedIssue) -> str:
    title = f"{opened.title} {opened.issue.masthead.number.text or opened.issue.masthead.date.text}".strip()
    return title.replace("&", "&&")
