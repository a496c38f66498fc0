"""When an issue appeared, as far as its head or the name of its file tells: 2024, 2024-03 or 2024-03-15."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable

PRINTED = re.compile(
    r"""(?<![0-9])(?P<year>(?:19|20)[0-9]{2}) (?:
        [ ]*[年./_-][ ]*(?P<month>1[0-2]|0?[1-9])(?![0-9])
        (?:[ ]*[月./_-][ ]*(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9]))?
      | (?P<month2>1[0-2]|0[1-9])(?P<day2>3[01]|[12][0-9]|0[1-9])(?![0-9])
      | (?![0-9])
    )""",
    re.VERBOSE,
)
HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
HAN_YEAR = re.compile(
    r"[一二][〇○零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,3}月)?(?:[一二三四五六七八九十]{1,3}[日号])?"
)
HAN_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日号])")


def date_of(texts: Iterable[str]) -> str:
    """Return the most exact date of the first text that tells one, in ISO form; nothing where none does."""
    for text in texts:
        dates = [date for m in PRINTED.finditer(HAN_YEAR.sub(_in_digits, text)) if (date := _iso(m))]
        if dates:
            return max(dates, key=len)
    return ""


def _iso(m: re.Match[str]) -> str:
    year, month, day = int(m["year"]), int(m["month"] or m["month2"] or 0), int(m["day"] or m["day2"] or 0)
    if month and day and day > monthrange(year, month)[1]:
        return ""
    return "-".join([f"{year}", *(f"{part:02}" for part in (month, day) if part)])


def _in_digits(m: re.Match[str]) -> str:
    year, rest = m[0][:4].translate(HAN_DIGITS), m[0][4:]
    return year + HAN_NUMBER.sub(lambda found: str(_number(found[0])), rest)


def _number(han: str) -> int:
    """Read a number up to 39."""
    tens, sign, ones = han.rpartition("十")
    value = int(ones.translate(HAN_DIGITS) or 0)
    return value + 10 * int(tens.translate(HAN_DIGITS) or 1) if sign else value
