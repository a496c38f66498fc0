"""Finding in the window is measured, in a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.benchmarks.figures import ROOT


def test_finding_in_the_window_is_measured_for_each_wish() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.find_in_window", "0.1"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert len(re.findall(r"first after \d+ ms, \d+ after \d+ ms, longest pause \d+ ms", run.stdout)) == 8
