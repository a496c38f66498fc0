"""Show a text file in a bare window, tell when it has settled, and quit; `startup` runs it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser, QTextEdit

from tests.benchmarks.figures import peak_memory
from tests.benchmarks.watch import SettledWatch

SIZE = (1440, 900)  # as the reader's window


def main(path: str) -> int:
    """Run the window until it has painted the text."""
    application = QApplication([])
    window = QMainWindow()
    view = QTextBrowser(objectName="bare")
    view.setPlainText(Path(path).read_text("utf-8"))
    window.setCentralWidget(view)
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
