"""A contact in the making, and the rules by which what a block prints is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.model.kinds import ContactRole
from reader.model.mentions import Contact


@dataclass(slots=True)
class ContactDraft:
    """What is known so far of one contact; `start` and `end` are source offsets."""

    role: ContactRole = "contact"
    start: int = -1
    end: int = -1
    orgs: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    fax: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    accounts: list[str] = field(default_factory=list)
    address: str = ""
    repeats: int = 1
    number_first: bool = False  # its number was printed before its person

    @property
    def is_reached(self) -> bool:
        """Tell whether a way to reach it is known: what names another person now begins another contact."""
        return bool(self.phones or self.emails or self.fax)

    @property
    def says_something(self) -> bool:
        """Tell whether it is worth a record."""
        return bool(
            self.persons or self.phones or self.emails or self.urls or self.fax or self.role != "contact" and self.orgs
        )

    def add(self, name: str, value: str, start: int, end: int) -> None:
        """Add a value to a list once, and widen the place."""
        values: list[str] = getattr(self, name)
        if value and value not in values:
            values.append(value)
        self.reach_over(start, end)

    def reach_over(self, start: int, end: int) -> None:
        """Widen the place to a range of the source."""
        if end <= start:
            return
        self.start = start if self.start < 0 else min(self.start, start)
        self.end = max(self.end, end)

    def frozen(self, node: str, article: str) -> Contact:
        """Return the contact."""
        return Contact(
            self.role,
            max(self.start, 0),
            max(self.end, 0),
            tuple(self.orgs),
            tuple(self.persons),
            "；".join(dict.fromkeys(self.titles)),
            tuple(self.phones),
            tuple(self.fax),
            tuple(self.emails),
            tuple(self.urls),
            self.address,
            self.repeats,
            node,
            article,
            tuple(self.accounts),
        )


def merged(contacts: Iterable[Contact]) -> list[Contact]:
    """Merge what one article says of the same people twice; the number of times it was printed adds up.

    Two records are one when role and facts are the same, or when one of them knows nothing that the other does not.
    """
    kept: list[Contact] = []
    known: dict[tuple[str, ...], dict[int, None]] = {}  # a fact → the records that state it, in order
    for contact in contacts:
        facts = _facts(contact)
        near = sorted({i for fact in facts for i in known.get(fact, ())})
        at = next((i for i in near if _is_same(kept[i], contact)), -1)
        if at < 0:
            at = len(kept)
            kept.append(contact)
        else:
            kept[at] = _united(kept[at], contact)
        for fact in facts:
            known.setdefault(fact, {})[at] = None
    return kept


def _facts(contact: Contact) -> list[tuple[str, ...]]:
    """Name what can make two records one: people, numbers and addresses, or without them the units; all editors."""
    facts: list[tuple[str, ...]] = [
        (name, value) for name in ("persons", "phones", "emails", "urls", "fax") for value in getattr(contact, name)
    ]
    facts = facts or [("orgs", *contact.orgs)]
    return [*facts, ("editor",)] if contact.role == "editor" else facts


def _is_same(one: Contact, other: Contact) -> bool:
    if one.node != other.node or one.role != other.role and "website" not in (one.role, other.role):
        return False
    if one.role != other.role and not set(one.urls) & set(other.urls):
        return False
    if one.role == "editor" and -NEAR < other.start - one.end < NEAR and not (_reached(one) and _reached(other)):
        return True  # one imprint, printed in two pieces
    if one.persons and other.persons and one.persons != other.persons and one.role not in GROUPS:
        return False
    if not one.persons and not other.persons and one.orgs and other.orgs and one.orgs != other.orgs:
        return False
    return _within(one, other) or _within(other, one)


def _within(small: Contact, large: Contact) -> bool:
    """Tell whether all that `small` says, at least one fact, is said by `large`."""
    facts = [(getattr(small, name), getattr(large, name)) for name in ("persons", "phones", "emails", "urls", "fax")]
    if not any(few for few, _ in facts):
        return bool(small.orgs) and small.orgs == large.orgs
    return all(set(few) <= set(many) for few, many in facts)


GROUPS = ("journalist", "author", "compiler", "editor")  # one record takes in who is named again among others
NEAR = 80  # characters


def _reached(contact: Contact) -> bool:
    return bool(contact.phones or contact.emails)


def _overlap(one: Contact, other: Contact) -> bool:
    """Tell whether two rules read the same place."""
    return one.start < other.end and other.start < one.end


def _united(one: Contact, other: Contact) -> Contact:
    def both(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*getattr(one, name), *getattr(other, name)]))

    return Contact(
        one.role if one.role != "website" else other.role,
        min(one.start, other.start) if one.role == "contact" else one.start,
        one.end,
        one.orgs or other.orgs,
        both("persons"),
        one.title or other.title,
        both("phones"),
        both("fax"),
        both("emails"),
        both("urls"),
        one.address or other.address,
        max(one.repeats, other.repeats)
        if _overlap(one, other) or one.persons != other.persons
        else one.repeats + other.repeats,
        one.node,
        one.article,
        both("accounts"),
    )
