"""A process that opens files and tells what came of it, with a limit of memory and of processor time for each.

`python -m tests.hostile.opener` reads one path a line from standard input and answers one line each: `opened` and how
many articles, `refused` and the sentence, or `broke` and the error. Whatever kills it is seen by `Opener`.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 3 << 30  # bytes of address space beyond what the process has when it is ready
SECONDS = 60  # of processor time a file; machines are slow at times, an endless loop is slower


class Outcome(NamedTuple):
    """What came of a file: opened, refused or broke, and what was said."""

    kind: str
    said: str


class Opener:
    """The process, started when first needed and again when a file has killed it."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._process: subprocess.Popen[str] | None = None

    def open(self, path: Path) -> Outcome:
        """Open a file there."""
        process = self._started()
        assert process.stdin and process.stdout
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            self._process = None
            return Outcome("broke", f"the process ended with {process.wait()}")
        kind, _, said = answer.rstrip("\n").partition(" ")
        return Outcome(kind, said)

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.communicate()
            self._process = None

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            places = {name: str(self._home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
            places |= {"BULLETIN_READER_DATA": str(self._home / "data"), "TMPDIR": str(self._home)}
            self._process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-m", "tests.hostile.opener"],
                cwd=ROOT,
                env={**os.environ, **places},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        return self._process


def main() -> None:
    """Serve until the input ends."""
    limit = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    signal.signal(signal.SIGPROF, _stop)
    for line in sys.stdin:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        outcome = _open(Path(line.rstrip("\n")))
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(outcome.kind, " ".join(outcome.said.split()), flush=True)


def _stop(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds of processor time")


def _open(path: Path) -> Outcome:
    from reader.export.contract import issue_as_json
    from reader.model.errors import ReaderError
    from reader.pipeline import extract_mentions, open_issue
    from tests.quality.measure import Coverage, cover

    try:
        issue = open_issue(path)
        understood = issue_as_json(issue, extract_mentions(issue))
        coverage = cover(understood, issue.source.text)
    except ReaderError as refusal:
        if refusal.code in ("unforeseen", "not-made"):  # the user has a sentence; we have an error to mend
            return Outcome("broke", f"{refusal}: {refusal.__cause__!r}")
        return Outcome("refused", str(refusal))
    except BaseException as error:
        with suppress(Exception):
            import traceback

            traceback.print_exc()
        return Outcome("broke", f"{type(error).__name__}: {error}")
    if coverage != Coverage(0, 0, 0):
        return Outcome("broke", f"not all characters are accounted for: {coverage}")
    return Outcome("opened", str(sum(bool(node.blocks) for node in issue.walk())))


if __name__ == "__main__":
    main()
