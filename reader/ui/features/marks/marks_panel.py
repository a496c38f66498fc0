"""The list of bookmarks, highlights and notes: of the article, of the issue, or of all issues."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.marks import COLOURS, Bookmark
from reader.ui.features.marks.bar import DOT, dot
from reader.ui.features.marks.listing import KINDS, SCOPES, ListWish, MarkRow, sections_of
from reader.ui.features.marks.mark_tree import MarkTree
from reader.ui.features.marks.words import colour_names, kind_names
from reader.ui.kit.fonts import Families
from reader.ui.kit.theme import Theme, style_sheet
from reader.ui.session.settings import Settings

FILTER_MILLISECONDS = 120


class MarksPanel(QWidget):
    """List marks, narrow them down, and tell what is to be done with them."""

    chosen = Signal(object)  # the Mark to show in the text
    delete_wanted = Signal(object)  # a tuple of Marks
    edit_wanted = Signal(object)  # the Mark whose note or name is to be written
    attach_wanted = Signal(object)  # the Mark that is to take the selected text
    hand_on_wanted = Signal(str)  # the highlights of a scope: article, issue
    scope_changed = Signal()
    left = Signal()  # the user wants to go back to the text

    def __init__(self, settings: Settings, families: Families, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marksPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._rows: tuple[MarkRow, ...] = ()
        self.scopes = QTabBar(self)
        self.scopes.setObjectName("marksScope")
        self.scopes.setDrawBase(False)
        self.scopes.setExpanding(False)
        for _scope in SCOPES:
            self.scopes.addTab("")
        self.scopes.setCurrentIndex(SCOPES.index(settings.marks_scope) if settings.marks_scope in SCOPES else 0)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("marksFilter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAcceptDrops(False)
        self.filter.installEventFilter(self)
        self._kinds = {kind: self._switch(f"kind_{kind}") for kind in KINDS}
        self._colours = {colour: self._switch(f"show_{colour}") for colour in COLOURS}
        self.order = self._switch("marksNewest")
        self.order.setChecked(settings.marks_newest)
        self.tree = MarkTree(families, theme, self)
        self._state = QLabel(self)
        self._state.setObjectName("marksState")
        self._state.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.attach = QPushButton(self)
        self.attach.setObjectName("attachMark")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(FILTER_MILLISECONDS)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of another theme from now on."""
        self.setStyleSheet(style_sheet(theme, (), (), "marks"))
        for colour, button in self._colours.items():
            button.setIcon(dot(theme, colour))
        self.tree.cards.theme = theme
        self.tree.viewport().update()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for at, title in enumerate((self.tr("Article"), self.tr("Issue"), self.tr("All issues"))):
            self.scopes.setTabText(at, title)
        self.scopes.setAccessibleName(self.tr("Scope"))
        self.filter.setPlaceholderText(self.tr("Filter marks"))
        self.filter.setAccessibleName(self.tr("Filter marks"))
        for kind, name in kind_names().items():
            self._kinds[kind].setText(name)
        for colour, name in colour_names().items():
            self._colours[colour].setToolTip(name)
            self._colours[colour].setAccessibleName(name)
        self.order.setText(self.tr("Newest first"))
        self.tree.setAccessibleName(self.tr("Marks"))
        self.setAccessibleName(self.tr("Marks"))
        self.attach.setText(self.tr("Attach to the Selected Text"))
        self._list()

    def scope(self) -> str:
        """Return the scope: article, issue or all."""
        return SCOPES[max(self.scopes.currentIndex(), 0)]

    def show_rows(self, rows: tuple[MarkRow, ...]) -> None:
        """List other marks."""
        self._rows = rows
        self._list()

    def take_focus(self) -> None:
        """Let the keyboard move among the marks, or in the filter when there are none."""
        if self.tree.isVisibleTo(self):
            self.tree.take_focus()
        else:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the filter by Down for the list, by Escape for the text once it is empty."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.tree.take_focus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.filter.text():
                    self.filter.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _switch(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setChecked(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name.startswith("show_"):
            button.setIconSize(QSize(DOT, DOT))
            button.setProperty("dot", True)
        return button

    def _lay_out(self) -> None:
        kinds, colours = QHBoxLayout(), QHBoxLayout()
        for row, buttons in ((kinds, self._kinds), (colours, self._colours)):
            row.setSpacing(2)
            for button in buttons.values():
                row.addWidget(button)
            row.addStretch(1)
        colours.addWidget(self.order)
        head = QVBoxLayout()
        head.setContentsMargins(12, 10, 12, 4)
        head.setSpacing(6)
        head.addWidget(self.scopes)
        head.addWidget(self.filter)
        head.addLayout(kinds)
        head.addLayout(colours)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 6, 12, 10)
        foot.addWidget(self.attach)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._state, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        tree = self.tree
        self.scopes.currentChanged.connect(self._on_scope)
        self.filter.textChanged.connect(lambda _text: self._waiting.start())
        self.filter.returnPressed.connect(tree.choose_first)
        self._waiting.timeout.connect(self._list)
        for button in (*self._kinds.values(), *self._colours.values(), self.order):
            button.toggled.connect(lambda _on: self._list())
        tree.chosen.connect(lambda row: self.chosen.emit(row.mark))
        tree.edit_wanted.connect(lambda row: self.edit_wanted.emit(row.mark))
        tree.delete_wanted.connect(lambda rows: self.delete_wanted.emit(tuple(row.mark for row in rows)))
        tree.left.connect(self.left)
        tree.typed.connect(self._type_on)
        tree.menu_wanted.connect(self._show_menu)
        tree.selectionModel().currentChanged.connect(lambda _now, _before: self._show_attach())
        self.attach.clicked.connect(self._on_attach)

    def _on_scope(self) -> None:
        self._settings.marks_scope = self.scope()
        self.scope_changed.emit()

    def _wish(self) -> ListWish:
        kinds = frozenset(kind for kind, button in self._kinds.items() if button.isChecked())
        colours = frozenset(colour for colour, button in self._colours.items() if button.isChecked())
        return ListWish(kinds, colours, self.filter.text(), self.order.isChecked())

    def _list(self) -> None:
        """List the marks that are wanted."""
        wish = self._wish()
        self._settings.marks_newest = wish.newest
        names = self.scope() == "all"
        sections = sections_of(self._rows, wish, names_issues=names, orphans=self.tr("To be claimed"))
        self.tree.show_sections(sections)
        self.tree.setVisible(bool(sections))
        self._state.setVisible(not sections)
        self._state.setText(
            self.tr("No mark matches.")
            if self._rows
            else self.tr(
                "Nothing is marked here yet. Select text and press Ctrl+H to highlight it, or Ctrl+B to set a bookmark."
            )
        )
        self._show_attach()

    def _show_attach(self) -> None:
        row = self.tree.current_row()
        self.attach.setVisible(row is not None and row.is_orphan)

    def _on_attach(self) -> None:
        row = self.tree.current_row()
        if row:
            self.attach_wanted.emit(row.mark)

    def _type_on(self, text: str) -> None:
        self.filter.setFocus()
        self.filter.insert(text)

    def _show_menu(self, point: QPoint) -> None:
        """Offer what can be done with the current mark."""
        row, rows = self.tree.current_row(), self.tree.rows()
        if row is None or not rows:
            return
        menu = QMenu(self)
        menu.setObjectName("marksMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.is_orphan:
            menu.addAction(self.tr("Attach to the Selected Text"), self._on_attach).setObjectName("attachAction")
        else:
            menu.addAction(self.tr("Show in the Text"), lambda: self.chosen.emit(row.mark)).setObjectName("goAction")
        edit = self.tr("Rename…") if isinstance(row.mark, Bookmark) else self.tr("Write Note…")
        menu.addAction(edit, lambda: self.edit_wanted.emit(row.mark)).setObjectName("editAction")
        menu.addAction(self.tr("Copy"), self.tree.copy).setObjectName("copyAction")
        hand_on = menu.addAction(self.tr("Export the Highlights…"), lambda: self.hand_on_wanted.emit(self.scope()))
        hand_on.setObjectName("handOnAction")
        marks = tuple(row.mark for row in rows)
        menu.addAction(self.tr("Delete"), lambda: self.delete_wanted.emit(marks)).setObjectName("deleteAction")
        menu.popup(point)
