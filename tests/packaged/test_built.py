"""The built program works where nothing is installed: no Python, no fonts, an empty home.

These tests are left out where it was not built, by `python3 -m reader.bootstrap package`, since the last change.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import __version__
from reader.app import desktop_entry, licences, system_libraries
from reader.export.contract import issue_as_json
from reader.pipeline import extract_mentions, open_issue
from tests.architecture import code

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".dist" / "bulletin-reader"
PROGRAM = FOLDER / "bulletin-reader"
SEEDS = sorted((ROOT / "seeds").iterdir())
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>\n'
NOT_IN_PROGRAM = ("reader.bootstrap", "reader.words.build")
PATIENCE = 60  # seconds for what takes one


def _is_fresh() -> bool:
    if not PROGRAM.exists():
        return False
    sources = (path for top in ("reader", "resources") for path in (ROOT / top).rglob("*") if path.is_file())
    changed = max(path.stat().st_mtime for path in sources if "__pycache__" not in path.parts)
    return changed <= PROGRAM.stat().st_mtime


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried by hand on other systems"),
    pytest.mark.skipif(not _is_fresh(), reason="not built since the last change"),
]


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which nothing is installed."""
    (tmp_path / "fonts.conf").write_text(NO_FONTS)
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    return {
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "temporary"),
        "PATH": "/nonexistent",
        "LC_ALL": "C.UTF-8",
        "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),
        "FC_CACHEDIR": str(tmp_path / "temporary"),
    }


