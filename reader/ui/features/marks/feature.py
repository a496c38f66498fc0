"""The joint of highlights, notes and bookmarks: made by the window, filled when the first page has been seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.kit.columns import PanelColumn
from reader.ui.kit.theme import Theme

if TYPE_CHECKING:
    from reader.export.publication import Marked
    from reader.ui.features.marks.desk import MarksDesk
    from reader.ui.features.marks.marks_panel import MarksPanel
    from reader.ui.features.marks.rows import Stars
    from reader.ui.session.keeping import MarksKeeper
    from reader.ui.session.mark_edits import Act
    from reader.ui.session.shelf import Corrections, Shelved

SETTLE_MILLISECONDS = 160  # between the first page and the work on its marks


class MarksFeature(Feature):
    """Make the desk of the marks and their panel, and connect them with the article."""

    starred = Signal(object)  # the numbers of the entries that hold a bookmark
    told = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence for the user
    hand_on_wanted = Signal(str)  # the highlights of a scope: article, issue
    history_changed = Signal()  # of what was done with marks
    updated = Signal()  # marks, or what is known of them

    def __init__(self, ground: FeatureGround, column: PanelColumn) -> None:
        super().__init__(ground)
        self._column = column
        self._keeper: MarksKeeper | None = None
        self._ask: Callable[[], None] | None = None
        self._is_wanted = False  # something waits for the keeper
        self._waiting: list[Callable[[], None]] = []  # what the user wanted meanwhile
        self._stars: Stars | None = None
        self.desk: MarksDesk | None = None
        self.panel: MarksPanel | None = None
        self._article.painted.connect(self._on_painted)

    def wait_for_keeper(self, ask: Callable[[], None]) -> None:
        """Begin only when there is a keeper; `ask` has the library opened."""
        self._ask = ask

    def keep_with(self, keeper: MarksKeeper) -> None:
        """Keep marks where `keeper` says; those that were made before move there."""
        self._keeper = keeper
        if self.desk:
            self.desk.shelf.keep_with(keeper)
        elif self._is_wanted:
            self._start()
            for act in self._waiting:
                act()
            self._waiting.clear()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._theme = theme
        if self.desk:
            self.desk.set_theme(theme)
        if self.panel:
            self.panel.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        if self.desk:
            self.desk.retranslate()
        if self.panel:
            self.panel.retranslate()

    def is_settled(self) -> bool:
        """Tell whether the marks of the issue in front are known."""
        return self._session.current() is None or (self.desk is not None and self.desk.shelf.current() is not None)

    def can_undo(self) -> bool:
        """Tell whether a change of marks can be taken back."""
        return self.desk is not None and self.desk.shelf.history.can_undo

    def can_redo(self) -> bool:
        """Tell whether a change that was taken back can be made again."""
        return self.desk is not None and self.desk.shelf.history.can_redo

    def highlights(self) -> tuple[Marked, ...] | None:
        """Return the highlights of the issue in front in reading order; None while they are being looked for."""
        from reader.export.publication import Marked
        from reader.model.marks import Highlight

        self._start()
        shelved = self.desk.shelf.current() if self.desk else None
        if shelved is None:
            return None
        pairs = sorted(shelved.placed.marks, key=lambda pair: pair[1].spans)
        return tuple(Marked(mark, place.spans) for mark, place in pairs if isinstance(mark, Highlight))

    # Commands

    def highlight(self) -> None:
        """Mark the selected text."""
        self._carry_out(lambda desk: desk.highlight())

    def write_note(self) -> None:
        """Write a note on the selected text."""
        self._carry_out(lambda desk: desk.write_note())

    def undo(self) -> None:
        """Take the last change of a mark back."""
        self._carry_out(lambda desk: desk.travel(back=True), while_writing=True)

    def redo(self) -> None:
        """Change a mark again as it was before it was taken back."""
        self._carry_out(lambda desk: desk.travel(back=False), while_writing=True)

    def bookmark(self, scope: str) -> None:
        """Put a bookmark on the paragraph or the article, or take it away."""
        self._carry_out(lambda desk: desk.bookmark(scope))

    def step_bookmark(self, step: int) -> None:
        """Go to the next or previous bookmark of the issue."""
        self._carry_out(lambda desk: desk.guide.step_bookmark(step))

    def take_focus(self) -> None:
        """Take the keyboard to the list of marks."""
        self._start()
        if self.desk is None:
            self._waiting.append(self.take_focus)
        elif self.panel:
            self.panel.take_focus()

    def _carry_out(self, act: Callable[[MarksDesk], object], *, while_writing: bool = False) -> None:
        """Do something with marks as soon as they are known; while a note is being written, little can be done."""
        self._start()
        if self.desk is None:
            self._waiting.append(lambda: self._carry_out(act, while_writing=while_writing))
        elif self._session.current() and (while_writing or not self.desk.editor.isVisible()):
            act(self.desk)

    def corrections(self) -> Corrections:
        """Return what was set right among the rows of the issue in front; nothing while it is not known."""
        shelved = self.desk.shelf.current() if self.desk else None
        return shelved.corrections if shelved else ()

    def shelved(self) -> Shelved | None:
        """Return what is kept of the issue in front; nothing while it is not known."""
        return self.desk.shelf.current() if self.desk else None

    def set_right(self, act: Act) -> None:
        """Carry out what the user wants of rows of the panel, as one step."""
        self._start()
        if self.desk:
            self.desk.set_right(act)
        else:
            self._waiting.append(lambda: self.set_right(act))

    def arrange(self) -> None:
        """Show in the column at the right the list of marks, or what else lives there."""
        if self.desk or self._article.is_painted():  # the first page comes first
            self._fill()
        self._share()

    def _share(self) -> None:
        if self.panel:
            self._column.share(self.panel, is_shown=self._settings.show_marks_panel)

    def _fill(self) -> None:
        """Make the panel when it is first wanted."""
        if not self._settings.show_marks_panel or self._session.current() is None:
            return
        self._start()
        if self.panel or self.desk is None:
            return
        from reader.ui.features.marks.marks_panel import MarksPanel

        desk, panel = self.desk, MarksPanel(self._settings, self._families, self._theme, self._column)
        self.panel = panel
        self._column.hold(panel)
        self._share()
        panel.chosen.connect(desk.guide.go)
        panel.delete_wanted.connect(desk.delete)
        panel.edit_wanted.connect(desk.edit)
        panel.attach_wanted.connect(desk.attach)
        panel.left.connect(self._article.setFocus)
        panel.hand_on_wanted.connect(self.hand_on_wanted)
        panel.scope_changed.connect(self._update)
        self._update()

    def _on_painted(self) -> None:
        if self.desk is None:
            QTimer.singleShot(SETTLE_MILLISECONDS, self, self._load)

    def _load(self) -> None:
        """Load the code on a thread: the window goes on meanwhile."""
        if self.desk is None:
            self._session.jobs.start("load marks", lambda _report: _import_desk(), lambda _none: self._start())

    def _start(self) -> None:
        if self.desk is not None:
            return
        if self._keeper is None and self._ask:
            self._is_wanted = True
            self._ask()
            return
        from reader.ui.features.marks.desk import MarksDesk
        from reader.ui.session.keeping import OwnKeeper

        keeper = self._keeper or OwnKeeper(parent=self)
        self.desk = MarksDesk(self._settings, self._session, self._article, self._theme, keeper, self._window)
        self.desk.told.connect(self.told)
        self.desk.failed.connect(self.failed)
        self.desk.history_changed.connect(self.history_changed)
        self.desk.shelf.changed.connect(self._update)
        self._session.place_changed.connect(lambda _place: self._update())
        self._fill()

    def _update(self) -> None:
        """Show the marks of now in the panel and in the contents."""
        from reader.ui.features.marks.rows import Stars, rows_in

        if self.desk is None:
            return
        self.updated.emit()
        self._stars = self._stars or Stars()
        self.starred.emit(self._stars.of(self.desk.shelf.current()))
        if self.panel:
            entry = self._session.entry()
            self.panel.show_rows(rows_in(self.desk.shelf, self.panel.scope(), entry.node if entry else None))


def _import_desk() -> None:
    from reader.ui.features.marks import desk, rows  # noqa: F401
