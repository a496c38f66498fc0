"""The file that the window shows first is read by a child process, and read the ordinary way whenever that fails.

Each test runs in a process of its own: one with threads or Qt, as that of the tests, is never copied.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.app.prefetch import read_ahead

ROOT = Path(__file__).resolve().parents[2]
SEED = sorted((ROOT / "seeds").iterdir())[1]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere files are read in the process itself")


def _run(code: str, *arguments: Path) -> list[str]:
    """Run code that finds `path`, `read_ahead` and one core more than this machine may have; return what it prints."""
    head = (
        "import os, sys, time; from pathlib import Path; from reader.app.prefetch import read_ahead\n"
        "os.sched_getaffinity = lambda _: {0, 1}\n"
        "path = Path(sys.argv[1])\n"
        "def take(ahead):\n"
        "    while not ahead.receive(): pass\n"
        "    return ahead.issue()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", head + code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert run.stderr == ""
    return run.stdout.split()


def test_the_issue_is_the_one_that_the_process_itself_would_read() -> None:
    told = _run(
        "ahead = read_ahead(path); issue = take(ahead)\n"
        "from reader.pipeline import open_issue\n"
        "print(len(list(issue.walk())) > 3, issue == open_issue(path))",
        SEED,
    )
    assert told == ["True", "True"]


def test_the_process_that_shows_the_file_loads_none_of_the_stages() -> None:
    told = _run("take(read_ahead(path)); print('reader.label' in sys.modules)", SEED)
    assert told == ["False"]


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 40], ids=["empty", "binary"])
def test_a_file_that_cannot_be_read_is_left_to_the_ordinary_way(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    assert _run("ahead = read_ahead(path); print(ahead and take(ahead))", path) == ["None"]


def test_a_missing_file_and_a_folder_start_no_child(tmp_path: Path) -> None:
    assert _run("print(read_ahead(path), read_ahead(path.parent))", tmp_path / "missing.txt") == ["None", "None"]


def test_a_large_file_is_read_where_its_progress_is_told(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("材料" * 100_000, encoding="utf-8")
    assert _run("print(read_ahead(path))", path) == ["None"]


def test_a_cancelled_start_leaves_no_child_behind() -> None:
    told = _run(
        "ahead = read_ahead(path)\n"
        "ahead.abandon(); print('stopped')\n"
        "try: os.waitpid(-1, os.WNOHANG)\n"
        "except ChildProcessError: print('alone')",
        SEED,
    )
    assert told == ["stopped", "alone"]


def test_a_child_does_not_outlive_a_process_that_is_killed() -> None:
    told = _run(
        "import reader.pipeline\n"
        "ours, theirs = os.pipe()\n"
        "if os.fork() == 0:\n"
        "    reader.pipeline.open_issue = lambda _path: (os.write(theirs, b'%d' % os.getpid()), time.sleep(60))\n"
        "    read_ahead(path); time.sleep(60)\n"
        "child = int(os.read(ours, 20))\n"
        "os.kill(int(Path(f'/proc/{child}/stat').read_text().split()[3]), 9)\n"
        "until = time.monotonic() + 20\n"
        "stat = Path(f'/proc/{child}/stat')\n"
        "gone = lambda: not stat.exists() or stat.read_text().split()[2] == 'Z'\n"
        "while not gone() and time.monotonic() < until: time.sleep(0.05)\n"
        "print(gone())",
        SEED,
    )
    assert told == ["True"]


def test_a_process_with_qt_in_it_is_not_copied() -> None:
    assert _run("import PySide6; print(read_ahead(path))", SEED) == ["None"]
    assert read_ahead(SEED) is None or "PySide6" not in sys.modules
