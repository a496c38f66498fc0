"""Between the issue being read and what was taken out of it: marks in the article, and the way to a place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.corrections import Placed, corrected
from reader.ui.article.article_view import ArticleView
from reader.ui.features.panel.mention_marks import marks_of
from reader.ui.features.panel.sections import Mention
from reader.ui.session.session import Session
from reader.ui.session.taking import TakenMentions, Taking


class SideDesk(QObject):
    """Mark in the article what was taken out of it, and show a mention where it is printed."""

    changed = Signal(object, str)  # what was TakenMentions, or None while it is not known; id of the node being read
    outside = Signal(object)  # a mention that stands in no article
    failed = Signal(str)  # a sentence for the user

    def __init__(self, session: Session, article: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self._marked: tuple[TakenMentions | None, str] = (None, "")
        self._corrections: Placed = ()
        self._righted: tuple[TakenMentions, TakenMentions] | None = (
            None  # what was taken out, and that as the user set it right
        )
        self.taking = Taking(session, self)
        self.taking.changed.connect(self.update)
        self.taking.failed.connect(self._on_failed)
        session.current_changed.connect(lambda _opened: self.update())
        session.place_changed.connect(lambda _place: self.update())
        article.painted.connect(self.taking.want_current)
        self.update()

    def taken(self) -> TakenMentions | None:
        """Return what was taken out of the issue in front, as the user set it right."""
        taken = self.taking.current()
        if taken is None or not self._corrections:
            return taken
        if self._righted is None or self._righted[0] is not taken:
            mentions = corrected(taken.issue, taken.mentions, self._corrections)
            self._righted = taken, replace(taken, mentions=mentions)
        return self._righted[1]

    def correct_by(self, corrections: Placed) -> None:
        """Show the rows as the user set them right."""
        if corrections != self._corrections:
            self._corrections, self._righted = corrections, None
            self.update()

    def node(self) -> str:
        """Return the id of the node being read."""
        entry = self._session.entry()
        return entry.node.id if entry else ""

    def update(self) -> None:
        """Mark the article being read."""
        taken, node = self.taken(), self.node()
        if taken is not self._marked[0] or node != self._marked[1]:  # keywords come later and change no mark
            self._marked = taken, node
            self._article.set_marks(marks_of(taken.mentions, taken.issue.source.text, node) if taken else ())
        keywords = taken.keywords.get(node, ()) if taken else ()
        self._article.layer.set_keywords(keywords)
        self._article.setAccessibleDescription(", ".join(keywords))
        self.changed.emit(taken, node)
        entry = self._session.entry()
        if entry:
            self.taking.want_keywords(entry.node)

    def is_settled(self) -> bool:
        """Tell whether all that belongs to the article being read has been found."""
        taken = self.taken()
        return taken is not None and self.node() in taken.keywords

    def go_to(self, mention: Mention) -> None:
        """Show a mention where it is printed; one step on the way back."""
        if self._article.built().offsets.position_at(mention.start) is not None:
            self._session.mark_place()
        elif not self._session.go_to_source(mention.start):
            self.outside.emit(mention)
            return
        self._article.flash(mention.start, mention.end)

    def _on_failed(self, path: Path) -> None:
        text = self.tr("Figures and contacts of “{name}” could not be found because of an error in the program.")
        self.failed.emit(text.format(name=path.name))
