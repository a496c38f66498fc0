"""Dates as printed, their ranges and deadlines: 2025年9月26日, 11月底, 2023—2027年, 12月21日18:00前, 2025年第三季度.

A value is ISO text; what is not printed stays away (--09-12), quarters and halves are 2025-Q3 and 2025-H2.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from reader.extract.figures.numerals import han_value
from reader.extract.figures.spot import FigureLine, FoundFigure

HAN = "〇零○一二三四五六七八九十"
MONTH = r"(?:1[0-2]|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:[12][0-9]|3[01]|0?[1-9](?![0-9])|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
YEAR = re.compile(
    rf"""
    (?: 民国[ ]?(?P<era>[0-9]{{2,3}}|[{HAN}百]{{1,6}})
      | (?P<year>[12][0-9]{{3}}|[一二][{HAN[:-1]}]{{3}})
      | (?P<short>[0-9]{{2}})(?=[ ]?年[ ]?[0-9]{{1,2}}[ ]?月)
    )
    [ ]?(?P<fiscal>财)?年(?P<whole>度)?(?![轻龄级代货份纪均])
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
MONTH_OF = re.compile(rf"[ ]?(?P<month>{MONTH})[ ]?月(?P<share>份)?")
DAY_OF = re.compile(rf"[ ]?(?P<day>{DAY})[ ]?[日号](?![楼线院馆机门室])")
PART_OF_MONTH = re.compile(r"[ ]?(?P<part>底|末|初|上旬|中旬|下旬)")
NUMERIC = re.compile(
    r"""
    (?P<year>(?:19|20)[0-9]{2})(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>[12][0-9]|3[01]|0?[1-9])
    (?![0-9]|(?P=sign)[0-9](?![0-9]{3}))
    """,
    re.X,
)
NUMERIC_MONTH = re.compile(r"(?P<year>(?:19|20)[0-9]{2})[-/.](?P<month>0[1-9]|1[0-2])(?![0-9]|[-/.][0-9])")
QUARTER = re.compile(r"(?P<year>(?:19|20)[0-9]{2})[ ]?(?P<part>[Qq][1-4]|[Hh][12])(?![0-9A-Za-z])")
YEARS = re.compile(
    r"(?P<low>(?:1[5-9]|20|21)[0-9]{2})[ ]?(?:年度?)?[ ]?(?:-{1,2}|~|至|到)[ ]?(?P<high>(?:(?:1[5-9]|20|21)[0-9]{2}))"
    r"(?P<unit>[ ]?(?:财|学)?年(?:度|间)?)?(?![0-9]|[ ]?年(?![底末初])|[-/.:年][0-9]|[ ]?[A-Za-z%])"
)
MONTHS = re.compile(rf"(?P<low>{MONTH})[ ]?月?[ ]?(?:-{{1,2}}|~|至|到)[ ]?(?P<high>{MONTH})[ ]?月(?!球|[ ]?[0-9])")
DAYS = re.compile(rf"[ ]?(?:-{{1,2}}|~|至|到)[ ]?(?P<day>{DAY})[ ]?[日号]")
TO = re.compile(r"[ ]?(?:-{1,2}|~|至|到)[ ]?")
TIME = re.compile(
    r"""[ ]?(?:\([^()]{1,6}\)|星期[一二三四五六日天]|周[一二三四五六日])?[ ]?
    (?P<half>上午|下午|晚上?|中午|凌晨|早上|傍晚)?[ ]?
    (?P<hour>[01]?[0-9]|2[0-4])[ ]?(?:[:：](?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9])时?
      |[时点](?:(?P<minutes>[0-5]?[0-9])分|(?P<thirty>半)|整)?(?![候间空段代])) """,
    re.X,
)
WEEKDAY = re.compile(r"[ ]?\((?:星期|周)[一二三四五六日天]\)")
BY = re.compile(
    r"""[ ]?(?:\(含[^()]{0,4}\))?
    (?:之前|以前|前(?![三两一四五六七八九十0-9后往所期言沿景夕世瞻端]|提(?![交出供醒]))|截止|止(?!于))
    """,
    re.X,
)
DUE = re.compile(r"(?:(?:截止|截稿|报名|提交|申报)(?:日期|时间|日|期限?)[为是至到:：]*|(?:截止|截稿)[为是:：]+)[ ]?$")
DUE_HEAD = re.compile(r"截止|截稿|最迟|期限$")
UNTIL = re.compile(
    r"""
    (?: (?:^|[，。；：、,;:!（(《“]|[是于期划计望力争取标并将拟能会])[ ]?(?:到|至|直到)
      | (?:执行|实施|施行|有效期?|开放|保留|持续|延续)[至到]
      | 不晚于|不迟于|最迟|最晚
    )[ ]?$
    """,
    re.X,
)
NOT_A_DATE = re.compile(r"(?:近|约|距今|长达|历经|有着?|过去|超过?|历时|相隔|已有|逾)[ ]?$")
SINCE = re.compile(r"(?:自从?|从)[ ]?$")
FROM = re.compile(r"[ ]?(?:以来|以后|之后|起(?![草点源到飞初])|开始|至今)")
LATER = re.compile(r"[^，。；：]{0,20}?(?:以来|至今)")
ROW = re.compile(r"[ ]?[、,和与及][ ]?$")
AFTERNOON = frozenset({"下午", "晚", "晚上", "傍晚"})
EARLIEST, LATEST = 1500, 2199


