"""Read all cases and samples, and fail at the first that is not understood as it is told: the tests, without pytest."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from reader.pipeline import open_issue
from tests.golden.notation import understood
from tests.golden.regenerate import golden_path, golden_text, seed_paths
from tests.label.cases import read_cases


def is_understood(folder: Path) -> bool:
    """Tell whether all cases and samples are understood as it is told; the cases are written to a folder."""
    for number, case in enumerate(case for case in read_cases() if not case.failure):
        path = folder / str(number) / case.name
        path.parent.mkdir()
        path.write_bytes(case.content)
        if tuple(understood(open_issue(path))) != case.understood:
            return False
    return all(golden_text(path) == golden_path(number).read_text("utf-8") for number, path in seed_paths().items())


def main() -> int:
    """Return 1 where something is understood otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        return int(not is_understood(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
