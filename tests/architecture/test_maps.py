"""The maps of the program, README.md and reader/README.md, name what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUOTED = re.compile(r"`([^`\s]+)`")
PLACE = re.compile(r"[\w*-]+(?:/[\w*.-]*)+|\w+\.(?:py|md|txt)")
ROOM = re.compile(r"^### `(?P<name>\w+/)`(?P<text>.*?)(?=^##|\Z)", re.M | re.S)
ROOMS_LINES = 10


def _rows(text: str, head: str) -> Iterator[list[str]]:
    """Yield the cells of the table below a heading."""
    table = text.partition(f"## {head}")[2].partition("\n## ")[0]
    for line in table.splitlines():
        if line.startswith("| ") and "---" not in line:
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def _places(cell: str) -> Iterator[Path]:
    """Yield the files and folders that a cell names; a bare name lies beside the one before it."""
    folder = ROOT
    for word in QUOTED.findall(cell):
        if not PLACE.fullmatch(word):
            continue
        path = ROOT / word
        if "/" not in word:
            path = folder / word
        yield path
        folder = path if word.endswith("/") else path.parent


CHANGES = list(_rows((ROOT / "README.md").read_text("utf-8"), "Where a change goes"))[1:]


@pytest.mark.parametrize("row", CHANGES, ids=[row[0] for row in CHANGES])
def test_a_change_goes_where_the_table_says(row: list[str]) -> None:
    assert [str(path) for path in _places(row[1]) if not list(path.parent.glob(path.name))] == []


def _rooms() -> dict[str, str]:
    text = (ROOT / "reader" / "README.md").read_text("utf-8")
    return {
        m["name"]: m["text"] for m in re.finditer(r"^### `(?P<name>\w+/)`(?P<text>.*?)(?=^##|\Z)", text, re.M | re.S)
    }


def test_every_room_of_the_program_is_on_the_map_and_no_other() -> None:
    rooms = {f"{path.parent.name}/" for path in (ROOT / "reader").glob("*/__init__.py")}
    assert set(_rooms()) == rooms


def test_a_room_is_told_in_a_few_lines() -> None:
    assert {name: text for name, text in _rooms().items() if len(text.strip().splitlines()) > ROOMS_LINES} == {}


def test_the_map_names_what_is_there() -> None:
    text = (ROOT / "reader" / "README.md").read_text("utf-8")
    named = [word for word in QUOTED.findall(text) if PLACE.fullmatch(word)]
    missing = [word for word in named if not (ROOT / "reader" / word).exists() and not (ROOT / word).exists()]
    assert missing == []
