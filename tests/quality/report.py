"""Tell how well bulletins are understood: `python -m tests.quality.report`.

The originals come first, then the same outlines printed again in sampled settings. Each case has a
name that prints it again: `OUTLINE@SEED`, or `OUTLINE@SEED+headings=plain+columns=2` where options of
the sampled setting are replaced. Fictional outlines are called `KIND.NUMBER`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from tests.quality.corpus import Outline, load_answer, load_outline, original_names, original_path, outline_names
from tests.quality.fiction import KINDS, make_outline
from tests.quality.measure import MEASURES, Result, measure, words_of
from tests.quality.setting import CHOICES, Setting, option_values, sample_setting, with_options
from tests.quality.typeset import typeset

Understand = Callable[[Path], tuple[Outline, str]]  # the issue as JSON, and its source text

Values = dict[str, dict[str, float | None]]  # by case and measure

COLUMNS = (*MEASURES, "order", "masthead")
COUNTS = ("lost", "twice", "alien")


@dataclass(frozen=True, slots=True)
class Case:
    """A bulletin and its right answer; the original has no setting."""

    name: str
    file_name: str
    content: bytes
    expected: Outline
    setting: Setting | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what was measured, or the error that it met."""

    case: Case
    result: Result | None
    actual: Outline
    error: str = ""

    def value(self, name: str) -> float | None:
        """Give one measure; a crash counts as nothing understood."""
        if self.result is not None:
            return self.result.value(name)
        return None if name in COUNTS else 0.0


def open_as_json(path: Path) -> tuple[Outline, str]:
    """Open a bulletin with the reader, as the contract's JSON and the source text."""
    # Here, so that the measure and the printer can be used without the reader.
    from reader.export.contract import issue_as_json
    from reader.pipeline import open_issue

    issue = open_issue(path)
    return issue_as_json(issue), issue.source.text


def make_case(name: str) -> Case:
    """Make a case by its name; a name alone is the original."""
    if name in original_names():
        path = original_path(name)
        return Case(name, path.name, path.read_bytes(), load_answer(name))
    outline_name, _, print_name = name.partition("@")
    kind, _, number = outline_name.partition(".")
    if kind in KINDS and number:
        outline = make_outline(kind, int(number))
    elif outline_name in outline_names():
        outline = load_outline(outline_name)
    else:
        raise SystemExit(f"There is no outline {outline_name}; known are {', '.join(outline_names())}.")
    seed, *options = print_name.split("+")
    setting = with_options(sample_setting(int(seed)), options)
    content, expected = typeset(outline, setting, int(seed))
    return Case(name, "bulletin.txt", content, expected, setting)


def case_names(settings: int, first: int = 0, options: str = "") -> Iterable[str]:
    """Name the cases of `settings` sampled settings: every known outline and two fictional ones in each."""
    kinds = list(KINDS)
    for seed in range(first, first + settings):
        invented = [f"{kinds[(seed + step) % len(kinds)]}.{seed}" for step in (0, 1)]
        yield from (f"{name}@{seed}{options}" for name in (*outline_names(), *invented))