class PrintedDate(NamedTuple):
    """A date at a place: its parts as printed, 0 where they are not."""

    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    part: str = ""  # Q3, H2; of a year whose whole value is told otherwise
    time: str = ""

    @property
    def iso(self) -> str:
        """The date as ISO text, with what is missing left away."""
        if self.part:
            return f"{self.year:04d}-{self.part}"
        head = f"{self.year:04d}" if self.year else "-"
        month = f"-{self.month:02d}" if self.month else ""
        day = f"-{self.day:02d}" if self.day else ""
        return f"{head}{month}{day}" + (f"T{self.time}" if self.time and self.day else "")


def read_date(line: FigureLine, at: int) -> list[FoundFigure]:
    """Read the date, range of dates or deadline that begins at `at`."""
    text = line.text
    found = _bare_range(text, at)
    if found:
        low, high = found
        return [FoundFigure(at, high.end, "date_range", low.iso, high.iso, comparator="=")]
    months = _months_of_a_year(text, at)
    if months:
        low, high = months
        return [FoundFigure(at, high.end, "date_range", low.iso, high.iso, comparator="=")]
    moment = _moment(text, at, masthead=line.zone == "masthead")
    if moment is None or _is_span(text, at, moment):
        return []
    later = _second(text, moment)
    if later:
        return [FoundFigure(at, later.end, "date_range", moment.iso, later.iso, comparator="=")]
    return [_judged(text, at, moment)]


def _judged(text: str, at: int, moment: PrintedDate) -> FoundFigure:
    """Tell a date from a deadline, and what bounds it."""
    before, end = text[max(0, at - 14) : at], moment.end
    by = BY.match(text, end)
    if by:
        return FoundFigure(
            at, end, "deadline", moment.iso, comparator="≤" if "止" in by.group() else "<", behind=by.end()
        )
    if DUE.search(before):
        return FoundFigure(at, end, "deadline", moment.iso, comparator="≤")
    comparator = "="
    if UNTIL.search(before) and not moment.part:
        comparator = "≤"
    elif FROM.match(text, end) or SINCE.search(before) and LATER.match(text, end):
        comparator = "≥"
    return FoundFigure(at, end, "date", moment.iso, comparator=comparator)


def _is_span(text: str, at: int, moment: PrintedDate) -> bool:
    """Tell whether 2000年 is a span of time: 距今2000年, 2000年历史, 2000年前."""
    if moment.month or moment.part or text[moment.end - 1] != "年":
        return False
    before, after = text[max(0, at - 4) : at], text[moment.end : moment.end + 3]
    return bool(NOT_A_DATE.search(before)) and not before.endswith("到") or "历史" in after or after.startswith("之久")


