"""Figures and contacts as the user has set them right: rows that are wrong removed or changed, missing ones added.

A correction knows the row that it is about by its fields and its place, so that it holds when the file, its encoding or
the program has changed: the row at that place that says the same, or, of figures, the one that stands there now.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from reader.model.document import Issue, Node, Span
from reader.model.kinds import ContactRole, FigureKind
from reader.model.marks import Correction
from reader.model.mentions import Contact, Figure, Mentions, Value

Row = Figure | Contact
Fields = dict[str, str | list[str]]
Placed = Sequence[tuple[Correction, Sequence[Span]]]

FIGURE_FIELDS = ("kind", "label", "value_low", "value_high", "unit", "comparator")
LISTS = ("persons", "orgs", "phones", "fax", "emails", "urls", "accounts")
CONTACT_FIELDS = ("role", "title", *LISTS, "address")
COMPARATORS = ("=", "≥", ">", "≤", "<", "~")
DATED = ("date", "date_range", "deadline", "issue")  # kinds whose values are ISO texts


def fields_of(row: Row) -> Fields:
    """Return what a person can change of a row."""
    if isinstance(row, Contact):
        return {
            name: list(value) if name in LISTS else value for name in CONTACT_FIELDS for value in [getattr(row, name)]
        }
    return {name: _told(getattr(row, name)) for name in FIGURE_FIELDS}


def what_of(row: Row) -> str:
    """Name what a row is: a figure or a contact."""
    return "contact" if isinstance(row, Contact) else "figure"


def as_text(fields: Fields) -> str:
    """Write fields as they are kept."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Fields:
    """Read fields as they are kept; none where they are damaged."""
    try:
        fields = json.loads(text or "{}")
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


def value_of(kind: str, told: str) -> Value:
    """Read what a person typed as a value: an ISO date of dates, a number of all else; raises `ValueError`."""
    told = told.strip().replace(",", "").replace("，", "")
    if not told:
        return None
    if kind in DATED:
        return told
    try:
        number = Decimal(told)
    except InvalidOperation as error:
        raise ValueError(told) from error
    if not number.is_finite():
        raise ValueError(told)
    return number


def corrected(issue: Issue, mentions: Mentions, placed: Placed) -> Mentions:
    """Return mentions as corrections say, each at its place in the source."""
    figures, contacts = list(mentions.figures), list(mentions.contacts)
    for correction, spans in placed:
        rows: list[Any] = figures if correction.what == "figure" else contacts
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        at = _meant(rows, correction, start, end) if correction.act != "add" else -1
        if at >= 0 and correction.act == "remove":
            del rows[at]
        elif at >= 0:
            rows[at] = _filled(rows[at], from_text(correction.now))
        elif correction.act != "remove":
            rows.append(_made(issue, correction, start, end))
    figures.sort(key=lambda figure: (figure.start, figure.end))
    contacts.sort(key=lambda contact: (contact.start, contact.end))
    return replace(mentions, figures=tuple(figures), contacts=tuple(contacts))


def _meant(rows: Sequence[Row], correction: Correction, start: int, end: int) -> int:
    """Return the number of the row that a correction is about; -1 where there is none any more."""
    near = [at for at, row in enumerate(rows) if row.start < end and start < row.end]
    same = [at for at in near if as_text(fields_of(rows[at])) == correction.was]
    if same:
        return same[0]
    if correction.what == "figure":
        return max(near, key=lambda at: min(rows[at].end, end) - max(rows[at].start, start), default=-1)
    was = from_text(correction.was)
    ways = {way for name in ("persons", "phones", "emails") for way in was.get(name, ())}
    return next((at for at in near if ways & _ways(rows[at])), -1)


def _ways(row: Row) -> set[str]:
    return {*row.persons, *row.phones, *row.emails} if isinstance(row, Contact) else set()


def _filled(row: Row, fields: Fields) -> Row:
    """Return a row with the fields that a person gave it; what is none of its kind stays as it was."""
    if isinstance(row, Contact):
        told: dict[str, Any] = {name: tuple(fields[name]) for name in LISTS if name in fields}
        told |= {name: str(fields[name]) for name in ("title", "address") if name in fields}
        if fields.get("role") in get_args(ContactRole):
            told["role"] = fields["role"]
        return replace(row, **told)
    kind: Any = fields.get("kind") if fields.get("kind") in get_args(FigureKind) else row.kind
    values: dict[str, Any] = {name: _read(kind, str(fields.get(name, ""))) for name in ("value_low", "value_high")}
    values |= {name: str(fields.get(name, "")).strip() for name in ("label", "unit")}
    comparator = str(fields.get("comparator", COMPARATORS[0]))
    return replace(row, kind=kind, comparator=comparator, inferred="", **values)


def as_read(what: str, fields: Fields) -> Fields:
    """Return fields as the row that they make tells them: numbers without signs of thousands, no spaces around."""
    row: Row = Contact("contact", 0, 0) if what == "contact" else Figure("count", "", 0, 0, None)
    return fields_of(_filled(row, fields))


def _made(issue: Issue, correction: Correction, start: int, end: int) -> Row:
    """Make the row that a person added."""
    node = _node_at(issue, start)
    article = node.title.plain if node else correction.article
    identity = node.id if node else ""
    fields = from_text(correction.now)
    if correction.what == "contact":
        return _filled(Contact("contact", start, end, node=identity, article=article), fields)
    surface = correction.locator.quote
    return _filled(Figure("count", surface, start, end, None, node=identity, article=article), fields)


def _node_at(issue: Issue, at: int) -> Node | None:
    for node in issue.walk():
        spans = (*node.title_spans, *(span for block in node.blocks for span in block.spans))
        if any(span.start <= at < span.end for span in spans):
            return node
    return None


def _read(kind: str, told: str) -> Value:
    try:
        return value_of(kind, told)
    except ValueError:
        return None


def _told(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value or "")
