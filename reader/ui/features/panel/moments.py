"""Printed dates as days: where they stand on a time line, how long a deadline is off."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from reader.model.mentions import Figure

DATED = ("deadline", "date", "date_range")


@dataclass(frozen=True, slots=True)
class Moment:
    """The first and the last day that a printed date means; they are one for a whole date."""

    first: date
    last: date


def moment_of(figure: Figure) -> Moment | None:
    """Return the days of a date, a range of dates or a deadline; `None` where the year is not known."""
    low = _days(figure.inferred or figure.value_low)
    if low is None:
        return None
    high = _days(figure.value_high)
    last = max(high.last, low.last) if high else low.last
    return Moment(low.first, last)


def due_day(figure: Figure) -> date | None:
    """Return the last day of a deadline: before a year or a month means the day before it begins."""
    moment = moment_of(figure)
    if figure.kind != "deadline" or moment is None:
        return None
    if figure.comparator == "<" and moment.first != moment.last:
        return moment.first - timedelta(days=1)
    return moment.last


def order_of(figure: Figure) -> tuple[date, int]:
    """Return a key that sorts dates by their day; those without a year come last, by month and day."""
    moment = moment_of(figure)
    if moment:
        return (moment.first, figure.start)
    return (date.max, figure.start)


def iso_text(figure: Figure) -> str:
    """Write a date as completed from the issue's date, a range with both ends."""
    low = str(figure.inferred or figure.value_low or figure.surface).replace("T", " ").removeprefix("--")
    high = str(figure.value_high or "").replace("T", " ").removeprefix("--")
    return f"{low} – {high}" if high and high != low else low


def _days(value: object) -> Moment | None:
    """Read an ISO text as days; it may stop at the year, the half year, the quarter or the month."""
    text = str(value or "").partition("T")[0]
    parts = text.split("-")
    if not parts[0].isdecimal() or not 1 <= int(parts[0]) <= 9998:
        return None
    year = int(parts[0])
    if len(parts) == 1:
        return Moment(date(year, 1, 1), date(year, 12, 31))
    part = parts[1]
    if part[:1] in ("H", "Q") and part[1:].isdecimal():
        months = 6 if part[0] == "H" else 3
        return _months(year, (int(part[1:]) - 1) * months + 1, int(part[1:]) * months)
    if not part.isdecimal():
        return None
    if len(parts) == 2:
        return _months(year, int(part), int(part))
    try:
        day = date(year, int(part), int(parts[2]))
    except ValueError:
        return None
    return Moment(day, day)


def _months(year: int, first: int, last: int) -> Moment | None:
    if not 1 <= first <= last <= 12:
        return None
    return Moment(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
