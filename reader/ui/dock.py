"""What the joints of the window have in common: the parts of it that they connect with what they make."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.article_view import ArticleView
from reader.ui.fonts import Families
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.theme import Theme


class Dock(QObject):
    """A part of the window that makes its widgets when they are first wanted."""

    def __init__(
        self,
        settings: Settings,
        session: Session,
        article: ArticleView,
        looks: tuple[Families, Theme],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = session
        self._article = article
        self._families, self._theme = looks
