"""Open a bulletin in the reader, tell when its first page has settled, and quit; `startup` runs it."""

from __future__ import annotations

import functools
import json
import sys
import time
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit, QTreeView, QWidget

import reader.ui.app
from reader import cli
from tests.benchmarks.figures import peak_memory

View = TypeVar("View", bound=QWidget)


def main(issue: str, page: str) -> int:
    """Start through the command line, as a user does; write the titles and the article shown to the file `page`."""

    def report() -> None:
        print(json.dumps({"settled": time.monotonic(), "memory": peak_memory()}), flush=True)
        Path(page).write_text(json.dumps({"titles": _shown_titles(), "text": _shown_text()}), encoding="utf-8")
        QApplication.closeAllWindows()

    settled = functools.partial(QTimer.singleShot, 0, report)
    reader.ui.app.run = functools.partial(reader.ui.app.run, on_settled=settled)
    return cli.main([issue])


def _shown_titles() -> list[str]:
    tree = _shown("contentsTree", QTreeView)
    titles = []
    index = tree.model().index(0, 0)
    while index.isValid():
        titles.append(str(index.data()))
        index = tree.indexBelow(index)
    return titles


def _shown_text() -> str:
    return _shown("articleView", QTextEdit).toPlainText()


def _shown(name: str, kind: type[View]) -> View:
    view = next(widget for widget in QApplication.allWidgets() if widget.objectName() == name)
    assert isinstance(view, kind)
    return view


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
