"""Write the floors anew, at what is understood now: `python -m tests.quality.floors`; then read what fell.

Samples keep every hundredth. Bulletins and means have a little room below what was measured, so that
a change for one kind of bulletin may cost another a little; whatever costs more is worth a look.
"""

from __future__ import annotations

import json
import math
from statistics import fmean
from typing import Any

from tests.quality.corpus import QUALITY, corpus_sha256, original_names
from tests.quality.report import COLUMNS, COUNTS, Outcome, case_names, make_case, run_case

FLOORS_FILE = QUALITY / "floors.json"
SETTINGS = 8  # sampled settings that every outline is printed in
ROOM = 0.02

Floors = dict[str, float]


def measured_floors() -> dict[str, Any]:
    """Measure all originals and all prints, and set a floor under each."""
    printed = [run_case(make_case(name)) for name in case_names(SETTINGS)]
    none = dict.fromkeys(COUNTS, 0)
    return {
        "corpus": corpus_sha256(),
        "settings": SETTINGS,
        "originals": none,
        "printed": none,
        "printed_mean": _mean_floors(printed),
        "each": {name: _original_floors(name) for name in original_names()},
    }


def below(value: float, room: float) -> float:
    """Round down to hundredths, `room` below the value."""
    return max(0.0, math.floor((value - room) * 100 + 1e-9) / 100)


def _mean_floors(outcomes: list[Outcome]) -> Floors:
    values = {name: [value for o in outcomes if (value := o.value(name)) is not None] for name in COLUMNS}
    return {name: below(fmean(numbers), ROOM / 2) for name, numbers in values.items() if numbers}


def _original_floors(name: str) -> Floors:
    outcome = run_case(make_case(name))
    room = 0.0 if name[0].isdigit() else ROOM
    floors = {each: below(value, room) for each in COLUMNS if (value := outcome.value(each)) is not None}
    floors.setdefault("headings", 1.0)  # where there is nothing to read, no heading may be found
    alien = outcome.value("alien")
    return floors | ({"alien": alien} if alien else {})


if __name__ == "__main__":
    FLOORS_FILE.write_text(json.dumps(measured_floors(), indent=1) + "\n", "utf-8")
