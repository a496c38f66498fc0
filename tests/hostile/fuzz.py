"""Damage files for as long as asked: `python -m tests.hostile.fuzz MINUTES [FIRST_SEED]`; tells each file that breaks.

The suite does the same for the first seeds; what breaks here is kept in the folder that is named at the end.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import monotonic

from tests.hostile.damage import damaged
from tests.hostile.opener import Opener
from tests.hostile.samples import sound_files

SLOW = 20.0  # seconds for one file


def main(minutes: float, seed: int) -> int:
    """Run; return 1 where a file broke or was slow."""
    files = sound_files()
    others, names = list(files.values()), sorted(files)
    counts: Counter[str] = Counter()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    opener, end = Opener(folder), monotonic() + 60 * minutes
    sound = folder / "sound.txt"
    sound.write_text("全市科技工作会议昨日召开，投资三亿元。\n" * 9, encoding="utf-8")
    opener.open(sound)  # the process and its dictionary are begun before the clock
    sound.unlink()
    while monotonic() < end:
        name = names[seed % len(names)]
        path = folder / f"{seed} {name}"
        path.write_bytes(damaged(files[name], others[seed % len(others)], seed))
        begun = monotonic()
        outcome = opener.open(path)
        kind = "slow" if monotonic() - begun > SLOW and outcome.kind != "broke" else outcome.kind
        counts[kind] += 1
        if kind in ("broke", "slow"):
            print(f"{kind} {path}: {outcome.said}", flush=True)
        else:
            path.unlink()
        seed += 1
    opener.close()
    print(f"{counts.total()} files, the next seed is {seed}: {dict(counts)}; what broke is in {folder}")
    return int(counts["broke"] + counts["slow"] > 0)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000))
