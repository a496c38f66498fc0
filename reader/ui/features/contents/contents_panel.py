"""The panel at the left: what the issue is, a filter, the contents tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from reader.ui.features.contents.contents_delegate import LONG_TREE, ContentsDelegate, is_heading_row, text_left
from reader.ui.features.contents.contents_filter_model import ContentsFilterModel
from reader.ui.features.contents.contents_model import ENTRY_ROLE, UNREAD_ROLE, ContentsModel
from reader.ui.kit.elided_label import ElidedLabel
from reader.ui.kit.fonts import Families, font_of
from reader.ui.kit.jobs import Jobs
from reader.ui.kit.scroll_bars import keep_room_for_scroll_bar
from reader.ui.kit.theme import Theme
from reader.ui.session.opened import OpenedIssue
from reader.ui.session.outline import Entry, Outline
from reader.ui.session.title_search import matching_entries

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

FILTER_JOB = "filter contents"


class ContentsTree(QTreeView):
    """A tree whose headings fold by a click anywhere on them, and whose rows rewrap with the width."""

    chosen = Signal(int)  # number of the entry to read
    left = Signal()  # by the keyboard

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = QPersistentModelIndex()
        self.setObjectName("contentsTree")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        keep_room_for_scroll_bar(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setExpandsOnDoubleClick(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note which row was pressed; nothing moves before the button is up."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = QPersistentModelIndex(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse; with the button held the row that was pressed stays the one."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on the row that was pressed, if the mouse is still on it."""
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            super().mouseReleaseEvent(event)
        elif pressed == index:
            self._act_on(index, event)

    def _act_on(self, index: QModelIndex, event: QMouseEvent) -> None:
        """Fold or unfold at the arrow and on headings; choose what can be read."""
        entry: Entry = index.data(ENTRY_ROLE)
        on_arrow = bool(entry.children) and event.position().x() < text_left(index) - 2
        if on_arrow or (is_heading_row(entry) and not entry.readable):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(entry.index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a double click as a press, so that fast folding works."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter; arrows move and fold as in any tree."""
        entry: Entry | None = self.currentIndex().data(ENTRY_ROLE)
        if entry and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if entry.readable or not entry.is_node:
                self.chosen.emit(entry.index)
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere: no row is being looked for any more."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew when the width changes."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self.uniformRowHeights():
            self.scheduleDelayedItemsLayout()


class ContentsPanel(QWidget):
    """Show what the current issue holds; tell what the reader chose."""

    chosen = Signal(int)  # number of the entry to read
    read_toggled = Signal(int)  # number of an entry to be marked as read or unread
    hand_on_wanted = Signal(int)  # number of an article or a section
    outline_wanted = Signal(str, int)  # an act on the outline, and the number of an entry

    def __init__(self, jobs: Jobs, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contentsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs = jobs
        self._opened: OpenedIssue | None = None
        self._current = -1
        self._title = QLabel(self)
        self._title.setObjectName("issueTitle")
        self._title.setWordWrap(True)
        self._title.setFont(font_of(families.serif, 16, bold=True))
        self._facts = ElidedLabel(self)
        self._facts.setObjectName("issueFacts")
        self.filter = QLineEdit(self)
        self.filter.setObjectName("contentsFilter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)  # files dropped here are for the window
        self.filter.installEventFilter(self)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("nothingFound")
        self._nothing.hide()
        self.tree = ContentsTree(self)
        self._model = ContentsModel(self)
        self._shown = ContentsFilterModel(self)
        self._shown.setSourceModel(self._model)
        self.tree.setModel(self._shown)
        self._delegate = ContentsDelegate(self.tree, families, theme)
        self.tree.setItemDelegate(self._delegate)
        self._lay_out()
        self.tree.chosen.connect(self.chosen)
        self.tree.left.connect(self._mark_current)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.returnPressed.connect(self._choose_first)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self._delegate.set_theme(theme)
        self.tree.viewport().update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.filter.setPlaceholderText(self.tr("Filter contents (pinyin initials work)"))
        self.filter.setAccessibleName(self.tr("Filter contents"))
        self.tree.setAccessibleName(self.tr("Contents"))
        self._nothing.setText(self.tr("No title matches."))
        self._show_facts()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_stars(self, starred: frozenset[int]) -> None:
        """Mark the entries that hold a bookmark."""
        if starred != self._delegate.starred:
            self._delegate.starred = starred
            if not self.tree.uniformRowHeights():
                self.tree.scheduleDelayedItemsLayout()  # a title beside a star may need another line
            self.tree.viewport().update()

    def show_issue(self, opened: OpenedIssue | None) -> None:
        """Show the contents of another issue; of one that was composed anew from where they were."""
        is_same = opened is not None and self._opened is not None and self._opened.path == opened.path
        top = self.tree.verticalScrollBar().value() if is_same else 0
        self._opened = opened
        self._current = -1
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self._jobs.cancel(FILTER_JOB)
        self._shown.show_only(None)
        self._nothing.hide()
        outline = opened.outline if opened else Outline((), (), ())
        self.tree.setUniformRowHeights(len(outline.entries) > LONG_TREE)
        self._model.set_outline(outline)
        self._show_facts()
        self._fold()
        if top:
            self.tree.doItemsLayout()
            self.tree.verticalScrollBar().setValue(top)

    def show_current(self, entry: int) -> None:
        """Tint the entry being read and unfold its subheadings; those of the one before fold."""
        before = self._shown_index(self._current)
        if before.isValid() and self._current != entry and not is_heading_row(before.data(ENTRY_ROLE)):
            self.tree.collapse(before)
        self._current = entry
        index = self._shown_index(entry)
        if not index.isValid():  # filtered away: no other row may look as if it were being read
            self.tree.setCurrentIndex(QModelIndex())
            return
        above = index.parent()
        while above.isValid():
            self.tree.expand(above)
            above = above.parent()
        self.tree.expand(index)
        self._mark_current()
        QTimer.singleShot(0, self, self._scroll_to_current)

    def show_unread(self, entries: frozenset[int]) -> None:
        """Mark the articles that are still to be read, by the numbers of their entries."""
        self._model.set_unread(entries)
        self.tree.viewport().update()

    def model(self) -> ContentsModel:
        """Return the model of the whole contents."""
        return self._model

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Leave the filter by Escape, go down into the tree by the arrow key."""
        if watched is self.filter and event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
            if key == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return bool(super().eventFilter(watched, event))  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 14, 8)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        box = QVBoxLayout()
        box.setContentsMargins(12, 0, 12, 6)
        box.addWidget(self.filter)
        box.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(box)
        layout.addWidget(self.tree, 1)

    def _show_facts(self) -> None:
        opened = self._opened
        self._title.setText(opened.title if opened else "")
        if opened is None:
            self._facts.set_text("")
            return
        count = self.tr("%n article(s)", "", len(opened.outline.readable))
        publisher = opened.issue.masthead.publisher.text
        self._facts.set_text(" · ".join(part for part in (opened.edition, count, publisher) if part))

    def _fold(self) -> None:
        """Unfold the headings and fold the articles."""
        if self.tree.uniformRowHeights():
            return
        for entry in self._model.outline().entries:
            if is_heading_row(entry):
                self.tree.expand(self._shown_index(entry.index))

    def _shown_index(self, entry: int) -> QModelIndex:
        return self._shown.mapFromSource(self._model.index_of(entry))

    def _mark_current(self) -> None:
        """Tint the row of what is being read, wherever the arrow keys went."""
        index = self._shown_index(self._current)
        if index.isValid() and self.tree.currentIndex() != index:
            flags = QItemSelectionModel.SelectionFlag
            self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def _scroll_to_current(self) -> None:
        index = self._shown_index(self._current)
        if index.isValid():
            self.tree.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_filter(self, text: str) -> None:
        """Search off the GUI thread: the first pinyin search loads a dictionary."""
        query = text.strip()
        if not query:
            self._jobs.cancel(FILTER_JOB)
            self._show_found(None)
            return
        outline = self._model.outline()
        self._jobs.start(FILTER_JOB, lambda _report: matching_entries(outline, query), self._show_found)

    def _show_found(self, found: frozenset[int] | None) -> None:
        self._shown.show_only(found)
        self._nothing.setVisible(found is not None and not found)
        if found is None:
            self._fold()
            self.show_current(self._current)
        elif len(found) <= LONG_TREE:
            self.tree.expandAll()

    def _show_menu(self, point: QPoint) -> None:
        """Offer what can be done with the article or the section under the mouse, or the current one."""
        index = self.tree.indexAt(point)
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self.tree)
        menu.setObjectName("contentsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.readable:
            is_unread = bool(index.data(UNREAD_ROLE))
            action = menu.addAction(self.tr("Mark as Read") if is_unread else self.tr("Mark as Unread"))
            action.setObjectName("toggleRead")
            action.triggered.connect(lambda: self.read_toggled.emit(entry.index))
        if entry.is_node:
            action = menu.addAction(self.tr("Export or Print…"))
            action.setObjectName("handOnAction")
            action.triggered.connect(lambda: self.hand_on_wanted.emit(entry.index))
        self._offer_outline(menu, entry)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def _offer_outline(self, menu: QMenu, entry: Entry) -> None:
        """Offer what can be said of a heading: all but what it is already."""
        menu.addSeparator()
        words = {
            "article": self.tr("This Is an Article"),
            "section": self.tr("This Is a Section"),
            "subheading": self.tr("This Is a Subheading"),
            "text": self.tr("This Is No Heading"),
            "raise": self.tr("Move Up a Level"),
            "lower": self.tr("Move Down a Level"),
            "join_article": self.tr("Join with the Article Before"),
        }
        for name, text in words.items():
            if name != entry.kind and (entry.is_node or name in ("article", "section", "text")):
                action = menu.addAction(text)
                action.setObjectName(f"outline_{name}")
                action.triggered.connect(lambda _checked=False, name=name: self.outline_wanted.emit(name, entry.index))

    def _choose_first(self) -> None:
        """Read the first article that the filter found, or the first of a section that it found."""
        index = self._shown.index(0, 0)
        sections: list[Entry] = []
        while index.isValid():
            entry: Entry = index.data(ENTRY_ROLE)
            if entry.readable:
                self.chosen.emit(entry.index)
                return
            sections.append(entry)
            index = self.tree.indexBelow(index)
        if sections:
            readable = self._model.outline().readable
            first = next((number for number in readable if number > sections[-1].index), None)
            if first is not None:
                self.chosen.emit(first)
