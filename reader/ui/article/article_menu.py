"""The menu of the text: what can be done with the words selected, or with the paragraph under the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.ui.article.article_view import ArticleView
from reader.ui.article.inner_links import is_inner

SHOWN = 12  # characters of the words in the menu
LOOK_UP = "https://www.bing.com/search?q="


class ArticleMenu(QObject):
    """Make the menu when it is asked for."""

    find_wanted = Signal(str)  # the words to be found in the issue

    def __init__(self, article: ArticleView, actions: Sequence[Sequence[QAction]]) -> None:
        """Offer these commands of the window, in groups, beside what concerns the place under the mouse."""
        super().__init__(article)
        self._article = article
        self._actions = actions
        article.menu_wanted.connect(self._show)

    def _show(self, point: QPoint, place: QPoint) -> None:
        menu = QMenu(self._article)
        menu.setObjectName("articleMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_link(menu, self._article.anchorAt(point))
        for number, group in enumerate(self._actions):
            for action in group:
                menu.addAction(action)
            if number == 0:
                self._add_words(menu)
            menu.addSeparator()
        menu.popup(place)

    def _add_link(self, menu: QMenu, target: str) -> None:
        if not target or is_inner(target):
            return
        self._add(menu, "openLink", self.tr("Open in Browser"), lambda: self._article.open_link(target))
        clipboard = QGuiApplication.clipboard()
        self._add(menu, "copyLink", self.tr("Copy Link Address"), lambda: clipboard.setText(target))
        menu.addSeparator()

    def _add_words(self, menu: QMenu) -> None:
        """Offer to find the selected words and to look them up; the browser is opened by this choice alone."""
        words = " ".join(self._article.selected_text().split())
        if not words:
            return
        shown = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
        shown = shown.replace("&", "&&")
        find = self.tr("Find “{words}” in the Issue").format(words=shown)
        self._add(menu, "findThis", find, lambda: self.find_wanted.emit(words))
        look_up = self.tr("Look Up “{words}” in the Browser").format(words=shown)
        self._add(menu, "lookUp", look_up, lambda: self._article.open_link(LOOK_UP + _encoded(words)))

    def _add(self, menu: QMenu, name: str, text: str, act: object) -> None:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())  # type: ignore[operator]


def _encoded(words: str) -> str:
    """Write words as a part of an address."""
    return bytes(QUrl.toPercentEncoding(words).data()).decode("ascii")
