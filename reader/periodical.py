"""What one issue of a periodical teaches about the next: a profile, made of what a person set right.

A periodical sets its headings alike from issue to issue and names its sections with the same words. Each rule of a
profile is evidence with a weight; it never speaks against the list of contents, and each can be switched off. The
profile is a readable file, so that a colleague can use it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.model.amendments import Amendment
from reader.model.document import Issue, Span
from reader.model.draft import RUNNING, Draft, Label, Opens
from reader.model.kinds import AmendmentKind
from reader.text.fold import fold

NAME_WEIGHT = 2.0  # log odds: the same words stand there again
TELLING = 0.5  # log odds from which on rules are followed
NAME_LONGEST = 24  # letters of a line that names a section, or is left out in each issue
PARTS = 0.1  # of the usual size of letters, in which sizes are told apart
KINDS: tuple[AmendmentKind, ...] = ("article", "section", "subheading", "text", "leave-out")
BULLETS = frozenset("#*【[◆■●★▲•▍")


@dataclass(frozen=True, slots=True)
class ProfileRule:
    """One thing learned: what lines of a setting, or of a name, are."""

    by: str  # setting or name
    key: str
    what: AmendmentKind
    level: int = 0
    weight: float = NAME_WEIGHT  # log odds
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one periodical."""

    title: str = ""
    publisher: str = ""
    rules: tuple[ProfileRule, ...] = ()

    def is_of(self, issue: Issue) -> bool:
        """Tell whether an issue is one of this periodical."""
        head = issue.masthead
        return bool(self.title) and fold(self.title) == fold(head.title.text)


class Suggestion(NamedTuple):
    """What a profile says of a place."""

    amendment: Amendment
    spans: tuple[Span, ...]


def learned_from(issue: Issue, draft: Draft, told: Sequence[tuple[Amendment, Sequence[int]]]) -> Profile:
    """Return what the amendments of an issue teach; each comes with the numbers of its pieces."""
    settings = LineSettings(draft)
    taken = {pieces[0]: amendment for amendment, pieces in told if pieces and amendment.what in KINDS}
    counts: dict[tuple[str, AmendmentKind, int], int] = Counter()
    names: dict[tuple[str, AmendmentKind, int], ProfileRule] = {}
    for i, amendment in taken.items():
        counts[settings.of(i), amendment.what, amendment.level] += 1
        name = _letters(amendment.quote)
        if amendment.what != "article" and 0 < len(name) <= NAME_LONGEST:
            key = (name, amendment.what, amendment.level)
            names[key] = ProfileRule("name", amendment.quote.strip(), amendment.what, amendment.level)
    rules = list(names.values())
    for (setting, what, level), count in counts.items():
        others = (
            settings.lines(setting)
            - count
            - sum(_is_already(draft.labels[i], what, level) for i in settings.numbers(setting) if i not in taken)
        )
        weight = round(math.log((count + 0.5) / (max(0, others) + 0.5)), 1)
        if setting and weight >= TELLING:
            rules.append(ProfileRule("setting", setting, what, level, weight))
    head = issue.masthead
    return Profile(head.title.text, head.publisher.text, tuple(rules))


def suggestions(profile: Profile, issue: Issue, draft: Draft) -> Iterator[Suggestion]:
    """Yield what a profile says of the lines of another issue, where the rules say otherwise."""
    settings = LineSettings(draft)
    listed = {_letters(entry.title) for entry in issue.contents}
    on = [rule for rule in profile.rules if rule.is_on]
    by_name = {_letters(rule.key): rule for rule in on if rule.by == "name"}
    by_setting: dict[str, list[ProfileRule]] = defaultdict(list)
    for rule in on:
        if rule.by == "setting":
            by_setting[rule.key].append(rule)
    for i, label in enumerate(draft.labels):
        words = _letters(draft.pieces[i].text)
        found = [rule for rule in (by_name.get(words), *by_setting.get(settings.of(i), ())) if rule]
        if not found or words in listed or not words or not _can_change(draft, i):
            continue
        score: dict[tuple[AmendmentKind, int], float] = defaultdict(float)
        for rule in found:
            score[rule.what, rule.level] += rule.weight
        (what, level), weight = max(score.items(), key=lambda item: item[1])
        if weight >= TELLING and not _is_already(label, what, level):
            spans = tuple(Span(draft.pieces[k].start, draft.pieces[k].end) for k in _own(draft, i))
            yield Suggestion(Amendment(what, draft.pieces[i].text, level=level), spans)


