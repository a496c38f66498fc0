"""The form of a feature: what the window can do, made when it is first wanted.

The window makes each feature at its start and connects their signals; what a feature shows it makes in its methods, so
that a start loads nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from reader.ui.article.article_view import ArticleView
from reader.ui.kit.fonts import Families
from reader.ui.kit.theme import Theme
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings


@dataclass(frozen=True, slots=True)
class FeatureGround:
    """What the features of one window share; `theme` is the one that the window begins with."""

    settings: Settings
    session: Session
    article: ArticleView
    families: Families
    theme: Theme
    window: QMainWindow


class Feature(QObject):
    """A feature of the window; each method that `commands.table` names is one of its commands."""

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground.window)
        self._settings, self._session, self._article = ground.settings, ground.session, ground.article
        self._families, self._theme = ground.families, ground.theme
        self._window = ground.window

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme

    def retranslate(self) -> None:
        """Show all texts in the current language."""
