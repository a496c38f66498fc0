"""Open a bulletin in the reader, tell when its first page has settled, and quit; `startup` runs it."""

from __future__ import annotations

import functools
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

import reader.ui.app
from reader import cli
from tests.benchmarks.figures import peak_memory


def main(issue: str, text: str) -> int:
    """Start through the command line, as a user does; write the shown article to the file `text`."""

    def report() -> None:
        print(json.dumps({"settled": time.monotonic(), "memory": peak_memory()}), flush=True)
        Path(text).write_text(_shown_text(), encoding="utf-8")
        QApplication.closeAllWindows()

    settled = functools.partial(QTimer.singleShot, 0, report)
    reader.ui.app.run = functools.partial(reader.ui.app.run, on_settled=settled)
    return cli.main([issue])


def _shown_text() -> str:
    views = [widget for widget in QApplication.allWidgets() if widget.objectName() == "articleView"]
    assert isinstance(views[0], QTextEdit)
    return views[0].toPlainText()


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