def _can_change(draft: Draft, i: int) -> bool:
    """Tell whether a piece begins a thing of which a profile may speak: a heading, or a line of its own."""
    label = draft.labels[i]
    if label is None or label.role in RUNNING:
        return draft.opens(i) and (i + 1 >= len(draft.pieces) or draft.role(i + 1) != "" or draft.opens(i + 1))
    return label.role in ("title", "subheading") and _own(draft, i)[0] == i


def _own(draft: Draft, i: int) -> list[int]:
    """Return the pieces of the heading that begins at a piece, else that piece."""
    label = draft.labels[i]
    if label is None or label.role not in ("title", "subheading"):
        return [i]
    own = [k for k in range(max(0, i - 8), min(len(draft.labels), i + 8)) if _same(draft.labels[k], label)]
    return own or [i]


def _same(label: Label | None, other: Label) -> bool:
    return label is not None and (label.role, label.group) == (other.role, other.group)


def _is_already(label: Label | None, what: AmendmentKind, level: int) -> bool:
    """Tell whether the rules say the same."""
    if label is None or label.role in RUNNING:
        return what == "text"
    if label.role == "title":
        is_section = isinstance(label.data, Opens) and label.data.node in ("section", "column")
        return (what == "section") == is_section and what in ("section", "article") and level in (0, label.level)
    return label.role == "subheading" and what == "subheading" or label.role == "furniture" and what == "leave-out"


class LineSettings:
    """How the lines of a draft are set, each as a few words; nothing for those that are set like the text."""

    def __init__(self, draft: Draft) -> None:
        sizes: Counter[float] = Counter()
        for piece in draft.pieces:
            if piece.look:
                sizes[round(piece.look.size, 1)] += len(piece.text)
        self._body = sizes.most_common(1)[0][0] if sizes else 0.0
        self._of = [self._setting(draft, i) for i in range(len(draft.pieces))]
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for i, setting in enumerate(self._of):
            self._numbers[setting].append(i)

    def of(self, i: int) -> str:
        """Return how a piece is set."""
        return self._of[i]

    def numbers(self, setting: str) -> Sequence[int]:
        """Return the pieces that are set so."""
        return self._numbers.get(setting, ())

    def lines(self, setting: str) -> int:
        """Count the pieces that are set so."""
        return len(self.numbers(setting))

    def _setting(self, draft: Draft, i: int) -> str:
        piece = draft.pieces[i]
        words: list[str] = []
        if piece.hint and piece.hint.role == "heading":
            words += ["heading", str(piece.hint.level), piece.hint.dress]
        if piece.look and self._body:
            size = round(piece.look.size / self._body / PARTS) * PARTS
            words += [f"size {size:.1f}"] if abs(size - 1) >= PARTS else []
            words += ["bold"] if piece.look.bold else []
            words += [f"colour {piece.look.colour:06x}"] if piece.look.colour else []
        lead = piece.text[: len(piece.text) - len(piece.text.lstrip("#"))] or piece.text[:1]
        words += [f"sign {lead}"] if lead[:1] in BULLETS else []
        words += [f"number {piece.number.style}"] if piece.number else []
        return " ".join(filter(None, words))


def _letters(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def united(profile: Profile, fresh: Profile) -> Profile:
    """Return a profile with the rules of another issue: the same again counts more, what is switched off stays so."""
    rules = {(rule.by, rule.key, rule.what, rule.level): rule for rule in profile.rules}
    for rule in fresh.rules:
        key = (rule.by, rule.key, rule.what, rule.level)
        old = rules.get(key)
        rules[key] = replace(old, weight=max(old.weight, rule.weight)) if old else rule
    return replace(profile, rules=tuple(rules.values()))


def switched(profile: Profile, on: Mapping[int, bool]) -> Profile:
    """Return a profile with some rules, by their numbers, switched on or off."""
    rules = (replace(rule, is_on=on.get(number, rule.is_on)) for number, rule in enumerate(profile.rules))
    return replace(profile, rules=tuple(rules))
