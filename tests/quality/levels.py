"""Fit how much each piece of evidence counts for subheadings: `python -m tests.quality.levels`.

`groups.csv` holds what the features of `reader/label/levels/evidence.py` measured on groups of sister headings whose
kind is known, and how many of the headings are subheadings. It holds numbers only: the bulletins are other people's.
A new feature needs a new column, measured on bulletins with known answers.

The fit is a logistic regression held back by a ridge. Every bulletin counts once, however many groups it has; the
tiny cases of the tests, one page with one point each, count less.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from operator import mul
from pathlib import Path
from statistics import fmean

from reader.app.paths import resource
from reader.label.levels.decision import pooled
from reader.label.levels.weights import CONSTANT

DATA = Path(__file__).with_name("groups.csv")
TOLD_OF = ("document", "kind", "tiny", "headings", "subheadings")  # the other columns are features
FOLDS = 12  # bulletins are left out by their numbers, which are drawn by lot
BULLETIN, TINY = 3.0, 2.0  # what a bulletin and a tiny case count
RIDGE = 3.0  # told apart from 1 by no more than chance; the stronger keeps the weights of rare features smaller
RIDGE_CONSTANT = 0.05
LEAST_DEVIATION = 0.15  # of a feature; what hardly any group shows shall not outweigh all else where it does show
ROUNDS = 15  # of Newton's method at most
NEAR = 1e-9  # a step this small ends them
SURE = 30.0  # log odds; more would only overflow
DIGITS = 4  # of the weights written

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """A group of sister headings, measured, with the answer."""

    document: int
    kind: int  # groups of one file with the same number are decided together
    tiny: bool
    headings: int
    subheadings: int
    features: Mapping[str, float]

    @property
    def share(self) -> float:
        """How many of the headings are subheadings, from 0 to 1."""
        return self.subheadings / self.headings


@dataclass(frozen=True, slots=True)
class Score:
    """How many groups and headings are told right, and the mean over bulletins of the share of headings."""

    groups: int
    groups_right: int
    headings: int
    headings_right: int
    mean: float


def known_groups() -> list[Known]:
    """Read the groups with known answers."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return [_known(row) for row in csv.DictReader(file)]


