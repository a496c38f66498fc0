"""Between the issue being read and what was taken out of it: marks in the article, and the way to a place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.ui.article_view import ArticleView
from reader.ui.session import Session
from reader.ui.side.marks import marks_of
from reader.ui.side.sections import Mention
from reader.ui.side.taking import Taken, Taking


class SideDesk(QObject):
    """Mark in the article what was taken out of it, and show a mention where it is printed."""

    changed = Signal(object, str)  # what was Taken, or None while it is not known; id of the node being read
    outside = Signal(object)  # a mention that stands in no article
    failed = Signal(str)  # a sentence for the user

    def __init__(self, session: Session, article: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self.taking = Taking(session, self)
        self.taking.changed.connect(self.update)
        self.taking.failed.connect(self._on_failed)
        session.current_changed.connect(lambda _opened: self.update())
        session.place_changed.connect(lambda _place: self.update())
        article.painted.connect(self.taking.want_current)
        self.update()

    def taken(self) -> Taken | None:
        """Return what was taken out of the issue in front."""
        return self.taking.current()

    def node(self) -> str:
        """Return the id of the node being read."""
        entry = self._session.entry()
        return entry.node.id if entry else ""

    def update(self) -> None:
        """Mark the article being read."""
        taken, node = self.taken(), self.node()
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
