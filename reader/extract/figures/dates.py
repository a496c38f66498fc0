"""Dates as printed and their ranges: 2025年9月26日, 11月底, 2023—2027年, 5月20、21日, 2025.5.31—6.2, 2025年第三季度.

A value is ISO text; what is not printed stays away (--09-12), quarters and halves are 2025-Q3 and 2025-H2.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from reader.extract.figures.deadlines import judged
from reader.extract.figures.numerals import han_value
from reader.extract.figures.spot import FigureLine, FoundFigure

HAN = "〇零一二三四五六七八九十"
MONTH = r"(?:1[0-2](?![0-9])|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九])"
DAY = (
    r"(?:[12][0-9](?![0-9])|3[01](?![0-9])|0?[1-9](?![0-9])"
    r"|三十一?|卅一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
DAY_SIGN = r"[日号](?![楼线院馆机门室游均]|[以之]?内)"
TO_SIGN = r"[ ]?(?:-{1,2}|~|至|到)[ ]?"
CENTURIES = r"(?:19|20)[0-9]{2}"
YEAR = re.compile(
    rf"""
    (?: (?:中华)?民国[ ]?(?P<era>[0-9]{{2,3}}|[{HAN}百]{{1,6}})
      | (?P<year>[12][0-9]{{3}}|[一二][{HAN[:-1]}]{{3}}|[一二两]千(?:零[一二三四五六七八九])?(?=年[^，。；]{{1,3}}月))
      | (?P<short>[0-9]{{2}})(?=[ ]?年[ ]?[0-9]{{1,2}}[ ]?月)
      | (?P<taiwan>1[0-9]{{2}})(?=[ ]?年(?:度|[ ]?[0-9]{{1,2}}[ ]?月))
    )
    (?: [ ]?(?P<fiscal>财)?年(?P<whole>度)?(?![轻龄级代货份纪均])
      | (?<=[0-9]{{4}})(?=(?:[ ]?[、和及与][ ]?{CENTURIES}){{1,6}}[ ]?年(?![轻龄级代货份纪均]))  # 2024、2025年
    )
    """,
    re.X,
)
PART = re.compile(
    r"""[ ]?(?:的)?
    (?: (?P<half>[上下])半年度?
      | 第?(?P<quarter>[一二三四1-4])季度 | [ ]?Q(?P<q>[1-4])(?![0-9])
      | 前[一二三]季度 | 前[一二三四五六七八九十0-9]{1,2}个?月 | [春夏秋冬][季天]? (?=[，。、；前）)起投的至完]|$)
      | (?P<end>年?[底末]) | 年?初 | 年中(?=[，。、；前）)])
    )""",
    re.X,
)
MONTH_OF = re.compile(
    rf"[ ]?(?P<month>{MONTH})(?:[ ]?月(?P<share>份)?|(?=(?:[ ]?[、和][ ]?{MONTH}){{1,5}}[ ]?月(?![0-9])))"
)
PART_OF_MONTH = re.compile(r"[ ]?(?P<part>底|末|初|上旬|中旬|下旬)")
DAY_OF = re.compile(rf"[ ]?(?P<day>{DAY})[ ]?{DAY_SIGN}")
DAYS = re.compile(rf"[ ]?(?P<low>{DAY}){TO_SIGN}(?P<high>{DAY})[ ]?{DAY_SIGN}")
SHARING = re.compile(  # 5月20、21日
    rf"[ ]?(?P<day>{DAY})(?=(?:[ ]?[、,和与及][ ]?{DAY}){{1,6}}(?:{TO_SIGN}{DAY})?[ ]?{DAY_SIGN})"
)
AND = re.compile(r"[ ]?[、,和与及][ ]?")
NUMERIC = re.compile(
    rf"""
    (?P<year>{CENTURIES})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>[12][0-9]|3[01]|0?[1-9])
    (?![0-9]|(?P=sign)[0-9](?![0-9]{{3}}))
    """,
    re.X,
)
NUMERIC_END = re.compile(  # 2025.5.31—6.2, 2025/5/20-22
    rf"{TO_SIGN}(?:(?P<month>0?[1-9]|1[0-2])(?P<sign>[/.]))?(?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9]|[-/.年月][0-9])"
)
NUMERIC_MONTH = re.compile(rf"(?P<year>{CENTURIES})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?![0-9])")
TAIWAN_DAY = re.compile(
    r"(?P<year>1[0-2][0-9])(?P<sign>[/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9/.])"
)
SLASHED = re.compile(  # 11/8(六), 8/31前
    r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?=\((?:星期|周)?[一二三四五六日]\)|[ ]?(?:前|截?止))"
)
QUARTER = re.compile(rf"(?P<year>{CENTURIES})[ ]?(?P<part>[Qq][1-4]|[Hh][12])(?![0-9A-Za-z])")
YEARS = re.compile(
    r"(?P<low>(?:1[5-9]|20|21)[0-9]{2})[ ]?(?:年度?)?[ ]?(?:-{1,2}|~|至|到)[ ]?(?P<high>(?:(?:1[5-9]|20|21)[0-9]{2}))"
    r"(?P<unit>[ ]?(?:财|学)?年(?:度|间)?)?(?![0-9]|[ ]?年(?![底末初])|[-/.:年][0-9]|[ ]?[A-Za-z%])"
)
MONTHS = re.compile(rf"(?P<low>{MONTH})[ ]?月?{TO_SIGN}(?P<high>{MONTH})[ ]?月(?!球|[ ]?[0-9])")
TO = re.compile(rf"{TO_SIGN}(?P<next>次年|翌年|第二年)?[ ]?")
TIME = re.compile(
    r"""[ ]?(?:\([^()0-9]{1,24}\)|星期[一二三四五六日天]|周[一二三四五六日])?[ ]?
    (?P<half>上午|下午|晚上?|中午|凌晨|早上|傍晚)?[ ]?
    (?P<hour>[01]?[0-9]|2[0-4])[ ]?(?:[:：](?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9])时?
      |[时点](?:(?P<minutes>[0-5]?[0-9])分|(?P<thirty>半)|整)?(?![候间空段代])) """,
    re.X,
)
UNTIL_TIME = re.compile(  # 9:00—11:30, behind the first
    rf"""{TO_SIGN}(?:上午|下午|晚上?|中午)?[ ]?(?:[01]?[0-9]|2[0-4])
    (?:[:：][0-5][0-9](?![0-9])时?|[时点](?:[0-5]?[0-9]分|半)?)
    """,
    re.X,
)
WEEKDAY = re.compile(r"[ ]?\((?:星期|周)?[一二三四五六日天]\)")
LUNAR = re.compile(
    rf"(?P<month>[正腊冬]|闰?{MONTH})月(?:(?P<day>初[一二三四五六七八九十]|廿[一二三四五六七八九]?|{DAY})日?)?"
)
IS_LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历)[^，。；、]{0,5}$")
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
NOT_A_DATE = re.compile(r"(?:近|约|距今|长达|历经|有着?|过去|超过?|历时|相隔|已有|逾)[ ]?$")
NOT_A_MONTH = frozenset("球亮饼薪租供均刊")
RECURRING = frozenset(("前", "近", "每"))
AFTERNOON = frozenset({"下午", "晚", "晚上", "傍晚"})
EARLIEST, LATEST = 1500, 2199
A_NUMBER_GOES_ON = re.compile(r"[ ]?[万亿元点%℃倍个人]|[A-Za-z]")  # 1024.01-1026.12点


class PrintedDate(NamedTuple):
    """A date at a place: its parts as printed, 0 where they are not."""

    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    part: str = ""  # Q3, H2; of a year whose whole value is told otherwise
    time: str = ""
    behind: int = 0  # where the words behind it begin, if not at `end`

    @property
    def iso(self) -> str:
        """The date as ISO text, with what is missing left away."""
        if self.part:
            return f"{self.year:04d}-{self.part}"
        head = f"{self.year:04d}" if self.year else "-"
        month = f"-{self.month:02d}" if self.month else ""
        day = f"-{self.day:02d}" if self.day else ""
        return f"{head}{month}{day}" + (f"T{self.time}" if self.time and self.day else "")


class DateItem(NamedTuple):
    """A date, or a range of dates, of a row that shares a month: where it begins, and its dates."""

    start: int
    low: PrintedDate
    high: PrintedDate | None = None


def read_date(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read the date, range of dates or deadline that begins at `at`, and the days that share its month."""
    text = line.text
    if IS_LUNAR.search(text, max(0, at - 12), at):
        return _lunar(line, at)
    spanned = _bare_range(text, at) or _months_of_a_year(line, at) or _numeric_range(text, at)
    if spanned:
        return [_range(at, *spanned)]
    items = _row_of_days(line, at)
    if items:
        return [figure for item in items if (figure := _figure(line, item))]
    moment = _moment(line, at)
    if moment is None or _is_span(text, at, moment):
        return []
    found = _figure(line, DateItem(at, moment, _second(line, moment)))
    return [found] if found else []


