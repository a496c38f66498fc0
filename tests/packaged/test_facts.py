"""What the packages of each system say: the same version everywhere, the same kinds of file, whole icons."""

from __future__ import annotations

import importlib
import re
import struct
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

from reader import __version__
from reader.app import desktop_entry
from reader.app.file_types import FILE_TYPES
from reader.app.paths import resource
from reader.ui.kit.file_kinds import FOUND_SUFFIXES

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
README = (ROOT / "README.md").read_text("utf-8")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Import what builds the packages, which is no part of the program."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    names = ("facts", "icons", "machine", "debian", "windows")
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name, None)


def test_the_version_is_the_same_wherever_it_stands(packaging: dict[str, ModuleType]) -> None:
    metainfo = ET.fromstring(resource(f"desktop/{desktop_entry.METAINFO}").read_bytes())
    changes = README.partition("\n## Changes\n")[2]
    numbers = ", ".join([*__version__.split("."), "0"])
    assert version("bulletin-reader") == __version__
    assert next(metainfo.iter("release")).get("version") == __version__
    assert re.findall(r"^- \*\*([\d.]+)\*\*", changes, re.MULTILINE)[0] == __version__
    assert packaging["debian"]._changes().startswith(f"bulletin-reader ({__version__}) ")
    resource_text = packaging["windows"].version_resource()
    assert f"filevers=({numbers}), prodvers=({numbers})" in resource_text
    assert f"StringStruct('ProductVersion', '{__version__}')" in resource_text


def test_every_release_of_the_change_list_is_one_of_the_software_centre() -> None:
    metainfo = ET.fromstring(resource(f"desktop/{desktop_entry.METAINFO}").read_bytes())
    told = re.findall(r"^- \*\*([\d.]+)\*\*", README.partition("\n## Changes\n")[2], re.MULTILINE)
    assert [release.get("version") for release in metainfo.iter("release")] == told


def test_what_changed_is_told_in_the_debian_package(packaging: dict[str, ModuleType]) -> None:
    lines = packaging["debian"]._changes().splitlines()
    assert len(lines[2]) > 20
    assert max(map(len, lines)) <= 100
    assert re.fullmatch(r" -- .+ <.+>  \w{3}, \d\d \w{3} \d{4} 00:00:00 \+0000", lines[-1])


def test_windows_and_macos_offer_the_program_for_every_file_that_it_opens(packaging: dict[str, ModuleType]) -> None:
    suffixes = [suffix for kind in FILE_TYPES for suffix in kind.suffixes]
    lines = packaging["windows"].file_types()
    assert re.findall(r'Classes\\(\.\w+)\\OpenWithProgids"', lines) == suffixes
    documents = packaging["facts"].DOCUMENTS
    assert [f".{name}" for document in documents for name in document["CFBundleTypeExtensions"]] == suffixes
    assert set(FOUND_SUFFIXES) <= set(suffixes)


def test_the_icon_of_windows_holds_every_size(packaging: dict[str, ModuleType]) -> None:
    data = packaging["icons"].windows_icon()
    count = struct.unpack("<HHH", data[:6])[2]
    for number in range(count):
        width, height, _, _, planes, bits, length, at = struct.unpack("<BBBBHHII", data[6 + 16 * number :][:16])
        assert (width, planes, bits) == (height, 1, 32)
        assert data[at : at + 8] == PNG
        assert struct.unpack(">I", data[at + 16 : at + 20])[0] == (width or 256)
        assert at + length <= len(data)
    assert count == len(packaging["icons"].WINDOWS_SIZES)


def test_the_icon_of_macos_is_whole(packaging: dict[str, ModuleType]) -> None:
    data = packaging["icons"].apple_icon()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)
    at, kinds = 8, []
    while at < len(data):
        kinds.append(data[at : at + 4])
        assert data[at + 8 : at + 16] == PNG
        at += struct.unpack(">I", data[at + 4 : at + 8])[0]
    assert at == len(data)
    assert {b"ic07", b"ic08", b"ic09", b"ic14"} <= set(kinds)


def test_every_library_that_the_machine_must_bring_has_a_package(packaging: dict[str, ModuleType]) -> None:
    machine = packaging["machine"]
    assert all(package for package in machine.EVERYWHERE.values())
    assert not {"libssl*", "libreadline*"} - set(machine.FORBIDDEN)


def test_a_build_leaves_out_what_the_wheel_leaves_out(packaging: dict[str, ModuleType]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    excluded = project["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    folders = {path.removeprefix("/resources/") for path in excluded if "*" not in path}
    assert folders == packaging["facts"].UNSHIPPED


def test_the_workflow_builds_for_each_system_by_the_command_of_the_readme() -> None:
    workflow = (ROOT / ".github/workflows/package.yml").read_text("utf-8")
    systems = {name.partition("-")[0] for name in re.findall(r"{system: ([\w.-]+)", workflow)}
    assert systems == {"ubuntu", "windows", "macos"}
    assert "python -m reader.bootstrap package\n" in workflow
    assert "python3 -m reader.bootstrap package " in README
