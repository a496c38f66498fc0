"""What a command tells on standard error: a bar while it works on a terminal, and a line for each file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

BAR = 24  # columns
STAGES = {"load": 0.0, "label": 0.2, "compose": 0.5, "extract": 0.6}  # where each begins, of the work on one file


class Telling:
    """Tells how far the work is."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.done = 0  # files
        self._is_terminal = sys.stderr.isatty()
        self._shown = ""

    def step(self, file: Path, share: float, left: str = "") -> None:
        """Show how much of a file is done, 0..1, and how long the rest takes, where that is known."""
        if not self._is_terminal:
            return
        from reader.export.plain_text import width_of  # only a terminal needs it

        part = (self.done + min(max(share, 0.0), 1.0)) / self._count
        filled = int(part * BAR)
        line = f"[{'#' * filled}{'.' * (BAR - filled)}] {self.done + 1}/{self._count} {left}{left and ' '}{file.name}"
        room = shutil.get_terminal_size().columns - 1
        while width_of(line) > room and len(line) > BAR:
            line = line[:-1]
        if line != self._shown:
            self._write(f"\r{line}\x1b[K")
            self._shown = line

    def finished(self, line: str = "") -> None:
        """Count a file as done, and tell what came of it."""
        self.done += 1
        if line:
            self.say(line)

    def say(self, line: str) -> None:
        """Print a line, in the place of the bar."""
        self.clear()
        self._write(f"{line}\n")

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = ""

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
