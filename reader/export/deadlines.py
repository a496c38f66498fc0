"""Deadlines as iCalendar (RFC 5545): all-day, or timed in the time of Beijing, with the sentence and where to send."""

from __future__ import annotations

import calendar
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from reader.export.context import Sentences
from reader.model.document import Issue
from reader.model.mentions import Contact, Figure, Mentions

ZONE = "Asia/Shanghai"
SEED = uuid.UUID("8f4e7c52-0c0f-5b0d-8a55-3c9b1f0d6e24")  # of the program's events; any fixed one does
STAMP = datetime(2000, 1, 1, tzinfo=UTC)  # of an issue without a date
WORDS = {
    "zh": {"deadline": "截止", "send": "报送", "printed": "原文", "source": "出处"},
    "en": {"deadline": "Deadline", "send": "Send to", "printed": "As printed", "source": "From"},
}
CLAUSE = re.compile(r"[^，,；;。！？]+[，,；;。！？]?")
SENTENCE_STOPS = ("。", "！", "\n\n")
NO_MATTER = re.compile(  # what any deadline of the article can be called
    r"(?:材料)?(?:网上)?(?:申报|报名|提交|报送|投稿|征集|反馈|上报|申请|推荐|征文|填报)?(?:截止|截稿)?"
)
DUE_LONGEST = 40  # characters
DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2})?)?)?"
    r"|H(?P<half>[12])|Q(?P<quarter>[1-4])))?"
)


class When(NamedTuple):
    """The first and the last moment that a printed date covers; days where no hour is printed."""

    first: date | datetime
    last: date | datetime

    @property
    def is_timed(self) -> bool:
        return isinstance(self.first, datetime)


def deadlines_ics(issue: Issue, mentions: Mentions, language: str) -> bytes:
    """Return the deadlines of an issue as a calendar, nothing where it has none; the same issue gives the same bytes.

    A date without a year that the issue does not tell either cannot stand in a calendar and is left out.
    """
    import icalendar

    out = icalendar.Calendar()
    out.add("prodid", "-//Bulletin Reader//EN")
    out.add("version", "2.0")
    events = list(_events(issue, mentions, language))
    if not events:
        return b""
    if any("DTSTART" in event and event["DTSTART"].params.get("TZID") for event in events):
        out.add_component(_zone())
    for event in events:
        out.add_component(event)
    return bytes(out.to_ical())


def _events(issue: Issue, mentions: Mentions, language: str) -> Iterator[Any]:
    sentences = Sentences(issue)
    seen: Counter[tuple[str, ...]] = Counter()
    for figure in once_each(mentions.figures):
        days = days_of(figure)
        if days:
            sentence = sentences.around(figure.start, figure.end)
            send = where_to_send(figure, mentions, issue.source.text)
            event = _event(issue, figure, days, sentence, send, language)
            key = (_name(issue), figure.article, str(days), "".join(sentence.split()))
            seen[key] += 1
            event.add("uid", f"{uuid.uuid5(SEED, repr((*key, seen[key])))}@bulletin-reader")
            yield event


def _name(issue: Issue) -> str:
    """Name an issue as it names itself: the same in all its copies, whatever their encoding."""
    head = issue.masthead
    return " ".join(filter(None, (head.title.text, head.number.text)))


def _due(figure: Figure, sentence: str) -> str:
    """Say in a few words what is due: what the figure measures, else the clause that it stands in."""
    if figure.label:
        return figure.label
    clauses = CLAUSE.findall(sentence)
    at = next((i for i, clause in enumerate(clauses) if figure.surface in clause), None)
    if at is None:
        return figure.surface
    clause = "".join(clauses[at : at + 2] if len(clauses[at]) < len(figure.surface) + 6 else clauses[at : at + 1])
    words = clause.strip(" ，,；;。、")
    return words if len(words) <= DUE_LONGEST else f"{words[:DUE_LONGEST]}…"