def _figure(line: FigureLine, item: DateItem) -> FoundFigure | None:
    if item.high is not None:
        return _range(item.start, item.low, item.high)
    low = item.low
    return judged(line.text, item.start, low.end, low.behind or low.end, low.iso)


def _range(at: int, low: PrintedDate, high: PrintedDate) -> FoundFigure:
    return FoundFigure(at, high.end, "date_range", low.iso, high.iso, comparator="=", behind=high.behind)


def _row_of_days(line: FigureLine, at: int) -> list[DateItem]:
    """Read the days of a month: 5月20日, 9月12-14日, 5月20、21日, 5月20日和21日, 5月3日至5日、8日."""
    text = line.text
    m = _year_at(line, at)
    month = MONTH_OF.match(text, m.end() if m else at)
    if month is None or m and m["whole"]:
        return []
    of = PrintedDate(0, _year(m) if m else 0, _int(month["month"]))
    found: list[DateItem] = []
    cursor = month.end()
    while item := _day_item(line, cursor, of):
        found.append(item)
        end = item.high or item.low
        joint = AND.match(text, max(end.end, end.behind))
        if joint is None:
            break
        cursor = joint.end()
    return [found[0]._replace(start=at), *found[1:]] if found else []


def _day_item(line: FigureLine, at: int, of: PrintedDate) -> DateItem | None:
    """Read one day, or a range of days, in a month that is known."""
    text = line.text
    m = DAYS.match(text, at)
    if m and _int(m["low"]) < _int(m["high"]):
        low, high = (of._replace(end=m.end(), day=_int(m[name])) for name in ("low", "high"))
        return DateItem(m.start("low"), low, high)
    if m := DAY_OF.match(text, at):
        low = _timed(text, of._replace(end=m.end(), day=_int(m["day"])))
        return DateItem(m.start("day"), low, _second(line, low))
    if m := SHARING.match(text, at):
        return DateItem(m.start("day"), of._replace(end=m.end(), day=_int(m["day"])))
    return None


