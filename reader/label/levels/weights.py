"""How much each piece of evidence counts: log odds for subheadings, fitted by `python -m tests.quality.levels`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from reader.app.paths import resource
from reader.label.levels.evidence import Group, evidence

CONSTANT = "constant"


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """Return the log odds of each feature, and what is added to them."""
    return dict(json.loads(resource("levels/weights.json").read_text("utf-8")))


def weighed(group: Group) -> dict[str, float]:
    """Return what each feature of a group counts for subheadings, in log odds."""
    table = weights()
    measured = evidence(group)
    return {name: table[name] * value for name, value in measured.items() if value and name in table}
