"""What is done with rows of the panel, as edits: a wrong one removed or changed, one added from a selection.

A row that the user changed or added before has one correction, which the next act replaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.corrections import Fields, Row, as_read, as_text, fields_of, what_of
from reader.model.document import Span
from reader.model.marks import Correction, Locator, new_id
from reader.store import Edit, make_locator
from reader.ui.session.mark_edits import Where
from reader.ui.session.shelf import Shelved

_NOWHERE = Locator("", ())  # until it is anchored


def removed(shelved: Shelved, row: Row, where: Where) -> Edit | None:
    """Remove a row; one that the user added is gone for good."""
    known = _correction_of(shelved, row)
    if known:
        return Edit(known, None if known.act == "add" else replace(known, act="remove", now=""))
    return _new(shelved, (Span(row.start, row.end),), Correction("", _NOWHERE, "remove", what_of(row), _is(row)), where)


def changed(shelved: Shelved, row: Row, fields: Fields, where: Where) -> Edit | None:
    """Give a row other fields; nothing where they are as they were."""
    now = as_text(as_read(what_of(row), fields))
    if now == _is(row):
        return None
    known = _correction_of(shelved, row)
    if known:
        return Edit(known, replace(known, now=now))
    fresh = Correction("", _NOWHERE, "change", what_of(row), _is(row), now)
    return _new(shelved, (Span(row.start, row.end),), fresh, where)


def added(shelved: Shelved, spans: Sequence[Span], what: str, fields: Fields, where: Where) -> Edit | None:
    """Add a row at a place."""
    return _new(shelved, spans, Correction("", _NOWHERE, "add", what, "", as_text(as_read(what, fields))), where)


def _new(shelved: Shelved, spans: Sequence[Span], correction: Correction, where: Where) -> Edit | None:
    locator = make_locator(shelved.text, shelved.key, spans)
    if locator is None:
        return None
    kept = replace(correction, id=new_id(), locator=locator, article=where.article, page=where.page)
    return Edit(None, kept)


def _correction_of(shelved: Shelved, row: Row) -> Correction | None:
    """Return the correction that made a row what it is."""
    is_now = _is(row)
    for correction, place in shelved.corrections:
        meets = any(span.start < row.end and row.start < span.end for span in place.spans)
        if meets and correction.what == what_of(row) and correction.now and correction.now == is_now:
            return correction
    return None


def _is(row: Row) -> str:
    return as_text(fields_of(row))
