"""Measure finding in the window: `python -m tests.benchmarks.find_in_window [MEGABYTES]`.

A big text is opened in the real window without a screen, and words are written into the find bar. Prints when the first
match is counted, when all are, and the longest time that the window stood still meanwhile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.figures import joined_copies, seed_text

MEGABYTES = 10.0
LAST = "独角兽在末段。"
WORDS = ("研究", "30亿美元", "材料", "没有这个词", "独角兽")
PATTERNS = (r"\d+亿", "[研究]{2}", "(x+x+)+y")
SETTLE = 2.0  # seconds after which what runs beside the first page has begun


def main(arguments: list[str]) -> int:
    """Print a line for each wish."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from reader.ui import app
    from reader.ui.session.settings import Settings

    application = app.make_application()
    window = app.open_window(application, Settings(theme="light", language="zh", show_side=False))
    window.resize(1440, 900)
    window.show()
    megabytes = float(arguments[0]) if arguments else MEGABYTES
    text = seed_text()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.txt"
        copies = max(1, round(megabytes * 1e6 / len(text.encode())))
        path.write_text(f"{joined_copies(text, copies)}\n\n{LAST}\n", encoding="utf-8")
        window.opening.open_paths([path])
        _watch(lambda: window.session.current() is not None and window.article.is_complete())
        until = time.perf_counter() + SETTLE
        _watch(lambda: time.perf_counter() > until and not window.session.jobs.running())
        window.finding.ask()
        bar, desk = window.finding.bar, window.finding.desk
        assert bar and desk
        for words in (*WORDS, *PATTERNS):
            bar.switches["findPattern"].setChecked(words in PATTERNS)
            started = time.perf_counter()
            bar.field.setText(words)
            typed = time.perf_counter() - started
            first, pause = _watch(lambda: desk.count() > 0 or window.finding.is_settled())
            rest, later = _watch(window.finding.is_settled)
            print(
                f"{words}: first after {(typed + first) * 1000:.0f} ms, {desk.count()} after "
                f"{(typed + first + rest) * 1000:.0f} ms, longest pause {max(typed, pause, later) * 1000:.0f} ms"
            )
    window.close()
    return 0


def _watch(condition: Callable[[], bool]) -> tuple[float, float]:
    """Serve events until a condition holds; return how long it took, and the longest turn of the event loop."""
    from PySide6.QtWidgets import QApplication

    started = before = time.perf_counter()
    longest = 0.0
    while not condition():
        QApplication.processEvents()
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
        time.sleep(0.0005)
    return time.perf_counter() - started, longest


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
