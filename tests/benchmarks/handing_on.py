"""How long it takes to hand on articles as PDF: `python -m tests.benchmarks.handing_on [RUNS]`.

An article of three pages and an issue of twenty articles are set in this process, each time with other characters,
so that nothing set before is of use; then one article by the command in a process of its own, in turns with
calibre's `ebook-convert` from the same text, where that is installed. How far other threads are kept from running
meanwhile is measured too: the window lives in one of them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from reader.export import pdf
from reader.export.publication import Publication, plain
from reader.export.publishing import publish
from reader.model.document import Issue, Node
from reader.pipeline import open_issue
from tests.benchmarks.figures import ROOT, SEEDS, joined_copies, spread

RUNS = 7
ARTICLES = 20
PAGES = 3


def main(arguments: list[str]) -> int:
    """Print seconds, the longest pause of another thread, and the ratio to calibre."""
    runs = int(arguments[0]) if arguments else RUNS
    issues = [_issue(number) for number in range(runs + 1)]
    _measure("3 pages", [_article(issue) for issue in issues])
    _measure("20 articles", [publish(_many(issue)) for issue in issues])
    _compare(runs)
    return 0


def _measure(name: str, publications: list[Publication]) -> None:
    pdf.make(publications[0])  # loads fonts and template
    timed = [_timed(lambda made=publication: pdf.make(made)) for publication in publications[1:]]
    pages = _pages(pdf.make(publications[1]))
    print(f"{name:>12}: {spread([seconds for seconds, _pause in timed], 's')} for {pages} pages")
    print(f"{'':>12}  longest pause of another thread {1000 * max(pause for _seconds, pause in timed):.0f} ms")


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that work takes, and the longest time for which a thread beside it did not run."""
    longest, ended = 0.0, threading.Event()

    def watch() -> None:
        nonlocal longest
        last = time.perf_counter()
        while not ended.is_set():
            time.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now

    watcher = threading.Thread(target=watch)
    watcher.start()
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    ended.set()
    watcher.join()
    return seconds, longest


def _compare(runs: int) -> None:
    converter = shutil.which("ebook-convert")
    if converter is None:
        print("ebook-convert is not installed: nothing to compare with")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "article.txt"
        source.write_text(_plain(_article(_issue(0))), "utf-8")
        ours = [sys.executable, "-m", "reader.cli", "export", str(source), "--to", str(folder / "ours.pdf")]
        theirs = [converter, str(source), str(folder / "theirs.pdf"), "--input-encoding", "utf-8"]
        pairs = [(_run(ours), _run(theirs)) for _ in range(max(2, runs // 2))]
    for number, what in enumerate(("bulletin-reader export", "ebook-convert")):
        print(f"{what:>24}: {spread([pair[number] for pair in pairs], 's')}")
    print(f"{'ratio':>24}: {median(theirs / ours for ours, theirs in pairs):.1f} times as fast")


def _run(command: list[str]) -> float:
    started = time.perf_counter()
    environment = {**os.environ, "QTWEBENGINE_DISABLE_SANDBOX": "1"}  # calibre's web engine refuses to be root else
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def _issue(number: int) -> Issue:
    """Return a sample issue with its commonest characters replaced by others, a number for each choice of these."""
    text = joined_copies(sorted(SEEDS.iterdir())[1].read_text("utf-8"), number + 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "issue.txt"
        path.write_text(text, "utf-8")
        issue = open_issue(path)
    size = len(issue.nodes) // (number + 1)
    return replace(issue, nodes=issue.nodes[-size:])


def _articles(issue: Issue) -> list[Node]:
    return [node for node in issue.walk() if node.blocks]


def _article(issue: Issue) -> Publication:
    """Return an article of at most three pages: as many of the issue's articles as fill them, under one title."""
    nodes = _articles(issue)
    for size in range(len(nodes), 0, -1):
        blocks = tuple(block for node in nodes[:size] for block in node.blocks)
        notes = tuple(note for node in nodes[:size] for note in node.footnotes)
        made = publish(replace(issue, nodes=(replace(nodes[0], blocks=blocks, footnotes=notes),)))
        if _pages(pdf.make(made)) <= PAGES:
            break
    return made


def _many(issue: Issue) -> Issue:
    nodes = [replace(node, children=()) for node in _articles(issue)]
    nodes = [replace(nodes[n % len(nodes)], id=f"n{n}") for n in range(ARTICLES)]
    return replace(issue, nodes=tuple(nodes))


def _plain(publication: Publication) -> str:
    chapter = publication.chapters[0]
    return "\n\n".join([plain(chapter.title), *(plain(passage.words) for passage in chapter.passages)])


def _pages(data: bytes) -> int:
    from reader.pictures.pdfium import pdfium

    with pdfium() as library, library.PdfDocument(data) as document:
        return len(document)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
