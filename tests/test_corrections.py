"""Rows as the user has set them right, whatever the program reads today."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reader.corrections import as_read, as_text, corrected, fields_of, from_text, value_of
from reader.model.document import Span
from reader.model.marks import Anchor, Correction, Locator
from reader.model.mentions import Contact, Figure, Mentions
from reader.store import Edit, Library
from tests.extract.figures.sentences import issue_of

TEXT = "投资3亿元，招收12名学徒。联系人：方原 0571-85550101"
ISSUE = issue_of(TEXT)
MONEY = Figure("money", "3亿元", 2, 5, Decimal(300_000_000), unit="CNY", label="投资", node="n1")
COUNT = Figure("count", "12名", 8, 11, Decimal(12), unit="名", node="n1")
CONTACT = Contact("contact", 14, 33, persons=("方原",), phones=("0571-85550101",), node="n1")
MENTIONS = Mentions((MONEY, COUNT), (CONTACT,))


def _correction(act: str, row: Figure | Contact, **fields: object) -> tuple[Correction, list[Span]]:
    what = "contact" if isinstance(row, Contact) else "figure"
    was = as_text(fields_of(row)) if act != "add" else ""
    now = as_text(as_read(what, {**fields_of(row), **fields})) if act != "remove" else ""  # type: ignore[dict-item]
    locator = Locator("k", (Anchor(row.start, row.end, TEXT[row.start : row.end]),))
    return Correction(act, locator, act, what, was, now), [Span(row.start, row.end)]


def test_a_removed_row_is_gone_and_no_other() -> None:
    found = corrected(ISSUE, MENTIONS, [_correction("remove", MONEY), _correction("remove", CONTACT)])
    assert (found.figures, found.contacts) == ((COUNT,), ())


def test_a_changed_row_says_what_the_user_says() -> None:
    found = corrected(ISSUE, MENTIONS, [_correction("change", COUNT, value_low="1,200", unit="人", comparator=">")])
    assert found.figures[1] == replace(COUNT, value_low=Decimal(1200), unit="人", comparator=">")


def test_an_added_row_stands_at_its_place_in_its_article() -> None:
    missed = Figure("count", "3亿元，招收12名", 2, 11, None)
    found = corrected(ISSUE, Mentions(), [_correction("add", missed, value_low="5", unit="项", label="合计")])
    assert [(f.kind, f.surface, f.value_low, f.node) for f in found.figures] == [("count", missed.surface, 5, "n1")]


def test_a_correction_holds_when_the_program_reads_a_figure_otherwise() -> None:
    today = replace(MENTIONS, figures=(replace(MONEY, end=6, value_low=Decimal(3), label=""), COUNT))
    assert corrected(ISSUE, today, [_correction("remove", MONEY)]).figures == (COUNT,)
    changed = corrected(ISSUE, today, [_correction("change", MONEY, label="总投资")]).figures[0]
    assert (changed.label, changed.value_low) == ("总投资", 300_000_000)


def test_of_contacts_at_one_place_only_the_one_that_is_meant_goes() -> None:
    other = replace(CONTACT, persons=("李朗",), phones=("0571-85550102",))
    both = Mentions(contacts=(other, CONTACT))
    assert corrected(ISSUE, both, [_correction("remove", CONTACT)]).contacts == (other,)
    gone = Mentions(contacts=(other,))
    assert corrected(ISSUE, gone, [_correction("remove", CONTACT)]).contacts == (other,)


def test_what_is_changed_stays_when_the_program_misses_it_now() -> None:
    found = corrected(ISSUE, Mentions(), [_correction("change", CONTACT, orgs=["工程处"])])
    assert [contact.orgs for contact in found.contacts] == [("工程处",)]


@pytest.mark.parametrize("told", ["很多", "1.2.3", "Infinity", "1e"])
def test_a_value_is_a_number(told: str) -> None:
    with pytest.raises(ValueError, match=told):
        value_of("money", told)


def test_values_of_dates_are_texts() -> None:
    assert (value_of("date", "2026-03"), value_of("count", " 1，200 "), value_of("count", "")) == (
        "2026-03",
        1200,
        None,
    )


def test_damaged_fields_are_none() -> None:
    assert from_text("{") == {} and from_text("[1]") == {} and from_text("") == {}


def test_corrections_are_kept_with_the_marks_and_are_none_of_them() -> None:
    correction = replace(_correction("change", COUNT, unit="人")[0], id="c1")
    with Library(None) as library:
        library.apply([Edit(None, correction)])
        (kept,) = library.corrections("k")
        assert replace(kept, created=0, updated=0) == correction
        assert library.marks() == [] and len(library.kept()) == 1
        library.apply([Edit(kept, None)])
        assert library.corrections() == []
