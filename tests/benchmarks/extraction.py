"""Measure how fast figures are taken out of an issue: `python -m tests.benchmarks.extraction [RUNS]`.

The sample issues, joined, are read once and ten times over; the ratio of the two tells whether the cost stays
linear. Then a megabyte of prose is set against a megabyte of digits, commas and brackets, which must not cost more.
CPU time of one process is what counts; opening the files is not measured.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from reader.extract import figures_of
from reader.model.document import Issue
from reader.pipeline import open_issue
from tests.benchmarks.figures import joined_copies, seed_text, spread

RUNS = 5
FACTOR = 10
MEGABYTE = 1_000_000
WIDTH = 60  # characters of a line of the hostile text

Extraction = Callable[[Issue], object]


def main(arguments: list[str]) -> int:
    """Print characters a second at both sizes, the cost of ten times the text, and of hostile text."""
    runs = int(arguments[0]) if arguments else RUNS
    text = seed_text()
    costs = {times: measure(figures_of, joined_copies(text, times), runs) for times in (1, FACTOR)}
    for times, values in costs.items():
        characters = len(text) * times
        print(f"{characters:>9,} characters: {spread(values, 's CPU')}  {characters / median(values):>12,.0f} a second")
    print(f"{FACTOR}x the text costs {median(costs[FACTOR]) / median(costs[1]):.2f}x the time")
    prose = joined_copies(text, MEGABYTE // len(text.encode()) + 1).encode()[:MEGABYTE].decode(errors="ignore")
    of_prose = measure(figures_of, prose, runs)
    of_hostile = measure(figures_of, hostile_text(MEGABYTE), runs)
    print(f"1 MB of prose:  {spread(of_prose, 's CPU')}")
    print(f"1 MB of digits: {spread(of_hostile, 's CPU')}  {median(of_hostile) / median(of_prose):.2f}x the time")
    return 0


def hostile_text(size: int, seed: int = 7) -> str:
    """Return a text of digits, commas and brackets alone, in lines."""
    draw = random.Random(seed)
    lines = ("".join(draw.choices("0123456789,()", k=WIDTH)) for _ in range(size // (WIDTH + 1) + 1))
    return "\n".join(lines)[:size]


def measure(extract: Extraction, text: str, runs: int) -> list[float]:
    """Open `text` and return the CPU seconds that each run of `extract` takes; a first one only warms up."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bulletin.txt"
        path.write_text(text, encoding="utf-8")
        issue = open_issue(path)
    costs = []
    for _ in range(runs + 1):
        started = time.process_time()
        extract(issue)
        costs.append(time.process_time() - started)
    return costs[1:]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
