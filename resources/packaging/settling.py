"""Open files, print when the first page has settled and how much memory that took, and quit."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from reader import cli


def main() -> int:
    """Serve `--until-settled FILE ...`: print seconds of the system's monotonic clock and MB as JSON."""
    return cli.open_window([Path(name) for name in sys.argv[2:]], on_settled=_when_idle)


def _when_idle() -> None:
    from PySide6.QtCore import QTimer  # imported here: the reader decides when Qt is loaded

    QTimer.singleShot(0, _report)


def _report() -> None:
    from PySide6.QtWidgets import QApplication

    print(json.dumps({"settled": time.monotonic(), "memory": _peak_memory()}), flush=True)
    QApplication.closeAllWindows()


def _peak_memory() -> float:
    status = Path("/proc/self/status").read_text()  # of Linux, where this is measured
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
