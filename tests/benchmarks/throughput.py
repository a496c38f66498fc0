"""Measure how fast a text becomes an Issue: `python -m tests.benchmarks.throughput [RUNS]`.

The sample issues, joined, are opened once and ten times over; the ratio of the two tells whether the
cost stays linear. CPU time of one process is what counts, so that other work on the machine does not.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from reader.pipeline import open_issue
from tests.benchmarks.figures import joined_copies, peak_memory, seed_text, spread

RUNS = 5
FACTOR = 10


def main(arguments: list[str]) -> int:
    """Print characters a second at both sizes and the cost of ten times the text."""
    runs = int(arguments[0]) if arguments else RUNS
    text = seed_text()
    with tempfile.TemporaryDirectory() as folder:
        costs = {times: _measure(Path(folder) / f"{times}.txt", text, times, runs) for times in (1, FACTOR)}
    for times, values in costs.items():
        characters = len(text) * times
        print(f"{characters:>9,} characters: {spread(values, 's CPU')}  {characters / median(values):>12,.0f} a second")
    print(f"{FACTOR}x the text costs {median(costs[FACTOR]) / median(costs[1]):.2f}x the time")
    print(f"peak memory {peak_memory():.0f} MB")
    return 0


def _measure(path: Path, text: str, times: int, runs: int) -> list[float]:
    """Open `text`, repeated, and return the CPU seconds of each run; a first one only warms up."""
    path.write_text(joined_copies(text, times), encoding="utf-8")
    costs = []
    for _ in range(runs + 1):
        started = time.process_time()
        open_issue(path)
        costs.append(time.process_time() - started)
    return costs[1:]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
