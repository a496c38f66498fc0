"""A process that is killed at any moment loses at most what was not yet acknowledged."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.store.marks import notes, opened

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 12
WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from reader.store import Edit
from tests.store.marks import add, bookmark, opened
with opened(Path(sys.argv[1])) as library:
    for number in range(10_000):
        [mark] = add(library, bookmark("?"))
        library.apply([Edit(mark, replace(mark, name=f"{sys.argv[2]}-{number}"))])
        print(f"{sys.argv[2]}-{number}", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process of Windows cannot be killed in the middle of a write")
def test_everything_acknowledged_is_there_after_kill_9(tmp_path: Path) -> None:
    random = Random(4)
    acknowledged: list[str] = []
    for number in range(ROUNDS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(number)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        acknowledged.append(writer.stdout.readline().strip())  # it is writing now
        time.sleep(random.uniform(0, 0.08))
        writer.kill()
        acknowledged += writer.stdout.read().split("\n")[:-1]  # a name without its line end may be cut off
        writer.stdout.close()
        writer.wait()
        with opened(tmp_path) as library:
            assert library.rescue is None
            kept = notes(library)
        assert set(acknowledged) <= set(kept)
        assert len(kept) <= len(acknowledged) + 2 * (number + 1)  # and nothing twice
    assert len(acknowledged) >= ROUNDS
