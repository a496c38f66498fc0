"""The floor: in bulletins whose right answers are known, no contact and no caption is lost, and none is made up."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reader.extract import captions_of, contacts_of
from reader.model.document import Issue
from reader.pipeline import open_issue

ROOT = Path(__file__).resolve().parents[3]
FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts.json").read_text("utf-8"))
CONTACT_FLOOR = 0.99
CAPTION_FLOOR = 0.93  # 图注 heads a drawing in one bulletin and a photo in another
Fact = tuple[str, ...]


@cache
def _issue(name: str) -> Issue:
    return open_issue(ROOT / name)


def _number(phone: str) -> str:
    return re.sub(r"[\s\-—－()（）]", "", phone)


def _facts(rows: list[dict[str, Any]]) -> Counter[Fact]:
    """Count who, in which role, and every number and address."""
    facts: Counter[Fact] = Counter()
    for row in rows:
        facts.update(("person", row["role"], name) for name in row.get("persons", ()))
        facts.update(("phone", _number(phone)) for phone in row.get("phones", ()))
        facts.update((kind, value) for kind in ("emails", "urls") for value in row.get(kind, ()))
    return facts


def _pairs(rows: list[dict[str, Any]]) -> Counter[Fact]:
    """Count who is reached by which number."""
    return Counter((name, _number(p)) for row in rows for name in row.get("persons", ()) for p in row.get("phones", ()))


def _found(name: str) -> list[dict[str, Any]]:
    keys = ("role", "persons", "phones", "emails", "urls", "repeats")
    return [{key: getattr(contact, key) for key in keys} for contact in contacts_of(_issue(name))]


def _f1(expected: Counter[Fact], found: Counter[Fact], optional: Counter[Fact]) -> float:
    hits = (expected & found).total()
    false = ((found - expected) - optional).total()
    missed = (expected - found).total()
    return 2 * hits / (2 * hits + false + missed) if hits + false + missed else 1.0


@pytest.mark.parametrize("name", FACTS)
def test_contacts_keep_their_floor(name: str) -> None:
    rows = FACTS[name]["contacts"]
    must = _facts([row for row in rows if not row.get("optional")])
    may = _facts([row for row in rows if row.get("optional")])
    found = _facts(_found(name))
    assert _f1(must, found, may) >= CONTACT_FLOOR, (must - found, found - must - may)


@pytest.mark.parametrize("name", FACTS)
def test_every_person_is_bound_to_his_numbers(name: str) -> None:
    assert _pairs(_found(name)) == _pairs(FACTS[name]["contacts"])


@pytest.mark.parametrize("name", FACTS)
def test_blocks_printed_again_are_counted(name: str) -> None:
    printed = Counter(row["repeats"] for row in FACTS[name]["contacts"] if row["role"] == "contact")
    found = Counter(row["repeats"] for row in _found(name) if row["role"] == "contact")
    assert not printed - found


def test_captions_keep_their_floor() -> None:
    hits = total = 0
    for name, facts in FACTS.items():
        expected = Counter(_caption(*row) for row in facts["captions"])
        found = Counter(_caption(c.kind, c.label, c.surface, c.credit) for c in captions_of(_issue(name)))
        hits += 2 * (expected & found).total()
        total += expected.total() + found.total()
    assert hits / total >= CAPTION_FLOOR


def _caption(*parts: str) -> Fact:
    return tuple("".join(part.split()) for part in parts)