def _second(line: FigureLine, low: PrintedDate) -> PrintedDate | None:
    """Read the later date of a range; it takes year and month from the earlier one."""
    to = TO.match(line.text, low.end)
    if to is None or low.behind > low.end:
        return None
    day = DAY_OF.match(line.text, to.end())
    if day and low.day:
        return _timed(line.text, PrintedDate(day.end(), low.year, low.month, _int(day["day"])))
    high = _moment(line, to.end())
    if high is None or high.month and not low.month:
        return None
    return high if high.year or not low.year else high._replace(year=low.year + bool(to["next"]))


def _year_at(line: FigureLine, at: int) -> re.Match[str] | None:
    """Read the year that begins at `at`; 114年 is one of the Republic only where the issue comes from Taiwan."""
    m = YEAR.match(line.text, at)
    if m is None or m["taiwan"] and line.home != "TWD":
        return None
    return m if EARLIEST <= _year(m) <= LATEST else None


def _moment(line: FigureLine, at: int) -> PrintedDate | None:
    """Read one date, whatever it tells of year, month and day."""
    text = line.text
    m = NUMERIC.match(text, at)
    if m:
        return _timed(text, PrintedDate(m.end(), int(m["year"]), int(m["month"]), int(m["day"])))
    if line.zone == "masthead" and (m := NUMERIC_MONTH.match(text, at)) and len(m["month"]) == 2:
        return PrintedDate(m.end(), int(m["year"]), int(m["month"]))
    if m := QUARTER.match(text, at):
        return PrintedDate(m.end(), int(m["year"]), part=m["part"].upper())
    if line.home == "TWD" and (m := TAIWAN_DAY.match(text, at)):
        return _timed(text, PrintedDate(m.end(), 1911 + int(m["year"]), int(m["month"]), int(m["day"])))
    if m := SLASHED.match(text, at):
        return _timed(text, PrintedDate(m.end(), 0, int(m["month"]), int(m["day"])))
    m = _year_at(line, at)
    if m is None:
        return _in_year(text, at, 0)
    year = _year(m)
    part = PART.match(text, m.end())
    if part and not m["whole"]:
        return _part_of_year(part, year)
    return _in_year(text, m.end(), year) or PrintedDate(m.end(), year)


