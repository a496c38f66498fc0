"""Contacts as vCard 3.0 (RFC 2426), which every program reads, or 4.0 (RFC 6350).

A card for each person that can be reached, or for the unit without one.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reader.export.columns import role_name
from reader.model.document import Issue
from reader.model.mentions import Contact, Mentions

LEFT_OUT = ("reference", "publisher")  # sources, not correspondents
COMPOUND = (  # family names of two letters
    *("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "宇文", "长孙", "夏侯"),
    *("端木", "独孤", "南宫", "西门", "钟离", "闻人", "轩辕", "呼延", "歐陽", "諸葛", "司馬", "長孫"),
)
VERSIONS = ("3.0", "4.0")
LINE_BYTES = 75
UNFOLD = re.compile(r"\r?\n[ \t]")
MOBILE = ("13", "14", "15", "16", "17", "18", "19")
SEED = uuid.UUID("5c7a4d0e-3f0b-5d57-9c0f-6a1f5b7c2e11")  # of the program's cards; any fixed one does


@dataclass(slots=True)
class Card:
    """A card in the making: whom it reaches, and where he was named."""

    name: str
    is_person: bool
    contact: Contact
    named_in: list[str] = field(default_factory=list)


def contacts_vcard(issue: Issue, mentions: Mentions, language: str, version: str = VERSIONS[0]) -> bytes:
    """Return who can be reached as vCards, one after the other; who is named twice has one card."""
    written = "".join(_written(card, issue, language, version) for card in _cards(mentions))
    lines = UNFOLD.sub("", written).replace("\r\n", "\n").split("\n")
    return b"".join(_folded(line) for line in lines if line)


def _folded(line: str) -> bytes:
    """Fold a line at 75 bytes, between characters."""
    rows, row, most = [], b"", LINE_BYTES
    for char in line:
        sign = char.encode("utf-8", "replace")
        if len(row) + len(sign) > most:
            rows.append(row)
            row, most = b"", LINE_BYTES - 1  # the blank that leads it counts too
        row += sign
    return b"\r\n ".join((*rows, row)) + b"\r\n"


def _cards(mentions: Mentions) -> list[Card]:
    cards: dict[tuple[object, ...], Card] = {}
    for contact in mentions.contacts:
        for name, is_person in _whom(contact):
            key = (name, contact.orgs, contact.phones, contact.emails, contact.role)
            card = cards.setdefault(key, Card(name, is_person, contact))
            if contact.article and contact.article not in card.named_in:
                card.named_in.append(contact.article)
    return list(cards.values())


def _whom(contact: Contact) -> Iterator[tuple[str, bool]]:
    """Yield the names for the cards of a contact, and whether each is a person."""
    reached = contact.phones or contact.emails or contact.fax or contact.urls and contact.role == "website"
    if contact.role in LEFT_OUT or not reached:
        return
    if contact.persons:
        yield from ((person, True) for person in contact.persons)
        return
    ways = (*contact.emails, *contact.phones, *contact.urls, *contact.fax)
    yield (contact.org or contact.title or ways[0], False)


def _written(card: Card, issue: Issue, language: str, version: str) -> str:
    import vobject  # type: ignore[import-untyped]

    contact, out = card.contact, vobject.vCard()
    out.add("version").value = version
    out.add("prodid").value = "-//Bulletin Reader//EN"
    out.add(
        "uid"
    ).value = f"urn:uuid:{uuid.uuid5(SEED, repr((card.name, contact.orgs, contact.phones, contact.emails)))}"
    if version == "4.0":
        out.add("kind").value = "individual" if card.is_person else "org"
    out.add("fn").value = card.name
    out.add("n").value = _name(card) if card.is_person else vobject.vcard.Name()
    if contact.orgs:
        out.add("org").value = [_plain(org) for org in contact.orgs]
    if contact.title:
        out.add("title").value = contact.title
    out.add("role").value = role_name(contact.role, language)
    _ways(out, contact)
    out.add("note").value = "\n".join([*card.named_in, _issue_name(issue)])
    return str(out.serialize())


def _ways(out: Any, contact: Contact) -> None:
    """Add numbers and addresses."""
    import vobject

    for number, kinds in [*((p, _kinds(p)) for p in contact.phones), *((f, ["fax"]) for f in contact.fax)]:
        tel = out.add("tel")
        tel.value, tel.params["TYPE"] = number, kinds
    for email in contact.emails:
        out.add("email").value = email
    for url in contact.urls:
        line = out.add("url")
        line.behavior = None  # in 4.0 an address is written as it is, commas too
        line.value = url
    if contact.address:
        out.add("adr").value = vobject.vcard.Address(street=contact.address)


def _kinds(number: str) -> list[str]:
    digits = "".join(c for c in number if c.isdigit()).removeprefix("86")
    return ["cell", "voice"] if len(digits) == 11 and digits.startswith(MOBILE) else ["voice"]


def _name(card: Card) -> Any:
    """Part a name into family and given name; Chinese names begin with the family's."""
    import vobject

    name = card.name
    if name.isascii() and " " in name:
        given, _, family = name.rpartition(" ")
        return vobject.vcard.Name(family=family, given=given)
    if "·" in name or len(name) < 2:
        return vobject.vcard.Name(given=name)
    cut = 2 if name[:2] in COMPOUND and len(name) > 2 else 1
    return vobject.vcard.Name(family=name[:cut], given=name[cut:])


def _plain(org: str) -> str:
    """Keep a separator of the format out of a unit's name, where the library does not escape it."""
    return org.replace(";", "；")


def _issue_name(issue: Issue) -> str:
    head = issue.masthead
    parts = (head.title.text, head.number.text, head.date.text)
    return " ".join(part for part in parts if part) or issue.source.name
