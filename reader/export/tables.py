"""Rows of cells as text that a spreadsheet takes: nothing in a cell is run as a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
Row = Sequence[Cell]

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # what spreadsheets read as the beginning of one, wide signs too
NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?[%％]?")
DIGITS = re.compile(r"[+＋]?\d{5,}")
BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def safe_cell(cell: Cell) -> str:
    """Write a cell so that no spreadsheet runs it: an apostrophe leads a text that looks like a formula.

    Numbers keep their sign, and a sign alone calculates nothing. Source: OWASP, CSV Injection.
    """
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    harmless = len(cell) == 1 or NUMBER.fullmatch(cell)
    return f"'{cell}" if FORMULA.match(cell) and not harmless else cell


def digits_as_text(cell: Cell) -> Cell:
    """Write a telephone's digits so that a spreadsheet keeps the zeros before them: a tab makes a text of a number."""
    return f"{cell}\t" if isinstance(cell, str) and DIGITS.fullmatch(cell) else cell


def rows_as_tsv(rows: Iterable[Row]) -> str:
    """Return rows as tab-separated lines for the clipboard; breaks and tabs inside a cell become one space."""
    return "\n".join("\t".join(safe_cell(_one_line(cell)) for cell in row) for row in rows)


def _one_line(cell: Cell) -> Cell:
    return BREAKS.sub(" ", cell).strip() if isinstance(cell, str) else cell
