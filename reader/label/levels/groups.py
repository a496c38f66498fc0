"""The groups of sister headings of a file: those at the top, and those right below one heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.label.levels.evidence import Group, Sister, sister
from reader.label.levels.headings import Heading
from reader.label.levels.tree import Depth, depths, parents
from reader.label.levels.words import is_office, names_document, names_periodical
from reader.model.draft import Draft, Part

FRONT = 60  # pieces in which the masthead and front matter stand
FENCES = ("---", "+++")  # around front matter
TOP = -1  # in place of a heading above


class GroupPlace(NamedTuple):
    """Where a group stands: the heading above it, and how deep its headings are set."""

    above: int
    depth: Depth


@dataclass(frozen=True, slots=True)
class Grouped:
    """The tree of headings, and their groups: sisters that are set equally deep right below one heading."""

    headings: tuple[Heading, ...]
    depths: tuple[Depth, ...]
    sisters: tuple[Sister, ...]  # what stands below each heading
    children: Mapping[int, tuple[int, ...]]  # by heading, `TOP` for those at the top
    groups: Mapping[GroupPlace, Group]
    members: Mapping[GroupPlace, Sequence[int]]  # the headings of each group
    numbered: bool  # the masthead gives the title and the number of an issue

    def place(self, at: int, above: int) -> GroupPlace:
        """Name the group of a heading that stands below another."""
        return GroupPlace(above, self.depths[at])

    def places_below(self, above: int) -> Iterable[GroupPlace]:
        """Name the groups right below a heading, in reading order."""
        return dict.fromkeys(GroupPlace(above, self.depths[at]) for at in self.children.get(above, ()))


def grouped(draft: Draft, found: Sequence[Heading]) -> Grouped:
    """Put headings into a tree, and describe each group of sisters."""
    deep = depths(found)
    above = parents(deep)
    members: dict[GroupPlace, list[int]] = {}
    children: dict[int, list[int]] = {}
    for at, parent in enumerate(above):
        members.setdefault(GroupPlace(parent, deep[at]), []).append(at)
        children.setdefault(parent, []).append(at)
    sisters = tuple(sister(draft, h, stop) for h, stop in zip(found, _stops(draft, found, above), strict=True))
    spread = Counter(place.depth for place in members)
    total = max(1, sum(len(piece.text) for piece in draft.pieces))
    going_on = _going_on(found, members)
    issue, document, fronted = _is_issue(draft, found), names_document(_front(draft, found)), _is_fronted(draft)
    groups = {
        place: Group(
            tuple(sisters[at] for at in own),
            sisters[place.above] if place.above != TOP else None,
            place.above != TOP and above[place.above] == TOP and len(children[TOP]) == 1,
            _depth(above, place.above) - (place.above != TOP and found[0].dress.dress == "masthead"),
            spread[place.depth],
            issue,
            document,
            fronted,
            min(1.0, sum(sisters[at].length for at in own) / total),
            place in going_on,
            _nested(found, children, own),
        )
        for place, own in members.items()
    }
    below = {parent: tuple(own) for parent, own in children.items()}
    numbered = masthead_facts(draft) >= {"title", "number"}
    return Grouped(tuple(found), tuple(deep), sisters, below, groups, members, numbered)


def _going_on(found: Sequence[Heading], members: Mapping[GroupPlace, Sequence[int]]) -> frozenset[GroupPlace]:
    """Name the groups that count on from the last one of their depth."""
    last: dict[Depth, int] = {}
    going_on = set()
    for place, own in members.items():
        first, end = found[own[0]].number, found[own[-1]].number
        if first and 1 < first.value == last.get(place.depth, 0) + 1:
            going_on.add(place)
        last[place.depth] = end.value if end else 0
    return frozenset(going_on)


def _nested(found: Sequence[Heading], children: Mapping[int, Sequence[int]], own: Sequence[int]) -> float:
    """Return the share of headings with a number that the numbers right below begin with."""
    kinds = [{found[below].style.partition("/")[0] for below in children.get(at, ())} for at in own]
    return sum("multi" in kind and found[at].number is not None for at, kind in zip(own, kinds, strict=True)) / len(own)


def _is_issue(draft: Draft, found: Sequence[Heading]) -> bool:
    """Tell whether the masthead names an issue or gives its number, or the first heading names a periodical."""
    parts = list(_masthead_parts(draft))
    named = any(part.name == "title" and not is_office(draft.text[part.start : part.end]) for part in parts)
    return named or any(part.name == "number" for part in parts) or bool(found) and names_periodical(found[0].text)


def masthead_facts(draft: Draft) -> frozenset[str]:
    """Name what the masthead gives: title, number, date, publisher."""
    return frozenset(part.name for part in _masthead_parts(draft))


def _masthead_parts(draft: Draft) -> Iterator[Part]:
    heads = (label for label in draft.labels if label is not None and label.role == "masthead")
    return (part for label in heads for part in label.parts)


def _front(draft: Draft, found: Sequence[Heading]) -> str:
    """Return the title in the masthead, and the first heading."""
    heads = (label for label in draft.labels[:FRONT] if label is not None and label.role == "masthead")
    titles = [draft.text[part.start : part.end] for label in heads for part in label.parts if part.name == "title"]
    return " ".join([*titles, found[0].text])


def _is_fronted(draft: Draft) -> bool:
    """Tell whether the file begins with front matter that names its title or date."""
    has_facts = any(label is not None and label.role == "masthead" for label in draft.labels[:2])
    return has_facts and draft.text.lstrip("\ufeff\r\n ")[:3] in FENCES


def _stops(draft: Draft, found: Sequence[Heading], above: Sequence[int]) -> list[int]:
    """Return, for each heading, the piece of the next heading that does not stand below it."""
    stops = [len(draft.pieces)] * len(found)
    stack: list[int] = []
    for at, parent in enumerate(above):
        while stack and stack[-1] != parent:
            stops[stack.pop()] = found[at].pieces[0]
        stack.append(at)
    return stops


def _depth(above: Sequence[int], at: int) -> int:
    count = 0
    while at != TOP:
        at, count = above[at], count + 1
    return count
