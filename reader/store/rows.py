"""Marks as rows and as plain data: the one place that knows both."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reader.model.marks import (
    ACTS,
    COLOURS,
    MENTIONED,
    SCOPES,
    Anchor,
    Bookmark,
    Correction,
    Highlight,
    Kept,
    Locator,
    OutlineMark,
)

CORRECTION = "correction"  # what a row of the marks is called that is none on the page
OUTLINE = "outline"
Fields = dict[str, str | int]
Record = Mapping[str, Any] | sqlite3.Row


def locator_as_text(locator: Locator) -> str:
    """Write the pieces of a locator as JSON; its issue stands in a column of its own."""
    return json.dumps([asdict(piece) for piece in locator.pieces], ensure_ascii=False, separators=(",", ":"))


def locator_from_text(text: str, issue: str) -> Locator:
    """Read the pieces of a locator; raises `ValueError` or `TypeError` where they are none."""
    pieces = []
    for piece in json.loads(text):
        known = {name: piece[name] for name in Anchor.__slots__ if name in piece}
        anchor = Anchor(**known)
        if not isinstance(anchor.quote, str) or not isinstance(anchor.start, int) or not isinstance(anchor.end, int):
            raise ValueError("no anchor")
        pieces.append(anchor)
    return Locator(issue, tuple(pieces))


def fields_of(mark: Kept) -> Fields:
    """Return the columns that a person can change, with the mark's place."""
    common: Fields = {
        "issue": mark.locator.issue,
        "place": locator_as_text(mark.locator),
        "article": mark.article,
        "page": mark.page,
    }
    if isinstance(mark, Highlight):
        return common | {"kind": "highlight", "colour": mark.colour, "underline": mark.underline, "note": mark.note}
    if isinstance(mark, Correction):
        return common | {"kind": CORRECTION, "scope": mark.act, "colour": mark.what, "name": mark.was, "note": mark.now}
    if isinstance(mark, OutlineMark):
        return common | {"kind": OUTLINE, "scope": mark.what, "name": str(mark.level or ""), "note": mark.value}
    return common | {"kind": "bookmark", "name": mark.name, "scope": mark.scope}


def mark_of(row: Record) -> Kept:
    """Read a row of the marks."""
    try:
        locator = locator_from_text(row["place"], row["issue"])
    except (ValueError, TypeError):
        locator = Locator(row["issue"], ())  # a damaged place; the note is still worth showing
    where = (row["article"], row["page"], row["created"], row["updated"])
    if row["kind"] == "bookmark":
        scope = row["scope"] if row["scope"] in SCOPES else SCOPES[-1]
        return Bookmark(row["key"], locator, row["name"], scope, *where)
    if row["kind"] == OUTLINE:
        level = int(row["name"]) if row["name"].isdecimal() else 0
        return OutlineMark(row["key"], locator, row["scope"], level, row["note"], *where)
    if row["kind"] == CORRECTION:
        act = row["scope"] if row["scope"] in ACTS else ACTS[0]
        what = row["colour"] if row["colour"] in MENTIONED else MENTIONED[0]
        return Correction(row["key"], locator, act, what, row["name"], row["note"], *where)
    colour = row["colour"] if row["colour"] in COLOURS else COLOURS[0]
    return Highlight(row["key"], locator, colour, bool(row["underline"]), row["note"], *where)


def is_whole(table: str, row: Mapping[str, Any]) -> bool:
    """Tell whether a row from elsewhere can be read again."""
    if not isinstance(row.get("updated"), int):
        return False
    try:
        if table in ("marks", "places"):
            locator_from_text(row["place"], str(row["issue"]))
    except (ValueError, TypeError, KeyError):
        return False
    return True
