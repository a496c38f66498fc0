"""What the user does with rows: a wrong one is removed or set right, a missing one added from the selected text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.corrections import Fields, Row, fields_of, what_of
from reader.model.document import Block, Issue, Masthead, Node, Run, Source, Span, Text
from reader.model.mentions import Contact, Figure, Mentions
from reader.store import Edit
from reader.ui.article.article_view import ArticleView
from reader.ui.features.panel.righting import added, changed, removed
from reader.ui.features.panel.row_editor import RowEditor
from reader.ui.features.panel.sections import Mention
from reader.ui.session.mark_edits import Act


class RowDesk(QObject):
    """Ask for what is needed, and hand on the edits to be made."""

    wanted = Signal(object)  # an Act, for the desk of the marks
    told = Signal(str)  # a sentence for the status line

    def __init__(self, article: ArticleView, sheet: Callable[[], str], window: QWidget) -> None:
        super().__init__(window)
        self._article = article
        self._sheet = sheet
        self._window = window

    def remove(self, mentions: Iterable[Mention | None]) -> None:
        """Remove rows in one step."""
        rows = [row for row in mentions if isinstance(row, Figure | Contact)]
        if not rows:
            self.told.emit(self.tr("Choose a figure or a contact in the panel first."))
            return
        self.wanted.emit(lambda shelved, where: _made(removed(shelved, row, where) for row in rows))
        self.told.emit(self.tr("%n row(s) removed; Ctrl+Z brings them back.", "", len(rows)))

    def correct(self, mention: Mention | None, printed: str) -> None:
        """Let the user give a row other fields."""
        if not isinstance(mention, Figure | Contact):
            self.told.emit(self.tr("Choose a figure or a contact in the panel first."))
            return
        row: Row = mention
        title = self.tr("Correct the Contact") if isinstance(row, Contact) else self.tr("Correct the Figure")
        self._ask(
            title, what_of(row), fields_of(row), printed,
            lambda fields: lambda shelved, where: _made([changed(shelved, row, fields, where)]),
        )  # fmt: skip

    def add(self, what: str) -> None:
        """Let the user add a row from the selected text, with what can be read in it."""
        cursor = self._article.textCursor()
        spans = self._article.built().offsets.source_spans(cursor.selectionStart(), cursor.selectionEnd())
        words = "".join(cursor.selectedText().replace("\u2029", "\n").split("\u2060")).strip()
        if not cursor.hasSelection() or not spans or not words:
            self.told.emit(self.tr("Select the text that the row is about first."))
            return
        rows: Sequence[Row] = _read(words).contacts if what == "contact" else _read(words).figures
        fields: Fields = fields_of(rows[0]) if rows else {}
        title = self.tr("Add a Contact") if what == "contact" else self.tr("Add a Figure")
        self._ask(
            title, what, fields, words,
            lambda told: lambda shelved, where: _made([added(shelved, spans, what, told, where)]),
        )  # fmt: skip

    def _ask(self, title: str, what: str, fields: Fields, printed: str, act: Callable[[Fields], Act]) -> None:
        editor = RowEditor(what, fields, printed, self._sheet(), self._window)
        editor.setWindowTitle(title)
        editor.given.connect(lambda told: self.wanted.emit(act(told)))
        editor.finished.connect(editor.deleteLater)
        editor.open()


def _made(edits: Iterable[Edit | None]) -> Sequence[Edit]:
    return [edit for edit in edits if edit]


def _read(words: str) -> Mentions:
    """Take out of a few words what can be read in them."""
    from reader import pipeline

    block = Block("contact", Text((Run(words, 0),)), (Span(0, len(words)),))
    node = Node("n1", "article", 1, Text(), blocks=(block,))
    return pipeline.extract_mentions(Issue(Source("", "", "text", "utf-8", words), Masthead(), (), (), (node,), ()))
