"""The room at the right of the window: what is in it is made when the first page has been seen, or when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.columns import PanelColumn
from reader.ui.kit.theme import Theme, style_sheet

if TYPE_CHECKING:
    from reader.corrections import Placed
    from reader.model.mentions import Mentions
    from reader.ui.features.panel.desk import SideDesk
    from reader.ui.features.panel.row_desk import RowDesk
    from reader.ui.features.panel.side_panel import SidePanel
    from reader.ui.session.shelf import Corrections

SETTLE_MILLISECONDS = 120  # between the first page and the work on what the panel shows


class PanelFeature(Feature):
    """Make the panel of figures, captions, contacts and dates, and connect it with the article."""

    outside = Signal(object)  # a mention that stands in no article was chosen
    done = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence for the user
    filled = Signal()  # the panel is in its place
    righted = Signal(object)  # an Act on rows, for the desk of the marks

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self.column = PanelColumn()
        self.desk: SideDesk | None = None
        self.panel: SidePanel | None = None
        self._rows: RowDesk | None = None
        self._corrections: Corrections = ()
        self._article.painted.connect(self._on_painted)

    def set_theme(self, theme: Theme) -> None:
        """Draw the panel in the colours of another theme."""
        self._theme = theme
        if self.panel:
            self.panel.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.panel:
            self.panel.retranslate()

    def is_settled(self) -> bool:
        """Tell whether all that can be taken out of the issue in front is there."""
        return self._session.entry() is None or (self.desk is not None and self.desk.is_settled())

    def mentions(self) -> Mentions | None:
        """Return what was taken out of the issue in front; None while it is not known."""
        taken = self.desk.taken() if self.desk else None
        return taken.mentions if taken else None

    def show_tab(self, tab: str) -> None:
        """Go to a list of the panel, which is shown."""
        self._start()
        if self.panel:
            self.panel.show_tab(tab)

    def take_corrections(self, corrections: Corrections) -> None:
        """Show the rows of the issue in front as the user set them right."""
        self._corrections = corrections
        if self.desk:
            self.desk.correct_by(_placed(corrections))

    def correct_row(self) -> None:
        """Set the row right at which the keyboard is."""
        rows, mention = self._make_rows(), self.panel.list().current_row() if self.panel else None
        rows.correct(mention, self.panel.printed(mention) if self.panel and mention else "")

    def remove_rows(self) -> None:
        """Remove the selected rows."""
        self._make_rows().remove(self.panel.list().chosen_rows() if self.panel else ())

    def add_row(self, what: str) -> None:
        """Add the selected text to the figures or the contacts."""
        self._make_rows().add(what)

    def _make_rows(self) -> RowDesk:
        self._start()
        if self._rows is None:
            from reader.ui.features.panel.row_desk import RowDesk

            self._rows = RowDesk(self._article, self._sheet, self._window)
            self._rows.wanted.connect(self.righted)
            self._rows.told.connect(self.done)
        return self._rows

    def _sheet(self) -> str:
        return style_sheet(self._theme, self._families.sans, self._families.serif, "side")

    def fill(self) -> None:
        """Make what is in the panel when it is first wanted."""
        if self.desk is None or self.panel or not self._settings.show_side:
            return
        from reader.ui.features.panel.saving import Saver
        from reader.ui.features.panel.side_panel import SidePanel

        panel = self.panel = SidePanel(self._settings, self._families, self._theme, self.column)
        saver = Saver(self._settings, self._session, self._article.window())
        self.column.hold(panel)
        self.desk.changed.connect(panel.show_taken)
        panel.chosen.connect(self.desk.go_to)
        panel.left.connect(self._article.setFocus)
        panel.correction_wanted.connect(self.correct_row)
        panel.removal_wanted.connect(self.remove_rows)
        panel.mail_wanted.connect(lambda address: self._article.open_link(f"mailto:{address}"))
        panel.save_wanted.connect(saver.ask_and_save)
        saver.done.connect(self.done)
        saver.failed.connect(self.failed)
        self._article.mention_hovered.connect(panel.point_out)
        panel.show_taken(self.desk.taken(), self.desk.node())
        self.filled.emit()

    def _on_painted(self) -> None:
        if self.desk is None:
            QTimer.singleShot(SETTLE_MILLISECONDS, self, self._load)

    def _load(self) -> None:
        """Load the code of the panel on a thread: the window goes on meanwhile."""
        self._session.jobs.start("load panel", lambda _report: _import_panel(), lambda _none: self._start())

    def _start(self) -> None:
        """Take figures and contacts out of the issue, now that its first page can be read."""
        if self.desk is not None:
            return
        from reader.ui.features.panel.desk import SideDesk

        self.desk = SideDesk(self._session, self._article, self)
        self.desk.outside.connect(self.outside)
        self.desk.failed.connect(self.failed)
        self.desk.correct_by(_placed(self._corrections))
        self.fill()
        # Only now: a thread at work would make the panel wait at each of its steps.
        QTimer.singleShot(0, self.desk, self.desk.taking.want_current)


def _placed(corrections: Corrections) -> Placed:
    return tuple((correction, place.spans) for correction, place in corrections)


def _import_panel() -> None:
    from reader.ui.features.panel import desk, saving, side_panel  # noqa: F401
