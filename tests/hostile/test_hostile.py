"""Whatever a file holds: it opens with nothing lost, or one sentence says what to do; nothing crashes or hangs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.damage import damaged
from tests.hostile.extremes import EXTREMES
from tests.hostile.opener import Opener, Outcome
from tests.hostile.samples import sound_files

ROUNDS = int(os.environ.get("HOSTILE_ROUNDS", "12"))  # damaged copies of each file; raise it to look for more
FIRST = int(os.environ.get("HOSTILE_SEED", "0"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder that stands for the user's home."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def opener(home: Path) -> Iterator[Opener]:
    """Return a process that opens files."""
    process = Opener(home)
    yield process
    process.close()


def _open(opener: Opener, folder: Path, name: str, data: bytes) -> Outcome:
    path = folder / name
    path.write_bytes(data)
    outcome = opener.open(path)
    assert path.read_bytes() == data
    return outcome


@pytest.mark.parametrize("name", sorted(sound_files()))
def test_a_damaged_file_opens_or_is_refused_with_a_sentence(
    name: str, opener: Opener, home: Path, tmp_path: Path
) -> None:
    files = sound_files()
    others = list(files.values())
    for seed in range(FIRST, FIRST + ROUNDS):
        data = damaged(files[name], others[seed % len(others)], seed)
        outcome = _open(opener, tmp_path, name, data)
        assert outcome.kind in ("opened", "refused"), f"seed {seed}: {outcome.said}"
        assert outcome.said
    assert not list(home.rglob("*"))  # nothing was written anywhere


@pytest.mark.slow
@pytest.mark.parametrize("name", EXTREMES)
def test_an_extreme_file_ends_in_time_and_memory(name: str, opener: Opener, home: Path, tmp_path: Path) -> None:
    outcome = _open(opener, tmp_path, name, EXTREMES[name]())
    assert outcome.kind in ("opened", "refused"), outcome.said
    assert not list(home.rglob("*"))
    assert {path.name for path in tmp_path.iterdir()} == {name}
    assert "root:" not in outcome.said


@pytest.mark.parametrize("name", sorted(sound_files()))
def test_the_sound_files_open(name: str, opener: Opener, tmp_path: Path) -> None:
    outcome = _open(opener, tmp_path, name, sound_files()[name])
    assert outcome.kind == "opened" or name.endswith(UNREAD), outcome.said


UNREAD = (".zip",)  # a list of issues, not an issue
