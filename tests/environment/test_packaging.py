"""The front matter keeps its promises: lock, README, system libraries."""

from __future__ import annotations

import ctypes
import importlib.util
import re
import sys
import tomllib
from pathlib import Path

import pytest

from reader.app import system_libraries
from reader.ui.commands.table import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def test_the_lock_pins_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    declared = {re.split(r"[<>=!~ ;\[]", line, maxsplit=1)[0].lower() for group in groups for line in group}
    assert declared - set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE)) == set()


def test_every_locked_package_has_hashes() -> None:
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_modules_that_the_readme_runs_exist() -> None:
    modules = set(re.findall(r"python3? -m ([\w.]+)", README))
    assert {"reader.bootstrap", "tests.benchmarks.startup"} <= modules
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []


def test_the_files_that_the_readme_names_exist() -> None:
    named = set(re.findall(r"`((?:reader|resources|tests)/[\w/.]*)`", README)) | set(
        re.findall(r"\]\((.+?\.png)\)", README)
    )
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_keys_in_the_readme_are_those_of_the_window() -> None:
    rows = re.findall(r"^\| ((?:Ctrl|Alt|F\d).*?) \|", README, re.MULTILINE)
    named = {key for row in rows for key in re.split(r", | or ", row)}
    assert len(named) > 10
    assert named - {key for command in COMMANDS for key in command.keys} == set()


def test_a_missing_library_becomes_the_name_of_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(library: str) -> None:
        if library == "libEGL.so.1":
            raise OSError(f"{library}: cannot open shared object file")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", load)
    assert system_libraries.missing_packages(window=False) == ["libegl1"]


def test_what_the_desktop_needs_is_asked_for_only_with_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(library: str) -> None:
        if "xcb" in library or "wayland" in library:
            raise OSError(library)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert system_libraries.missing_packages(window=False) == []
    assert "libxcb-cursor0" in system_libraries.missing_packages(window=True)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert system_libraries.missing_packages(window=True) == ["libwayland-client0", "libwayland-cursor0"]


def test_other_systems_bring_their_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert system_libraries.missing_packages(window=True) == []


def test_root_needs_no_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 0, raising=False)
    assert system_libraries.advice(["libegl1"]).endswith("  apt-get install libegl1")
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000, raising=False)
    assert system_libraries.advice(["libegl1"]).endswith("  sudo apt-get install libegl1")
