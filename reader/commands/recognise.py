"""The command `recognise`: read the text of scanned pages and photographs, and keep it for whenever they are opened."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.commands.telling import Telling
from reader.model.errors import ReaderError
from reader.pipeline import recognise


def run(args: Sequence[str]) -> int:
    """Recognise each file; return 0, or 2 after a line for each with which something is wrong."""
    parser = argparse.ArgumentParser(
        "bulletin-reader recognise",
        description="Recognise the text of scanned PDFs and pictures; they open with it from then on.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--password", help="open locked PDFs with this password")
    wish = parser.parse_args(args)
    telling = Telling(len(wish.files))
    code = 0
    for file in wish.files:

        def tell(_stage: str, share: float, file: Path = file) -> None:
            if _stage:
                telling.step(file, share)

        try:
            recognise(file, tell, wish.password)
        except ReaderError as error:
            code = 2
            telling.finished(f"bulletin-reader: {error}")
        else:
            telling.finished(f"{file}: recognised")
    telling.clear()
    return code