def _moment(text: str, at: int, *, masthead: bool = False) -> PrintedDate | None:
    m = NUMERIC.match(text, at)
    if m:
        return _timed(text, PrintedDate(m.end(), int(m["year"]), int(m["month"]), int(m["day"])))
    m = NUMERIC_MONTH.match(text, at) if masthead else None
    if m:
        return PrintedDate(m.end(), int(m["year"]), int(m["month"]))
    m = QUARTER.match(text, at)
    if m:
        return PrintedDate(m.end(), int(m["year"]), part=m["part"].upper())
    m = YEAR.match(text, at)
    if m is None:
        return _in_year(text, at, 0)
    year = _year(m)
    if not EARLIEST <= year <= LATEST:
        return None
    part = PART.match(text, m.end())
    if part and not m["whole"]:
        return _part_of_year(part, year, text)
    return _in_year(text, m.end(), year) or PrintedDate(m.end(), year)


def _year(m: re.Match[str]) -> int:
    if m["era"]:
        return 1911 + _int(m["era"])
    if m["short"]:
        return int(m["short"]) + (1900 if int(m["short"]) > 50 else 2000)
    return int(m["year"]) if m["year"].isdecimal() and m["year"].isascii() else int(han_value(m["year"]) or 0)


def _part_of_year(m: re.Match[str], year: int, text: str) -> PrintedDate:
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
    if not year and text[max(0, at - 1) : at] in ("前", "近", "每"):
        return None  # 前7月 are seven months
    in_han = not m["month"].isdecimal()
    if not year and (in_han and not m["share"] or text[m.end() : m.end() + 1] in tuple("球亮饼薪租供均刊")):
        return None
    return PrintedDate(m.end(), year, month)


def _timed(text: str, moment: PrintedDate) -> PrintedDate:
    m = TIME.match(text, moment.end)
    if m is None:
        week = WEEKDAY.match(text, moment.end)
        return moment._replace(end=week.end()) if week and TO.match(text, week.end()) else moment
    hour = int(m["hour"])
    if m["half"] in AFTERNOON and hour < 12:
        hour += 12
    minute = 30 if m["thirty"] else int(m["minute"] or m["minutes"] or 0)
    return moment._replace(end=m.end(), time=f"{hour:02d}:{minute:02d}")


def _second(text: str, low: PrintedDate) -> PrintedDate | None:
    """Read the later date of a range; it takes year and month from the earlier one."""
    day = DAYS.match(text, low.end)
    if day and low.day and not low.time:
        return PrintedDate(day.end(), low.year, low.month, _int(day["day"]))
    to = TO.match(text, low.end)
    if to is None:
        return None
    high = _moment(text, to.end())
    if high is None or high.month and not low.month:
        return None
    return high if high.year or not low.year else high._replace(year=low.year)


def _bare_range(text: str, at: int) -> tuple[PrintedDate, PrintedDate] | None:
    """Read 2023—2027年, 2022-2023 and 4—5月, whose first number has no unit."""
    m = YEARS.match(text, at)
    if m and int(m["low"]) < int(m["high"]) <= int(m["low"]) + 300:
        return PrintedDate(m.end("low"), int(m["low"])), PrintedDate(m.end(), int(m["high"]))
    m = MONTHS.match(text, at)
    if m and (high := _int(m["high"])) != (low := _int(m["low"])):
        return PrintedDate(m.end("low"), 0, low), PrintedDate(m.end(), 0, high)
    return None


def _months_of_a_year(text: str, at: int) -> tuple[PrintedDate, PrintedDate] | None:
    """Read 2025年6—8月."""
    year = YEAR.match(text, at)
    months = _bare_range(text, year.end()) if year else None
    if year is None or months is None or months[0].year:
        return None
    return months[0]._replace(year=_year(year)), months[1]._replace(year=_year(year))


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
            and ROW.match(line.text[last.end : figure.start])
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


def due(figure: FoundFigure, head: str) -> FoundFigure:
    """Make a date a deadline where the head of its column says so."""
    if figure.kind == "date" and DUE_HEAD.search(head):
        return figure._replace(kind="deadline", comparator="≤")
    return figure