def _event(issue: Issue, figure: Figure, days: When, sentence: str, send: str, language: str) -> Any:
    import icalendar

    words = WORDS.get(language, WORDS["zh"])
    event = icalendar.Event()
    event.add("dtstamp", _stamp(issue))
    if days.is_timed:
        event.add("dtstart", days.first, parameters={"TZID": ZONE})
        if days.last != days.first:
            event.add("dtend", days.last, parameters={"TZID": ZONE})
    else:
        event.add("dtstart", days.first)
        event.add("dtend", days.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    about = " · ".join(dict.fromkeys(filter(None, (_due(figure, sentence), figure.article, _name(issue)))))
    event.add("summary", f"{words['deadline']}：{about}")
    told = [
        sentence or figure.surface,
        f"{words['send']}：{send}" if send else "",
        f"{words['printed']}：{figure.surface}",
        f"{words['source']}：{' '.join(part for part in (figure.article, issue.masthead.title.text) if part)}",
    ]
    event.add("description", "\n".join(line for line in told if line))
    return event


def days_of(figure: Figure) -> When | None:
    """Return what a deadline's value covers: a moment, a day, or the days of an open or closed range."""
    low, high = _when(figure.inferred or figure.value_low), _when(figure.value_high)
    if low and high and low.is_timed == high.is_timed and low.first <= high.last:
        return When(low.first, high.last)
    when = high or low
    if when is None or when.is_timed:
        return when
    # What must be done before a year, a quarter or a month ends with the day before it; by a day, with that day.
    coarse = when.last != when.first
    if coarse and figure.comparator == "<":
        before = when.first - timedelta(days=1)
        return When(before, before)
    return When(when.last, when.last)


def _when(value: object) -> When | None:
    m = DATE.fullmatch(value) if isinstance(value, str) else None
    if not m:
        return None
    year, month, day = int(m["year"]), int(m["month"] or 0), int(m["day"] or 0)
    try:
        if m["hour"]:
            end_of_day = m["hour"] == "24"
            moment = datetime(year, month, day, 0 if end_of_day else int(m["hour"]), int(m["minute"]))
            moment += timedelta(days=1) if end_of_day else timedelta()
            return When(moment, moment)
        if day:
            return When(date(year, month, day), date(year, month, day))
        first, last = (month, month) if month else _months(m["half"], m["quarter"])
        return When(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
    except ValueError:
        return None


def _months(half: str | None, quarter: str | None) -> tuple[int, int]:
    if half:
        return (1, 6) if half == "1" else (7, 12)
    return (3 * int(quarter) - 2, 3 * int(quarter)) if quarter else (1, 12)


def once_each(figures: Iterable[Figure]) -> list[Figure]:
    """List deadlines in source order, one that an article states again only where it says most of what is due."""
    moments: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.kind != "deadline":
            continue
        kept = moments.setdefault((figure.node, figure.inferred or figure.value_low, figure.value_high), [])
        at = next((at for at, other in enumerate(kept) if _is_of_one_matter(figure, other)), -1)
        if at < 0:
            kept.append(figure)
        elif len(figure.label) > len(kept[at].label):
            kept[at] = figure
    return sorted((figure for kept in moments.values() for figure in kept), key=lambda figure: figure.start)


def _is_of_one_matter(one: Figure, other: Figure) -> bool:
    """Tell whether two deadlines of one moment are one, as far as they say what is due."""
    return one.label == other.label or bool(NO_MATTER.fullmatch(one.label) or NO_MATTER.fullmatch(other.label))


def where_to_send(figure: Figure, mentions: Mentions, source: str = "") -> str:
    """Tell where the article of a deadline wants things sent: what its sentence names, else what the article does.

    That is its submission address or its site, else how to reach its contact.
    """
    own = [contact for contact in mentions.contacts if contact.node and contact.node == figure.node]
    found = [contact for contact in own if contact.role == "submission"]
    found = found or [c for c in own if c.role == "contact" and (c.emails or c.phones)][:1]
    sites = [c for c in own if c.role == "website"]
    start, end = _sentence(source, figure)
    near = [c for c in (*found, *sites) if c.start < end and start < c.end] if source else []
    return "；".join(filter(None, (_ways(contact) for contact in near or found or sites)))


def _sentence(source: str, figure: Figure) -> tuple[int, int]:
    """Return the range of the sentence that a figure stands in."""
    start = max(source.rfind(stop, 0, figure.start) for stop in SENTENCE_STOPS)
    ends = [at for stop in SENTENCE_STOPS if (at := source.find(stop, figure.end)) >= 0]
    return start + 1, min(ends, default=len(source))


def _ways(contact: Contact) -> str:
    return " ".join((*contact.persons, *contact.emails, *contact.phones, *contact.urls, contact.address)).strip()


def _stamp(issue: Issue) -> datetime:
    """Return the date of the issue as the time of writing, so that it does not change from export to export."""
    m = re.search(r"(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2}))?", issue.masthead.date.text)
    try:
        return datetime(int(m[1]), int(m[2]), int(m[3] or 1), tzinfo=UTC) if m else STAMP
    except ValueError:
        return STAMP


def _zone() -> Any:
    """Describe the time of Beijing, which has known no summer time since 1991."""
    import icalendar

    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1991, 9, 15, 1))
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone
