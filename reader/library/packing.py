"""Rows of the library's file from what was taken down, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from reader.library.folding import EDGE, canonical, gram_rows
from reader.library.held import HeldArticle, HeldFigure
from reader.model.mentions import Contact, Figure, Value

LISTS = ("orgs", "persons", "phones", "fax", "emails", "urls", "accounts")
WORDS = ("role", "title", "address")


def packed(texts: Iterable[str]) -> bytes:
    """Return texts as few bytes."""
    return zlib.compress(EDGE.join(texts).encode("utf-8", "surrogatepass"), 6)


def unpacked(data: bytes) -> tuple[str, ...]:
    """Return packed texts; raises `zlib.error` where a bad disk changed them."""
    text = zlib.decompress(data).decode("utf-8", "surrogatepass")
    return tuple(text.split(EDGE)) if text else ()


def article_grams(title: str, texts: Iterable[str]) -> tuple[str, str]:
    """Return the row of the index for an article: its title, if it has one beside its texts, and its texts."""
    return gram_rows([canonical(title)]), gram_rows(map(canonical, texts))


def figure_row(article: int, held: HeldFigure) -> dict[str, Any]:
    """Return the row of a figure."""
    figure = held.figure
    return {
        "article": article,
        "text": held.text,
        "kind": figure.kind,
        "low": _kept(figure.value_low),
        "high": _kept(figure.value_high),
        "unit": figure.unit,
        "comparator": figure.comparator,
        "label": figure.label,
        "surface": figure.surface,
        "inferred": figure.inferred,
        "start": figure.start,
        "stop": figure.end,
    }


def figure_of(row: Mapping[str, Any], node: str, article: str) -> Figure:
    """Return the figure of a row."""
    return Figure(
        row["kind"], row["surface"], row["start"], row["stop"], _value(row["low"]), _value(row["high"]), row["unit"],
        row["comparator"], row["label"], row["inferred"], node, article,
    )  # fmt: skip


def _kept(value: Value) -> str | float | int | None:
    """Keep a number as one, so that SQL compares it; the text as printed stays beside it."""
    if not isinstance(value, Decimal):
        return value
    try:
        whole = int(value)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return whole if whole == value and abs(whole) < 1 << 62 else float(value)


def _value(kept: str | float | int | None) -> Value:
    if kept is None or isinstance(kept, str):
        return kept
    return Decimal(kept) if isinstance(kept, int) else Decimal(repr(kept))


def contact_text(contact: Contact) -> str:
    """Return a contact as JSON, what it lacks left out."""
    told = {name: value for name in (*WORDS, *LISTS) if (value := getattr(contact, name))}
    told |= {"start": contact.start, "end": contact.end, "repeats": contact.repeats}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def contact_of(text: str, node: str, article: str) -> Contact:
    """Read a contact."""
    told = json.loads(text)
    lists = {name: tuple(told.get(name, ())) for name in LISTS}
    return Contact(
        role=told["role"],
        start=told["start"],
        end=told["end"],
        title=told.get("title", ""),
        address=told.get("address", ""),
        repeats=told["repeats"],
        node=node,
        article=article,
        **lists,
    )


def names_in(article: HeldArticle) -> set[tuple[str, str]]:
    """Return the forms of the names of persons and units that can be asked for, each with its kind."""
    found = set()
    for contact in article.contacts:
        found |= {("person", canonical(person)) for person in contact.persons}
        found |= {("org", canonical(org)) for org in contact.orgs}
    return {(kind, form) for kind, form in found if form}
