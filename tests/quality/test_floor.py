"""The quality floor: what the reader understands may rise, never fall."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from tests.quality.corpus import corpus_sha256, original_names
from tests.quality.floors import FLOORS_FILE
from tests.quality.report import Outcome, case_names, make_case, run_case

FLOORS: dict[str, Any] = json.loads(FLOORS_FILE.read_text("utf-8"))
pytestmark = pytest.mark.xdist_group("floor")  # the means are those of the bulletins just read
ORIGINALS = original_names()
PRINTED = list(case_names(FLOORS["settings"]))


@pytest.fixture(scope="module")
def corpus_hash() -> str:
    """Give the hash of outlines, bulletins and samples."""
    return corpus_sha256()


@cache
def _outcome(name: str) -> Outcome:
    return run_case(make_case(name))


def test_the_corpus_is_the_one_that_the_floors_were_measured_on(corpus_hash: str) -> None:
    assert corpus_hash == FLOORS["corpus"], "measure anew: python -m tests.quality.floors"


@pytest.mark.parametrize("name", ORIGINALS)
def test_an_original_keeps_its_floor(name: str) -> None:
    _check(name, FLOORS["originals"] | FLOORS["each"].get(name, {}))


@pytest.mark.parametrize("name", PRINTED)
def test_a_bulletin_printed_again_keeps_its_floor(name: str) -> None:
    _check(name, FLOORS["printed"] | FLOORS["each"].get(name, {}))


@pytest.mark.parametrize("measure", sorted(FLOORS["printed_mean"]))
def test_the_mean_over_bulletins_printed_again_keeps_its_floor(measure: str) -> None:
    values = [value for name in PRINTED if (value := _outcome(name).value(measure)) is not None]
    assert sum(values) / len(values) >= FLOORS["printed_mean"][measure]


def _check(name: str, floors: dict[str, float]) -> None:
    """Hold each measure to its bound: `lost`, `twice` and `alien` from above, all others from below."""
    outcome = _outcome(name)
    assert not outcome.error, outcome.error
    fallen = {}
    for measure, bound in floors.items():
        value = outcome.value(measure)
        if value is not None and (value > bound if measure in ("lost", "twice", "alien") else value < bound):
            fallen[measure] = f"{value:.3f}, floor {bound}"
    assert not fallen, f"look with: python -m tests.quality.report --case {name}"
