"""The joint of the outline: commands become what is kept of it, and what is kept the outline that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.model.document import Span
from reader.ui.features.feature import Feature, FeatureGround
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry

if TYPE_CHECKING:
    from reader.ui.session.mark_edits import Act
    from reader.ui.session.shelf import Shelved

LEARN_JOB = "learn"
HEADINGS = ("article", "section", "subheading", "text")


class OutlineFeature(Feature):
    """Carry out what the user says of headings, paragraphs and the issue itself."""

    told = Signal(str)  # a sentence for the status line
    wanted = Signal(object)  # an `Act`: to be written with the marks, as one step that can be taken back

    def __init__(self, ground: FeatureGround) -> None:
        super().__init__(ground)
        self._told_of: OpenedIssue | None = None
        self._session.current_changed.connect(self._tell_followed)

    def act(self, name: str) -> None:
        """Carry out a command on the selection, or on what is being read."""
        entry = self._session.entry()
        if entry is not None:
            self._carry_out(name, entry, self._selected())

    def act_at(self, name: str, number: int) -> None:
        """Carry out a command on an entry of the contents."""
        opened = self._session.current()
        if opened:
            self._carry_out(name, opened.outline.entries[number], ())

    def show_again(self, span: Span) -> None:
        """Show what was left out."""
        from reader.ui.features.outline.sayings import said

        self.wanted.emit(said("show", (span,)))

    def follow(self, shelved: Shelved | None) -> None:
        """Compose the issue in front again where what is kept of its outline is not what is shown."""
        if shelved and shelved.outline != shelved.opened.outline_marks:
            self._session.compose_anew(shelved.opened, shelved.outline, shelved.text)

    def learn(self) -> None:
        """Keep what was said of this issue as rules for the next issues of its periodical."""
        from reader.ui.features.outline.learning import learn

        opened = self._session.current()
        if opened is None or opened.understood is None or not opened.issue.masthead.title.text:
            self.told.emit(self.tr("Only an issue with a title can teach anything of its periodical."))
            return
        self._session.jobs.start(LEARN_JOB, lambda _report: learn(opened), self._tell_learned)

    def edit_rules(self) -> None:
        """Show what was learned of the periodical, and let each rule be switched off."""
        from reader.ui.features.outline.rules_dialog import switch_rules

        opened = self._session.current()
        if opened and switch_rules(self._window, opened.issue):
            self._session.read_anew(opened)
        elif opened:
            self.told.emit(self.tr("The rules of this periodical stay as they are."))

    def _tell_learned(self, count: int) -> None:
        self.told.emit(self.tr("%n rule(s) for the next issues of this periodical.", "", count))

    def _tell_followed(self, opened: OpenedIssue | None) -> None:
        """Say once that an issue follows what was learned of its periodical."""
        if opened and opened.followed and (self._told_of is None or self._told_of.path != opened.path):
            self._told_of = opened
            self.told.emit(self.tr("%n correction(s) by your rules of this periodical.", "", opened.followed))

    def _carry_out(self, name: str, entry: Entry, selected: tuple[Span, ...]) -> None:
        if name in HEADINGS:
            self._want(self._heading(name, entry, selected))
            return
        acts: Mapping[str, Callable[[], Act | None]] = {
            "join_article": lambda: self._heading("subheading", entry, ()),
            "raise": lambda: self._moved(entry, -1),
            "lower": lambda: self._moved(entry, 1),
            "join": lambda: self._said("join", self._article.current_spans()),
            "split": lambda: self._said("split", selected),
            "leave_out": lambda: self._said("leave-out", selected or self._article.current_spans()),
            "byline": lambda: self._said("byline", selected or self._article.current_spans()),
            "facts": self._facts,
        }
        self._want(acts[name]())

    def _want(self, act: Act | None) -> None:
        if act is None:
            self.told.emit(self.tr("Select the words first that this is about."))
        else:
            self.wanted.emit(act)

    def _heading(self, what: str, entry: Entry, selected: tuple[Span, ...]) -> Act | None:
        """Say what the selected words are, or the heading of what is read."""
        own = entry.node.title_spans if entry.is_node else entry.node.blocks[entry.block].spans
        return self._said(what, selected or own)

    def _said(self, what: str, spans: tuple[Span, ...]) -> Act | None:
        from reader.ui.features.outline.sayings import said

        return said(what, spans) if spans else None  # type: ignore[arg-type]

    def _moved(self, entry: Entry, step: int) -> Act | None:
        from reader.ui.features.outline.sayings import moved

        return moved(entry.node, step) if entry.is_node else None

    def _facts(self) -> Act | None:
        """Ask for title, number, date and publisher of the issue."""
        from reader.ui.features.outline.facts_dialog import ask_facts
        from reader.ui.features.outline.sayings import facts_of, facts_told

        opened = self._session.current()
        facts = ask_facts(self._window, facts_of(opened.issue)) if opened else None
        return facts_told(opened.issue, facts) if opened and facts else (lambda _shelved, _where: ())

    def _selected(self) -> tuple[Span, ...]:
        """Return the selected pieces of the source."""
        cursor = self._article.textCursor()
        if not cursor.hasSelection():
            return ()
        return self._article.built().offsets.source_spans(cursor.selectionStart(), cursor.selectionEnd())
