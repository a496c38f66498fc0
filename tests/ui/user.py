"""What a person does in the window and sees there, so that tests can speak his words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QTabBar, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.article.document_builder import GAP, WORD_JOINER
from reader.ui.features.original.original_view import OriginalView
from reader.ui.features.panel.mention_tree import MentionTree
from reader.ui.window.main_window import MainWindow

MILLISECONDS = 20_000


class User:
    """A person at one window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    # Doing

    def open_bulletin(self, *paths: Path) -> None:
        """Open files and wait until the first can be read and all are there."""
        wanted = len(self.window.session.issues()) + len(paths)
        self.window.opening.open_paths(list(paths))
        self.qtbot.waitUntil(lambda: len(self.window.session.issues()) == wanted, timeout=MILLISECONDS)
        self.wait_for_page()

    def try_to_open(self, path: Path) -> None:
        """Open a file and wait for its end, whatever it is."""
        self.window.opening.open_paths([path])
        self.qtbot.waitUntil(lambda: not self.window.session.opening(), timeout=MILLISECONDS)

    def wait_for_page(self) -> None:
        """Wait until the article is complete."""
        self.qtbot.waitUntil(self.window.article.is_complete, timeout=MILLISECONDS)

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press a key with its modifiers, as in `Ctrl+Shift+O`."""
        *modifiers, key = keys.split("+")
        names = {"Ctrl": "ControlModifier", "Alt": "AltModifier", "Shift": "ShiftModifier"}
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= getattr(Qt.KeyboardModifier, names[modifier])
        QTest.keyClick(widget or self.window, getattr(Qt.Key, f"Key_{key}"), held)
        self.wait_for_page()

    def type_into(self, name: str, text: str) -> None:
        """Type a text into the field of this name."""
        field = self.widget(name)
        field.setFocus()
        QTest.keyClicks(field, text)

    def click(self, name: str) -> None:
        """Click the button of this name."""
        button = self.window.findChild(QAbstractButton, name)
        assert button is not None, name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_contents(self, title: str) -> None:
        """Click the row of the contents whose title begins so."""
        tree = self.tree()
        tree.scrollTo(self.row(title))
        place = tree.visualRect(self.row(title)).center()
        self.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.wait_for_page()

    def click_arrow(self, title: str) -> None:
        """Click the fold arrow of a row."""
        rect = self.tree().visualRect(self.row(title))
        self.qtbot.mouseClick(self.tree().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, rect.center().y()))

    def click_left_out(self, row: int) -> None:
        """Click a row of the list of what was left out."""
        view = self.left_out()
        place = view.visualRect(view.model().index(row, 0)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def open_harbour(self, path: Path) -> None:
        """Open the harbour issue and wait until its figures and contacts are listed."""
        self.open_bulletin(path)
        self.wait_for_mentions()

    def wait_for_mentions(self) -> None:
        """Wait until all has been taken out of the issue."""
        self.qtbot.waitUntil(self.window.panel.is_settled, timeout=MILLISECONDS)

    def choose_tab(self, title: str) -> None:
        """Click a tab of the panel."""
        self.click_bar("sideTabs", title)

    def choose_scope(self, title: str) -> None:
        """Click one side of the scope switch."""
        self.click_bar("scopeSwitch", title)

    def click_bar(self, name: str, title: str) -> None:
        """Click the tab of this title in a bar."""
        bar = self.window.findChild(QTabBar, name)
        assert bar is not None, name
        at = next(at for at in range(bar.count()) if bar.tabText(at) == title)
        self.qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())

    def save(self, act: str) -> None:
        """Choose an entry of the menu that saves what the panel lists."""
        action = self.widget("saveButtonMenu").findChild(QAction, act)
        assert action is not None, act
        action.trigger()

    def filter_panel(self, text: str) -> None:
        """Write into the filter of the panel, Han as well, and wait for the list."""
        field = self.widget("sideFilter")
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.setText(text)
        QTest.qWait(200)

    def click_mention(self, text: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click the row of the panel's list that says so."""
        view = self.list()
        index = self.mention_row(text)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
        self.wait_for_page()

    def point_at(self, text: str) -> QPoint:
        """Return where the first occurrence of a text stands in the article's viewport, scrolled into view."""
        article = self.window.article
        cursor = article.document().find(text)
        assert not cursor.isNull(), text
        article.show_offset(article.built().offsets.source_at(cursor.selectionStart()) or 0)
        cursor.setPosition(cursor.selectionStart() + 1)
        return article.cursorRect(cursor).center() - QPoint(3, 0)

    def hover(self, point: QPoint) -> None:
        """Move the mouse to a point of the article, from elsewhere."""
        viewport = self.window.article.viewport()
        QTest.mouseMove(viewport, QPoint(2, viewport.height() - 2))
        QTest.mouseMove(viewport, point)

    def select(self, start: str, end: str) -> None:
        """Select the article from the first occurrence of a text to the end of another."""
        document = self.window.article.document()
        cursor = document.find(start)
        cursor.setPosition(cursor.selectionStart())
        cursor.setPosition(document.find(end, cursor).selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        self.window.article.setTextCursor(cursor)

    # Seeing

    def widget(self, name: str) -> QWidget:
        """Return the widget of this name."""
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def sees(self, name: str) -> bool:
        """Tell whether the widget of this name is there and shown."""
        found = self.window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def tree(self) -> QTreeView:
        """Return the contents tree."""
        found = self.window.findChild(QTreeView, "contentsTree")
        assert found is not None
        return found

    def left_out(self) -> QListView:
        """Return the list of what was left out."""
        found = self.window.findChild(QListView, "leftOutList")
        assert found is not None
        return found

    def original(self) -> OriginalView:
        """Return the view of the original."""
        assert self.window.original.original is not None
        return self.window.original.original

    def tabs(self) -> list[str]:
        """Return the titles of the open issues that can be chosen by a tab."""
        bar = self.window.findChild(QTabBar, "issueTabs")
        assert bar is not None
        return [bar.tabText(at) for at in range(bar.count())] if bar.isVisible() else []

    def list(self) -> MentionTree:
        """Return the list of the panel that is in front."""
        assert self.window.panel.panel is not None
        return self.window.panel.panel.list()

    def listed(self) -> dict[str, list[str]]:
        """Return what the panel lists: the rows below each heading, as a screen reader says them."""
        model = self.list().mentions
        role = int(Qt.ItemDataRole.AccessibleTextRole)
        heads = [model.index(row, 0) for row in range(model.rowCount())]
        return {
            str(head.data()): [str(model.index(row, 0, head).data(role)) for row in range(model.rowCount(head))]
            for head in heads
        }

    def mention_row(self, text: str) -> QModelIndex:
        """Return the first row of the panel's list that says so."""
        model = self.list().mentions
        for head in (model.index(row, 0) for row in range(model.rowCount())):
            for row in range(model.rowCount(head)):
                index = model.index(row, 0, head)
                if text in str(index.data()):
                    return index
        raise AssertionError(f"no row {text!r} among {self.listed()}")

    def flashed(self) -> str:
        """Return the words of the article that are lit."""
        article = self.window.article
        lit = article.layer.flashed()
        return article.toPlainText()[lit[0] : lit[1]].replace(GAP, " ") if lit else ""

    def marked(self) -> list[str]:
        """Return the words of the article that carry a mark."""
        article = self.window.article
        return [article.toPlainText()[first:last].replace(GAP, " ") for first, last in article.layer.marked()]

    def article_text(self) -> str:
        """Return what the article says, as it would be copied."""
        return self.window.article.toPlainText().replace(WORD_JOINER, "").replace(GAP, " ")

    def title(self) -> str:
        """Return the title of the article."""
        return self.article_text().partition("\n")[0]

    def rows(self) -> list[str]:
        """Return the titles that the contents show, folded ones left out."""
        tree = self.tree()
        rows = []
        index = tree.model().index(0, 0)
        while index.isValid():
            rows.append(str(index.data()))
            index = tree.indexBelow(index)
        return rows

    def row(self, title: str) -> QModelIndex:
        """Return the row of the contents whose title begins so."""
        tree = self.tree()
        index = tree.model().index(0, 0)
        while index.isValid():
            if str(index.data()).startswith(title):
                return index
            index = tree.indexBelow(index)
        raise AssertionError(f"no row {title!r} among {self.rows()}")

    def text_of(self, name: str) -> str:
        """Return what a label or button shows."""
        return str(self.widget(name).property("text"))