def _year(m: re.Match[str]) -> int:
    if m["era"] or m["taiwan"]:
        return 1911 + _int(m["era"] or m["taiwan"])
    if m["short"]:
        return int(m["short"]) + (1900 if int(m["short"]) > 50 else 2000)
    return _int(m["year"])


def _part_of_year(m: re.Match[str], year: int) -> PrintedDate:
    quarter = m["quarter"] or m["q"]
    if m["half"]:
        return PrintedDate(m.end(), year, part="H1" if m["half"] == "上" else "H2")
    if quarter:
        return PrintedDate(m.end(), year, part=f"Q{_int(quarter)}")
    if m["end"]:
        return PrintedDate(m.end(), year, 12, 31)
    return PrintedDate(m.end(), year)


def _in_year(text: str, at: int, year: int) -> PrintedDate | None:
    """Read month and day behind a year, or without one."""
    m = MONTH_OF.match(text, at)
    if m is None:
        return None
    month = _int(m["month"])
    day = DAY_OF.match(text, m.end())
    if day:
        return _timed(text, PrintedDate(day.end(), year, month, _int(day["day"])))
    part = PART_OF_MONTH.match(text, m.end())
    if part:
        last = monthrange(year or 2025, month)[1] if part["part"] in "底末" else 0
        return PrintedDate(part.end(), year, month, last)
    if not year and text[max(0, at - 1) : at] in RECURRING:
        return None  # 前7月 are seven months
    in_han = not m["month"].isdecimal()
    if not year and (in_han and not m["share"] or text[m.end() : m.end() + 1] in NOT_A_MONTH):
        return None
    return PrintedDate(m.end(), year, month)


def _timed(text: str, moment: PrintedDate) -> PrintedDate:
    """Add the time of day that stands behind a day, and pass over the one until which it lasts."""
    m = TIME.match(text, moment.end)
    if m is None:
        week = WEEKDAY.match(text, moment.end)
        return moment._replace(end=week.end()) if week and TO.match(text, week.end()) else moment
    hour = int(m["hour"])
    if m["half"] in AFTERNOON and hour < 12 or m["half"] in ("晚", "晚上") and hour == 12:
        hour += 12
    minute = 30 if m["thirty"] else int(m["minute"] or m["minutes"] or 0)
    until = UNTIL_TIME.match(text, m.end())
    return moment._replace(end=m.end(), time=f"{hour:02d}:{minute:02d}", behind=until.end() if until else 0)


def _is_span(text: str, at: int, moment: PrintedDate) -> bool:
    """Tell whether 2000年 is a span of time: 距今2000年, 2000年历史, 2000年前."""
    if moment.month or moment.part or text[moment.end - 1] != "年":
        return False
    before, after = text[max(0, at - 4) : at], text[moment.end : moment.end + 3]
    return bool(NOT_A_DATE.search(before)) and not before.endswith("到") or "历史" in after or after.startswith("之久")


