"""Measure what highlights cost when an article is shown: `python -m tests.benchmarks.highlights [RUNS [CHARACTERS]]`.

An article of 20,000 characters is shown plain and with 200 highlights (one in a hundred characters), in turn, from the
call until it has been painted; the difference of the medians is what the highlights cost. Scrolling through it is
measured both ways too. CPU time of the process is what counts, so that other programs at work do not.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from reader.model.document import Span
from reader.model.marks import COLOURS, Highlight, new_id
from reader.store import Edit, make_locator
from reader.ui import app as reader_app
from reader.ui.features.marks.desk import MarksDesk
from reader.ui.session.settings import Settings
from reader.ui.window.main_window import MainWindow

RUNS = 15
CHARACTERS = 20_000
HIGHLIGHT_EACH = 100  # characters
LIMIT = 50.0  # milliseconds
PAGES = 8  # that are scrolled through
WORDS = "水库库容闸门泄流监测流域径流堤防灌区渠道泵站调度汛期枯水泥沙清淤蓄水供水节水生态补水预报"


def main(arguments: list[str]) -> int:
    """Print the cost of showing and of scrolling, plain and with highlights; fail above the limit."""
    given = tuple(map(int, arguments))
    runs, characters = given + (RUNS, CHARACTERS)[len(given) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bulletin.txt"
        path.write_text(article_text(characters), encoding="utf-8")
        window, desk = opened(path)
        plain, marked = measure(window, desk, runs, characters // HIGHLIGHT_EACH)
        window.close()
    cost = median(marked[0]) - median(plain[0])
    for name, (shown, scrolled) in (("plain", plain), (f"{characters // HIGHLIGHT_EACH} highlights", marked)):
        print(f"{name:>15}: shown in {median(shown):6.1f} ms, a page scrolled in {median(scrolled):5.2f} ms")
    print(f"{'cost':>15}: {cost:.1f} ms (limit {LIMIT:.0f})")
    return int(cost > LIMIT)


def article_text(size: int, seed: int = 11) -> str:
    """Return a bulletin of one article."""
    draw = random.Random(seed)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        sentences = ("".join(draw.choices(WORDS, k=draw.randint(12, 40))) + "。" for _ in range(draw.randint(3, 7)))
        paragraphs.append("　　" + "".join(sentences))
    return "水利通讯 2032年第3期\n\n流域年度报告\n\n" + "\n".join(paragraphs) + "\n"


def opened(path: Path) -> tuple[MainWindow, MarksDesk]:
    """Open a window with a file, and wait until its marks could be made."""
    application = reader_app.make_application()
    window = reader_app.open_window(application, Settings(theme="light", language="zh", show_side=False))
    window.resize(1440, 900)
    window.show()
    window.session.open_paths([path])
    until = time.monotonic() + 60
    while not (window.session.current() and window.marks.is_settled()) and time.monotonic() < until:
        application.processEvents()
    assert window.marks.desk is not None
    return window, window.marks.desk


def measure(
    window: MainWindow, desk: MarksDesk, runs: int, highlights: int
) -> tuple[tuple[list[float], list[float]], ...]:
    """Return milliseconds of showing and of scrolling a page, plain and marked, measured in turn."""
    shelved = desk.shelf.ready()
    assert shelved is not None
    draw = random.Random(3)
    entry = window.session.entry()
    assert entry is not None
    low, high = entry.node.blocks[0].spans[0].start, entry.node.blocks[-1].spans[-1].end
    starts = sorted(draw.sample(range(low, high - 60), highlights))
    edits = []
    for number, start in enumerate(starts):
        locator = make_locator(shelved.text, shelved.key, [Span(start, start + draw.randint(4, 60))])
        assert locator is not None
        look = {"colour": COLOURS[number % len(COLOURS)], "underline": number % 7 == 0}
        edits.append(Edit(None, Highlight(new_id(), locator, note="注" * (number % 2), **look)))  # type: ignore[arg-type]
    results: tuple[tuple[list[float], list[float]], ...] = (([], []), ([], []))
    for _run in range(runs):
        for is_marked, (shown, scrolled) in enumerate(results):
            if is_marked:
                desk.shelf.history.do(*edits)
            shown.append(show(window))
            scrolled.append(scroll(window))
            if is_marked:
                desk.shelf.history.undo()
    assert len(results[1][0]) == runs
    return results


def show(window: MainWindow) -> float:
    """Show the article anew; return the milliseconds until all of it is in place and painted."""
    article, place = window.article, window.session.place()
    assert place is not None
    begun = time.process_time()
    window.session.go_to(place.entry)
    while not (article.is_complete() and article.is_painted()):
        QApplication.processEvents()
    article.viewport().repaint()
    return (time.process_time() - begun) * 1000


def scroll(window: MainWindow) -> float:
    """Scroll down page by page; return the milliseconds of one page."""
    bar, viewport = window.article.verticalScrollBar(), window.article.viewport()
    begun = time.process_time()
    for _page in range(PAGES):
        bar.setValue(bar.value() + bar.pageStep())
        viewport.repaint()
        QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    return (time.process_time() - begun) * 1000 / PAGES


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
