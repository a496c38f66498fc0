"""What is done with marks: each act of the user as a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.model.document import Span
from reader.model.marks import COLOURS, Bookmark, Highlight, Mark
from reader.store import Edit
from reader.ui.article.article_view import ArticleView
from reader.ui.features.marks.chord import Chord
from reader.ui.features.marks.editor import NoteEditor
from reader.ui.features.marks.going import MarkGuide
from reader.ui.features.marks.page import MarkedPage
from reader.ui.kit.theme import Theme
from reader.ui.session.keeping import MarksKeeper
from reader.ui.session.mark_edits import MarkPen, Where, attached, bookmarked, highlighted, shortened
from reader.ui.session.session import Session
from reader.ui.session.settings import Settings
from reader.ui.session.shelf import MarksShelf, Shelved

LOOK_MILLISECONDS = 3000  # between two looks at what other windows did


class MarksDesk(QObject):
    """Carry out the commands that concern marks."""

    told = Signal(str)  # a sentence for the status line
    failed = Signal(str)  # a sentence for the user
    history_changed = Signal()  # there is another step to be taken back, or none

    def __init__(
        self,
        settings: Settings,
        session: Session,
        article: ArticleView,
        theme: Theme,
        keeper: MarksKeeper,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session = session
        self._article = article
        self._window = parent
        self.shelf = MarksShelf(session, keeper, self)
        self.page = MarkedPage(article, self.shelf, theme, self)
        self.editor = NoteEditor(theme, article)
        self.guide = MarkGuide(session, article, self.shelf, parent)
        self._chord = Chord(self)
        self._looking = QTimer(self)
        self._fresh: tuple[Span, ...] = ()  # text that was marked just now: a colour that follows is meant for it
        self._marked: Highlight | None = None  # what the second key of the chord is for
        self._connect()
        self.shelf.want_current()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.page.set_theme(theme)
        self.editor.set_theme(theme)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.page.bar.retranslate()
        self.editor.retranslate()

    # What the commands ask for

    def highlight(self) -> None:
        """Mark the selected text in the colour used last; a digit right after chooses another one."""
        spans = self.page.selected_spans()
        if spans:
            self._marked = self._highlight(spans, self._pen())
            self._fresh = spans
        else:
            self._marked, self._fresh = self.page.highlight_at_caret(), ()
        if self._marked is None:
            self.told.emit(self.tr("Select the text to highlight first."))
            return
        self.page.offer(self._marked)
        self._chord.start()

    def write_note(self) -> None:
        """Write a note on the selected text or on the highlight at the caret."""
        spans = self.page.selected_spans()
        mark = self.page.highlight_at_caret() if not spans else self._highlight(spans, self._pen())
        if mark is None:
            self.told.emit(self.tr("Select the text that the note is about first."))
            return
        self.edit(mark)

    def edit(self, mark: Mark) -> None:
        """Open the note of a highlight or the name of a bookmark."""
        self.page.bar.hide()
        self._chord.end()
        text = mark.note if isinstance(mark, Highlight) else mark.name
        self.editor.edit(mark.id, text, self.page.rect_of(mark), is_name=isinstance(mark, Bookmark))

    def bookmark(self, scope: str) -> None:
        """Put a bookmark on the current paragraph or on the article, or take it away."""
        shelved, entry = self.shelf.ready(), self._session.entry()
        if shelved is None or entry is None:
            return
        spans = self._paragraph()
        if scope == "article" or not spans:
            node, scope = entry.node, "article"
            spans = node.title_spans or next((block.spans for block in node.blocks if block.spans), ())
        shown = next((block.text.plain for block in entry.node.blocks if block.spans == spans), "")
        edits = bookmarked(shelved, spans, scope, self._where(), shown)
        if not self._do(*edits):
            return
        mark = edits[0].after
        if isinstance(mark, Bookmark):
            self.told.emit(self.tr("Bookmark “{name}” set.").format(name=mark.name))
        else:
            self.told.emit(self.tr("Bookmark removed; Ctrl+Z brings it back."))

    def delete(self, marks: Sequence[Mark]) -> None:
        """Delete marks in one step."""
        if self._do(*(Edit(mark, None) for mark in marks)):
            self.told.emit(self.tr("%n mark(s) deleted; Ctrl+Z brings them back.", "", len(marks)))

    def set_right(self, act: Callable[[Shelved, Where], Sequence[Edit]]) -> None:
        """Make the edits of rows of the panel, in one step."""
        shelved = self.shelf.ready()
        if shelved:
            self._do(*act(shelved, self._where()))

    def attach(self, orphan: Mark) -> None:
        """Give a mark that lost its place the selected text."""
        shelved, spans = self.shelf.ready(), self.page.selected_spans()
        if shelved is None or not spans:
            self.told.emit(self.tr("Select in the article the text that this mark belongs to, then attach it."))
        elif orphan.locator.issue != shelved.key:
            self.told.emit(self.tr("This mark belongs to another issue; open that one first."))
        elif self._do(*attached(shelved, orphan, spans, self._where())):
            self.page.let_go()
            self.told.emit(self.tr("The mark has its place again."))

    # How it is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what other windows did when the user comes back to this one."""
        if event.type() == QEvent.Type.WindowActivate:
            self.shelf.look()
        elif event.type() == QEvent.Type.Close:
            self._looking.stop()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        for source in (self.shelf, self.guide):
            source.failed.connect(self.failed)
        self.guide.told.connect(self.told)
        self._chord.struck.connect(self._on_stroke)
        bar = self.page.bar
        bar.coloured.connect(self._on_colour)
        bar.underlined.connect(self._on_underline)
        bar.note_wanted.connect(self._on_note)
        bar.copy_wanted.connect(self._on_copy)
        bar.delete_wanted.connect(self._on_delete)
        self.page.margin.chosen.connect(self.edit)
        self.editor.saved.connect(self._on_saved)
        self.editor.left.connect(self._article.setFocus)
        self._session.place_changed.connect(lambda _place: self._leave_page())
        self._window.installEventFilter(self)
        self._looking.timeout.connect(self.shelf.look)
        self._looking.start(LOOK_MILLISECONDS)

    def _paragraph(self) -> tuple[Span, ...]:
        """Return the paragraph of the caret while there is one, else of the selection or on the reading line."""
        cursor, by_key = self._article.textCursor(), Qt.TextInteractionFlag.TextSelectableByKeyboard
        if self._article.textInteractionFlags() & by_key and not cursor.hasSelection():
            return self._article.built().offsets.spans_at(cursor.position())
        return self._article.current_spans()

    def _do(self, *edits: Edit) -> bool:
        """Write edits as one step; tell whether there were any."""
        if edits:
            self.shelf.history.do(*edits)
            self.history_changed.emit()
        return bool(edits)

    def travel(self, *, back: bool) -> None:
        """Take the last step back, or do it again."""
        history = self.shelf.history
        self._chord.end()
        self.page.bar.hide()
        edits = history.undo() if back else history.redo()
        self.history_changed.emit()
        if not edits:
            self.told.emit(self.tr("Nothing to undo.") if back else self.tr("Nothing to redo."))
            return
        mark = edits[0].after or edits[0].before
        words = shortened(mark.locator.quote) if mark else ""
        sentence = self.tr("Undone: {words}") if back else self.tr("Redone: {words}")
        self.told.emit(sentence.format(words=words))

    def _highlight(self, spans: tuple[Span, ...], pen: MarkPen) -> Highlight | None:
        """Mark a text; return the highlight that it is in."""
        shelved = self.shelf.ready()
        if shelved is None:
            return None
        edits, mark = highlighted(shelved, spans, pen, self._where())
        self._do(*edits)
        self.page.let_go()
        return mark

    def _change(self, mark: Highlight, pen: MarkPen) -> None:
        """Give a highlight another look."""
        changed = replace(mark, colour=pen.colour, underline=pen.underline)
        if changed != mark:
            self._do(Edit(mark, changed))

    def _on_stroke(self, stroke: str) -> None:
        """Do what the second key of the chord says with the text marked by the first."""
        mark, fresh = self._marked, self._fresh
        self.page.bar.hide()
        if mark is None or stroke == "end":
            return
        if stroke == "note":
            self.edit(mark)
        elif stroke == "delete":
            self.delete([mark])
        else:
            is_colour = stroke in COLOURS
            pen = MarkPen(stroke, mark.underline) if is_colour else MarkPen(mark.colour, not mark.underline)
            self._remember(pen)
            if fresh:  # one step for all keys
                self.shelf.history.undo()
                self._marked = self._highlight(fresh, pen)
            else:
                self._change(mark, pen)
                self._marked = replace(mark, colour=pen.colour, underline=pen.underline)

    def _on_colour(self, colour: str) -> None:
        pen = replace(self._pen(), colour=colour)
        mark = self._at_bar()
        self._take(mark, replace(pen, underline=mark.underline) if mark else pen)

    def _on_underline(self, underline: bool) -> None:
        mark = self._at_bar()
        self._take(mark, MarkPen(mark.colour if mark else self._pen().colour, underline))

    def _take(self, mark: Highlight | None, pen: MarkPen) -> None:
        """Use a look that was chosen in the bar."""
        self._chord.end()
        self._remember(pen)
        spans = self.page.selected_spans()
        if mark:
            self._change(mark, pen)
        elif spans:
            self._highlight(spans, pen)
        self.page.bar.hide()

    def _on_note(self) -> None:
        mark = self._at_bar()
        if mark:
            self.edit(mark)
        else:
            self.write_note()

    def _on_copy(self) -> None:
        mark = self._at_bar()
        place = self.page.painted.stretch_of(mark) if mark else None
        if place:
            self._article.copy_range(*place)
        else:
            self._article.copy()
        self.page.bar.hide()

    def _on_delete(self) -> None:
        mark = self._at_bar()
        self.page.bar.hide()
        if mark:
            self.delete([mark])

    def _on_saved(self, identity: str, text: str) -> None:
        """Keep what was written; when its mark is gone meanwhile the text is not lost."""
        mark = next((mark for mark in self.shelf.all_marks() if mark.id == identity), None)
        if mark is None:
            QGuiApplication.clipboard().setText(text)
            self.failed.emit(self.tr("What this note was about has been deleted; the note is on the clipboard."))
        elif isinstance(mark, Highlight) and mark.note != text:
            self._do(Edit(mark, replace(mark, note=text)))
        elif isinstance(mark, Bookmark) and text and mark.name != text:
            self._do(Edit(mark, replace(mark, name=text)))

    def _leave_page(self) -> None:
        """Put away what belongs to the article that was left, and look for the marks of the other one."""
        self.page.begin()
        self.page.bar.hide()
        if self.editor.isVisible():
            self.editor.leave()

    def _at_bar(self) -> Highlight | None:
        """Return the highlight of the bar as it is now."""
        mark, shelved = self.page.at_bar, self.shelf.current()
        if mark is None or shelved is None:
            return None
        marks = (other for other, _place in shelved.placed.marks if isinstance(other, Highlight))
        return next((other for other in marks if other.id == mark.id), None)

    def _pen(self) -> MarkPen:
        colour = self._settings.marker
        return MarkPen(colour if colour in COLOURS else COLOURS[0], self._settings.marker_underline)

    def _remember(self, pen: MarkPen) -> None:
        self._settings.marker, self._settings.marker_underline = pen.colour, pen.underline

    def _where(self) -> Where:
        entry = self._session.entry()
        return Where(entry.title, entry.page) if entry else Where()
