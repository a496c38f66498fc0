"""Show a page in a bare window, tell when it has settled, and quit; `startup` runs it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextBrowser, QTextEdit, QTreeView

from tests.benchmarks.figures import peak_memory
from tests.benchmarks.watch import SettledWatch

SIZE = (1440, 900)  # as the reader's window
TREE_WIDTH = 312


def main(page: str) -> int:
    """Run the window until it has painted the titles and the text of `page`, which `settle_reader` wrote."""
    shown = json.loads(Path(page).read_text("utf-8"))
    application = QApplication([])
    window = QMainWindow()
    tree = QTreeView(headerHidden=True)
    model = QStandardItemModel(tree)
    for title in shown["titles"]:
        model.appendRow(QStandardItem(title))
    tree.setModel(model)
    view = QTextBrowser(objectName="bare")
    view.setPlainText(shown["text"])
    splitter = QSplitter()
    splitter.addWidget(tree)
    splitter.addWidget(view)
    splitter.setSizes([TREE_WIDTH, SIZE[0] - TREE_WIDTH])
    window.setCentralWidget(splitter)
    window.resize(*SIZE)
    window.show()
    watch = SettledWatch("bare", 2, _report)
    application.exec()
    watch.deleteLater()
    return 0


def _report(_view: QTextEdit) -> None:
    print(json.dumps({"settled": time.monotonic(), "memory": peak_memory()}), flush=True)
    QApplication.quit()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
