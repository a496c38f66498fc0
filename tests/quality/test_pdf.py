"""Typeset PDFs are understood at least this well; `python -m tests.quality.pdf` shows how well and where not."""

from __future__ import annotations

from statistics import fmean

import pytest

from tests.quality.pdf import make_pdf_case
from tests.quality.report import Outcome, run_case

pytestmark = pytest.mark.xdist_group("typeset PDFs")  # read once
CASES = ("monitor.2@2", "newspaper.4@4", "notice.7@7", "campus.14@14", "monitor.16@16", "notice.8@8", "monitor.18@18")
FLOORS = {
    "titles": 0.98,
    "parents": 0.98,
    "subheads": 0.95,
    "body": 0.97,
    "tables": 0.9,
    "footnotes": 0.95,
    "refs": 0.95,
}


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [run_case(make_pdf_case(name)) for name in CASES]


@pytest.mark.parametrize("name", FLOORS)
def test_pdfs_are_understood_as_well_as_before(name: str, outcomes: list[Outcome]) -> None:
    values = {outcome.case.name: value for outcome in outcomes if (value := outcome.value(name)) is not None}
    assert fmean(values.values()) >= FLOORS[name], values


def test_pdfs_are_read_in_order_and_nothing_is_lost(outcomes: list[Outcome]) -> None:
    for outcome in outcomes:
        assert outcome.error == ""
        assert (outcome.value("order"), outcome.value("lost"), outcome.value("twice")) == (1.0, 0.0, 0.0)
