"""Print and read what the benchmarks measure."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
COMMONEST = "的和在了是为研发中大国与"
FIRST_RARE = 0x8C00


def seed_text() -> str:
    """Return the sample issues as one text."""
    return "\n\n".join(path.read_text("utf-8") for path in sorted(SEEDS.iterdir()))


def joined_copies(text: str, times: int) -> str:
    """Join a text to itself; in each further copy the commonest characters become others.

    Equal copies would be taken for the repetition that they are, and dropped.
    """
    rare = range(FIRST_RARE, FIRST_RARE + times * len(COMMONEST))
    copies = [
        text.translate(dict(zip(map(ord, COMMONEST), rare[at:], strict=False)))
        for at in range(0, len(rare), len(COMMONEST))
    ]
    return "\n\n".join([text, *copies[1:]])


def peak_memory() -> float:
    """Return this process's peak resident memory in MB.

    Linux's own count is read where there is one: `ru_maxrss` may start at the parent's figure.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def spread(values: Sequence[float], unit: str, digits: int = 3) -> str:
    """Write median and range of some measurements."""
    return (
        f"{median(values):.{digits}f} {unit}  ({min(values):.{digits}f} to {max(values):.{digits}f}, n={len(values)})"
    )
