"""The labels of figures, judged one by one in `labels/`: most are right and useful, few are wrong.

A line of tabs names a figure by its surface and how often that stood before it, and the labels that a careful reader
accepts, with bars between them. `~` marks one that is too short or too vague to be useful, but not wrong; `-` says that
no label is right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.extract import figures_of
from reader.pipeline import open_issue

ROOT = Path(__file__).resolve().parents[3]
JUDGED = Path(__file__).resolve().parents[1] / "labels"
FLOORS = json.loads((Path(__file__).resolve().parent / "floors.json").read_text("utf-8"))["labels"]


class Verdict(NamedTuple):
    """How many labels of the judged figures are shown, right, and wrong."""

    judged: int
    shown: int
    right: int
    wrong: tuple[str, ...]


def _judged(path: Path) -> tuple[Path, dict[tuple[str, int], tuple[str, ...]]]:
    head, *lines = path.read_text("utf-8").splitlines()
    accepted = {}
    for line in lines:
        surface, nth, labels = line.split("\t")
        accepted[surface, int(nth)] = tuple(labels.split("|"))
    return ROOT / head.removeprefix("# "), accepted


def _labels(bulletin: Path) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the label of each figure that the judged ones can be among: dates and cells of tables have others."""
    seen: Counter[str] = Counter()
    for figure in figures_of(open_issue(bulletin)):
        if figure.kind in ("date", "date_range", "deadline", "issue") or "·" in figure.label:
            continue
        surface = "".join(figure.surface.split())
        yield (surface, figure.start), figure.label
        seen[surface] += 1


def measure(path: Path) -> Verdict:
    """Compare the labels of a bulletin with what a careful reader accepts."""
    bulletin, accepted = _judged(path)
    nth: Counter[str] = Counter()
    shown = right = 0
    wrong = []
    for (surface, _start), label in _labels(bulletin):
        nth[surface] += 1
        good = accepted.get((surface, nth[surface]))
        if good is None or not label:
            continue
        shown += 1
        right += label in good
        if label not in good and f"~{label}" not in good:
            wrong.append(f"{surface}: {label}, not {'|'.join(good)}")
    return Verdict(len(accepted), shown, right, tuple(wrong))


@pytest.mark.parametrize("path", sorted(JUDGED.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_bulletin_can_be_judged(path: Path) -> None:
    assert measure(path).shown > 0


def test_labels_are_right_and_useful() -> None:
    verdicts = [measure(path) for path in sorted(JUDGED.glob("*.tsv"))]
    shown = sum(verdict.shown for verdict in verdicts)
    wrong = [line for verdict in verdicts for line in verdict.wrong]
    assert sum(verdict.judged for verdict in verdicts) >= 300
    assert sum(verdict.right for verdict in verdicts) / shown >= FLOORS["right"], wrong
    assert len(wrong) / shown <= FLOORS["wrong"], wrong
    assert shown / sum(verdict.judged for verdict in verdicts) >= FLOORS["shown"]
