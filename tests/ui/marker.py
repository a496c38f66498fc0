"""What a person does with marks in the window, and sees of them there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QToolButton, QWidget

from reader.model.marks import Bookmark, Highlight, Mark
from reader.ui.article.document_builder import GAP
from reader.ui.features.marks.bar import HighlightBar
from reader.ui.features.marks.desk import MarksDesk
from reader.ui.features.marks.listing import MarkRow
from reader.ui.features.marks.margin import MarginSigns
from reader.ui.features.marks.mark_tree import MarkTree
from reader.ui.features.marks.marks_model import title_of
from reader.ui.features.marks.marks_panel import MarksPanel
from reader.ui.kit.section_model import ROW_ROLE
from reader.ui.session.keeping import OwnKeeper
from reader.ui.window.main_window import MainWindow
from tests.ui.user import MILLISECONDS, User

WATERS = """水利通讯 2032年第3期

一、水库
　　上游来水比常年多两成。新建的闸门已经试运行，泄流能力提高到每秒 3 200 立方米。

北岭水库完成清淤
　　清淤工程历时九个月，共清出泥沙 46 万立方米。库容恢复到设计值的 97%。
　　监测站每小时回传一次水位，数据向下游县市公开。
　　工程队下月转往南塘水库，继续同样的作业。

