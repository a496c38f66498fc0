"""Write the golden outlines anew: `python -m tests.golden.regenerate`; then read what changed and commit it."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.export.outline import outline_lines, summary_line
from reader.pipeline import open_issue
from tests.golden.notation import understood

GOLDEN = Path(__file__).resolve().parent
SEEDS = GOLDEN.parents[1] / "seeds"


def seed_paths() -> dict[str, Path]:
    """Give each sample issue by the number that its name begins with."""
    return {path.name.partition("_")[0]: path for path in sorted(SEEDS.iterdir())}


def golden_path(number: str) -> Path:
    """Name the file that holds the golden outline of a sample issue."""
    return GOLDEN / f"{number}.txt"


def golden_text(path: Path) -> str:
    """Write down a file: the outline that `inspect` prints, then every block."""
    issue = open_issue(path)
    lines = (*outline_lines(issue), "", summary_line(issue), "", "─" * 40, "", *understood(issue))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write all golden outlines, and name those that changed."""
    for number, path in seed_paths().items():
        golden, text = golden_path(number), golden_text(path)
        if not golden.exists() or golden.read_text("utf-8") != text:
            golden.write_text(text, "utf-8", newline="\n")
            print(f"{golden.relative_to(GOLDEN.parents[1])} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
