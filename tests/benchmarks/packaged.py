"""Compare the start of the built program with that of the installed one: `python -m tests.benchmarks.packaged [RUNS]`.

Build the program first: `python3 -m reader.bootstrap package`. Both open a sample issue without a screen up to
its first painted page, in a home of their own, and take turns; see `startup` for how the time is taken.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.figures import ROOT, SEEDS, spread

RUNS = 15
BUILT = ROOT / ".dist" / "bulletin-reader" / "bulletin-reader"
START = ROOT / "resources" / "packaging" / "start.py"


def main(arguments: list[str]) -> int:
    """Print time and peak memory of both, and the ratio of the times."""
    runs = int(arguments[0]) if arguments else RUNS
    if not BUILT.exists():
        print("There is no built program: run `python3 -m reader.bootstrap package` first.", file=sys.stderr)
        return 2
    built, installed = [str(BUILT)], [sys.executable, str(START)]
    with tempfile.TemporaryDirectory() as home:
        for command in (built, installed):  # the first run fills the caches of the system
            _settle(command, Path(home))
        pairs = [(_settle(built, Path(home)), _settle(installed, Path(home))) for _ in range(runs)]
    for number, name in enumerate(("built", "installed")):
        print(f"{name:>10}: settled {spread([pair[number][0] for pair in pairs], 's')}")
        print(f"{'':>10}  peak memory {spread([pair[number][1] for pair in pairs], 'MB', 1)}")
    print(f"time ratio {median(pair[0][0] for pair in pairs) / median(pair[1][0] for pair in pairs):.2f}")
    return 0


def _settle(command: Sequence[str], home: Path) -> tuple[float, float]:
    """Start one of them; return seconds to settle and peak memory in MB."""
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CACHE_HOME": str(home)}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "BULLETIN_READER_DATA": str(home / "data")}
    issue = sorted(SEEDS.iterdir())[0]
    started = time.monotonic()
    run = subprocess.run(
        [*command, "--until-settled", str(issue)],
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