def _bare_range(text: str, at: int) -> tuple[PrintedDate, PrintedDate] | None:
    """Read 2023—2027年, 2022-2023 and 4—5月, whose first number has no unit."""
    m = YEARS.match(text, at)
    if m and int(m["low"]) < int(m["high"]) <= int(m["low"]) + 300:
        return PrintedDate(m.end("low"), int(m["low"])), PrintedDate(m.end(), int(m["high"]))
    m = MONTHS.match(text, at)
    if m and (high := _int(m["high"])) != (low := _int(m["low"])):
        return PrintedDate(m.end("low"), 0, low), PrintedDate(m.end(), 0, high)
    return None


def _months_of_a_year(line: FigureLine, at: int) -> tuple[PrintedDate, PrintedDate] | None:
    """Read 2025年6—8月."""
    year = _year_at(line, at)
    months = _bare_range(line.text, year.end()) if year else None
    if year is None or months is None or months[0].year:
        return None
    return months[0]._replace(year=_year(year)), months[1]._replace(year=_year(year))


def _numeric_range(text: str, at: int) -> tuple[PrintedDate, PrintedDate] | None:
    """Read 2025.5.31—6.2, 2025/5/20-22 and 2022.01-2025.12, whose later date is cut short or has no day."""
    m = NUMERIC.match(text, at)
    if m:
        low = PrintedDate(m.end(), int(m["year"]), int(m["month"]), int(m["day"]))
        to = NUMERIC_END.match(text, m.end())
        if to is None or to["sign"] not in (None, m["sign"]) or m["sign"] == "-":
            return None
        high = low._replace(end=to.end(), month=int(to["month"] or low.month), day=int(to["day"]))
        return (low, high) if (high.month, high.day) > (low.month, low.day) else None
    m = NUMERIC_MONTH.match(text, at)
    to = TO.match(text, m.end()) if m else None
    n = NUMERIC_MONTH.match(text, to.end()) if to else None
    if m is None or n is None or m["sign"] != n["sign"] or A_NUMBER_GOES_ON.match(text, n.end()):
        return None
    low, high = (PrintedDate(k.end(), int(k["year"]), int(k["month"])) for k in (m, n))
    return (low, high) if (low.year, low.month) < (high.year, high.month) else None


def _lunar(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read a date of the lunar calendar, told as one: 农历八月十五."""
    m = LUNAR.match(line.text, at)
    if m is None:
        return []
    month = LUNAR_MONTHS.get(m["month"]) or _int(m["month"])
    day = _int(m["day"].lstrip("初").replace("廿", "二十")) if m["day"] else 0
    iso = f"--{month:02d}" + (f"-{day:02d}" if day else "")
    return [FoundFigure(at, m.end(), "date", iso, unit="农历", comparator="=")]


def with_shared_years(line: FigureLine, found: list[FoundFigure]) -> list[FoundFigure]:
    """Give the months of a row the year of its first: 2024年3月、6月和9月."""
    out = found[:1]
    for figure in found[1:]:
        last = out[-1]
        if (
            figure.kind == last.kind == "date"
            and isinstance(figure.low, str)
            and isinstance(last.low, str)
            and figure.low.startswith("--")
            and last.low[:4].isdecimal()
            and AND.fullmatch(line.text, last.end, figure.start)
        ):
            figure = figure._replace(low=last.low[:4] + figure.low[1:])
        out.append(figure)
    return out


def _int(printed: str) -> int:
    return int(printed) if printed.isdecimal() and printed.isascii() else int(han_value(printed) or 0)


def completed(iso: str, issued: str, told: str) -> str:
    """Return a date without a year as the issue's date completes it; `told` is what stands before it (今年, 去年).

    The year is the one that brings the date within half a year of the issue.
    """
    year, month = int(issued[:4]), int(issued[5:7] or 6)
    for word, shift in (("今年", 0), ("本年", 0), ("去年", -1), ("上年", -1), ("明年", 1), ("次年", 1), ("前年", -2)):
        if told.endswith(word):
            return f"{year + shift:04d}{iso[1:]}"
    distance = int(iso[2:4]) - month
    return f"{year + (distance < -6) - (distance > 6):04d}{iso[1:]}"
