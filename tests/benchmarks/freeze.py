"""Measure how long the window stands still while a big text opens: `python -m tests.benchmarks.freeze [MB]`.

A text of 10 MB is opened in the real window without a screen, while a timer on the GUI thread ticks every 5
ms: the longest time between two ticks is the longest freeze. A second window is told to stop halfway. Then the
same text is opened as a single line: no search over the whole of it and no layout may take the window along.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import ROOT, joined_copies, peak_memory, seed_text

MEGABYTES = 10.0
LINGER = 9000  # ms to watch after the first page was painted: figures and contacts are taken out meanwhile
CANCEL_AFTER = 400  # ms


def main(arguments: list[str]) -> int:
    """Print the longest freeze of opening and of cancelling, and of opening one line, each in a process of its own."""
    if arguments[:1] in (["open"], ["cancel"]):
        return _open(Path(arguments[1])) if arguments[0] == "open" else _cancel(Path(arguments[1]))
    size = float(arguments[0]) if arguments else MEGABYTES
    text = seed_text()
    copies = max(1, round(size * 1e6 / len(text.encode())))
    with tempfile.TemporaryDirectory() as home:
        big, line = Path(home) / "big.txt", Path(home) / "one line.txt"
        big.write_text(joined_copies(text, copies), encoding="utf-8")
        line.write_text(joined_copies(text, copies).replace("\n", ""), encoding="utf-8")
        environment = {
            **os.environ,
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "BULLETIN_READER_DATA": home,
            "QT_QPA_PLATFORM": "offscreen",
        }
        print(f"{big.stat().st_size / 1e6:.1f} MB, {copies} copies of the sample issues", flush=True)
        for mode, path in (("open", big), ("cancel", big), ("open", line)):
            if path is line:
                print(f"{line.stat().st_size / 1e6:.1f} MB in one line", flush=True)
            command = [sys.executable, "-m", __spec__.name, mode, str(path)]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return 0


def _open(path: Path) -> int:
    """Open the file to the end and watch the GUI thread."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reader.ui import app
    from tests.benchmarks.watch import GapWatch

    app.make_application()
    watch = GapWatch()
    started = time.monotonic()

    def settle() -> None:
        print(f"open:   first page after {time.monotonic() - started:.1f} s")
        QTimer.singleShot(LINGER, QApplication.closeAllWindows)

    app.run([path], on_settled=settle)
    print(
        f"open:   longest freeze {watch.longest * 1000:.0f} ms, {watch.ticks} ticks, peak memory {peak_memory():.0f} MB"
    )
    return 0


def _cancel(path: Path) -> int:
    """Start opening the file, press Cancel and close."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QPushButton

    from reader.ui import app
    from tests.benchmarks.watch import GapWatch

    app.make_application()
    watch = GapWatch()
    pressed: list[float] = []

    def press() -> None:
        buttons = [widget for widget in QApplication.allWidgets() if widget.objectName() == "cancelOpening"]
        assert isinstance(buttons[0], QPushButton), "no button to cancel with"
        assert buttons[0].isVisible(), "nothing is being opened any more"
        pressed.append(time.monotonic())
        buttons[0].click()
        QTimer.singleShot(0, QApplication.closeAllWindows)

    QTimer.singleShot(CANCEL_AFTER, press)
    app.run([path])
    print(f"cancel: stopped and closed {time.monotonic() - pressed[0]:.2f} s after the button was pressed")
    print(f"cancel: longest freeze {watch.longest * 1000:.0f} ms, {watch.ticks} ticks")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
