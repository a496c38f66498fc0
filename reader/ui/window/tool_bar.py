"""The tool bar: contents and history at the left, where the reader is in the middle, tools at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from reader.ui.commands.table import SEPARATOR, TOOL_BAR_LEFT, TOOL_BAR_RIGHT
from reader.ui.kit.elided_label import ElidedLabel
from reader.ui.kit.icons import ICON_PIXELS
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry
from reader.ui.window.find_opener import LEAST, FindOpener

WAIVED = (("smaller", "larger"), ("previous", "next"), ("open", "hand_on"))  # in a narrow bar, the first ones first
PATH_LEAST = 120  # pixels; in fewer nobody reads where he is
GAP, SEPARATOR_WIDTH, SIDE = 4, 19, 10  # pixels that the style sheet puts between and around the buttons


class ToolBar(QToolBar):
    """Show the commands used most, and the path to the current article."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(ICON_PIXELS, ICON_PIXELS))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._issue = ElidedLabel(self)
        self._issue.setObjectName("crumbIssue")
        self._issue.setContentsMargins(8, 0, 0, 0)
        self._issue.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._section = ElidedLabel(self)
        self._section.setObjectName("crumbSection")
        self._section.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: dict[str, QAction] = {}  # what stands for a command in the bar
        self._parted: dict[str, QAction] = {}  # by the command behind it, a separator
        for identity in TOOL_BAR_LEFT:
            self._add(actions[identity])
        self._path = (self.addWidget(self._issue), self.addWidget(self._section))
        self._find = FindOpener(actions["find"], self)
        self.addWidget(self._find)
        separator: QAction | None = None
        for identity in TOOL_BAR_RIGHT:
            if identity == SEPARATOR:
                separator = self.addSeparator()
                continue
            self._add(actions[identity])
            if separator:
                self._parted[identity], separator = separator, None

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.setWindowTitle(self.tr("Tool bar"))
        self.setAccessibleName(self.tr("Tool bar"))
        self._find.retranslate()

    def show_path(self, opened: OpenedIssue | None, entry: Entry | None) -> None:
        """Show the issue and the sections above an entry."""
        if opened is None:
            self._issue.set_text("")
            self._section.set_text("")
            return
        head = opened.issue.masthead
        self._issue.set_text(f"{opened.title} {head.date.text or head.number.text}".strip())
        names = []
        above = entry.parent if entry else -1
        while above >= 0:
            names.append(opened.outline.entries[above].title)
            above = opened.outline.entries[above].parent
        self._section.set_text("".join(f"\u2002›\u2002{name}" for name in reversed(names)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out of a narrow bar what keys and menus do as well, so that no panel gets out of reach."""
        super().resizeEvent(event)
        spare = self.width() - self._needed()
        for label in self._path:
            label.setVisible(spare >= PATH_LEAST)
        for group in WAIVED:
            for identity in group:
                self._show(identity, spare >= 0)
            spare += sum(self._width(identity) for identity in group)

    def _needed(self) -> int:
        """Return the width that all buttons and the smallest field take."""
        return LEAST + GAP + 2 * SIDE + sum(map(self._width, self._buttons))

    def _width(self, identity: str) -> int:
        button = self.widgetForAction(self._buttons[identity])
        width = (button.sizeHint().width() if button else 0) + GAP
        return width + SEPARATOR_WIDTH if identity in self._parted else width

    def _show(self, identity: str, shown: bool) -> None:
        for place in (self._buttons[identity], self._parted.get(identity)):
            if place:
                place.setVisible(shown)

    def _add(self, action: QAction) -> None:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(self.iconSize())
        button.setObjectName(f"{action.objectName()}Button")
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons[action.objectName()] = self.addWidget(button)