def _run(bare: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [PROGRAM, *arguments]
    run = subprocess.run(command, env=bare, cwd="/", capture_output=True, timeout=PATIENCE, check=False)
    told = [line for line in run.stderr.decode("utf-8").splitlines() if not line.startswith(str(ROOT / "seeds"))]
    assert (run.returncode, told) == (0, [])
    return run


def _all_below(folder: Path) -> set[tuple[str, float]]:
    return {(str(path.relative_to(folder)), path.lstat().st_mtime) for path in folder.rglob("*")}


def test_it_holds_every_module_that_the_reader_imports_anywhere(bare: dict[str, str]) -> None:
    modules = [m for name, m in code.read_modules(ROOT / "reader").items() if name not in NOT_IN_PROGRAM]
    names = {name for module in modules for name in (module.name, *module.imports) if _is_module(name)}
    assert {"docx", "icalendar", "jieba", "pypdfium2", "regex", "typst", "vobject", "xlsxwriter"} <= names
    run = subprocess.run([PROGRAM, "--import", *sorted(names)], env=bare, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")


def _is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_it_understands_a_bulletin_as_the_installed_program_does(seed: Path, bare: dict[str, str]) -> None:
    issue = open_issue(seed)
    expected = json.loads(json.dumps(issue_as_json(issue, extract_mentions(issue))))
    assert json.loads(_run(bare, "inspect", seed, "--json").stdout) == expected


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_it_draws_a_bulletin_where_there_are_no_fonts(seed: Path, bare: dict[str, str], tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    pictures = [tmp_path / "built.png", tmp_path / "installed.png"]
    _run(bare, "--screenshot", pictures[0], seed, "--article", "1")
    command = [sys.executable, "-m", "reader", "--screenshot", str(pictures[1]), str(seed), "--article", "1"]
    subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, check=True)
    assert QImage(str(pictures[0])) == QImage(str(pictures[1]))


def test_it_shows_a_window_on_a_screen_and_leaves_nothing_elsewhere(
    screen: str, bare: dict[str, str], tmp_path: Path
) -> None:
    before = _all_below(FOLDER)
    with subprocess.Popen([PROGRAM, SEEDS[0]], env={**bare, "DISPLAY": screen}, cwd="/") as program:
        try:
            until = time.monotonic() + PATIENCE
            while (dark := _dark_pixels(screen)) < 5000 and time.monotonic() < until:
                time.sleep(0.2)
            time.sleep(2)  # the rest of what a start does: words, marks, copies
        finally:
            program.send_signal(signal.SIGTERM)
    assert dark >= 5000
    left = {str(path.relative_to(tmp_path / "home")) for path in (tmp_path / "home").rglob("*") if path.is_file()}
    assert {
        name for name in left if not name.startswith((".local/share/bulletin-reader/", ".config/bulletin-"))
    } == set()
    assert any(name.startswith(".local/share/bulletin-reader/") for name in left)
    assert [path for path in (tmp_path / "temporary").rglob("*") if path.is_file()] == []
    assert _all_below(FOLDER) == before


def test_it_saves_what_a_bulletin_says(bare: dict[str, str], tmp_path: Path) -> None:
    kinds = {"figures": "xlsx", "contacts": "vcf", "deadlines": "ics"}
    targets = {kind: tmp_path / f"{kind}.{ending}" for kind, ending in kinds.items()}
    _run(bare, "export", SEEDS[0], *(word for kind, path in targets.items() for word in (f"--{kind}", path)))
    assert targets["figures"].read_bytes().startswith(b"PK")
    assert targets["contacts"].read_bytes().startswith(b"BEGIN:VCARD")
    assert targets["deadlines"].read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("ending", ["pdf", "docx", "epub", "html", "md", "txt"])
def test_it_exports_the_same_file_as_the_installed_program(ending: str, bare: dict[str, str], tmp_path: Path) -> None:
    outs = [tmp_path / name / f"issue.{ending}" for name in ("built", "installed")]
    for out in outs:
        out.parent.mkdir()
    _run(bare, "export", SEEDS[0], "--to", outs[0])
    command = [sys.executable, "-m", "reader", "export", str(SEEDS[0]), "--to", str(outs[1])]
    subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, check=True)
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_it_names_the_licence_of_everything_in_it() -> None:
    text = (FOLDER / "LICENCES.txt").read_text("utf-8")
    assert text.startswith(f"Bulletin Reader {__version__}: MIT\n")
    head = text.partition("\n===")[0]
    assert "Bootloader-exception" in head
    assert all(part.name in head for part in licences.shipped())
    assert [
        line for line in head.splitlines() if "GPL" in line and "LGPL" not in line and "exception" not in line
    ] == []
    taken = {path.name for path in (FOLDER / "lib").glob("*.so*") if not path.is_symlink()}
    told = {path.stem for path in (FOLDER / "lib/reader/_resources/licences/taken").glob("*.txt")}
    packaged = {
        path.name for name in licences.needed() if (found := licences._found(name)) for path in found.files or ()
    }
    assert {name for name in taken - told - packaged if not name.startswith("libpython")} == set()


def test_it_stands_among_the_programs_of_the_desktop(bare: dict[str, str], tmp_path: Path) -> None:
    _run(bare, "--install-desktop")
    entry = tmp_path / "home/.local/share" / desktop_entry.ENTRY
    assert f"Exec={PROGRAM} %F" in entry.read_text("utf-8")
    _run(bare, "--remove-desktop")
    assert not entry.exists()


def test_programs_that_it_starts_find_their_own_libraries(bare: dict[str, str], tmp_path: Path) -> None:
    tools, told = tmp_path / "tools", tmp_path / "told"
    tools.mkdir()
    tool = tools / "update-desktop-database"
    tool.write_text(f"#!/bin/sh\n/usr/bin/env > {told}\n")
    tool.chmod(0o755)
    own = {"LD_LIBRARY_PATH": "/opt/own/lib", "PATH": str(tools)}
    _run(bare | own, "--install-desktop")
    environment = dict(line.partition("=")[::2] for line in told.read_text().splitlines())
    assert environment["LD_LIBRARY_PATH"] == "/opt/own/lib"
    assert [name for name in environment if name.startswith(("_PYI_", "QT_"))] == []


def test_the_debian_package_installs_it_with_entry_and_command(bare: dict[str, str], tmp_path: Path) -> None:
    package = next((ROOT / ".dist").glob(f"bulletin-reader_{__version__}_*.deb"), None)
    if not package or not shutil.which("dpkg-deb") or package.stat().st_mtime < PROGRAM.stat().st_mtime:
        pytest.skip("no package was made of this program")
    subprocess.run(["dpkg-deb", "-x", str(package), str(tmp_path / "root")], check=True)
    command = tmp_path / "root/usr/bin/bulletin-reader"
    out = subprocess.run([command, "inspect", SEEDS[0]], env=bare, capture_output=True, timeout=PATIENCE, check=True)
    assert out.stdout == _run(bare, "inspect", SEEDS[0]).stdout
    shared = tmp_path / "root/usr/share"
    assert "Exec=bulletin-reader %F" in (shared / desktop_entry.ENTRY).read_text("utf-8")
    assert {path for path, _ in desktop_entry.pieces(["x"])} <= {
        str(path.relative_to(shared)) for path in shared.rglob("*")
    }
    told = subprocess.run(["dpkg-deb", "-f", str(package)], capture_output=True, text=True, check=True).stdout
    assert f"Version: {__version__}\n" in told
    depends = next(line for line in told.splitlines() if line.startswith("Depends:"))
    assert set(system_libraries.known().values()) <= set(depends.removeprefix("Depends: ").split(", "))


@pytest.fixture
def screen() -> Iterator[str]:
    """Start an X server without a screen; yield the name of its display."""
    if not shutil.which("Xvfb") or not shutil.which("xwd"):
        pytest.skip("Xvfb or xwd is not installed")
    if system_libraries.missing_packages(window=True):
        pytest.skip("libraries for a window are not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


def _dark_pixels(screen: str) -> int:
    """Count the dark pixels among the bright ones in the middle of the window: text."""
    dump = subprocess.run(["xwd", "-root", "-silent", "-display", screen], capture_output=True, check=True).stdout
    head = struct.unpack(">25I", dump[:100])
    width, height, pixel, line = head[4], head[5], head[11] // 8, head[12]
    start = head[0] + 12 * head[19]
    rows = (dump[start + line * y : start + line * y + pixel * width] for y in range(height // 8, height // 2))
    middles = (row[pixel * width // 4 : pixel * width // 2] for row in rows)
    counts = [
        (sum(value < 96 for value in row[::pixel]), sum(value > 200 for value in row[::pixel])) for row in middles
    ]
    return sum(dark for dark, bright in counts if bright > dark)
