"""What a person does in the dialog that hands articles on, and sees there."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from reader.ui.features.export.article_list import ArticleList
from reader.ui.features.export.dialog import HandDialog
from tests.ui.marker import Marker
from tests.ui.user import MILLISECONDS

DAMS = """# 水利通讯 2032年第3期

## 水库

### 北岭水库完成清淤

清淤工程历时九个月，共清出泥沙 46 万立方米。库容恢复到设计值的 97%。

监测站每小时回传一次水位，数据向下游县市公开。

### 南塘灌区开闸放水

春灌面积比去年多 1.2 万亩。灌区管理站在每条支渠安装了量水设备。

## 海塘

### 东堤加高两尺

大潮前完工，堤顶可以通车。

""" + "\n\n".join(f"第 {day} 天，堤身又高出一寸。" + "潮位平稳，工地无事。" * 12 for day in range(1, 31))


class Hander(Marker):
    """A person who marks what he reads and hands it on."""

    def hand_on(self, keys: str = "Ctrl+P") -> HandDialog:
        """Press the key and wait until the pages are shown."""
        self.read_text()
        self.key(keys)
        return self.wait_for_pages()

    def wait_for_pages(self) -> HandDialog:
        """Wait until the dialog shows what is chosen."""
        self.qtbot.waitUntil(self.window.export.is_settled, timeout=MILLISECONDS)
        return self.dialog()

    def dialog(self) -> HandDialog:
        """Return the dialog, which is open."""
        assert self.window.export.desk is not None and self.window.export.desk.dialog is not None
        return self.window.export.desk.dialog

    def is_open(self) -> bool:
        """Tell whether the dialog is there."""
        return self.window.export.desk is not None and self.window.export.desk.dialog is not None

    def button(self, name: str) -> QAbstractButton:
        """Return a button of the dialog."""
        found = self.dialog().findChild(QAbstractButton, name)
        assert found is not None, name
        return found

    def choose(self, *names: str) -> None:
        """Click buttons of the dialog and wait for what it shows then."""
        for name in names:
            button = self.button(name)
            assert button.isEnabled(), name
            QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(10, button.height() // 2))
        if self.is_open():
            self.wait_for_pages()

    def strike(self, keys: str) -> None:
        """Press a key where the focus is in the dialog."""
        dialog = self.dialog()
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            self.qtbot.waitUntil(dialog.isActiveWindow, timeout=MILLISECONDS)
        self.press(keys, QApplication.focusWidget() or dialog)

    def tick(self, title: str) -> None:
        """Tick an article of the list."""
        articles = self.articles()
        item = next(item for item in articles._items.values() if item.text(0) == title)
        done = item.checkState(0) == Qt.CheckState.Checked
        item.setCheckState(0, Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)

    def articles(self) -> ArticleList:
        """Return the list of articles to tick."""
        found = self.dialog().form.articles
        assert found is not None
        return found

    def shown(self) -> list[str]:
        """Return the text of each page in the preview, without spaces."""
        pages = self.dialog().preview.pages._pages
        assert pages is not None
        return [tight(page.get_textpage().get_text_range()) for page in pages._document]

    def says(self, name: str) -> str:
        """Return what a label of the dialog says; nothing where it is hidden."""
        label = self.dialog().findChild(QLabel, name)
        assert label is not None, name
        return label.text() if label.isVisible() else ""

    def trigger(self, menu: QWidget, name: str) -> None:
        """Choose an entry of a menu that is open."""
        action = menu.findChild(QAction, name)
        assert action is not None and action.isEnabled(), name
        action.trigger()
        menu.close()

    def wait_until_told(self, words: str) -> None:
        """Wait for a sentence in the status line."""
        self.qtbot.waitUntil(lambda: words in self.told(), timeout=MILLISECONDS)

    def wait_for_message(self, words: str) -> None:
        """Wait for a sentence above the article."""
        self.qtbot.waitUntil(lambda: words in self.window.message_bar.text.text(), timeout=MILLISECONDS)


def tight(text: str) -> str:
    """Return a text without spaces."""
    return "".join(text.split())


def text_of_pdf(path: Path) -> list[str]:
    """Return the text of each page of a file, without spaces."""
    with pypdfium2.PdfDocument(path) as document:
        return [tight(page.get_textpage().get_text_range()) for page in document]
