"""The figures of the bulletins whose right answers are known keep the floors they reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.extract import figures_of
from reader.pipeline import open_issue
from tests.extract.figures.measure import bulletins, corpus_sha256, measure, read_answers

FLOORS = json.loads((Path(__file__).resolve().parent / "floors.json").read_text("utf-8"))


def test_the_answers_are_those_that_the_floors_were_measured_on() -> None:
    assert corpus_sha256() == FLOORS["corpus"], "measure anew and write the new floors and hash into floors.json"


@pytest.mark.parametrize("name", bulletins())
def test_a_bulletin_keeps_its_floor(name: str) -> None:
    path, answers = read_answers(name)
    outcome = measure(answers, figures_of(open_issue(path)))
    floor = FLOORS["seeds"] if path.parent.name == "seeds" else FLOORS["bulletins"]
    assert outcome.value >= floor["value"], outcome.wrong
    assert outcome.precision >= floor["precision"], outcome.alarms
