"""The weights of the evidence on articles and subheadings come from the data, and tell unseen bulletins as well."""

from __future__ import annotations

import pytest

from reader.label.levels.evidence import FEATURES
from reader.label.levels.weights import CONSTANT, weights
from tests.quality.levels import fit, held_out, known_groups, solve

HELD_OUT = 0.822  # mean over bulletins of the share of headings told right by weights fitted to others


def test_every_feature_has_its_weight_and_nothing_else_has() -> None:
    assert set(weights()) == {CONSTANT, *FEATURES}


def test_every_feature_was_measured() -> None:
    assert all(set(group.features) == set(FEATURES) for group in known_groups())


def test_the_weights_are_those_that_the_data_give() -> None:
    assert fit(known_groups()) == pytest.approx(dict(weights()), abs=1e-3)


@pytest.mark.slow
def test_bulletins_left_out_are_told_as_well_as_they_were() -> None:
    assert held_out(known_groups()).mean >= HELD_OUT


def test_equations_are_solved() -> None:
    assert solve([[4.0, 1.0], [1.0, 3.0]], [6.0, 7.0]) == pytest.approx([1.0, 2.0])
