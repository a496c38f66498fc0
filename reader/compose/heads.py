"""How many rows of a table are its head, where the file does not tell: a first row that is like the others is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBER = re.compile(r"[-+±<>≤≥≈~～约]?\s*\d[\d,，.\s]*+(?:[-–—~～]\s*\d[\d,，.]*+)?\s*[%％‰°℃]?\D{0,3}")
TIME = re.compile(
    r"(?:19|20)\d{2}\s*[年./-]?\s*(?:\d{1,2}|[一二三四上下])?\s*(?:月份?|季度?|半年)?|\d{1,2}\s*(?:月份?|季度?)"
)
LOOKED_AT = 50  # rows
NUMERIC_SHARE = 0.7  # of a column's filled cells below the first row


def head_rows(rows: Sequence[Sequence[str]], told: int) -> int:
    """Return how many rows are the head; `told` are those that the file names as such."""
    if told:
        return min(told, len(rows) - 1)
    if len(rows) < 2 or _is_like_the_others(rows[0], rows[1:LOOKED_AT]):
        return 0
    return 1


def _is_like_the_others(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a first row has numbers where the rows below have them: names of columns are words or years.

    Counted columns (1, 2, 3) are named by numbers, too.
    """
    columns = [k for k in range(len(first)) if _is_numeric([row[k] for row in below if k < len(row)])]
    values = [first[k].strip() for k in columns if first[k].strip()]
    numbers = [value for value in values if NUMBER.fullmatch(value) and not TIME.fullmatch(value)]
    counted = [str(int(numbers[0]) + k) for k in range(len(numbers))] if numbers and numbers[0].isdecimal() else []
    return len(numbers) * 2 > len(values) and (len(numbers) < 2 or numbers != counted)


def _is_numeric(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return bool(filled) and sum(NUMBER.fullmatch(cell) is not None for cell in filled) >= NUMERIC_SHARE * len(filled)
