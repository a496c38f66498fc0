"""Open a bulletin in the reader, tell when its first page has settled, and quit; `startup` runs it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader import cli
from tests.benchmarks.figures import peak_memory

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

View = TypeVar("View", bound="QWidget")


def main(issue: str, page: str) -> int:
    """Start as the command line does; write the titles and the article shown to the file `page`."""
    return cli.open_window([Path(issue)], on_settled=lambda: _when_idle(page))


def _when_idle(page: str) -> None:
    from PySide6.QtCore import QTimer  # imported here: the reader decides when Qt is loaded

    QTimer.singleShot(0, lambda: _report(page))


def _report(page: str) -> None:
    from PySide6.QtWidgets import QApplication

    print(json.dumps({"settled": time.monotonic(), "memory": peak_memory()}), flush=True)
    Path(page).write_text(json.dumps({"titles": _shown_titles(), "text": _shown_text()}), encoding="utf-8")
    QApplication.closeAllWindows()


def _shown_titles() -> list[str]:
    from PySide6.QtWidgets import QTreeView

    tree = _shown("contentsTree", QTreeView)
    titles = []
    index = tree.model().index(0, 0)
    while index.isValid():
        titles.append(str(index.data()))
        index = tree.indexBelow(index)
    return titles


def _shown_text() -> str:
    from PySide6.QtWidgets import QTextEdit

    return _shown("articleView", QTextEdit).toPlainText()


def _shown(name: str, kind: type[View]) -> View:
    from PySide6.QtWidgets import QApplication

    view = next(widget for widget in QApplication.allWidgets() if widget.objectName() == name)
    assert isinstance(view, kind)
    return view


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
