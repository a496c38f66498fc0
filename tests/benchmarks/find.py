"""Measure finding in a big issue: `python -m tests.benchmarks.find [MEGABYTES]`.

Prints when the first match is there and when all are counted, for words at the beginning, at the very end and nowhere,
on the texts as the issue yields them and on the texts kept from the search before.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from reader.find import Readable, Wish, compile_search, find, texts_of_issue
from reader.model.document import Issue
from reader.pipeline import open_issue
from tests.benchmarks.figures import joined_copies, seed_text

MEGABYTES = 10.0
LAST = "独角兽在末段。"
WISHES = (
    Wish("研究"),
    Wish("30亿美元"),
    Wish("独角兽"),
    Wish("没有这个词"),
    Wish("Unicorn", whole_word=True),
    Wish("独角.在", is_pattern=True),
)


def main(arguments: list[str]) -> int:
    """Print the milliseconds to the first match and to the last, and the longest pause between two answers."""
    megabytes = float(arguments[0]) if arguments else MEGABYTES
    text = seed_text()
    copies = max(1, round(megabytes * 1_000_000 / len(text.encode())))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.txt"
        path.write_text(f"{joined_copies(text, copies)}\n\n{LAST}\n", encoding="utf-8")
        size = path.stat().st_size
        issue = open_issue(path)
    print(f"{size / 1_000_000:.1f} MB")
    for name, texts in (("anew", None), ("kept", tuple(texts_of_issue(issue)))):
        for wish in WISHES:
            print(f"{name} {wish.words}: {_measured(issue, texts or texts_of_issue(issue), wish)}")
    return 0


def _measured(issue: Issue, texts: Iterable[Readable], wish: Wish) -> str:
    started = before = time.perf_counter()
    search = compile_search(wish)
    assert search is not None
    count, first, longest = 0, 0.0, 0.0
    for hit in find(texts, search, issue.source.text):
        now = time.perf_counter()
        longest = max(longest, now - before)
        before = now
        if hit is not None:
            count += 1
            first = first or now - started
    shown = f"first after {first * 1000:.1f} ms" if count else "none"
    total = time.perf_counter() - started
    return f"{shown}, {count} in {total * 1000:.0f} ms, longest pause {longest * 1000:.1f} ms"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
