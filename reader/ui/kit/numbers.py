"""How numbers are written in the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def grouped(number: int) -> str:
    """Write a number with thin spaces between groups of three digits."""
    return f"{number:,}".replace(",", "\u202f")


def percent(share: float, digits: int = 1) -> str:
    """Write a share as a percentage; what is nearly all or nearly nothing never reads as all or nothing."""
    step = 10.0**-digits
    value = round(share * 100, digits)
    if digits and 0 < share < 1:
        value = min(max(value, step), 100 - step)
    return f"{QLocale().toString(value, 'f', digits)} %"
