"""How the numbers of a spreadsheet are shown: as the format of their cells says, in its commonest parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

DATES = {  # formats that all spreadsheets have, by number
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: "yyyy年m月",
    28: "m月d日",
    29: "m月d日",
    30: "m/d/yy",
    31: "yyyy年m月d日",
    32: "h时mm分",
    33: "h时mm分ss秒",
    36: "yyyy年m月",
    45: "mm:ss",
    46: "h:mm:ss",
    50: "yyyy年m月",
    57: "yyyy年m月",
    51: "m月d日",
    58: "m月d日",
    54: "m月d日",
}
USUAL = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 39: "#,##0.00"} | DATES
TOKEN = re.compile(r'"([^"]*+)"|\\(.)|_.|\*.|\[[^\[\]]*+\]|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+)|(.)', re.DOTALL)
SILENT = re.compile(r'"[^"]*+"|\\.|\[[^\[\]]*+\]')  # what is shown as it is, or not at all
DATE_SIGNS = re.compile(r"[yYdDhHsS]|[mM]")
DIGITS = re.compile(r"[#0?][#0?,]*+(?:\.([#0?]++))?")
GENERAL = re.compile(r"(?i)general|g/通用格式|@")
FIRST_DAY, FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
LARGEST_DAY = 2_958_465  # the last of the year 9999


def shown(number: float, code: str, since_1904: bool) -> str:
    """Return a number as its cell shows it."""
    sections = code.split(";")
    code = sections[1] if number < 0 and len(sections) > 1 and sections[1] else sections[0]
    bare = SILENT.sub("", code)
    if not code or GENERAL.search(bare):
        return general(number)
    if DATE_SIGNS.search(bare) and 0 <= number <= LARGEST_DAY:
        return "".join(_date(number, code, since_1904)).strip()
    if not DIGITS.search(bare):
        return general(number)
    return _numeral(abs(number) if len(sections) > 1 and number < 0 else number, code)


def general(number: float) -> str:
    """Return a number that no format tells how to show."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    text = f"{number:.10g}"
    return f"{number:.10f}".rstrip("0") if "e-" in text and abs(number) > 1e-9 else text


def _numeral(number: float, code: str) -> str:
    """Fill a number into the places of its digits; what stands around them is shown."""
    before, digits, behind = "", "", ""
    for m in TOKEN.finditer(code):
        literal = m[1] or m[2] or ""
        sign = m[4] or m[3] or ""
        if sign and sign in "#0?,." and not behind:
            digits += sign
        elif digits:
            behind += literal or sign
        else:
            before += literal or sign
    number *= 100 if "%" in before + behind else 1
    fraction = DIGITS.search(digits)
    places = len(fraction[1] or "") if fraction else 0
    grouped = "," if "," in digits.rstrip(",") else ""
    return f"{before}{number:{grouped}.{min(places, 12)}f}{behind}".strip()


def _date(number: float, code: str, since_1904: bool) -> Iterator[str]:
    """Write the parts of a date and a time that a format names."""
    moment = (FIRST_DAY_1904 if since_1904 else FIRST_DAY) + timedelta(days=number, milliseconds=1)
    in_time = False
    for m in TOKEN.finditer(code):
        literal, part, sign = m[1] or m[2] or "", (m[3] or "").lower(), m[4] or ""
        if part[:1] in ("h", "s"):
            in_time = True
            yield f"{moment.hour if part[0] == 'h' else moment.second:0{len(part)}d}"
        elif part[:1] == "y":
            yield f"{moment.year % 100:02d}" if len(part) <= 2 else str(moment.year)
        elif part[:1] == "m":
            yield f"{moment.minute if in_time else moment.month:0{min(2, len(part))}d}"
        elif part[:1] == "d":
            in_time = False
            yield f"{moment.day:0{min(2, len(part))}d}" if len(part) <= 2 else ""
        else:
            yield literal or (sign if sign not in "@;" else "")