南塘灌区开闸放水
　　春灌面积比去年多 1.2 万亩。灌区管理站在每条支渠安装了量水设备。
　　农户可以在手机上查到自己的用水量，多用的部分按阶梯收费。
"""


class Marker(User):
    """A person who marks what he reads."""

    def keep_in(self, path: Path) -> None:
        """Keep the marks in the library of the data folder, which is at `path`."""
        if not hasattr(self.window, "home"):  # a window that opens its library by itself does so there
            self.move_marks_to(path)

    def move_marks_to(self, path: Path) -> None:
        """Give the window a library after it was opened."""
        self.window.marks.keep_with(OwnKeeper(path, self.window))

    def open_and_wait(self, *paths: Path) -> None:
        """Open files and wait until their marks are known."""
        self.open_bulletin(*paths)
        self.wait_for_marks()

    def wait_for_marks(self) -> None:
        """Wait until the marks of the issue in front are known."""
        self.qtbot.waitUntil(self.window.marks.is_settled, timeout=MILLISECONDS)

    def key(self, keys: str) -> None:
        """Press a key where the focus is, as the system would deliver it."""
        self.press(keys, QApplication.focusWidget() or self.window)

    def read_text(self) -> None:
        """Put the focus into the text of this window."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.article.setFocus()

    def mark(self, words: str, keys: str = "", end: str = "") -> None:
        """Select some words, press Ctrl+H and, if wanted, a second key."""
        self.read_text()
        self.select(words, end or words)
        self.key("Ctrl+H")
        if keys:
            self.key(keys)

    def note(self, words: str, text: str) -> None:
        """Select some words and write a note on them."""
        self.read_text()
        self.select(words, words)
        self.key("Ctrl+Shift+H")
        self.write(text)
        self.key("Ctrl+Return")

    def write(self, text: str) -> None:
        """Write into the leaf that is open."""
        QTest.keyClicks(self.leaf(), text) if text.isascii() else self.leaf().insertPlainText(text)

    def drag(self, start: str, end: str) -> None:
        """Select with the mouse."""
        view, document = self.window.article.viewport(), self.window.article.document()
        first, last = document.find(start), document.find(end)
        first.setPosition(first.selectionStart())
        last.setPosition(last.selectionEnd())
        begin, stop = self.window.article.cursorRect(first).center(), self.window.article.cursorRect(last).center()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begin)
        for step in range(1, 5):
            QTest.mouseMove(view, begin + (stop - begin) * step / 4)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)
        QTest.qWait(20)

    def click_text(self, words: str) -> None:
        """Click on words of the article."""
        QTest.mouseClick(self.window.article.viewport(), Qt.MouseButton.LeftButton, pos=self.point_at(words))
        QTest.qWait(20)

    def show_marks(self) -> MarksPanel:
        """Open the list of marks and go there."""
        self.key("Ctrl+5")
        return self.panel()

    def click_mark(self, words: str) -> None:
        """Click the row of the list that says so."""
        tree = self.mark_list()
        index = self.index_of(words)
        tree.scrollTo(index)
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())
        self.wait_for_page()

    def choose_marks_scope(self, title: str) -> None:
        """Click a scope of the list."""
        self.click_bar("marksScope", title)

    # Seeing

    def desk(self) -> MarksDesk:
        """Return the desk of the marks."""
        assert self.window.marks.desk is not None
        return self.window.marks.desk

    def panel(self) -> MarksPanel:
        """Return the list with its switches."""
        assert self.window.marks.panel is not None
        return self.window.marks.panel

    def mark_list(self) -> MarkTree:
        """Return the list of marks."""
        return self.panel().tree

    def listed_marks(self) -> dict[str, list[str]]:
        """Return the first words of the rows below each heading."""
        sections = self.mark_list().marks.sections()
        return {section.title: [title_of(row) for row in section.rows] for section in sections}

    def listed_words(self) -> list[str]:
        """Return the first words of all rows."""
        return [words for rows in self.listed_marks().values() for words in rows]

    def index_of(self, words: str) -> QModelIndex:
        """Return the row of the list that says so."""
        model = self.mark_list().marks
        for head in (model.index(row, 0) for row in range(model.rowCount())):
            for at in range(model.rowCount(head)):
                index = model.index(at, 0, head)
                row: MarkRow = index.data(ROW_ROLE)
                if words in title_of(row):
                    return index
        raise AssertionError(f"no mark {words!r} among {self.listed_marks()}")

    def marks(self) -> list[Mark]:
        """Return the marks of the issue in front that have a place."""
        shelved = self.desk().shelf.current()
        return [mark for mark, _place in shelved.placed.marks] if shelved else []

    def highlights(self) -> list[tuple[str, str]]:
        """Return colour and words of each highlight of the issue."""
        return [(m.colour, m.locator.quote) for m in self.marks() if isinstance(m, Highlight)]

    def notes(self) -> list[str]:
        """Return the notes of the issue."""
        return [m.note for m in self.marks() if isinstance(m, Highlight) and m.note]

    def bookmarks(self) -> list[str]:
        """Return the names of the bookmarks of the issue."""
        return [m.name for m in self.marks() if isinstance(m, Bookmark)]

    def painted(self) -> list[tuple[str, str]]:
        """Return colour and words of what is painted on the page, from the top."""
        text = self.window.article.toPlainText()
        parts = sorted(self.desk().page.painted.stretches(), key=lambda s: (s.first, s.last))
        return [(s.mark.colour, text[s.first : s.last].replace(GAP, " ").replace("\n", "|")) for s in parts]

    def bar(self) -> HighlightBar:
        """Return the small bar."""
        return self.desk().page.bar

    def bar_button(self, name: str) -> QToolButton:
        """Return a button of the small bar."""
        found = self.bar().findChild(QToolButton, name)
        assert found is not None, name
        return found

    def leaf(self) -> QPlainTextEdit:
        """Return where notes are written; it must be open."""
        leaf = self.window.findChild(QPlainTextEdit, "noteText")
        assert leaf is not None and leaf.isVisible()
        return leaf

    def leaf_is_open(self) -> bool:
        """Tell whether a note is being written."""
        return self.desk().editor.isVisible()

    def margin(self) -> MarginSigns:
        """Return the strip with the signs."""
        return self.desk().page.margin

    def starred(self) -> list[str]:
        """Return the titles that carry a star in the contents."""
        model = self.window.contents.model()
        delegate = self.tree().itemDelegate()
        return [model.outline().entries[index].title for index in sorted(delegate.starred)]

    def told(self) -> str:
        """Return the sentence in the status line."""
        return self.window.status.message.whole_text()


def press_button(widget: QWidget, name: str) -> None:
    """Click a button by its name."""
    button = widget.findChild(QPushButton, name) or widget.findChild(QToolButton, name)
    assert button is not None and button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))


def marker(window: MainWindow, user: User) -> Marker:
    """Return the same person as one who marks."""
    return Marker(window, user.qtbot)
