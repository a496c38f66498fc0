"""The order of the rules: which neighbours may not change places, and that all others may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import reader.label
from reader.label import PASSES, Rule, Transform
from reader.model.draft import Draft, Mark
from reader.pipeline import open_issue
from tests.golden.notation import understood
from tests.label.cases import read_cases

HERE = Path(__file__).resolve().parent
SEEDS = {f"sample {path.name[:3]}": path for path in sorted((HERE.parents[1] / "seeds").iterdir())}
TOLD = [
    tuple(part.strip() for part in line.split(" | "))
    for line in (HERE / "order_of_rules.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def name_of(rule: Rule) -> str:
    """Name a rule as the lists write it."""
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


def neighbours() -> Iterator[tuple[int, int]]:
    """Yield pass and place of every rule that has another one below it in its list."""
    return ((at, place) for at, (rules, _) in enumerate(PASSES) for place in range(len(rules) - 1))


def pair(at: int, place: int) -> tuple[str, str]:
    """Name two neighbours."""
    rules = PASSES[at][0]
    return name_of(rules[place]), name_of(rules[place + 1])


def swap(monkeypatch: pytest.MonkeyPatch, at: int, place: int) -> None:
    """Let two neighbours change places."""
    rules, transforms = PASSES[at]
    swapped = (*rules[:place], rules[place + 1], rules[place], *rules[place + 2 :])
    changed = (*PASSES[:at], (swapped, transforms), *PASSES[at + 1 :])
    monkeypatch.setattr(reader.label, "PASSES", changed)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the cases as files, and add the samples."""
    folder = tmp_path_factory.mktemp("cases")
    found = dict(SEEDS)
    for number, case in enumerate(case for case in read_cases() if not case.failure):
        path = folder / str(number) / case.name
        path.parent.mkdir()
        path.write_bytes(case.content)
        found[case.title] = path
    return found


@pytest.mark.parametrize(("above", "below", "case"), TOLD)
def test_these_neighbours_may_not_change_places(
    above: str, below: str, case: str, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tuple(understood(open_issue(files[case])))
    swap(monkeypatch, *next(where for where in neighbours() if pair(*where) == (above, below)))
    assert tuple(understood(open_issue(files[case]))) != before


@pytest.mark.slow
def test_all_other_neighbours_may_change_places(files: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    told = {(above, below) for above, below, _ in TOLD}
    changed = []
    for title, path in files.items():
        doubted: set[tuple[int, int]] = set()
        with monkeypatch.context() as patch:
            patch.setattr(reader.label, "PASSES", tuple(watched_passes(doubted)))
            before = tuple(understood(open_issue(path)))
        for where in doubted:
            with monkeypatch.context() as patch:
                swap(patch, *where)
                if pair(*where) not in told and tuple(understood(open_issue(path))) != before:
                    changed.append((*pair(*where), title))
    assert changed == [], "the order of these matters: say so in order_of_rules.txt"


def watched_passes(doubted: set[tuple[int, int]]) -> Iterator[tuple[tuple[Rule, ...], tuple[Transform, ...]]]:
    """Yield the passes, their rules noting in `doubted` which neighbours label this file otherwise the other way round.

    Where the labels are the same, so is all that is made of them: the file need not be opened again to know.
    """
    for at, (rules, transforms) in enumerate(PASSES):
        pairs = enumerate(pairwise(rules))
        yield (*(watched(*both, (at, place), doubted) for place, both in pairs), rules[-1]), transforms


def watched(above: Rule, below: Rule, where: tuple[int, int], doubted: set[tuple[int, int]]) -> Rule:
    """Return a rule as it is, which also tries what it and the one below say in the other order."""

    def rule(draft: Draft) -> Iterable[Mark]:
        marks = list(above(draft))
        straight = draft.marked(marks)
        turned = draft.marked(below(draft))
        if straight.marked(below(straight)).labels != turned.marked(above(turned)).labels:
            doubted.add(where)
        return marks

    return rule