def run_case(case: Case, understand: Understand = open_as_json) -> Outcome:
    """Let the reader open a case and measure what it understood."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.file_name
        path.write_bytes(case.content)
        try:
            actual, source = understand(path)
        except Exception:  # every crash is a finding of its own
            return Outcome(case, None, {}, traceback.format_exc(limit=-3))
    return Outcome(case, measure(case.expected, actual, source), actual)


def main(arguments: list[str] | None = None, understand: Understand = open_as_json) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.report", description=__doc__)
    parser.add_argument("--settings", type=int, default=20, help="how many sampled settings")
    parser.add_argument("--first", type=int, default=0, help="seed of the first setting")
    parser.add_argument("--show", type=int, default=3, help="how many of the worst cases to name")
    parser.add_argument("--with", dest="options", default="", help="options for all, such as headings=plain,columns=2")
    parser.add_argument("--save", type=Path, help="write all values here, to compare with later")
    parser.add_argument("--against", type=Path, help="tell what changed since the values saved here")
    parser.add_argument("--only", help="comma-separated measures")
    parser.add_argument("--case", help="one case by name, with its misses")
    parser.add_argument("--dump", action="store_true", help="with --case: print the text too")
    chosen = parser.parse_args(arguments)
    columns = tuple(chosen.only.split(",")) if chosen.only else COLUMNS
    if unknown := [name for name in columns if name not in (*COLUMNS, *COUNTS)]:
        parser.error(f"no measure is called {', '.join(unknown)}; there are {', '.join((*COLUMNS, *COUNTS))}")
    if chosen.case:
        return _show_case(run_case(make_case(chosen.case), understand), columns, chosen.show, chosen.dump)
    originals = [run_case(make_case(name), understand) for name in original_names()]
    options = "".join(f"+{option}" for option in chosen.options.split(",") if option)
    names = case_names(chosen.settings, chosen.first, options)
    printed = [run_case(make_case(name), understand) for name in names]
    _show_originals(originals, columns)
    _show_summary(printed, columns, chosen.show)
    _show_options(printed, columns)
    values = {outcome.case.name: {name: outcome.value(name) for name in columns} for outcome in (*originals, *printed)}
    if chosen.against:
        _show_changes(json.loads(chosen.against.read_text("utf-8")), values, columns, chosen.show)
    if chosen.save:
        chosen.save.write_text(json.dumps(values, indent=1), "utf-8")
    return int(any(outcome.error for outcome in (*originals, *printed)))


def _show_originals(outcomes: list[Outcome], columns: tuple[str, ...]) -> None:
    print("originals".ljust(26), *(name[:6].rjust(6) for name in (*columns, *COUNTS)))
    for outcome in outcomes:
        _show_row(outcome.case.name, [outcome.value(name) for name in (*columns, *COUNTS)])
        if outcome.error:
            print("   ", outcome.error.strip().splitlines()[-1])


def _show_summary(outcomes: list[Outcome], columns: tuple[str, ...], show: int) -> None:
    print(f"\nprinted again: {len(outcomes)} cases, {sum(bool(o.error) for o in outcomes)} crashes")
    for name in (*columns, *COUNTS):
        valued = [(value, o.case.name) for o in outcomes if (value := o.value(name)) is not None]
        if not valued:
            continue
        worst = sorted(valued, reverse=name in COUNTS)[:show]
        names = ", ".join(f"{case} {value:.3g}" for value, case in worst)
        mean = fmean(value for value, _ in valued)
        print(f"  {name:<11} mean {mean:.3f}  worst {names}")
    for outcome in [outcome for outcome in outcomes if outcome.error][:show]:
        print(f"  crash {outcome.case.name}: {outcome.error.strip().splitlines()[-1]}")


def _show_options(outcomes: list[Outcome], columns: tuple[str, ...]) -> None:
    print("\n" + "mean by option".ljust(26), *(name[:6].rjust(6) for name in columns), " cases")
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.case.setting is not None:
            for pair in option_values(outcome.case.setting).items():
                groups.setdefault(pair, []).append(outcome)
    rank = ["measure", "lines", *CHOICES]
    for option, value in sorted(groups, key=lambda pair: (rank.index(pair[0]), pair[1])):
        members = groups[option, value]
        means = []
        for name in columns:
            numbers = [number for outcome in members if (number := outcome.value(name)) is not None]
            means.append(fmean(numbers) if numbers else None)
        _show_row(f"{option} {value}", means, f"{len(members):6}")


def _show_changes(before: Values, after: Values, columns: tuple[str, ...], show: int) -> None:
    print("\nchanged since then")
    for name in columns:
        pairs = [(before[case].get(name), after[case][name], case) for case in after if case in before]
        changes = [(new - old, case) for old, new, case in pairs if old is not None and new is not None and new != old]
        if changes:
            fallen = ", ".join(f"{case} {change:+.3f}" for change, case in sorted(changes)[:show] if change < 0)
            mean = sum(change for change, _ in changes) / len(pairs)
            risen = sum(change > 0 for change, _ in changes)
            print(f"  {name:<11} mean {mean:+.4f}  {risen} up, {len(changes) - risen} down  {fallen}")


def _show_row(label: str, values: list[float | None], end: str = "") -> None:
    cells = ["     –" if value is None else f"{value:6.3f}" if value <= 1 else f"{value:6.0f}" for value in values]
    print(label[:26].ljust(26), *cells, end)


def _show_case(outcome: Outcome, columns: tuple[str, ...], show: int, dump: bool) -> int:
    case = outcome.case
    print(case.name, case.setting or "original")
    if dump:
        encoding = case.setting.encoding if case.setting else "utf-8"
        print(case.content.decode(encoding, "replace").replace("\r\n", "\n").replace("\f", "␌"))
    if outcome.result is None:
        print(outcome.error)
        return 1
    words = words_of(case.expected, outcome.actual)
    for name in (*columns, *COUNTS):
        value = outcome.value(name)
        print(f"{name:<11}", "–" if value is None else f"{value:.3f}")
        tally = outcome.result.tallies.get(name)
        if tally is None or (name == "placed" and "body" in columns):
            continue
        for sign, items in (("missed", tally.missed), ("false", tally.false)):
            for item in items if dump else items[:show]:
                print(f"    {sign:<7}", *(words.get(part, part) for part in item), sep=" ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
