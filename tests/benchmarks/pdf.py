"""Tell how long a PDF takes: `python -m tests.benchmarks.pdf [FILE ...]`.

Without files, a bulletin of 20 and one of 500 pages are typeset. Beside the reader run, on the same files, what is at
hand of pdftotext (poppler) and PyMuPDF4LLM (by `--peer-python`, the interpreter of an environment that has it).
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.pdfs import typeset
from tests.quality.fiction import make_outline

PAGES = (20, 500)
MEGABYTE = 1024  # of the kilobytes that Linux counts in
PEER = "import pymupdf4llm, sys; pymupdf4llm.to_markdown(sys.argv[1], show_progress=False)"


def bulletin(pages: int) -> bytes:
    """Typeset a bulletin in two columns with about so many pages."""
    parts = []
    for number in range(pages):
        for node in make_outline("campus", number)["nodes"][:2]:
            parts.append(f"== {node['title']}\n")
            parts += [f"{block['text']}\n" for block in node["blocks"]]
        parts.append("#pagebreak()")
    setting = (
        '#set document(date: none)\n#set text(font: "Bulletin Serif", size: 9pt, lang: "zh")\n'
        '#set page(paper: "a5", columns: 2, numbering: "1", header: [通讯])\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
    )
    return typeset("\n".join(parts), setting)


def first_page(path: Path) -> None:
    """Draw the first page of a file, which the window shows while the rest is read."""
    from reader.pictures.pages import Pages

    with Pages(path) as pages:
        pages.draw(0, 1.5)


def whole(path: Path) -> None:
    """Open a file as the window does."""
    from reader.pipeline import open_issue

    open_issue(path)


def timed(work: Callable[[], object], rounds: int) -> str:
    """Run some work and tell its shortest and longest time."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return f"{min(times):7.2f} s  (to {max(times):.2f}, n={rounds})"


def measure(path: Path, peer_python: str, rounds: int) -> None:
    """Tell the times of one file."""
    from reader.pictures.pages import Pages

    with Pages(path) as pages:
        print(f"{path.name}: {pages.count} pages, {path.stat().st_size / 1e6:.1f} MB")
    print("  first page drawn     ", timed(lambda: first_page(path), rounds))
    print("  opened and understood", timed(lambda: whole(path), rounds))
    print(f"  peak memory           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE:7.0f} MB")
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-layout", str(path), "/dev/null"]
        print(
            "  pdftotext -layout    ", timed(lambda: subprocess.run(command, check=True, capture_output=True), rounds)
        )
    else:
        print("  pdftotext             is not installed")
    has_peer = (
        peer_python and not subprocess.run([peer_python, "-c", "import pymupdf4llm"], capture_output=True).returncode
    )
    if has_peer:
        command = [peer_python, "-c", PEER, str(path)]
        print("  PyMuPDF4LLM          ", timed(lambda: subprocess.run(command, check=True, capture_output=True), 1))
    else:
        print(
            "  PyMuPDF4LLM           is not installed"
            if peer_python
            else "  PyMuPDF4LLM           no --peer-python was given"
        )


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pdf", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--peer-python", default="")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    for path in chosen.files:
        measure(path, chosen.peer_python, chosen.rounds)
    if not chosen.files:
        with tempfile.TemporaryDirectory() as folder:
            for pages in PAGES:
                path = Path(folder) / f"bulletin-{pages}.pdf"
                path.write_bytes(bulletin(pages))
                measure(path, chosen.peer_python, chosen.rounds if pages < 100 else 1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
