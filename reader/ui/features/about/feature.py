"""The About box and the first steps, loaded when they are first asked for."""

from __future__ import annotations

from PySide6.QtGui import QAction

from reader.ui.features.feature import Feature, FeatureGround


class AboutFeature(Feature):
    """Say what the program is, and how to begin."""

    def __init__(self, ground: FeatureGround, actions: dict[str, QAction]) -> None:
        super().__init__(ground)
        self._actions = actions

    def show_first_steps(self) -> None:
        """Show the three steps for the first start."""
        from reader.ui.features.about.first_steps import show_first_steps

        show_first_steps(self._actions, self._settings, self._window)

    def show_about(self) -> None:
        """Say what this program is."""
        from reader.ui.features.about.about_box import AboutBox
        from reader.ui.features.about.error_desk import last_trouble

        AboutBox(self._settings, last_trouble(), self._window).open()
