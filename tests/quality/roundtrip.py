"""Typeset random bulletins, read them back as PDF and as the text that `pdftotext` takes out, and compare.

`python -m tests.quality.roundtrip [SETTINGS]` prints the mean of each measure for both, where poppler's pdftotext is
installed; `python -m tests.quality.pdf --case NAME --keep FILE` shows a case.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from tests.quality.fiction import KINDS
from tests.quality.measure import MEASURES
from tests.quality.pdf import make_pdf_case
from tests.quality.report import COUNTS, Case, Outcome, run_case

EXTRACTOR = "pdftotext"
SETTINGS = 12


def case_names(settings: int, first: int = 0) -> Iterator[str]:
    """Name one case for each of so many sampled settings, each kind of bulletin in turn."""
    kinds = list(KINDS)
    yield from (f"{kinds[(seed + seed // len(kinds)) % len(kinds)]}.{seed}@{seed}" for seed in range(first, settings))


def has_extractor() -> bool:
    """Tell whether this machine can take text out of a PDF without us."""
    return shutil.which(EXTRACTOR) is not None


def as_text(case: Case) -> Case:
    """Return the case as a text file: what pdftotext takes out of its PDF, in the order of printing."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.file_name
        path.write_bytes(case.content)
        run = subprocess.run([EXTRACTOR, "-raw", str(path), "-"], capture_output=True, check=True)
    return replace(case, file_name="bulletin.txt", content=run.stdout)


def means(outcomes: list[Outcome]) -> dict[str, float]:
    """Return the mean of each measure over the cases to which it applies."""
    columns = (*MEASURES, "order", "masthead", *COUNTS)
    values = {name: [value for out in outcomes if (value := out.value(name)) is not None] for name in columns}
    return {name: fmean(found) for name, found in values.items() if found}


def main(arguments: list[str]) -> int:
    """Print both ways side by side."""
    cases = [make_pdf_case(name) for name in case_names(int(arguments[0]) if arguments else SETTINGS)]
    columns = {"as PDF": means([run_case(case) for case in cases])}
    if has_extractor():
        columns["as text"] = means([run_case(as_text(case)) for case in cases])
    print(f"{'':<12}", *(f"{name:>8}" for name in columns))
    for measure in columns["as PDF"]:
        print(f"{measure:<12}", *(f"{found.get(measure, float('nan')):8.3f}" for found in columns.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