def _known(row: Mapping[str, str]) -> Known:
    document, kind, tiny, headings, subheadings = (int(row[name]) for name in TOLD_OF)
    features = {name: float(value) for name, value in row.items() if name not in TOLD_OF}
    return Known(document, kind, bool(tiny), headings, subheadings, features)


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve a system of linear equations whose matrix is symmetric and positive, so that no row need be exchanged."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at, pivot in enumerate(rows):
        for row in rows[at + 1 :]:
            factor = row[at] / pivot[at]
            row[at:] = [a - factor * b for a, b in zip(row[at:], pivot[at:], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        found[at] = (rows[at][size] - dot(rows[at][at + 1 : size], found[at + 1 :])) / rows[at][at]
    return found


def dot(left: Sequence[float], right: Sequence[float]) -> float:
    """Multiply two vectors."""
    total: float = sum(map(mul, left, right))
    return total


def counts(groups: Sequence[Known]) -> list[float]:
    """Say how much each group counts: a bulletin once, shared out among its groups by the roots of their sizes."""
    total: dict[int, float] = defaultdict(float)
    for g in groups:
        total[g.document] += sqrt(g.headings)
    return [(TINY if g.tiny else BULLETIN) * sqrt(g.headings) / total[g.document] for g in groups]


def standardized(column: Sequence[float]) -> tuple[list[float], float, float]:
    """Bring a column to mean 0 and deviation 1, and return both as they were."""
    mean = fmean(column)
    deviation = max(LEAST_DEVIATION, sqrt(fmean((value - mean) ** 2 for value in column)))
    return [(value - mean) / deviation for value in column], mean, deviation


def regress(columns: Sequence[Sequence[float]], share: Sequence[float], count: Sequence[float]) -> list[float]:
    """Find the log odds for a step of each column by Newton's method; the last column is the constant."""
    ridge = [RIDGE] * (len(columns) - 1) + [RIDGE_CONSTANT]
    found = [0.0] * len(columns)
    for _ in range(ROUNDS):
        chance = [likely(dot(row, found)) for row in zip(*columns, strict=True)]
        missed = [c * (s - p) for c, s, p in zip(count, share, chance, strict=True)]
        slope = [dot(column, missed) - r * b for column, r, b in zip(columns, ridge, found, strict=True)]
        step = solve(_curvature(columns, [c * p * (1 - p) for c, p in zip(count, chance, strict=True)], ridge), slope)
        found = [b + s for b, s in zip(found, step, strict=True)]
        if max(map(abs, step)) < NEAR:
            break
    return found


def _curvature(columns: Sequence[Sequence[float]], count: Sequence[float], ridge: Sequence[float]) -> list[list[float]]:
    """Return the second derivatives of what is sought to be least."""
    size = len(columns)
    matrix = [[0.0] * size for _ in range(size)]
    for i, column in enumerate(columns):
        counted = list(map(mul, column, count))
        for j in range(i, size):
            matrix[i][j] = matrix[j][i] = dot(counted, columns[j])
        matrix[i][i] += ridge[i]
    return matrix


def likely(score: float) -> float:
    """Turn log odds into a probability."""
    return 1 / (1 + exp(-max(-SURE, min(SURE, score))))


def fit(groups: Sequence[Known]) -> dict[str, float]:
    """Fit the weight of each feature, as it is measured, and the constant that is added."""
    names = list(groups[0].features)
    made = [standardized([g.features[name] for g in groups]) for name in names]
    columns = [*(column for column, _, _ in made), [1.0] * len(groups)]
    *steps, constant = regress(columns, [g.share for g in groups], counts(groups))
    weights = {name: step / made[at][2] for at, (name, step) in enumerate(zip(names, steps, strict=True))}
    shift = sum(weights[name] * mean for name, (_, mean, _) in zip(names, made, strict=True))
    return {CONSTANT: constant - shift, **weights}


def scores(groups: Sequence[Known], weights: Weights) -> list[float]:
    """Decide on groups as the reader does: most of the verdict is that on all groups of the kind in the file."""
    own = [weights[CONSTANT] + sum(weights[name] * value for name, value in g.features.items()) for g in groups]
    alike: dict[tuple[int, int], list[float]] = defaultdict(list)
    for g, score in zip(groups, own, strict=True):
        alike[g.document, g.kind].append(score)
    return [pooled(score, fmean(alike[g.document, g.kind])) for g, score in zip(groups, own, strict=True)]


def score(groups: Sequence[Known], weights_for: Callable[[Known], Weights]) -> Score:
    """Count what is told right in bulletins; the tiny cases have tests of their own."""
    shown: dict[int, list[Known]] = defaultdict(list)
    for g in groups:
        if not g.tiny:
            shown[g.document].append(g)
    told = [_told(of_one, scores(of_one, weights_for(of_one[0]))) for of_one in shown.values()]
    every = [pair for pairs in told for pair in pairs]
    return Score(
        groups=len(every),
        groups_right=sum(right for right, _ in every),
        headings=sum(size for _, size in every),
        headings_right=sum(size for right, size in every if right),
        mean=fmean(sum(size for right, size in pairs if right) / sum(size for _, size in pairs) for pairs in told),
    )


def _told(groups: Sequence[Known], found: Sequence[float]) -> list[tuple[bool, int]]:
    """Tell of each group whether it is told right, and how many headings it has."""
    return [((verdict > 0) == (g.share > 0.5), g.headings) for g, verdict in zip(groups, found, strict=True)]


def held_out(groups: Sequence[Known]) -> Score:
    """Count what is told right in bulletins by weights fitted to the others."""
    fitted = [fit([g for g in groups if g.document % FOLDS != fold]) for fold in range(FOLDS)]
    return score(groups, lambda g: fitted[g.document % FOLDS])


def rounded(weights: Weights) -> dict[str, float]:
    """Round weights as they are written."""
    return {name: round(value, DIGITS) for name, value in weights.items()}


def _line(title: str, told: Score) -> str:
    return (
        f"{title:28} groups {told.groups_right} of {told.groups}, headings {told.headings_right} of {told.headings},"
        f" mean over bulletins {told.mean:.3f}"
    )


def main() -> None:
    """Fit, tell how well the weights do, and write them where that is asked for."""
    parser = argparse.ArgumentParser(description="Fit how much each piece of evidence counts for subheadings.")
    parser.add_argument("--write", action="store_true", help="write the weights for the reader")
    write = parser.parse_args().write
    groups = known_groups()
    weights = rounded(fit(groups))
    print(_line("told right, bulletins fitted", score(groups, lambda _: weights)))
    print(_line("told right, bulletins left out", held_out(groups)))
    for name, value in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"{value:+8.3f}  {name}")
    if write:
        text = json.dumps(weights, ensure_ascii=False, indent=0)
        resource("levels/weights.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
