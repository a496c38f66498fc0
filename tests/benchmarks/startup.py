"""Compare the reader's start with a bare window: `python -m tests.benchmarks.startup [RUNS] [FILE]`.

Both show the same text without a screen: the reader opens FILE (a sample issue by default) up to its
first painted article; the bare window is a QTreeView of the titles shown beside a QTextBrowser with the plain
text of that article. The two take turns, so that a machine that slows down slows both. Time runs from the start
of the process to the first moment after painting at which the event loop has nothing left to do. Byte code is
kept between the runs, as on a user's machine; the first run of each, which writes it, is not counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import ROOT, SEEDS, spread

RUNS = 11


def main(arguments: list[str]) -> int:
    """Print time and peak memory of both windows, and the ratios."""
    runs = int(arguments[0]) if arguments else RUNS
    issue = Path(arguments[1]).resolve() if len(arguments) > 1 else sorted(SEEDS.iterdir())[0]
    with tempfile.TemporaryDirectory() as home:
        page = Path(home) / "page.json"
        reader = ["tests.benchmarks.settle_reader", str(issue), str(page)]
        bare = ["tests.benchmarks.settle_bare", str(page)]
        for module in (reader, bare):  # the first run writes byte code and the page to compare with
            _start(module, Path(home))
        pairs = [(_start(reader, Path(home)), _start(bare, Path(home))) for _ in range(runs)]
    for number, name in enumerate(("reader", "bare window")):
        print(f"{name:>12}: settled {spread([pair[number][0] for pair in pairs], 's')}")
        print(f"{'':>12}  peak memory {spread([pair[number][1] for pair in pairs], 'MB', 1)}")
    for figure, name in enumerate(("time", "memory")):
        ratio = median(pair[0][figure] for pair in pairs) / median(pair[1][figure] for pair in pairs)
        print(f"{name} ratio {ratio:.2f}")
    return 0


def _start(module: list[str], home: Path) -> tuple[float, float]:
    """Run one window in a process and a home of its own; return seconds to settle and peak memory in MB."""
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    places["BULLETIN_READER_DATA"] = str(home / "data")
    environment = {
        **os.environ,
        **places,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(home / "byte code"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    )
    figures = json.loads(run.stdout.splitlines()[-1])
    return figures["settled"] - started, figures["memory"]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
