"""What is shipped is known with its licence, and may be shipped."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reader import __version__
from reader.app import licences
from reader.app.licences import ShippedPart, shipped

ROOT = Path(__file__).resolve().parents[2]
FREE = {  # as SPDX names them; each lets a program under the MIT licence ship the part, given the text
    "Apache-2.0",
    "Apache-2.0 AND CNRI-Python",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD-3-Clause AND Apache-2.0",
    "LGPL-3.0-only",  # as a library that can be replaced
    "MIT",
    "MIT AND BSD-2-Clause",
    "OFL-1.1",
    "PSF-2.0",
}


@pytest.fixture(scope="module")
def parts() -> tuple[ShippedPart, ...]:
    return shipped()


def test_every_declared_dependency_is_listed(parts: tuple[ShippedPart, ...]) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    listed = {licences._normal(part.name) for part in parts}
    assert {licences._normal(wish) for wish in declared} - listed == set()


def test_what_only_the_dependencies_need_is_listed_and_tools_are_not(parts: tuple[ShippedPart, ...]) -> None:
    listed = {licences._normal(part.name) for part in parts}
    assert {"soupsieve", "python-dateutil", "shiboken6"} <= listed
    assert listed & {"pytest", "ruff", "mypy", "pyinstaller", "hatchling"} == set()


def test_every_part_may_be_shipped(parts: tuple[ShippedPart, ...]) -> None:
    assert {part.name: part.licence for part in parts if part.licence not in FREE} == {}


def test_every_part_comes_with_the_text_of_its_licence(parts: tuple[ShippedPart, ...]) -> None:
    assert [part.name for part in parts if len(part.text) < 900] == []


def test_the_reader_comes_first_with_its_version(parts: tuple[ShippedPart, ...]) -> None:
    assert parts[0][:3] == ("Bulletin Reader", __version__, "MIT")
    assert parts[0].text == (ROOT / "LICENSE").read_text("utf-8")


def test_all_texts_are_collected_below_one_list(parts: tuple[ShippedPart, ...]) -> None:
    text = licences.collected(parts)
    assert text.startswith(f"Bulletin Reader {__version__}: MIT\n")
    assert all(part.text.strip() in text for part in parts)


def test_the_licence_of_qt_is_the_one_that_lets_us_ship_it(parts: tuple[ShippedPart, ...]) -> None:
    qt = next(part for part in parts if part.name.startswith("PySide6"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text


def test_a_built_program_adds_its_starter_and_what_it_took_from_the_machine(tmp_path: Path) -> None:
    (tmp_path / "libffi8.txt").write_text("libffi8 3.4.4-1: MIT\nPermission is hereby granted\n", encoding="utf-8")
    added = shipped(built=tmp_path)[len(shipped()) :]
    assert added[-1] == ShippedPart("libffi8", "3.4.4-1", "MIT", "Permission is hereby granted\n")
    assert [(part.name, part.licence.rpartition(" WITH ")[2]) for part in added[:-1]] == [
        ("pyinstaller", "Bootloader-exception")
    ]
    assert "unlimited permission" in added[0].text
