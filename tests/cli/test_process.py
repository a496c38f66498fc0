"""The command line in a process of its own, as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = next((ROOT / "seeds").glob("003_*"))
PNG = b"\x89PNG\r\n\x1a\n"


def _run(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader.cli", *map(str, args)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_a_terminal_without_utf8_gets_utf8_all_the_same() -> None:
    done = _run("inspect", SAMPLE, "--source", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == SAMPLE.read_bytes()


def test_a_refusal_gives_exit_code_2_and_no_output(tmp_path: Path) -> None:
    done = _run("inspect", tmp_path / "没有.txt", PYTHONUTF8="1")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode("utf-8").count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
def test_a_reader_that_stops_early_is_no_error() -> None:
    command = f'"{sys.executable}" -m reader.cli inspect "{SAMPLE}" --json | head -c 10'
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, timeout=120, check=False)
    assert done.stderr == b""
    assert len(done.stdout) == 10


def test_a_picture_is_drawn_without_a_screen(tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    home = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = _run("--screenshot", out, SAMPLE, "--article", "2", "--size", "1024x700", **home)
    assert (done.returncode, done.stderr.decode("utf-8")) == (0, "")
    head = out.read_bytes()[:24]
    assert head.startswith(PNG)
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1024, 700)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--screenshot", "a.png"), "name the file to draw"),
        (("--screenshot", "a.png", SAMPLE, "--size", "wide"), "is no size"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_told_in_one_line(args: tuple[str | Path, ...], words: str) -> None:
    done = _run(*args, PYTHONUTF8="1")
    told = done.stderr.decode("utf-8")
    assert (done.returncode, told.count("\n")) == (2, 1)
    assert words in told
