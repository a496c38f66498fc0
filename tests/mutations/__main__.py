"""Break the listed lines one by one in a copy of the project, and report what the fast tests do not notice.

python -m tests.mutations            # all of them, about ten minutes
python -m tests.mutations notes      # those whose module or words hold “notes”
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutations.changes import ROOT, Change, changes

FAST = ("tests/compose", "tests/text", "tests/label/test_patterns.py")  # beside the cases and the samples
OWN = {"load": "tests/load", "store": "tests/store/test_two_windows.py"}  # further ones, for a room
SECONDS = 600  # that the fast tests may take before a break counts as noticed: it made them run for ever
ENOUGH = 0.95  # of the breaks that have to be noticed


def main(wanted: Iterable[str]) -> int:
    """Try all changes that are wanted and say how many were noticed; 1 where too few were."""
    words = tuple(wanted)
    tried = [c for c in changes() if not words or any(word in f"{c.module}: {c.what}" for word in words)]
    with tempfile.TemporaryDirectory() as folder:
        copy = _copied(Path(folder))
        missed = [change for change in tried if not _is_noticed(change, copy)]
    print(f"noticed {len(tried) - len(missed)} of {len(tried)}")
    return int(len(tried) - len(missed) < ENOUGH * len(tried))


def _copied(folder: Path) -> Path:
    """Copy what is broken and what notices it, and link the rest."""
    leave = shutil.ignore_patterns("__pycache__")
    for name in ("reader", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=leave)
    for name in ("resources", "seeds", "pyproject.toml", "README.md", "LICENSE"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def _is_noticed(change: Change, copy: Path) -> bool:
    path = copy / change.path
    whole = path.read_text("utf-8")
    path.write_text(change.applied(whole), "utf-8")
    try:
        noticed = _fails(copy, change)
    finally:
        path.write_text(whole, "utf-8")
    print("noticed" if noticed else "MISSED ", f"{change.module}: {change.what}", flush=True)
    return noticed


def _fails(copy: Path, change: Change) -> bool:
    """Tell whether the cases and samples of a copy are understood otherwise, or else its other fast tests fail."""
    room = change.module.partition("/")[0]
    tests = (*FAST, OWN[room]) if room in OWN else FAST
    pytest = ("pytest", "-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", *tests)
    return any(_ends_badly(copy, command) for command in (("tests.mutations.probe",), pytest))


def _ends_badly(copy: Path, command: Sequence[str]) -> bool:
    settings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        run = subprocess.run(
            [sys.executable, "-m", *command], cwd=copy, capture_output=True, check=False, timeout=SECONDS, env=settings
        )
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
